// What the kernel says of mounts: /proc/self/mountinfo (proc(5)). Pure; any thread.
#pragma once

#include <QByteArray>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace shirushi::erasure {

struct Mount {
    std::int64_t id = 0;
    QString device;     // MAJOR:MINOR
    QString point;      // where it is mounted
    QString fileSystem; // ext4, vfat, fuse.sshfs
    QString source;     // /dev/sda1, server:/share
    QStringList options; // of the mount and of the file system
};

/// Lines that are none are left out.
std::vector<Mount> mountsFrom(const QByteArray &mountinfo);
std::optional<Mount> mountWithId(const std::vector<Mount> &mounts, std::int64_t id);

} // namespace shirushi::erasure
