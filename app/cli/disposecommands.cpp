#include "cli/disposecommands.h"

#include "cli/disposework.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/requestoutput.h"
#include "cli/untilinterrupted.h"
#include "disposal/asking.h"
#include "disposal/items.h"
#include "disposal/namesakes.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

// With --vault the words are items.
std::vector<base::Path> pathsOf(const Arguments &arguments)
{
    if (arguments.has("vault"))
        return {};
    return {arguments.rest().begin(), arguments.rest().end()};
}

std::vector<disposal::ItemPlace> itemsOf(const Arguments &arguments)
{
    std::vector<disposal::ItemPlace> items;
    for (const std::string &word : arguments.rest()) {
        if (arguments.has("vault"))
            items.push_back({arguments.path("vault"), QString::fromStdString(word)});
    }
    return items;
}

} // namespace

int runDisposePlan(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"vault", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().empty())
        return wrongUsage(tr("Please name the files."));
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    bool isPossible = true;
    QJsonArray array;
    erasure::Surroundings around;
    std::vector<disposal::Plan> plans;
    for (const base::Path &file : pathsOf(*arguments))
        plans.push_back(disposal::planFor(file, disposalParts(**desk), around));
    disposal::examine(plans);
    for (const disposal::Plan &plan : plans) {
        if (plan.problem)
            printError(*plan.problem);
        isPossible = isPossible && !plan.problem;
        if (arguments->has("json"))
            array.append(planJson(plan, *(*desk)->pack));
        else
            standardOutput() << planText(plan, *(*desk)->pack) << '\n';
    }
    for (const disposal::ItemPlace &place : itemsOf(*arguments)) {
        const auto plan = disposal::planForItem(place, disposalParts(**desk));
        if (!plan)
            return failed(plan.error());
        if (arguments->has("json"))
            array.append(planJson(*plan, *(*desk)->pack));
        else
            standardOutput() << planText(*plan, *(*desk)->pack) << '\n';
    }
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return isPossible ? AllDone : SomeFailed;
}

int runDisposeRequest(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"reason", "from", "until", "vault", "medium", "paper", "device", "number", "class", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->text("reason").isEmpty())
        return wrongUsage(tr("%1 is missing.").arg(QStringLiteral("--reason")));
    if (arguments->rest().empty() && !namesAsset(*arguments))
        return wrongUsage(tr("Please name the files."));
    auto work = openRequestWork(*arguments);
    if (!work)
        return failed(work.error());
    const auto from = dateOf(*arguments, "from");
    const auto until = dateOf(*arguments, "until");
    if (!from || !until)
        return failed(from ? until.error() : from.error());
    std::vector<disposal::Asset> assets;
    if (namesAsset(*arguments)) {
        auto asset = assetFrom(*arguments, *work->desk->pack);
        if (!asset)
            return failed(asset.error());
        assets.push_back(std::move(*asset));
    }
    const auto request = disposal::ask({pathsOf(*arguments), assets, itemsOf(*arguments), arguments->text("reason"), *from, *until}, disposalParts(*work->desk));
    if (!request)
        return failed(request.error());
    share(*work, request->id);
    if (arguments->has("json")) {
        const auto known = work->requests.findSeen(request->id);
        if (!known)
            return failed(known.error());
        printJson({caseJson(*known)});
        return AllDone;
    }
    standardOutput() << request->id << '\n';
    for (const workflow::Needed &needed : request->needed)
        printNotice(request->id, tr("Waiting for: %1").arg(neededText(needed, *work->desk->pack)));
    standardOutput().flush();
    return AllDone;
}

int runDisposeRun(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"request", "reason", "vault", "medium", "paper", "device", "number", "class", "method", "by", "witness",
                                                     "contractor", "certificate", "done-on", "attach", "closes", "user", "password-file"},
                                                    {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->has("method") || namesAsset(*arguments))
        return recordAssets(*arguments);
    if (arguments->rest().empty() && !arguments->has("request"))
        return wrongUsage(tr("Please name the files, or their request with --request."));
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    UntilInterrupted progress;
    bool isWhole = true;
    QJsonArray array;
    std::vector<disposal::Record> records;
    const auto done = disposal::run({pathsOf(*arguments), itemsOf(*arguments), arguments->text("request"), arguments->text("reason")}, disposalParts(**desk), progress,
                                    [&](const disposal::Done &one) {
        for (const QString &notice : one.notices)
            printNotice(base::toDisplay(one.file), notice);
        if (one.error)
            printError(*one.error);
        isWhole = isWhole && !one.error;
        if (one.record)
            records.push_back(*one.record);
        if (arguments->has("json")) {
            array.append(QJsonObject{{QStringLiteral("file"), base::toDisplay(one.file)},
                                     {QStringLiteral("record"), one.record ? QJsonValue(recordJson(*one.record)) : QJsonValue()},
                                     {QStringLiteral("notices"), QJsonArray::fromStringList(one.notices)},
                                     {QStringLiteral("error"), one.error ? QJsonValue(one.error->message) : QJsonValue()}});
        } else if (one.record) {
            standardOutput() << recordLine(*one.record, *(*desk)->pack) << '\n';
        }
    });
    printReports(records, **desk);
    if (arguments->has("json") && (done || !array.isEmpty())) // what is gone is said, whatever came after it
        printJson(array);
    if (!done)
        return failed(done.error());
    standardOutput().flush();
    return isWhole && !progress.cancelled() ? AllDone : SomeFailed;
}

} // namespace shirushi::cli
