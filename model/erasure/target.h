// Target: one file that is to be erased, opened once and kept open, so that what was looked at is what is overwritten.
// Its folder is opened first, no link followed on the way, and the name looked up in it without following a link. A file with
// several names goes with all of them, or not at all. Not thread-safe.
#pragma once

#include "base/progress.h"
#include "erasure/noise.h"
#include "erasure/place.h"
#include "platform/filesource.h"

#include <span>
#include <vector>

namespace shirushi::erasure {

class Target
{
public:
    /// A regular file that has this name and the `further` ones, and no others. Errors: Unsupported with a sentence for a
    /// link, a folder, a device, and a file that has more names (hard links: the others would be emptied with it; those that
    /// lie nearby are named); Changed where a further name means another file; InUse with the programs that have it open, as
    /// far as they show; NotWritable where it is write-protected or one of its folders is.
    [[nodiscard]] static base::Result<Target> open(const base::Path &file, std::span<const base::Path> further = {});

    Target(Target &&other) noexcept;
    Target &operator=(Target &&) = delete;
    Target(const Target &) = delete;
    Target &operator=(const Target &) = delete;
    ~Target();

    /// Its real place: without links on the way.
    const base::Path &file() const { return m_places.front().file(); }
    const platform::FileIdentity &identity() const { return m_identity; }
    /// With the rest of its last block, in bytes; holes of a sparse file count, though nothing is written to them.
    std::uint64_t allocated() const { return m_allocated; }
    int descriptor() const { return m_descriptor; }
    int folder() const { return m_places.front().folder(); }
    /// Of each of its names.
    const std::vector<Place> &places() const { return m_places; }
    /// Whether its content, or its names, are not what they were.
    bool isTouched() const { return m_isTouched; }

    /// The first bytes alone.
    [[nodiscard]] base::Result<void> writeHead(const Noise &noise, std::uint64_t bytes, base::Progress &progress);
    /// Every byte to `allocated()` becomes noise. Changed where it got another name meanwhile, and where somebody else keeps
    /// writing to it.
    [[nodiscard]] base::Result<void> write(const Noise &noise, base::Progress &progress);
    /// To the medium.
    [[nodiscard]] base::Result<void> flush();
    /// What was written is read from the medium and compared; Damaged where something else was read.
    [[nodiscard]] base::Result<void> readBack(const Noise &noise, base::Progress &progress);
    /// Empties it, and takes each of its names away by way of its alias (Place::remove()). Changed where one of them means
    /// another file by now, or it has more. `aliases`: as many as places. The folders are for the caller to flush.
    [[nodiscard]] base::Result<void> remove(std::span<const QByteArray> aliases);
    [[nodiscard]] base::Result<void> remove(const QByteArray &alias) { return remove(std::span(&alias, 1)); }

private:
    struct Range {
        std::uint64_t from;
        std::uint64_t to;
    };

    Target() = default;
    base::Error errorHere(int number) const { return m_places.front().errorHere(number); }
    base::Result<void> look();
    base::Result<void> checkNoFurtherName() const;
    base::Result<void> writeRange(const Noise &noise, Range range, base::Progress &progress);
    base::Result<void> readRange(const Noise &noise, Range range, QByteArray &block);
    void findRanges(bool isSparse);

    std::vector<Place> m_places; // the first is by which it was opened
    int m_descriptor = -1;
    bool m_isTouched = false;
    platform::FileIdentity m_identity;
    std::uint64_t m_block = 0;
    std::uint64_t m_allocated = 0;
    std::vector<Range> m_ranges; // where there is something
};

} // namespace shirushi::erasure
