// Ground: what overwriting can promise at a place, found out from the kernel and not asked. Any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "erasure/medium.h"
#include "erasure/surroundings.h"

#include <QStringList>

namespace shirushi::erasure {

// Doubts, by name. A contract for scripts, and recorded.
//
// copy-on-write   new bytes go to another place: btrfs, ZFS, bcachefs
// log-structured  the same: f2fs, NILFS
// data-journal    the journal has had the bytes too: ext4 data=journal, or the file's own attribute
// inline-data     the bytes lie among the descriptions of files, which the journal has had
// shared-extents  another file shares the bytes on the disk (reflink, a copy that was made in no time)
// encoded         compressed or encrypted by the file system: written to another place
// overlay         a layer below may keep the file
// network         on a server: what it keeps does not show
// program         a program makes the file system (FUSE): what it does does not show
// memory          in memory, which may be swapped out to a disk
// flash           SSD, USB stick, memory card: the medium itself writes to another place
// medium-unknown  what it lies on does not show: a virtual machine's disk, an image file
// snapshot        there are snapshots here, which may have it
// synced          a program copies this folder elsewhere, and may keep versions
// system-unknown  a file system that is not known here

struct Ground {
    QString fileSystem; // ext4; empty: not known
    QString device;     // /dev/sda1, server:/share
    Medium medium;
    QStringList doubts; // sorted; empty: overwriting reaches what lies on the medium
    QStringList witnesses{}; // what gave a doubt away: a folder's marker, a snapshot
    bool isSure() const { return doubts.isEmpty(); }
};

/// Where the kernel is asked; tests have their own.
struct Kernel {
    base::Path proc = "/proc";
    base::Path sys = "/sys";
};

/// Of a regular file, which is opened without following a link and not changed.
[[nodiscard]] base::Result<Ground> groundOf(const base::Path &file, const Kernel &kernel = {});
[[nodiscard]] base::Result<Ground> groundOf(const base::Path &file, Surroundings &around, const Kernel &kernel = {});

/// For the person; an unknown name as it is.
QString sentenceOf(const QString &doubt);
/// rotating, solid-state, removable, unknown: a contract for scripts, and recorded.
QString nameOf(const Medium &medium);
/// In a few words; `name` as nameOf() gives it.
QString mediumWords(const QString &name);

} // namespace shirushi::erasure
