// One bit, in any column of any table that the database has: verification says that something is not as it was. The
// tables are asked of the database itself, so that a new one cannot be forgotten.
#include "crypto/seal.h"
#include "ledger/ledger.h"
#include "model/onepersonledger.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

namespace {

struct Cell {
    QByteArray table;
    QByteArray column;
    QByteArray key;   // the table's first column
    QByteArray where; // its value in the row, as SQL
    QByteArray value; // its bytes; of a number its digits
    bool isNumber = false;
    bool isText = false;
};

} // namespace

class TestEveryColumn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void oneBit();

private:
    ledger::LedgerParts parts() const { return tests::ledgerParts(base::toPath(m_folder.path()), {&m_yamada}); }
    ledger::Database database() const
    {
        return std::move(*ledger::Database::open(parts().database, m_key, ledger::Database::Mode::ReadWrite));
    }
    std::vector<QByteArray> texts(const QByteArray &sql) const;
    std::vector<Cell> cells() const;
    std::size_t findingsAfter(const QByteArray &sql) const;
    std::size_t findings() const;

    QTemporaryDir m_folder;
    base::SecretBytes m_key;
    tests::OnePerson m_yamada{QStringLiteral("yamada")};
    base::SystemClock m_clock;
};

void TestEveryColumn::initTestCase()
{
    m_key = crypto::randomSecret(32).value();
    auto ledger = ledger::Ledger::create(parts(), m_key);
    auto batch = ledger->begin(m_yamada, m_clock);
    QVERIFY(batch);
    ledger::EntryDraft draft;
    draft.kind = QStringLiteral("label");
    for (int i = 0; i < 260; ++i) // one stored subtree
        QVERIFY(batch->append(draft));
    QVERIFY(batch->append(draft, QJsonObject{{QStringLiteral("temporary"), QStringLiteral("x")}}));
    QVERIFY(batch->append(draft, ledger::Attachment{QStringLiteral("a.pdf"), "a scan"}));
    const ledger::Contact contact{QStringLiteral("a"), "{\"telephone\":\"0120\"}"};
    QVERIFY(batch->append(tests::addressDraft(contact)) && batch->putContact(contact) && batch->commit());
    QCOMPARE(findings(), std::size_t(0));
}

std::vector<QByteArray> TestEveryColumn::texts(const QByteArray &sql) const
{
    auto opened = database();
    auto statement = ledger::Statement::prepare(opened, sql.constData());
    std::vector<QByteArray> found;
    while (statement && statement->step().value_or(false))
        found.push_back(statement->blob(0));
    return found;
}

// Of each table the last row: of entries that is one which nothing follows.
std::vector<Cell> TestEveryColumn::cells() const
{
    std::vector<Cell> cells;
    for (const QByteArray &table : texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
        const auto columns = texts("SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid");
        const auto lastRow = [&](const QByteArray &what) {
            const auto rows = texts("SELECT " + what + " FROM " + table + " ORDER BY " + columns.front() + " DESC LIMIT 1");
            return rows.empty() ? QByteArray() : rows.front();
        };
        for (const QByteArray &column : columns) {
            const QByteArray type = lastRow("typeof(" + column + ")");
            cells.push_back({table, column, columns.front(), lastRow("quote(" + columns.front() + ")"), lastRow(column),
                             type == "integer", type == "text"});
        }
    }
    return cells;
}

std::size_t TestEveryColumn::findings() const
{
    auto ledger = ledger::Ledger::open(parts(), m_key);
    base::NoProgress progress;
    const auto found = ledger ? ledger->verify(progress) : std::unexpected(ledger.error());
    return found ? found->size() : 1; // what cannot be opened is noticed too
}

std::size_t TestEveryColumn::findingsAfter(const QByteArray &sql) const
{
    auto opened = database();
    if (!opened.execute("PRAGMA foreign_keys = OFF") || !opened.execute(sql.constData()))
        qFatal("%s", sql.constData());
    return findings();
}

void TestEveryColumn::oneBit()
{
    const std::vector<Cell> all = cells();
    QStringList tables;
    for (const Cell &cell : all)
        tables += QString::fromLatin1(cell.table);
    tables.removeDuplicates();
    tables.sort();
    QCOMPARE(tables, (QStringList{QStringLiteral("attachment"), QStringLiteral("checkpoint"), QStringLiteral("contact"),
                                  QStringLiteral("deed"), QStringLiteral("entry"), QStringLiteral("node")}));
    for (const Cell &cell : all) {
        QVERIFY2(!cell.value.isEmpty(), cell.table.constData());
        const auto update = [&](const QByteArray &column, const QByteArray &value, const QByteArray &where) -> QByteArray {
            return "UPDATE " + cell.table + " SET " + column + " = " + value + " WHERE " + cell.key + " = " + where;
        };
        const bool isKey = cell.column == cell.key;
        const auto literal = [&](const QByteArray &bytes) -> QByteArray {
            if (cell.isNumber)
                return bytes;
            const QByteArray blob = "x'" + bytes.toHex() + '\'';
            return cell.isText ? QByteArray("CAST(" + blob + " AS TEXT)") : blob;
        };
        const qsizetype last = cell.isNumber ? 0 : cell.value.size() - 1;
        for (const qsizetype at : {qsizetype(0), last / 2, last}) {
            QByteArray changed = cell.value;
            if (cell.isNumber)
                changed = QByteArray::number(cell.value.toLongLong() ^ 4096);
            else
                changed[at] = static_cast<char>(changed[at] ^ 1);
            const QByteArray name = cell.table + '.' + cell.column;
            QVERIFY2(findingsAfter(update(cell.column, literal(changed), cell.where)) > 0, name.constData());
            const QByteArray back = update(cell.column, literal(cell.value), isKey ? literal(changed) : cell.where);
            QVERIFY2(findingsAfter(back) == 0, name.constData());
        }
    }
}

QTEST_GUILESS_MAIN(TestEveryColumn)
#include "tst_everycolumn.moc"
