// Outgoing: the files that go when files and folders are named, as they will be called. Folders are taken with all
// that is in them, links are refused by name, and the label that lies beside its file goes along with it. Any thread.
#pragma once

#include "label/codec.h"
#include "sending/parcel.h"

#include <QTemporaryDir>

#include <memory>

namespace shirushi::sending {

struct OutgoingFile {
    base::Path path;
    QString name;              // with "/" between folders
    bool isCompanion = false;  // a sidecar beside its file: needs no label of its own
};

struct Outgoing {
    std::vector<OutgoingFile> files;
    QStringList emptyFolders; // names; no form of parcel keeps them

    /// Those that have a label of their own to show.
    std::vector<base::Path> documents() const;
};

/// InvalidInput: a link, a device, something that cannot be read, two of one name; TooLarge: more than 100,000 files,
/// or folders nested deeper than 32. NotFound.
[[nodiscard]] base::Result<Outgoing> outgoing(const std::vector<base::Path> &named);

/// Sidecars for labels that lie in an extended attribute alone, which no parcel carries, and the cover sheet: written into
/// a folder that goes with this object.
class WrittenLabels
{
public:
    /// Adds a sidecar for `file`, which is named in `going`, with `stamp` in it.
    [[nodiscard]] base::Result<void> add(Outgoing &going, const base::Path &file, const label::Stamp &stamp);
    /// Adds a text that lies nowhere yet. InvalidInput where `going` has a file of this name.
    [[nodiscard]] base::Result<void> addText(Outgoing &going, const QString &name, const QString &text);

private:
    [[nodiscard]] base::Result<base::Path> written(const QString &ending, const QByteArray &content);
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_count = 0;
};

/// Copies the files into the new folder `target`, which gets its name when all are there; returns them as they were
/// read. Changed: there is something of that name.
[[nodiscard]] base::Result<std::vector<ParcelContent>> copyPlainly(const Outgoing &going, const base::Path &target,
                                                                   base::Progress &progress);

} // namespace shirushi::sending
