#include "vault/sweeping.h"

#include "platform/replacement.h"

#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
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

void sweep(const Layout &layout)
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
    if (candidates.empty())
        return;
    // What time it is on that disk: by a file that is made there now.
    const auto probe = platform::Replacement::create(layout.items() / "probe");
    std::error_code problem;
    const auto now = probe ? std::filesystem::last_write_time(probe->temporary(), problem) : std::filesystem::file_time_type();
    if (!probe || problem)
        return;
    for (const base::Path &file : candidates) {
        const auto changed = std::filesystem::last_write_time(file, problem);
        if (!problem && now - changed > std::chrono::hours(leftBehindAfterHours) && !isHeld(file))
            std::filesystem::remove(file, problem);
    }
}

} // namespace shirushi::vault
