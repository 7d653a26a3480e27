#include "people/session.h"

namespace shirushi::people {

Session::Session(const Slot &slot, PrivateKeys keys)
    : m_account(slot.account), m_keyId(crypto::keyIdOf(m_account.signingKey)), m_keys(std::move(keys)),
      m_signingKey(m_keys.signing), m_mustChange(slot.mustChange)
{
}

base::Result<Session> Session::open(const Slot &slot, const base::SecretBytes &password)
{
    auto keys = openSlot(slot, password);
    if (!keys)
        return std::unexpected(keys.error());
    Session session(slot, std::move(*keys));
    if (!slot.ledgerKey.isEmpty()) {
        auto key = openLedgerKey(slot.account.id, slot.ledgerKey, session.m_keys);
        if (!key)
            return std::unexpected(key.error());
        session.m_ledgerKey = std::move(*key);
    }
    if (!slot.nextLedgerKey.isEmpty()) {
        auto key = openLedgerKey(slot.account.id, slot.nextLedgerKey, session.m_keys);
        if (!key)
            return std::unexpected(key.error());
        session.m_nextLedgerKey = std::move(*key);
    }
    return session;
}

void Session::takeNextLedgerKey()
{
    takeLedgerKey(std::move(m_nextLedgerKey));
}

void Session::takeLedgerKey(base::SecretBytes key)
{
    m_ledgerKey = std::move(key);
    m_nextLedgerKey = {};
}

base::Result<QByteArray> Session::sign(const QByteArray &message) const
{
    return m_signingKey.sign(message);
}

} // namespace shirushi::people
