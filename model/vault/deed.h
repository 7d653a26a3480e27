// Deed: a description that is about to take its place, as it stands in the ledger beside its entry until that is done and
// the original is gone. With it, a kill at any moment can be mended at the next start. A plain value; any thread.
//
// The order: content written and read back; description written beside its place; entry and deed committed to the ledger;
// description in its place; original erased, contents that are no longer needed removed, what came from another vault erased
// there; deed closed. A kill before the commit leaves a content that nobody names; a kill after it is finished by recover().
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "platform/filesource.h"
#include "vault/leaving.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace shirushi::vault {

struct Deed {
    base::Path vault;      // the folder, absolute
    QString item;          // id; empty: vault.age itself
    base::Path temporary;  // the new description
    QString description;   // its hex SHA-256
    QString replaces;      // hex SHA-256 of the description before; empty: there is none
    QStringList contents;  // file names of contents that were made for it
    QStringList sealed;    // their hex SHA-256
    base::Path original;   // to be erased; empty: nothing is
    QString originalHash;  // hex SHA-256
    base::Path sidecar;    // of the original, erased with it; empty: none
    QString sidecarHash;
    QStringList obsolete;  // file names of contents that go
    std::optional<Leaving> leaving{}; // of an item that comes from another vault
    bool operator==(const Deed &) const = default;
};

QJsonObject toJson(const Deed &deed);
/// True of what toJson() made: in the ledger there are other rooms' deeds too.
bool isVaultDeed(const QJsonObject &json);
[[nodiscard]] base::Result<Deed> deedFromJson(const QJsonObject &json);

enum class Placing { Done, Impossible, Unreachable };
/// What a look at the disk says, and does: Done where the description is in its place or could be put there;
/// Unreachable where the vault's folder is not there now (a medium that was taken out).
Placing finishPlacing(const Deed &deed);

/// Whether the contents that were made for it lie there whole.
bool hasContents(const Deed &deed);

/// Afterwards: erases the original with its sidecar, if they are still what was put in (`original` says which file was
/// read; without it, its bytes do), and removes what is obsolete. Only for a deed that is Done. What could not be erased is
/// an error, and is still there.
[[nodiscard]] base::Result<void> cleanUp(const Deed &deed, const std::optional<platform::FileIdentity> &original = {});

/// Of an item that came from another vault and cannot go from there: it is taken away again, unless somebody has changed it
/// here. False: it stays.
[[nodiscard]] bool takeBack(const Deed &deed);

/// Removes what a deed that is Impossible left.
void abandon(const Deed &deed);

} // namespace shirushi::vault
