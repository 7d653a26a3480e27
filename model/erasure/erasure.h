// Erasing files: their bytes are overwritten where they lie, read back, and the files removed. Any thread.
//
// What that is worth depends on the file system and the medium (erasure/ground.h): where new bytes are written to another
// place (btrfs, ZFS, f2fs, the flash of an SSD or a USB stick), the old ones may be left there, and so may what a journal or
// a snapshot holds. What is reported is what was done, never that nothing is left.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "erasure/noise.h"
#include "platform/filesource.h"

#include <span>
#include <vector>

namespace shirushi::erasure {

struct Erased {
    std::uint64_t size = 0;        // bytes of the file
    std::uint64_t overwritten = 0; // with the rest of its last block
    bool isReadBack = false;       // what was written was read again and was the same
};

/// A name of a file, and the one that it has for a moment before it goes.
struct Name {
    base::Path file;
    QByteArray alias;
};

/// A file to be erased, with all that tells after a kill how far it came.
struct Order {
    base::Path file;
    std::optional<platform::FileIdentity> expected{}; // the file that is meant, as it was when it was read
    Seed seed{};
    QByteArray alias{}; // the name that it has for a moment before it goes
    std::uint64_t head = 0; // bytes that are overwritten, and flushed, before all others: where the keys are
    std::vector<Name> further{}; // of a file with several names (hard links) the others: it goes with all of them
    std::int64_t born = 0;       // nanoseconds since 1970, where the file system keeps it; else 0: a number is given again soon
};
Order orderFor(const base::Path &file, std::optional<platform::FileIdentity> expected = {});
/// Another name of the same file.
void addName(Order &order, const base::Path &file);

/// Whether erase() would begin: the errors that it has before anything is changed (erasure/target.h).
[[nodiscard]] base::Result<void> examine(const base::Path &file, std::span<const base::Path> further = {});
[[nodiscard]] base::Result<void> examine(const Order &order);

/// `expected`: the file that is meant, as it was when it was read; Changed, and nothing is done, where it is no more.
[[nodiscard]] base::Result<Erased> erase(const base::Path &file, const platform::FileIdentity *expected = nullptr);

/// Each by itself: one that fails leaves the others. Many share a flush of the file system. Does not stop when cancelled,
/// for half-erased files help nobody: whoever calls stops between groups. An error says what is left on the disk where the
/// file is not as it was any more: then finish() is for later.
inline constexpr std::size_t mostAtOnce = 128;
[[nodiscard]] std::vector<base::Result<Erased>> eraseAll(std::span<const Order> orders, base::Progress &progress);

/// What a look at the disk says of an order that was interrupted.
enum class Remains {
    Nothing,  // none of its names or aliases is there, or other files have them
    Begun,    // it is overwritten in part, or empty, or has an alias
    Untouched, // it is there, and nothing of our noise is in it
    Unreachable, // its folder is not there
};
[[nodiscard]] Remains remainsOf(const Order &order);
/// Of what is Begun. Killed in it, or failed, it is Begun still.
[[nodiscard]] base::Result<void> finish(const Order &order);

} // namespace shirushi::erasure
