// The terminal a person sits at. One thread.
#pragma once

#include "base/result.h"
#include "base/secretbytes.h"

#include <QString>

namespace shirushi::platform {

/// Asks on the terminal, without showing what is typed. NotSignedIn where there is no terminal; at most 1024
/// bytes, without the line's end.
[[nodiscard]] base::Result<base::SecretBytes> askPassword(const QString &question);

} // namespace shirushi::platform
