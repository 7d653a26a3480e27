#include "ledger/searchindex.h"

#include "base/canonicaljson.h"
#include "base/clock.h"
#include "crypto/seal.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <limits>

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
constexpr int digitsPerCharacter = 4; // 36^4 is more than there are code points

// Members of an entry's details that a person wrote or reads.
constexpr std::array spokenMembers{"text", "purpose", "comment", "note", "name", "number", "recipients", "destination"};

// Four letters or digits for a code point, so that no tokenizer has an opinion on it. 0000 ends a text.
void addDigits(QByteArray &tokens, char32_t character)
{
    constexpr char letters[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::array<char, digitsPerCharacter> digits;
    auto rest = static_cast<std::uint32_t>(character);
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, rest /= 36)
        *digit = letters[rest % 36];
    tokens.append(digits.data(), digitsPerCharacter);
}

QByteArray digits(char32_t character)
{
    QByteArray text;
    addDigits(text, character);
    return text;
}

QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

void addTokens(QByteArray &tokens, const QString &text)
{
    const auto characters = folded(text).toUcs4();
    tokens.reserve(tokens.size() + characters.size() * (2 * digitsPerCharacter + 1));
    for (qsizetype i = 0; i < characters.size(); ++i) {
        if (!tokens.isEmpty())
            tokens += ' ';
        addDigits(tokens, characters[i]);
        addDigits(tokens, i + 1 < characters.size() ? characters[i + 1] : U'\0');
    }
}

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

// One phrase for each word: pairs one after the other are the word itself.
QString matchFor(const QString &text)
{
    QByteArrayList phrases;
    for (const QString &word : folded(text).split(u' ', Qt::SkipEmptyParts)) {
        const auto characters = word.toUcs4();
        if (characters.size() == 1) {
            phrases += digits(characters[0]) + '*';
            continue;
        }
        QByteArrayList pairs;
        for (qsizetype i = 0; i + 1 < characters.size(); ++i)
            pairs += digits(characters[i]) + digits(characters[i + 1]);
        phrases += '"' + pairs.join(' ') + '"';
    }
    return QString::fromLatin1(phrases.join(" AND "));
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

QString jsonList(const QStringList &list)
{
    return QString::fromUtf8(base::canonicalJson(QJsonArray::fromStringList(list)));
}

// Numbers that the entries of a period lie between, however many others there are.
struct Range {
    std::int64_t first = 0;
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

// What a query asks for, as SQL. Only what it names stands there: SQLite chooses an index by the text. ?1 since, ?2
// until, ?3 file, ?4 kinds, ?5 users, ?6 content, ?7 policy, ?8 classes, ?9 before, ?10 text, ?11 limit, ?12 seen by,
// ?13 the file's name alone, ?14 and ?15 the range.
constexpr const char *ofFile =
    " AND row.seq IN (SELECT own.seq FROM row AS own WHERE own.file = ?3 AND own.file <> ''"
    " UNION SELECT own.seq FROM row AS own WHERE own.file = ?13 AND own.file <> ''"
    " UNION SELECT about.seq FROM about WHERE about.key = 'name:' || ?13"
    " UNION SELECT about.seq FROM row AS own JOIN about ON about.key = own.content_hash WHERE own.file = ?3 AND own.file <> '')";
constexpr const char *ofContent =
    " AND row.seq IN (SELECT own.seq FROM row AS own WHERE own.content_hash = ?6 AND own.content_hash <> ''"
    " UNION SELECT about.seq FROM about WHERE about.key = ?6)";
constexpr const char *ofClasses =
    " AND NOT EXISTS (SELECT 1 FROM json_each(?8) WHERE instr(',' || row.classes || ',', value) = 0)";
// A name without a folder is many files': it does not count.
constexpr const char *ofWhoMaySee =
    " AND (row.user = ?12 OR row.content_hash IN contents OR row.seq IN (SELECT about.seq FROM about WHERE about.key IN contents)"
    " OR row.file IN (SELECT own.file FROM row AS own WHERE own.user = ?12 AND own.file <> '' AND instr(own.file, '/') > 0))";
constexpr const char *contentsOfWhoMaySee =
    "WITH contents AS (SELECT own.content_hash FROM row AS own WHERE own.user = ?12 AND own.content_hash <> ''"
    " UNION SELECT about.key FROM row AS own JOIN about USING (seq) WHERE own.user = ?12 AND about.key NOT LIKE 'name:%') ";

QByteArray conditionsFor(const Query &query)
{
    QByteArray sql;
    const auto add = [&](bool isAsked, const char *condition) { sql += isAsked ? condition : ""; };
    add(query.since.isValid(), " AND row.at >= ?1");
    add(query.until.isValid(), " AND row.at < ?2");
    add(!query.file.isEmpty(), ofFile);
    // One is written as an equation: the index then gives the rows in their order.
    add(query.kinds.size() == 1, " AND row.kind = (SELECT value FROM json_each(?4))");
    add(query.kinds.size() > 1, " AND row.kind IN (SELECT value FROM json_each(?4))");
    add(query.users.size() == 1, " AND row.user = (SELECT value FROM json_each(?5))");
    add(query.users.size() > 1, " AND row.user IN (SELECT value FROM json_each(?5))");
    add(!query.contentHash.isEmpty(), ofContent);
    add(!query.policy.isEmpty(), " AND row.policy = ?7");
    add(!query.classes.empty(), ofClasses);
    add(!query.seenBy.isEmpty(), ofWhoMaySee);
    return sql;
}

QByteArray statementFor(const QByteArray &what, const Query &query, const QByteArray &ending)
{
    const bool isText = !query.text.trimmed().isEmpty();
    const QByteArray number = isText ? "words.rowid" : "row.seq";
    QByteArray sql = query.seenBy.isEmpty() ? "" : contentsOfWhoMaySee;
    sql += "SELECT " + what + " FROM " + (isText ? "words JOIN row ON row.seq = words.rowid WHERE words MATCH ?10" : "row WHERE 1");
    sql += conditionsFor(query);
    // Where the page begins, in whichever index was chosen.
    if (query.before > 0)
        sql += " AND " + number + " < ?9";
    if (query.since.isValid() || query.until.isValid())
        sql += " AND " + number + " BETWEEN ?14 AND ?15";
    return sql + QByteArray(ending).replace("row.seq", number);
}

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
    statement.bind(10, matchFor(query.text));
    statement.bind(12, query.seenBy);
    statement.bind(13, query.file.sliced(query.file.lastIndexOf(u'/') + 1));
}

base::Result<std::optional<QString>> oneText(Database &database, const char *sql, std::int64_t number, const QString &text = {})
{
    auto statement = database.cached(sql);
    if (!statement)
        return std::unexpected(statement.error());
    (*statement)->bind(1, number);
    (*statement)->bind(2, text);
    const auto row = (*statement)->step();
    std::optional<QString> found;
    if (row && *row)
        found = (*statement)->text(0);
    (*statement)->reset();
    if (!row)
        return std::unexpected(row.error());
    return found;
}

// The newest date up to an entry.
constexpr const char *latestUpTo =
    "SELECT at FROM row WHERE seq <= ?1 AND seq NOT IN (SELECT seq FROM late) ORDER BY seq DESC LIMIT 1";

// The first entry up to which something is dated `at` or later; behind the last where nothing is.
base::Result<std::int64_t> firstFrom(Database &database, const QString &at)
{
    const auto last = oneText(database, "SELECT coalesce(max(seq), 0) FROM row WHERE ?1 = 0", 0);
    if (!last)
        return std::unexpected(last.error());
    std::int64_t low = 1;
    std::int64_t high = last->value_or(QString()).toLongLong() + 1;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        const auto latest = oneText(database, latestUpTo, middle);
        if (!latest)
            return std::unexpected(latest.error());
        if (*latest && **latest >= at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

base::Result<Range> rangeOf(Database &database, const Query &query)
{
    Range range;
    if (query.since.isValid()) {
        const auto first = firstFrom(database, base::toRfc3339(query.since));
        if (!first)
            return std::unexpected(first.error());
        range.first = *first;
    }
    if (query.until.isValid()) {
        const QString until = base::toRfc3339(query.until);
        const auto end = firstFrom(database, until);
        if (!end)
            return std::unexpected(end.error());
        const auto late = oneText(database, "SELECT coalesce(max(seq), 0) FROM late WHERE ?1 = 0 AND at < ?2", 0, until);
        if (!late)
            return std::unexpected(late.error());
        range.last = std::max<std::int64_t>(*end - 1, late->value_or(QString()).toLongLong());
    }
    return range;
}

base::Result<Statement> prepared(Database &database, const QByteArray &what, const Query &query,
                                 const QByteArray &ending)
{
    const auto range = rangeOf(database, query);
    if (!range)
        return std::unexpected(range.error());
    auto statement = Statement::prepare(database, statementFor(what, query, ending).constData());
    if (!statement)
        return statement;
    bindConditions(*statement, query);
    statement->bind(14, range->first);
    statement->bind(15, range->last);
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
    const auto latest = oneText(m_database, latestUpTo, reached);
    if (!latest)
        return std::unexpected(latest.error());
    m_latest = latest->value_or(QString());
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
