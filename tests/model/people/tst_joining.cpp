// Joining an office from another desktop, and the rosters that follow.
#include "model/people/officebench.h"

#include "people/sharedfolder.h"

#include <QFile>

using namespace shirushi;

class TestJoining : public QObject, private tests::OfficeBench
{
    Q_OBJECT
private Q_SLOTS:
    void init() { found(); }
    void applicationIsAnsweredByTheRoster();
    void changedApplicationIsRefused();
    void newerRostersAreTakenAndOlderOnesNot();
    void wrongPasswordsOfADesktopThatJoinedAreRecorded();
    void personalNumbersInARosterAreRefused();
    void exchangedRootIsNoAdministration();
    void fingerprintsAreCompared();
    void sharedFolderFindsARollback();
    void severalDesktopsShareAFolder();
};

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

void TestJoining::personalNumbersInARosterAreRefused()
{
    joinAsSato();
    const QString number = QStringLiteral("マイナンバー 123456789018");
    auto desk = open(*m_office, "yamada", "yamada's");
    auto administration = people::Administration::open(*m_office, desk->session, desk->ledger, m_clock);
    const people::Roster before = administration->roster();
    people::Person sato = *before.find(QStringLiteral("sato"));
    for (QString people::Person::*member : {&people::Person::name, &people::Person::kana, &people::Person::department}) {
        people::Person changed = sato;
        changed.*member = number;
        QCOMPARE(administration->change(m_pack, changed).error().code, base::ErrorCode::InvalidInput);
        QCOMPARE(administration->roster(), before);
    }
    QCOMPARE(administration->add(m_pack, {QStringLiteral("kato"), number, QStringLiteral("staff")}, secret("x")).error().code,
             base::ErrorCode::InvalidInput);
    QCOMPARE(administration->close(QStringLiteral("sato"), number).error().code, base::ErrorCode::InvalidInput);
    QCOMPARE(*people::readRoster(m_office->rosterFile()), before); // nothing that would be recorded later
    sato.department = QStringLiteral("総務課");
    QVERIFY(administration->change(m_pack, sato));
    QVERIFY(open(*m_office, "yamada", "yamada's"));

    // Signed by the root key all the same, and from outside.
    const auto root = people::readRoot(m_office->rootFile());
    const auto rootKey = people::openRoot(*root, QStringLiteral("yamada"), desk->session.keys().receiving);
    people::Roster foreign = administration->roster();
    ++foreign.number;
    foreign.persons.front().name = number;
    foreign = *people::sign(foreign, *rootKey);
    auto other = open(*m_other, "sato", "sato's");
    QCOMPARE(people::importRoster(*m_other, other->ledger, other->session, foreign, m_clock).error().code,
             base::ErrorCode::InvalidInput);
    QVERIFY(open(*m_other, "sato", "sato's"));
}

void TestJoining::exchangedRootIsNoAdministration()
{
    // Somebody puts a root of their own, sealed to the administrator, and a roster that it signs into the folder: the
    // next key would go to whom they named.
    const auto keys = crypto::generateSigningKey();
    auto roster = people::readRoster(m_office->rosterFile());
    people::Root root;
    root.publicKey = roster->rootKey = keys->publicKey;
    QVERIFY(people::sealTo(root, keys->privateKey, QStringLiteral("yamada"), roster->persons.front().receivingKey));
    QVERIFY(people::writeRoot(m_office->rootFile(), root));
    QVERIFY(people::writeRoster(m_office->rosterFile(), *people::sign(*roster, keys->privateKey)));
    auto desk = open(*m_office, "yamada", "yamada's");
    QVERIFY(desk);
    QCOMPARE(people::Administration::open(*m_office, desk->session, desk->ledger, m_clock).error().code, base::ErrorCode::Damaged);
    QCOMPARE(findings(*m_office, desk->ledger), QStringList{QStringLiteral("root-changed")});
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

void TestJoining::severalDesktopsShareAFolder()
{
    joinAsSato();
    const base::Path shared = base::toPath(m_folder->filePath(QStringLiteral("shared")));
    std::filesystem::create_directory(shared);
    auto yamada = signIn("yamada", "yamada's");
    auto sato = m_other->signIn(QStringLiteral("sato"), secret("sato's"), m_clock);
    QVERIFY(yamada && sato);
    QVERIFY(people::setSharedFolder(*m_office, *yamada, shared, m_clock));
    const auto second = people::setSharedFolder(*m_other, *sato, shared, m_clock);
    QVERIFY2(second, second ? "" : qPrintable(second.error().message));
    for (const auto &[office, session] : {std::pair(m_office.get(), &*yamada), std::pair(m_other.get(), &*sato)}) {
        auto ledger = office->openLedger(*session);
        QVERIFY(ledger && ledger->isWritable());
        QCOMPARE(findings(*office, *ledger), QStringList());
    }
    // What is missing there later is a finding, and setting the folder once more hides nothing.
    for (const auto &file : std::filesystem::directory_iterator(shared / "checkpoints"))
        std::filesystem::remove(file.path());
    auto ledger = m_other->openLedger(*sato);
    QCOMPARE(findings(*m_other, *ledger), QStringList{QStringLiteral("checkpoint-missing")});
    QCOMPARE(people::setSharedFolder(*m_other, *sato, shared, m_clock).error().code, base::ErrorCode::Damaged);
}

QTEST_GUILESS_MAIN(TestJoining)
#include "tst_joining.moc"
