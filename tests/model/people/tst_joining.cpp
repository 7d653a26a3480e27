// Joining an office from another desktop, rosters that follow, and what is open when somebody leaves.
#include "people/joining.h"
#include "people/leaving.h"
#include "people/sharedfolder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

namespace {

base::SecretBytes secret(const QByteArray &text)
{
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text.constData()),
                                       static_cast<std::size_t>(text.size())));
}

policy::Pack packWithRoles()
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

} // namespace

class TestJoining : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void applicationIsAnsweredByTheRoster();
    void changedApplicationIsRefused();
    void newerRostersAreTakenAndOlderOnesNot();
    void wrongPasswordsOfADesktopThatJoinedAreRecorded();
    void fingerprintsAreCompared();
    void openWorkIsOnTheChecklist();
    void sharedFolderFindsARollback();

private:
    struct Desk {
        people::Session session;
        ledger::Ledger ledger;
    };
    base::Result<Desk> open(const people::Office &office, const char *id, const QByteArray &password)
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
    people::Roster admit(const people::Application &application, const char *role);
    people::Roster joinAsSato();

    policy::Pack m_pack = packWithRoles();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<people::Office> m_office; // the administrator's desktop
    std::unique_ptr<people::Office> m_other;  // who joins
    base::SystemClock m_clock;
    people::NewPerson m_sato{QStringLiteral("sato"), QStringLiteral("佐藤 花子"), QStringLiteral("security-manager"),
                             QStringLiteral("さとう はなこ"), QStringLiteral("税務課")};
};

void TestJoining::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_office = std::make_unique<people::Office>(base::toPath(m_folder->filePath(QStringLiteral("data"))));
    m_other = std::make_unique<people::Office>(base::toPath(m_folder->filePath(QStringLiteral("other"))));
    QVERIFY(m_office->found(m_pack, {QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QStringLiteral("staff")},
                            secret("yamada's"), secret("0123456789abcdef"), m_clock));
}

people::Roster TestJoining::admit(const people::Application &application, const char *role)
{
    auto desk = open(*m_office, "yamada", "yamada's");
    auto administration = people::Administration::open(*m_office, desk->session, desk->ledger, m_clock);
    const auto admitted = administration->admit(
        m_pack, {application.id, application.name, QLatin1String(role), application.kana, application.department},
        application.signingKey, application.receivingKey);
    return admitted ? administration->roster() : people::Roster();
}

people::Roster TestJoining::joinAsSato()
{
    const auto application = people::apply(*m_other, m_sato, secret("sato's"), m_clock);
    const people::Roster roster = admit(*application, "staff");
    const auto joined = people::join(*m_other, roster, QStringLiteral("sato"), secret("sato's"), m_clock);
    return joined ? roster : people::Roster();
}

void TestJoining::applicationIsAnsweredByTheRoster()
{
    const auto application = people::apply(*m_other, m_sato, secret("sato's"), m_clock);
    QVERIFY(application);
    QVERIFY(people::hasApplied(*m_other));
    QVERIFY(!m_other->isSetUp());
    const auto read = people::readApplication(people::applicationFile(*m_other));
    QVERIFY(read);
    QCOMPARE(*read, *application);
    QFile file(base::toDisplay(people::applicationFile(*m_other)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("sealed")); // the private halves stay where they are

    // Nobody gives themself a role: the wish is for the security manager, the answer says staff.
    const people::Roster roster = admit(*application, "staff");
    QCOMPARE(roster.number, 2);
    QCOMPARE(people::join(*m_other, roster, QStringLiteral("sato"), secret("wrong"), m_clock).error().code,
             base::ErrorCode::NotSignedIn);
    QVERIFY(!m_other->isSetUp());
    people::Roster forged = roster;
    forged.persons.front().role = QStringLiteral("security-manager");
    QVERIFY(!people::join(*m_other, forged, QStringLiteral("sato"), secret("sato's"), m_clock));
    const auto joined = people::join(*m_other, roster, QStringLiteral("sato"), secret("sato's"), m_clock);
    QVERIFY2(joined, joined ? "" : qPrintable(joined.error().message));
    QCOMPARE(joined->account().role, QStringLiteral("staff"));
    QVERIFY(m_other->isSetUp());
    QVERIFY(!people::hasApplied(*m_other));

    auto desk = open(*m_other, "sato", "sato's");
    QVERIFY2(desk, desk ? "" : qPrintable(desk.error().message));
    QVERIFY(desk->ledger.findings().empty());
    base::NoProgress quiet;
    const auto verified = desk->ledger.verify(quiet);
    QVERIFY(verified);
    QVERIFY(verified->empty());
    QCOMPARE(people::newestRoster(desk->ledger).value()->rootKey, roster.rootKey);
    const auto inspected = m_other->inspectPeople(desk->ledger);
    QVERIFY(inspected && inspected->empty());
    // Another desktop is another ledger, with another key.
    auto first = open(*m_office, "yamada", "yamada's");
    QVERIFY(!(first->session.ledgerKey() == desk->session.ledgerKey()));
    QVERIFY(!people::Administration::open(*m_other, desk->session, desk->ledger, m_clock));
}

void TestJoining::changedApplicationIsRefused()
{
    const auto application = people::apply(*m_other, m_sato, secret("sato's"), m_clock);
    QVERIFY(application);
    people::Application changed = *application;
    changed.name = QStringLiteral("鈴木 一郎");
    QCOMPARE(people::applicationFromJson(people::toJson(changed), {}).error().code, base::ErrorCode::Damaged);
    changed = *application;
    changed.receivingKey[0] = static_cast<char>(changed.receivingKey[0] ^ 1);
    QVERIFY(!people::applicationFromJson(people::toJson(changed), {}));
    QVERIFY(people::applicationFromJson(people::toJson(*application), {}));
}

void TestJoining::newerRostersAreTakenAndOlderOnesNot()
{
    const people::Roster second = joinAsSato();
    QCOMPARE(second.number, 2);
    people::Roster third;
    {
        auto desk = open(*m_office, "yamada", "yamada's");
        auto administration = people::Administration::open(*m_office, desk->session, desk->ledger, m_clock);
        people::Person person = *administration->roster().find(QStringLiteral("sato"));
        person.role = QStringLiteral("security-manager");
        person.deputies = {{QStringLiteral("sato"), QDate(2026, 4, 1), QDate(2026, 4, 30)}};
        QCOMPARE(administration->change(m_pack, person).error().code, base::ErrorCode::InvalidInput); // for oneself
        person.deputies = {{QStringLiteral("yamada"), QDate(2026, 4, 2), QDate(2026, 4, 1)}};
        QCOMPARE(administration->change(m_pack, person).error().code, base::ErrorCode::InvalidInput);
        person.deputies = {{QStringLiteral("yamada"), QDate(2026, 4, 1), QDate(2026, 4, 30)}};
        QVERIFY(administration->change(m_pack, person));
        third = administration->roster();
    }
    auto desk = open(*m_other, "sato", "sato's");
    QVERIFY(people::importRoster(*m_other, desk->ledger, desk->session, third, m_clock));
    const auto size = desk->ledger.size();
    QVERIFY(people::importRoster(*m_other, desk->ledger, desk->session, third, m_clock)); // again: nothing new
    QCOMPARE(*desk->ledger.size(), *size);
    QCOMPARE(people::importRoster(*m_other, desk->ledger, desk->session, second, m_clock).error().code,
             base::ErrorCode::Changed);
    // Another office, with a higher number.
    const people::Office stranger(base::toPath(m_folder->filePath(QStringLiteral("stranger"))));
    QVERIFY(stranger.found(m_pack, {QStringLiteral("suzuki"), QStringLiteral("鈴木 一郎"), QStringLiteral("staff")},
                           secret("suzuki's"), {}, m_clock));
    people::Roster foreign = *people::readRoster(stranger.rosterFile());
    QCOMPARE(people::importRoster(*m_other, desk->ledger, desk->session, foreign, m_clock).error().code,
             base::ErrorCode::Damaged);
    people::Roster forged = third;
    forged.number = 9;
    QCOMPARE(people::importRoster(*m_other, desk->ledger, desk->session, forged, m_clock).error().code,
             base::ErrorCode::Damaged);
    const auto again = m_other->signIn(QStringLiteral("sato"), secret("sato's"), m_clock);
    QCOMPARE(again->account().role, QStringLiteral("security-manager"));
}

void TestJoining::wrongPasswordsOfADesktopThatJoinedAreRecorded()
{
    QCOMPARE(joinAsSato().number, 2);
    QVERIFY(!m_other->signIn(QStringLiteral("sato"), secret("wrong"), m_clock));
    auto desk = open(*m_other, "sato", "sato's");
    ledger::Query query;
    query.kinds = {QStringLiteral("sign-in-failed")};
    const auto found = desk->ledger.list(query);
    QCOMPARE(found->size(), std::size_t(1));
    QCOMPARE(found->front().draft.details.value(QStringLiteral("name")).toString(), QStringLiteral("sato"));
}

void TestJoining::fingerprintsAreCompared()
{
    const QByteArray key = people::readRoster(m_office->rosterFile())->rootKey;
    const QString fingerprint = people::fingerprintOf(key);
    QVERIFY(people::isFingerprint(fingerprint, key));
    QVERIFY(people::isFingerprint(fingerprint.toLower().remove(u'-'), key));
    QString other = fingerprint;
    other[0] = other[0] == u'2' ? u'3' : u'2';
    QVERIFY(!people::isFingerprint(other, key));
    QVERIFY(!people::isFingerprint(fingerprint.first(10), key));
    QVERIFY(!people::isFingerprint({}, key));
}

void TestJoining::openWorkIsOnTheChecklist()
{
    auto desk = open(*m_office, "yamada", "yamada's");
    const auto record = [&](const char *kind, const QJsonObject &details) {
        return desk->ledger.append({QLatin1String(kind), {}, {}, {}, {}, {}, {}, details}, desk->session, m_clock);
    };
    const auto ask = [&](const char *id, const char *asker) {
        return record("request", {{QStringLiteral("request"),
                                   QJsonObject{{QStringLiteral("id"), QLatin1String(id)},
                                               {QStringLiteral("asker"), QJsonObject{{QStringLiteral("id"), QLatin1String(asker)}}},
                                               {QStringLiteral("purpose"), QStringLiteral("委託先へ")}}}});
    };
    QVERIFY(ask("one", "yamada"));
    QVERIFY(ask("two", "yamada"));
    QVERIFY(ask("three", "yamada"));
    QVERIFY(ask("four", "suzuki")); // came from another desktop
    QVERIFY(record("paper-decision", {{QStringLiteral("paperDecision"), QJsonObject{{QStringLiteral("request"), QStringLiteral("three")}}}}));
    QVERIFY(record("approval", {{QStringLiteral("decision"), QJsonObject{{QStringLiteral("request"), QStringLiteral("one")}}}}));
    QVERIFY(record("take-out", {{QStringLiteral("medium"), QStringLiteral("usb-7")}}));
    auto items = people::leavingChecklist(desk->ledger, QStringLiteral("yamada"));
    QVERIFY(items);
    QCOMPARE(items->size(), std::size_t(1));
    QCOMPARE(items->front().kind, QStringLiteral("request"));
    QCOMPARE(items->front().subject, QStringLiteral("委託先へ"));
    // A room above brings its own kinds.
    auto kinds = people::openKinds();
    kinds.push_back({QStringLiteral("take-out"), QStringLiteral("medium"), {},
                     {{QStringLiteral("return"), QStringLiteral("medium")}}, QStringLiteral("…")});
    items = people::leavingChecklist(desk->ledger, QStringLiteral("yamada"), kinds);
    QCOMPARE(items->size(), std::size_t(2));
    QCOMPARE(items->back().subject, QStringLiteral("usb-7"));
    QVERIFY(people::leavingChecklist(desk->ledger, QStringLiteral("sato"), kinds)->empty());
    auto batch = desk->ledger.begin(desk->session, m_clock);
    QVERIFY(batch->append({QStringLiteral("label"), QStringLiteral("/tmp/a.docx"), {}, {}, {}, {}, {}, {}},
                          QJsonObject{{QStringLiteral("x"), 1}}));
    QVERIFY(batch->commit());
    items = people::leavingChecklist(desk->ledger, QStringLiteral("yamada"));
    QCOMPARE(items->size(), std::size_t(2));
    QCOMPARE(items->back().kind, QStringLiteral("open-deed"));
    QCOMPARE(items->back().subject, QStringLiteral("/tmp/a.docx"));
}

void TestJoining::sharedFolderFindsARollback()
{
    const base::Path shared = base::toPath(m_folder->filePath(QStringLiteral("shared")));
    auto session = m_office->signIn(QStringLiteral("yamada"), secret("yamada's"), m_clock);
    QCOMPARE(people::setSharedFolder(*m_office, *session, shared, m_clock).error().code, base::ErrorCode::NotFound);
    std::filesystem::create_directory(shared);
    const base::Path before = base::toPath(m_folder->filePath(QStringLiteral("before")));
    QVERIFY(people::setSharedFolder(*m_office, *session, shared, m_clock));
    QVERIFY(!std::filesystem::is_empty(shared / "checkpoints"));
    std::filesystem::copy(m_office->folder(), before, std::filesystem::copy_options::recursive);
    {
        auto desk = open(*m_office, "yamada", "yamada's");
        QVERIFY(desk->ledger.append({QStringLiteral("question"), {}, {}, {}, {}, {}, {}, {}}, desk->session, m_clock));
    }
    const people::Office rolledBack(before);
    const auto desk = open(rolledBack, "yamada", "yamada's");
    QVERIFY(desk);
    QVERIFY(!desk->ledger.isWritable());
    QCOMPARE(desk->ledger.findings().front().kind, ledger::FindingKind::RolledBack);
}

QTEST_GUILESS_MAIN(TestJoining)
#include "tst_joining.moc"
