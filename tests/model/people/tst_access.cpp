// Who opens the ledger of a desktop that joined: the recovery code, and what a roster ends.
#include "model/people/officebench.h"

#include "people/keychange.h"
#include "people/recovery.h"
#include "people/renewal.h"

#include <QFile>

using namespace shirushi;

class TestAccess : public QObject, private tests::OfficeBench
{
    Q_OBJECT
private Q_SLOTS:
    void init() { found(); }
    void recoveryCodeOpensEveryDesktop();
    void newRecoveryCodeIsSealedToEverywhere();
    void importThatEndsAccessChangesTheKey_data();
    void importThatEndsAccessChangesTheKey();
    void importThatLeavesNobodyKeepsTheLedger();
    void aRosterThatIsGoneComesBackAsItWas();
    void aRosterThatNobodySignedIsNamed();

private:
    base::Result<void> joinHere(const people::Office &office, const char *id, const QByteArray &password);
};

// Somebody else on the desktop that sato joined with: the administrator gives them a temporary password there.
base::Result<void> TestAccess::joinHere(const people::Office &office, const char *id, const QByteArray &password)
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

void TestAccess::recoveryCodeOpensEveryDesktop()
{
    joinAsSato();
    QVERIFY(!people::keepsRootKey(*m_other));
    const auto root = people::readRoot(m_other->rootFile());
    QVERIFY(root && root->sealed.empty() && root->recoverySealed.isEmpty());
    const auto recovered = people::openWithRecovery(*root, secret(m_code));
    QVERIFY(recovered && recovered->rootPrivateKey.isEmpty());
    QVERIFY(ledger::Ledger::open(people::ledgerPartsOf(*m_other), recovered->ledgerKey));
    QVERIFY(!people::openWithRecovery(*root, secret("0123456789abcdeX")));
    QCOMPARE(people::recover(*m_other, secret(m_code), QStringLiteral("sato"), secret("new"), m_clock).error().code,
             base::ErrorCode::Unsupported);

    // sato's password is lost: new keys by the code, and the administrator's answer.
    QCOMPARE(people::beginRenewal(*m_other, secret("0123456789abcdeX"), QStringLiteral("sato"), secret("new"), m_clock).error().code,
             base::ErrorCode::WrongPassword);
    QCOMPARE(people::beginRenewal(*m_other, secret(m_code), QStringLiteral("nobody"), secret("new"), m_clock).error().code,
             base::ErrorCode::NotFound);
    const auto application =
        people::beginRenewal(*m_other, secret(m_code), QStringLiteral("sato"), secret("new"), m_clock);
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
    QCOMPARE(findings(*m_other, desk->ledger), QStringList());
    // The new key is the code's again.
    const auto again = people::openWithRecovery(*people::readRoot(m_other->rootFile()), secret(m_code));
    QVERIFY(again && ledger::Ledger::open(people::ledgerPartsOf(*m_other), again->ledgerKey));
}

void TestAccess::newRecoveryCodeIsSealedToEverywhere()
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
    QVERIFY(people::openWithRecovery(*people::readRoot(m_other->rootFile()), secret(m_code)));
    auto desk = open(*m_other, "sato", "sato's");
    QVERIFY(people::importRoster(*m_other, desk->ledger, desk->session, roster, m_clock));
    QVERIFY(!people::openWithRecovery(*people::readRoot(m_other->rootFile()), secret(m_code)));
    const auto recovered = people::openWithRecovery(*people::readRoot(m_other->rootFile()), *code);
    QVERIFY(recovered && ledger::Ledger::open(people::ledgerPartsOf(*m_other), recovered->ledgerKey));

    // A desktop that joined before the code was kept there does so at the next sign-in.
    QVERIFY(QFile::remove(QString::fromStdString(m_other->rootFile().string())));
    QVERIFY(open(*m_other, "sato", "sato's"));
    QVERIFY(people::openWithRecovery(*people::readRoot(m_other->rootFile()), *code));
}

void TestAccess::importThatEndsAccessChangesTheKey_data()
{
    QTest::addColumn<bool>("closes");
    QTest::addColumn<int>("killedAfter"); // steps of the change; 9: not at all
    for (const int steps : {1, 2, 3, 9})
        QTest::addRow("closed, %d steps", steps) << true << steps;
    QTest::newRow("other keys") << false << 9;
}

void TestAccess::importThatEndsAccessChangesTheKey()
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
    QCOMPARE(findings(*m_other, desk->ledger), QStringList());
    const auto recovered = people::openWithRecovery(*people::readRoot(m_other->rootFile()), secret(m_code));
    QVERIFY(recovered && ledger::Ledger::open(people::ledgerPartsOf(*m_other), recovered->ledgerKey));
    // What is noted before anybody signs in is sealed to the new key.
    QVERIFY(!m_other->signIn(QStringLiteral("sato"), secret("wrong"), m_clock));
    auto next = open(*m_other, "sato", "sato's");
    const auto noted = next->ledger.newestOf({QStringLiteral("sign-in-failed")});
    QVERIFY(noted && *noted);
    QCOMPARE((*noted)->draft.details.value(QStringLiteral("name")).toString(), QStringLiteral("sato"));
}

void TestAccess::importThatLeavesNobodyKeepsTheLedger()
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

QByteArray contentOf(const base::Path &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Whoever takes the file away and signs in does not administer an office of their own.
void TestAccess::aRosterThatIsGoneComesBackAsItWas()
{
    administer([&](people::Administration &administration) { return administration.add(m_pack, m_sato, secret("temporary")); });
    const QByteArray roster = contentOf(m_office->rosterFile());
    const QByteArray root = contentOf(m_office->rootFile());
    QVERIFY(roster.contains("sato") && std::filesystem::remove(m_office->rosterFile()));
    const auto sato = signIn("sato", "temporary");
    QVERIFY2(sato, sato ? "" : qPrintable(sato.error().message));
    QCOMPARE(contentOf(m_office->rosterFile()), roster);
    QCOMPARE(contentOf(m_office->rootFile()), root);
    auto desk = open(*m_office, "yamada", "yamada's");
    QVERIFY(desk && desk->ledger.isWritable());
    QCOMPARE(findings(*m_office, desk->ledger), QStringList());
}

void TestAccess::aRosterThatNobodySignedIsNamed()
{
    const QByteArray good = contentOf(m_office->rosterFile());
    QFile file(m_office->rosterFile());
    QByteArray forged = good;
    forged.replace("\"staff\"", "\"security-manager\"");
    QVERIFY(forged != good && file.open(QIODevice::WriteOnly) && file.write(forged) == forged.size());
    file.close();
    {
        auto desk = open(*m_office, "yamada", "yamada's");
        QVERIFY(desk && !desk->ledger.isWritable());
        QVERIFY(findings(*m_office, desk->ledger).contains(QStringLiteral("roster-changed")));
    }
    QVERIFY(file.remove());
    auto desk = open(*m_office, "yamada", "yamada's");
    QVERIFY(desk && desk->ledger.isWritable());
    QCOMPARE(findings(*m_office, desk->ledger), QStringList());
    QCOMPARE(contentOf(m_office->rosterFile()), good);
}

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
