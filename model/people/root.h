// The office's root: the Ed25519 key that signs the roster, and how the few who may use it get at it.
// people/root.json (resources/schemas/root.schema.json). Plain values and pure functions; any thread.
//
// The private half is sealed to each administrator's X25519 key and, if a recovery code was made, to the key
// that comes out of the code; the ledger key is sealed to the latter too. Nobody's password is needed to seal.
// A desktop that joined has the ledger key there and not the private half.
#pragma once

#include "people/roster.h"

#include "crypto/keys.h"

#include <map>

namespace shirushi::people {

struct Root {
    QByteArray publicKey;
    std::map<QString, QByteArray> sealed; // to an administrator's id
    QByteArray recoverySealed;            // the private half; empty: no recovery code was made, or it is not kept here
    QByteArray recoveryKey;               // the public key that the next two are sealed to; empty: not noted
    QByteArray recoveryLedgerKey;         // this desktop's ledger key, sealed to the recovery code's key
    QByteArray recoveryNextLedgerKey;     // likewise, while the ledger gets a new key; empty otherwise
    bool operator==(const Root &) const = default;
};

QJsonObject toJson(const Root &root);
[[nodiscard]] base::Result<Root> readRoot(const base::Path &file);
[[nodiscard]] base::Result<void> writeRoot(const base::Path &file, const Root &root);

/// Seals the private half to `administrator`, whose receiving key this is.
[[nodiscard]] base::Result<void> sealTo(Root &root, const base::SecretBytes &privateKey, const QString &administrator,
                                        const QByteArray &receivingKey);
/// WrongPassword where it was not sealed to this key, or the file was changed.
[[nodiscard]] base::Result<base::SecretBytes> openRoot(const Root &root, const QString &administrator,
                                                       const base::SecretBytes &receivingPrivateKey);

/// The recovery code: 16 random bytes, shown as base32.h writes them.
inline constexpr std::size_t recoveryCodeSize = 16;

/// The X25519 key that a code stands for: HKDF-SHA-256(code, info "shirushi/v1/recovery").
[[nodiscard]] base::Result<crypto::KeyPair> recoveryKey(const base::SecretBytes &code);
[[nodiscard]] base::Result<void> sealToRecovery(Root &root, const base::SecretBytes &privateKey,
                                                const base::SecretBytes &ledgerKey, const QByteArray &recoveryPublicKey);

/// The ledger key alone.
[[nodiscard]] base::Result<void> sealLedgerToRecovery(Root &root, const base::SecretBytes &ledgerKey,
                                                      const QByteArray &recoveryPublicKey);
[[nodiscard]] base::Result<void> sealNextToRecovery(Root &root, const base::SecretBytes &nextLedgerKey,
                                                    const QByteArray &recoveryPublicKey);

struct Recovered {
    base::SecretBytes rootPrivateKey; // empty where the root file does not have it
    base::SecretBytes ledgerKey;
    base::SecretBytes nextLedgerKey; // empty at most times
};
/// WrongPassword where the code is another one.
[[nodiscard]] base::Result<Recovered> openWithRecovery(const Root &root, const base::SecretBytes &code);

} // namespace shirushi::people
