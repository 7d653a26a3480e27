// An office in a data folder, founded as the people of a story do it: the manager 佐藤 花子 founds it and adds the clerk 山田 太郎,
// who has a password of their own by now.
#pragma once

#include "people/administration.h"
#include "people/office.h"
#include "policy/library.h"

#include <QTest>

namespace shirushi::test {

inline const QString clerkPassword = QStringLiteral("Kumo-ga-3tsu-nagareru");
inline const QString managerPassword = QStringLiteral("Yama-ni-2tsu-no-tera");

inline base::SecretBytes secret(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())));
}

struct Founding {
    QString policy; // one of ours, or one that lies in the data folder
    QString managerRole;
    QString department; // of both
};

inline void foundOffice(const QString &dataFolder, const Founding &founding)
{
    const base::SystemClock clock;
    const people::Office office(base::toPath(dataFolder));
    const policy::Library library = policy::Library::load(office.policyFolder());
    QVERIFY2(library.faulty().empty(), library.faulty().empty() ? "" : qPrintable(library.faulty().front().message));
    const auto pack = library.find(founding.policy);
    QVERIFY(pack);
    people::Founder founder{QStringLiteral("sato"), QStringLiteral("佐藤 花子"), founding.managerRole};
    founder.department = founding.department;
    auto session = office.found(*pack, founder, secret(managerPassword), {}, clock);
    QVERIFY2(session, session ? "" : qPrintable(session.error().message));
    auto ledger = office.openLedger(*session);
    QVERIFY(ledger);
    auto administration = people::Administration::open(office, *session, *ledger, clock);
    QVERIFY(administration);
    QVERIFY(administration->add(*pack, {QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QStringLiteral("staff"), {}, founding.department},
                                secret(QStringLiteral("temporary one"))));
    auto clerk = office.signIn(QStringLiteral("yamada"), secret(QStringLiteral("temporary one")), clock);
    QVERIFY(clerk && people::changeOwnPassword(office, *clerk, secret(clerkPassword)));
}

} // namespace shirushi::test
