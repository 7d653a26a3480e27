#include "cli/rostercommands.h"

#include "base/canonicaljson.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/peoplework.h"
#include "people/renewal.h"
#include "policy/library.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

void tellRoster(const people::Roster &roster, const Arguments &arguments)
{
    const QString fingerprint = people::fingerprintOf(roster.rootKey);
    if (arguments.has("json")) {
        printJson({QJsonObject{{QStringLiteral("number"), static_cast<qint64>(roster.number)},
                               {QStringLiteral("office"), roster.office},
                               {QStringLiteral("policy"), roster.policy},
                               {QStringLiteral("root"), fingerprint}}});
        return;
    }
    standardOutput() << roster.number << '\n' << tr("Fingerprint of the office: %1").arg(fingerprint) << Qt::endl;
}

// Somebody has applied here, to join or with new keys: the roster is the answer.
int takeAnswer(const people::Office &office, const people::Roster &roster, const Arguments &arguments)
{
    const bool isJoining = !office.isSetUp();
    if (isJoining && !arguments.has("root")) {
        printNotice(tr("Fingerprint of the office: %1").arg(people::fingerprintOf(roster.rootKey)),
                    tr("Please compare it by telephone with what the administrator sees, or give it with --root."));
    }
    const QString id = userNameOf(arguments);
    if (id.isEmpty()) {
        return failed({base::ErrorCode::NotSignedIn, base::toDisplay(office.folder()),
                       tr("Please say who you are: --user ID, or SHIRUSHI_USER."), {}});
    }
    if (!policy::Library::load(office.policyFolder()).find(roster.policy)) {
        return failed({base::ErrorCode::NotFound, roster.policy, tr("The rules of this office are not installed."), {}});
    }
    const auto password = readPassword(arguments, tr("Password of %1").arg(id));
    if (!password)
        return failed({base::ErrorCode::NotSignedIn, id, password.error().message, {}});
    const base::SystemClock clock;
    const auto session = isJoining ? people::join(office, roster, id, *password, clock)
                                   : people::finishRenewal(office, roster, id, *password, clock);
    if (!session)
        return failed(session.error());
    tellRoster(roster, arguments);
    return AllDone;
}

} // namespace

int runRosterExport(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    const people::Office office = officeFromEnvironment();
    if (const auto session = signIn(office, *arguments); !session)
        return failed(session.error());
    const auto roster = people::readRoster(office.rosterFile());
    if (!roster)
        return failed(roster.error());
    standardOutput() << QString::fromUtf8(base::canonicalJson(people::toJson(*roster))) << Qt::endl;
    return AllDone;
}

int runRosterImport(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"user", "password-file", "root"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one roster file."));
    const base::Path file(arguments->rest().front());
    const auto roster = people::readRoster(file);
    if (!roster) {
        printError(roster.error());
        return SomeFailed;
    }
    if (arguments->has("root") && !people::isFingerprint(arguments->text("root"), roster->rootKey)) {
        printError({base::ErrorCode::Damaged, base::toDisplay(file),
                    tr("This roster is of another office: its fingerprint is %1.").arg(people::fingerprintOf(roster->rootKey)), {}});
        return SomeFailed;
    }
    const people::Office office = officeFromEnvironment();
    if (people::hasApplied(office) || (office.isSetUp() && people::isRenewing(office, userNameOf(*arguments))))
        return takeAnswer(office, *roster, *arguments);
    auto work = openPeopleWork(*arguments);
    if (!work)
        return failed(work.error());
    const auto imported =
        people::importRoster((*work)->office, (*work)->ledger, (*work)->session, *roster, (*work)->clock);
    if (!imported)
        return failed(imported.error());
    tellRoster(*roster, *arguments);
    return AllDone;
}

} // namespace shirushi::cli
