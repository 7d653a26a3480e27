#include "people/session.h"

#include <QCoreApplication>

namespace shirushi::people {

Session::Session(Account account, PrivateKeys keys, base::SecretBytes ledgerKey)
    : m_account(std::move(account)), m_keyId(crypto::keyIdOf(m_account.signingKey)), m_keys(std::move(keys)),
      m_ledgerKey(std::move(ledgerKey))
{
}

base::Result<Session> Session::signIn(const base::Path &peopleFolder, const QString &id,
                                      const base::SecretBytes &password)
{
    const auto nobody = [&] {
        return base::failure(base::ErrorCode::NotFound, id,
                             QCoreApplication::translate("shirushi::people", "There is no person with this id."));
    };
    if (!isValidId(id))
        return nobody();
    const auto slot = readSlot(peopleFolder / (id.toStdString() + ".json"));
    if (!slot) {
        if (slot.error().code == base::ErrorCode::NotFound)
            return nobody();
        return std::unexpected(slot.error());
    }
    auto keys = openSlot(*slot, password);
    if (!keys)
        return std::unexpected(keys.error());
    auto ledgerKey = openLedgerKey(*slot, *keys);
    if (!ledgerKey)
        return std::unexpected(ledgerKey.error());
    return Session(slot->account, std::move(*keys), std::move(*ledgerKey));
}

base::Result<QByteArray> Session::sign(const QByteArray &message) const
{
    return crypto::signMessage(m_keys.signing, message);
}

} // namespace shirushi::people
