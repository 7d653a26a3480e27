// Somebody who signs and whose key is known: an office of one, in memory.
#pragma once

#include "crypto/keys.h"
#include "crypto/signer.h"

namespace shirushi::tests {

class OnePerson final : public crypto::Signer, public crypto::KeyDirectory
{
public:
    explicit OnePerson(QString user = QStringLiteral("yamada"))
        : m_user(std::move(user)), m_keys(*crypto::generateSigningKey())
    {
    }
    QString user() const override { return m_user; }
    QString keyId() const override { return crypto::keyIdOf(m_keys.publicKey); }
    QByteArray publicKey() const override { return m_keys.publicKey; }
    base::Result<QByteArray> sign(const QByteArray &message) const override
    {
        return crypto::signMessage(m_keys.privateKey, message);
    }
    std::optional<QByteArray> publicKey(const QString &id) const override
    {
        return id == keyId() ? std::optional(m_keys.publicKey) : std::nullopt;
    }

private:
    QString m_user;
    crypto::KeyPair m_keys;
};

} // namespace shirushi::tests
