#include "vault/sealing.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "crypto/age/agefile.h"
#include "crypto/digest.h"
#include "crypto/keys.h"

#include <QCoreApplication>

namespace shirushi::vault {

using base::ErrorCode;

namespace {

const QString signatureMember = QStringLiteral("signature");
const QString keyMember = QStringLiteral("keyId");

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

} // namespace

base::Result<QJsonObject> signedJson(QJsonObject json, const crypto::Signer &signer)
{
    json.remove(signatureMember);
    json.insert(keyMember, signer.keyId());
    const auto signature = signer.sign(base::canonicalJson(json));
    if (!signature)
        return std::unexpected(signature.error());
    json.insert(signatureMember, QString::fromLatin1(base::toBase64Url(*signature)));
    return json;
}

base::Result<QByteArray> seal(QJsonObject json, const crypto::Signer &signer, const std::vector<QByteArray> &keys)
{
    const auto whole = signedJson(std::move(json), signer);
    return whole ? encrypted(*whole, keys) : std::unexpected(whole.error());
}

base::Result<QByteArray> encrypted(const QJsonObject &json, const std::vector<QByteArray> &keys)
{
    platform::MemorySource from(base::canonicalJson(json));
    platform::MemorySink to;
    base::NoProgress progress;
    crypto::age::Recipients recipients;
    recipients.keys = keys;
    if (const auto done = crypto::age::encrypt(from, to, recipients, progress); !done)
        return std::unexpected(base::Error(done.error()));
    return to.bytes();
}

base::Result<Unsealed> unseal(const platform::FileSource &file, const crypto::age::Identities &identities)
{
    const QString subject = base::toDisplay(file.path());
    const auto sealed = file.all(largestDescription);
    if (!sealed)
        return std::unexpected(sealed.error());
    platform::MemorySource from(*sealed, subject);
    platform::MemorySink to;
    base::NoProgress progress;
    if (const auto done = crypto::age::decrypt(from, to, identities, progress); !done) {
        if (done.error().failure == crypto::age::Failure::NoMatch)
            return base::failure(ErrorCode::Forbidden, subject, tr("This is locked for other people."));
        return base::failure(ErrorCode::Damaged, subject, tr("This file was changed or damaged: it cannot be opened."));
    }
    auto json = base::parseJsonObject(to.bytes(), subject);
    if (!json)
        return base::failure(ErrorCode::Damaged, subject, json.error().message);
    return Unsealed{std::move(*json), QString::fromLatin1(base::toHex(crypto::sha256(*sealed)))};
}

bool isSignedBy(const QJsonObject &json, const QString &user, const ledger::Signatories &people)
{
    const auto signature = base::fromBase64Url(json.value(signatureMember).toString().toLatin1());
    if (!signature)
        return false;
    QJsonObject covered = json;
    covered.remove(signatureMember);
    const QByteArray bytes = base::canonicalJson(covered);
    for (const QByteArray &key : people.keysOf(user)) {
        if (crypto::keyIdOf(key) == json.value(keyMember).toString() && crypto::verifySignature(key, bytes, *signature))
            return true;
    }
    return false;
}

crypto::age::Identities identitiesOf(const base::SecretBytes &receivingKey)
{
    crypto::age::Identities identities;
    identities.keys.push_back(receivingKey.clone());
    return identities;
}

} // namespace shirushi::vault
