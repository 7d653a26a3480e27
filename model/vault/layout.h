// How a vault lies on the disk. A vault is a folder; there is no database, and each item's files are its own, so that a
// half-copied or conflicting state of one never harms another. Pure but for list(); any thread.
//
//   vault.json                  in the clear: the version of this form and the vault's id; nothing that tells more
//   vault.age                   who belongs to it (vaultfile.h), encrypted to all of them
//   items/ID.item.age           an item's description (item.h), signed, encrypted to the item's readers
//   items/ID.RANDOM.age         its content: an age v1 file, whose payload is the original byte for byte
//   copies/ID.age               somebody's word that there is a second copy (copynote.h), signed, encrypted to all of them
//   locks/XX                    empty: held while the description of an item whose id begins with XX is replaced
//   items/.shirushi-….tmp       what is being written (platform/replacement.h)
#pragma once

#include "base/path.h"
#include "base/result.h"

#include <map>

namespace shirushi::vault {

class Layout
{
public:
    explicit Layout(base::Path folder) : m_folder(std::move(folder)) {}

    const base::Path &folder() const { return m_folder; }
    base::Path idFile() const { return m_folder / "vault.json"; }
    base::Path vaultFile() const { return m_folder / "vault.age"; }
    base::Path items() const { return m_folder / "items"; }
    base::Path copyNotes() const { return m_folder / "copies"; }
    base::Path copyNoteOf(const QString &id) const { return copyNotes() / (id.toStdString() + ".age"); }
    base::Path locks() const { return m_folder / "locks"; }
    base::Path descriptionOf(const QString &id) const { return items() / (id.toStdString() + ".item.age"); }
    base::Path file(const QString &name) const { return items() / base::toPath(name); }
    base::Path lockOf(const QString &id) const { return locks() / id.left(2).toStdString(); }
    base::Path vaultLock() const { return locks() / "vault"; }

    /// A new name for a content of the item.
    static QString contentName(const QString &id);

    /// Whether `path` lies in this vault's folder, wherever links lead.
    bool holds(const base::Path &path) const;

private:
    base::Path m_folder;
};

/// Whether `path` lies below `folder`, or is it, wherever links lead.
bool isBelow(const base::Path &path, const base::Path &folder);

/// What lies in items/ and copies/, by what its name says.
struct Listing {
    struct Files {
        bool hasDescription = false;
        std::vector<QString> contents; // names
    };
    std::map<QString, Files> items;     // by id
    std::vector<base::Path> copyNotes;
    std::vector<base::Path> temporary;  // being written, or left by a kill
    std::vector<base::Path> strangers;  // names that are none of ours: copies made by a cloud client, by hand
};

/// NotFound where there is no such folder. Reads names alone.
[[nodiscard]] base::Result<Listing> list(const Layout &layout);

} // namespace shirushi::vault
