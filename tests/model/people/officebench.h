// OfficeBench: an office in a folder of its own, founded by its administrator yamada with a recovery code, and another
// desktop that joins it, for the tests of people.
#pragma once

#include "people/joining.h"

#include <QTemporaryDir>
#include <QTest>

namespace shirushi::tests {

class OfficeBench
{
protected:
    static base::SecretBytes secret(const QByteArray &text)
    {
        return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text.constData()),
                                           static_cast<std::size_t>(text.size())));
    }

    /// Somebody who is signed in, with the ledger open for work.
    struct Desk {
        people::Session session;
        ledger::Ledger ledger;
    };

    void found();
    base::Result<people::Session> signIn(const char *id, const QByteArray &password) const
    {
        return m_office->signIn(QLatin1String(id), secret(password), m_clock);
    }
    base::Result<Desk> open(const people::Office &office, const char *id, const QByteArray &password) const;
    /// What yamada does about the people; an empty roster where it failed.
    people::Roster administer(const std::function<base::Result<void>(people::Administration &)> &change) const;
    /// The names of what verifying and inspecting find.
    static QStringList findings(const people::Office &office, ledger::Ledger &ledger);

    people::Roster admit(const people::Application &application, const char *role) const;
    /// sato applies on the other desktop, is admitted and joins.
    people::Roster joinAsSato() const;

    policy::Pack m_pack = packWithRoles();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<people::Office> m_office; // the administrator's desktop
    std::unique_ptr<people::Office> m_other;  // who joins
    base::SystemClock m_clock;
    const QByteArray m_code{"0123456789abcdef"}; // the recovery code's bytes
    people::NewPerson m_sato{QStringLiteral("sato"), QStringLiteral("佐藤 花子"), QStringLiteral("security-manager"),
                             QStringLiteral("さとう はなこ"), QStringLiteral("税務課")};

private:
    static policy::Pack packWithRoles()
    {
        policy::Pack pack;
        pack.id = QStringLiteral("kameoka");
        for (const char *id : {"staff", "security-manager"}) {
            policy::Role role;
            role.id = QLatin1String(id);
            pack.roles.push_back(role);
        }
        return pack;
    }
};

inline void OfficeBench::found()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_office = std::make_unique<people::Office>(base::toPath(m_folder->filePath(QStringLiteral("data"))));
    m_other = std::make_unique<people::Office>(base::toPath(m_folder->filePath(QStringLiteral("other"))));
    QVERIFY(m_office->found(m_pack, {QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QStringLiteral("staff")},
                            secret("yamada's"), secret(m_code), m_clock));
}

inline base::Result<OfficeBench::Desk> OfficeBench::open(const people::Office &office, const char *id,
                                                         const QByteArray &password) const
{
    auto session = office.signIn(QLatin1String(id), secret(password), m_clock);
    if (!session)
        return std::unexpected(session.error());
    auto ledger = office.openLedger(*session);
    if (!ledger)
        return std::unexpected(ledger.error());
    if (const auto caughtUp = office.catchUp(*ledger, *session, m_clock); !caughtUp)
        return std::unexpected(caughtUp.error());
    return Desk{std::move(*session), std::move(*ledger)};
}

inline people::Roster OfficeBench::administer(const std::function<base::Result<void>(people::Administration &)> &change) const
{
    auto desk = open(*m_office, "yamada", "yamada's");
    if (!desk)
        return {};
    auto administration = people::Administration::open(*m_office, desk->session, desk->ledger, m_clock);
    return administration && change(*administration) ? administration->roster() : people::Roster();
}

inline QStringList OfficeBench::findings(const people::Office &office, ledger::Ledger &ledger)
{
    base::NoProgress progress;
    auto found = ledger.verify(progress);
    const auto people = office.inspectPeople(ledger);
    if (!found || !people)
        return {QStringLiteral("not verified")};
    found->insert(found->end(), people->begin(), people->end());
    QStringList names;
    for (const ledger::Finding &finding : *found)
        names += nameOf(finding.kind);
    return names;
}

inline people::Roster OfficeBench::admit(const people::Application &application, const char *role) const
{
    return administer([&](people::Administration &administration) {
        return administration.admit(
            m_pack, {application.id, application.name, QLatin1String(role), application.kana, application.department},
            application.signingKey, application.receivingKey);
    });
}

inline people::Roster OfficeBench::joinAsSato() const
{
    const auto application = people::apply(*m_other, m_sato, secret("sato's"), m_clock);
    const people::Roster roster = admit(*application, "staff");
    const auto joined = people::join(*m_other, roster, QStringLiteral("sato"), secret("sato's"), m_clock);
    return joined ? roster : people::Roster();
}

} // namespace shirushi::tests
