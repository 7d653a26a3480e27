// Bytes as letters and digits that are read aloud and typed: Crockford's base32 (no I, L, O, U; O is read as
// 0, I and L as 1; case and hyphens do not matter), with a check character. Pure functions; any thread.
#pragma once

#include "base/secretbytes.h"

#include <QString>

#include <optional>

namespace shirushi::people {

/// Groups of four with hyphens, the check character at the end.
QString toGroups(const base::SecretBytes &bytes);
/// Nothing where a character does not belong, the length is wrong or the check character says no.
std::optional<base::SecretBytes> fromGroups(const QString &text, std::size_t size);

} // namespace shirushi::people
