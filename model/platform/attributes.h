// Extended attributes of a file, where the file system has them. Any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <QByteArray>

#include <optional>

namespace shirushi::platform {

/// The value of `name` (with its "user." prefix) at `path`, without following a link; nothing if there is
/// none, or no such thing on this file system.
std::optional<QByteArray> readAttribute(const base::Path &path, const char *name);

/// False where the file system has no such attributes, or no room for this one. Not an error: the sidecar
/// carries the same.
bool writeAttribute(const base::Path &path, const char *name, const QByteArray &value);
bool removeAttribute(const base::Path &path, const char *name);

/// Whether files at `path` can have attributes of users at all. Whether one more has room shows only in writing.
bool holdsAttributes(const base::Path &path);

/// All attributes that may be copied, access control lists among them. Fails only where one that the
/// original has, and this file system could hold, cannot be set; `subject` is named in the error.
[[nodiscard]] base::Result<void> copyAttributes(int fromDescriptor, int toDescriptor, const base::Path &subject);

/// Who may do what, beyond the nine permission bits: the new file gets the original's access control list, or
/// none where the original has none (its folder may have given it one). To be followed by fchmod.
[[nodiscard]] base::Result<void> copyAccessList(int fromDescriptor, int toDescriptor, const base::Path &subject);

} // namespace shirushi::platform
