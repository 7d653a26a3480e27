#include "platform/privateplace.h"

#include "platform/sharedfolder.h"
#include "platform/sharedplace.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace shirushi::platform {

namespace {

constexpr std::uint64_t reserve = 4 << 20; // bytes, for lock files and what an editor notes beside the document

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::platform", text);
}

bool hasRoom(const base::Path &folder, std::uint64_t bytes)
{
    struct statvfs status = {};
    if (bytes > UINT64_MAX / 2 - reserve || ::statvfs(folder.c_str(), &status) != 0)
        return false;
    return static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize >= 2 * bytes + reserve;
}

bool isUsable(const base::Path &folder)
{
    return folder.is_absolute() && ::access(folder.c_str(), R_OK | W_OK | X_OK) == 0;
}

bool hasSign(const base::Path &folder)
{
    static constexpr std::array signs{".dropbox", ".dropbox.cache", ".stfolder", ".owncloudsync.log", ".nextcloudsync.log", ".sync-exclude.lst"};
    const std::string name = folder.filename().native();
    if (name.starts_with("OneDrive") || name == "Dropbox" || name == "Nextcloud" || name == "ownCloud")
        return true;
    return std::ranges::any_of(signs, [&](const char *sign) {
        struct stat status = {};
        return ::lstat((folder / sign).c_str(), &status) == 0;
    });
}

} // namespace

std::vector<base::Path> memoryPlaces()
{
    std::vector<base::Path> places;
    if (const char *runtime = std::getenv("XDG_RUNTIME_DIR"); runtime && *runtime)
        places.emplace_back(runtime);
    places.emplace_back("/dev/shm");
    return places;
}

bool isInMemory(const base::Path &folder)
{
    struct statfs status = {};
    if (::statfs(folder.c_str(), &status) != 0)
        return false;
    const auto type = static_cast<std::uint32_t>(status.f_type);
    return type == TMPFS_MAGIC || type == RAMFS_MAGIC;
}

bool isSynchronised(const base::Path &folder)
{
    std::error_code problem;
    const base::Path real = std::filesystem::weakly_canonical(folder, problem);
    for (base::Path at = problem ? folder : real; at.has_relative_path(); at = at.parent_path()) {
        if (hasSign(at))
            return true;
    }
    return false;
}

base::Result<void> makePrivateFolder(const base::Path &folder)
{
    if (::mkdir(folder.c_str(), 0700) != 0)
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(folder)));
    // A default access control list of the folder above must not let others in.
    if (::chmod(folder.c_str(), 0700) != 0)
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(folder)));
    return {};
}

base::Result<PrivatePlace> privatePlace(std::uint64_t bytes, const base::Path &fallback, const std::vector<base::Path> &candidates)
{
    for (const base::Path &candidate : candidates) {
        if (isUsable(candidate) && isInMemory(candidate) && hasRoom(candidate, bytes))
            return PrivatePlace{candidate, true};
    }
    const Sharing sharing = SharedPlaces::load().of(fallback.parent_path());
    if (sharing == Sharing::Network || isSynchronised(fallback)) {
        return base::failure(base::ErrorCode::Unsupported, base::toDisplay(fallback),
                             tr("There is no room in memory for this document, and this place is on another computer or is copied elsewhere. Nothing was decrypted."));
    }
    if (const auto made = makeOwnFolder(fallback); !made)
        return std::unexpected(made.error());
    if (!hasRoom(fallback, bytes))
        return base::failure(base::ErrorCode::NoSpace, base::toDisplay(fallback), tr("There is no room for this document, neither in memory nor on the disk."));
    return PrivatePlace{fallback, isInMemory(fallback)};
}

} // namespace shirushi::platform
