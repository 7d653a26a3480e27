#include "ledger/searchquery.h"

#include "base/canonicaljson.h"
#include "base/clock.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <limits>

namespace shirushi::ledger {

namespace {

constexpr int digitsPerCharacter = 4; // 36^4 is more than there are code points

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

QString jsonList(const QStringList &list)
{
    return QString::fromUtf8(base::canonicalJson(QJsonArray::fromStringList(list)));
}

// The newest date up to an entry.
constexpr const char *latestUpTo =
    "SELECT at FROM row WHERE seq <= ?1 AND seq NOT IN (SELECT seq FROM late) ORDER BY seq DESC LIMIT 1";

base::Result<std::optional<QString>> oneText(Database &database, const char *sql, std::int64_t number,
                                             const QString &text = {})
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

} // namespace

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

base::Result<QString> latestDateUpTo(Database &database, std::int64_t seq)
{
    const auto latest = oneText(database, latestUpTo, seq);
    if (!latest)
        return std::unexpected(latest.error());
    return latest->value_or(QString());
}

base::Result<Statement> prepareQuery(Database &database, const QByteArray &what, const Query &query,
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

} // namespace shirushi::ledger
