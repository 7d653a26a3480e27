#include "cli/ledgercommands.h"

#include "cli/exitcode.h"
#include "cli/findingjson.h"
#include "cli/ledgerfilter.h"
#include "cli/office.h"
#include "cli/output.h"
#include "labelling/target.h"
#include "ledger/register.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

OptionTable tableOf(std::vector<std::string> withValue, std::vector<std::string> switches = {}, bool filters = false)
{
    withValue.insert(withValue.end(), signInOptions.begin(), signInOptions.end());
    if (filters)
        withValue.insert(withValue.end(), filterOptions.begin(), filterOptions.end());
    return {std::move(withValue), std::move(switches)};
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

// Signed in and the ledger open, for commands that only read. The exit code where that fails.
struct Reading {
    people::Office office;
    people::Session session;
    ledger::Ledger ledger;
};

std::optional<Reading> openForReading(const Arguments &arguments, int &code)
{
    const people::Office office = officeFromEnvironment();
    auto session = signIn(office, arguments);
    if (!session) {
        printError(session.error());
        code = NotSignedIn;
        return std::nullopt;
    }
    auto ledger = office.openLedger(*session);
    if (!ledger) {
        printError(ledger.error());
        code = SomeFailed;
        return std::nullopt;
    }
    return Reading{office, std::move(*session), std::move(*ledger)};
}

std::optional<ledger::RegisterFormat> formatFrom(const QString &name)
{
    if (name == QStringLiteral("csv"))
        return ledger::RegisterFormat::Csv;
    if (name == QStringLiteral("jsonl"))
        return ledger::RegisterFormat::JsonLines;
    if (name == QStringLiteral("pdf"))
        return ledger::RegisterFormat::Pdf;
    return std::nullopt;
}

QString periodText(const Arguments &arguments, const ledger::Query &query)
{
    if (arguments.has("fiscal-year"))
        return base::toJapaneseFiscalYear(base::fiscalYear(query.since.toLocalTime().date()));
    const QString from = query.since.isValid() ? base::toJapaneseDate(query.since.toLocalTime().date()) : QString();
    const QString to =
        query.until.isValid() ? base::toJapaneseDate(query.until.toLocalTime().addMSecs(-1).date()) : QString();
    return from.isEmpty() && to.isEmpty() ? QString() : from + QStringLiteral("～") + to;
}

ledger::RegisterForm formFor(const Arguments &arguments, const people::Roster &roster, const ledger::Query &query)
{
    ledger::RegisterForm form;
    form.title = tr("Register of the handling of information assets");
    if (query.kinds.size() == 1)
        form.title += QStringLiteral("（%1）").arg(ledger::titleOfKind(query.kinds.front()));
    form.subject = periodText(arguments, query);
    if (!roster.office.isEmpty())
        form.notes += roster.office;
    if (!query.text.isEmpty())
        form.notes += tr("Searched for: %1").arg(query.text);
    if (!query.seenBy.isEmpty())
        form.notes += tr("Only what this person may see: %1").arg(query.seenBy);
    form.approvals = {tr("Officer"), tr("Manager"), tr("In charge")};
    return form;
}

base::Result<std::vector<ledger::Finding>> inspect(Reading &reading)
{
    base::NoProgress progress;
    auto findings = reading.ledger.verify(progress);
    if (!findings)
        return findings;
    const auto people = reading.office.inspectPeople(reading.ledger);
    if (!people)
        return people;
    // First: by a roster that is none, nobody's signature is known.
    findings->insert(findings->begin(), people->begin(), people->end());
    return findings;
}

void tellWhole(const ledger::Ledger &ledger, std::int64_t entries)
{
    const ledger::Checkpoint checkpoint = ledger.seal().checkpoint ? ledger.seal().checkpoint->checkpoint : ledger::Checkpoint();
    standardOutput() << tr("The ledger is whole: %1 entries, all as they were written.").arg(entries) << '\n'
                     << tr("Checkpoint: %1, %2 entries, root %3")
                            .arg(checkpoint.origin, QString::number(checkpoint.size),
                                 QString::fromLatin1(ledger::toBytes(checkpoint.root).toBase64()))
                     << '\n';
}

} // namespace

int runLedgerList(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, tableOf({}, {"json"}, true), problem);
    if (!arguments)
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    const people::Office here = officeFromEnvironment();
    const auto query = filterFrom(*arguments, people::Directory::load(here.peopleFolder())->roster(), problem);
    if (!query)
        return wrongUsage(problem);

    int code = AllDone;
    auto reading = openForReading(*arguments, code);
    if (!reading)
        return code;
    const policy::Library library = policy::Library::load(reading->office.policyFolder());
    QJsonArray array;
    const auto visible = visibleTo(reading->office, library, reading->session.user(), *query);
    const auto visited = reading->ledger.visit(visible, [&](const ledger::Entry &entry) {
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

int runLedgerExport(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, tableOf({"format"}, {"json"}, true), problem);
    if (!arguments)
        return wrongUsage(problem);
    const auto format = formatFrom(arguments->text("format"));
    if (!format)
        return wrongUsage(tr("--format takes csv, pdf or jsonl."));
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one file to write."));
    const people::Roster roster = people::Directory::load(officeFromEnvironment().peopleFolder())->roster();
    const auto query = filterFrom(*arguments, roster, problem);
    if (!query)
        return wrongUsage(problem);

    int code = AllDone;
    auto reading = openForReading(*arguments, code);
    if (!reading)
        return code;
    const policy::Library library = policy::Library::load(reading->office.policyFolder());
    const auto visible = visibleTo(reading->office, library, reading->session.user(), *query);
    const ledger::RegisterWords registerWords{
        [&](const QString &id) {
            const people::Person *person = roster.find(id);
            return person ? person->name : id;
        },
        [&](const QJsonValue &side) { return ledger::classNames(library, side); }};
    const base::Path file = labelling::absolutePath(base::Path(arguments->rest().front()));
    const auto count = ledger::exportRegister(reading->ledger, visible, *format, registerWords,
                                              formFor(*arguments, roster, visible), file, base::SystemClock());
    if (!count) {
        printError(count.error());
        return SomeFailed;
    }
    if (arguments->has("json"))
        printJson({QJsonObject{{QStringLiteral("file"), base::toDisplay(file)}, {QStringLiteral("entries"), static_cast<qint64>(*count)}}});
    else
        standardOutput() << tr("%1 entries were written to %2.").arg(QString::number(*count), base::toDisplay(file)) << Qt::endl;
    return AllDone;
}

int runLedgerVerify(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, tableOf({}, {"json"}), problem);
    if (!arguments)
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    int code = AllDone;
    auto reading = openForReading(*arguments, code);
    if (!reading)
        return code;
    const auto findings = inspect(*reading);
    if (!findings) {
        printError(findings.error());
        return SomeFailed;
    }
    if (arguments->has("json")) {
        printJson(findingsJson(*findings));
    } else {
        for (const ledger::Finding &finding : *findings)
            standardOutput() << ledger::nameOf(finding.kind) << '\t' << line(ledger::sentence(finding)) << '\n';
        if (findings->empty())
            tellWhole(reading->ledger, reading->ledger.size().value_or(0));
        standardOutput().flush();
    }
    if (!reading->ledger.seal().notice.isEmpty())
        printNotice(base::toDisplay(reading->office.ledgerFile()), reading->ledger.seal().notice);
    return findings->empty() ? AllDone : SomeFailed;
}

int runLedgerAccept(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, tableOf({"reason"}, {"json"}), problem);
    if (!arguments)
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    if (arguments->text("reason").trimmed().isEmpty())
        return wrongUsage(tr("%1 is missing.").arg(QStringLiteral("--reason")));
    int code = AllDone;
    auto reading = openForReading(*arguments, code);
    if (!reading)
        return code;
    base::NoProgress progress;
    const auto entry =
        reading->ledger.accept(arguments->text("reason"), reading->session, base::SystemClock(), progress);
    if (!entry) {
        printError(entry.error());
        return entry.error().code == base::ErrorCode::Forbidden ? Forbidden : SomeFailed;
    }
    if (arguments->has("json"))
        printJson({ledger::toJson(*entry)});
    else
        standardOutput() << tr("The ledger is taken as it stands. Entry %1 says so.").arg(entry->seq) << Qt::endl;
    return AllDone;
}

} // namespace shirushi::cli
