#include "platform/filesource.h"

#include "base/secretbytes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace shirushi::platform {

using base::ErrorCode;

namespace {

constexpr std::uint64_t headSize = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::platform", text);
}

FileIdentity identityOf(const struct stat &status)
{
    return {static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino),
            static_cast<std::uint64_t>(status.st_size),
            static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec,
            static_cast<std::uint64_t>(status.st_nlink)};
}

// It may be of a document that nobody else is to read.
void wipe(QByteArray &bytes) noexcept
{
    if (bytes.isDetached())
        base::wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes = {};
}

} // namespace

base::Result<FileSource> FileSource::open(const base::Path &path)
{
    const QString subject = base::toDisplay(path);
    // O_NONBLOCK: opening a pipe that nobody writes to must not hang.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) {
        if (errno == ELOOP)
            return base::failure(ErrorCode::Unsupported, subject, tr("This is a link, not a file."));
        return std::unexpected(base::errorFromErrno(errno, subject));
    }
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0) {
        const int number = errno;
        ::close(descriptor);
        return std::unexpected(base::errorFromErrno(number, subject));
    }
    if (!S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return base::failure(ErrorCode::Unsupported, subject, tr("This is not a regular file."));
    }
    FileSource source(path, descriptor, identityOf(status));
    QByteArray head(static_cast<qsizetype>(std::min<std::uint64_t>(source.size(), headSize)), Qt::Uninitialized);
    const auto got = source.readFromDisk(0, {head.data(), static_cast<std::size_t>(head.size())});
    if (!got)
        return std::unexpected(got.error());
    head.truncate(static_cast<qsizetype>(*got));
    source.m_head = std::move(head);
    return source;
}

FileSource::FileSource(base::Path path, int descriptor, FileIdentity identity)
    : m_path(std::move(path)), m_descriptor(descriptor), m_identity(identity)
{
}

FileSource::FileSource(FileSource &&other) noexcept
    : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_identity(other.m_identity), m_head(std::move(other.m_head))
{
}

FileSource &FileSource::operator=(FileSource &&other) noexcept
{
    if (this != &other) {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        m_path = std::move(other.m_path);
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_identity = other.m_identity;
        wipe(m_head);
        m_head = std::move(other.m_head);
    }
    return *this;
}

FileSource::~FileSource()
{
    wipe(m_head);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

base::Result<std::size_t> FileSource::read(std::uint64_t offset, std::span<char> into) const
{
    if (const auto known = held(offset, into.size())) {
        std::copy(known->begin(), known->end(), into.begin());
        return into.size();
    }
    return readFromDisk(offset, into);
}

std::optional<std::span<const char>> FileSource::held(std::uint64_t offset, std::uint64_t length) const
{
    const auto size = static_cast<std::uint64_t>(m_head.size());
    if (offset > size || length > size - offset)
        return std::nullopt;
    return std::span(m_head.constData() + offset, static_cast<std::size_t>(length));
}

void FileSource::hold(std::uint64_t limit)
{
    const auto known = static_cast<std::uint64_t>(m_head.size());
    if (size() > limit || known >= size())
        return;
    QByteArray whole(static_cast<qsizetype>(size()), Qt::Uninitialized);
    std::copy(m_head.begin(), m_head.end(), whole.begin());
    const auto got = readFromDisk(known, {whole.data() + known, static_cast<std::size_t>(size() - known)});
    if (got && *got == size() - known) {
        wipe(m_head);
        m_head = std::move(whole);
    }
}

base::Result<std::size_t> FileSource::readFromDisk(std::uint64_t offset, std::span<char> into) const
{
    std::size_t done = 0;
    while (done < into.size()) {
        const ssize_t got = ::pread(m_descriptor, into.data() + done, into.size() - done,
                                    static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::unexpected(base::errorFromErrno(errno, base::toDisplay(m_path)));
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

base::Result<QByteArray> FileSource::bytes(std::uint64_t offset, std::uint64_t length) const
{
    if (offset > size() || length > size() - offset)
        return base::failure(ErrorCode::Changed, base::toDisplay(m_path), tr("The file ends too early."));
    QByteArray content(static_cast<qsizetype>(length), Qt::Uninitialized);
    const auto got = read(offset, {content.data(), static_cast<std::size_t>(length)});
    if (!got)
        return std::unexpected(got.error());
    if (*got != length)
        return base::failure(ErrorCode::Changed, base::toDisplay(m_path), tr("The file ends too early."));
    return content;
}

base::Result<QByteArray> FileSource::all(std::uint64_t limit) const
{
    if (size() > limit)
        return base::failure(ErrorCode::TooLarge, base::toDisplay(m_path), tr("The file is too large."));
    return bytes(0, size());
}

} // namespace shirushi::platform
