// What keeps a vault in order: verified, what falls due, retention and write-protection of items.
#include "base/clock.h"
#include "cli/exitcode.h"
#include "cli/ledgerfilter.h"
#include "cli/output.h"
#include "cli/untilinterrupted.h"
#include "cli/vaultcommands.h"
#include "cli/vaultwork.h"
#include "vault/changing.h"
#include "vault/retention.h"
#include "vault/verification.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

QJsonObject json(const vault::Finding &finding)
{
    return {{QStringLiteral("code"), finding.code},
            {QStringLiteral("id"), finding.item.isEmpty() ? QJsonValue() : QJsonValue(finding.item)},
            {QStringLiteral("name"), finding.name.isEmpty() ? QJsonValue() : QJsonValue(finding.name)},
            {QStringLiteral("file"), finding.file},
            {QStringLiteral("sentence"), finding.sentence}};
}

void print(const vault::Finding &finding)
{
    standardOutput() << finding.code << ' ' << (finding.item.isEmpty() ? QStringLiteral("-") : finding.item) << ' '
                     << line(finding.name.isEmpty() ? finding.file : finding.name) << ": " << finding.sentence << '\n';
}

} // namespace

int runVaultVerify(const std::vector<std::string> &words)
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
    const auto findings = vault::verify(work->vault, progress);
    if (!findings)
        return failed(findings.error());
    QJsonArray array;
    for (const vault::Finding &finding : *findings) {
        if (arguments->has("json"))
            array.append(json(finding));
        else
            print(finding);
    }
    if (arguments->has("json"))
        printJson(array);
    else if (findings->empty())
        standardOutput() << tr("Everything in this vault is as it should be.") << '\n';
    standardOutput().flush();
    return findings->empty() ? AllDone : SomeFailed;
}

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
    const auto all = vault::readAll(work->vault, progress);
    if (!all)
        return failed(all.error());
    const policy::Retention &rules = work->desk->pack->retention;
    QJsonArray array;
    for (const vault::Seen &seen : *all) {
        if (seen.problem)
            printError(*seen.problem);
        if (!seen.described || !vault::isDueIn(*asked, seen.described->item.keeping, rules))
            continue;
        const vault::Item &item = seen.described->item;
        const QDate day = *vault::lastDayOf(item.keeping, rules);
        if (arguments->has("json")) {
            QJsonObject object = vaultItemJson(work->vault, item);
            object.insert(QStringLiteral("lastDay"), day.toString(Qt::ISODate));
            array.append(object);
        } else {
            standardOutput() << item.id << ' ' << line(item.name) << ' ' << day.toString(Qt::ISODate) << '\n';
        }
    }
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return AllDone;
}

int runVaultSet(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"retention", "origin", "user", "password-file"}, {"json", "final"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    const bool isAnything = arguments->has("retention") || arguments->has("final");
    if (arguments->rest().size() < 2 || !isAnything)
        return wrongUsage(tr("“vault set” takes a vault, numbers of items, and --retention or --final."));
    auto work = openVaultWork(*arguments);
    if (!work)
        return failed(work.error());
    const auto keeping = keepingFrom(*arguments, *work->desk->pack);
    if (!keeping)
        return failed(keeping.error());
    vault::ItemChange change;
    if (arguments->has("retention"))
        change.keeping = *keeping;
    change.makeFinal = arguments->has("final");
    vault::Changing changing(work->vault);
    QJsonArray array;
    int code = AllDone;
    for (auto word = arguments->rest().begin() + 1; word != arguments->rest().end(); ++word) {
        const auto id = work->vault.idFrom(QString::fromStdString(*word));
        const auto item = id ? changing.change(*id, change) : std::unexpected(id.error());
        if (!item) {
            code = failed(item.error());
            continue;
        }
        if (arguments->has("json"))
            array.append(vaultItemJson(work->vault, *item));
        else
            standardOutput() << item->id << '\n';
    }
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return code;
}

} // namespace shirushi::cli
