#include "platform/sectorfile.h"

#include "platform/filesource.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace shirushi::platform {

namespace {

// Open and locked, until it goes out of scope.
class Opened
{
public:
    Opened(const base::Path &file, int flags, int lock)
        : m_descriptor(::open(file.c_str(), flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK))
    {
        if (m_descriptor < 0)
            return;
        while (::flock(m_descriptor, lock) != 0 && errno == EINTR) {
        }
    }
    Opened(const Opened &) = delete;
    Opened &operator=(const Opened &) = delete;
    ~Opened()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    int descriptor() const { return m_descriptor; }

    // Asked under the lock: another may have taken the file's name meanwhile.
    bool isStill(const base::Path &file, qsizetype size) const
    {
        struct stat mine = {};
        struct stat named = {};
        return ::fstat(m_descriptor, &mine) == 0 && ::lstat(file.c_str(), &named) == 0 && S_ISREG(mine.st_mode)
               && mine.st_dev == named.st_dev && mine.st_ino == named.st_ino && mine.st_nlink == 1
               && mine.st_size == size;
    }

private:
    int m_descriptor;
};

} // namespace

bool overwriteSector(const base::Path &file, const QByteArray &content,
                     const std::function<bool(const QByteArray &present)> &mayReplace)
{
    if (content.isEmpty() || content.size() > sectorSize)
        return false;
    const Opened opened(file, O_RDWR, LOCK_EX);
    if (opened.descriptor() < 0 || !opened.isStill(file, content.size()))
        return false;
    const auto size = static_cast<std::size_t>(content.size());
    QByteArray present(content.size(), Qt::Uninitialized);
    if (::pread(opened.descriptor(), present.data(), size, 0) != content.size() || !mayReplace(present))
        return false;
    return ::pwrite(opened.descriptor(), content.constData(), size, 0) == content.size();
}

base::Result<QByteArray> readUnderLock(const base::Path &file, std::uint64_t limit)
{
    const Opened lock(file, O_RDONLY, LOCK_SH);
    const auto source = FileSource::open(file);
    if (!source)
        return std::unexpected(source.error());
    return source->all(limit);
}

} // namespace shirushi::platform
