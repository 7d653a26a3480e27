// Outgoing: the files that go when files and folders are named, as they will be called. Folders are taken with all
// that is in them, links are refused by name, and the label that lies beside its file goes along with it. Any thread.
#pragma once

#include "label/codec.h"
#include "sending/parcel.h"

#include <map>

namespace shirushi::sending {

struct OutgoingFile {
    base::Path path;
    QString name;                      // with "/" between folders
    bool isCompanion = false;          // beside its document (a sidecar, the cover sheet): needs no label of its own
    std::optional<QByteArray> bytes{}; // what lies on no disk: `path` is then nothing
};

struct Outgoing {
    std::vector<OutgoingFile> files;
    QStringList emptyFolders; // names; no form of parcel keeps them
    QStringList leftBehind;   // names of files in folders that are nobody's documents: locks, thumbnails, folder settings

    /// Those that have a label of their own to show.
    std::vector<base::Path> documents() const;
};

/// `names`: of named files that are to be called otherwise than they are, with "/" between folders.
/// InvalidInput: a link, a device; TooLarge: more than 100,000 files and folders, or folders nested deeper than 32.
/// NotFound, and what reading a folder fails with. Whether the names can stand beside each other is for who packs.
[[nodiscard]] base::Result<Outgoing> outgoing(const std::vector<base::Path> &named, const std::map<base::Path, QString> &names = {});

/// Adds a sidecar with `stamp` in it for `file`, which is named in `going`: for a label that lies in an extended attribute
/// alone, which no parcel carries. One that is there stays. It is made in memory: no disk has it before the parcel does.
[[nodiscard]] base::Result<void> addLabel(Outgoing &going, const base::Path &file, const label::Stamp &stamp);

/// Copies the files into the new folder `target`, which gets its name when all are there; returns them as they were
/// read. Changed: there is something of that name. InvalidInput: a name that not every system takes, or one that is there
/// twice.
[[nodiscard]] base::Result<std::vector<ParcelContent>> copyPlainly(const Outgoing &going, const base::Path &target,
                                                                   base::Progress &progress);

} // namespace shirushi::sending
