// Erasing a file: its bytes are overwritten where they lie, read back, and the file is removed. Any thread.
//
// What that is worth depends on the file system and the medium: where new bytes are written to another place (btrfs,
// ZFS, f2fs, the flash of an SSD or a USB stick), the old ones may be left there, and so may what a journal or a
// snapshot holds. What is reported is what was done, never that nothing is left.
#pragma once

#include "base/result.h"
#include "platform/filesource.h"

namespace shirushi::erasure {

struct Erased {
    std::uint64_t size = 0;        // bytes of the file
    std::uint64_t overwritten = 0; // with the rest of its last block
    bool isReadBack = false;       // what was written was read again and was the same
};

/// Whether erase() would begin: the errors that it has before anything is changed (erasure/target.h).
[[nodiscard]] base::Result<void> examine(const base::Path &file);

/// `expected`: the file that is meant, as it was when it was read; Changed, and nothing is done, where it is no more.
[[nodiscard]] base::Result<Erased> erase(const base::Path &file, const platform::FileIdentity *expected = nullptr);

} // namespace shirushi::erasure
