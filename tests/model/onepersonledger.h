// A ledger in a folder, in which one person (or some) may write: for tests of what lies above and below people.
#pragma once

#include "base/encoding.h"
#include "crypto/digest.h"
#include "ledger/ledger.h"
#include "model/oneperson.h"

#include <map>

namespace shirushi::tests {

class SomePeople final : public ledger::Signatories
{
public:
    void add(const OnePerson &person) { m_keys.emplace(person.user(), person.publicKey()); }
    std::optional<QByteArray> publicKey(const QString &user, const QString &keyId) const override
    {
        const auto found = m_keys.find(user);
        return found != m_keys.end() && crypto::keyIdOf(found->second) == keyId ? std::optional(found->second) : std::nullopt;
    }
    std::vector<QByteArray> keysOf(const QString &user) const override
    {
        const auto found = m_keys.find(user);
        return found == m_keys.end() ? std::vector<QByteArray>() : std::vector{found->second};
    }
    bool isAdministrator(const QString &user) const override { return m_keys.contains(user); }

private:
    std::map<QString, QByteArray> m_keys;
};

class UnchangingHistory final : public ledger::SignatoryHistory
{
public:
    explicit UnchangingHistory(std::shared_ptr<const ledger::Signatories> people) : m_people(std::move(people)) {}
    bool concerns(const QString &) const override { return false; }
    base::Result<void> see(const ledger::Entry &) override { return {}; }
    std::shared_ptr<const ledger::Signatories> current() const override { return m_people; }

private:
    std::shared_ptr<const ledger::Signatories> m_people;
};

inline ledger::LedgerParts ledgerParts(const base::Path &folder, const std::vector<const OnePerson *> &people,
                                       const base::Path &sharedFolder = {})
{
    auto known = std::make_shared<SomePeople>();
    for (const OnePerson *person : people)
        known->add(*person);
    return {folder / "ledger.db", ledger::CheckpointFiles(folder / "checkpoint", sharedFolder), known,
            [known] { return std::make_unique<UnchangingHistory>(known); }};
}

// The entry that a row in the table of contacts comes with.
inline ledger::EntryDraft addressDraft(const ledger::Contact &contact)
{
    ledger::EntryDraft draft;
    draft.kind = ledger::addressKind;
    draft.details = {{ledger::contactMember, contact.id},
                     {ledger::contactHashMember, QString::fromLatin1(base::toHex(crypto::sha256(contact.json)))}};
    return draft;
}

} // namespace shirushi::tests
