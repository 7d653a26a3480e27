// Session: one person, signed in. Holds the private keys; they are wiped when it is destroyed.
//
// Signing may be done from any thread; everything else belongs to the thread that made it.
#pragma once

#include "people/slot.h"

#include "crypto/signer.h"

namespace shirushi::people {

class Session final : public crypto::Signer
{
public:
    /// Errors: NotFound (no such person), WrongPassword, Damaged.
    [[nodiscard]] static base::Result<Session> signIn(const base::Path &peopleFolder, const QString &id,
                                                      const base::SecretBytes &password);

    const Account &account() const { return m_account; }
    const base::SecretBytes &ledgerKey() const { return m_ledgerKey; }

    QString user() const override { return m_account.id; }
    QString keyId() const override { return m_keyId; }
    QByteArray publicKey() const override { return m_account.signingKey; }
    [[nodiscard]] base::Result<QByteArray> sign(const QByteArray &message) const override;

private:
    Session(Account account, PrivateKeys keys, base::SecretBytes ledgerKey);

    Account m_account;
    QString m_keyId;
    PrivateKeys m_keys;
    base::SecretBytes m_ledgerKey;
};

} // namespace shirushi::people
