#include "cli/initcommand.h"

#include "cli/exitcode.h"
#include "cli/office.h"
#include "cli/output.h"
#include "crypto/seal.h"
#include "cli/peoplework.h"
#include "people/base32.h"
#include "people/root.h"
#include "policy/library.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

} // namespace

int runInit(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments =
        Arguments::parse(words, {{"user", "name", "role", "policy", "password-file", "kana", "department", "office"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    for (const char *needed : {"user", "name", "role", "policy"}) {
        if (arguments->text(needed).isEmpty())
            return wrongUsage(tr("%1 is missing.").arg(QStringLiteral("--") + QLatin1String(needed)));
    }
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));

    const people::Office office = officeFromEnvironment();
    const policy::Library library = policy::Library::load(office.policyFolder());
    const auto pack = library.find(arguments->text("policy"));
    if (!pack)
        return wrongUsage(tr("There are no rules called %1.").arg(arguments->text("policy")));
    const auto password = readPassword(*arguments, tr("New password for %1").arg(arguments->text("user")));
    if (!password) {
        printError(password.error());
        return NotSignedIn;
    }
    // Told and not refused: who founds an office may be a script, and changes it with "user passwd".
    keepsPasswordRules(*pack, *password, {arguments->text("user"), arguments->text("name"), arguments->text("kana")});
    const auto code = crypto::randomSecret(people::recoveryCodeSize);
    if (!code) {
        printError(code.error());
        return SomeFailed;
    }
    const auto session = office.found(*pack,
                                      {arguments->text("user"), arguments->text("name"), arguments->text("role"),
                                       arguments->text("kana"), arguments->text("department"), arguments->text("office")},
                                      *password, *code, base::SystemClock());
    if (!session) {
        printError(session.error());
        return session.error().code == base::ErrorCode::InvalidInput ? WrongUsage : SomeFailed;
    }
    const QString fingerprint =
        people::fingerprintOf(people::Directory::load(office.peopleFolder())->roster().rootKey);
    if (arguments->has("json")) {
        printJson({QJsonObject{{QStringLiteral("id"), session->user()},
                               {QStringLiteral("folder"), base::toDisplay(office.folder())},
                               {QStringLiteral("recoveryCode"), people::toGroups(*code)},
                               {QStringLiteral("root"), fingerprint}}});
        return AllDone;
    }
    standardOutput() << tr("Shirushi is set up in %1.").arg(base::toDisplay(office.folder())) << '\n'
                     << tr("Recovery code: %1").arg(people::toGroups(*code)) << '\n'
                     << tr("It is shown this once. Please write it down and keep it in a sealed envelope in the safe: it "
                           "opens the ledger when a password is lost.")
                     << '\n'
                     << tr("Fingerprint of the office: %1").arg(fingerprint)
                     << Qt::endl;
    return AllDone;
}

} // namespace shirushi::cli
