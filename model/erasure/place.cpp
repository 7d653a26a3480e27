#include "erasure/place.h"

#include <QCoreApplication>
#include <QStringList>

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <map>
#include <set>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

namespace shirushi::erasure {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::erasure", text);
}

// Without following a link anywhere on the way, where the kernel can say so (Linux 5.6).
int openFolder(const base::Path &folder)
{
    struct open_how how = {};
    how.flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
    how.resolve = RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    const long opened = ::syscall(SYS_openat2, AT_FDCWD, folder.c_str(), &how, sizeof how);
    if (opened >= 0 || (errno != ENOSYS && errno != EPERM))
        return static_cast<int>(opened);
    return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
}

// The names in a folder that mean the file, as they stand there: a file system that does not tell small letters from capitals
// finds one name by several spellings.
std::set<std::string> namesOf(const struct stat &file, int folder)
{
    std::set<std::string> names;
    DIR *entries = ::fdopendir(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!entries)
        return names;
    for (const dirent *entry = ::readdir(entries); entry; entry = ::readdir(entries)) {
        struct stat status = {};
        if (entry->d_ino == file.st_ino && ::fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0
            && status.st_dev == file.st_dev && status.st_ino == file.st_ino)
            names.insert(entry->d_name);
    }
    ::closedir(entries);
    return names;
}

} // namespace

base::Error Place::errorHere(int number) const
{
    return base::errorFromErrno(number, base::toDisplay(m_file));
}

base::Result<Place> Place::open(const base::Path &file)
{
    std::error_code problem;
    const base::Path folder = std::filesystem::canonical(file.has_parent_path() ? file.parent_path() : base::Path("."), problem);
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(file)));
    Place place(folder / file.filename(), openFolder(folder));
    if (place.m_folder < 0 && errno == ELOOP)
        return base::failure(ErrorCode::Changed, base::toDisplay(file), tr("A folder on the way became a link meanwhile. Nothing was erased."));
    struct stat status = {};
    if (place.m_folder < 0 || ::fstat(place.m_folder, &status) != 0)
        return std::unexpected(place.errorHere(errno));
    place.m_folderId = {status.st_dev, status.st_ino};
    return place;
}

Place::Place(Place &&other) noexcept : m_file(std::move(other.m_file)), m_folder(std::exchange(other.m_folder, -1)), m_folderId(other.m_folderId) {}

Place::~Place()
{
    if (m_folder >= 0)
        ::close(m_folder);
}

base::Result<void> Place::check(const struct stat &file) const
{
    struct stat status = {};
    if (::fstatat(m_folder, m_file.filename().c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return std::unexpected(errorHere(errno));
    if (status.st_ino != file.st_ino || status.st_dev != file.st_dev)
        return base::failure(ErrorCode::Changed, base::toDisplay(m_file), tr("Another file has taken this name meanwhile. It stays as it is."));
    return {};
}

base::Result<void> Place::remove(const QByteArray &alias) const
{
    const base::Path name = m_file.filename();
    // A file system that cannot rename keeps the old name, which is removed all the same.
    const bool isRenamed = ::renameat(m_folder, name.c_str(), m_folder, alias.constData()) == 0;
    if (::unlinkat(m_folder, isRenamed ? alias.constData() : name.c_str(), 0) != 0)
        return std::unexpected(errorHere(errno));
    return {};
}

base::Result<void> checkNames(const std::vector<Place> &places, const struct stat &file)
{
    if (places.size() == 1 && file.st_nlink == 1)
        return {};
    std::map<std::pair<Place::FolderId, std::string>, base::Path> others;
    for (const Place &place : places) {
        for (const std::string &name : namesOf(file, place.folder()))
            others.try_emplace({place.folderId(), name}, place.file().parent_path() / name);
    }
    std::size_t known = 0;
    for (const Place &place : places)
        known += others.erase({place.folderId(), place.file().filename().native()});
    if (known == places.size() && file.st_nlink == known)
        return {};
    const base::Path &first = places.front().file();
    QStringList beside;
    QStringList elsewhere;
    for (const auto &[key, other] : others) {
        const bool isBeside = other.parent_path() == first.parent_path();
        (isBeside ? beside : elsewhere) += base::toDisplay(isBeside ? other.filename() : other);
    }
    QString message = tr("This file has further names (hard links). What stands under them would be erased with it.");
    if (!beside.isEmpty())
        message += u' ' + tr("In the same folder: %1").arg(beside.join(QStringLiteral("、")));
    if (!elsewhere.isEmpty())
        message += u' ' + tr("In other folders: %1").arg(elsewhere.join(QStringLiteral("、")));
    return base::failure(ErrorCode::Unsupported, base::toDisplay(first), message);
}

} // namespace shirushi::erasure
