#include "cli/office.h"

#include "cli/output.h"
#include "disposal/run.h"
#include "labelling/labeller.h"
#include "people/joining.h"
#include "people/keychange.h"
#include "platform/filesource.h"
#include "platform/terminal.h"
#include "vault/change.h"
#include "vault/leftovers.h"

#include <QCoreApplication>

#include <cstdlib>

namespace shirushi::cli {

namespace {

constexpr std::size_t longestPassword = 4096; // bytes

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

std::string environment(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

base::Path passwordFile(const Arguments &arguments)
{
    return arguments.has("password-file") ? arguments.path("password-file")
                                          : base::Path(environment("SHIRUSHI_PASSWORD_FILE"));
}

void tell(const vault::Leftover &leftover)
{
    const QString subject = base::toDisplay(leftover.vault);
    if (leftover.error)
        printError(*leftover.error);
    else if (leftover.rescues.isEmpty())
        printNotice(subject, tr("An item was still open when the program or the computer stopped. Its decrypted copy was erased."));
    else
        printNotice(subject, tr("An item was still open when the program or the computer stopped. What had not been saved lies in a rescue item: vault rescue list."));
}

} // namespace

people::Office officeFromEnvironment()
{
    const std::string folder = environment("SHIRUSHI_DATA");
    return people::Office(folder.empty() ? people::Office::defaultFolder() : base::Path(folder));
}

QString userNameOf(const Arguments &arguments)
{
    return arguments.has("user") ? arguments.text("user") : QString::fromStdString(environment("SHIRUSHI_USER"));
}

base::Result<base::SecretBytes> readPasswordFile(const base::Path &file)
{
    std::error_code problem;
    const base::Path real = std::filesystem::canonical(file, problem);
    const auto source = platform::FileSource::open(problem ? file : real);
    if (!source)
        return std::unexpected(source.error());
    if (source->size() > longestPassword)
        return base::failure(base::ErrorCode::TooLarge, base::toDisplay(file), tr("The password is too long."));
    base::SecretBytes password(source->size());
    const auto got =
        source->read(0, std::span(reinterpret_cast<char *>(password.data()), static_cast<std::size_t>(source->size())));
    if (!got)
        return std::unexpected(got.error());
    std::size_t size = *got;
    if (size > 0 && password.data()[size - 1] == '\n')
        --size;
    if (size > 0 && size < *got && password.data()[size - 1] == '\r')
        --size;
    password.truncate(size);
    return password;
}

bool hasCredentials(const Arguments &arguments)
{
    return !userNameOf(arguments).isEmpty() && !passwordFile(arguments).empty();
}

base::Result<base::SecretBytes> readPassword(const Arguments &arguments, const QString &question)
{
    const base::Path file = passwordFile(arguments);
    return file.empty() ? platform::askPassword(question) : readPasswordFile(file);
}

base::Result<people::Session> signIn(const people::Office &office, const Arguments &arguments, bool evenTemporary)
{
    if (!office.isSetUp() && people::hasApplied(office)) {
        return base::failure(base::ErrorCode::NotSignedIn, base::toDisplay(office.folder()),
                             tr("The administrator has not yet answered the application to join. Please take in the roster with shirushi-cli roster import."));
    }
    if (!office.isSetUp()) {
        return base::failure(base::ErrorCode::NotSignedIn, base::toDisplay(office.folder()),
                             tr("Shirushi has not been set up here yet. Please run shirushi-cli init first."));
    }
    const QString user = userNameOf(arguments);
    if (user.isEmpty()) {
        return base::failure(base::ErrorCode::NotSignedIn, base::toDisplay(office.folder()),
                             tr("Please say who you are: --user ID, or SHIRUSHI_USER."));
    }
    auto password = readPassword(arguments, tr("Password of %1").arg(user));
    if (!password) {
        base::Error error = password.error();
        error.code = base::ErrorCode::NotSignedIn;
        if (error.subject.isEmpty())
            error.subject = user;
        return std::unexpected(error);
    }
    auto session = office.signIn(user, *password, base::SystemClock());
    if (session && session->mustChangePassword() && !evenTemporary) {
        return base::failure(base::ErrorCode::NotSignedIn, user,
                             tr("The password is a temporary one. Please change it first: shirushi-cli user passwd."));
    }
    return session;
}

base::Result<Work> openForWork(const people::Office &office, const Arguments &arguments)
{
    const base::SystemClock clock;
    auto session = signIn(office, arguments);
    if (!session)
        return std::unexpected(session.error());
    auto ledger = office.openLedger(*session);
    if (!ledger)
        return std::unexpected(ledger.error());
    if (!ledger->isWritable()) {
        for (const ledger::Finding &finding : ledger->findings())
            printError({base::ErrorCode::Damaged, base::toDisplay(office.ledgerFile()), sentence(finding), {}});
        return Work{std::move(*session), std::move(*ledger)};
    }
    if (const auto finished = people::finishKeyChange(office, *session, *ledger); !finished)
        return std::unexpected(finished.error());
    if (const auto recovered = labelling::Labeller::recover(*ledger, *session, clock, office.labellingLock()); !recovered)
        return std::unexpected(recovered.error());
    const auto mended = vault::recover({*ledger, *session, clock, office.folder() / vault::workLock});
    if (!mended)
        return std::unexpected(mended.error());
    for (const QString &notice : mended->notices)
        printNotice(tr("Vault"), notice);
    const auto leftovers = vault::reportLeftovers(office.folder(), {*ledger, *session, clock, office.folder() / vault::workLock});
    if (!leftovers)
        return std::unexpected(leftovers.error());
    for (const vault::Leftover &leftover : *leftovers)
        tell(leftover);
    const auto ended = disposal::recover({*ledger, *session, clock, office.folder() / disposal::workLock});
    if (!ended)
        return std::unexpected(ended.error());
    for (const QString &notice : ended->notices)
        printNotice(tr("Disposal"), notice);
    if (const auto caughtUp = office.catchUp(*ledger, *session, clock); !caughtUp)
        return std::unexpected(caughtUp.error());
    return Work{std::move(*session), std::move(*ledger)};
}

} // namespace shirushi::cli
