#include "cli/ledgercommands.h"

#include "cli/exitcode.h"
#include "cli/office.h"
#include "cli/output.h"
#include "labelling/target.h"
#include "ledger/ledger.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

// A day of the local calendar, or a full time.
QDateTime timeFrom(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid() && text.size() == 10)
        return day.startOfDay().toUTC();
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QString classesText(const QJsonValue &side)
{
    QStringList classes;
    const QJsonObject levels = side[QStringLiteral("classes")].toObject();
    for (auto it = levels.begin(); it != levels.end(); ++it)
        classes += it.key() + QStringLiteral("=") + it.value().toString();
    return classes.isEmpty() ? QStringLiteral("-") : classes.join(u',');
}

void printText(const ledger::Entry &entry)
{
    standardOutput() << entry.seq << '\t' << entry.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                     << '\t' << entry.user << '\t' << entry.draft.kind << '\t' << line(entry.draft.file) << '\t'
                     << classesText(entry.draft.before) << " → " << classesText(entry.draft.after) << '\t'
                     << line(entry.draft.reason) << '\n';
}

} // namespace

int runLedgerList(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments =
        Arguments::parse(words, {{"since", "file", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    ledger::Query query;
    if (arguments->has("since")) {
        query.since = timeFrom(arguments->text("since"));
        if (!query.since.isValid())
            return wrongUsage(tr("--since takes a date such as 2026-04-01."));
    }
    if (arguments->has("file"))
        query.file = base::toDisplay(labelling::absolutePath(arguments->path("file")));

    const people::Office office = officeFromEnvironment();
    auto session = signIn(office, *arguments);
    if (!session) {
        printError(session.error());
        return NotSignedIn;
    }
    auto ledger = office.openLedger(*session);
    if (!ledger) {
        printError(ledger.error());
        return SomeFailed;
    }
    QJsonArray array;
    const auto visited = ledger->visit(query, [&](const ledger::Entry &entry) {
        if (arguments->has("json"))
            array.append(ledger::toJson(entry));
        else
            printText(entry);
        return true;
    });
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    if (!visited) {
        printError(visited.error());
        return SomeFailed;
    }
    return AllDone;
}

} // namespace shirushi::cli
