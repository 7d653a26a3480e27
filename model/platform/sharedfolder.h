// Files of ours in a folder that several accounts of one computer share: it is writable for its group and hands
// its group on (chmod 2770), and what is made in it then belongs to the group as well. Everywhere else what we
// make is its owner's alone. Any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <sys/types.h>

namespace shirushi::platform {

/// Writable for its group, and new files in it have that group.
bool isForGroup(const base::Path &folder);

/// 0660 in such a folder, otherwise 0600.
mode_t modeForFileIn(const base::Path &folder);

/// Gives a file that was just made and is open, and that we own, the mode of its folder whatever the umask says.
void shareAsFolder(int descriptor, const base::Path &file);

/// Makes a folder of ours with those above it. One in a folder for a group is for it too; one that is there and
/// for a group stays as it is; every other becomes its owner's alone.
[[nodiscard]] base::Result<void> makeOwnFolder(const base::Path &folder);

} // namespace shirushi::platform
