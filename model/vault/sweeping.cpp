#include "vault/sweeping.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace shirushi::vault {

bool isHeld(const base::Path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return false;
    const bool isFree = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    ::close(descriptor);
    return !isFree;
}

bool isLeftBehind(const base::Path &file, const QDateTime &now)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return false;
    struct stat status = {};
    const bool isOld = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)
                       && now.toSecsSinceEpoch() - static_cast<qint64>(status.st_mtim.tv_sec) > leftBehindAfterHours * 3600;
    const bool isFree = isOld && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    ::close(descriptor);
    return isFree;
}

void sweep(const Layout &layout, const base::Clock &clock)
{
    const auto listing = list(layout);
    if (!listing)
        return;
    std::vector<base::Path> candidates = listing->temporary;
    for (const auto &[id, files] : listing->items) {
        for (const QString &content : files.contents) {
            if (!files.hasDescription)
                candidates.push_back(layout.file(content));
        }
    }
    const QDateTime now = clock.now();
    for (const base::Path &file : candidates) {
        std::error_code ignored;
        if (isLeftBehind(file, now))
            std::filesystem::remove(file, ignored);
    }
}

} // namespace shirushi::vault
