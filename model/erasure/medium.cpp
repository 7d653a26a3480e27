#include "erasure/medium.h"

#include <QFile>
#include <QStringList>

namespace shirushi::erasure {

namespace {

constexpr int deepest = 8; // volumes upon volumes

QString content(const base::Path &file)
{
    QFile opened(base::toDisplay(file));
    return opened.open(QIODevice::ReadOnly) ? QString::fromUtf8(opened.read(256)).simplified() : QString();
}

bool isThere(const base::Path &path)
{
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

bool isVirtual(const base::Path &disk, const QString &place)
{
    const QString maker = content(disk / "device/vendor") + content(disk / "device/model");
    if (place.contains(u"/virtio") || place.contains(u"/vbd-") || place.contains(u"/vmbus"))
        return true;
    for (const char *name : {"QEMU", "VMware", "VBOX", "Virtual", "Msft", "Xen"}) {
        if (maker.contains(QLatin1String(name), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

Medium worse(Medium one, const Medium &other)
{
    if (one.kind != other.kind)
        one.kind = one.kind == MediumKind::Unknown || other.kind == MediumKind::Unknown ? MediumKind::Unknown : MediumKind::SolidState;
    one.isRemovable = one.isRemovable || other.isRemovable;
    one.isVirtual = one.isVirtual || other.isVirtual;
    one.hasSnapshots = one.hasSnapshots || other.hasSnapshots;
    if (one.name != other.name)
        one.name += QStringLiteral(" + ") + other.name;
    return one;
}

Medium disk(const base::Path &folder)
{
    const QString place = base::toDisplay(folder);
    Medium medium;
    medium.isVirtual = isVirtual(folder, place);
    medium.isRemovable = place.contains(u"/usb") || place.contains(u"/mmc") || content(folder / "removable") == u"1";
    const QString rotational = content(folder / "queue/rotational");
    if (!medium.isVirtual && rotational == u"1" && !place.contains(u"/usb")) // bridges of USB disks say it of sticks too
        medium.kind = MediumKind::Rotating;
    else if (!medium.isVirtual && rotational == u"0")
        medium.kind = MediumKind::SolidState;
    QString serial = content(folder / "device/serial");
    if (serial.isEmpty() && !medium.isVirtual)
        serial = content(folder / "wwid");
    const QStringList parts{content(folder / "device/vendor"), content(folder / "device/model"), serial};
    medium.name = parts.join(u' ').simplified();
    const QString disk = base::toDisplay(folder.filename());
    medium.name = medium.name.isEmpty() ? disk : disk + u' ' + medium.name;
    return medium;
}

Medium follow(base::Path folder, const base::Path &sys, int depth)
{
    if (depth > deepest)
        return {};
    if (isThere(folder / "partition"))
        folder = folder.parent_path();
    if (isThere(folder / "loop")) { // a file on another file system
        Medium medium;
        medium.name = base::toDisplay(folder.filename());
        return medium;
    }
    std::error_code problem;
    std::optional<Medium> below;
    for (std::filesystem::directory_iterator slave(folder / "slaves", problem), end; !problem && slave != end; slave.increment(problem)) {
        std::error_code unresolved;
        const base::Path real = std::filesystem::canonical(slave->path(), unresolved);
        if (!unresolved)
            below = below ? worse(*below, follow(real, sys, depth + 1)) : follow(real, sys, depth + 1);
    }
    if (!below)
        return disk(folder);
    // The volume manager builds an origin upon "-real" and its snapshots upon "-cow".
    for (const base::Path &name : {folder / "dm/name", folder / "dm/uuid"})
        below->hasSnapshots = below->hasSnapshots || content(name).contains(u"-real") || content(name).contains(u"-cow");
    return *below;
}

} // namespace

Medium mediumOf(const QString &device, const base::Path &sys)
{
    std::error_code problem;
    const base::Path folder = std::filesystem::canonical(sys / "dev/block" / device.toStdString(), problem);
    return problem ? Medium() : follow(folder, sys, 0);
}

} // namespace shirushi::erasure
