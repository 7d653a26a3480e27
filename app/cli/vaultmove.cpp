// Items from one vault into another.
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/untilinterrupted.h"
#include "cli/vaultcommands.h"
#include "cli/vaultwork.h"
#include "vault/moving.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

QJsonObject json(const vault::Moved &moved)
{
    return {{QStringLiteral("id"), moved.id},
            {QStringLiteral("name"), moved.name.isEmpty() ? QJsonValue() : QJsonValue(moved.name)},
            {QStringLiteral("moved"), !moved.error},
            {QStringLiteral("inBoth"), moved.isInBoth},
            {QStringLiteral("problem"), moved.error ? QJsonValue(moved.error->message) : QJsonValue()}};
}

base::Result<QStringList> idsFrom(const Arguments &arguments, const vault::Vault &vault)
{
    QStringList ids;
    for (auto word = arguments.rest().begin() + 1; word != arguments.rest().end(); ++word) {
        auto id = vault.idFrom(QString::fromStdString(*word));
        if (!id)
            return std::unexpected(id.error());
        ids += *id;
    }
    ids.removeDuplicates();
    return ids;
}

} // namespace

int runVaultMove(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"to", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() < 2 || arguments->text("to").isEmpty())
        return wrongUsage(tr("“vault move” takes a vault, numbers of items, and --to with another vault."));
    auto work = openVaultWork(*arguments);
    if (!work)
        return failed(work.error());
    auto target = vault::Vault::open(arguments->path("to"), vaultParts(*work->desk));
    if (!target)
        return failed(target.error());
    const auto ids = idsFrom(*arguments, work->vault);
    if (!ids)
        return failed(ids.error());
    UntilInterrupted progress;
    bool isWhole = true;
    QJsonArray array;
    const auto moved = vault::Moving(work->vault, *target).move(*ids, progress, [&](const vault::Moved &one) {
        for (const QString &notice : one.notices)
            printNotice(one.name, notice);
        if (one.error)
            printError(*one.error);
        isWhole = isWhole && !one.error && !one.isInBoth;
        if (arguments->has("json"))
            array.append(json(one));
        else if (!one.error)
            standardOutput() << one.id << ' ' << line(one.name) << '\n';
    });
    if (!moved)
        return failed(moved.error());
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return isWhole && !progress.cancelled() ? AllDone : SomeFailed;
}

} // namespace shirushi::cli
