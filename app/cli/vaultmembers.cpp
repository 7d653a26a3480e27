// Who may open a vault, or one item in it.
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/untilinterrupted.h"
#include "cli/vaultcommands.h"
#include "cli/vaultwork.h"
#include "vault/membership.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

base::Result<vault::Relocked> change(vault::Vault &vault, const std::string &how, const QStringList &ids, const Arguments &arguments,
                                     base::Progress &progress)
{
    vault::Membership membership(vault);
    if (how == "settle")
        return membership.settle(progress);
    if (!arguments.has("item"))
        return how == "add" ? membership.add(ids, progress) : membership.remove(ids, progress);
    const auto item = vault.idFrom(arguments.text("item"));
    if (!item)
        return std::unexpected(item.error());
    return how == "add" ? membership.addTo(*item, ids, progress) : membership.removeFrom(*item, ids, progress);
}

QJsonArray ids(const std::vector<vault::Reader> &readers)
{
    QJsonArray array;
    for (const vault::Reader &reader : readers)
        array.append(reader.id);
    return array;
}

} // namespace

int runVaultMember(const std::vector<std::string> &words)
{
    const std::string how = words.empty() ? std::string() : words.front();
    QString problem;
    const auto arguments = Arguments::parse(std::vector<std::string>(words.begin() + (words.empty() ? 0 : 1), words.end()),
                                            {{"item", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    const std::size_t needed = how == "settle" ? 1 : 2;
    if ((how != "add" && how != "remove" && how != "settle") || arguments->rest().size() < needed
        || (how == "settle" && arguments->rest().size() > 1))
        return wrongUsage(tr("“vault member” takes add or remove, a vault and ids of persons; or settle and a vault."));
    auto work = openVaultWork(*arguments);
    if (!work)
        return failed(work.error());
    QStringList persons;
    for (auto word = arguments->rest().begin() + 1; word != arguments->rest().end(); ++word)
        persons += QString::fromStdString(*word);
    persons.removeDuplicates();
    UntilInterrupted progress;
    const auto relocked = change(work->vault, how, persons, *arguments, progress);
    if (!relocked)
        return failed(relocked.error());
    for (const base::Error &error : relocked->errors)
        printError(error);
    if (relocked->forOthers > 0) {
        printNotice(work->vault.file().name,
                    tr("Items that only their own members can lock anew: %1").arg(relocked->forOthers));
    }
    if (relocked->isStopped)
        printNotice(work->vault.file().name, tr("The work was stopped. “vault member settle” finishes it."));
    if (arguments->has("json")) {
        printJson({QJsonObject{{QStringLiteral("members"), ids(work->vault.file().readers.members)},
                               {QStringLiteral("escrow"), ids(work->vault.file().readers.escrow)},
                               {QStringLiteral("relocked"), static_cast<qint64>(relocked->done)},
                               {QStringLiteral("forOthers"), static_cast<qint64>(relocked->forOthers)}}});
    } else {
        standardOutput() << tr("Items locked anew: %1").arg(relocked->done) << '\n';
    }
    standardOutput().flush();
    return relocked->errors.empty() && !relocked->isStopped ? AllDone : SomeFailed;
}

} // namespace shirushi::cli
