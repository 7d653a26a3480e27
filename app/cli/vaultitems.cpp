// A single item of a vault: taken out, recovered, asked for.
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/requestwork.h"
#include "cli/untilinterrupted.h"
#include "cli/vaultcommands.h"
#include "cli/vaultwork.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

int tell(const base::Result<vault::Taken> &taken, const Arguments &arguments)
{
    if (!taken)
        return failed(taken.error());
    for (const QString &notice : taken->notices)
        printNotice(taken->name, notice);
    if (arguments.has("json")) {
        printJson({QJsonObject{{QStringLiteral("id"), taken->id},
                               {QStringLiteral("name"), taken->name},
                               {QStringLiteral("file"), base::toDisplay(arguments.path("out"))},
                               {QStringLiteral("request"), taken->request.isEmpty() ? QJsonValue() : QJsonValue(taken->request)}}});
    }
    standardOutput().flush();
    return AllDone;
}

base::Result<vault::TakeOrder> orderFrom(const Arguments &arguments, const vault::Vault &vault)
{
    auto id = vault.idFrom(QString::fromStdString(arguments.rest()[1]));
    if (!id)
        return std::unexpected(id.error());
    vault::TakeOrder order;
    order.id = std::move(*id);
    order.target = arguments.path("out");
    order.counter = arguments.text("version").toLongLong();
    order.leavesOffice = arguments.has("outside");
    order.purpose = arguments.text("purpose");
    order.reason = arguments.text("reason");
    if (arguments.has("version") && order.counter < 1)
        return base::failure(base::ErrorCode::InvalidInput, QStringLiteral("--version"), tr("This takes a number from 1 on."));
    return order;
}

using Deed = base::Result<vault::Taken> (vault::Taking::*)(const vault::TakeOrder &, base::Progress &);

int takeOut(const std::vector<std::string> &words, const OptionTable &table, const std::vector<std::string> &needed,
            const QString &usage, Deed deed)
{
    QString problem;
    const auto arguments = Arguments::parse(words, table, problem);
    if (!arguments)
        return wrongUsage(problem);
    const bool isWhole = std::ranges::none_of(needed, [&](const std::string &name) { return arguments->text(name).isEmpty(); });
    if (arguments->rest().size() != 2 || !isWhole)
        return wrongUsage(usage);
    auto work = openVaultWork(*arguments);
    if (!work)
        return failed(work.error());
    const auto order = orderFrom(*arguments, work->vault);
    if (!order)
        return failed(order.error());
    UntilInterrupted progress;
    vault::Taking taking(work->vault, requestDesk(*work->desk));
    return tell((taking.*deed)(*order, progress), *arguments);
}

} // namespace

int runVaultGet(const std::vector<std::string> &words)
{
    return takeOut(words, {{"out", "version", "purpose", "user", "password-file"}, {"json", "outside"}}, {"out"},
                   tr("“vault get” takes a vault, the number of an item, and --out."), &vault::Taking::get);
}

int runVaultRecover(const std::vector<std::string> &words)
{
    return takeOut(words, {{"out", "version", "reason", "user", "password-file"}, {"json"}}, {"out", "reason"},
                   tr("“vault recover” takes a vault, the number of an item, --out and --reason."), &vault::Taking::recover);
}

int runVaultRequest(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"purpose", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 2)
        return wrongUsage(tr("“vault request” takes a vault and the number of an item."));
    auto work = openVaultWork(*arguments);
    if (!work)
        return failed(work.error());
    const auto id = work->vault.idFrom(QString::fromStdString(arguments->rest()[1]));
    if (!id)
        return failed(id.error());
    const auto asked = vault::Taking(work->vault, requestDesk(*work->desk)).ask(*id, arguments->text("purpose"));
    if (!asked)
        return failed(asked.error());
    workflow::RequestDesk desk = requestDesk(*work->desk);
    RequestWork requests{std::move(work->desk), std::move(desk)};
    share(requests, asked->id);
    if (arguments->has("json"))
        printJson({QJsonObject{{QStringLiteral("id"), asked->id}}});
    else
        standardOutput() << asked->id << Qt::endl;
    return AllDone;
}

} // namespace shirushi::cli
