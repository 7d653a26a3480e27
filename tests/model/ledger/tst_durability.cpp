// What was acknowledged is there: after a kill, on a full disk, with several programs at once, after a migration;
// and what can no longer be read is said and not skipped.
#include "crypto/seal.h"
#include "ledger/ledger.h"
#include "model/onepersonledger.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace shirushi;
using ledger::FindingKind;

class TestDurability : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void killedWhileAppending();
    void programsAtOnce();
    void fullDisk();
    void filesThatMayNotGrow();
    void damagedPagesAreReported();
    void firstSchemaIsTakenOver();
    void secondSchemaIsTakenOver();
    void thirdSchemaIsTakenOver();

private:
    ledger::LedgerParts parts() const { return tests::ledgerParts(m_place, {&m_person}); }
    base::Result<void> append(ledger::Ledger &ledger, int count, const QString &file) const;
    QStringList findings() const;
    pid_t startProgram(int acknowledged, const QString &name, int commits) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    base::Path m_place;
    base::SecretBytes m_key;
    tests::OnePerson m_person;
    base::SystemClock m_clock;
};

namespace {

constexpr int recordSize = 24;

ledger::EntryDraft draft(const QString &file)
{
    return {QStringLiteral("label"), file, QStringLiteral("sha256:") + file, QStringLiteral("00"), {}, {}, QStringLiteral("理由"), {}};
}

} // namespace

void TestDurability::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_place = base::toPath(m_folder->path());
    m_key = crypto::randomSecret(32).value();
}

base::Result<void> TestDurability::append(ledger::Ledger &ledger, int count, const QString &file) const
{
    auto batch = ledger.begin(m_person, m_clock);
    if (!batch)
        return std::unexpected(batch.error());
    for (int i = 0; i < count; ++i) {
        if (const auto entry = batch->append(draft(file)); !entry)
            return std::unexpected(entry.error());
    }
    return batch->commit();
}

QStringList TestDurability::findings() const
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
        names += ledger::nameOf(finding.kind) + u' ' + QString::number(finding.seq);
    return names;
}

// A program of its own that commits one to three entries at a time and writes a line for each that was
// acknowledged: "SEQ NAME-COMMIT".
pid_t TestDurability::startProgram(int acknowledged, const QString &name, int commits) const
{
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    auto ledger = ledger::Ledger::open(parts(), m_key);
    for (int i = 0; ledger && i < commits; ++i) {
        const QString file = name + u'-' + QString::number(i);
        const int count = 1 + i % 3;
        if (!append(*ledger, count, file))
            ::_exit(2);
        // The commit's own number: another program may have written since.
        const auto newest = ledger->newestAbout(QStringLiteral("sha256:") + file, {QStringLiteral("label")});
        if (!newest || !*newest)
            ::_exit(3);
        for (std::int64_t seq = (*newest)->seq - count + 1; seq <= (*newest)->seq; ++seq) {
            const QByteArray said = QByteArray::number(static_cast<qlonglong>(seq)) + ' ' + file.toUtf8() + '\n';
            const QByteArray line = said.rightJustified(recordSize, ' ');
            if (::write(acknowledged, line.constData(), static_cast<std::size_t>(line.size())) != line.size())
                ::_exit(4);
        }
    }
    ::_exit(ledger ? 0 : 1);
}

void TestDurability::killedWhileAppending()
{
    constexpr int appends = 1000;
    QVERIFY(ledger::Ledger::create(parts(), m_key));
    std::map<std::int64_t, QString> acknowledged;
    int killed = 0;
    for (int round = 0; acknowledged.size() < appends || killed < 20; ++round) {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
        const pid_t child = startProgram(ends[1], QStringLiteral("r%1").arg(round), appends);
        QVERIFY(child > 0);
        ::close(ends[1]);
        // Into its work, however fast the machine is: after its first entry, but for every fourth time.
        pollfd said{ends[0], POLLIN, 0};
        ::poll(&said, 1, round % 4 == 0 ? 20 : 10'000);
        ::usleep(QRandomGenerator::global()->bounded(60'000U));
        ::kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        killed += WIFSIGNALED(status) ? 1 : 0;
        QFile pipe;
        QVERIFY(pipe.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
        const QList<QByteArray> lines = pipe.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> words = line.trimmed().split(' ');
            if (words.size() == 2)
                acknowledged.emplace(words[0].toLongLong(), QString::fromUtf8(words[1]));
        }
        // Opening compares hashes and checkpoints of everything.
        auto ledger = ledger::Ledger::open(parts(), m_key);
        QVERIFY(ledger);
        QVERIFY2(ledger->findings().empty(), ledger->findings().empty() ? "" : qPrintable(ledger::sentence(ledger->findings().front())));
        QVERIFY(round < 1000);
    }
    QCOMPARE(findings(), QStringList());
    auto ledger = ledger::Ledger::open(parts(), m_key);
    for (const auto &[seq, file] : acknowledged) {
        const auto entry = ledger->entry(seq);
        QVERIFY(entry && *entry);
        QCOMPARE((*entry)->draft.file, file);
    }
}

void TestDurability::programsAtOnce()
{
    QVERIFY(ledger::Ledger::create(parts(), m_key));
    std::array<int, 2> ends{};
    QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
    constexpr int commits = 40;
    const pid_t window = startProgram(ends[1], QStringLiteral("window"), commits);
    const pid_t commandLine = startProgram(ends[1], QStringLiteral("cli"), commits);
    ::close(ends[1]);
    QFile pipe;
    QVERIFY(pipe.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
    const QByteArray lines = pipe.readAll();
    for (const pid_t child : {window, commandLine}) {
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }
    const int entriesEach = 79; // 14 × 1 + 13 × 2 + 13 × 3
    QCOMPARE(lines.count("cli-"), entriesEach);
    QCOMPARE(lines.count("window-"), entriesEach);
    QCOMPARE(findings(), QStringList());
    auto ledger = ledger::Ledger::open(parts(), m_key);
    QCOMPARE(*ledger->size(), std::int64_t(2 * entriesEach));
}

void TestDurability::fullDisk()
{
    const QByteArray place = QFile::encodeName(m_folder->path());
    if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=1200k") != 0)
        QSKIP("a file system of a known size can be mounted by root only");
    const auto unmount = qScopeGuard([&] { ::umount2(place.constData(), MNT_DETACH); });
    std::int64_t acknowledged = 0;
    {
        auto ledger = ledger::Ledger::create(parts(), m_key);
        QVERIFY(ledger);
        base::Result<void> done;
        while ((done = append(*ledger, 10, QStringLiteral("x"))))
            acknowledged += 10;
        QCOMPARE(done.error().code, base::ErrorCode::NoSpace);
        QVERIFY(acknowledged > 100);
        QVERIFY(!append(*ledger, 10, QStringLiteral("x"))); // and once more: nothing is half done
    }
    QCOMPARE(::mount("tmpfs", place.constData(), "tmpfs", MS_REMOUNT, "size=20m"), 0);
    QCOMPARE(findings(), QStringList());
    auto ledger = ledger::Ledger::open(parts(), m_key);
    QCOMPARE(*ledger->size(), acknowledged);
    QVERIFY(append(*ledger, 1, QStringLiteral("y")));
    QCOMPARE(findings(), QStringList());
}

// As a quota would: no file may become larger than this.
void TestDurability::filesThatMayNotGrow()
{
    QVERIFY(ledger::Ledger::create(parts(), m_key));
    std::array<int, 2> ends{};
    QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit limit{400'000, 400'000};
        std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
        auto ledger = ledger::Ledger::open(parts(), m_key);
        qint64 acknowledged = 0;
        while (ledger && append(*ledger, 10, QStringLiteral("x")) && acknowledged < 100'000)
            acknowledged += 10;
        const bool isStopped = ledger && !append(*ledger, 1, QStringLiteral("x"));
        const bool isTold = ::write(ends[1], &acknowledged, sizeof acknowledged) == sizeof acknowledged;
        ::_exit(isStopped && isTold ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    qint64 acknowledged = 0;
    QCOMPARE(::read(ends[0], &acknowledged, sizeof acknowledged), ssize_t(sizeof acknowledged));
    ::close(ends[0]);
    ::close(ends[1]);
    QVERIFY(acknowledged > 100);
    QCOMPARE(findings(), QStringList());
    auto ledger = ledger::Ledger::open(parts(), m_key);
    QCOMPARE(*ledger->size(), std::int64_t(acknowledged));
    QVERIFY(append(*ledger, 1, QStringLiteral("y")));
    QCOMPARE(findings(), QStringList());
}

void TestDurability::damagedPagesAreReported()
{
    constexpr qint64 pageSize = 4096;
    {
        auto ledger = ledger::Ledger::create(parts(), m_key);
        QVERIFY(append(*ledger, 300, QStringLiteral("x")));
    }
    QFile file(m_folder->filePath(QStringLiteral("ledger.db")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray sound = file.readAll();
    file.close();
    QVERIFY(sound.size() > 20 * pageSize);
    int damagedPages = 0;
    for (qint64 page = 0; page < sound.size() / pageSize; ++page) {
        QByteArray damaged = sound;
        damaged[page * pageSize + 100 + page % 3000] = static_cast<char>(damaged[page * pageSize + 100 + page % 3000] ^ 0x10);
        for (const char *ending : {"-wal", "-shm"})
            QFile::remove(file.fileName() + QLatin1String(ending));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(damaged);
        file.close();
        const QStringList found = findings();
        const bool isSaid = std::any_of(found.begin(), found.end(), [](const QString &name) {
            return name.startsWith(QStringLiteral("page-damaged")) || name.startsWith(QStringLiteral("error"));
        });
        QVERIFY2(isSaid, qPrintable(QStringLiteral("page %1: %2").arg(page).arg(found.join(u' '))));
        if (!found.front().startsWith(QStringLiteral("page-damaged")))
            continue;
        ++damagedPages;
        // What stands before it can still be read, and that something is left out is said.
        auto ledger = ledger::Ledger::open(parts(), m_key);
        QVERIFY(ledger && !ledger->isWritable());
        int readable = 0;
        QFile::remove(m_folder->filePath(QStringLiteral("index.db")));
        const auto visited = ledger->visit({}, [&](const ledger::Entry &) {
            ++readable;
            return true;
        });
        // A page of the address book holds no entry.
        const auto contacts = ledger->contacts();
        QVERIFY(!visited || !contacts);
        QCOMPARE(visited ? contacts.error().code : visited.error().code, base::ErrorCode::Damaged);
        QCOMPARE(readable, found.front().section(u' ', 1).toInt() - 1);
    }
    QVERIFY(damagedPages > 10); // most are entries, and named as such
}

// As it was before files were kept with entries.
void TestDurability::secondSchemaIsTakenOver()
{
    {
        auto ledger = ledger::Ledger::create(parts(), m_key);
        QVERIFY(ledger && append(*ledger, 20, QStringLiteral("old")));
    }
    {
        auto database = ledger::Database::open(m_place / "ledger.db", m_key, ledger::Database::Mode::ReadWrite);
        QVERIFY(database && database->execute("DROP TABLE attachment; DROP TABLE contact; PRAGMA user_version = 2"));
    }
    {
        auto ledger = ledger::Ledger::open(parts(), m_key);
        QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().message));
        QVERIFY(ledger->isWritable());
        auto batch = ledger->begin(m_person, m_clock);
        QVERIFY(batch && batch->append(draft(QStringLiteral("new")), ledger::Attachment{QStringLiteral("a.pdf"), "scan"}));
        QVERIFY(batch->commit());
        QCOMPARE(ledger->list({})->size(), std::size_t(21));
        QCOMPARE(ledger->attachment(21)->value().bytes, QByteArray("scan"));
    }
    QCOMPARE(findings(), QStringList());
}

// As it was before personal data stood beside the entries; what is kept with one stays.
void TestDurability::thirdSchemaIsTakenOver()
{
    {
        auto ledger = ledger::Ledger::create(parts(), m_key);
        QVERIFY(ledger && append(*ledger, 20, QStringLiteral("old")));
        auto batch = ledger->begin(m_person, m_clock);
        QVERIFY(batch && batch->append(draft(QStringLiteral("scanned")), ledger::Attachment{QStringLiteral("a.pdf"), "scan"}));
        QVERIFY(batch->commit());
    }
    {
        auto database = ledger::Database::open(m_place / "ledger.db", m_key, ledger::Database::Mode::ReadWrite);
        QVERIFY(database && database->execute("DROP TABLE contact; PRAGMA user_version = 3"));
    }
    {
        auto ledger = ledger::Ledger::open(parts(), m_key);
        QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().message));
        QVERIFY(ledger->isWritable());
        QVERIFY(ledger->contacts()->empty());
        {
            auto dropped = ledger->begin(m_person, m_clock);
            QVERIFY(dropped && dropped->putContact({QStringLiteral("a"), "{}"}));
        }
        QVERIFY(ledger->contacts()->empty()); // together with its entry or not at all
        auto batch = ledger->begin(m_person, m_clock);
        const ledger::Contact contact{QStringLiteral("a"), "{}"};
        QVERIFY(batch && batch->append(tests::addressDraft(contact)) && batch->putContact(contact));
        QVERIFY(batch->commit());
        QCOMPARE(ledger->contact(QStringLiteral("a"))->value().json, QByteArray("{}"));
        QCOMPARE(ledger->attachment(21)->value().bytes, QByteArray("scan"));
    }
    QCOMPARE(findings(), QStringList());
}

void TestDurability::firstSchemaIsTakenOver()
{
    {
        auto database = ledger::Database::open(m_place / "ledger.db", m_key, ledger::Database::Mode::Create);
        QVERIFY(database);
        // As the first version of Shirushi made it.
        QVERIFY(database->execute("CREATE TABLE entry (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, user TEXT NOT NULL,"
                                  " kind TEXT NOT NULL, file TEXT NOT NULL, content_hash TEXT NOT NULL, json BLOB NOT NULL) STRICT;"
                                  "CREATE INDEX entry_at ON entry (at);"
                                  "CREATE INDEX entry_file ON entry (file) WHERE file <> '';"
                                  "CREATE INDEX entry_content ON entry (content_hash, seq) WHERE content_hash <> '';"
                                  "CREATE TABLE deed (seq INTEGER PRIMARY KEY REFERENCES entry (seq), json BLOB NOT NULL) STRICT;"
                                  "PRAGMA user_version = 1"));
        for (int i = 1; i <= 600; ++i) {
            ledger::Entry entry;
            entry.version = 1;
            entry.seq = i;
            entry.at = m_clock.now();
            entry.user = m_person.user();
            entry.draft = draft(QString::number(i));
            entry.keyId = m_person.keyId();
            const QByteArray unsignedJson = ledger::signedBytes(entry);
            const QByteArray json = ledger::withSignature(unsignedJson, *m_person.sign(unsignedJson));
            const QByteArray sql = "INSERT INTO entry VALUES (" + QByteArray::number(i) + ", '', '', '', '', '', x'" + json.toHex() + "')";
            QVERIFY(database->execute(sql.constData()));
        }
        QVERIFY(database->execute("INSERT INTO deed VALUES (600, x'7b7d')"));
    }
    QCOMPARE(findings(), QStringList());
    {
        auto ledger = ledger::Ledger::open(parts(), m_key);
        QVERIFY(ledger && ledger->isWritable());
        QCOMPARE(ledger->openDeeds()->size(), std::size_t(1));
        QVERIFY(append(*ledger, 3, QStringLiteral("new")));
        QCOMPARE(ledger->list({})->size(), std::size_t(603));
        QCOMPARE(ledger->list({})->front().draft.file, QStringLiteral("1"));
        QVERIFY(ledger->prove(17));
    }
    QCOMPARE(findings(), QStringList());
    auto database = ledger::Database::open(m_place / "ledger.db", m_key, ledger::Database::Mode::ReadWrite);
    QVERIFY(database->execute("DELETE FROM entry WHERE seq = 300"));
    QVERIFY(findings().contains(QStringLiteral("entry-missing 300")));
}

QTEST_GUILESS_MAIN(TestDurability)
#include "tst_durability.moc"
