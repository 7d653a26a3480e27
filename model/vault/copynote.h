// CopyNote: somebody's signed word that there is a second copy 控え of the vault, or of some of its items, at another place; so that
// every desktop that uses the vault knows it. copies/ID.age, one file each, encrypted to all who belong to the vault.
// resources/schemas/vaultcopynote.schema.json is its form: RFC 8785 canonical JSON, the signature (Ed25519) over the same without the
// member "signature". A word that is lost or put back does no harm: it counts for a content that has not changed since, and for as
// long as the policy says. As the vault: one thread at a time.
#pragma once

#include "vault/vault.h"

namespace shirushi::vault {

struct CopyNote {
    QString vault; // ids: UUIDs
    QString id;
    QStringList items; // ids; empty: of everything that is in the vault
    QString where;
    QDateTime at;
    QString by;
    QString keyId;
    QByteArray signature;
    bool operator==(const CopyNote &) const = default;
};

inline constexpr std::size_t mostNotedItems = 10'000;

QJsonObject toJson(const CopyNote &note);
/// Strict and within the bounds; Damaged otherwise.
[[nodiscard]] base::Result<CopyNote> copyNoteFromJson(const QJsonObject &json, const QString &subject);

struct CopyNotes {
    std::vector<CopyNote> believed;   // by time: signed by somebody who is or was of this vault
    std::vector<base::Path> doubtful; // changed, of another vault, or signed by nobody of this one
};

/// Those that can be opened; what came before somebody was let in is known to them too (lockCopyNotesAnew()).
CopyNotes copyNotesOf(const Vault &vault);

/// Writes it, and takes away those that say no more than this one.
[[nodiscard]] base::Result<void> writeCopyNote(const Vault &vault, CopyNote note);

/// For who belongs to the vault now, as they are. What cannot be written stays as it was: it is only a reminder.
void lockCopyNotesAnew(const Vault &vault);

} // namespace shirushi::vault
