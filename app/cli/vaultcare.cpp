// What keeps a vault in order: verified, retention and write-protection of items.
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/untilinterrupted.h"
#include "cli/vaultcommands.h"
#include "cli/vaultwork.h"
#include "vault/care.h"
#include "vault/changing.h"

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
    const auto findings = vault::check(work->vault, progress);
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
