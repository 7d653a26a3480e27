// Session: one person, signed in. Holds the private keys; they are wiped when it is destroyed.
//
// Signing may be done from any thread; everything else belongs to the thread that made it.
#pragma once

#include "people/slot.h"

#include "crypto/keys.h"
#include "crypto/signer.h"

namespace shirushi::people {

class Session final : public crypto::Signer
{
public:
    /// Opens a slot. Errors: WrongPassword, Damaged.
    [[nodiscard]] static base::Result<Session> open(const Slot &slot, const base::SecretBytes &password);

    const Account &account() const { return m_account; }
    /// Empty for somebody who has applied and is not in the office yet.
    const base::SecretBytes &ledgerKey() const { return m_ledgerKey; }
    /// The key that the ledger is getting or has just got; empty at most times.
    const base::SecretBytes &nextLedgerKey() const { return m_nextLedgerKey; }
    void takeNextLedgerKey();
    void takeLedgerKey(base::SecretBytes key);
    /// The password is a temporary one: nothing may be done before it is changed.
    bool mustChangePassword() const { return m_mustChange; }
    void passwordWasChanged() { m_mustChange = false; }

    QString user() const override { return m_account.id; }
    QString keyId() const override { return m_keyId; }
    QByteArray publicKey() const override { return m_account.signingKey; }
    [[nodiscard]] base::Result<QByteArray> sign(const QByteArray &message) const override;

    /// The private halves, for sealing them anew and for what was sealed to this person.
    const PrivateKeys &keys() const { return m_keys; }

private:
    Session(const Slot &slot, PrivateKeys keys);

    Account m_account;
    QString m_keyId;
    PrivateKeys m_keys;
    crypto::SigningKey m_signingKey;
    base::SecretBytes m_ledgerKey;
    base::SecretBytes m_nextLedgerKey;
    bool m_mustChange;
};

} // namespace shirushi::people
