// Which file a path means, and whether it may be labelled at all. Any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <vector>

namespace shirushi::labelling {

/// The absolute path of the file that is meant by `path`: a link is followed only to a file inside the folder
/// that the link lies in (OutsideFolder otherwise). Refused: a sidecar of ours, a lock file, a temporary file
/// (InvalidInput), a document that an office program has open (InUse), what is no file (Unsupported).
[[nodiscard]] base::Result<base::Path> labelTarget(const base::Path &path);

/// The absolute path of the file that `path` names or, within the folder it lies in, links to (OutsideFolder
/// otherwise). Nothing is said of what kind of file that is.
[[nodiscard]] base::Result<base::Path> followedInside(const base::Path &path);

/// The absolute path without links in its folder part; the name itself is left as it is.
base::Path absolutePath(const base::Path &path);

/// Every file below `folder` that can be labelled, sorted: sidecars of ours, lock files and temporary files
/// are passed over, links are not followed.
std::vector<base::Path> filesBelow(const base::Path &folder);

} // namespace shirushi::labelling
