#include "ledger/searchindex.h"

#include "base/clock.h"
#include "crypto/seal.h"
#include "ledger/searchquery.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace shirushi::ledger {

namespace {

constexpr const char *schema = R"(
    CREATE TABLE row (
        seq          INTEGER PRIMARY KEY,
        at           TEXT NOT NULL,
        user         TEXT NOT NULL,
        kind         TEXT NOT NULL,
        file         TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        policy       TEXT NOT NULL,
        classes      TEXT NOT NULL
    ) STRICT;
    CREATE INDEX row_user ON row (user, seq);
    CREATE INDEX row_kind ON row (kind, seq);
    CREATE INDEX row_classes ON row (classes, seq) WHERE classes <> '';
    CREATE INDEX row_file ON row (file, seq) WHERE file <> '';
    CREATE INDEX row_content ON row (content_hash, seq) WHERE content_hash <> '';
    CREATE TABLE about (key TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID;
    CREATE INDEX about_seq ON about (seq);
    CREATE TABLE late (seq INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, tokenize='ascii');
    CREATE TABLE reached (seq INTEGER PRIMARY KEY, leaf BLOB NOT NULL) STRICT;
    PRAGMA user_version = 2;
)";
// about: entries about several files, by the content of each, and by its name behind "name:".
// late: entries dated before one in front of them; all others are in the order of their dates.
constexpr int schemaOfIndex = 2;

// Members of an entry's details that a person wrote or reads.
constexpr std::array spokenMembers{"text", "purpose", "comment", "note", "name", "number", "recipients", "destination"};

QByteArray spokenText(const Entry &entry)
{
    QByteArray tokens;
    addTokens(tokens, entry.draft.file);
    addTokens(tokens, entry.draft.reason);
    for (const char *member : spokenMembers) {
        const QJsonValue value = entry.draft.details.value(QLatin1String(member));
        if (value.isString())
            addTokens(tokens, value.toString());
        const QJsonArray elements = value.toArray();
        for (const QJsonValue &element : elements)
            addTokens(tokens, element.toString());
    }
    return tokens;
}

QString classesText(const QJsonValue &after)
{
    const QJsonObject classes = after.toObject().value(QStringLiteral("classes")).toObject();
    QStringList parts;
    for (auto axis = classes.begin(); axis != classes.end(); ++axis)
        parts += axis.key() + u'=' + axis.value().toString();
    return parts.join(u',');
}

// The contents and names of the files that an entry is about, where they are several.
QStringList severalIn(const QJsonObject &details)
{
    QStringList keys;
    const QJsonArray contents = details.value(QStringLiteral("contents")).toArray();
    for (const QJsonValue &content : contents)
        keys += content.toString();
    const QJsonArray names = details.value(QStringLiteral("name")).toArray();
    for (const QJsonValue &name : names)
        keys += QStringLiteral("name:") + name.toString();
    return keys;
}

base::Result<bool> isCurrent(Database &database)
{
    auto statement = Statement::prepare(database, "PRAGMA user_version");
    if (!statement)
        return std::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return *row && statement->integer(0) == schemaOfIndex;
}

base::Result<Database> createAt(const base::Path &file, const base::SecretBytes &key)
{
    auto database = Database::open(file, key, Database::Mode::Create);
    if (!database)
        return database;
    // It can be built anew, so nothing is lost with it.
    if (const auto made = database->execute("PRAGMA synchronous = OFF"); !made)
        return std::unexpected(made.error());
    if (const auto made = database->execute(schema); !made)
        return std::unexpected(made.error());
    return database;
}

// Some megabytes, however many entries there are to be taken in: else pages are written over and over.
constexpr const char *rebuilding = "PRAGMA cache_size = -16384; INSERT INTO words(words, rank) VALUES ('hashsize', 8388608)";

} // namespace

QString searchTokens(const QString &text)
{
    QByteArray tokens;
    addTokens(tokens, text);
    return QString::fromLatin1(tokens);
}

base::Result<SearchIndex> SearchIndex::open(const base::Path &file, const base::SecretBytes &ledgerKey)
{
    const auto key = crypto::hkdf(ledgerKey, {}, "shirushi/v1/search-index");
    if (!key)
        return std::unexpected(key.error());
    if (auto database = Database::open(file, *key, Database::Mode::ReadWrite)) {
        const auto current = isCurrent(*database);
        if (current && *current && database->execute("PRAGMA synchronous = OFF"))
            return SearchIndex(std::move(*database));
    }
    std::error_code ignored;
    for (const char *ending : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(base::withAppended(file, ending), ignored);
    auto database = createAt(file, *key);
    if (!database)
        database = Database::inMemory(*key);
    if (!database)
        return std::unexpected(database.error());
    if (!isCurrent(*database).value_or(false)) {
        if (const auto made = database->execute(schema); !made)
            return std::unexpected(made.error());
    }
    return SearchIndex(std::move(*database));
}

base::Result<void> SearchIndex::catchUp(Store &store)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    std::int64_t reached = 0;
    {
        auto last = Statement::prepare(m_database, "SELECT seq, leaf FROM reached");
        if (!last)
            return std::unexpected(last.error());
        const auto row = last->step();
        if (!row)
            return std::unexpected(row.error());
        if (*row) {
            const auto entry = store.entry(last->integer(0));
            if (!entry)
                return std::unexpected(entry.error());
            if (*entry && toBytes(leafHash(**entry)) == last->blob(1))
                reached = last->integer(0);
        }
    }
    if (reached == 0) {
        if (const auto sized = m_database.execute(rebuilding); !sized)
            return sized;
        if (const auto cleared = m_database.execute("DELETE FROM row; DELETE FROM about; DELETE FROM late;"
                                                    "INSERT INTO words(words) VALUES ('delete-all');"
                                                    "DELETE FROM reached");
            !cleared)
            return cleared;
    }
    auto latest = latestDateUpTo(m_database, reached);
    if (!latest)
        return std::unexpected(latest.error());
    m_latest = std::move(*latest);
    base::Result<void> added;
    std::optional<Hash> leaf;
    const std::int64_t before = reached;
    const auto read = store.visitEntries(reached + 1, [&](std::int64_t seq, std::span<const char> json) {
        reached = seq;
        leaf = leafHash(json);
        // An entry that cannot be read is the verification's matter; here it is not found, that is all.
        if (const auto entry = entryFromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()))))
            added = add(seq, *entry);
        return added.has_value();
    });
    if (!added)
        return added;
    if (!leaf)
        return read; // nothing new: the transaction rolls back
    auto remember = Statement::prepare(m_database, before == 0 ? "INSERT INTO reached (seq, leaf) VALUES (?1, ?2)"
                                                               : "UPDATE reached SET seq = ?1, leaf = ?2");
    if (!remember)
        return std::unexpected(remember.error());
    remember->bind(1, reached);
    remember->bindBlob(2, toBytes(*leaf));
    if (const auto done = remember->step(); !done)
        return std::unexpected(done.error());
    const auto committed = transaction->commit();
    return committed ? read : committed;
}

base::Result<void> SearchIndex::forget()
{
    return m_database.execute("DELETE FROM reached");
}

base::Result<void> SearchIndex::add(std::int64_t seq, const Entry &entry)
{
    const QString at = base::toRfc3339(entry.at);
    const auto row = insert("INSERT INTO row (seq, at, user, kind, file, content_hash, policy, classes)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                            seq, {at, entry.user, entry.draft.kind, entry.draft.file, entry.draft.contentHash,
                                  entry.draft.after.toObject().value(QStringLiteral("policy")).toString(),
                                  classesText(entry.draft.after)});
    if (!row)
        return row;
    if (const auto words = insert("INSERT INTO words (rowid, text) VALUES (?1, ?2)", seq, {QString::fromLatin1(spokenText(entry))}); !words)
        return words;
    if (at < m_latest) {
        if (const auto late = insert("INSERT INTO late (seq, at) VALUES (?1, ?2)", seq, {at}); !late)
            return late;
    }
    m_latest = std::max(m_latest, at);
    for (const QString &key : severalIn(entry.draft.details)) {
        if (const auto about = insert("INSERT OR IGNORE INTO about (seq, key) VALUES (?1, ?2)", seq, {key}); !about)
            return about;
    }
    return {};
}

base::Result<void> SearchIndex::insert(const char *sql, std::int64_t seq, std::initializer_list<QString> texts)
{
    auto statement = m_database.cached(sql);
    if (!statement)
        return std::unexpected(statement.error());
    int position = 1;
    (*statement)->bind(position, seq);
    for (const QString &text : texts)
        (*statement)->bind(++position, text);
    const auto done = (*statement)->step();
    (*statement)->reset();
    return done ? base::Result<void>() : std::unexpected(done.error());
}

base::Result<std::vector<std::int64_t>> SearchIndex::find(const Query &query)
{
    auto statement = prepareQuery(m_database, "row.seq", query,
                              " ORDER BY row.seq DESC LIMIT CASE WHEN ?11 > 0 THEN ?11 ELSE -1 END");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(11, query.limit);
    std::vector<std::int64_t> found;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return found;
        found.push_back(statement->integer(0));
    }
}

base::Result<std::int64_t> SearchIndex::count(const Query &query)
{
    auto statement = prepareQuery(m_database, "count(*)", query, "");
    if (!statement)
        return std::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return statement->integer(0);
}

base::Result<std::vector<Count>> SearchIndex::counts(const Query &query)
{
    auto statement = prepareQuery(m_database, "strftime('%Y-%m', row.at, 'localtime'), row.kind, row.classes, count(*)", query,
                              " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3");
    if (!statement)
        return std::unexpected(statement.error());
    std::vector<Count> counts;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return counts;
        counts.push_back({statement->text(0), statement->text(1), statement->text(2), statement->integer(3)});
    }
}

} // namespace shirushi::ledger
