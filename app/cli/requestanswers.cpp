// The commands that answer a request: approve, refuse, withdraw, countersign, paper, report.
#include "cli/requestcommands.h"

#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/requestwork.h"
#include "platform/replacement.h"
#include "workflow/scan.h"


#include <QCoreApplication>
#include <QJsonObject>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

using Answer = std::function<base::Result<QStringList>(RequestWork &, const QString &id, const Arguments &)>;

// One request, one answer: prints the ids of what was made.
int answer(const std::vector<std::string> &words, std::vector<std::string> options, const Answer &make)
{
    options.insert(options.end(), signInOptions.begin(), signInOptions.end());
    QString problem;
    const auto arguments = Arguments::parse(words, {options, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one request by its id."));
    auto work = openRequestWork(*arguments);
    if (!work)
        return failed(work.error());
    const QString id = QString::fromStdString(arguments->rest().front());
    const auto made = make(*work, id, *arguments);
    if (!made)
        return failed(made.error());
    share(*work, id);
    const auto known = work->requests.find(id);
    if (!known)
        return failed(known.error());
    QJsonArray array;
    for (const QString &decision : *made) {
        if (arguments->has("json")) {
            array.append(QJsonObject{{QStringLiteral("request"), id},
                                     {QStringLiteral("id"), decision},
                                     {QStringLiteral("state"), nameOf(known->status.state)}});
        } else {
            standardOutput() << decision << '\n';
        }
    }
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return AllDone;
}

base::Result<QStringList> idsOf(const base::Result<workflow::Decision> &decision)
{
    return decision ? base::Result<QStringList>(QStringList{hashOf(*decision)}) : std::unexpected(decision.error());
}

base::Result<std::optional<ledger::Attachment>> scanNamed(const Arguments &arguments)
{
    if (!arguments.has("scan"))
        return std::optional<ledger::Attachment>();
    auto scan = workflow::readScan(arguments.path("scan"));
    if (!scan)
        return std::unexpected(scan.error());
    return std::move(*scan);
}

base::Result<QStringList> recordPaper(RequestWork &work, const QString &id, const Arguments &arguments)
{
    const auto decidedOn = dateOf(arguments, "decided-on");
    const auto until = endOfDay(arguments, "until");
    const auto scan = scanNamed(arguments);
    if (!decidedOn || !until)
        return std::unexpected(decidedOn ? until.error() : decidedOn.error());
    if (!scan)
        return std::unexpected(scan.error());
    const QStringList roles = arguments.text("role").split(u',', Qt::SkipEmptyParts);
    const auto paper = work.requests.recordPaper(
        id, {arguments.text("decided-by"), *decidedOn, arguments.text("number"), *scan, roles, *until});
    if (!paper)
        return std::unexpected(paper.error());
    return QStringList{hashOf(*paper)};
}

} // namespace

int runRequestApprove(const std::vector<std::string> &words)
{
    return answer(words, {"comment", "until", "shared-duties-reason"},
                  [](RequestWork &work, const QString &id, const Arguments &arguments) -> base::Result<QStringList> {
                      const auto until = endOfDay(arguments, "until");
                      if (!until)
                          return std::unexpected(until.error());
                      const auto decisions = work.requests.approve(
                          id, {arguments.text("comment"), *until, arguments.text("shared-duties-reason")});
                      if (!decisions)
                          return std::unexpected(decisions.error());
                      QStringList ids;
                      for (const workflow::Decision &decision : *decisions)
                          ids += hashOf(decision);
                      return ids;
                  });
}

int runRequestRefuse(const std::vector<std::string> &words)
{
    return answer(words, {"comment"}, [](RequestWork &work, const QString &id, const Arguments &arguments) {
        return idsOf(work.requests.refuse(id, arguments.text("comment")));
    });
}

int runRequestWithdraw(const std::vector<std::string> &words)
{
    return answer(words, {"comment"}, [](RequestWork &work, const QString &id, const Arguments &arguments) {
        return idsOf(work.requests.withdraw(id, arguments.text("comment")));
    });
}

int runRequestCountersign(const std::vector<std::string> &words)
{
    return answer(words, {"comment"}, [](RequestWork &work, const QString &id, const Arguments &arguments) {
        return idsOf(work.requests.countersign(id, arguments.text("comment")));
    });
}

int runRequestPaper(const std::vector<std::string> &words)
{
    return answer(words, {"decided-by", "decided-on", "number", "scan", "role", "until"}, recordPaper);
}

int runRequestScan(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"user", "password-file", "out"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one request by its id."));
    if (!arguments->has("out"))
        return wrongUsage(tr("%1 is missing.").arg(QStringLiteral("--out")));
    auto work = openRequestWork(*arguments);
    if (!work)
        return failed(work.error());
    const QString id = QString::fromStdString(arguments->rest().front());
    if (const auto known = work->requests.findSeen(id); !known)
        return failed(known.error());
    const auto scan = work->requests.scanOf(id);
    const auto written = scan ? platform::writeFile(arguments->path("out"), scan->bytes) : std::unexpected(scan.error());
    if (!written)
        return failed(written.error());
    if (arguments->has("json")) {
        printJson({QJsonObject{{QStringLiteral("name"), scan->name},
                               {QStringLiteral("size"), scan->bytes.size()},
                               {QStringLiteral("file"), base::toDisplay(arguments->path("out"))}}});
    } else {
        standardOutput() << line(scan->name) << '\n';
    }
    standardOutput().flush();
    return AllDone;
}

int runRequestReport(const std::vector<std::string> &words)
{
    return answer(words, {"to", "comment"},
                  [](RequestWork &work, const QString &id, const Arguments &arguments) -> base::Result<QStringList> {
                      const QStringList roles = arguments.text("to").split(u',', Qt::SkipEmptyParts);
                      const auto recorded = work.requests.recordReport(id, roles, arguments.text("comment"));
                      if (!recorded)
                          return std::unexpected(recorded.error());
                      return QStringList{id};
                  });
}

} // namespace shirushi::cli
