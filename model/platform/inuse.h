// Whether an office program has a document open: the lock files they put beside it. Any thread.
#pragma once

#include "base/path.h"

#include <optional>

namespace shirushi::platform {

/// The lock file that says `document` is open (~$NAME of Microsoft Office, .~lock.NAME# of LibreOffice).
std::optional<base::Path> lockFileOf(const base::Path &document);

/// True for the name of such a lock file itself.
bool isLockFileName(const base::Path &name);

} // namespace shirushi::platform
