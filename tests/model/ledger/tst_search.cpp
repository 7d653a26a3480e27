// The search index: what it finds, page by page, and that it can be thrown away at any time.
#include "crypto/seal.h"
#include "ledger/ledger.h"
#include "model/onepersonledger.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

class TestSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void text_data();
    void text();
    void pages();
    void spokenDetailsAreFound();
    void onlyWhatAPersonMaySee();
    void severalFilesOfOneEntry();
    void periods();
    void indexIsBuiltAnew_data();
    void indexIsBuiltAnew();
    void indexOfAnotherLedger();
    void countsByMonthAndKind();

private:
    ledger::LedgerParts parts() const { return tests::ledgerParts(folder(), {&m_yamada, &m_sato}); }
    base::Path folder() const { return base::toPath(m_folder->path()); }
    void record(const QString &file, const QString &reason, const tests::OnePerson &person, const QJsonObject &details = {}) const;
    QList<int> found(const ledger::Query &query) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    base::SecretBytes m_key = crypto::randomSecret(32).value();
    tests::OnePerson m_yamada{QStringLiteral("yamada")};
    tests::OnePerson m_sato{QStringLiteral("sato")};
    base::SystemClock m_clock;
};

void TestSearch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(ledger::Ledger::create(parts(), m_key));
}

void TestSearch::record(const QString &file, const QString &reason, const tests::OnePerson &person, const QJsonObject &details) const
{
    auto ledger = ledger::Ledger::open(parts(), m_key);
    QVERIFY(ledger);
    QVERIFY(ledger->append({QStringLiteral("label"), file, QStringLiteral("sha256:") + file, {}, {}, {}, reason, details}, person, m_clock));
}

QList<int> TestSearch::found(const ledger::Query &query) const
{
    QList<int> numbers;
    auto ledger = ledger::Ledger::open(parts(), m_key);
    const auto entries = ledger ? ledger->list(query) : base::Result<std::vector<ledger::Entry>>(std::unexpected(ledger.error()));
    if (!entries)
        return {-1};
    for (const ledger::Entry &entry : *entries)
        numbers += static_cast<int>(entry.seq);
    return numbers;
}

void TestSearch::text_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("expected");
    const auto row = [](const char *name, const QString &text, const QList<int> &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("one character", QStringLiteral("廃"), {1, 3});
    row("two characters", QStringLiteral("廃棄"), {1, 3});
    row("two that do not stand together", QStringLiteral("棄廃"), {});
    row("the last character of a text", QStringLiteral("書"), {1, 2});
    row("three", QStringLiteral("名簿."), {3});
    row("half-width katakana finds full-width", QStringLiteral("ｶﾞｲﾄﾞ"), {2});
    row("full-width letters find half-width", QStringLiteral("ＤＯＣＸ"), {1, 2, 3});
    row("case does not matter", QStringLiteral("budget"), {2});
    row("several words, all of them", QStringLiteral("廃棄 書"), {1});
    row("several words with an ideographic space", QStringLiteral("廃棄　満了"), {3});
    row("in the reason", QStringLiteral("満了"), {3});
    row("beyond the BMP", QStringLiteral("𠮷"), {3});
    row("a quote is a character", QStringLiteral("\""), {2});
    row("operators are words", QStringLiteral("OR"), {});
    row("percent is no wildcard", QStringLiteral("%"), {});
    row("not there", QStringLiteral("起案"), {});
    row("spaces alone: everything", QStringLiteral("  "), {1, 2, 3});
}

void TestSearch::text()
{
    record(QStringLiteral("/文書/廃棄した文書.docx"), {}, m_yamada);
    record(QStringLiteral("/ガイド/Budget予算書.docx"), QStringLiteral("\"至急\""), m_yamada);
    record(QStringLiteral("/𠮷野/名簿.docx"), QStringLiteral("保存期間の満了により廃棄"), m_yamada);
    QFETCH(QString, text);
    QFETCH(QList<int>, expected);
    ledger::Query query;
    query.text = text;
    QCOMPARE(found(query), expected);
}

void TestSearch::pages()
{
    {
        auto ledger = ledger::Ledger::open(parts(), m_key);
        auto batch = ledger->begin(m_yamada, m_clock);
        for (int i = 0; i < 55; ++i)
            QVERIFY(batch->append({i % 2 ? QStringLiteral("label") : QStringLiteral("question"), QStringLiteral("/廃棄/%1").arg(i), {}, {}, {}, {}, {}, {}}));
        QVERIFY(batch->commit());
    }
    ledger::Query query;
    query.text = QStringLiteral("廃棄");
    query.kinds = {QStringLiteral("label")};
    query.limit = 10;
    QList<int> all;
    for (int page = 0; page < 4; ++page) {
        const QList<int> numbers = found(query);
        all = numbers + all;
        if (numbers.isEmpty())
            break;
        query.before = numbers.front();
    }
    QCOMPARE(all.size(), 27);
    QVERIFY(std::is_sorted(all.begin(), all.end()));
    QCOMPARE(all.front(), 2);
    QCOMPARE(all.back(), 54);
}

void TestSearch::spokenDetailsAreFound()
{
    record({}, {}, m_yamada, {{QStringLiteral("purpose"), QStringLiteral("監査への提出")},
                              {QStringLiteral("recipients"), QJsonArray{QStringLiteral("渡邊 様")}},
                              {QStringLiteral("key"), QStringLiteral("秘")}});
    ledger::Query query;
    query.text = QStringLiteral("監査 渡邊");
    QCOMPARE(found(query), QList<int>{1});
    query.text = QStringLiteral("秘");
    QCOMPARE(found(query), QList<int>());
}

void TestSearch::severalFilesOfOneEntry()
{
    const auto several = [](const QStringList &names, const QStringList &contents) {
        return QJsonObject{{QStringLiteral("name"), QJsonArray::fromStringList(names)},
                           {QStringLiteral("contents"), QJsonArray::fromStringList(contents)}};
    };
    record(QStringLiteral("/srv/a"), {}, m_yamada);
    record(QStringLiteral("/srv/b"), {}, m_sato);
    record({}, {}, m_sato, several({QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("sha256:/srv/a"), QStringLiteral("sha256:/srv/b")}));
    record({}, {}, m_sato, several({QStringLiteral("b"), QStringLiteral("c")}, {QStringLiteral("sha256:/srv/b"), QStringLiteral("sha256:c")}));
    ledger::Query query;
    query.file = QStringLiteral("/srv/a");
    QCOMPARE(found(query), (QList<int>{1, 3}));
    query.file = QStringLiteral("/elsewhere/c"); // where it was asked, or came from, it had another folder
    QCOMPARE(found(query), QList<int>{4});
    query = {};
    query.contentHash = QStringLiteral("sha256:/srv/b");
    QCOMPARE(found(query), (QList<int>{2, 3, 4}));
    query = {};
    query.seenBy = QStringLiteral("yamada"); // had to do with a
    QCOMPARE(found(query), (QList<int>{1, 3}));
    query.text = QStringLiteral("b");
    QCOMPARE(found(query), QList<int>{3});
}

namespace {

class DayClock final : public base::Clock
{
public:
    explicit DayClock(int day) : m_now(QDateTime(QDate(2026, 4, 1), QTime(12, 0), Qt::UTC).addDays(day)) {}
    QDateTime now() const override { return m_now; }

private:
    QDateTime m_now;
};

} // namespace

// Days as they were recorded; a clock that was set back in between is found all the same.
void TestSearch::periods()
{
    const QList<int> days{0, 1, 1, 2, 5, 3, 5, 6, 0, 9, 9, 4, 10};
    auto ledger = ledger::Ledger::open(parts(), m_key);
    for (const int day : days)
        QVERIFY(ledger->append({day % 2 ? QStringLiteral("label") : QStringLiteral("question"), QStringLiteral("/廃棄"), {}, {}, {}, {}, {}, {}}, m_yamada, DayClock(day)));
    for (int from = -1; from <= 12; ++from) {
        for (int to = from; to <= 12; ++to) {
            for (const char *kind : {"", "label"}) {
                for (const char *text : {"", "廃棄"}) {
                    ledger::Query query;
                    if (from >= 0)
                        query.since = DayClock(from).now();
                    if (to < 12)
                        query.until = DayClock(to).now();
                    query.text = QString::fromUtf8(text);
                    query.kinds = QString::fromLatin1(kind).split(u',', Qt::SkipEmptyParts);
                    QList<int> expected;
                    for (int i = 0; i < days.size(); ++i) {
                        if (days[i] >= from && (days[i] < to || to == 12) && (!*kind || days[i] % 2))
                            expected += i + 1;
                    }
                    QList<int> numbers;
                    const auto entries = ledger->list(query);
                    for (const ledger::Entry &entry : *entries)
                        numbers += static_cast<int>(entry.seq);
                    QCOMPARE(numbers, expected);
                }
            }
        }
    }
}

void TestSearch::onlyWhatAPersonMaySee()
{
    record(QStringLiteral("/a"), {}, m_yamada);
    record(QStringLiteral("/b"), {}, m_sato);
    record(QStringLiteral("/a"), QStringLiteral("続き"), m_sato); // about a file that yamada had to do with
    record({}, {}, m_sato);
    ledger::Query query;
    query.seenBy = QStringLiteral("yamada");
    QCOMPARE(found(query), (QList<int>{1, 3}));
    query.limit = 1;
    QCOMPARE(found(query), QList<int>{3});
    query.limit = 0;
    query.text = QStringLiteral("続き");
    QCOMPARE(found(query), QList<int>{3});
    query.text.clear();
    query.file = QStringLiteral("/b");
    QCOMPARE(found(query), QList<int>());
    query = {};
    query.seenBy = QStringLiteral("sato");
    QCOMPARE(found(query), (QList<int>{1, 2, 3, 4}));
    query.seenBy = QStringLiteral("nobody");
    QCOMPARE(found(query), QList<int>());
}

void TestSearch::indexIsBuiltAnew_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"deleted", "emptied", "rubbish", "flipped", "plain"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestSearch::indexIsBuiltAnew()
{
    for (int i = 0; i < 5; ++i)
        record(QStringLiteral("/廃棄/%1").arg(i), {}, m_yamada);
    ledger::Query query;
    query.text = QStringLiteral("廃棄");
    QCOMPARE(found(query).size(), 5);
    QFETCH(QString, what);
    QFile index(m_folder->filePath(QStringLiteral("index.db")));
    QVERIFY(index.exists());
    if (what == u"deleted") {
        QVERIFY(index.remove());
    } else {
        QVERIFY(index.open(QIODevice::ReadWrite));
        QByteArray bytes = index.readAll();
        if (what == u"emptied")
            bytes.clear();
        else if (what == u"rubbish")
            bytes = QByteArray(20'000, 'x');
        else if (what == u"plain")
            bytes = "SQLite format 3" + QByteArray(5000, '\0');
        else
            bytes[50] = static_cast<char>(bytes[50] ^ 1);
        index.resize(0);
        index.seek(0);
        index.write(bytes);
        index.close();
    }
    QCOMPARE(found(query).size(), 5);
    record(QStringLiteral("/廃棄/neu"), {}, m_yamada);
    QCOMPARE(found(query).size(), 6);
}

void TestSearch::indexOfAnotherLedger()
{
    record(QStringLiteral("/廃棄/1"), {}, m_yamada);
    record(QStringLiteral("/廃棄/2"), {}, m_yamada);
    ledger::Query query;
    query.text = QStringLiteral("廃棄");
    QCOMPARE(found(query).size(), 2);
    // The same key and another history: as if the ledger had been restored from a backup.
    for (const char *name : {"ledger.db", "checkpoint"})
        QVERIFY(QFile::remove(m_folder->filePath(QLatin1String(name))));
    QVERIFY(ledger::Ledger::create(parts(), m_key));
    record(QStringLiteral("/保存/1"), {}, m_yamada);
    record(QStringLiteral("/保存/2"), {}, m_yamada);
    record(QStringLiteral("/廃棄/3"), {}, m_yamada);
    QCOMPARE(found(query), QList<int>{3});
}

void TestSearch::countsByMonthAndKind()
{
    record(QStringLiteral("/a"), {}, m_yamada);
    record(QStringLiteral("/b"), {}, m_sato);
    auto ledger = ledger::Ledger::open(parts(), m_key);
    ledger::Query query;
    QCOMPARE(ledger->counts(query)->front().entries, std::int64_t(2));
    query.seenBy = QStringLiteral("yamada");
    const auto counts = ledger->counts(query);
    QCOMPARE(counts->size(), std::size_t(1));
    QCOMPARE(counts->front().entries, std::int64_t(1));
    QCOMPARE(counts->front().month, QDate::currentDate().toString(QStringLiteral("yyyy-MM")));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
