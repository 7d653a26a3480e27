// A person's slot file, people/ID.json: who it is, the public keys, and the private keys sealed under the
// password (resources/schemas/slot.schema.json). Plain values and pure functions; any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "crypto/keys.h"
#include "crypto/seal.h"

#include <QJsonObject>

namespace shirushi::people {

/// What everybody may know about somebody.
struct Account {
    QString id;   // lower-case letters, digits, . _ -; names the slot file
    QString name; // 山田 太郎
    QString role; // of the policy pack
    QByteArray signingKey;   // Ed25519 public key
    QByteArray receivingKey; // X25519 public key
    bool operator==(const Account &) const = default;
};

struct Slot {
    Account account;
    crypto::ScryptParameters parameters;
    QByteArray salt;
    QByteArray sealedSigningKey;   // under the password's key
    QByteArray sealedReceivingKey; // under the password's key
    QByteArray ledgerKey;          // to account.receivingKey; empty for who has applied and is not in yet
    QByteArray nextLedgerKey;      // likewise, while the ledger gets a new key; empty otherwise
    bool mustChange = false;       // the password is a temporary one
};

/// The private halves, once the password was right.
struct PrivateKeys {
    base::SecretBytes signing;
    base::SecretBytes receiving;
};

bool isValidId(const QString &id);

/// A new person with new keys, without the ledger key. InvalidInput for an id that cannot be a file name, an
/// empty name or password.
[[nodiscard]] base::Result<Slot> makeSlot(const QString &id, const QString &name, const QString &role,
                                          const base::SecretBytes &password);

/// Seals the private keys under another password, with new salt and the strongest parameters.
[[nodiscard]] base::Result<void> changePassword(Slot &slot, const PrivateKeys &keys, const base::SecretBytes &password);

/// A ledger key wrapped to whoever holds `receivingKey`; nobody's password is needed.
[[nodiscard]] base::Result<QByteArray> wrapLedgerKey(const QString &id, const QByteArray &receivingKey,
                                                     const base::SecretBytes &ledgerKey);

/// WrongPassword if it is.
[[nodiscard]] base::Result<PrivateKeys> openSlot(const Slot &slot, const base::SecretBytes &password);
[[nodiscard]] base::Result<base::SecretBytes> openLedgerKey(const QString &id, const QByteArray &wrapped,
                                                            const PrivateKeys &keys);

QJsonObject toJson(const Slot &slot);
[[nodiscard]] base::Result<Slot> slotFromJson(const QJsonObject &json, const QString &subject);

/// Reads people/ID.json: at most 64 KiB, and the id inside must be the one of the name.
[[nodiscard]] base::Result<Slot> readSlot(const base::Path &file);
[[nodiscard]] base::Result<void> writeSlot(const base::Path &file, const Slot &slot);

} // namespace shirushi::people
