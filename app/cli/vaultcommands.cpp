#include "cli/vaultcommands.h"

#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/untilinterrupted.h"
#include "cli/vaultwork.h"
#include "vault/reading.h"
#include "vault/storing.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

void tellWithoutEscrow(const vault::Vault &vault, const policy::Pack &pack)
{
    if (!vault.file().readers.escrow.empty())
        return;
    const policy::Role *role = pack.role(pack.vault.escrow);
    printNotice(base::toDisplay(vault.layout().folder()),
                role ? tr("Nobody in the roster is %1 as yet: nobody but the members can recover what is in this vault.").arg(role->title.ja)
                     : tr("Nobody but the members can recover what is in this vault."));
}

QJsonObject json(const vault::Stored &stored)
{
    return {{QStringLiteral("original"), base::toDisplay(stored.original)},
            {QStringLiteral("id"), stored.id.isEmpty() ? QJsonValue() : QJsonValue(stored.id)},
            {QStringLiteral("name"), stored.name},
            {QStringLiteral("path"), stored.path},
            {QStringLiteral("notices"), QJsonArray::fromStringList(stored.notices)},
            {QStringLiteral("error"), stored.error ? QJsonValue(stored.error->message) : QJsonValue()}};
}

void printSeen(const vault::Vault &vault, const vault::Seen &seen)
{
    QTextStream &out = standardOutput();
    out << seen.id << ' ';
    if (seen.described) {
        const vault::Item &item = seen.described->item;
        out << line(item.path.isEmpty() ? item.name : QString(item.path + u'/' + item.name));
        const auto &pack = *vault.parts().pack;
        if (item.label && item.label->policy == pack.id && policy::checkClasses(pack, item.label->classes))
            out << ' ' << policy::classText(pack, item.label->classes);
        for (const vault::Event &event : item.history) {
            if (event.deed == u"recovered")
                out << ' ' << tr("(recovered by %1: %2)").arg(line(event.by), line(event.note));
        }
    } else if (seen.isForOthers) {
        out << tr("(locked for other people)");
    } else {
        out << tr("(cannot be read)");
    }
    out << '\n';
}

QJsonObject json(const vault::Vault &vault, const vault::Seen &seen)
{
    if (seen.described)
        return vaultItemJson(vault, seen.described->item);
    QJsonObject object{{QStringLiteral("id"), seen.id}};
    for (const char *nothing : {"name", "path", "file", "label"})
        object.insert(QLatin1String(nothing), QJsonValue());
    object.insert(QStringLiteral("forOthers"), seen.isForOthers);
    if (seen.problem)
        object.insert(QStringLiteral("problem"), seen.problem->message);
    return object;
}

} // namespace

int runVaultCreate(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"name", "member", "user", "password-file"}, {"json"}, {"member"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name the folder that is to become the vault."));
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    const auto vault = vault::Vault::create({base::Path(arguments->rest().front()), arguments->text("name"),
                                             arguments->text("member").split(u',', Qt::SkipEmptyParts)},
                                            vaultParts(**desk));
    if (!vault)
        return failed(vault.error());
    tellWithoutEscrow(*vault, *(*desk)->pack);
    if (arguments->has("json")) {
        printJson({QJsonObject{{QStringLiteral("id"), vault->file().id},
                               {QStringLiteral("name"), vault->file().name},
                               {QStringLiteral("folder"), base::toDisplay(vault->layout().folder())}}});
    } else {
        standardOutput() << vault->file().id << Qt::endl;
    }
    return AllDone;
}

int runVaultPut(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"retention", "origin", "member", "user", "password-file"}, {"json", "keep", "final"}, {"member"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() < 2)
        return wrongUsage(tr("“vault put” takes a vault and what is to be put into it."));
    auto work = openVaultWork(*arguments);
    if (!work)
        return failed(work.error());
    auto keeping = keepingFrom(*arguments, *work->desk->pack);
    if (!keeping)
        return failed(keeping.error());
    vault::StoreOrder order{{}, arguments->has("keep"), arguments->has("final"), *keeping,
                            arguments->text("member").split(u',', Qt::SkipEmptyParts)};
    for (auto word = arguments->rest().begin() + 1; word != arguments->rest().end(); ++word)
        order.paths.emplace_back(*word);
    UntilInterrupted progress;
    bool isWhole = true;
    QJsonArray array;
    const auto stored = vault::Storing(work->vault, work->desk->codecs).put(order, progress, [&](const vault::Stored &one) {
        for (const QString &notice : one.notices)
            printNotice(base::toDisplay(one.original), notice);
        if (one.error)
            printError(*one.error);
        isWhole = isWhole && !one.error && !one.hasOriginal;
        if (arguments->has("json"))
            array.append(json(one));
        else if (!one.error)
            standardOutput() << one.id << ' ' << line(base::toDisplay(one.original)) << '\n';
    });
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    if (!stored)
        return failed(stored.error());
    return isWhole && !progress.cancelled() ? AllDone : SomeFailed;
}

int runVaultList(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one vault."));
    const auto work = openVaultWork(*arguments);
    if (!work)
        return failed(work.error());
    UntilInterrupted progress;
    const auto all = vault::readAll(work->vault, progress);
    if (!all)
        return failed(all.error());
    QJsonArray array;
    for (const vault::Seen &seen : *all) {
        if (seen.problem)
            printError(*seen.problem);
        if (arguments->has("json"))
            array.append(json(work->vault, seen));
        else
            printSeen(work->vault, seen);
    }
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return AllDone;
}

} // namespace shirushi::cli
