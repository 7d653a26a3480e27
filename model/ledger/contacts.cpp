// Of Ledger: personal data beside the entries, inside the encrypted database.
#include "ledger/ledger.h"

namespace shirushi::ledger {

base::Result<void> Ledger::Batch::putContact(const Contact &contact)
{
    m_hasErased = true;
    return m_ledger->m_store.putContact(contact);
}

base::Result<void> Ledger::Batch::removeContact(const QString &id)
{
    m_hasErased = true;
    return m_ledger->m_store.removeContact(id);
}

base::Result<std::optional<Contact>> Ledger::contact(const QString &id)
{
    auto json = m_store.contact(id);
    if (!json)
        return std::unexpected(json.error());
    if (!*json)
        return std::optional<Contact>();
    return Contact{id, std::move(**json)};
}

} // namespace shirushi::ledger
