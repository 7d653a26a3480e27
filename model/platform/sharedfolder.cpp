#include "platform/sharedfolder.h"

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace shirushi::platform {

namespace {

base::Path folderOf(const base::Path &path)
{
    const base::Path folder = path.parent_path();
    return folder.empty() ? base::Path(".") : folder;
}

} // namespace

bool isForGroup(const base::Path &folder)
{
    struct stat status = {};
    constexpr mode_t both = S_IWGRP | S_ISGID;
    return ::stat(folder.c_str(), &status) == 0 && (status.st_mode & both) == both;
}

mode_t modeForFileIn(const base::Path &folder)
{
    return isForGroup(folder) ? 0660 : 0600;
}

void shareAsFolder(int descriptor, const base::Path &file)
{
    struct stat status = {};
    const mode_t mode = modeForFileIn(folderOf(file));
    if (::fstat(descriptor, &status) != 0 || status.st_uid != ::geteuid() || (status.st_mode & 0777) == mode)
        return;
    // Where that is refused the file stays closed to the others, who are then told so.
    [[maybe_unused]] const int changed = ::fchmod(descriptor, mode);
}

base::Result<void> makeOwnFolder(const base::Path &folder)
{
    std::error_code problem;
    const bool isNew = std::filesystem::create_directories(folder, problem);
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(folder)));
    if (!isNew && isForGroup(folder))
        return {};
    const mode_t mode = isNew && isForGroup(folderOf(folder)) ? 02770 : 0700;
    if (::chmod(folder.c_str(), mode) != 0)
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(folder)));
    return {};
}

} // namespace shirushi::platform
