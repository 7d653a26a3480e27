// Target: one file that is to be erased, opened once and kept open, so that what was looked at is what is overwritten.
// Its folder is opened first, no link followed on the way, and the name looked up in it without following a link. Not
// thread-safe.
#pragma once

#include "base/progress.h"
#include "erasure/noise.h"
#include "platform/filesource.h"

#include <vector>

namespace shirushi::erasure {

class Target
{
public:
    /// A regular file that has this one name. Errors: Unsupported with a sentence for a link, a folder, a device, and a
    /// file that has further names (hard links: the others would be emptied with it; those in the same folder are named);
    /// InUse with the programs that have it open, as far as they show; NotWritable where it is write-protected or its
    /// folder is.
    [[nodiscard]] static base::Result<Target> open(const base::Path &file);

    Target(Target &&other) noexcept;
    Target &operator=(Target &&) = delete;
    Target(const Target &) = delete;
    Target &operator=(const Target &) = delete;
    ~Target();

    /// Its real place: without links on the way.
    const base::Path &file() const { return m_file; }
    const platform::FileIdentity &identity() const { return m_identity; }
    /// With the rest of its last block, in bytes; holes of a sparse file count, though nothing is written to them.
    std::uint64_t allocated() const { return m_allocated; }
    int descriptor() const { return m_descriptor; }
    int folder() const { return m_folder; }

    /// The first bytes alone.
    [[nodiscard]] base::Result<void> writeHead(const Noise &noise, std::uint64_t bytes, base::Progress &progress);
    /// Every byte to `allocated()` becomes noise. Changed where somebody else keeps writing to it meanwhile.
    [[nodiscard]] base::Result<void> write(const Noise &noise, base::Progress &progress);
    /// To the medium.
    [[nodiscard]] base::Result<void> flush();
    /// What was written is read from the medium and compared; Damaged where something else was read.
    [[nodiscard]] base::Result<void> readBack(const Noise &noise, base::Progress &progress);
    /// Empties it, gives it the name `alias`, which says nothing, and removes it. Changed where its name means another
    /// file by now. The folder is for the caller to flush.
    [[nodiscard]] base::Result<void> remove(const QByteArray &alias);

private:
    struct Range {
        std::uint64_t from;
        std::uint64_t to;
    };

    Target(base::Path file, int folder) : m_file(std::move(file)), m_folder(folder) {}
    base::Error errorHere(int number) const;
    base::Result<void> look();
    base::Result<void> checkName() const;
    base::Result<void> writeRange(const Noise &noise, Range range, base::Progress &progress);
    base::Result<void> readRange(const Noise &noise, Range range, QByteArray &block);
    void findRanges(bool isSparse);

    base::Path m_file;
    int m_folder = -1;
    int m_descriptor = -1;
    platform::FileIdentity m_identity;
    std::uint64_t m_block = 0;
    std::uint64_t m_allocated = 0;
    std::vector<Range> m_ranges; // where there is something
};

} // namespace shirushi::erasure
