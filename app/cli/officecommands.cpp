#include "cli/officecommands.h"

#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/peoplework.h"
#include "people/base32.h"
#include "people/sharedfolder.h"
#include "sending/parcel.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

} // namespace

int runOfficeRecoveryCode(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    auto work = openPeopleWork(*arguments);
    if (!work)
        return failed(work.error());
    auto administration = (*work)->administration();
    if (!administration)
        return failed(administration.error());
    const auto code = administration->makeRecoveryCode();
    if (!code)
        return failed(code.error());
    if (arguments->has("json")) {
        printJson({QJsonObject{{QStringLiteral("recoveryCode"), people::toGroups(*code)}}});
        return AllDone;
    }
    standardOutput() << tr("Recovery code: %1").arg(people::toGroups(*code)) << '\n'
                     << tr("It is shown this once. Please write it down and keep it in a sealed envelope in the safe: it "
                           "opens the ledger when a password is lost.")
                     << '\n'
                     << tr("The code of before opens nothing any more.") << Qt::endl;
    return AllDone;
}

int runOfficeAllow(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    const std::vector<std::string> &rest = arguments->rest();
    if (rest.size() != 2 || (rest[0] != "paper-decisions" && rest[0] != "shared-duties")
        || (rest[1] != "yes" && rest[1] != "no"))
        return wrongUsage(tr("Please say which, and yes or no: paper-decisions yes"));
    auto work = openPeopleWork(*arguments);
    if (!work)
        return failed(work.error());
    auto administration = (*work)->administration();
    if (!administration)
        return failed(administration.error());
    people::OfficeSwitches switches = administration->roster().switches;
    const bool yes = rest[1] == "yes";
    if (rest[0] == "shared-duties" && yes && !(*work)->pack->separationOfDuties.hasException()) {
        return failed({base::ErrorCode::Forbidden, QStringLiteral("shared-duties"),
                       tr("These rules know no exception from the separation of duties."), {}});
    }
    (rest[0] == "paper-decisions" ? switches.paperDecisions : switches.sharedDuties) = yes;
    if (const auto set = administration->setSwitches(switches); !set)
        return failed(set.error());
    if (arguments->has("json")) {
        printJson({QJsonObject{{QStringLiteral("paperDecisions"), switches.paperDecisions},
                               {QStringLiteral("sharedDuties"), switches.sharedDuties}}});
    }
    return AllDone;
}

int runOfficeMethods(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    QStringList known;
    for (const sending::ParcelFormat format : sending::parcelFormats())
        known += sending::wordFor(format);
    const QString named = arguments->rest().size() == 1 ? QString::fromStdString(arguments->rest().front()) : QString();
    QStringList formats = named == u"none" ? QStringList() : named.split(u',', Qt::SkipEmptyParts);
    formats.removeDuplicates();
    const bool isKnown = std::all_of(formats.begin(), formats.end(), [&](const QString &format) { return known.contains(format); });
    if (!isKnown || (formats.isEmpty() && named != u"none"))
        return wrongUsage(tr("Please name the formats that were designated, or none: %1").arg(known.join(u',')));
    auto work = openPeopleWork(*arguments);
    if (!work)
        return failed(work.error());
    auto administration = (*work)->administration();
    if (!administration)
        return failed(administration.error());
    people::OfficeSwitches switches = administration->roster().switches;
    switches.parcelFormats = formats;
    if (const auto set = administration->setSwitches(switches); !set)
        return failed(set.error());
    if (arguments->has("json"))
        printJson({QJsonObject{{QStringLiteral("parcelFormats"), QJsonArray::fromStringList(formats)}}});
    return AllDone;
}

int runOfficeSharedFolder(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one folder, or none."));
    std::error_code ignored;
    const base::Path named(arguments->rest().front());
    const base::Path folder = named == "none" ? base::Path() : std::filesystem::absolute(named, ignored).lexically_normal();
    auto work = openPeopleWork(*arguments);
    if (!work)
        return failed(work.error());
    const auto set = people::setSharedFolder((*work)->office, (*work)->session, folder, (*work)->clock);
    if (!set)
        return failed(set.error());
    if (arguments->has("json"))
        printJson({QJsonObject{{QStringLiteral("sharedFolder"), base::toDisplay(folder)}}});
    return AllDone;
}

} // namespace shirushi::cli
