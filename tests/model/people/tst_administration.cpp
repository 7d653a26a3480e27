#include "model/people/officebench.h"

#include "people/attempts.h"
#include "people/base32.h"
#include "people/keychange.h"
#include "people/recovery.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

class TestAdministration : public QObject, private tests::OfficeBench
{
    Q_OBJECT
private Q_SLOTS:
    void init() { found(); }
    void addingNeedsNobodysPassword();
    void onlyAdministratorsMay();
    void temporaryPasswordsAreChanged();
    void whoLeavesLosesEverything();
    void killsDuringAKeyChangeAreMended_data();
    void killsDuringAKeyChangeAreMended();
    void recoveryCodeOpensAndIsRecorded();
    void lastAdministratorStays();
    void wrongPasswordsAreRecordedAndSlowDown();
    void olderRosterIsFound();
    void exchangedKeyFileIsFound();
    void oneKeyUnderTwoNamesIsRefused();
    void groupsAreReadAloud();

private:
    base::Result<void> add(const char *id, const char *role = "staff", bool administrator = false);
    QStringList findings();
};

base::Result<void> TestAdministration::add(const char *id, const char *role, bool administrator)
{
    auto session = signIn("yamada", "yamada's");
    auto ledger = m_office->openLedger(*session);
    auto administration = people::Administration::open(*m_office, *session, *ledger, m_clock);
    if (!administration)
        return std::unexpected(administration.error());
    people::NewPerson person{QLatin1String(id), QStringLiteral("佐藤 花子"), QLatin1String(role)};
    person.department = QStringLiteral("税務課");
    person.administrator = administrator;
    return administration->add(m_pack, person, secret("temporary"));
}

QStringList TestAdministration::findings()
{
    auto session = signIn("yamada", "yamada's");
    auto ledger = m_office->openLedger(*session);
    return OfficeBench::findings(*m_office, *ledger);
}

void TestAdministration::addingNeedsNobodysPassword()
{
    QVERIFY(add("sato"));
    auto session = signIn("sato", "temporary");
    QVERIFY(session);
    QVERIFY(session->mustChangePassword());
    auto ledger = m_office->openLedger(*session);
    QVERIFY(ledger);
    QCOMPARE(ledger->list({})->back().draft.details.value(QStringLiteral("change")).toString(), QStringLiteral("added"));
    QVERIFY(ledger->append({QStringLiteral("label"), QStringLiteral("a"), {}, {}, {}, {}, {}, {}}, *session, m_clock));
    QCOMPARE(findings(), QStringList());
    QCOMPARE(add("sato").error().code, base::ErrorCode::InvalidInput);
    QCOMPARE(add("suzuki", "king").error().code, base::ErrorCode::InvalidInput);
}

void TestAdministration::onlyAdministratorsMay()
{
    QVERIFY(add("sato"));
    auto session = signIn("sato", "temporary");
    auto ledger = m_office->openLedger(*session);
    QCOMPARE(people::Administration::open(*m_office, *session, *ledger, m_clock).error().code, base::ErrorCode::Forbidden);
}

void TestAdministration::temporaryPasswordsAreChanged()
{
    QVERIFY(add("sato"));
    auto session = signIn("sato", "temporary");
    QCOMPARE(people::changeOwnPassword(*m_office, *session, secret("temporary")).error().code, base::ErrorCode::InvalidInput);
    QVERIFY(people::changeOwnPassword(*m_office, *session, secret("sato's")));
    QVERIFY(!signIn("sato", "temporary"));
    session = signIn("sato", "sato's");
    QVERIFY(session && !session->mustChangePassword());
    QVERIFY(m_office->openLedger(*session));
}

void TestAdministration::whoLeavesLosesEverything()
{
    QVERIFY(add("sato"));
    const QString slotFile = base::toDisplay(m_office->slotFile(QStringLiteral("sato")));
    QVERIFY(QFile::copy(slotFile, m_folder->filePath(QStringLiteral("kept-by-sato.json"))));
    auto before = signIn("sato", "temporary");
    auto session = signIn("yamada", "yamada's");
    {
        auto ledger = m_office->openLedger(*session);
        QVERIFY(ledger->append({QStringLiteral("label"), QStringLiteral("a"), {}, {}, {}, {}, {}, {}}, *before, m_clock));
        auto administration = people::Administration::open(*m_office, *session, *ledger, m_clock);
        QCOMPARE(administration->close(QStringLiteral("yamada"), {}).error().code, base::ErrorCode::Forbidden);
        const auto closed = administration->close(QStringLiteral("sato"), QStringLiteral("異動"));
        QVERIFY2(closed, closed ? "" : qPrintable(closed.error().message));
        QVERIFY(ledger->append({QStringLiteral("label"), QStringLiteral("b"), {}, {}, {}, {}, {}, {}}, *session, m_clock));
    }
    QVERIFY(!QFile::exists(slotFile));
    QVERIFY(!signIn("sato", "temporary"));
    QVERIFY(QFile::copy(m_folder->filePath(QStringLiteral("kept-by-sato.json")), slotFile));
    QVERIFY(!signIn("sato", "temporary"));
    QVERIFY(!ledger::Ledger::open({m_office->ledgerFile(), {}, people::Directory::load(m_office->peopleFolder()), {}},
                                  before->ledgerKey())); // the key that sato knew
    QVERIFY(QFile::remove(slotFile));
    QCOMPARE(findings(), QStringList()); // what sato signed before leaving stays good
    QVERIFY(people::recover(*m_office, secret(m_code), QStringLiteral("yamada"), secret("new"), m_clock));
}

void TestAdministration::killsDuringAKeyChangeAreMended_data()
{
    QTest::addColumn<int>("steps");
    QTest::newRow("prepared") << 1;
    QTest::newRow("ledger changed") << 2;
    QTest::newRow("completed") << 3;
}

void TestAdministration::killsDuringAKeyChangeAreMended()
{
    QFETCH(int, steps);
    QVERIFY(add("sato"));
    {
        auto session = signIn("yamada", "yamada's");
        auto ledger = m_office->openLedger(*session);
        const auto roster = people::readRoster(m_office->rosterFile());
        auto key = people::prepareKeyChange(*m_office, *roster);
        QVERIFY(key);
        if (steps >= 2)
            QVERIFY(ledger->changeKey(*key));
        if (steps >= 3)
            QVERIFY(people::completeKeyChange(*m_office, *roster, *key));
    }
    const auto isOpen = [&] { return people::isKeyChangeOpen(*m_office, *people::readRoster(m_office->rosterFile())); };
    QCOMPARE(isOpen(), steps < 3);
    for (const char *id : {"sato", "yamada"}) {
        auto session = signIn(id, qstrcmp(id, "sato") == 0 ? "temporary" : "yamada's");
        QVERIFY(session);
        auto ledger = m_office->openLedger(*session);
        QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().message));
        QVERIFY(people::finishKeyChange(*m_office, *session, *ledger));
        QVERIFY(!isOpen());
        QCOMPARE(ledger->list({})->size(), std::size_t(2));
    }
    QCOMPARE(findings(), QStringList());
    QVERIFY(people::recover(*m_office, secret(m_code), QStringLiteral("yamada"), secret("new"), m_clock));
}

void TestAdministration::recoveryCodeOpensAndIsRecorded()
{
    QCOMPARE(people::recover(*m_office, secret("0123456789abcdeX"), QStringLiteral("yamada"), secret("new"), m_clock).error().code,
             base::ErrorCode::WrongPassword);
    auto session = people::recover(*m_office, secret(m_code), QStringLiteral("yamada"), secret("yamada's"), m_clock);
    QVERIFY2(session, session ? "" : qPrintable(session.error().message));
    auto ledger = m_office->openLedger(*session);
    QCOMPARE(ledger->list({})->back().draft.details.value(QStringLiteral("change")).toString(), QStringLiteral("recovered"));
    QCOMPARE(findings(), QStringList());
    auto administration = people::Administration::open(*m_office, *session, *ledger, m_clock);
    QVERIFY(administration);
    const auto code = administration->makeRecoveryCode();
    QVERIFY(code);
    QVERIFY(!people::recover(*m_office, secret(m_code), QStringLiteral("yamada"), secret("x"), m_clock));
    QVERIFY(people::recover(*m_office, *code, QStringLiteral("yamada"), secret("x"), m_clock));
}

void TestAdministration::lastAdministratorStays()
{
    QVERIFY(add("sato", "staff", true));
    auto session = signIn("sato", "temporary");
    auto ledger = m_office->openLedger(*session);
    auto administration = people::Administration::open(*m_office, *session, *ledger, m_clock);
    QVERIFY(administration);
    people::Person yamada = *administration->roster().find(QStringLiteral("yamada"));
    yamada.administrator = false;
    QVERIFY(administration->change(m_pack, yamada));
    people::Person sato = *administration->roster().find(QStringLiteral("sato"));
    sato.administrator = false;
    QCOMPARE(administration->change(m_pack, sato).error().code, base::ErrorCode::Forbidden);
    auto former = signIn("yamada", "yamada's");
    QCOMPARE(people::Administration::open(*m_office, *former, *ledger, m_clock).error().code, base::ErrorCode::Forbidden);
}

void TestAdministration::wrongPasswordsAreRecordedAndSlowDown()
{
    people::Attempts attempts(m_office->peopleFolder());
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(attempts.delay(QStringLiteral("yamada"), m_clock).count(), 0);
        QVERIFY(!signIn("yamada", "wrong"));
    }
    QVERIFY(attempts.delay(QStringLiteral("yamada"), m_clock).count() > 500);
    QVERIFY(!signIn("nobody", "wrong"));
    QFile journal(base::toDisplay(m_office->peopleFolder() / "attempts.journal"));
    QVERIFY(journal.open(QIODevice::ReadOnly));
    QVERIFY(!journal.readAll().contains("nobody")); // sealed
    auto session = signIn("yamada", "yamada's");
    QVERIFY(session);
    QCOMPARE(attempts.delay(QStringLiteral("yamada"), m_clock).count(), 0);
    auto ledger = m_office->openLedger(*session);
    QVERIFY(m_office->catchUp(*ledger, *session, m_clock));
    QStringList names;
    const auto entries = ledger->list({});
    QVERIFY(entries);
    for (const ledger::Entry &entry : *entries) {
        if (entry.draft.kind == u"sign-in-failed")
            names += entry.draft.details.value(QStringLiteral("name")).toString();
    }
    QCOMPARE(names, (QStringList{QStringLiteral("yamada"), QStringLiteral("yamada"), QStringLiteral("yamada"), QStringLiteral("nobody")}));
    QVERIFY(m_office->catchUp(*ledger, *session, m_clock));
    QCOMPARE(ledger->list({})->size(), std::size_t(5)); // each once
}

void TestAdministration::olderRosterIsFound()
{
    const QString roster = base::toDisplay(m_office->rosterFile());
    QVERIFY(QFile::copy(roster, roster + QStringLiteral(".old")));
    QVERIFY(add("sato"));
    QVERIFY(QFile::remove(roster) && QFile::rename(roster + QStringLiteral(".old"), roster));
    QCOMPARE(findings(), QStringList{QStringLiteral("roster-rolled-back")});
}

void TestAdministration::exchangedKeyFileIsFound()
{
    QVERIFY(add("sato"));
    const QString mine = base::toDisplay(m_office->slotFile(QStringLiteral("sato")));
    QVERIFY(QFile::remove(mine));
    auto slot = people::readSlot(m_office->slotFile(QStringLiteral("yamada")));
    slot->account.id = QStringLiteral("sato");
    QVERIFY(people::writeSlot(m_office->slotFile(QStringLiteral("sato")), *slot));
    QCOMPARE(findings(), QStringList{QStringLiteral("slot-changed")});
    QVERIFY(!signIn("sato", "yamada's"));
}

void TestAdministration::oneKeyUnderTwoNamesIsRefused()
{
    auto session = signIn("yamada", "yamada's");
    auto ledger = m_office->openLedger(*session);
    auto administration = people::Administration::open(*m_office, *session, *ledger, m_clock);
    const auto second = administration->admit(m_pack, {QStringLiteral("yamada2"), QStringLiteral("山田"), QStringLiteral("security-manager")},
                                              session->account().signingKey, session->account().receivingKey);
    QCOMPARE(second.error().code, base::ErrorCode::InvalidInput);
}

void TestAdministration::groupsAreReadAloud()
{
    for (int i = 0; i < 50; ++i) {
        const auto code = crypto::randomSecret(people::recoveryCodeSize);
        const QString text = people::toGroups(*code);
        QVERIFY(people::fromGroups(text, people::recoveryCodeSize) == code);
        QVERIFY(people::fromGroups(text.toLower().remove(u'-'), people::recoveryCodeSize) == code);
        for (qsizetype at = 0; at < text.size(); ++at) {
            QString wrong = text;
            if (wrong[at] == u'-')
                continue;
            wrong[at] = wrong[at] == u'7' ? u'8' : u'7';
            QVERIFY2(!people::fromGroups(wrong, people::recoveryCodeSize), qPrintable(text + u' ' + wrong));
        }
    }
    QVERIFY(!people::fromGroups(QString(), people::recoveryCodeSize));
    QVERIFY(!people::fromGroups(QStringLiteral("////-////"), people::recoveryCodeSize));
}

QTEST_GUILESS_MAIN(TestAdministration)
#include "tst_administration.moc"
