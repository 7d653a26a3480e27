// Makes a ledger of many entries and takes the time of what people wait for, beside the bare cost of the same work.
// One step a run, so that the peak of memory is that of the step; prints one JSON object. See ledger.py.
//
// usage: ledgerbench STEP FOLDER ENTRIES BATCH
#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "crypto/digest.h"
#include "crypto/keys.h"
#include "ledger/ledger.h"
#include "model/onepersonledger.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <chrono>
#include <cstdio>
#include <sys/resource.h>
#include <thread>

using namespace shirushi;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

[[noreturn]] void fail(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

template <typename T>
T need(base::Result<T> result)
{
    if (!result)
        fail(base::oneLine(result.error()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

// The keys lie in the clear beside the ledger: there is nothing in it.
class Writer final : public crypto::Signer
{
public:
    explicit Writer(const base::SecretBytes &secret) : m_private(secret), m_public(need(crypto::signingPublicKey(secret))) {}
    QString user() const override { return QStringLiteral("yamada"); }
    QString keyId() const override { return m_id; }
    QByteArray publicKey() const override { return m_public; }
    base::Result<QByteArray> sign(const QByteArray &message) const override
    {
        const auto start = Clock::now();
        auto signature = m_private.sign(message);
        m_seconds += secondsSince(start);
        return signature;
    }
    /// Spent on signing so far.
    double seconds() const { return m_seconds; }

private:
    mutable double m_seconds = 0;
    crypto::SigningKey m_private; // made ready once, as a session does
    QByteArray m_public;
    QString m_id = crypto::keyIdOf(m_public);
};

base::SecretBytes secretOf(const char *name)
{
    const QByteArray bytes = crypto::sha256(name);
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                                       static_cast<std::size_t>(bytes.size())));
}

class Office final : public ledger::Signatories
{
public:
    explicit Office(const Writer &writer) : m_writer(writer) {}
    std::optional<QByteArray> publicKey(const QString &user, const QString &keyId) const override
    {
        return user == m_writer.user() && keyId == m_writer.keyId() ? std::optional(m_writer.publicKey()) : std::nullopt;
    }
    std::vector<QByteArray> keysOf(const QString &) const override { return {m_writer.publicKey()}; }
    bool isAdministrator(const QString &) const override { return true; }

private:
    const Writer &m_writer;
};

struct Bench {
    Bench(base::Path place, std::int64_t count, std::int64_t perBatch)
        : folder(std::move(place)), entries(count), batch(perBatch)
    {
    }

    base::Path folder;
    std::int64_t entries;
    std::int64_t batch;
    base::SecretBytes key = secretOf("ledger");
    Writer writer{secretOf("writer")};
    base::SystemClock clock;

    ledger::LedgerParts parts() const
    {
        auto office = std::make_shared<Office>(writer);
        return {folder / "ledger.db", ledger::CheckpointFiles(folder / "checkpoint", {}), office,
                [office] { return std::make_unique<tests::UnchangingHistory>(office); }};
    }
    ledger::Ledger open() const { return need(ledger::Ledger::open(parts(), key)); }
};

// Names, classes and reasons as an office has them; the same for the same number.
ledger::EntryDraft draftOf(std::int64_t number)
{
    static const QStringList kinds{QStringLiteral("label"), QStringLiteral("label"), QStringLiteral("label"), QStringLiteral("request"),
                                   QStringLiteral("approval"), QStringLiteral("question"), QStringLiteral("label-removed")};
    static const QStringList subjects{QStringLiteral("受給者名簿"), QStringLiteral("予算要求書"), QStringLiteral("会議録"), QStringLiteral("廃棄記録"),
                                      QStringLiteral("固定資産台帳"), QStringLiteral("住民異動届"), QStringLiteral("工事写真")};
    const QString digest = QString::fromLatin1(base::toHex(crypto::sha256(QByteArray::number(static_cast<qlonglong>(number / 3)))));
    ledger::EntryDraft draft;
    draft.kind = kinds[number % kinds.size()];
    draft.file = QStringLiteral("/srv/総務課/令和8年度/%1/%2_%3.docx").arg(number / 1000).arg(subjects[number % subjects.size()]).arg(number / 3);
    draft.contentHash = QStringLiteral("ooxml-1:") + digest;
    draft.sha256 = digest;
    draft.after = QJsonObject{{QStringLiteral("policy"), QStringLiteral("mic-model")},
                              {QStringLiteral("classes"), QJsonObject{{QStringLiteral("confidentiality"), number % 5 ? QStringLiteral("2") : QStringLiteral("3B")},
                                                                      {QStringLiteral("integrity"), QStringLiteral("2")},
                                                                      {QStringLiteral("availability"), QStringLiteral("1")}}}};
    if (number % 4 == 0)
        draft.reason = QStringLiteral("保存期間の満了により%1件を整理").arg(number % 97);
    return draft;
}

QJsonObject append(const Bench &bench)
{
    std::error_code ignored;
    for (const char *name : {"ledger.db", "ledger.db-wal", "ledger.db-shm", "checkpoint", "index.db"})
        std::filesystem::remove(bench.folder / name, ignored);
    auto ledger = need(ledger::Ledger::create(bench.parts(), bench.key));
    double drafting = 0; // making the entries up is no part of the ledger's work
    const auto start = Clock::now();
    for (std::int64_t done = 0; done < bench.entries;) {
        const auto draftingStart = Clock::now();
        std::vector<ledger::EntryDraft> drafts;
        for (; static_cast<std::int64_t>(drafts.size()) < bench.batch && done < bench.entries; ++done)
            drafts.push_back(draftOf(done));
        drafting += secondsSince(draftingStart);
        auto batch = need(ledger.begin(bench.writer, bench.clock));
        for (const ledger::EntryDraft &draft : drafts)
            need(batch.append(draft));
        need(batch.commit());
    }
    return {{QStringLiteral("seconds"), secondsSince(start) - drafting}, {QStringLiteral("signing"), bench.writer.seconds()}};
}

// The entries' own bytes into a database of one table, by the same library, key, journal and flushing.
QJsonObject plainInserts(const Bench &bench)
{
    auto store = need(ledger::Store::open(bench.folder / "ledger.db", bench.key, ledger::Database::Mode::ReadWrite));
    const base::Path file = bench.folder / "plain.db";
    std::error_code ignored;
    for (const char *ending : {"", "-wal", "-shm"})
        std::filesystem::remove(base::withAppended(file, ending), ignored);
    auto database = need(ledger::Database::open(file, bench.key, ledger::Database::Mode::Create));
    need(database.execute("CREATE TABLE entry (seq INTEGER PRIMARY KEY, json BLOB NOT NULL) STRICT"));
    auto statement = need(ledger::Statement::prepare(database, "INSERT INTO entry (seq, json) VALUES (?1, ?2)"));
    double seconds = 0;
    std::int64_t bytes = 0;
    for (std::int64_t done = 0; done < bench.entries;) {
        std::vector<QByteArray> rows;
        need(store.visitEntries(done + 1, [&](std::int64_t, std::span<const char> json) {
            rows.emplace_back(json.data(), static_cast<qsizetype>(json.size()));
            return static_cast<std::int64_t>(rows.size()) < bench.batch;
        }));
        if (rows.empty())
            fail(QStringLiteral("the ledger has fewer entries"));
        const auto start = Clock::now();
        auto transaction = need(ledger::Transaction::begin(database));
        for (const QByteArray &row : rows) {
            statement.bind(1, ++done);
            statement.bindBlob(2, row);
            need(statement.step());
            statement.reset();
            bytes += row.size();
        }
        need(transaction.commit());
        seconds += secondsSince(start);
    }
    return {{QStringLiteral("seconds"), seconds}, {QStringLiteral("bytes"), static_cast<qint64>(bytes)}};
}

// `work` over every entry's bytes, some thousand in memory at a time; the reading is not counted.
double overEntries(const Bench &bench, const std::function<void(std::span<const QByteArray> rows)> &work)
{
    auto store = need(ledger::Store::open(bench.folder / "ledger.db", bench.key, ledger::Database::Mode::ReadWrite));
    double seconds = 0;
    std::vector<QByteArray> rows;
    const auto flush = [&] {
        const auto start = Clock::now();
        work(rows);
        seconds += secondsSince(start);
        rows.clear();
    };
    need(store.visitEntries(1, [&](std::int64_t, std::span<const char> json) {
        rows.emplace_back(json.data(), static_cast<qsizetype>(json.size()));
        if (rows.size() == 4096)
            flush();
        return true;
    }));
    flush();
    return seconds;
}


QJsonObject verifications(const Bench &bench)
{
    struct Signed {
        QByteArray message;
        QByteArray signature;
    };
    double counted = 0;
    overEntries(bench, [&](std::span<const QByteArray> rows) {
        std::vector<Signed> prepared;
        for (const QByteArray &row : rows)
            prepared.push_back({ledger::withoutSignature(row), need(ledger::entryFromJson(row)).signature});
        const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
        const auto start = Clock::now();
        std::vector<std::thread> running;
        for (unsigned thread = 0; thread < threads; ++thread) {
            running.emplace_back([&, thread] {
                for (std::size_t i = thread; i < prepared.size(); i += threads) {
                    if (!crypto::verifySignature(bench.writer.publicKey(), prepared[i].message, prepared[i].signature))
                        fail(QStringLiteral("a signature is wrong"));
                }
            });
        }
        for (std::thread &thread : running)
            thread.join();
        counted += secondsSince(start);
    });
    return {{QStringLiteral("seconds"), counted}};
}

QJsonObject verify(const Bench &bench)
{
    auto ledger = bench.open();
    base::NoProgress progress;
    const auto start = Clock::now();
    const auto findings = need(ledger.verify(progress));
    const double seconds = secondsSince(start);
    if (!findings.empty())
        fail(ledger::sentence(findings.front()));
    return {{QStringLiteral("seconds"), seconds}};
}

// Opening compares the tree with the checkpoints; then one entry and its checkpoint.
QJsonObject opening(const Bench &bench)
{
    constexpr int times = 20;
    double opened = 0;
    double appended = 0;
    for (int i = 0; i < times; ++i) {
        auto start = Clock::now();
        auto ledger = bench.open();
        opened += secondsSince(start);
        start = Clock::now();
        need(ledger.append(draftOf(i), bench.writer, bench.clock));
        appended += secondsSince(start);
    }
    return {{QStringLiteral("seconds"), opened / times}, {QStringLiteral("append"), appended / times}};
}

QJsonObject indexing(const Bench &bench)
{
    auto ledger = bench.open();
    std::error_code ignored;
    for (const char *name : {"index.db", "index.db-wal", "index.db-shm"})
        std::filesystem::remove(bench.folder / name, ignored);
    ledger::Query query;
    query.limit = 1;
    const auto start = Clock::now();
    need(ledger.list(query));
    return {{QStringLiteral("seconds"), secondsSince(start)}};
}

// Pages of a hundred as the review asks for them; the median of some rounds each.
QJsonObject pages(const Bench &bench)
{
    const auto ledgerSize = need(bench.open().size());
    std::vector<std::pair<QString, ledger::Query>> queries;
    const auto add = [&](const QString &name, const std::function<void(ledger::Query &)> &fill) {
        ledger::Query query;
        query.limit = 100;
        fill(query);
        queries.emplace_back(name, query);
    };
    add(QStringLiteral("newest"), [](ledger::Query &) {});
    add(QStringLiteral("kind"), [](ledger::Query &query) { query.kinds = {QStringLiteral("approval")}; });
    add(QStringLiteral("kind, middle"), [&](ledger::Query &query) { query.kinds = {QStringLiteral("approval")}; query.before = ledgerSize / 2; });
    add(QStringLiteral("class"), [](ledger::Query &query) { query.classes = {{QStringLiteral("confidentiality"), QStringLiteral("3B")}}; });
    add(QStringLiteral("person, period"), [](ledger::Query &query) {
        query.users = {QStringLiteral("yamada")};
        query.since = QDateTime::currentDateTimeUtc().addDays(-365);
    });
    add(QStringLiteral("period, middle"), [&](ledger::Query &query) {
        auto ledger = bench.open();
        query.since = need(ledger.entry(ledgerSize / 2 - 500))->at;
        query.until = need(ledger.entry(ledgerSize / 2 + 500))->at;
    });
    add(QStringLiteral("text of two characters"), [](ledger::Query &query) { query.text = QStringLiteral("廃棄"); });
    add(QStringLiteral("text and kind"), [](ledger::Query &query) { query.text = QStringLiteral("満了 名簿"); query.kinds = {QStringLiteral("label")}; });
    add(QStringLiteral("one asset"), [&](ledger::Query &query) { query.contentHash = draftOf(ledgerSize / 2).contentHash; });
    auto ledger = bench.open();
    QJsonObject result;
    for (const auto &[name, query] : queries) {
        std::vector<double> seconds;
        std::size_t found = 0;
        for (int round = 0; round < 9; ++round) {
            const auto start = Clock::now();
            found = need(ledger.list(query)).size();
            seconds.push_back(secondsSince(start));
        }
        if (found == 0)
            fail(name);
        std::sort(seconds.begin(), seconds.end());
        result.insert(name, seconds[seconds.size() / 2]);
    }
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const std::map<QString, QJsonObject (*)(const Bench &)> steps{
        {QStringLiteral("append"), append},         {QStringLiteral("plain"), plainInserts},
        {QStringLiteral("verify"), verify},         {QStringLiteral("verifications"), verifications},
        {QStringLiteral("opening"), opening},       {QStringLiteral("indexing"), indexing},
        {QStringLiteral("pages"), pages},
    };
    if (words.size() != 5 || !steps.contains(words[1]))
        fail(QStringLiteral("usage: ledgerbench STEP FOLDER ENTRIES BATCH"));
    const Bench bench(base::toPath(words[2]), words[3].toLongLong(), words[4].toLongLong());
    if (bench.entries < 1 || bench.batch < 1)
        fail(QStringLiteral("how many?"));
    QJsonObject result = steps.at(words[1])(bench);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    result.insert(QStringLiteral("peakMiB"), static_cast<double>(usage.ru_maxrss) / 1024);
    std::printf("%s\n", QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
