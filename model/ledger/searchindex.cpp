#include "ledger/searchindex.h"

#include "base/canonicaljson.h"
#include "base/clock.h"
#include "crypto/seal.h"

#include <QJsonArray>

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
    CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, tokenize='ascii');
    CREATE TABLE reached (seq INTEGER PRIMARY KEY, leaf BLOB NOT NULL) STRICT;
    PRAGMA user_version = 1;
)";
constexpr int schemaOfIndex = 1;
constexpr int digitsPerCharacter = 4; // 36^4 is more than there are code points

// Members of an entry's details that a person wrote or reads.
constexpr std::array spokenMembers{"text", "purpose", "comment", "note", "name", "number", "recipients", "destination"};

// Four letters or digits for a code point, so that no tokenizer has an opinion on it. 0000 ends a text.
QString digits(char32_t character)
{
    return QString::number(static_cast<uint>(character), 36).rightJustified(digitsPerCharacter, u'0');
}

QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

QString spokenText(const Entry &entry)
{
    QStringList texts{entry.draft.file, entry.draft.reason};
    for (const char *member : spokenMembers) {
        const QJsonValue value = entry.draft.details.value(QLatin1String(member));
        if (value.isString())
            texts += value.toString();
        for (const QJsonValue &element : value.toArray())
            texts += element.toString();
    }
    QStringList tokens;
    for (const QString &text : std::as_const(texts))
        tokens += searchTokens(text);
    return tokens.join(QStringLiteral(" "));
}

// One phrase for each word: pairs one after the other are the word itself.
QString matchFor(const QString &text)
{
    QStringList phrases;
    for (const QString &word : folded(text).split(u' ', Qt::SkipEmptyParts)) {
        const auto characters = word.toUcs4();
        if (characters.size() == 1) {
            phrases += digits(characters[0]) + u'*';
            continue;
        }
        QStringList pairs;
        for (qsizetype i = 0; i + 1 < characters.size(); ++i)
            pairs += digits(characters[i]) + digits(characters[i + 1]);
        phrases += u'"' + pairs.join(u' ') + u'"';
    }
    return phrases.join(QStringLiteral(" AND "));
}

QString classesText(const QJsonValue &after)
{
    const QJsonObject classes = after.toObject().value(QStringLiteral("classes")).toObject();
    QStringList parts;
    for (auto axis = classes.begin(); axis != classes.end(); ++axis)
        parts += axis.key() + u'=' + axis.value().toString();
    return parts.join(u',');
}

QString jsonList(const QStringList &list)
{
    return QString::fromUtf8(base::canonicalJson(QJsonArray::fromStringList(list)));
}

constexpr const char *conditions =
    " WHERE (?1 = '' OR row.at >= ?1) AND (?2 = '' OR row.at < ?2) AND (?3 = '' OR row.file = ?3)"
    " AND (?4 = '[]' OR row.kind IN (SELECT value FROM json_each(?4)))"
    " AND (?5 = '[]' OR row.user IN (SELECT value FROM json_each(?5)))"
    " AND (?6 = '' OR row.content_hash = ?6) AND (?7 = '' OR row.policy = ?7)"
    " AND NOT EXISTS (SELECT 1 FROM json_each(?8) WHERE instr(',' || row.classes || ',', value) = 0)"
    " AND (?9 = 0 OR row.seq < ?9)"
    " AND (?12 = '' OR row.user = ?12"
    " OR row.content_hash IN (SELECT own.content_hash FROM row AS own WHERE own.user = ?12 AND own.content_hash <> '')"
    " OR row.file IN (SELECT own.file FROM row AS own WHERE own.user = ?12 AND own.file <> ''))";

void bindConditions(Statement &statement, const Query &query)
{
    QStringList classes;
    for (const auto &[axis, level] : query.classes)
        classes += u',' + axis + u'=' + level + u',';
    statement.bind(1, query.since.isValid() ? base::toRfc3339(query.since) : QString());
    statement.bind(2, query.until.isValid() ? base::toRfc3339(query.until) : QString());
    statement.bind(3, query.file);
    statement.bind(4, jsonList(query.kinds));
    statement.bind(5, jsonList(query.users));
    statement.bind(6, query.contentHash);
    statement.bind(7, query.policy);
    statement.bind(8, jsonList(classes));
    statement.bind(9, query.before);
    statement.bind(12, query.seenBy);
}

// SQLite chooses an index by the text of a statement, so the one condition that narrows most is written as an
// equation of its own; the rest is checked row by row.
QByteArray statementFor(const QByteArray &what, const Query &query, const QByteArray &ending)
{
    QByteArray sql = "SELECT " + what + " FROM ";
    if (!query.text.trimmed().isEmpty()) {
        const QByteArray before = query.before > 0 ? " AND words.rowid < ?9" : "";
        return sql + "words JOIN row ON row.seq = words.rowid" + conditions + " AND words MATCH ?10" + before
               + QByteArray(ending).replace("row.seq", "words.rowid");
    }
    sql += "row";
    sql += conditions;
    if (!query.contentHash.isEmpty())
        sql += " AND row.content_hash = ?6 AND row.content_hash <> ''";
    else if (!query.file.isEmpty())
        sql += " AND row.file = ?3 AND row.file <> ''";
    else if (query.users.size() == 1)
        sql += " AND row.user = (SELECT value FROM json_each(?5))";
    else if (query.kinds.size() == 1)
        sql += " AND row.kind = (SELECT value FROM json_each(?4))";
    if (query.before > 0)
        sql += " AND row.seq < ?9"; // where the page begins, in whichever index was chosen
    return sql + ending;
}

base::Result<Statement> prepared(Database &database, const QByteArray &what, const Query &query,
                                 const QByteArray &ending)
{
    auto statement = Statement::prepare(database, statementFor(what, query, ending).constData());
    if (!statement)
        return statement;
    bindConditions(*statement, query);
    if (!query.text.trimmed().isEmpty())
        statement->bind(10, matchFor(query.text));
    return statement;
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

} // namespace

QString searchTokens(const QString &text)
{
    const auto characters = folded(text).toUcs4();
    if (characters.isEmpty())
        return {};
    QStringList tokens;
    for (qsizetype i = 0; i < characters.size(); ++i)
        tokens += digits(characters[i]) + digits(i + 1 < characters.size() ? characters[i + 1] : U'\0');
    return tokens.join(u' ');
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
        if (const auto cleared = m_database.execute("DELETE FROM row;"
                                                    "INSERT INTO words(words) VALUES ('delete-all');"
                                                    "DELETE FROM reached");
            !cleared)
            return cleared;
    }
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

base::Result<void> SearchIndex::add(std::int64_t seq, const Entry &entry)
{
    auto row = m_database.cached("INSERT INTO row (seq, at, user, kind, file, content_hash, policy, classes)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    auto words = m_database.cached("INSERT INTO words (rowid, text) VALUES (?1, ?2)");
    if (!row)
        return std::unexpected(row.error());
    if (!words)
        return std::unexpected(words.error());
    (*row)->bind(1, seq);
    (*row)->bind(2, base::toRfc3339(entry.at));
    (*row)->bind(3, entry.user);
    (*row)->bind(4, entry.draft.kind);
    (*row)->bind(5, entry.draft.file);
    (*row)->bind(6, entry.draft.contentHash);
    (*row)->bind(7, entry.draft.after.toObject().value(QStringLiteral("policy")).toString());
    (*row)->bind(8, classesText(entry.draft.after));
    const auto done = (*row)->step();
    (*row)->reset();
    if (!done)
        return std::unexpected(done.error());
    (*words)->bind(1, seq);
    (*words)->bind(2, spokenText(entry));
    const auto indexed = (*words)->step();
    (*words)->reset();
    if (!indexed)
        return std::unexpected(indexed.error());
    return {};
}

base::Result<std::vector<std::int64_t>> SearchIndex::find(const Query &query)
{
    auto statement = prepared(m_database, "row.seq", query,
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
    auto statement = prepared(m_database, "count(*)", query, "");
    if (!statement)
        return std::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return statement->integer(0);
}

base::Result<std::vector<Count>> SearchIndex::counts(const Query &query)
{
    auto statement = prepared(m_database, "strftime('%Y-%m', row.at, 'localtime'), row.kind, row.classes, count(*)", query,
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
