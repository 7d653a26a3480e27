#include "platform/filelock.h"

#include "platform/sharedfolder.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace shirushi::platform {

base::Result<FileLock> FileLock::take(const base::Path &file, int how)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(file)));
    shareAsFolder(descriptor, file);
    int taken = 0;
    do {
        taken = ::flock(descriptor, how);
    } while (taken != 0 && errno == EINTR);
    if (taken != 0) {
        const int number = errno == EWOULDBLOCK ? EBUSY : errno;
        ::close(descriptor);
        return std::unexpected(base::errorFromErrno(number, base::toDisplay(file)));
    }
    return FileLock(descriptor);
}

base::Result<FileLock> FileLock::shared(const base::Path &file)
{
    return take(file, LOCK_SH);
}

base::Result<FileLock> FileLock::exclusive(const base::Path &file)
{
    return take(file, LOCK_EX);
}

base::Result<FileLock> FileLock::tryExclusive(const base::Path &file)
{
    return take(file, LOCK_EX | LOCK_NB);
}

void FileLock::write(const QByteArray &text)
{
    for (qsizetype at = 0; at < text.size();) {
        const ssize_t done =
            ::write(m_descriptor, text.constData() + at, static_cast<std::size_t>(text.size() - at));
        if (done <= 0)
            return;
        at += done;
    }
}

FileLock::FileLock(FileLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace shirushi::platform
