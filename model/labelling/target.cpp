#include "labelling/target.h"

#include "label/sidecar.h"
#include "platform/inuse.h"
#include "platform/replacement.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::labelling {

namespace fs = std::filesystem;
using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::labelling", text);
}

bool isInside(const base::Path &path, const base::Path &folder)
{
    const auto [folderEnd, pathEnd] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return folderEnd == folder.end() && pathEnd != path.end();
}

bool isNoDocument(const base::Path &path)
{
    return platform::isLockFileName(path) || platform::isTemporaryName(path) || label::isOurSidecar(path);
}

} // namespace

base::Path absolutePath(const base::Path &path)
{
    std::error_code problem;
    const base::Path absolute = fs::absolute(path, problem).lexically_normal();
    const base::Path folder = fs::canonical(absolute.parent_path(), problem);
    return problem ? absolute : folder / absolute.filename();
}

base::Result<base::Path> followedInside(const base::Path &path)
{
    const base::Path target = absolutePath(path);
    std::error_code problem;
    if (!fs::is_symlink(fs::symlink_status(target, problem)))
        return target;
    const QString subject = base::toDisplay(path);
    const base::Path real = fs::canonical(target, problem);
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), subject));
    if (!isInside(real, target.parent_path()))
        return base::failure(ErrorCode::OutsideFolder, subject, tr("This link leads out of its folder."));
    return real;
}

base::Result<base::Path> labelTarget(const base::Path &path)
{
    const QString subject = base::toDisplay(path);
    const auto followed = followedInside(path);
    if (!followed)
        return followed;
    const base::Path &target = *followed;
    if (isNoDocument(target)) {
        return base::failure(ErrorCode::InvalidInput, subject,
                             tr("This file belongs to another file and has no label of its own."));
    }
    if (platform::lockFileOf(target)) {
        return base::failure(ErrorCode::InUse, subject,
                             tr("This file is open in another program. Please close it there and try again."));
    }
    return target;
}

std::vector<base::Path> filesBelow(const base::Path &folder)
{
    std::vector<base::Path> files;
    std::error_code problem;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, problem);
    for (; !problem && entry != fs::recursive_directory_iterator(); entry.increment(problem)) {
        std::error_code ignored; // these two know the kind from the folder itself, without asking for each file
        if (!entry->is_symlink(ignored) && entry->is_regular_file(ignored) && !isNoDocument(entry->path()))
            files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace shirushi::labelling
