// What a vault waits for: items whose retention ends, items of which a second copy is wanted, and a check; and the word that there is
// such a copy.
#include "base/clock.h"
#include "cli/exitcode.h"
#include "cli/ledgerfilter.h"
#include "cli/output.h"
#include "cli/untilinterrupted.h"
#include "cli/vaultcommands.h"
#include "cli/vaultwork.h"
#include "vault/care.h"
#include "vault/reading.h"
#include "vault/retention.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

QJsonValue timeOrNull(const QDateTime &at)
{
    return at.isValid() ? QJsonValue(base::toRfc3339(at)) : QJsonValue();
}

// One thing that is due, in both ways of saying it.
struct Due {
    QJsonObject json;
    QString line;
};

QJsonObject itemJson(const vault::Vault &vault, const vault::Item &item, const char *kind)
{
    QJsonObject object = vaultItemJson(vault, item);
    object.insert(QStringLiteral("kind"), QLatin1String(kind));
    return object;
}

Due disposal(const vault::Vault &vault, const vault::Item &item, const QDate &day)
{
    QJsonObject object = itemJson(vault, item, "disposal");
    object.insert(QStringLiteral("lastDay"), day.toString(Qt::ISODate));
    return {object, QStringLiteral("disposal %1 %2 %3").arg(item.id, line(item.name), day.toString(Qt::ISODate))};
}

Due secondCopy(const vault::Vault &vault, const vault::Item &item, const std::optional<vault::Copied> &before)
{
    QJsonObject object = itemJson(vault, item, "second-copy");
    object.insert(QStringLiteral("copiedAt"), timeOrNull(before ? before->at : QDateTime()));
    object.insert(QStringLiteral("copiedTo"), before ? QJsonValue(before->where) : QJsonValue());
    return {object, QStringLiteral("second-copy %1 %2").arg(item.id, line(item.name))};
}

Due checking(const vault::Vault &vault, const vault::Care &care)
{
    return {QJsonObject{{QStringLiteral("kind"), QStringLiteral("check")},
                        {QStringLiteral("id"), vault.file().id},
                        {QStringLiteral("name"), vault.file().name},
                        {QStringLiteral("folder"), base::toDisplay(vault.layout().folder())},
                        {QStringLiteral("checkedAt"), timeOrNull(care.checkedAt())}},
            QStringLiteral("check %1 %2").arg(vault.file().id, line(vault.file().name))};
}

base::Result<std::vector<Due>> dueOf(const vault::Vault &vault, int fiscalYear, base::Progress &progress)
{
    const auto all = vault::readAll(vault, progress);
    const auto care = vault::Care::of(vault);
    if (!all || !care)
        return std::unexpected(all ? care.error() : all.error());
    const policy::Retention &rules = vault.parts().pack->retention;
    std::vector<Due> due;
    bool keepsLong = false;
    for (const vault::Seen &seen : *all) {
        if (seen.problem)
            printError(*seen.problem);
        if (!seen.described)
            continue;
        const vault::Item &item = seen.described->item;
        keepsLong = keepsLong || care->isKeptLong(item);
        if (vault::isDueIn(fiscalYear, item.keeping, rules))
            due.push_back(disposal(vault, item, *vault::lastDayOf(item.keeping, rules)));
        if (care->isCopyDue(item))
            due.push_back(secondCopy(vault, item, care->copyOf(item)));
    }
    if (care->isCheckDue(keepsLong))
        due.push_back(checking(vault, *care));
    return due;
}

} // namespace

int runVaultDue(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"fiscal-year", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    const auto asked = arguments->has("fiscal-year") ? fiscalYearFrom(arguments->text("fiscal-year"))
                                                     : std::optional(base::fiscalYear(QDate::currentDate()));
    if (arguments->rest().size() != 1 || !asked)
        return wrongUsage(tr("“vault due” takes a vault, and --fiscal-year a year such as 2026 or R8."));
    const auto work = openVaultWork(*arguments);
    if (!work)
        return failed(work.error());
    UntilInterrupted progress;
    const auto all = dueOf(work->vault, *asked, progress);
    if (!all)
        return failed(all.error());
    QJsonArray array;
    for (const Due &due : *all) {
        if (arguments->has("json"))
            array.append(due.json);
        else
            standardOutput() << due.line << '\n';
    }
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return AllDone;
}

int runVaultCopied(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"where", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().empty() || arguments->text("where").trimmed().isEmpty())
        return wrongUsage(tr("“vault copied” takes a vault, numbers of items (none: all of it), and --where with the place of the copy."));
    const auto work = openVaultWork(*arguments);
    if (!work)
        return failed(work.error());
    QStringList ids;
    for (auto word = arguments->rest().begin() + 1; word != arguments->rest().end(); ++word) {
        const auto id = work->vault.idFrom(QString::fromStdString(*word));
        if (!id)
            return failed(id.error());
        ids += *id;
    }
    if (const auto noted = vault::noteCopied(work->vault, ids, arguments->text("where")); !noted)
        return failed(noted.error());
    if (arguments->has("json")) {
        printJson({QJsonObject{{QStringLiteral("vault"), work->vault.file().id},
                               {QStringLiteral("items"), ids.isEmpty() ? QJsonValue() : QJsonValue(QJsonArray::fromStringList(ids))},
                               {QStringLiteral("where"), arguments->text("where").trimmed()}}});
    }
    standardOutput().flush();
    return AllDone;
}

} // namespace shirushi::cli
