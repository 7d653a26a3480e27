// The window's own desk over the real rooms: set up, label, read back, take back, lock, sign in again.
#include "window/officedesk.h"
#include "classify/undo.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

class TestOfficeDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fromTheFirstStartToTheUndo();
    void setsWhatIsPreferred();
    void wrongPasswordOpensNothing();
    void anAdministratorAddsSomebodyWhoChangesThePassword();
    void aDeputyIsEndedAndARosterTakenIn();
    void theSharedFolderHoldsAtOnce();
    void theLastFilesAreOnesOwn();
    void theLastFilesAreWhereTheyWere();

private:
    static base::SecretBytes password(const char *text)
    {
        return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text), qstrlen(text)));
    }
    static base::Result<window::Founded> setUp(window::OfficeDesk &desk)
    {
        return desk.setUp({QStringLiteral("buzen-council"), QStringLiteral("yamada"), QStringLiteral("山田 太郎"),
                           QStringLiteral("councillor"), password("correct horse")});
    }
};

void TestOfficeDesk::fromTheFirstStartToTheUndo()
{
    const QTemporaryDir folder;
    window::OfficeDesk desk{people::Office(base::toPath(folder.filePath(QStringLiteral("data"))))};
    QVERIFY(!desk.isSetUp());
    QVERIFY(!desk.who());
    const auto begun = setUp(desk);
    QVERIFY2(begun, begun ? "" : qPrintable(begun.error().message));
    QCOMPARE(desk.who()->name, QStringLiteral("山田 太郎"));
    QVERIFY(desk.recentFiles(5).empty());

    QFile text(folder.filePath(QStringLiteral("memo.txt")));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("a memo\n");
    text.close();
    const base::Path path = base::toPath(text.fileName());
    const labelling::FileLabel before = desk.read(path);
    QCOMPARE(before.status, labelling::FileStatus::Unlabelled);

    labelling::LabelOrder order;
    order.path = path;
    order.classes = {{QStringLiteral("confidentiality"), QStringLiteral("2")},
                     {QStringLiteral("integrity"), QStringLiteral("1")},
                     {QStringLiteral("availability"), QStringLiteral("1")}};
    base::NoProgress quiet;
    int told = 0;
    const auto outcomes = desk.label({order}, quiet, [&told](const labelling::LabelOutcome &) { ++told; });
    QCOMPARE(outcomes.size(), std::size_t(1));
    QVERIFY2(!outcomes.front().error, outcomes.front().error ? qPrintable(outcomes.front().error->message) : "");
    QCOMPARE(told, 1);
    const labelling::FileLabel after = desk.read(path);
    QVERIFY(after.label);
    QCOMPARE(after.label->classes, order.classes);
    QCOMPARE(after.signature, label::SignatureState::Valid);

    const auto recent = desk.recentFiles(5);
    QCOMPARE(recent.size(), std::size_t(1));
    QCOMPARE(recent.front().path.filename(), base::Path("memo.txt"));
    QCOMPARE(recent.front().classes, order.classes);

    const auto undone = classify::takeBack(desk, {{before, outcomes.front()}}, quiet);
    QCOMPARE(undone.size(), std::size_t(1));
    QVERIFY2(!undone.front().error, undone.front().error ? qPrintable(undone.front().error->message) : "");
    QVERIFY(!desk.read(path).label);

    desk.lock();
    QVERIFY(!desk.who());
    QVERIFY(desk.recentFiles(5).empty());
    QCOMPARE(desk.label({order}, quiet, {}).front().error->code, base::ErrorCode::NotSignedIn);
    const auto opened = desk.signIn(QStringLiteral("yamada"), password("correct horse"));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    QCOMPARE(desk.people().size(), std::size_t(1));
}

void TestOfficeDesk::setsWhatIsPreferred()
{
    const QTemporaryDir folder;
    const people::Office office(base::toPath(folder.filePath(QStringLiteral("data"))));
    window::OfficeDesk desk{office};
    QVERIFY(setUp(desk));
    QVERIFY(desk.setPreferences({QStringLiteral("kameoka"), false, true}));
    QCOMPARE(desk.rules()->id, QStringLiteral("kameoka"));
    QVERIFY(!desk.markDefaults().header);
    QVERIFY(desk.markDefaults().fileName);
    QVERIFY(!desk.setPreferences({QStringLiteral("no-such-rules"), false, true}));
    QVERIFY(!desk.setSharedFolder("/no/such/folder"));
    QVERIFY(desk.setSharedFolder(base::toPath(folder.path())));
    QCOMPARE(desk.preferences().sharedFolder, base::toPath(folder.path()));
    const auto settings = people::readSettings(office.settingsFile());
    QVERIFY(settings);
    QCOMPARE(settings->policy, QStringLiteral("kameoka"));
}

void TestOfficeDesk::wrongPasswordOpensNothing()
{
    const QTemporaryDir folder;
    window::OfficeDesk desk{people::Office(base::toPath(folder.filePath(QStringLiteral("data"))))};
    QVERIFY(setUp(desk));
    desk.lock();
    QVERIFY(!desk.signIn(QStringLiteral("yamada"), password("another horse")));
    QVERIFY(!desk.who());
    QCOMPARE(desk.rules(), nullptr);
}

void TestOfficeDesk::anAdministratorAddsSomebodyWhoChangesThePassword()
{
    const QTemporaryDir folder;
    window::OfficeDesk desk{people::Office(base::toPath(folder.filePath(QStringLiteral("data"))))};
    window::Beginning beginning{QStringLiteral("buzen-council"), QStringLiteral("yamada"), QStringLiteral("山田 太郎"),
                                QStringLiteral("councillor"), password("correct horse")};
    beginning.alone = false;
    const auto founded = desk.setUp(beginning);
    QVERIFY(founded);
    QVERIFY(!founded->recoveryCode.isEmpty());
    window::PeopleDesk *people = desk.peopleDesk();
    QVERIFY(people);
    QCOMPARE(people->fingerprint(), founded->fingerprint);
    QVERIFY(people->add({QStringLiteral("sato"), QStringLiteral("佐藤 花子"), {}, {}, people->roles().front().id, false}, password("temporary")));
    QCOMPARE(people->members().size(), std::size_t(2));
    QVERIFY(people->checklist(QStringLiteral("sato"))->isEmpty());
    desk.lock();
    QVERIFY(!desk.peopleDesk());

    QVERIFY(desk.signIn(QStringLiteral("sato"), password("temporary")));
    QVERIFY(!desk.who());
    QVERIFY(desk.mustChangePassword());
    QCOMPARE(desk.changePassword(password("Sato-2026")).error().code, base::ErrorCode::InvalidInput);
    QVERIFY(desk.changePassword(password("Kumo-ga-3tsu-nagareru")));
    QCOMPARE(desk.who()->id, QStringLiteral("sato"));
    QVERIFY(!desk.peopleDesk());
    desk.lock();
    QVERIFY(!desk.recover(QStringLiteral("yamada"), QStringLiteral("ABCD"), password("Kaze-ga-3do-fuku")));
    QVERIFY(desk.recover(QStringLiteral("yamada"), founded->recoveryCode, password("Kaze-ga-3do-fuku")));
    QCOMPARE(desk.who()->id, QStringLiteral("yamada"));
    QVERIFY(desk.peopleDesk()->close(QStringLiteral("sato"), QStringLiteral("異動")));
    QVERIFY(desk.recentFiles(3).empty()); // the ledger is open, with its new key
}

void TestOfficeDesk::aDeputyIsEndedAndARosterTakenIn()
{
    const QTemporaryDir folder;
    window::OfficeDesk desk{people::Office(base::toPath(folder.filePath(QStringLiteral("data"))))};
    QVERIFY(setUp(desk));
    window::PeopleDesk *people = desk.peopleDesk();
    QVERIFY(people->add({QStringLiteral("sato"), QStringLiteral("佐藤 花子"), {}, {}, QStringLiteral("councillor"), false}, password("temporary")));
    const QDate today = QDate::currentDate();
    QVERIFY(people->setDeputy(QStringLiteral("sato"), QStringLiteral("yamada"), today.addDays(-2), today.addDays(5)));
    const auto deputies = [&] {
        const auto members = people->members();
        return std::find_if(members.begin(), members.end(), [](const window::Member &one) { return one.id == u"sato"; })->standsFor;
    };
    QCOMPARE(deputies().size(), std::size_t(1));
    QCOMPARE(deputies().front().standsFor, QStringLiteral("yamada"));
    QVERIFY(people->endDeputy(QStringLiteral("sato"), QStringLiteral("yamada")));
    QVERIFY(deputies().empty());
    desk.withOpen([&](window::OpenOffice *open) { // what was is remembered, and the desk knows at once
        const people::Person *sato = open->directory->find(QStringLiteral("sato"));
        QVERIFY(sato && sato->deputies.size() == 1);
        QCOMPARE(sato->deputies.front().until, today.addDays(-1));
    });

    const base::Path older = base::toPath(folder.filePath(QStringLiteral("roster.json")));
    QVERIFY(people->exportRoster(older));
    const std::int64_t number = desk.rosterNumber();
    QVERIFY(people->setDeputy(QStringLiteral("sato"), QStringLiteral("yamada"), today, today));
    QCOMPARE(desk.importRoster(older).error().code, base::ErrorCode::Changed);
    QCOMPARE(desk.rosterNumber(), number + 1);
    const base::Path newest = base::toPath(folder.filePath(QStringLiteral("newest.json")));
    QVERIFY(people->exportRoster(newest));
    QCOMPARE(desk.importRoster(newest).value(), number + 1);
    QVERIFY(!desk.importRoster("/no/such/file"));
}

void TestOfficeDesk::theSharedFolderHoldsAtOnce()
{
    const QTemporaryDir folder;
    const QTemporaryDir shared;
    window::OfficeDesk desk{people::Office(base::toPath(folder.filePath(QStringLiteral("data"))))};
    QVERIFY(setUp(desk));
    QVERIFY(!desk.reviewDesk().standing().hasSharedFolder);
    QVERIFY(desk.setSharedFolder(base::toPath(shared.path())));
    QVERIFY(desk.reviewDesk().standing().hasSharedFolder);
    QVERIFY(!desk.approvalDesk().sharedFolder().empty());
    QVERIFY(!QDir(shared.path()).isEmpty()); // its first checkpoint
    base::NoProgress quiet;
    QVERIFY(desk.reviewDesk().verify(quiet)->findings.empty());
    QVERIFY(desk.setSharedFolder({}));
    QVERIFY(desk.approvalDesk().sharedFolder().empty());
}

void TestOfficeDesk::theLastFilesAreOnesOwn()
{
    const QTemporaryDir folder;
    window::OfficeDesk desk{people::Office(base::toPath(folder.filePath(QStringLiteral("data"))))};
    QVERIFY(setUp(desk));
    QVERIFY(desk.peopleDesk()->add({QStringLiteral("sato"), QStringLiteral("佐藤 花子"), {}, {}, QStringLiteral("councillor"), false},
                                   password("temporary")));
    QFile text(folder.filePath(QStringLiteral("memo.txt")));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("a memo") > 0);
    text.close();
    labelling::LabelOrder order;
    order.path = base::toPath(text.fileName());
    order.classes = {{QStringLiteral("confidentiality"), QStringLiteral("2")},
                     {QStringLiteral("integrity"), QStringLiteral("1")},
                     {QStringLiteral("availability"), QStringLiteral("1")}};
    base::NoProgress quiet;
    QVERIFY(!desk.label({order}, quiet, {}).front().error);
    QCOMPARE(desk.recentFiles(5).size(), std::size_t(1));
    desk.lock();
    QVERIFY(desk.signIn(QStringLiteral("sato"), password("temporary")));
    QVERIFY(desk.changePassword(password("Kumo-ga-3tsu-nagareru")));
    QVERIFY(desk.recentFiles(5).empty()); // a councillor sees their own
}

// What went into a vault is not offered where it was; what stayed there too is.
void TestOfficeDesk::theLastFilesAreWhereTheyWere()
{
    const QTemporaryDir folder;
    window::OfficeDesk desk{people::Office(base::toPath(folder.filePath(QStringLiteral("data"))))};
    QVERIFY(setUp(desk));
    const base::Path vault = base::toPath(folder.filePath(QStringLiteral("vault")));
    QVERIFY(desk.vaultDesk().create({vault, {}, {}}));
    base::NoProgress quiet;
    for (const char *name : {"stays.txt", "goes.txt"}) {
        QFile text(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("a memo") > 0);
        text.close();
        labelling::LabelOrder order;
        order.path = base::toPath(text.fileName());
        order.classes = {{QStringLiteral("confidentiality"), QStringLiteral("2")},
                         {QStringLiteral("integrity"), QStringLiteral("1")},
                         {QStringLiteral("availability"), QStringLiteral("1")}};
        const auto outcomes = desk.label({order}, quiet, {});
        QVERIFY(!outcomes.front().error);
        QCOMPARE(desk.recentFiles(5).front().path, outcomes.front().newPath);
        vault::StoreOrder store;
        store.paths = {outcomes.front().newPath};
        store.keepsOriginals = QByteArray(name) == "stays.txt";
        const auto stored = desk.vaultDesk().put(vault, store, quiet);
        QVERIFY(stored && !stored->front().error);
    }
    const auto recent = desk.recentFiles(5);
    QCOMPARE(recent.size(), std::size_t(1));
    QCOMPARE(recent.front().path.filename(), base::Path("stays.txt"));
}

QTEST_MAIN(TestOfficeDesk)
#include "tst_officedesk.moc"
