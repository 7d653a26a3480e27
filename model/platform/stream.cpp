#include "platform/stream.h"

#include <QCoreApplication>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace shirushi::platform {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::platform", text);
}

} // namespace

base::Result<StreamSource> StreamSource::open(const base::Path &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(path)));
    StreamSource source(descriptor, true, base::toDisplay(path));
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return std::unexpected(base::errorFromErrno(errno, source.subject()));
    if (S_ISDIR(status.st_mode))
        return base::failure(base::ErrorCode::Unsupported, source.subject(), tr("This is not a regular file."));
    if (S_ISREG(status.st_mode))
        source.m_size = static_cast<std::uint64_t>(status.st_size);
    return source;
}

StreamSource StreamSource::standardInput()
{
    return StreamSource(STDIN_FILENO, false, QStringLiteral("-"));
}

StreamSource::StreamSource(int descriptor, bool isOwn, QString subject)
    : m_descriptor(descriptor), m_isOwn(isOwn), m_subject(std::move(subject))
{
}

StreamSource::StreamSource(StreamSource &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_isOwn(std::exchange(other.m_isOwn, false)),
      m_subject(std::move(other.m_subject)), m_size(other.m_size)
{
}

StreamSource::~StreamSource()
{
    if (m_isOwn)
        ::close(m_descriptor);
}

base::Result<std::size_t> StreamSource::read(std::span<char> into)
{
    std::size_t done = 0;
    while (done < into.size()) {
        const ssize_t got = ::read(m_descriptor, into.data() + done, into.size() - done);
        if (got < 0 && errno == EINTR)
            return base::failure(base::ErrorCode::Cancelled, m_subject, tr("The work was stopped."));
        if (got < 0)
            return std::unexpected(base::errorFromErrno(errno, m_subject));
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

bool StreamSource::isSameFile(const base::Path &path) const
{
    struct stat own = {};
    struct stat other = {};
    return ::fstat(m_descriptor, &own) == 0 && S_ISREG(own.st_mode) && ::stat(path.c_str(), &other) == 0
           && own.st_dev == other.st_dev && own.st_ino == other.st_ino;
}

base::Result<StreamSink> StreamSink::open(const base::Path &path)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(path)));
    return StreamSink(descriptor, true, base::toDisplay(path));
}

StreamSink StreamSink::standardOutput()
{
    return StreamSink(STDOUT_FILENO, false, QStringLiteral("-"));
}

StreamSink::StreamSink(int descriptor, bool isOwn, QString subject)
    : m_descriptor(descriptor), m_isOwn(isOwn), m_subject(std::move(subject))
{
}

StreamSink::StreamSink(StreamSink &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_isOwn(std::exchange(other.m_isOwn, false)),
      m_subject(std::move(other.m_subject)), m_position(other.m_position)
{
}

StreamSink::~StreamSink()
{
    if (m_isOwn)
        ::close(m_descriptor);
}

base::Result<void> StreamSink::write(std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const ssize_t done = ::write(m_descriptor, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR)
            return base::failure(base::ErrorCode::Cancelled, m_subject, tr("The work was stopped."));
        if (done < 0)
            return std::unexpected(base::errorFromErrno(errno, m_subject));
        bytes = bytes.subspan(static_cast<std::size_t>(done));
        m_position += static_cast<std::uint64_t>(done);
    }
    return {};
}

bool isStream(const base::Path &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

} // namespace shirushi::platform
