// An office of some people under the rules of 亀岡, in memory but for its ledger: who they are, their keys, a
// clock that can be moved, and a desk for each.
#pragma once

#include "model/onepersonledger.h"
#include "crypto/seal.h"
#include "people/roster.h"
#include "policy/library.h"
#include "workflow/requestdesk.h"

#include <QTemporaryDir>

namespace shirushi::tests {

class MovableClock final : public base::Clock
{
public:
    QDateTime now() const override { return m_now; }
    void forward(int days) { m_now = m_now.addDays(days); }
    void set(const QDateTime &now) { m_now = now; }

private:
    QDateTime m_now = QDateTime::fromString(QStringLiteral("2026-11-20T03:00:00.000Z"), Qt::ISODateWithMs);
};

/// Takes any signature for anybody: what the workflow finds by itself is what is tested here, not the ledger.
class Office
{
public:
    explicit Office(const QString &policy = QStringLiteral("kameoka"))
        : m_rootKeys(*crypto::generateSigningKey()), m_library(policy::Library::load()), m_pack(m_library.find(policy))
    {
        m_roster.office = QStringLiteral("亀岡市");
        m_roster.policy = policy;
        m_roster.rootKey = m_rootKeys.publicKey;
        m_roster.journalKey = crypto::generateReceivingKey()->publicKey;
        add("yamada", "staff", "税務課");
        add("sato", "staff", "税務課");
        add("suzuki", "information-manager", "税務課");
        add("tanaka", "information-manager", "福祉課");
        add("kato", "network-manager", "情報課");
        add("kondo", "information-officer", "総務部");
        add("aoki", "chief-information-officer", "");
        add("ueda", "information-supervisor", "");
    }

    /// Makes the ledger and records the roster in it. Call when everybody has been added.
    void open()
    {
        std::vector<const OnePerson *> people;
        for (const auto &[id, person] : m_people)
            people.push_back(&person);
        m_key = *crypto::randomSecret(32);
        m_ledger.emplace(*ledger::Ledger::create(ledgerParts(base::toPath(m_folder.path()), people), m_key));
        publish();
    }

    people::Person &person(const char *id)
    {
        return *std::find_if(m_roster.persons.begin(), m_roster.persons.end(),
                             [&](const people::Person &person) { return person.id == QLatin1String(id); });
    }
    people::Roster &roster() { return m_roster; }
    policy::Pack &changePack()
    {
        auto changed = std::make_shared<policy::Pack>(*m_pack);
        m_pack = changed;
        return *changed;
    }

    /// The roster as it is now: signed and recorded.
    void publish()
    {
        ++m_roster.number;
        m_roster.at = m_clock.now();
        m_roster = *people::sign(m_roster, m_rootKeys.privateKey);
        m_directory = std::make_shared<people::Directory>(m_roster);
        const QString kind = m_roster.number == 1 ? QStringLiteral("founded") : QStringLiteral("roster");
        if (!m_ledger->append({kind, {}, {}, {}, {}, {}, {}, {{QStringLiteral("roster"), people::toJson(m_roster)}}},
                              signer("yamada"), m_clock))
            qFatal("the roster could not be recorded");
    }

    void add(const char *id, const char *role, const char *department)
    {
        const QString user = QLatin1String(id);
        m_people.emplace(user, OnePerson(user));
        people::Person person;
        person.id = user;
        person.name = user;
        person.role = QLatin1String(role);
        person.department = QString::fromUtf8(department);
        person.signingKey = signer(id).publicKey();
        person.receivingKey = crypto::generateReceivingKey()->publicKey;
        person.since = m_clock.now();
        m_roster.persons.push_back(person);
    }

    const OnePerson &signer(const char *id) const { return m_people.at(QLatin1String(id)); }
    workflow::RequestDesk desk(const char *id) { return desk(id, signer(id)); }
    workflow::RequestDesk desk(const char *, const crypto::Signer &signer)
    {
        return workflow::RequestDesk({*m_ledger, signer, m_directory, m_pack, m_clock});
    }

    /// To destroy one file of class I.
    workflow::Draft disposal(const char *name = "名簿.xlsx", char content = '1') const
    {
        workflow::Draft draft;
        draft.plan.action = QStringLiteral("dispose");
        draft.plan.purpose = QStringLiteral("保存期間の満了");
        draft.plan.files = {file(name, content)};
        return draft;
    }

    workflow::RequestFile file(const char *name, char content, const char *level = "I") const
    {
        const QString hash(64, QLatin1Char(content));
        return {QString::fromUtf8(name), QStringLiteral("sha256:") + hash, hash, m_pack->id,
                {{QStringLiteral("importance"), QLatin1String(level)}}};
    }

    ledger::Ledger &ledger() { return *m_ledger; }
    const policy::Pack &pack() const { return *m_pack; }
    MovableClock &clock() { return m_clock; }
    std::shared_ptr<const people::Directory> directory() const { return m_directory; }
    void useDirectory(std::shared_ptr<const people::Directory> directory) { m_directory = std::move(directory); }
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

private:
    QTemporaryDir m_folder;
    crypto::KeyPair m_rootKeys;
    policy::Library m_library;
    std::shared_ptr<const policy::Pack> m_pack;
    people::Roster m_roster;
    std::map<QString, OnePerson> m_people;
    std::shared_ptr<const people::Directory> m_directory;
    MovableClock m_clock;
    base::SecretBytes m_key;
    std::optional<ledger::Ledger> m_ledger;
};

/// The objection's name, or what else went wrong; "done" where nothing did.
template <typename Result>
QString outcome(const Result &result)
{
    if (result)
        return QStringLiteral("done");
    return result.error().subject.isEmpty() ? result.error().message : result.error().subject;
}

} // namespace shirushi::tests
