#include "cli/visitcommands.h"

#include "cli/exitcode.h"
#include "cli/office.h"
#include "cli/output.h"
#include "people/visiting.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

int tell(const QString &id, const Arguments &arguments)
{
    if (arguments.has("json"))
        printJson({QJsonObject{{QStringLiteral("id"), id}}});
    else
        standardOutput() << id << Qt::endl;
    return AllDone;
}

} // namespace

int runUserKeys(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"user", "password-file", "out"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->text("out").isEmpty())
        return wrongUsage(tr("%1 is missing.").arg(QStringLiteral("--out")));
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    const people::Office office = officeFromEnvironment();
    const auto session = signIn(office, *arguments);
    if (!session)
        return failed(session.error());
    if (const auto taken = people::takeKeysAlong(office, *session, arguments->path("out")); !taken)
        return failed(taken.error());
    return tell(session->user(), *arguments);
}

int runUserLetIn(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one key file."));
    const people::Office office = officeFromEnvironment();
    auto work = openForWork(office, *arguments);
    if (!work)
        return failed(work.error());
    const auto account = people::letIn(office, work->ledger, work->session, base::Path(arguments->rest().front()), base::SystemClock());
    if (!account)
        return failed(account.error());
    return tell(account->id, *arguments);
}

} // namespace shirushi::cli
