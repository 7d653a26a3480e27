// Passwords, lost keys, and somebody's own beginning: passwd, reissue, recover, apply.
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/peoplework.h"
#include "cli/usercommands.h"
#include "people/base32.h"
#include "people/recovery.h"
#include "people/renewal.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

int missing(const char *option)
{
    return wrongUsage(tr("%1 is missing.").arg(QStringLiteral("--") + QLatin1String(option)));
}

// Of somebody the roster knows: kana too.
people::PasswordOwner ownerOf(const people::Office &office, const QString &id)
{
    const auto directory = people::Directory::load(office.peopleFolder());
    const people::Person *person = directory->find(id);
    return person ? people::PasswordOwner{id, person->name, person->kana} : people::PasswordOwner{id, {}, {}};
}

void tellId(const QString &id, const Arguments &arguments)
{
    if (arguments.has("json"))
        printJson({QJsonObject{{QStringLiteral("id"), id}}});
    else
        standardOutput() << id << Qt::endl;
}

int notRecovered(const base::Error &error)
{
    printError(error);
    return error.code == base::ErrorCode::WrongPassword ? NotSignedIn : SomeFailed;
}

void tellApplication(const people::Office &office, const people::Application &application, const Arguments &arguments)
{
    if (arguments.has("json"))
        printJson({toJson(application)});
    else
        standardOutput() << base::toDisplay(people::applicationFile(office)) << Qt::endl;
}

// On a desktop that joined: the new keys wait for the administrator's roster.
int applyAnew(const people::Office &office, const base::SecretBytes &code, const QString &id,
              const base::SecretBytes &password, const Arguments &arguments)
{
    const auto application = people::beginRenewal(office, code, id, password, base::SystemClock());
    if (!application)
        return notRecovered(application.error());
    printNotice(id, tr("The new keys wait for the administrator: please send them this application, and take their roster "
                       "in with “roster import”."));
    tellApplication(office, *application, arguments);
    return AllDone;
}

} // namespace

int runUserPasswd(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"user", "password-file", "new-password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (!arguments->has("new-password-file"))
        return missing("new-password-file");
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    const auto password = readPasswordFile(arguments->path("new-password-file"));
    if (!password)
        return failed(password.error());
    const people::Office office = officeFromEnvironment();
    auto session = signIn(office, *arguments, true);
    if (!session)
        return failed(session.error());
    const auto pack = packOf(office);
    if (!pack)
        return failed(pack.error());
    if (!keepsPasswordRules(**pack, *password, ownerOf(office, session->user())))
        return SomeFailed;
    if (const auto changed = people::changeOwnPassword(office, *session, *password); !changed) {
        printError(changed.error());
        return SomeFailed;
    }
    tellId(session->user(), *arguments);
    return AllDone;
}

int runUserReissue(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments =
        Arguments::parse(words, {{"user", "password-file", "initial-password-file", "application"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    const bool isAnswer = arguments->has("application");
    if (!isAnswer && !arguments->has("initial-password-file"))
        return missing("initial-password-file");
    if (isAnswer && arguments->has("initial-password-file"))
        return wrongUsage(tr("Please give either a password or an application."));
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one person by their id."));
    const QString id = QString::fromStdString(arguments->rest().front());
    const auto application = isAnswer ? people::readApplication(arguments->path("application")) : people::Application();
    if (!application)
        return failed(application.error());
    if (isAnswer && application->id != id)
        return failed({base::ErrorCode::NotFound, id, tr("This application is not this person's."), {}});
    const auto password = isAnswer ? base::SecretBytes() : readPasswordFile(arguments->path("initial-password-file"));
    if (!password)
        return failed(password.error());
    auto work = openPeopleWork(*arguments);
    if (!work)
        return failed(work.error());
    auto administration = (*work)->administration();
    if (!administration)
        return failed(administration.error());
    if (!isAnswer)
        keepsPasswordRules(*(*work)->pack, *password, ownerOf((*work)->office, id));
    const auto issued = isAnswer ? administration->renewKeys(id, application->signingKey, application->receivingKey)
                                 : administration->reissue(id, *password);
    if (!issued)
        return failed(issued.error());
    tellId(id, *arguments);
    return AllDone;
}

int runUserRecover(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments =
        Arguments::parse(words, {{"id", "recovery-code-file", "new-password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    for (const char *needed : {"id", "recovery-code-file", "new-password-file"}) {
        if (!arguments->has(needed))
            return missing(needed);
    }
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    const auto typed = readPasswordFile(arguments->path("recovery-code-file"));
    if (!typed)
        return failed(typed.error());
    const auto password = readPasswordFile(arguments->path("new-password-file"));
    if (!password)
        return failed(password.error());
    const people::Office office = officeFromEnvironment();
    const auto pack = packOf(office);
    if (!pack)
        return failed(pack.error());
    QString text = QString::fromUtf8(reinterpret_cast<const char *>(typed->data()), static_cast<qsizetype>(typed->size()));
    const auto code = people::fromGroups(text.trimmed(), people::recoveryCodeSize);
    base::wipe(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    const QString id = arguments->text("id");
    if (!code)
        return failed({base::ErrorCode::NotSignedIn, id, tr("This is no recovery code: a character was misread."), {}});
    if (!keepsPasswordRules(**pack, *password, ownerOf(office, id)))
        return SomeFailed;
    if (!people::keepsRootKey(office))
        return applyAnew(office, *code, id, *password, *arguments);
    const auto session = people::recover(office, *code, id, *password, base::SystemClock());
    if (!session)
        return notRecovered(session.error());
    tellId(id, *arguments);
    return AllDone;
}

int runUserApply(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(
        words, {{"id", "name", "kana", "department", "role", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    for (const char *needed : {"id", "name"}) {
        if (arguments->text(needed).isEmpty())
            return missing(needed);
    }
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    const auto password = readPassword(*arguments, tr("New password for %1").arg(arguments->text("id")));
    if (!password)
        return failed(password.error());
    const people::Office office = officeFromEnvironment();
    const people::PasswordOwner owner{arguments->text("id"), arguments->text("name"), arguments->text("kana")};
    // Which rules the office has is known with its roster: until then those that every pack has.
    keepsPasswordRules(policy::Pack(), *password, owner);
    const auto application = people::apply(office,
                                           {owner.id, owner.name, arguments->text("role"), owner.kana,
                                            arguments->text("department")},
                                           *password, base::SystemClock());
    if (!application)
        return failed(application.error());
    tellApplication(office, *application, *arguments);
    return AllDone;
}

} // namespace shirushi::cli
