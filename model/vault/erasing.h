// Erasing files for a deed: how each is overwritten follows from the deed alone, so that after a kill it can be told what was
// being erased from what somebody has changed. Any thread.
#pragma once

#include "erasure/erasure.h"

#include <QString>

namespace shirushi::vault {

/// `key`: the hash of the description that the deed puts in its place.
erasure::Order erasureOf(const QString &key, const base::Path &file);

[[nodiscard]] base::Result<void> erase(const erasure::Order &order);

/// If its bytes are still those of `hash` (hex SHA-256), or its erasing was begun. Changed, with this sentence, where they are
/// not; nothing is done where it is not there.
[[nodiscard]] base::Result<void> eraseIfSame(erasure::Order order, const QString &hash, const QString &changed);

/// Hex SHA-256 of what is in the file.
[[nodiscard]] base::Result<QString> hashOfFile(const base::Path &path);

} // namespace shirushi::vault
