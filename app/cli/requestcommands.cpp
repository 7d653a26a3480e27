#include "cli/requestcommands.h"

#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/requestoutput.h"
#include "cli/requestwork.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

// Options and files of `new` and `check`, which say the same thing.
int withDraft(const std::vector<std::string> &words,
              const std::function<int(RequestWork &, const workflow::Draft &, bool json)> &run)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {draftOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->text("action").isEmpty())
        return wrongUsage(tr("%1 is missing.").arg(QStringLiteral("--action")));
    auto work = openRequestWork(*arguments);
    if (!work)
        return failed(work.error());
    const auto draft = readDraft(*work->desk, *arguments);
    if (!draft)
        return failed(draft.error());
    return run(*work, *draft, arguments->has("json"));
}

int printCase(RequestWork &work, const QString &id)
{
    const auto known = work.requests.findSeen(id);
    if (!known)
        return failed(known.error());
    printJson({caseJson(*known)});
    return AllDone;
}

int exportOne(RequestWork &work, const QString &id, const std::optional<base::Path> &path, bool json)
{
    if (const auto known = work.requests.findSeen(id); !known)
        return failed(known.error());
    std::error_code ignored;
    std::vector<base::Path> files;
    if (path && !std::filesystem::is_directory(*path, ignored)) {
        if (const auto written = work.requests.exportAs(id, *path); !written)
            return failed(written.error());
        files = {*path};
    } else {
        const auto folder = path ? base::Result<base::Path>(*path) : sharedRequests(*work.desk);
        auto written = folder ? work.requests.exportTo(id, *folder) : std::unexpected(folder.error());
        if (!written)
            return failed(written.error());
        files = std::move(*written);
    }
    QJsonArray array;
    for (const base::Path &file : files) {
        if (json)
            array.append(QJsonObject{{QStringLiteral("request"), id}, {QStringLiteral("file"), base::toDisplay(file)}});
        else
            standardOutput() << line(base::toDisplay(file)) << '\n';
    }
    if (json)
        printJson(array);
    standardOutput().flush();
    return AllDone;
}

// One line a file; how many of them failed decides the exit code.
class ImportReport
{
public:
    explicit ImportReport(bool json) : m_json(json) {}

    void add(const workflow::Imported &imported)
    {
        if (imported.error) {
            printError({imported.error->code, base::toDisplay(imported.file),
                        imported.error->subject + QStringLiteral(": ") + imported.error->message, imported.error->left});
            m_forbidden = m_forbidden || imported.error->code == base::ErrorCode::Forbidden;
            m_failed = true;
        }
        if (!imported.leftOut.isEmpty())
            printNotice(base::toDisplay(imported.file), imported.leftOut);
        if (m_json) {
            m_array.append(QJsonObject{{QStringLiteral("file"), base::toDisplay(imported.file)},
                                       {QStringLiteral("request"), imported.request},
                                       {QStringLiteral("new"), imported.isNew},
                                       {QStringLiteral("error"), imported.error ? QJsonValue(imported.error->subject)
                                                                                : QJsonValue()}});
        } else if (!imported.error && imported.isNew) {
            standardOutput() << imported.request << '\n';
        }
    }

    int finish()
    {
        if (m_json)
            printJson(m_array);
        standardOutput().flush();
        return m_forbidden ? Forbidden : m_failed ? SomeFailed : AllDone;
    }

private:
    bool m_json;
    bool m_failed = false;
    bool m_forbidden = false;
    QJsonArray m_array;
};

} // namespace

int runRequestNew(const std::vector<std::string> &words)
{
    return withDraft(words, [](RequestWork &work, const workflow::Draft &draft, bool json) {
        const auto request = work.requests.ask(draft);
        if (!request)
            return failed(request.error());
        share(work, request->id);
        if (json)
            return printCase(work, request->id);
        standardOutput() << request->id << '\n';
        for (const workflow::Needed &needed : request->needed)
            printNotice(request->id, tr("Waiting for: %1").arg(neededText(needed, *work.desk->pack)));
        standardOutput().flush();
        return int(AllDone);
    });
}

int runRequestCheck(const std::vector<std::string> &words)
{
    return withDraft(words, [](RequestWork &work, const workflow::Draft &draft, bool json) {
        const auto permission = work.requests.permission(draft.plan);
        if (!permission)
            return failed(permission.error());
        if (json) {
            QJsonArray given;
            for (const workflow::Given &one : permission->given)
                given.append(givenJson(one));
            printJson({QJsonObject{{QStringLiteral("needed"), permission->needed},
                                   {QStringLiteral("request"), permission->request},
                                   {QStringLiteral("flagged"), permission->flagged},
                                   {QStringLiteral("approvals"), given}}});
        } else if (permission->needed) {
            standardOutput() << permission->request << '\n';
        } else {
            printNotice(draft.plan.action, tr("The rules want no approval for this."));
        }
        standardOutput().flush();
        return int(AllDone);
    });
}

int runRequestList(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments =
        Arguments::parse(words, {{"user", "password-file"}, {"mine", "waiting", "json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    auto work = openRequestWork(*arguments);
    if (!work)
        return failed(work.error());
    const auto show = arguments->has("mine")      ? workflow::Show::Mine
                      : arguments->has("waiting") ? workflow::Show::WaitingForMe
                                                  : workflow::Show::All;
    const auto cases = work->requests.list(show);
    if (!cases)
        return failed(cases.error());
    QJsonArray array;
    for (const workflow::Case &known : *cases) {
        if (!work->requests.maySee(known))
            continue;
        if (arguments->has("json"))
            array.append(caseJson(known));
        else
            standardOutput() << caseLine(known) << '\n';
    }
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return AllDone;
}

int runRequestShow(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one request by its id."));
    auto work = openRequestWork(*arguments);
    if (!work)
        return failed(work.error());
    const QString id = QString::fromStdString(arguments->rest().front());
    if (arguments->has("json"))
        return printCase(*work, id);
    const auto known = work->requests.findSeen(id);
    if (!known)
        return failed(known.error());
    standardOutput() << caseText(*known, *work->desk->pack);
    standardOutput().flush();
    return AllDone;
}

int runRequestExport(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().empty() || arguments->rest().size() > 2)
        return wrongUsage(tr("Please name one request by its id, and where it is to go."));
    auto work = openRequestWork(*arguments);
    if (!work)
        return failed(work.error());
    const auto path = arguments->rest().size() == 2 ? std::optional<base::Path>(arguments->rest()[1]) : std::nullopt;
    return exportOne(*work, QString::fromStdString(arguments->rest().front()), path, arguments->has("json"));
}

int runRequestImport(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    auto work = openRequestWork(*arguments);
    if (!work)
        return failed(work.error());
    std::vector<base::Path> paths(arguments->rest().begin(), arguments->rest().end());
    if (paths.empty()) {
        const auto shared = sharedRequests(*work->desk);
        if (!shared)
            return failed(shared.error());
        paths = {*shared};
    }
    ImportReport report(arguments->has("json"));
    for (const base::Path &path : paths) {
        std::error_code ignored;
        if (!std::filesystem::is_directory(path, ignored)) {
            report.add(work->requests.importFrom(path));
            continue;
        }
        const auto all = work->requests.importAll(path);
        if (!all)
            return failed(all.error());
        for (const workflow::Imported &imported : *all)
            report.add(imported);
    }
    return report.finish();
}

} // namespace shirushi::cli
