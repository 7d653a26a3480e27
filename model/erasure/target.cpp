#include "erasure/target.h"

#include "erasure/users.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace shirushi::erasure {

using base::ErrorCode;

namespace {

constexpr std::uint64_t largestBlock = 64 << 10; // some file systems name what is best to read, not what is allocated
constexpr std::uint64_t flushedAhead = 32 << 20; // bytes that are handed to the medium while more are written
constexpr int mostRounds = 4;                    // of writing behind somebody who makes the file longer
constexpr std::size_t mostRanges = 100'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::erasure", text);
}

} // namespace

base::Result<Target> Target::open(const base::Path &file, std::span<const base::Path> further)
{
    Target target;
    for (std::size_t i = 0; i <= further.size(); ++i) {
        auto place = Place::open(i == 0 ? file : further[i - 1]);
        if (!place)
            return std::unexpected(place.error());
        target.m_places.push_back(std::move(*place));
    }
    // Not waiting for a pipe that nobody writes to.
    target.m_descriptor = ::openat(target.folder(), file.filename().c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (target.m_descriptor < 0) {
        if (errno == ELOOP || errno == EISDIR)
            return base::failure(ErrorCode::Unsupported, base::toDisplay(file), tr("Only files are erased: this is a link or a folder."));
        return std::unexpected(target.errorHere(errno));
    }
    if (const auto looked = target.look(); !looked)
        return std::unexpected(looked.error());
    return target;
}

base::Result<void> Target::look()
{
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0)
        return std::unexpected(errorHere(errno));
    if (!S_ISREG(status.st_mode))
        return base::failure(ErrorCode::Unsupported, base::toDisplay(file()), tr("Only files are erased: this is something else."));
    for (const Place &place : m_places) {
        if (const auto right = place.check(status); !right)
            return right;
    }
    if (const auto all = checkNames(m_places, status); !all)
        return all;
    for (const Place &place : m_places) {
        if (::faccessat(place.folder(), ".", W_OK, AT_EACCESS) != 0)
            return std::unexpected(place.errorHere(errno));
    }
    if (const QStringList programs = usersOf(m_descriptor); !programs.isEmpty()) {
        return base::failure(ErrorCode::InUse, base::toDisplay(file()),
                             tr("Another program has this file open: %1. Please close it first.").arg(programs.join(QStringLiteral("、"))));
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    m_block = std::clamp<std::uint64_t>(static_cast<std::uint64_t>(status.st_blksize), 512, largestBlock);
    m_allocated = (size + m_block - 1) / m_block * m_block;
    m_identity = {static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino), size,
                  static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec,
                  static_cast<std::uint64_t>(status.st_nlink)};
    findRanges(static_cast<std::uint64_t>(status.st_blocks) * 512 < size);
    return {};
}

// Of a sparse file the holes stay holes: there is nothing in them, and the disk may not have room for them.
void Target::findRanges(bool isSparse)
{
    m_ranges = {{0, m_allocated}};
    if (!isSparse)
        return;
    std::vector<Range> ranges;
    for (off_t at = 0; ranges.size() < mostRanges;) {
        const off_t from = ::lseek(m_descriptor, at, SEEK_DATA);
        if (from < 0 && errno == ENXIO) {
            m_ranges = std::move(ranges);
            return;
        }
        const off_t to = from < 0 ? -1 : ::lseek(m_descriptor, from, SEEK_HOLE);
        if (to <= from)
            return; // it cannot say: everything is written
        const auto begin = static_cast<std::uint64_t>(from) / m_block * m_block;
        ranges.push_back({begin, (static_cast<std::uint64_t>(to) + m_block - 1) / m_block * m_block});
        at = to;
    }
}

Target::Target(Target &&other) noexcept
    : m_places(std::move(other.m_places)), m_descriptor(std::exchange(other.m_descriptor, -1)), m_isTouched(other.m_isTouched),
      m_identity(other.m_identity), m_block(other.m_block), m_allocated(other.m_allocated), m_ranges(std::move(other.m_ranges))
{
}

Target::~Target()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

// What stands under a new name would be lost with it.
base::Result<void> Target::checkNoFurtherName() const
{
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0)
        return std::unexpected(errorHere(errno));
    if (static_cast<std::uint64_t>(status.st_nlink) > m_identity.links)
        return base::failure(ErrorCode::Changed, base::toDisplay(file()), tr("This file got another name (hard link) meanwhile. Please remove that name first."));
    return {};
}

base::Result<void> Target::writeHead(const Noise &noise, std::uint64_t bytes, base::Progress &progress)
{
    const auto right = checkNoFurtherName();
    return right ? writeRange(noise, {0, std::min(m_allocated, bytes)}, progress) : right;
}

base::Result<void> Target::write(const Noise &noise, base::Progress &progress)
{
    if (const auto right = checkNoFurtherName(); !right)
        return right;
    for (const Range &range : m_ranges) {
        if (const auto written = writeRange(noise, range, progress); !written)
            return written;
    }
    for (int round = 0; round < mostRounds; ++round) {
        struct stat status = {};
        if (::fstat(m_descriptor, &status) != 0)
            return std::unexpected(errorHere(errno));
        const auto size = static_cast<std::uint64_t>(status.st_size);
        if (size <= m_allocated)
            return {};
        const Range grown{m_allocated, (size + m_block - 1) / m_block * m_block};
        m_allocated = grown.to;
        m_ranges.push_back(grown);
        if (const auto written = writeRange(noise, grown, progress); !written)
            return written;
    }
    return base::failure(ErrorCode::Changed, base::toDisplay(file()),
                         tr("Another program keeps writing to this file. It was overwritten in part and is still there."));
}

base::Result<void> Target::writeRange(const Noise &noise, Range range, base::Progress &progress)
{
    std::uint64_t handed = range.from;
    for (std::uint64_t at = range.from; at < range.to;) {
        const std::uint64_t count = std::min(range.to - at, noise.unbroken(at));
        const ssize_t done = ::pwrite(m_descriptor, noise.at(at), count, static_cast<off_t>(at));
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return std::unexpected(errorHere(errno));
        m_isTouched = true;
        at += static_cast<std::uint64_t>(done);
        if (at - handed >= flushedAhead) {
            ::sync_file_range(m_descriptor, static_cast<off_t>(handed), static_cast<off_t>(at - handed), SYNC_FILE_RANGE_WRITE);
            handed = at;
            progress.report(at, m_allocated, base::toDisplay(file().filename()));
        }
    }
    return {};
}

base::Result<void> Target::flush()
{
    return ::fsync(m_descriptor) == 0 ? base::Result<void>() : std::unexpected(errorHere(errno));
}

base::Result<void> Target::readBack(const Noise &noise, base::Progress &progress)
{
    // Out of the cache, where there is a medium behind it: otherwise only memory would be read back.
    ::posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_DONTNEED);
    QByteArray block(static_cast<qsizetype>(noise.size()), Qt::Uninitialized);
    for (const Range &range : m_ranges) {
        if (const auto read = readRange(noise, range, block); !read)
            return read;
        progress.report(range.to, m_allocated, base::toDisplay(file().filename()));
    }
    return {};
}

base::Result<void> Target::readRange(const Noise &noise, Range range, QByteArray &block)
{
    for (std::uint64_t at = range.from; at < range.to;) {
        const std::uint64_t count = std::min(range.to - at, noise.unbroken(at));
        const ssize_t done = ::pread(m_descriptor, block.data(), count, static_cast<off_t>(at));
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return std::unexpected(errorHere(errno));
        if (done == 0 || !noise.matches(at, block.constData(), static_cast<std::uint64_t>(done))) {
            return base::failure(ErrorCode::Damaged, base::toDisplay(file()),
                                 tr("The file was overwritten, but something else was read back. The medium may be damaged."));
        }
        at += static_cast<std::uint64_t>(done);
    }
    return {};
}

base::Result<void> Target::remove(std::span<const QByteArray> aliases)
{
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0)
        return std::unexpected(errorHere(errno));
    for (const Place &place : m_places) {
        if (const auto right = place.check(status); !right)
            return right;
    }
    if (const auto right = checkNoFurtherName(); !right)
        return right;
    if (::ftruncate(m_descriptor, 0) != 0)
        return std::unexpected(errorHere(errno));
    m_isTouched = true;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (const auto removed = m_places[i].remove(aliases[i]); !removed)
            return removed;
    }
    return {};
}

} // namespace shirushi::erasure
