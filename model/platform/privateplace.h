// PrivatePlace: where a decrypted document may lie while somebody works on it: in memory where the system has a memory file
// system, otherwise on the disk; a folder of its own with mode 0700, never on another computer, in a share or in a folder
// that is copied elsewhere. Memory may still be written to the swap, which only an encrypted swap prevents. Any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <cstdint>
#include <vector>

namespace shirushi::platform {

struct PrivatePlace {
    base::Path folder; // there, and writable
    bool isInMemory = false;
    bool operator==(const PrivatePlace &) const = default;
};

/// Where `bytes` fit twice (editors write anew beside the old): $XDG_RUNTIME_DIR, /dev/shm, else `fallback`, a folder of ours on the
/// disk, which is made. `candidates` stand for the first two in tests. NoSpace where they fit nowhere; Unsupported where
/// `fallback` lies on another computer, in a share or in a folder that a program copies elsewhere.
[[nodiscard]] base::Result<PrivatePlace> privatePlace(std::uint64_t bytes, const base::Path &fallback,
                                                      const std::vector<base::Path> &candidates);
/// $XDG_RUNTIME_DIR, /dev/shm.
std::vector<base::Path> memoryPlaces();

/// A file system that lies in memory (tmpfs, ramfs).
bool isInMemory(const base::Path &folder);
/// Copied elsewhere by a program whose signs are known (Dropbox, Nextcloud, ownCloud, Syncthing, OneDrive).
bool isSynchronised(const base::Path &folder);

/// Makes it with mode 0700, whatever the umask says. Changed where the name is taken.
[[nodiscard]] base::Result<void> makePrivateFolder(const base::Path &folder);

} // namespace shirushi::platform
