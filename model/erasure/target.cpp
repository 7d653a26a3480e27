#include "erasure/target.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace shirushi::erasure {

using base::ErrorCode;

namespace {

constexpr std::uint64_t longestNoise = 256 << 10; // repeated over a longer file
constexpr std::uint64_t largestBlock = 64 << 10;  // some file systems name what is best to read, not what is allocated

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::erasure", text);
}

QByteArray noiseOf(std::uint64_t size)
{
    QByteArray noise(static_cast<qsizetype>((std::min(size, longestNoise) + 3) / 4 * 4), Qt::Uninitialized);
    auto *words = reinterpret_cast<quint32 *>(noise.data());
    QRandomGenerator::system()->fillRange(words, noise.size() / 4);
    return noise;
}

QByteArray otherName(std::size_t length)
{
    QByteArray name;
    while (static_cast<std::size_t>(name.size()) < std::max<std::size_t>(length, 12))
        name += QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    return name.left(static_cast<qsizetype>(std::max<std::size_t>(length, 12)));
}

} // namespace

base::Error Target::errorHere(int number) const
{
    return base::errorFromErrno(number, base::toDisplay(m_file));
}

base::Result<Target> Target::open(const base::Path &file)
{
    const base::Path folder = file.has_parent_path() ? file.parent_path() : base::Path(".");
    Target target(file, ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (target.m_folder < 0)
        return std::unexpected(target.errorHere(errno));
    // Not waiting for a pipe that nobody writes to.
    target.m_descriptor = ::openat(target.m_folder, file.filename().c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
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
        return base::failure(ErrorCode::Unsupported, base::toDisplay(m_file), tr("Only files are erased: this is something else."));
    if (status.st_nlink != 1) {
        return base::failure(ErrorCode::Unsupported, base::toDisplay(m_file),
                             tr("This file has further names (hard links). What stands under them would be erased with it."));
    }
    if (::faccessat(m_folder, ".", W_OK, AT_EACCESS) != 0)
        return std::unexpected(errorHere(errno));
    const auto size = static_cast<std::uint64_t>(status.st_size);
    const std::uint64_t block = std::clamp<std::uint64_t>(static_cast<std::uint64_t>(status.st_blksize), 512, largestBlock);
    m_allocated = (size + block - 1) / block * block;
    m_identity = {static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino), size,
                  static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec,
                  static_cast<std::uint64_t>(status.st_nlink)};
    return {};
}

Target::Target(Target &&other) noexcept
    : m_file(std::move(other.m_file)), m_folder(std::exchange(other.m_folder, -1)),
      m_descriptor(std::exchange(other.m_descriptor, -1)), m_identity(other.m_identity), m_allocated(other.m_allocated)
{
}

Target::~Target()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (m_folder >= 0)
        ::close(m_folder);
}

base::Result<void> Target::overwrite()
{
    const QByteArray noise = noiseOf(m_allocated);
    if (const auto written = write(noise); !written)
        return written;
    if (::fsync(m_descriptor) != 0)
        return std::unexpected(errorHere(errno));
    // Out of the cache, where there is a medium behind it: otherwise only memory would be read back.
    ::posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_DONTNEED);
    return readBack(noise);
}

base::Result<void> Target::write(const QByteArray &noise)
{
    for (std::uint64_t at = 0; at < m_allocated;) {
        const std::uint64_t from = at % static_cast<std::uint64_t>(noise.size());
        const std::uint64_t count = std::min(m_allocated - at, static_cast<std::uint64_t>(noise.size()) - from);
        const ssize_t done = ::pwrite(m_descriptor, noise.constData() + from, count, static_cast<off_t>(at));
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return std::unexpected(errorHere(errno));
        at += static_cast<std::uint64_t>(done);
    }
    return {};
}

base::Result<void> Target::readBack(const QByteArray &noise)
{
    QByteArray block(noise.size(), Qt::Uninitialized);
    for (std::uint64_t at = 0; at < m_allocated;) {
        const std::uint64_t from = at % static_cast<std::uint64_t>(noise.size());
        const std::uint64_t count = std::min(m_allocated - at, static_cast<std::uint64_t>(noise.size()) - from);
        const ssize_t done = ::pread(m_descriptor, block.data(), count, static_cast<off_t>(at));
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return std::unexpected(errorHere(errno));
        if (done == 0 || std::memcmp(block.constData(), noise.constData() + from, static_cast<std::size_t>(done)) != 0) {
            return base::failure(ErrorCode::Damaged, base::toDisplay(m_file),
                                 tr("The file was overwritten, but something else was read back. The medium may be damaged."));
        }
        at += static_cast<std::uint64_t>(done);
    }
    return {};
}

base::Result<void> Target::checkName() const
{
    struct stat status = {};
    if (::fstatat(m_folder, m_file.filename().c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return std::unexpected(errorHere(errno));
    if (static_cast<std::uint64_t>(status.st_ino) != m_identity.inode || static_cast<std::uint64_t>(status.st_dev) != m_identity.device) {
        return base::failure(ErrorCode::Changed, base::toDisplay(m_file),
                             tr("Another file has taken this name meanwhile. It stays as it is."));
    }
    return {};
}

base::Result<void> Target::remove()
{
    if (const auto right = checkName(); !right)
        return right;
    if (::ftruncate(m_descriptor, 0) != 0)
        return std::unexpected(errorHere(errno));
    const base::Path name = m_file.filename();
    const QByteArray other = otherName(name.native().size());
    // A file system that cannot rename keeps the old name, which is removed all the same.
    const bool isRenamed = ::renameat(m_folder, name.c_str(), m_folder, other.constData()) == 0;
    if (::unlinkat(m_folder, isRenamed ? other.constData() : name.c_str(), 0) != 0)
        return std::unexpected(errorHere(errno));
    ::fsync(m_folder);
    return {};
}

} // namespace shirushi::erasure
