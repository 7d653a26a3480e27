#include "platform/sharedplace.h"

#include <QByteArray>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>

#include <sys/stat.h>

namespace shirushi::platform {

namespace {

constexpr std::size_t longestLine = 4096;
constexpr int mostLines = 20'000;
constexpr int mostShareFiles = 1'000;

template <typename Take>
void eachLine(const base::Path &file, Take take)
{
    std::ifstream stream(file);
    std::string line;
    for (int i = 0; i < mostLines && std::getline(stream, line); ++i) {
        if (line.size() <= longestLine)
            take(QByteArray::fromStdString(line).trimmed());
    }
}

void addShare(std::vector<base::Path> &shares, QByteArray path)
{
    if (path.size() > 1 && path.startsWith('"') && path.endsWith('"'))
        path = path.mid(1, path.size() - 2);
    // %U, %H and the like stand for a folder of each person: what comes before them is not shared as such.
    if (path.startsWith('/') && path.size() > 1 && !path.contains('%'))
        shares.push_back(base::Path(path.toStdString()).lexically_normal());
}

// [name] sections with `path = …` lines; a printer's spool is no folder that people work in.
void addSambaShares(std::vector<base::Path> &shares, const base::Path &file)
{
    QByteArray section;
    eachLine(file, [&](const QByteArray &line) {
        if (line.startsWith('['))
            section = line.mid(1, line.indexOf(']') - 1).trimmed().toLower();
        const qsizetype equals = line.indexOf('=');
        if (equals < 0 || line.startsWith('#') || line.startsWith(';') || section == "global" || section == "printers"
            || section == "print$")
            return;
        const QByteArray name = line.left(equals).trimmed().toLower();
        if (name == "path" || name == "directory")
            addShare(shares, line.mid(equals + 1).trimmed());
    });
}

void addUserShares(std::vector<base::Path> &shares, const base::Path &folder)
{
    std::error_code problem;
    int count = 0;
    for (std::filesystem::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
        if (++count > mostShareFiles)
            return;
        addSambaShares(shares, at->path()); // "path=/…" lines too
    }
}

// exports(5): the folder, perhaps in quotes or with \040 for a space, then who may have it.
void addExports(std::vector<base::Path> &shares, const base::Path &file)
{
    eachLine(file, [&](QByteArray line) {
        if (line.startsWith('"')) {
            if (const qsizetype end = line.indexOf('"', 1); end > 0)
                addShare(shares, line.mid(1, end - 1));
            return;
        }
        const auto blank = std::find_if(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t'; });
        line.truncate(blank - line.begin());
        addShare(shares, line.replace("\\040", " "));
    });
}

// Anybody may write in it (a temporary folder, where each has only what is his, apart), or a group whose
// members are meant to own what is put there.
bool isOpenToOthers(const base::Path &folder)
{
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
        return false;
    const bool everybody = (status.st_mode & S_IWOTH) && !(status.st_mode & S_ISVTX);
    const bool group = (status.st_mode & S_IWGRP) && (status.st_mode & S_ISGID);
    return everybody || group;
}

bool contains(const base::Path &outer, const base::Path &inner)
{
    const auto [outerEnd, innerEnd] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
    return outerEnd == outer.end() || (outerEnd->empty() && std::next(outerEnd) == outer.end());
}

} // namespace

bool isNetworkFileSystem(const std::string &type)
{
    static const std::set<std::string> network{
        "9p",          "acfs",          "afs",          "beegfs",     "ceph",        "cifs",      "coda",
        "davfs",       "fuse.ceph",     "fuse.davfs2",  "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.kio-fuse",
        "fuse.rclone", "fuse.s3fs",     "fuse.smbnetfs", "fuse.sshfs", "fuse.vmhgfs-fuse", "glusterfs", "gpfs",
        "lustre",      "ncpfs",         "nfs",          "nfs4",       "ocfs2",       "pvfs2",     "smb3",
        "smbfs",       "vboxsf",        "virtiofs",
    };
    return network.contains(type);
}

SharedPlaces SharedPlaces::load(const base::Path &root)
{
    SharedPlaces places;
    addSambaShares(places.m_shares, root / "etc/samba/smb.conf");
    addUserShares(places.m_shares, root / "var/lib/samba/usershares");
    addExports(places.m_shares, root / "etc/exports");
    return places;
}

Sharing SharedPlaces::of(const base::Path &folder) const
{
    std::error_code problem;
    base::Path real = std::filesystem::weakly_canonical(folder, problem);
    if (problem)
        real = folder.lexically_normal();
    base::Path there = real; // a file system is asked of what exists
    while (!std::filesystem::exists(there, problem) && there.has_relative_path())
        there = there.parent_path();
    const QStorageInfo storage(base::toDisplay(there));
    if (isNetworkFileSystem(storage.fileSystemType().toStdString()))
        return Sharing::Network;
    if (std::any_of(m_shares.begin(), m_shares.end(), [&](const base::Path &share) { return contains(share, real); }))
        return Sharing::Shared;
    // A folder made inside a shared one need not let others write, yet they see what is in it.
    for (base::Path at = there; at.has_relative_path(); at = at.parent_path()) {
        if (isOpenToOthers(at))
            return Sharing::Shared;
    }
    return Sharing::Own;
}

} // namespace shirushi::platform
