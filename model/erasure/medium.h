// Medium: what a file system lies on, as the kernel shows it under /sys. Any thread.
#pragma once

#include "base/path.h"

#include <QString>

namespace shirushi::erasure {

enum class MediumKind { Unknown, Rotating, SolidState };

struct Medium {
    MediumKind kind = MediumKind::Unknown;
    bool isRemovable = false; // USB, memory card
    bool isVirtual = false;   // of a virtual machine: what it says of itself is worth nothing
    bool hasSnapshots = false; // of the volume manager
    QString name;             // maker, model and serial number, as far as they show
};

/// `device`: MAJOR:MINOR; `sys`: /sys. Volumes of dm and loop devices are followed to the disk below. Of several disks the
/// worst counts.
Medium mediumOf(const QString &device, const base::Path &sys);

} // namespace shirushi::erasure
