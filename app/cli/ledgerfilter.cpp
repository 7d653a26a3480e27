#include "cli/ledgerfilter.h"

#include "labelling/target.h"
#include "people/sight.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

constexpr int reiwaOffset = 2018;
constexpr int fiscalMonth = 4;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

bool isDay(const QString &text)
{
    return text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
}

// A day of the local calendar, or a full time.
QDateTime timeFrom(const QString &text)
{
    if (isDay(text))
        return QDate::fromString(text, Qt::ISODate).startOfDay().toUTC();
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

bool takePeriod(const Arguments &arguments, ledger::Query &query, QString &problem)
{
    if (arguments.has("fiscal-year")) {
        const auto year = fiscalYearFrom(arguments.text("fiscal-year"));
        if (!year || arguments.has("since") || arguments.has("until")) {
            problem = tr("--fiscal-year takes a year such as 2026 or R8, and goes without --since and --until.");
            return false;
        }
        query.since = QDate(*year, fiscalMonth, 1).startOfDay().toUTC();
        query.until = QDate(*year + 1, fiscalMonth, 1).startOfDay().toUTC();
    }
    if (arguments.has("since")) {
        query.since = timeFrom(arguments.text("since"));
        if (!query.since.isValid()) {
            problem = tr("--since takes a date such as 2026-04-01.");
            return false;
        }
    }
    if (arguments.has("until")) {
        const QString text = arguments.text("until");
        query.until = isDay(text) ? QDate::fromString(text, Qt::ISODate).addDays(1).startOfDay().toUTC() : timeFrom(text);
        if (!query.until.isValid()) {
            problem = tr("--until takes a date such as 2026-04-30; that day counts too.");
            return false;
        }
    }
    return true;
}

bool takeClasses(const Arguments &arguments, ledger::Query &query, QString &problem)
{
    for (const QString &part : arguments.text("class").split(u',', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals < 1 || equals + 1 == part.size()) {
            problem = tr("--class takes AXIS=LEVEL,…");
            return false;
        }
        query.classes[part.first(equals)] = part.sliced(equals + 1);
    }
    return true;
}

bool takeNumber(const Arguments &arguments, const char *name, std::int64_t &number, QString &problem)
{
    if (!arguments.has(name))
        return true;
    bool isNumber = false;
    number = arguments.text(name).toLongLong(&isNumber);
    if (isNumber && number > 0)
        return true;
    problem = tr("%1 takes a number from 1 on.").arg(QStringLiteral("--") + QLatin1String(name));
    return false;
}

} // namespace

const std::vector<std::string> filterOptions{"since",        "until",  "fiscal-year", "kind", "person", "department", "file",
                                             "content-hash", "policy", "class",       "text", "limit",  "before"};

std::optional<int> fiscalYearFrom(const QString &text)
{
    QString digits = text.normalized(QString::NormalizationForm_KC);
    const bool isEra = digits.startsWith(u'R') || digits.startsWith(u'r') || digits.startsWith(QStringLiteral("令和"));
    if (isEra)
        digits = digits.sliced(digits.startsWith(u'令') ? 2 : 1);
    if (digits.endsWith(QStringLiteral("年度")))
        digits.chop(2);
    if (digits == QStringLiteral("元"))
        digits = QStringLiteral("1");
    bool isNumber = false;
    const int year = digits.toInt(&isNumber);
    if (!isNumber || year < 1 || (year >= 100 && (isEra || year < 1989)) || year > 9998)
        return std::nullopt;
    return year < 100 ? year + reiwaOffset : year;
}

std::optional<ledger::Query> filterFrom(const Arguments &arguments, const people::Roster &roster, QString &problem)
{
    ledger::Query query;
    if (!takePeriod(arguments, query, problem) || !takeClasses(arguments, query, problem)
        || !takeNumber(arguments, "limit", query.limit, problem) || !takeNumber(arguments, "before", query.before, problem))
        return std::nullopt;
    query.kinds = arguments.text("kind").split(u',', Qt::SkipEmptyParts);
    query.users = arguments.text("person").split(u',', Qt::SkipEmptyParts);
    if (arguments.has("department")) {
        QStringList members;
        for (const people::Person &person : roster.persons) {
            const bool isAsked = query.users.isEmpty() || query.users.contains(person.id);
            if (person.department == arguments.text("department") && isAsked)
                members += person.id;
        }
        query.users = members.isEmpty() ? QStringList{QString()} : members; // nobody, not everybody
    }
    if (arguments.has("file"))
        query.file = base::toDisplay(labelling::absolutePath(arguments.path("file")));
    query.contentHash = arguments.text("content-hash");
    query.policy = arguments.text("policy");
    query.text = arguments.text("text");
    return query;
}

ledger::Query visibleTo(const people::Office &office, const policy::Library &library, const QString &user,
                        ledger::Query query)
{
    const people::Roster roster = people::Directory::load(office.peopleFolder())->roster();
    const auto pack = library.find(people::readSettings(office.settingsFile()).value_or(people::Settings()).policy);
    return people::visibleTo(roster, user, pack.get(), QDate::currentDate(), std::move(query));
}

} // namespace shirushi::cli
