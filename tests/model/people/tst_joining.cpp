// Joining an office from another desktop, rosters that follow, and what is open when somebody leaves.
#include "people/keychange.h"
#include "people/leaving.h"
#include "people/recovery.h"
#include "people/renewal.h"
#include "people/sharedfolder.h"

#include <QFile>
#include <QJsonArray>
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
    void recoveryCodeOpensEveryDesktop();
    void newRecoveryCodeIsSealedToEverywhere();
    void importThatEndsAccessChangesTheKey_data();
    void importThatEndsAccessChangesTheKey();
    void importThatLeavesNobodyKeepsTheLedger();
    void personalNumbersInARosterAreRefused();
    void exchangedRootIsNoAdministration();
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
    people::Roster administer(const std::function<base::Result<void>(people::Administration &)> &change);
    QStringList findings(const people::Office &office, const Desk &desk) const;
    base::Result<void> joinHere(const people::Office &office, const char *id, const QByteArray &password);
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

people::Roster TestJoining::administer(const std::function<base::Result<void>(people::Administration &)> &change)
{
    auto desk = open(*m_office, "yamada", "yamada's");
    if (!desk)
        return {};
    auto administration = people::Administration::open(*m_office, desk->session, desk->ledger, m_clock);
    return administration && change(*administration) ? administration->roster() : people::Roster();
}

QStringList TestJoining::findings(const people::Office &office, const Desk &desk) const
{
    QStringList names;
    auto &ledger = const_cast<ledger::Ledger &>(desk.ledger);
    base::NoProgress progress;
    auto found = ledger.verify(progress);
    const auto people = office.inspectPeople(ledger);
    if (!found || !people)
        return {QStringLiteral("not verified")};
    found->insert(found->end(), people->begin(), people->end());
    for (const ledger::Finding &finding : *found)
        names += nameOf(finding.kind);
    return names;
}

// Somebody else on the desktop that sato joined with: the administrator gives them a temporary password there.
base::Result<void> TestJoining::joinHere(const people::Office &office, const char *id, const QByteArray &password)
{
    const people::NewPerson person{QLatin1String(id), QStringLiteral("鈴木 一郎"), QStringLiteral("staff")};
    auto slot = people::makeSlot(person.id, person.name, person.role, secret(password));
    const people::Roster roster = administer([&](people::Administration &administration) {
        return administration.admit(m_pack, person, slot->account.signingKey, slot->account.receivingKey);
    });
    auto desk = open(office, "sato", "sato's");
    if (!desk)
        return std::unexpected(desk.error());
    slot->ledgerKey = *people::wrapLedgerKey(person.id, slot->account.receivingKey, desk->session.ledgerKey());
    if (const auto written = people::writeSlot(office.slotFile(person.id), *slot); !written)
        return written;
    return people::importRoster(office, desk->ledger, desk->session, roster, m_clock);
}

void TestJoining::recoveryCodeOpensEveryDesktop()
{
    joinAsSato();
    QVERIFY(!people::keepsRootKey(*m_other));
    const auto root = people::readRoot(m_other->rootFile());
    QVERIFY(root && root->sealed.empty() && root->recoverySealed.isEmpty());
    const auto recovered = people::openWithRecovery(*root, secret("0123456789abcdef"));
    QVERIFY(recovered && recovered->rootPrivateKey.isEmpty());
    QVERIFY(ledger::Ledger::open(people::ledgerPartsOf(*m_other), recovered->ledgerKey));
    QVERIFY(!people::openWithRecovery(*root, secret("0123456789abcdeX")));
    QCOMPARE(people::recover(*m_other, secret("0123456789abcdef"), QStringLiteral("sato"), secret("new"), m_clock).error().code,
             base::ErrorCode::Unsupported);

    // sato's password is lost: new keys by the code, and the administrator's answer.
    QCOMPARE(people::beginRenewal(*m_other, secret("0123456789abcdeX"), QStringLiteral("sato"), secret("new"), m_clock).error().code,
             base::ErrorCode::WrongPassword);
    QCOMPARE(people::beginRenewal(*m_other, secret("0123456789abcdef"), QStringLiteral("nobody"), secret("new"), m_clock).error().code,
             base::ErrorCode::NotFound);
    const auto application =
        people::beginRenewal(*m_other, secret("0123456789abcdef"), QStringLiteral("sato"), secret("new"), m_clock);
    QVERIFY(application);
    QVERIFY(people::isRenewing(*m_other, QStringLiteral("sato")));
    QVERIFY(open(*m_other, "sato", "sato's")); // until then the old password does
    QVERIFY(!open(*m_other, "sato", "new"));
    const auto before = open(*m_other, "sato", "sato's");
    const people::Roster unanswered = people::Directory::load(m_other->peopleFolder())->roster();
    QCOMPARE(people::finishRenewal(*m_other, unanswered, QStringLiteral("sato"), secret("new"), m_clock).error().code,
             base::ErrorCode::NotFound);
    const people::Roster answer = administer([&](people::Administration &administration) {
        return administration.renewKeys(application->id, application->signingKey, application->receivingKey);
    });
    QVERIFY(answer.number > unanswered.number);
    QCOMPARE(people::finishRenewal(*m_other, answer, QStringLiteral("sato"), secret("wrong"), m_clock).error().code,
             base::ErrorCode::NotSignedIn);
    const auto session = people::finishRenewal(*m_other, answer, QStringLiteral("sato"), secret("new"), m_clock);
    QVERIFY2(session, session ? "" : qPrintable(session.error().message));
    QVERIFY(!people::isRenewing(*m_other, QStringLiteral("sato")));
    QVERIFY(!open(*m_other, "sato", "sato's"));
    auto desk = open(*m_other, "sato", "new");
    QVERIFY2(desk, desk ? "" : qPrintable(desk.error().message));
    QVERIFY(!ledger::Ledger::open(people::ledgerPartsOf(*m_other), before->session.ledgerKey())); // the lost keys' one
    const auto newest = desk->ledger.newestOf({QStringLiteral("roster")});
    QCOMPARE((*newest)->draft.details.value(QStringLiteral("change")).toString(), QStringLiteral("recovered"));
    QCOMPARE((*newest)->draft.details.value(QStringLiteral("person")).toString(), QStringLiteral("sato"));
    QCOMPARE(findings(*m_other, *desk), QStringList());
    // The new key is the code's again.
    const auto again = people::openWithRecovery(*people::readRoot(m_other->rootFile()), secret("0123456789abcdef"));
    QVERIFY(again && ledger::Ledger::open(people::ledgerPartsOf(*m_other), again->ledgerKey));
}

void TestJoining::newRecoveryCodeIsSealedToEverywhere()
{
    joinAsSato();
    std::optional<base::SecretBytes> code;
    const people::Roster roster = administer([&](people::Administration &administration) -> base::Result<void> {
        auto made = administration.makeRecoveryCode();
        if (!made)
            return std::unexpected(made.error());
        code = std::move(*made);
        return {};
    });
    QVERIFY(code);
    QVERIFY(people::openWithRecovery(*people::readRoot(m_other->rootFile()), secret("0123456789abcdef")));
    auto desk = open(*m_other, "sato", "sato's");
    QVERIFY(people::importRoster(*m_other, desk->ledger, desk->session, roster, m_clock));
    QVERIFY(!people::openWithRecovery(*people::readRoot(m_other->rootFile()), secret("0123456789abcdef")));
    const auto recovered = people::openWithRecovery(*people::readRoot(m_other->rootFile()), *code);
    QVERIFY(recovered && ledger::Ledger::open(people::ledgerPartsOf(*m_other), recovered->ledgerKey));

    // A desktop that joined before the code was kept there does so at the next sign-in.
    QVERIFY(QFile::remove(QString::fromStdString(m_other->rootFile().string())));
    QVERIFY(open(*m_other, "sato", "sato's"));
    QVERIFY(people::openWithRecovery(*people::readRoot(m_other->rootFile()), *code));
}

void TestJoining::importThatEndsAccessChangesTheKey_data()
{
    QTest::addColumn<bool>("closes");
    QTest::addColumn<int>("killedAfter"); // steps of the change; 9: not at all
    for (const int steps : {1, 2, 3, 9})
        QTest::addRow("closed, %d steps", steps) << true << steps;
    QTest::newRow("other keys") << false << 9;
}

void TestJoining::importThatEndsAccessChangesTheKey()
{
    QFETCH(bool, closes);
    QFETCH(int, killedAfter);
    joinAsSato();
    const auto joined = joinHere(*m_other, "suzuki", "suzuki's");
    QVERIFY2(joined, joined ? "" : qPrintable(joined.error().message));
    const auto kept = open(*m_other, "suzuki", "suzuki's");
    QVERIFY(kept);
    const auto newKeys = people::makeSlot(QStringLiteral("suzuki"), QStringLiteral("鈴木"), QStringLiteral("staff"), secret("x"));
    const people::Roster roster = administer([&](people::Administration &administration) {
        return closes ? administration.close(QStringLiteral("suzuki"), QStringLiteral("異動"))
                      : administration.renewKeys(QStringLiteral("suzuki"), newKeys->account.signingKey,
                                                 newKeys->account.receivingKey);
    });
    QVERIFY(roster.number > 0);
    {
        auto desk = open(*m_other, "sato", "sato's");
        if (killedAfter == 9) {
            const auto imported = people::importRoster(*m_other, desk->ledger, desk->session, roster, m_clock);
            QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
        } else {
            auto key = people::prepareKeyChange(*m_other, roster);
            QVERIFY(key);
            if (killedAfter >= 2)
                QVERIFY(people::writeRoster(m_other->rosterFile(), roster));
            if (killedAfter >= 3)
                QVERIFY(desk->ledger.changeKey(*key));
        }
    }
    {
        auto session = m_other->signIn(QStringLiteral("sato"), secret("sato's"), m_clock);
        QVERIFY(session);
        auto ledger = m_other->openLedger(*session);
        QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().message));
        const auto finished = people::finishKeyChange(*m_other, *session, *ledger);
        QVERIFY2(finished, finished ? "" : qPrintable(finished.error().message));
        QVERIFY(m_other->catchUp(*ledger, *session, m_clock));
        // Killed before the roster was there: it is taken in now.
        const auto imported = people::importRoster(*m_other, *ledger, *session, roster, m_clock);
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    }
    QVERIFY(!QFile::exists(QString::fromStdString(m_other->slotFile(QStringLiteral("suzuki")).string())));
    QVERIFY(!open(*m_other, "suzuki", "suzuki's"));
    QVERIFY(!ledger::Ledger::open(people::ledgerPartsOf(*m_other), kept->session.ledgerKey()));
    QVERIFY(!people::isKeyChangeOpen(*m_other, roster));
    auto desk = open(*m_other, "sato", "sato's");
    QVERIFY2(desk, desk ? "" : qPrintable(desk.error().message));
    QCOMPARE(findings(*m_other, *desk), QStringList());
    const auto recovered = people::openWithRecovery(*people::readRoot(m_other->rootFile()), secret("0123456789abcdef"));
    QVERIFY(recovered && ledger::Ledger::open(people::ledgerPartsOf(*m_other), recovered->ledgerKey));
    // What is noted before anybody signs in is sealed to the new key.
    QVERIFY(!m_other->signIn(QStringLiteral("sato"), secret("wrong"), m_clock));
    auto next = open(*m_other, "sato", "sato's");
    const auto noted = next->ledger.newestOf({QStringLiteral("sign-in-failed")});
    QVERIFY(noted && *noted);
    QCOMPARE((*noted)->draft.details.value(QStringLiteral("name")).toString(), QStringLiteral("sato"));
}

void TestJoining::importThatLeavesNobodyKeepsTheLedger()
{
    // No recovery code, and the only person of the desktop leaves: the ledger's key must not be lost with them.
    m_office = std::make_unique<people::Office>(base::toPath(m_folder->filePath(QStringLiteral("second"))));
    QVERIFY(m_office->found(m_pack, {QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QStringLiteral("staff")},
                            secret("yamada's"), {}, m_clock));
    joinAsSato();
    const people::Roster roster = administer([&](people::Administration &administration) {
        return administration.close(QStringLiteral("sato"), QStringLiteral("退職"));
    });
    auto desk = open(*m_other, "sato", "sato's");
    QVERIFY(people::importRoster(*m_other, desk->ledger, desk->session, roster, m_clock));
    QVERIFY(!open(*m_other, "sato", "sato's"));
    QVERIFY(QFile::exists(QString::fromStdString(m_other->slotFile(QStringLiteral("sato")).string())));
    QVERIFY(ledger::Ledger::open(people::ledgerPartsOf(*m_other), desk->session.ledgerKey()));
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
    QCOMPARE(findings(*m_office, *desk), QStringList{QStringLiteral("root-changed")});
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
    // Several must approve: each of them, on paper or not, or one who refuses.
    const auto needs = [&](const char *id) {
        QJsonArray needed;
        for (const char *role : {"security-manager", "security-officer"})
            needed.append(QJsonObject{{QStringLiteral("role"), QLatin1String(role)}});
        return record("request", {{QStringLiteral("request"),
                                   QJsonObject{{QStringLiteral("id"), QLatin1String(id)}, {QStringLiteral("needed"), needed},
                                               {QStringLiteral("asker"), QJsonObject{{QStringLiteral("id"), QStringLiteral("kato")}}}}}});
    };
    const auto openOfKato = [&] { return people::leavingChecklist(desk->ledger, QStringLiteral("kato"))->size(); };
    QVERIFY(needs("five") && needs("six"));
    QVERIFY(record("approval", {{QStringLiteral("decision"), QJsonObject{{QStringLiteral("request"), QStringLiteral("five")},
                                                                         {QStringLiteral("role"), QStringLiteral("security-manager")}}}}));
    QCOMPARE(openOfKato(), std::size_t(2));
    QVERIFY(record("paper-decision", {{QStringLiteral("paperDecision"), QJsonObject{{QStringLiteral("request"), QStringLiteral("five")},
                                                                                    {QStringLiteral("roles"), QJsonArray{QStringLiteral("security-officer")}}}}}));
    QCOMPARE(openOfKato(), std::size_t(1));
    QVERIFY(record("refusal", {{QStringLiteral("decision"), QJsonObject{{QStringLiteral("request"), QStringLiteral("six")},
                                                                        {QStringLiteral("role"), QStringLiteral("security-officer")}}}}));
    QCOMPARE(openOfKato(), std::size_t(0));
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
