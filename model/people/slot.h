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
    QByteArray ledgerKey;          // to account.receivingKey
};

/// The private halves, once the password was right.
struct PrivateKeys {
    base::SecretBytes signing;
    base::SecretBytes receiving;
};

bool isValidId(const QString &id);

/// A new person with new keys; `ledgerKey` is wrapped to them. InvalidInput for an id that cannot be a file
/// name, an empty name or password.
[[nodiscard]] base::Result<Slot> makeSlot(const QString &id, const QString &name, const QString &role,
                                          const base::SecretBytes &password, const base::SecretBytes &ledgerKey);

/// WrongPassword if it is.
[[nodiscard]] base::Result<PrivateKeys> openSlot(const Slot &slot, const base::SecretBytes &password);
[[nodiscard]] base::Result<base::SecretBytes> openLedgerKey(const Slot &slot, const PrivateKeys &keys);

QJsonObject toJson(const Slot &slot);
[[nodiscard]] base::Result<Slot> slotFromJson(const QJsonObject &json, const QString &subject);

/// Reads people/ID.json: at most 64 KiB, and the id inside must be the one of the name.
[[nodiscard]] base::Result<Slot> readSlot(const base::Path &file);

} // namespace shirushi::people
