// Whoever edits the ledger by hand, with the right key, is found out; each test names the finding.
#include "crypto/seal.h"
#include "ledger/ledger.h"
#include "ledger/samples.h"
#include "model/onepersonledger.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;
using ledger::FindingKind;

class TestAttacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void untouchedLedgersAreClean();
    void oneBitInEveryColumn_data();
    void oneBitInEveryColumn();
    void keptFilesChanged_data();
    void keptFilesChanged();
    void contactsChanged_data();
    void contactsChanged();
    void rowsDeleted_data();
    void rowsDeleted();
    void twoRowsSwapped();
    void tailCutWithItsCheckpoint();
    void olderCopyPutBack();
    void olderCopyOfTheWholeFolder();
    void checkpointFileDeleted();
    void checkpointFileOfAStranger();
    void entryOfAStranger();
    void entrySignedAnewByAColleague();
    void entryWrittenInBetween();
    void clockSetBack();
    void aDeedThatWasNotRecorded();
    void killBetweenCommitAndFile();
    void findingsForbidWritingUntilAccepted();
    void missingEntriesCanBeAccepted();
    void largeLedgersAreSampledAtOpening();

private:
    base::Path folder() const { return base::toPath(m_folder->path()); }
    base::Path shared() const { return base::toPath(m_shared->path()); }
    ledger::LedgerParts parts() const { return tests::ledgerParts(folder(), {&m_yamada, &m_sato}, m_sharedPlace); }
    void append(int count, const crypto::Signer &signer);
    void execute(const QByteArray &sql);
    void replaceJson(std::int64_t seq, const QByteArray &json);
    QStringList findings() const;
    static QByteArray signedAs(ledger::Entry entry, const crypto::Signer &signer);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_shared;
    base::Path m_sharedPlace;
    base::SecretBytes m_key;
    tests::OnePerson m_yamada{QStringLiteral("yamada")};
    tests::OnePerson m_sato{QStringLiteral("sato")};
    tests::OnePerson m_stranger{QStringLiteral("stranger")};
    base::SystemClock m_clock;
};

namespace {

constexpr int entries = 300; // more than one stored subtree

ledger::EntryDraft draft(const QString &file)
{
    return {QStringLiteral("label"), file, QStringLiteral("sha256:") + file, QStringLiteral("00"), {},
            QJsonObject{{QStringLiteral("policy"), QStringLiteral("kameoka")}}, QStringLiteral("理由"), {}};
}

class FixedClock final : public base::Clock
{
public:
    explicit FixedClock(QDateTime at) : m_at(std::move(at)) {}
    QDateTime now() const override { return m_at; }

private:
    QDateTime m_at;
};

} // namespace

void TestAttacks::initTestCase()
{
    m_key = crypto::randomSecret(32).value();
}

void TestAttacks::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_shared = std::make_unique<QTemporaryDir>();
    m_sharedPlace.clear();
    QVERIFY(ledger::Ledger::create(parts(), m_key));
    append(entries, m_yamada);
}

void TestAttacks::append(int count, const crypto::Signer &signer)
{
    auto ledger = ledger::Ledger::open(parts(), m_key);
    QVERIFY(ledger);
    auto batch = ledger->begin(signer, m_clock);
    QVERIFY2(batch, batch ? "" : qPrintable(batch.error().message));
    for (int i = 0; i < count; ++i) {
        const bool hasDeed = i == 10;
        QVERIFY(batch->append(draft(QString::number(i)),
                              hasDeed ? std::optional(QJsonObject{{QStringLiteral("temporary"), QStringLiteral("x")}}) : std::nullopt));
    }
    QVERIFY(batch->commit());
}

void TestAttacks::execute(const QByteArray &sql)
{
    auto database = ledger::Database::open(folder() / "ledger.db", m_key, ledger::Database::Mode::ReadWrite);
    QVERIFY(database);
    QVERIFY(database->execute("PRAGMA foreign_keys = OFF"));
    const auto done = database->execute(sql.constData());
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
}

void TestAttacks::replaceJson(std::int64_t seq, const QByteArray &json)
{
    execute("INSERT OR REPLACE INTO entry (seq, json) VALUES (" + QByteArray::number(qlonglong(seq)) + ", x'"
            + json.toHex() + "')");
}

QByteArray TestAttacks::signedAs(ledger::Entry entry, const crypto::Signer &signer)
{
    entry.user = signer.user();
    entry.keyId = signer.keyId();
    const QByteArray bytes = ledger::signedBytes(entry);
    return ledger::withSignature(bytes, *signer.sign(bytes));
}

// "kind" or "kind seq", as opening finds them and as verifying does; both must agree for a ledger this small.
QStringList TestAttacks::findings() const
{
    auto ledger = ledger::Ledger::open(parts(), m_key);
    if (!ledger)
        return {QStringLiteral("error: ") + ledger.error().message};
    base::NoProgress progress;
    const auto found = ledger->verify(progress);
    if (!found)
        return {QStringLiteral("error: ") + found.error().message};
    QStringList names;
    for (const ledger::Finding &finding : *found)
        names += finding.seq > 0 ? nameOf(finding.kind) + u' ' + QString::number(finding.seq) : nameOf(finding.kind);
    return names;
}

void TestAttacks::untouchedLedgersAreClean()
{
    QCOMPARE(findings(), QStringList());
    append(3, m_sato);
    QCOMPARE(findings(), QStringList());
}

void TestAttacks::oneBitInEveryColumn_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const QByteArray &sql, const char *finding) {
        QTest::newRow(name) << sql << QString::fromLatin1(finding);
    };
    row("entry.seq", "UPDATE entry SET seq = 40960 + 300 WHERE seq = 300", "entry-missing 300");
    // In the middle of the JSON: a letter of the reason.
    row("entry.json",
        "UPDATE entry SET json = CAST(replace(CAST(json AS TEXT), '\"reason\":\"', '\"reason\":\"x') AS BLOB) WHERE seq = 7",
        "entry-changed 7");
    row("entry.json signature",
        "UPDATE entry SET json = CAST(replace(CAST(json AS TEXT), '\"user\":\"yamada\"', '\"user\":\"sato\"') AS BLOB) WHERE seq = 8",
        "signer-unknown 8");
    row("entry.json whole", "UPDATE entry SET json = x'00' WHERE seq = 9", "entry-unreadable 9");
    row("node.hash", "UPDATE node SET hash = zeroblob(32) WHERE level = 8", "tree-changed 1");
    row("node.level", "UPDATE node SET level = 9 WHERE level = 8", "tree-changed 1");
    row("node.position", "UPDATE node SET position = 1 WHERE level = 8", "tree-changed 257");
    row("node deleted", "DELETE FROM node", "tree-changed 1");
    row("checkpoint.size", "UPDATE checkpoint SET size = size + 4", "checkpoint-invalid");
    row("checkpoint.note",
        "UPDATE checkpoint SET note = CAST(replace(CAST(note AS TEXT), 'ledger', 'ledgeq') AS BLOB)", "checkpoint-invalid");
    row("checkpoint deleted", "DELETE FROM checkpoint", "checkpoint-missing");
    row("deed.seq", "UPDATE deed SET seq = 12", "deed-changed 12");
    row("deed.json", "UPDATE deed SET json = CAST('{}' AS BLOB)", "deed-changed 11");
}

void TestAttacks::oneBitInEveryColumn()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, finding);
    execute(sql);
    const QStringList found = findings();
    QVERIFY2(found.contains(finding), qPrintable(found.join(QStringLiteral(", "))));
}

void TestAttacks::keptFilesChanged_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QStringList>("expected");
    const QString own = QStringLiteral("attachment-changed 301");
    QTest::newRow("seq") << QByteArray("UPDATE attachment SET seq = 12") << QStringList{QStringLiteral("attachment-changed 12"), own};
    QTest::newRow("data") << QByteArray("UPDATE attachment SET data = CAST(replace(CAST(data AS TEXT), 'scan', 'scam') AS BLOB)")
                          << QStringList{own};
    QTest::newRow("deleted") << QByteArray("DELETE FROM attachment") << QStringList{own};
    QTest::newRow("inserted") << QByteArray("INSERT INTO attachment VALUES (5, x'00')")
                              << QStringList{QStringLiteral("attachment-changed 5")};
}

void TestAttacks::keptFilesChanged()
{
    QFETCH(QByteArray, sql);
    QFETCH(QStringList, expected);
    {
        auto ledger = ledger::Ledger::open(parts(), m_key);
        auto batch = ledger->begin(m_yamada, m_clock);
        QVERIFY(batch && batch->append(draft(QStringLiteral("x")), ledger::Attachment{QStringLiteral("a.pdf"), "a scan"}));
        QVERIFY(batch->commit());
        QCOMPARE(ledger->attachment(301)->value().bytes, QByteArray("a scan"));
    }
    QCOMPARE(findings(), QStringList());
    execute(sql);
    // Opening hashes entries alone: what is kept with them is looked at when everything is.
    QCOMPARE(findings(), expected);
    auto ledger = ledger::Ledger::open(parts(), m_key);
    base::NoProgress progress;
    if (expected.contains(QStringLiteral("attachment-changed 301")))
        QVERIFY(!ledger->attachment(301));
    QVERIFY(ledger->accept(QStringLiteral("checked"), m_yamada, m_clock, progress));
    QCOMPARE(findings(), QStringList());
}

void TestAttacks::contactsChanged_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QStringList>("expected");
    const QString own = QStringLiteral("contact-changed 301");
    const QString inserted = QStringLiteral("contact-changed");
    QTest::newRow("id") << QByteArray("UPDATE contact SET id = 'b'") << QStringList{inserted, own};
    QTest::newRow("json") << QByteArray("UPDATE contact SET json = CAST(replace(CAST(json AS TEXT), '0120', '0121') AS BLOB)")
                          << QStringList{own};
    QTest::newRow("deleted") << QByteArray("DELETE FROM contact") << QStringList{own};
    QTest::newRow("inserted") << QByteArray("INSERT INTO contact VALUES ('b', x'00')") << QStringList{inserted};
}

void TestAttacks::contactsChanged()
{
    QFETCH(QByteArray, sql);
    QFETCH(QStringList, expected);
    const ledger::Contact contact{QStringLiteral("a"), "{\"telephone\":\"0120\"}"};
    auto ledger = ledger::Ledger::open(parts(), m_key);
    {
        auto batch = ledger->begin(m_yamada, m_clock);
        QVERIFY(batch && batch->append(tests::addressDraft(contact)) && batch->putContact(contact) && batch->commit());
    }
    QCOMPARE(findings(), QStringList());
    execute(sql);
    QCOMPARE(findings(), expected);
    QVERIFY(ledger::Ledger::open(parts(), m_key)->isWritable()); // records are as they were
    base::NoProgress progress;
    QVERIFY(ledger->accept(QStringLiteral("checked"), m_yamada, m_clock, progress));
    QCOMPARE(findings(), QStringList());
}

void TestAttacks::rowsDeleted_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("head") << QByteArray("DELETE FROM entry WHERE seq <= 2")
                          << QStringList{QStringLiteral("entry-missing 1"), QStringLiteral("entry-missing 2")};
    QTest::newRow("middle") << QByteArray("DELETE FROM entry WHERE seq = 150") << QStringList{QStringLiteral("entry-missing 150")};
    QTest::newRow("tail") << QByteArray("DELETE FROM entry WHERE seq > 290") << QStringList{QStringLiteral("tail-cut 291")};
}

void TestAttacks::rowsDeleted()
{
    QFETCH(QByteArray, sql);
    QFETCH(QStringList, expected);
    execute("DELETE FROM deed");
    execute(sql);
    QCOMPARE(findings(), expected);
}

void TestAttacks::twoRowsSwapped()
{
    execute("UPDATE entry SET seq = -1 WHERE seq = 20; UPDATE entry SET seq = 20 WHERE seq = 21;"
            "UPDATE entry SET seq = 21 WHERE seq = -1");
    const QStringList found = findings();
    QVERIFY2(found.contains(QStringLiteral("entry-moved 20")) && found.contains(QStringLiteral("entry-moved 21")),
             qPrintable(found.join(u',')));
}

void TestAttacks::tailCutWithItsCheckpoint()
{
    execute("DELETE FROM entry WHERE seq > 290; DELETE FROM checkpoint");
    const QStringList found = findings();
    QVERIFY2(found.contains(QStringLiteral("checkpoint-missing")) && found.contains(QStringLiteral("rolled-back 291")),
             qPrintable(found.join(u',')));
}

void TestAttacks::olderCopyPutBack()
{
    const QString database = m_folder->filePath(QStringLiteral("ledger.db"));
    execute("PRAGMA wal_checkpoint(TRUNCATE)");
    QVERIFY(QFile::copy(database, database + QStringLiteral(".old")));
    append(5, m_yamada);
    execute("PRAGMA wal_checkpoint(TRUNCATE)");
    QVERIFY(QFile::remove(database) && QFile::rename(database + QStringLiteral(".old"), database));
    QCOMPARE(findings(), QStringList{QStringLiteral("rolled-back 301")});
}

void TestAttacks::olderCopyOfTheWholeFolder()
{
    m_sharedPlace = shared();
    append(1, m_yamada);
    execute("PRAGMA wal_checkpoint(TRUNCATE)");
    const QString database = m_folder->filePath(QStringLiteral("ledger.db"));
    const QString checkpoint = m_folder->filePath(QStringLiteral("checkpoint"));
    QVERIFY(QFile::copy(database, database + QStringLiteral(".old")));
    QVERIFY(QFile::copy(checkpoint, checkpoint + QStringLiteral(".old")));
    append(5, m_yamada);
    execute("PRAGMA wal_checkpoint(TRUNCATE)");
    QVERIFY(QFile::remove(database) && QFile::rename(database + QStringLiteral(".old"), database));
    QVERIFY(QFile::remove(checkpoint) && QFile::rename(checkpoint + QStringLiteral(".old"), checkpoint));
    QCOMPARE(findings(), QStringList{QStringLiteral("rolled-back 302")}); // the shared folder remembers
    m_sharedPlace.clear();
    QCOMPARE(findings(), QStringList()); // and without one, nobody does
}

void TestAttacks::checkpointFileDeleted()
{
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("checkpoint"))));
    QCOMPARE(findings(), QStringList{QStringLiteral("checkpoint-missing")});
}

void TestAttacks::checkpointFileOfAStranger()
{
    const auto real = ledger::CheckpointFiles::read(folder() / "checkpoint");
    QVERIFY(real);
    const auto forged = ledger::signCheckpoint(real->checkpoint, m_stranger);
    QVERIFY(ledger::CheckpointFiles(folder() / "checkpoint", {}).writeLocal(*forged));
    QCOMPARE(findings(), QStringList{QStringLiteral("checkpoint-invalid")});
}

void TestAttacks::entryOfAStranger()
{
    auto ledger = ledger::Ledger::open(parts(), m_key);
    const auto entry = ledger->entry(100);
    replaceJson(100, signedAs(**entry, m_stranger));
    const QStringList found = findings();
    QVERIFY2(found.contains(QStringLiteral("signer-unknown 100")), qPrintable(found.join(u',')));
}

// A colleague's signature is right; the next entry remembers another hash.
void TestAttacks::entrySignedAnewByAColleague()
{
    auto ledger = ledger::Ledger::open(parts(), m_key);
    auto entry = **ledger->entry(100);
    entry.draft.reason = QStringLiteral("別の理由");
    replaceJson(100, signedAs(entry, m_sato));
    QCOMPARE(findings(), QStringList{QStringLiteral("entry-changed 100")});
}

void TestAttacks::entryWrittenInBetween()
{
    auto ledger = ledger::Ledger::open(parts(), m_key);
    auto entry = **ledger->entry(300);
    entry.seq = 301;
    replaceJson(301, signedAs(entry, m_sato));
    const QStringList found = findings();
    QVERIFY2(found.contains(QStringLiteral("entry-inserted 301")), qPrintable(found.join(u',')));
    replaceJson(-5, signedAs(entry, m_sato));
    QVERIFY(!findings().isEmpty());
}

void TestAttacks::clockSetBack()
{
    auto ledger = ledger::Ledger::open(parts(), m_key);
    const FixedClock yesterday(QDateTime::currentDateTimeUtc().addDays(-1));
    QVERIFY(ledger->append(draft(QStringLiteral("late")), m_yamada, yesterday));
    QCOMPARE(findings(), QStringList{QStringLiteral("clock-set-back 301")});
    QVERIFY(ledger::Ledger::open(parts(), m_key)->isWritable()); // a wrong clock stops nobody's work
}

void TestAttacks::aDeedThatWasNotRecorded()
{
    execute("INSERT INTO deed (seq, json) VALUES (5, CAST('{\"temporary\":\"/etc/passwd\"}' AS BLOB))");
    QCOMPARE(findings(), QStringList{QStringLiteral("deed-changed 5")});
}

// The file is behind the database: the state that a kill leaves, and no finding.
void TestAttacks::killBetweenCommitAndFile()
{
    const QString checkpoint = m_folder->filePath(QStringLiteral("checkpoint"));
    QVERIFY(QFile::copy(checkpoint, checkpoint + QStringLiteral(".old")));
    append(5, m_yamada);
    QVERIFY(QFile::remove(checkpoint) && QFile::rename(checkpoint + QStringLiteral(".old"), checkpoint));
    QCOMPARE(findings(), QStringList());
    append(1, m_yamada);
    QCOMPARE(findings(), QStringList());
}

void TestAttacks::findingsForbidWritingUntilAccepted()
{
    execute("UPDATE entry SET json = CAST(replace(CAST(json AS TEXT), '\"reason\":\"', '\"reason\":\"x') AS BLOB) WHERE seq = 7");
    auto ledger = ledger::Ledger::open(parts(), m_key);
    QVERIFY(ledger);
    QCOMPARE(ledger->findings().size(), std::size_t(1));
    QCOMPARE(ledger->findings().front().seq, std::int64_t(7));
    const auto refused = ledger->append(draft(QStringLiteral("x")), m_yamada, m_clock);
    QCOMPARE(refused.error().code, base::ErrorCode::Damaged);
    QCOMPARE(ledger->list({})->size(), std::size_t(entries)); // reading goes on

    base::NoProgress progress;
    QVERIFY(!ledger->accept(QStringLiteral("  "), m_yamada, m_clock, progress));
    QVERIFY(!ledger->accept(QStringLiteral("調査済み"), m_stranger, m_clock, progress));
    const auto accepted = ledger->accept(QStringLiteral("調査済み"), m_yamada, m_clock, progress);
    QVERIFY2(accepted, accepted ? "" : qPrintable(accepted.error().message));
    QCOMPARE(findings(), QStringList());
    append(2, m_sato);
    QCOMPARE(findings(), QStringList());
    // What was accepted is that change, and no other.
    execute("UPDATE entry SET json = CAST(replace(CAST(json AS TEXT), '\"reason\":\"', '\"reason\":\"y') AS BLOB) WHERE seq = 7");
    QCOMPARE(findings(), QStringList{QStringLiteral("entry-changed 7")});
}

void TestAttacks::missingEntriesCanBeAccepted()
{
    auto ledger = ledger::Ledger::open(parts(), m_key);
    QCOMPARE(ledger->list({})->size(), std::size_t(entries)); // the index knows them
    execute("DELETE FROM deed; DELETE FROM entry WHERE seq IN (5, 6, 299)");
    ledger = ledger::Ledger::open(parts(), m_key);
    base::NoProgress progress;
    QVERIFY(ledger->accept(QStringLiteral("ディスク障害"), m_yamada, m_clock, progress));
    QCOMPARE(findings(), QStringList());
    ledger::Query lost;
    lost.kinds = QStringList{ledger::lostKind};
    QCOMPARE(ledger->list(lost)->size(), std::size_t(3)); // found as what they are now
    append(2, m_yamada);
    QCOMPARE(findings(), QStringList());
    // Nobody but an administrator's acceptance makes a hole into a lost entry.
    auto entry = **ledger->entry(50);
    entry.draft = {};
    entry.draft.kind = ledger::lostKind;
    replaceJson(50, signedAs(entry, m_sato));
    QVERIFY(findings().contains(QStringLiteral("entry-missing 50")));
}

void TestAttacks::largeLedgersAreSampledAtOpening()
{
    append(67 * 256 - entries + 5, m_yamada); // too many to be hashed at every opening
    const auto open = [&](const char *name) {
        const auto ledger = ledger::Ledger::open(parts(), m_key);
        QStringList names;
        for (const ledger::Finding &finding : ledger->findings())
            names += nameOf(finding.kind);
        QVERIFY2(ledger->isWritable() == names.isEmpty(), name);
        QCOMPARE(names, *name ? QStringList{QLatin1String(name)} : QStringList());
    };
    open("");
    const auto sampled = [&](const std::vector<std::uint64_t> &blocks) {
        auto store = ledger::Store::open(parts().database, m_key, ledger::Database::Mode::ReadWrite);
        const auto found = ledger::inspectBlocks(*store, static_cast<std::uint64_t>(*store->lastSeq()), blocks);
        return found->empty() ? 0 : static_cast<int>(found->front().seq);
    };
    for (std::uint64_t block = 0; block < 67; ++block)
        QCOMPARE(sampled({block}), 0);

    // Among the newest: found at once. Elsewhere: when its block is the one.
    const auto change = [&](int seq) {
        QByteArray json;
        {
            auto store = ledger::Store::open(parts().database, m_key, ledger::Database::Mode::ReadWrite);
            json = store->entry(seq)->value();
        }
        replaceJson(seq, json.replace("\"reason\":\"", "\"reason\":\"x"));
    };
    change(66 * 256);
    open("tree-changed");
    QCOMPARE(findings(), QStringList{QStringLiteral("entry-changed 16896")});
    change(300);
    QCOMPARE(sampled({1}), 257);
    QCOMPARE(sampled({2}), 0);
    // With the hash above it put right, the one above that says no.
    execute("DELETE FROM node WHERE level = 9 AND position = 5");
    QCOMPARE(sampled({10}), 10 * 256 + 1);
    const std::vector<std::uint64_t> chosen = ledger::chooseBlocks(67 * 256 + 5, 16, 16);
    QVERIFY(chosen.size() >= 16 && chosen.size() <= 32);
    QVERIFY(std::is_sorted(chosen.begin(), chosen.end()));
    QCOMPARE(chosen.back(), std::uint64_t(66));
    QVERIFY(ledger::chooseBlocks(255, 16, 16).empty());
}

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"
