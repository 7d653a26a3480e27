#include "base/canonicaljson.h"
#include "crypto/seal.h"
#include "ledger/ledger.h"
#include "model/onepersonledger.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace shirushi;

class TestLedger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void entriesComeBackSignedAndInOrder();
    void whatIsSignedIsCanonical();
    void filters();
    void unfinishedBatchLeavesNothing();
    void deedsStayOpenUntilClosed();
    void filesAreKeptWithAnEntry();
    void nothingIsReadableWithoutTheKey();
    void plainDatabasesAreNotOpened();
    void writersWaitForEachOther();
    void nothingIsWrittenOnTopOfAChange_data();
    void nothingIsWrittenOnTopOfAChange();
    void newerLedgersAreNotTouched();

private:
    ledger::LedgerParts parts() const { return tests::ledgerParts(path().parent_path(), {&m_person}); }
    base::Path path() const { return base::toPath(m_folder->filePath(QStringLiteral("ledger.db"))); }
    ledger::EntryDraft draft(const QString &file, const QString &kind = QStringLiteral("label")) const
    {
        return {kind, file, QStringLiteral("sha256:") + file, QStringLiteral("00"), {}, QJsonObject{{QStringLiteral("policy"), QStringLiteral("kameoka")}},
                QStringLiteral("秘密の理由"), {}};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    base::SecretBytes m_key;
    tests::OnePerson m_person;
    base::SystemClock m_clock;
};

void TestLedger::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_key = crypto::randomSecret(32).value();
}

void TestLedger::entriesComeBackSignedAndInOrder()
{
    {
        auto ledger = ledger::Ledger::create(parts(), m_key);
        QVERIFY(ledger);
        for (int i = 0; i < 5; ++i)
            QVERIFY(ledger->append(draft(QString::number(i)), m_person, m_clock));
    }
    auto ledger = ledger::Ledger::open(parts(), m_key);
    QVERIFY(ledger);
    const auto entries = ledger->list({});
    QVERIFY(entries);
    QCOMPARE(entries->size(), std::size_t(5));
    for (std::size_t i = 0; i < 5; ++i) {
        const ledger::Entry &entry = entries->at(i);
        QCOMPARE(entry.seq, static_cast<std::int64_t>(i + 1));
        QCOMPARE(entry.user, QStringLiteral("yamada"));
        QVERIFY(crypto::verifySignature(*m_person.publicKey(entry.keyId), ledger::signedBytes(entry), entry.signature));
    }
}

void TestLedger::whatIsSignedIsCanonical()
{
    ledger::Entry entry;
    entry.seq = 7;
    entry.at = m_clock.now();
    entry.user = QStringLiteral("yamada");
    entry.keyId = m_person.keyId();
    entry.draft = draft(QStringLiteral("/\"a\\b\n\x01𠮷"));
    QCOMPARE(ledger::signedBytes(entry), base::canonicalJson(ledger::toJson(entry)));
    entry.previous = QByteArray(32, '\xff');
    entry.draft.details = {{QStringLiteral("b"), 1}, {QStringLiteral("a"), QJsonObject{{QStringLiteral("z"), true}, {QStringLiteral("é"), QJsonValue()}}}};
    QCOMPARE(ledger::signedBytes(entry), base::canonicalJson(ledger::toJson(entry)));
    const QByteArray unsignedJson = ledger::signedBytes(entry);
    entry.signature = QByteArray(64, 's');
    QCOMPARE(ledger::withSignature(unsignedJson, entry.signature), base::canonicalJson(ledger::toJson(entry)));
    QCOMPARE(ledger::signedBytes(entry), unsignedJson);
}

void TestLedger::filters()
{
    auto ledger = ledger::Ledger::create(parts(), m_key);
    for (int i = 0; i < 6; ++i)
        QVERIFY(ledger->append(draft(QString::number(i % 2), i < 3 ? QStringLiteral("label") : QStringLiteral("question")), m_person, m_clock));
    ledger::Query byFile;
    byFile.file = QStringLiteral("1");
    QCOMPARE(ledger->list(byFile)->size(), std::size_t(3));
    ledger::Query byKind;
    byKind.kinds = {QStringLiteral("question")};
    QCOMPARE(ledger->list(byKind)->size(), std::size_t(3));
    ledger::Query two;
    two.limit = 2;
    const auto newest = ledger->list(two);
    QCOMPARE(newest->size(), std::size_t(2));
    QCOMPARE(newest->front().seq, std::int64_t(5));
    ledger::Query tomorrow;
    tomorrow.since = QDateTime::currentDateTimeUtc().addDays(1);
    QCOMPARE(ledger->list(tomorrow)->size(), std::size_t(0));
    QCOMPARE(ledger->newestAbout(QStringLiteral("sha256:0"), {QStringLiteral("label")})->value().seq, std::int64_t(3));
    QVERIFY(!ledger->newestAbout(QStringLiteral("sha256:9"), {QStringLiteral("label")})->has_value());
}

void TestLedger::unfinishedBatchLeavesNothing()
{
    auto ledger = ledger::Ledger::create(parts(), m_key);
    {
        auto batch = ledger->begin(m_person, m_clock);
        QVERIFY(batch);
        QVERIFY(batch->append(draft(QStringLiteral("a"))));
    }
    QCOMPARE(ledger->list({})->size(), std::size_t(0));
    QVERIFY(ledger->append(draft(QStringLiteral("b")), m_person, m_clock));
    QCOMPARE(ledger->list({})->front().seq, std::int64_t(1));
}

void TestLedger::deedsStayOpenUntilClosed()
{
    auto ledger = ledger::Ledger::create(parts(), m_key);
    {
        auto batch = ledger->begin(m_person, m_clock);
        QVERIFY(batch->append(draft(QStringLiteral("a")), QJsonObject{{QStringLiteral("temporary"), QStringLiteral("/x")}}));
        QVERIFY(batch->commit());
    }
    QCOMPARE(ledger->openDeeds()->size(), std::size_t(1));
    auto batch = ledger->begin(m_person, m_clock);
    QVERIFY(batch->closeDeed(1));
    QVERIFY(batch->commit());
    QCOMPARE(ledger->openDeeds()->size(), std::size_t(0));
}

void TestLedger::filesAreKeptWithAnEntry()
{
    auto ledger = ledger::Ledger::create(parts(), m_key);
    QVERIFY(ledger);
    const ledger::Attachment scan{QStringLiteral("決裁.pdf"), QByteArray(300'000, 'x') + "the end of the scan"};
    {
        auto batch = ledger->begin(m_person, m_clock);
        QVERIFY(batch);
        const auto entry = batch->append(draft(QStringLiteral("1")), scan);
        QVERIFY2(entry, entry ? "" : qPrintable(entry.error().message));
        const QJsonObject named = entry->draft.details.value(ledger::attachmentMember).toObject();
        QCOMPARE(named.value(QStringLiteral("name")).toString(), scan.name);
        QCOMPARE(named.value(QStringLiteral("size")).toInteger(), scan.bytes.size());
        QCOMPARE(named.value(QStringLiteral("sha256")).toString().size(), 64);
        const ledger::Attachment tooLarge{QStringLiteral("x"), QByteArray(ledger::largestAttachment + 1, 'x')};
        QCOMPARE(batch->append(draft(QStringLiteral("2")), tooLarge).error().code, base::ErrorCode::TooLarge);
        QVERIFY(batch->commit());
    }
    QVERIFY(ledger->append(draft(QStringLiteral("2")), m_person, m_clock));
    const auto kept = ledger->attachment(1);
    QVERIFY(kept && *kept);
    QCOMPARE((*kept)->name, scan.name);
    QCOMPARE((*kept)->bytes, scan.bytes);
    QVERIFY(ledger->attachment(2) && !*ledger->attachment(2));
    const base::Path copy = path().parent_path() / "copy.db";
    QVERIFY(ledger->backUp(copy));
    QFile file(base::toDisplay(path()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("the end of the scan"));
    QFile backup(base::toDisplay(copy));
    QVERIFY(backup.open(QIODevice::ReadOnly));
    QVERIFY(backup.size() > scan.bytes.size() && !backup.readAll().contains("the end of the scan"));
}

void TestLedger::nothingIsReadableWithoutTheKey()
{
    {
        auto ledger = ledger::Ledger::create(parts(), m_key);
        QVERIFY(ledger->append(draft(QStringLiteral("/home/yamada/受給者名簿.xlsx")), m_person, m_clock));
        // While it is open the newest pages are in the write-ahead log.
        const QStringList files = QDir(m_folder->path()).entryList(QDir::Files);
        QVERIFY(files.size() >= 2);
        for (const QString &name : files) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains(QByteArray("SQLite format 3")));
            QVERIFY(!bytes.contains(QStringLiteral("受給者名簿").toUtf8()));
            QVERIFY(!bytes.contains(QStringLiteral("秘密の理由").toUtf8()));
        }
    }
    const auto wrong = ledger::Ledger::open(parts(), crypto::randomSecret(32).value());
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, base::ErrorCode::WrongPassword);
    QVERIFY(!ledger::Ledger::create(parts(), m_key)); // never over one that is there
    QCOMPARE(ledger::Ledger::open(tests::ledgerParts(base::toPath(m_folder->filePath(QStringLiteral("none"))), {&m_person}), m_key).error().code,
             base::ErrorCode::NotFound);
}

void TestLedger::plainDatabasesAreNotOpened()
{
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"), QStringLiteral("import sqlite3,sys; c=sqlite3.connect(sys.argv[1]);"
                                                       "c.execute('create table entry(a)'); c.commit()"),
                  base::toDisplay(path())});
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.exitCode(), 0);
    QCOMPARE(ledger::Ledger::open(parts(), m_key).error().code, base::ErrorCode::WrongPassword);
}

void TestLedger::writersWaitForEachOther()
{
    QVERIFY(ledger::Ledger::create(parts(), m_key));
    constexpr int writers = 4;
    constexpr int entriesEach = 25;
    std::array<int, writers> written{};
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            auto ledger = ledger::Ledger::open(parts(), m_key);
            for (int i = 0; ledger && i < entriesEach; ++i)
                written[static_cast<std::size_t>(writer)] += ledger->append(draft(QString::number(writer)), m_person, m_clock) ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(written, (std::array<int, writers>{entriesEach, entriesEach, entriesEach, entriesEach}));
    auto ledger = ledger::Ledger::open(parts(), m_key);
    const auto entries = ledger->list({});
    QCOMPARE(entries->size(), std::size_t(writers * entriesEach));
    QCOMPARE(entries->back().seq, std::int64_t(writers * entriesEach));
}

void TestLedger::nothingIsWrittenOnTopOfAChange_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("changed") << QByteArray("UPDATE entry SET json = CAST(json || ' ' AS BLOB) WHERE seq = 2");
    QTest::newRow("cut") << QByteArray("DELETE FROM entry WHERE seq = 3");
    QTest::newRow("added") << QByteArray("INSERT INTO entry SELECT 4, json FROM entry WHERE seq = 3");
}

// By another program, after this one opened the ledger and wrote in it.
void TestLedger::nothingIsWrittenOnTopOfAChange()
{
    QFETCH(QByteArray, sql);
    auto ledger = ledger::Ledger::create(parts(), m_key);
    for (int i = 0; i < 3; ++i)
        QVERIFY(ledger->append(draft(QString::number(i)), m_person, m_clock));
    {
        auto database = ledger::Database::open(path(), m_key, ledger::Database::Mode::ReadWrite);
        QVERIFY(database && database->execute(sql.constData()));
    }
    const auto refused = ledger->append(draft(QStringLiteral("x")), m_person, m_clock);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::Damaged);
    QVERIFY(!ledger::Ledger::open(parts(), m_key)->isWritable());
}

void TestLedger::newerLedgersAreNotTouched()
{
    {
        auto database = ledger::Database::open(path(), m_key, ledger::Database::Mode::Create);
        QVERIFY(database);
        QVERIFY(database->execute("PRAGMA user_version = 999"));
    }
    QCOMPARE(ledger::Ledger::open(parts(), m_key).error().code, base::ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
