// VaultFile: what a vault is called and who belongs to it: vault.age. A plain value; any thread.
// resources/schemas/vault.schema.json is its form: RFC 8785 canonical JSON, the signature (Ed25519) over the same without
// the member "signature". It is believed only with an unbroken succession (succession.h) that ends with who is on it now, the
// signature of one of them, and a counter that is not below that of the newest one that the ledger knows.
#pragma once

#include "base/path.h"
#include "vault/succession.h"

namespace shirushi::vault {

struct VaultFile {
    QString id;
    std::int64_t counter = 1;
    QString name;
    QString department; // whose section head recovers, where the pack's escrow reaches a section; may be empty
    QString escrowRole; // as the pack said when it was written; empty: none
    Readers readers;
    Succession succession;
    std::vector<Event> history; // created, added, removed, escrow-left (each with an id as its note); the
                                // newest last
    QDateTime madeAt;
    QString madeBy;
    QDateTime changedAt;
    QString changedBy;
    QString keyId;
    QByteArray signature;
    bool operator==(const VaultFile &) const = default;

    /// Whether this person is, or was, a member or could recover.
    bool hasEver(const QString &person) const;
    /// Whether nobody but those who could had a part in it.
    bool isGenuine(const ledger::Signatories &people) const;
};

QJsonObject toJson(const VaultFile &vault);
/// Strict and within the bounds; Damaged otherwise.
[[nodiscard]] base::Result<VaultFile> vaultFileFromJson(const QJsonObject &json, const QString &subject);

/// vault.json.
QByteArray idFileOf(const QString &id);
/// Damaged for anything else.
[[nodiscard]] base::Result<QString> readIdFile(const base::Path &file);

} // namespace shirushi::vault
