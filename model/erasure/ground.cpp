#include "erasure/ground.h"

#include "erasure/extents.h"
#include "erasure/mountinfo.h"
#include "erasure/neighbours.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace shirushi::erasure {

namespace {

class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    int number() const { return m_number; }

private:
    int m_number;
};

QByteArray contentOf(const base::Path &file)
{
    QFile opened(base::toDisplay(file));
    return opened.open(QIODevice::ReadOnly) ? opened.read(4 << 20) : QByteArray();
}

struct SystemDoubt {
    const char *fileSystem; // or how its name begins, with a dot at the end
    const char *doubt;      // empty: in place
};
constexpr SystemDoubt systems[] = {
    {"ext2", ""}, {"ext3", ""}, {"ext4", ""}, {"xfs", ""}, {"vfat", ""}, {"msdos", ""}, {"exfat", ""}, {"ntfs", ""}, {"ntfs3", ""},
    {"jfs", ""}, {"hfs", ""}, {"hfsplus", ""}, {"udf", ""},
    {"btrfs", "copy-on-write"}, {"zfs", "copy-on-write"}, {"bcachefs", "copy-on-write"}, {"apfs", "copy-on-write"},
    {"f2fs", "log-structured"}, {"nilfs2", "log-structured"}, {"ubifs", "log-structured"}, {"jffs2", "log-structured"},
    {"overlay", "overlay"}, {"aufs", "overlay"},
    {"nfs", "network"}, {"nfs4", "network"}, {"cifs", "network"}, {"smb3", "network"}, {"smbfs", "network"}, {"afs", "network"},
    {"ceph", "network"}, {"9p", "network"}, {"virtiofs", "network"}, {"fuse.sshfs", "network"}, {"fuse.davfs2", "network"},
    {"tmpfs", "memory"}, {"ramfs", "memory"}, {"devtmpfs", "memory"},
    {"fuseblk", ""}, // ntfs-3g
    {"fuse", "program"}, {"fuse.", "program"},
};

QString doubtOf(const QString &fileSystem)
{
    for (const SystemDoubt &system : systems) {
        const QLatin1String name(system.fileSystem);
        if (fileSystem == name || (name.endsWith(u'.') && fileSystem.startsWith(name)))
            return QString::fromLatin1(system.doubt);
    }
    return QStringLiteral("system-unknown");
}

std::optional<Mount> mountOf(int descriptor, const Kernel &kernel)
{
    struct statx status = {};
    if (::statx(descriptor, "", AT_EMPTY_PATH, STATX_MNT_ID | STATX_BASIC_STATS, &status) != 0)
        return std::nullopt;
    const auto mounts = mountsFrom(contentOf(kernel.proc / "self/mountinfo"));
    if ((status.stx_mask & STATX_MNT_ID) != 0)
        return mountWithId(mounts, static_cast<std::int64_t>(status.stx_mnt_id));
    const QString device = QStringLiteral("%1:%2").arg(status.stx_dev_major).arg(status.stx_dev_minor);
    const auto found = std::find_if(mounts.begin(), mounts.end(), [&](const Mount &mount) { return mount.device == device; });
    return found == mounts.end() ? std::nullopt : std::optional(*found);
}

// The journal has the bytes of every file, or of this one.
bool isJournalled(int descriptor, const Mount &mount, const Kernel &kernel)
{
    const QString device = base::toDisplay(base::Path(mount.source.toStdString()).filename());
    const QByteArray options = contentOf(kernel.proc / "fs" / mount.fileSystem.toStdString() / device.toStdString() / "options");
    int flags = 0;
    return mount.options.contains(QStringLiteral("data=journal")) || options.contains("data=journal")
           || (::ioctl(descriptor, FS_IOC_GETFLAGS, &flags) == 0 && (flags & FS_JOURNAL_DATA_FL) != 0);
}

bool isWithoutBlocks(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && status.st_size > 0 && status.st_blocks == 0 && ::lseek(descriptor, 0, SEEK_DATA) == 0;
}

void lookAtFile(int descriptor, Ground &ground)
{
    const Extents extents = extentsOf(descriptor);
    if (extents.isInline || (!extents.isKnown && ground.fileSystem.startsWith(u"ntfs") && isWithoutBlocks(descriptor)))
        ground.doubts += QStringLiteral("inline-data");
    if (extents.isShared)
        ground.doubts += QStringLiteral("shared-extents");
    if (extents.isEncoded)
        ground.doubts += QStringLiteral("encoded");
}

void lookAtMedium(Ground &ground, const QString &device, const Kernel &kernel)
{
    ground.medium = mediumOf(device, kernel.sys);
    if (ground.medium.hasSnapshots)
        ground.doubts += QStringLiteral("snapshot");
    if (ground.medium.kind == MediumKind::SolidState || ground.medium.isRemovable)
        ground.doubts += QStringLiteral("flash");
    else if (ground.medium.kind == MediumKind::Unknown)
        ground.doubts += QStringLiteral("medium-unknown");
}

bool isOnServer(const QStringList &doubts)
{
    return doubts.contains(QStringLiteral("network")) || doubts.contains(QStringLiteral("memory"))
           || doubts.contains(QStringLiteral("program"));
}

// btrfs and ZFS name their disk, but have no number of its own for the file.
QString diskOf(const Mount &mount)
{
    struct stat status = {};
    if (!mount.device.startsWith(u"0:") || ::stat(mount.source.toUtf8().constData(), &status) != 0 || !S_ISBLK(status.st_mode))
        return mount.device;
    return QStringLiteral("%1:%2").arg(major(status.st_rdev)).arg(minor(status.st_rdev));
}

} // namespace

base::Result<Ground> groundOf(const base::Path &file, const Kernel &kernel)
{
    Surroundings around;
    return groundOf(file, around, kernel);
}

base::Result<Ground> groundOf(const base::Path &file, Surroundings &around, const Kernel &kernel)
{
    std::error_code problem;
    const base::Path folder = std::filesystem::canonical(file.has_parent_path() ? file.parent_path() : base::Path("."), problem);
    const base::Path place = folder / file.filename();
    const Descriptor opened(problem ? -1 : ::open(place.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    if (opened.number() < 0)
        return std::unexpected(base::errorFromErrno(problem ? problem.value() : errno, base::toDisplay(file)));
    Ground ground;
    base::Path top = "/";
    if (const auto mount = mountOf(opened.number(), kernel)) {
        ground.fileSystem = mount->fileSystem;
        ground.device = mount->source;
        top = base::toPath(mount->point);
        if (const QString doubt = doubtOf(mount->fileSystem); !doubt.isEmpty())
            ground.doubts += doubt;
        if (isJournalled(opened.number(), *mount, kernel))
            ground.doubts += QStringLiteral("data-journal");
        if (!isOnServer(ground.doubts))
            lookAtMedium(ground, diskOf(*mount), kernel);
    } else {
        ground.doubts += QStringLiteral("system-unknown");
    }
    lookAtFile(opened.number(), ground);
    const Neighbours neighbours = neighboursOf(place, top, around);
    if (!neighbours.synced.isEmpty())
        ground.doubts += QStringLiteral("synced");
    if (!neighbours.snapshots.isEmpty())
        ground.doubts += QStringLiteral("snapshot");
    ground.witnesses = neighbours.synced + neighbours.snapshots;
    ground.doubts.removeDuplicates();
    ground.doubts.sort();
    return ground;
}

} // namespace shirushi::erasure
