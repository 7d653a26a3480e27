// An item of a vault, open in its usual program until it is closed; and closing what is open.
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/untilinterrupted.h"
#include "cli/vaultcommands.h"
#include "cli/vaultwork.h"
#include "platform/desktopsession.h"
#include "vault/leftovers.h"
#include "vault/openitems.h"

#include <QCoreApplication>
#include <QProcess>
#include <QThread>

namespace shirushi::cli {

namespace {

constexpr unsigned long pause = 200;              // milliseconds
constexpr std::chrono::seconds patience{30};      // for other programs to close what they have open

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

// The program lives on when this one ends, and says nothing on its output.
base::Result<void> start(const QString &program, const base::Path &document)
{
    QProcess process;
    process.setProgram(program);
    process.setArguments({base::toDisplay(document)});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    if (process.startDetached())
        return {};
    return base::failure(base::ErrorCode::NotFound, program, tr("This program could not be started. Please name another one: --with PROGRAM."));
}

vault::OpenParts openParts(Desk &desk, const Arguments &arguments)
{
    const QString program = arguments.has("with") ? arguments.text("with") : QStringLiteral("xdg-open");
    return {vaultParts(desk), desk.office.folder(), [program](const base::Path &document) { return start(program, document); }};
}

// Says what has changed since the last time.
class Telling
{
public:
    explicit Telling(bool isJson) : m_isJson(isJson) {}
    void tell(const vault::Opened &now)
    {
        if (now.saves != m_saves)
            say(tr("Saved: %1").arg(line(now.name)));
        if (now.problem && now.problem != m_problem)
            printError(*now.problem);
        for (qsizetype i = m_notices; i < now.notices.size(); ++i)
            printNotice(now.name, now.notices[i]);
        m_saves = now.saves;
        m_problem = now.problem;
        m_notices = now.notices.size();
    }
    void say(const QString &sentence) const
    {
        if (!m_isJson)
            standardOutput() << sentence << Qt::endl;
    }

private:
    bool m_isJson;
    int m_saves = 0;
    std::optional<base::Error> m_problem;
    qsizetype m_notices = 0;
};

QJsonObject json(const vault::Opened &opened)
{
    return {{QStringLiteral("id"), opened.item},
            {QStringLiteral("name"), opened.name},
            {QStringLiteral("readOnly"), opened.isReadOnly},
            {QStringLiteral("inMemory"), opened.isInMemory},
            {QStringLiteral("saves"), opened.saves},
            {QStringLiteral("counter"), static_cast<qint64>(opened.counter)},
            {QStringLiteral("closed"), opened.state == vault::OpenState::Closed},
            {QStringLiteral("rescues"), QJsonArray::fromStringList(opened.rescues)},
            {QStringLiteral("notices"), QJsonArray::fromStringList(opened.notices)}};
}

vault::Opened stateOf(const vault::OpenItems &items)
{
    const auto all = items.opened();
    return all.empty() ? vault::Opened() : all.front();
}

// Until it is closed, by whatever closes it.
vault::Opened waitForEnd(vault::OpenItems &items, const base::Progress &progress, Telling &telling)
{
    base::NoProgress none; // a save that has begun comes to its end
    const auto desktop = platform::DesktopSession::watch([&items] { items.lockAll(vault::ClosedBy::Lock); });
    vault::Opened now = stateOf(items);
    while (now.state != vault::OpenState::Closed) {
        if (progress.cancelled()) {
            static_cast<void>(items.close(now.id));
            now = stateOf(items);
            telling.tell(now);
            return now;
        }
        if (items.look())
            items.work(none);
        now = stateOf(items);
        telling.tell(now);
        QCoreApplication::processEvents();
        QThread::msleep(pause);
    }
    return now;
}

} // namespace

int runVaultOpen(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"with", "user", "password-file"}, {"json", "read-only"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 2)
        return wrongUsage(tr("“vault open” takes a vault and the number of an item."));
    auto work = openVaultWork(*arguments);
    if (!work)
        return failed(work.error());
    const auto id = work->vault.idFrom(QString::fromStdString(arguments->rest()[1]));
    if (!id)
        return failed(id.error());
    vault::OpenItems items(openParts(*work->desk, *arguments));
    UntilInterrupted progress;
    const auto opened = items.open({work->vault.layout().folder(), *id, arguments->has("read-only")}, progress);
    if (!opened)
        return failed(opened.error());
    Telling telling(arguments->has("json"));
    telling.say(tr("Open: %1").arg(line(base::toDisplay(opened->document))));
    if (opened->isReadOnly)
        printNotice(opened->name, opened->isFinal ? tr("This item is final (write-protected): it is open for reading.") : tr("This item is open for reading."));
    telling.tell(*opened);
    const vault::Opened closed = waitForEnd(items, progress, telling);
    const bool isClosed = closed.state == vault::OpenState::Closed;
    if (isClosed)
        telling.say(tr("Closed: %1").arg(line(closed.name)));
    if (arguments->has("json"))
        printJson({json(closed)});
    return isClosed && closed.rescues.isEmpty() ? AllDone : SomeFailed;
}

int runVaultLock(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("“vault lock” takes no further words."));
    const people::Office office = officeFromEnvironment();
    const auto work = openForWork(office, *arguments);
    if (!work)
        return failed(work.error());
    const int left = vault::askToClose(office.folder(), work->session.user(), patience);
    if (left > 0)
        printNotice(tr("Vault"), tr("Still open: %1").arg(left));
    if (arguments->has("json"))
        printJson({QJsonObject{{QStringLiteral("stillOpen"), left}}});
    return left == 0 ? AllDone : SomeFailed;
}

} // namespace shirushi::cli
