// Leaving: an item that was moved into another vault goes from its first one: first its description, so that nobody sees an
// item without its content, then its contents, the wrapped keys before all the rest. Any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <QStringList>

namespace shirushi::vault {

struct Leaving {
    base::Path vault;    // the folder, absolute
    QString description; // hex SHA-256 of its file, as it was read
    QStringList contents; // file names
    bool operator==(const Leaving &) const = default;
};

/// How it stands in the first vault.
enum class Staying {
    AsItWas,
    Going,   // its erasing was begun
    Gone,
    Changed, // somebody has changed it meanwhile
    Unreachable, // the vault's folder is not there now
};

/// `key`: as in erasing.h.
Staying stayingOf(const Leaving &leaving, const QString &item, const QString &key);

/// Whether it could be erased: the errors of erasure::examine().
[[nodiscard]] base::Result<void> mayLeave(const Leaving &leaving, const QString &item);

/// Erases it; the item's lock in the first vault is the caller's. Changed, and nothing is done, where it is another now.
[[nodiscard]] base::Result<void> leave(const Leaving &leaving, const QString &item, const QString &key);

} // namespace shirushi::vault
