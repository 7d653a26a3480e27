#include "cli/disposecommands.h"
#include "cli/disposework.h"
#include "cli/exitcode.h"
#include "cli/findingjson.h"
#include "cli/ledgerfilter.h"
#include "cli/output.h"
#include "cli/untilinterrupted.h"
#include "disposal/certificate.h"
#include "disposal/verification.h"
#include "ledger/entryproof.h"
#include "platform/replacement.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

// What this person may see of them.
base::Result<std::vector<disposal::Record>> recordsSeen(Desk &desk, int year)
{
    return disposal::records(desk.ledger, visibleTo(desk.office, desk.library, desk.session.user(), disposal::recordsOf(year)));
}

disposal::RegisterWords wordsOf(const Desk &desk)
{
    return {desk.pack, [directory = desk.directory](const QString &id) {
                const people::Person *person = directory->find(id);
                return person ? person->name : id;
            }};
}

base::Result<void> write(const base::Path &file, const QByteArray &bytes)
{
    auto old = platform::FileSource::open(file);
    if (!old && old.error().code != base::ErrorCode::NotFound)
        return std::unexpected(old.error());
    auto target = old ? platform::Replacement::of(*old) : platform::Replacement::create(file);
    if (!target)
        return std::unexpected(target.error());
    const auto written = target->write(bytes);
    return written ? target->commit() : written;
}

void printRecords(const std::vector<disposal::Record> &records, const policy::Pack &pack, bool json)
{
    QJsonArray array;
    for (const disposal::Record &record : records) {
        if (json)
            array.append(recordJson(record));
        else
            standardOutput() << recordLine(record, pack) << '\n';
    }
    if (json)
        printJson(array);
    standardOutput().flush();
}

// Signed in, with the records of the year that is named.
struct Records {
    std::unique_ptr<Desk> desk;
    std::vector<disposal::Record> all;
};
base::Result<Records> openRecords(const Arguments &arguments, int year)
{
    auto desk = openDesk(arguments);
    if (!desk)
        return std::unexpected(desk.error());
    auto all = recordsSeen(**desk, year);
    if (!all)
        return std::unexpected(all.error());
    return Records{std::move(*desk), std::move(*all)};
}

// The form is made and written; the exit code.
int writeReport(const Records &records, const Arguments &arguments, int year)
{
    const disposal::RegisterWords words = wordsOf(*records.desk);
    std::vector<QString> files;
    if (arguments.has("pdf")) {
        const auto pdf = disposal::registerPdf(records.all, year, words, disposal::approvalHeads(*words.pack), records.desk->clock.now());
        if (!pdf)
            return failed(pdf.error());
        if (const auto written = write(arguments.path("pdf"), *pdf); !written)
            return failed(written.error());
    }
    if (arguments.has("csv")) {
        if (const auto written = write(arguments.path("csv"), disposal::registerCsv(records.all, words)); !written)
            return failed(written.error());
    }
    if (arguments.has("json"))
        printRecords(records.all, *words.pack, true);
    else
        standardOutput() << tr("%1 records").arg(records.all.size()) << Qt::endl;
    return AllDone;
}

} // namespace

int runDisposeList(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"year", "user", "password-file"}, {"json", "open"}}, problem);
    const auto year = arguments ? yearOf(*arguments, problem) : std::nullopt;
    if (!year)
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    auto records = openRecords(*arguments, arguments->has("open") ? 0 : *year);
    if (!records)
        return failed(records.error());
    if (arguments->has("open"))
        records->all = disposal::withOpenFollowUps(records->all);
    printRecords(records->all, *records->desk->pack, arguments->has("json"));
    return AllDone;
}

int runDisposeVerify(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"year", "user", "password-file"}, {"json"}}, problem);
    const auto year = arguments ? yearOf(*arguments, problem) : std::nullopt;
    if (!year)
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    auto records = openRecords(*arguments, *year);
    if (!records)
        return failed(records.error());
    UntilInterrupted progress;
    const auto entries = records->desk->ledger.verify(progress);
    const auto findings = entries ? disposal::verify(records->all, disposalParts(*records->desk), progress) : std::unexpected(entries.error());
    if (!findings)
        return failed(findings.error());
    QJsonArray array = findingsJson(*entries);
    for (const disposal::Finding &finding : *findings) {
        array.append(QJsonObject{{QStringLiteral("kind"), finding.code}, {QStringLiteral("seq"), static_cast<qint64>(finding.seq)},
                                 {QStringLiteral("name"), finding.name}, {QStringLiteral("sentence"), finding.sentence}});
    }
    if (arguments->has("json")) {
        printJson(array);
    } else {
        for (const ledger::Finding &finding : *entries)
            standardOutput() << ledger::nameOf(finding.kind) << '\t' << line(ledger::sentence(finding)) << '\n';
        for (const disposal::Finding &finding : *findings)
            standardOutput() << finding.code << '\t' << finding.seq << '\t' << line(finding.name) << '\t' << finding.sentence << '\n';
        if (array.isEmpty())
            standardOutput() << tr("The records of disposal hold (%1).").arg(records->all.size()) << '\n';
    }
    standardOutput().flush();
    return array.isEmpty() ? AllDone : SomeFailed;
}

int runDisposeReport(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"year", "pdf", "csv", "user", "password-file"}, {"json"}}, problem);
    const auto year = arguments ? yearOf(*arguments, problem) : std::nullopt;
    if (!year)
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    if (!arguments->has("pdf") && !arguments->has("csv") && !arguments->has("json"))
        return wrongUsage(tr("Please say where the register is to go: --pdf FILE, --csv FILE or --json."));
    const auto records = openRecords(*arguments, *year);
    return records ? writeReport(*records, *arguments, *year) : failed(records.error());
}

int runDisposeCertificate(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"out", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    bool isNumber = false;
    const qlonglong seq = arguments->rest().size() == 1 ? QString::fromStdString(arguments->rest().front()).toLongLong(&isNumber) : 0;
    if (!isNumber || seq < 1 || !arguments->has("out"))
        return wrongUsage(tr("Please name the number of one entry, and the file with --out."));
    const auto records = openRecords(*arguments, 0);
    if (!records)
        return failed(records.error());
    const auto record = std::ranges::find(records->all, seq, &disposal::Record::seq);
    if (record == records->all.end())
        return failed({base::ErrorCode::NotFound, QString::number(seq), tr("There is no such record of a disposal."), {}});
    const auto inclusion = records->desk->ledger.prove(seq);
    if (!inclusion)
        return failed(inclusion.error());
    const auto pdf = disposal::certificatePdf({*record, ledger::proofToBytes(*inclusion), people::fingerprintOf(records->desk->directory->roster().rootKey),
                                               records->desk->clock.now()},
                                              wordsOf(*records->desk));
    if (!pdf)
        return failed(pdf.error());
    if (const auto written = write(arguments->path("out"), *pdf); !written)
        return failed(written.error());
    if (arguments->has("json"))
        printJson({QJsonObject{{QStringLiteral("seq"), seq}, {QStringLiteral("file"), base::toDisplay(arguments->path("out"))}}});
    else
        standardOutput() << line(base::toDisplay(arguments->path("out"))) << Qt::endl;
    return AllDone;
}

} // namespace shirushi::cli
