#include "people/directory.h"

#include "crypto/keys.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::people {

Directory::Directory(Roster roster) : m_roster(std::move(roster))
{
    for (const Person &person : m_roster.persons) {
        m_keys.emplace(crypto::keyIdOf(person.signingKey), person.signingKey);
        for (const QByteArray &key : person.formerKeys)
            m_keys.emplace(crypto::keyIdOf(key), key);
    }
}

std::shared_ptr<const Directory> Directory::load(const base::Path &peopleFolder)
{
    auto roster = readRoster(peopleFolder / "roster.json");
    return roster ? std::make_shared<Directory>(std::move(*roster)) : std::make_shared<Directory>();
}

std::vector<Person> Directory::active() const
{
    std::vector<Person> active;
    std::copy_if(m_roster.persons.begin(), m_roster.persons.end(), std::back_inserter(active),
                 [](const Person &person) { return !person.closed; });
    return active;
}

std::optional<QByteArray> Directory::publicKey(const QString &keyId) const
{
    const auto found = m_keys.find(keyId);
    return found == m_keys.end() ? std::nullopt : std::optional(found->second);
}

std::optional<QByteArray> Directory::publicKey(const QString &user, const QString &keyId) const
{
    const Person *person = find(user);
    if (!person || person->closed || crypto::keyIdOf(person->signingKey) != keyId)
        return std::nullopt;
    return person->signingKey;
}

std::vector<QByteArray> Directory::keysOf(const QString &user) const
{
    const Person *person = find(user);
    if (!person)
        return {};
    std::vector<QByteArray> keys{person->signingKey};
    keys.insert(keys.end(), person->formerKeys.begin(), person->formerKeys.end());
    return keys;
}

bool Directory::isAdministrator(const QString &user) const
{
    const Person *person = find(user);
    return person && person->administrator && !person->closed;
}

bool RosterHistory::concerns(const QString &kind) const
{
    return kind == u"founded" || kind == u"roster";
}

base::Result<void> RosterHistory::see(const ledger::Entry &entry)
{
    const QJsonValue member = entry.draft.details.value(QStringLiteral("roster"));
    if (!member.isObject() && entry.draft.kind == u"founded" && entry.seq == 1) {
        m_current = m_now; // before there were rosters
        m_isPinned = false;
        return {};
    }
    auto roster = rosterFromJson(member.toObject(), entry.user);
    if (!roster)
        return std::unexpected(roster.error());
    const Roster &known = m_current->roster();
    const QByteArray rootKey = known.rootKey.isEmpty() ? roster->rootKey : known.rootKey;
    const bool isOlder = m_isPinned && roster->number <= known.number;
    if (!isSignedBy(*roster, rootKey) || isOlder) {
        return base::failure(base::ErrorCode::Damaged, entry.user,
                             QCoreApplication::translate("shirushi::people",
                                                         "This roster is not the office's, or an older one."));
    }
    m_current = std::make_shared<Directory>(std::move(*roster));
    m_isPinned = true;
    return {};
}

} // namespace shirushi::people
