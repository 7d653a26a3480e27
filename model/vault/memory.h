// What the ledger remembers of vaults: the newest state of each item that was recorded at this desktop. Other desktops
// have their own ledgers, so that what lies in a vault may well be newer, and never older. As the ledger: one thread at a
// time.
#pragma once

#include "ledger/ledger.h"
#include "vault/succession.h"

#include <map>

namespace shirushi::vault {

// Kinds of entries.
inline const QString createdKind = QStringLiteral("vault-created");
inline const QString joinedKind = QStringLiteral("vault-joined");       // made at another desktop, used here from now on
inline const QString putKind = QStringLiteral("vault-put");
inline const QString gotKind = QStringLiteral("vault-got");
inline const QString savedKind = QStringLiteral("vault-saved");         // a new content
inline const QString changedKind = QStringLiteral("vault-changed");     // 保存期間, 書込禁止
inline const QString membersKind = QStringLiteral("vault-members");     // of the vault
inline const QString relockedKind = QStringLiteral("vault-relocked");   // an item, for other readers
inline const QString recoveredKind = QStringLiteral("vault-recovered"); // by the escrow
inline const QString openedKind = QStringLiteral("vault-opened");       // decrypted for its usual program
inline const QString closedKind = QStringLiteral("vault-closed");       // the plaintext is gone
inline const QString discardedKind = QStringLiteral("vault-discarded"); // a rescue item
inline const QString movedKind = QStringLiteral("vault-moved");         // from another vault into this one
inline const QString copiedKind = QStringLiteral("vault-copied");       // somebody's word that there is a second copy
inline const QString checkedKind = QStringLiteral("vault-checked");     // everything in it was as it should be
inline const QString leftKind = QStringLiteral("vault-left");           // not on somebody's list any more
inline const QString disposedKind = QStringLiteral("disposed");        // an item that is no more
inline const QString erasedKind = QStringLiteral("erased");            // the same
inline const QString keyExportedKind = QStringLiteral("key-exported");

// Members of their details.
inline const QString successionMember = QStringLiteral("succession");   // of the vault: hex SHA-256 of its last link
inline const QString vaultMember = QStringLiteral("vault");             // id
inline const QString itemMember = QStringLiteral("item");               // id
inline const QString counterMember = QStringLiteral("counter");
inline const QString sealedMember = QStringLiteral("sealed");           // hex SHA-256 of the content's age file
inline const QString descriptionMember = QStringLiteral("description"); // hex SHA-256 of the description's age file
inline const QString finalMember = QStringLiteral("final");             // hex SHA-256 of what does not change any more
inline const QString fromMember = QStringLiteral("from");               // id of the vault that an item came from
inline const QString openingMember = QStringLiteral("opening");         // id
inline const QString rescueMember = QStringLiteral("rescue");           // id

/// As an entry says.
struct Known {
    std::int64_t counter = 0;
    QString description; // hex SHA-256 of the file
    QString succession;  // of a vault: hex SHA-256 of its last link; empty: not known
    QString sealed;      // of an item: hex SHA-256 of its content's file
    QString isFinal; // hex SHA-256 of the content that does not change any more; empty: it may
    std::int64_t seq = 0;
    QDateTime at;
};

/// Whether a list of members goes on from the one that is known.
bool goesOnFrom(const Succession &succession, const Known &known);

/// What is older than, or of the same age and not the same as, what is known.
bool isOlderThan(std::int64_t counter, const QString &description, const Known &known);

/// The vault's own newest state; nothing where this ledger has never seen it.
[[nodiscard]] base::Result<std::optional<Known>> knownVault(ledger::Ledger &ledger, const QString &vault);
/// Of all its items, by id. What was recorded and not done does not count.
[[nodiscard]] base::Result<std::map<QString, Known>> knownItems(ledger::Ledger &ledger, const QString &vault);

} // namespace shirushi::vault
