// An administrator brings their key file to a desktop that joined, and accepts there what was found.
#include "ledger/database.h"
#include "model/people/officebench.h"
#include "people/visiting.h"

using namespace shirushi;

class TestVisiting : public QObject, private tests::OfficeBench
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void administratorAcceptsOnADesktopThatJoined();
    void isRecordedWhereItCanBe();
    void onlyAdministratorsOfTheRosterComeIn_data();
    void onlyAdministratorsOfTheRosterComeIn();
    void noFileIsWrittenOver();

private:
    base::Path keys() const { return base::toPath(m_folder->filePath(QStringLiteral("yamada.json"))); }
};

void TestVisiting::init()
{
    found();
    joinAsSato();
    const auto yamada = signIn("yamada", "yamada's");
    QVERIFY(yamada && people::takeKeysAlong(*m_office, *yamada, keys()));
}

void TestVisiting::administratorAcceptsOnADesktopThatJoined()
{
    QFile file(base::toDisplay(keys()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("ledgerKey"));
    {
        auto desk = open(*m_other, "sato", "sato's");
        QVERIFY(desk);
        ledger::EntryDraft draft;
        draft.kind = QStringLiteral("label");
        draft.file = QStringLiteral("a.csv");
        QVERIFY(desk->ledger.append(draft, desk->session, m_clock));
        auto database = ledger::Database::open(m_other->ledgerFile(), desk->session.ledgerKey(), ledger::Database::Mode::ReadWrite);
        QVERIFY(database && database->execute("UPDATE entry SET json = CAST(replace(CAST(json AS TEXT), 'a.csv', 'b.csv') AS BLOB) WHERE seq = 2"));
    }
    auto desk = open(*m_other, "sato", "sato's");
    QVERIFY(desk && !desk->ledger.isWritable());
    base::NoProgress progress;
    QCOMPARE(desk->ledger.accept(QStringLiteral("checked"), desk->session, m_clock, progress).error().code, base::ErrorCode::Forbidden);
    QVERIFY(!open(*m_other, "yamada", "yamada's"));

    const auto here = people::letIn(*m_other, desk->ledger, desk->session, keys(), m_clock);
    QVERIFY2(here, here ? "" : qPrintable(here.error().message));
    QCOMPARE(here->id, QStringLiteral("yamada"));
    QVERIFY(!open(*m_other, "yamada", "sato's"));
    auto visitor = open(*m_other, "yamada", "yamada's");
    QVERIFY2(visitor, visitor ? "" : qPrintable(visitor.error().message));
    const auto accepted = visitor->ledger.accept(QStringLiteral("checked"), visitor->session, m_clock, progress);
    QVERIFY2(accepted, accepted ? "" : qPrintable(accepted.error().message));
    QCOMPARE(accepted->user, QStringLiteral("yamada"));
    auto again = open(*m_other, "sato", "sato's");
    QVERIFY(again && again->ledger.isWritable());
    QCOMPARE(findings(*m_other, again->ledger), QStringList());
}

void TestVisiting::isRecordedWhereItCanBe()
{
    auto desk = open(*m_other, "sato", "sato's");
    QVERIFY(desk && people::letIn(*m_other, desk->ledger, desk->session, keys(), m_clock));
    const auto entry = desk->ledger.newestOf({QStringLiteral("let-in")});
    QVERIFY(entry && *entry);
    QCOMPARE((*entry)->user, QStringLiteral("sato"));
    QCOMPARE((*entry)->draft.details.value(QStringLiteral("person")).toString(), QStringLiteral("yamada"));
    QCOMPARE(findings(*m_other, desk->ledger), QStringList());
    QCOMPARE(people::letIn(*m_other, desk->ledger, desk->session, keys(), m_clock).error().code, base::ErrorCode::Changed);
}

void TestVisiting::onlyAdministratorsOfTheRosterComeIn_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<base::ErrorCode>("code");
    QTest::newRow("not an administrator") << QStringLiteral("other/people/sato.json") << base::ErrorCode::Forbidden;
    QTest::newRow("other keys of the same name") << QStringLiteral("forged.json") << base::ErrorCode::NotFound;
    QTest::newRow("nobody of the roster") << QStringLiteral("tanaka.json") << base::ErrorCode::NotFound;
    QTest::newRow("no key file") << QStringLiteral("other/people/roster.json") << base::ErrorCode::Damaged;
    QTest::newRow("no file") << QStringLiteral("none.json") << base::ErrorCode::NotFound;
}

void TestVisiting::onlyAdministratorsOfTheRosterComeIn()
{
    QFETCH(QString, file);
    QFETCH(base::ErrorCode, code);
    for (const auto &[id, name] : {std::pair("yamada", "forged.json"), std::pair("tanaka", "tanaka.json")}) {
        const auto slot = people::makeSlot(QLatin1String(id), QStringLiteral("山田 太郎"), QStringLiteral("staff"), secret("x"));
        QVERIFY(slot && people::writeSlot(base::toPath(m_folder->filePath(QLatin1String(name))), *slot));
    }
    auto desk = open(*m_other, "sato", "sato's");
    QVERIFY(desk);
    const auto refused = people::letIn(*m_other, desk->ledger, desk->session, base::toPath(m_folder->filePath(file)), m_clock);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QVERIFY(!std::filesystem::exists(m_other->slotFile(QStringLiteral("yamada"))));
    QCOMPARE(desk->ledger.size().value(), 1);
}

void TestVisiting::noFileIsWrittenOver()
{
    const auto yamada = signIn("yamada", "yamada's");
    QCOMPARE(people::takeKeysAlong(*m_office, *yamada, keys()).error().code, base::ErrorCode::Changed);
}

QTEST_GUILESS_MAIN(TestVisiting)
#include "tst_visiting.moc"
