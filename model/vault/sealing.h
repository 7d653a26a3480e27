// Sealing: descriptions as they lie on the disk: canonical JSON, signed, as an age file for all who may read it. Any
// thread.
#pragma once

#include "crypto/age/filekey.h"
#include "crypto/signer.h"
#include "ledger/signatories.h"
#include "platform/filesource.h"

#include <QJsonObject>

namespace shirushi::vault {

/// The largest description that is read, in bytes.
inline constexpr std::uint64_t largestDescription = 16 << 20;

/// With keyId, and signature over all the rest.
[[nodiscard]] base::Result<QJsonObject> signedJson(QJsonObject json, const crypto::Signer &signer);

/// Signs it, and encrypts it.
[[nodiscard]] base::Result<QByteArray> seal(QJsonObject json, const crypto::Signer &signer, const std::vector<QByteArray> &keys);

/// As it is, without signing it again.
[[nodiscard]] base::Result<QByteArray> encrypted(const QJsonObject &json, const std::vector<QByteArray> &keys);

struct Unsealed {
    QJsonObject json;
    QString sha256; // hex, of the file
};

/// Forbidden where it is encrypted to others, Damaged where it is no age file or something in it was changed. The
/// signature is not looked at: isSignedBy().
[[nodiscard]] base::Result<Unsealed> unseal(const platform::FileSource &file, const crypto::age::Identities &identities);

/// By `user`, with a key that the roster knows as theirs, now or before. `json` is of a value that was read (toJson), not
/// what lay on the disk: only what was understood is covered.
bool isSignedBy(const QJsonObject &json, const QString &user, const ledger::Signatories &people);

/// For one person's key.
crypto::age::Identities identitiesOf(const base::SecretBytes &receivingKey);

} // namespace shirushi::vault
