// Succession: who belonged to a vault, one link a change, each signed by somebody of the link before. Whoever is of the
// roster but was never let into the vault cannot write a list of members that goes on from the one a desktop knows, and
// whoever was removed cannot go on from the one that removed them. Plain values; any thread.
#pragma once

#include "crypto/signer.h"
#include "ledger/signatories.h"
#include "vault/item.h"

namespace shirushi::vault {

struct Link {
    std::int64_t counter = 1; // of vault.age, when the link was made
    QStringList people;       // ids of members and escrow, each once, in order
    QString previous;         // hex SHA-256 of the link before; empty: there is none
    QString by;
    QString keyId;
    QByteArray signature;
    bool operator==(const Link &) const = default;

    bool has(const QString &person) const { return people.contains(person); }
};

using Succession = std::vector<Link>;

inline constexpr std::size_t mostLinks = 2000;

QJsonObject toJson(const Link &link);
[[nodiscard]] bool readSuccession(const std::vector<QJsonObject> &list, Succession &succession);

/// Everybody of whom `readers` has a key.
QStringList peopleOf(const Readers &readers);

/// Hex SHA-256 of its canonical JSON, with its signature.
QString hashOf(const Link &link);

/// Adds a link signed by `signer`, unless the last one has the same people. TooLarge where there are mostLinks.
[[nodiscard]] base::Result<void> goOn(Succession &succession, const QString &vault, std::int64_t counter, const QStringList &people,
                                      const crypto::Signer &signer);

/// The first is of `founder`, who is in it, and every other is signed by somebody of the one before.
bool isUnbroken(const Succession &succession, const QString &vault, const QString &founder, const ledger::Signatories &people);

/// Whether a link of this hash is in it.
bool holds(const Succession &succession, const QString &hash);

} // namespace shirushi::vault
