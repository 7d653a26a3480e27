// Rescue items: what was written into an open item and could not be saved in it.
#include "base/clock.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/untilinterrupted.h"
#include "cli/vaultcommands.h"
#include "cli/vaultwork.h"
#include "vault/rescue.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

QJsonObject json(const vault::Rescue &rescue)
{
    return {{QStringLiteral("id"), rescue.id},
            {QStringLiteral("name"), rescue.name},
            {QStringLiteral("vault"), base::toDisplay(rescue.vault)},
            {QStringLiteral("item"), rescue.item},
            {QStringLiteral("other"), rescue.isOther},
            {QStringLiteral("size"), static_cast<qint64>(rescue.size)},
            {QStringLiteral("sha256"), rescue.sha256},
            {QStringLiteral("person"), rescue.person},
            {QStringLiteral("at"), base::toRfc3339(rescue.at)},
            {QStringLiteral("reason"), rescue.reason}};
}

vault::Rescues rescuesOf(const Desk &desk)
{
    return vault::Rescues(desk.office.folder());
}

base::Result<vault::Rescue> named(const Desk &desk, const std::string &id)
{
    const QString wanted = QString::fromStdString(id);
    for (const vault::Rescue &rescue : rescuesOf(desk).list(vault::identitiesOf(desk.session.keys().receiving))) {
        if (rescue.id == wanted || (wanted.size() >= 4 && rescue.id.startsWith(wanted)))
            return rescue;
    }
    return base::failure(base::ErrorCode::NotFound, wanted, tr("There is no such rescue item for you."));
}

int listRescues(const Arguments &arguments)
{
    const auto desk = openDesk(arguments);
    if (!desk)
        return failed(desk.error());
    QJsonArray array;
    for (const vault::Rescue &rescue : rescuesOf(**desk).list(vault::identitiesOf((*desk)->session.keys().receiving))) {
        if (arguments.has("json"))
            array.append(json(rescue));
        else
            standardOutput() << rescue.id << ' ' << line(rescue.name) << ' ' << base::toRfc3339(rescue.at) << ' ' << line(rescue.reason) << '\n';
    }
    if (arguments.has("json"))
        printJson(array);
    standardOutput().flush();
    return AllDone;
}

int saveRescue(const Arguments &arguments)
{
    auto work = openVaultWork(arguments);
    if (!work)
        return failed(work.error());
    const auto rescue = named(*work->desk, arguments.rest()[1]);
    if (!rescue)
        return failed(rescue.error());
    UntilInterrupted progress;
    const auto item = rescuesOf(*work->desk).save(*rescue, work->vault, progress);
    if (!item)
        return failed(item.error());
    if (arguments.has("json"))
        printJson({vaultItemJson(work->vault, *item)});
    else
        standardOutput() << item->id << Qt::endl;
    return AllDone;
}

int discardRescue(const Arguments &arguments)
{
    const auto desk = openDesk(arguments);
    if (!desk)
        return failed(desk.error());
    const auto rescue = named(**desk, arguments.rest()[0]);
    if (!rescue)
        return failed(rescue.error());
    if (const auto done = rescuesOf(**desk).discard(*rescue, vaultParts(**desk)); !done)
        return failed(done.error());
    if (arguments.has("json"))
        printJson({json(*rescue)});
    return AllDone;
}

} // namespace

int runVaultRescue(const std::vector<std::string> &words)
{
    const std::string how = words.empty() ? std::string() : words.front();
    QString problem;
    const auto arguments = Arguments::parse(std::vector<std::string>(words.begin() + (words.empty() ? 0 : 1), words.end()),
                                            {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    const std::size_t given = arguments->rest().size();
    if (how == "list" && given == 0)
        return listRescues(*arguments);
    if (how == "save" && given == 2)
        return saveRescue(*arguments);
    if (how == "discard" && given == 1)
        return discardRescue(*arguments);
    return wrongUsage(tr("“vault rescue” takes list; save, a vault and a number; or discard and a number."));
}

} // namespace shirushi::cli
