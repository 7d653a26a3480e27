#include "cli/labelcommands.h"

#include "cli/exitcode.h"
#include "cli/office.h"
#include "cli/output.h"
#include "label/sidecar.h"
#include "labelling/filenamemark.h"
#include "labelling/labeller.h"
#include "labelling/target.h"
#include "ledger/ledger.h"
#include "people/roster.h"
#include "policy/library.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

struct Marks {
    bool header = false;
    bool name = false;
};

std::optional<Marks> marksFrom(const QString &text)
{
    Marks marks;
    if (text.isEmpty())
        return marks;
    const QStringList words = text.split(u',');
    for (const QString &word : words) {
        if (word == u"header")
            marks.header = true;
        else if (word == u"name")
            marks.name = true;
        else
            return std::nullopt;
    }
    return marks;
}

// Everything a labelling command works with, once somebody is signed in.
struct Desk {
    people::Office office;
    people::Session session;
    ledger::Ledger ledger;
    policy::Library library;
    std::shared_ptr<const policy::Pack> pack;
    std::shared_ptr<const people::Directory> directory;
    label::CodecSet codecs;
    base::SystemClock clock;

    labelling::Labeller labeller()
    {
        QStringList nameMarks;
        for (const auto &known : library.packs())
            nameMarks += labelling::fileNameMarksOf(*known);
        return {pack, {codecs, session, *directory, ledger, clock, office.labellingLock(), session.account().role, nameMarks}};
    }
};

base::Result<std::unique_ptr<Desk>> openDesk(const Arguments &arguments)
{
    const people::Office office = officeFromEnvironment();
    auto work = openForWork(office, arguments);
    if (!work)
        return std::unexpected(work.error());
    const auto settings = people::readSettings(office.settingsFile());
    if (!settings)
        return std::unexpected(settings.error());
    policy::Library library = policy::Library::load(office.policyFolder());
    for (const base::Error &fault : library.faulty())
        printNotice(fault.subject, fault.message);
    auto pack = library.find(settings->policy);
    if (!pack) {
        return base::failure(base::ErrorCode::NotFound, settings->policy,
                             tr("The rules of this office are not installed."));
    }
    auto desk = std::make_unique<Desk>(Desk{office, std::move(work->session), std::move(work->ledger), std::move(library),
                                            std::move(pack), people::Directory::load(office.peopleFolder()), {}, {}});
    return desk;
}

int exitCodeFor(const base::Error &error)
{
    return error.code == base::ErrorCode::NotSignedIn ? NotSignedIn : SomeFailed;
}

int told(const base::Error &error)
{
    printError(error);
    return exitCodeFor(error);
}

// The files that `words` name, each once. `later` are .xmp files beside their document: they may be merged
// with its label, and are files like any other only if they were not.
struct Named {
    std::vector<base::Path> files;
    std::vector<base::Path> later;
    bool failed = false; // a folder that cannot be taken; told already
};

void passOver(const base::Path &sidecar)
{
    printNotice(base::toDisplay(sidecar), tr("This file holds the label of the file beside it and is passed over."));
}

Named filesNamed(const std::vector<std::string> &words, bool recursive)
{
    Named named;
    std::set<base::Path> known;
    const auto take = [&](const base::Path &path) {
        if (!known.insert(labelling::followedInside(path).value_or(labelling::absolutePath(path))).second)
            return;
        (label::liesBesideItsDocument(path) ? named.later : named.files).push_back(path);
    };
    for (const std::string &word : words) {
        const base::Path path(word);
        std::error_code ignored;
        if (!std::filesystem::is_directory(std::filesystem::symlink_status(path, ignored))) {
            if (label::isOurSidecar(path))
                passOver(path);
            else
                take(path);
        } else if (recursive) {
            for (const base::Path &file : labelling::filesBelow(path))
                take(file);
        } else {
            printError({base::ErrorCode::Unsupported, base::toDisplay(path),
                        tr("This is a folder. With --recursive the files in it are labelled."), {}});
            named.failed = true;
        }
    }
    return named;
}

// Of the files that lie beside their document, those that did not become its label's place.
std::vector<base::Path> stillFiles(const std::vector<base::Path> &later)
{
    std::vector<base::Path> files;
    for (const base::Path &path : later) {
        if (label::isOurSidecar(path))
            passOver(path);
        else
            files.push_back(path);
    }
    return files;
}

QString sourceName(labelling::LabelSource source)
{
    switch (source) {
    case labelling::LabelSource::Embedded: return QStringLiteral("embedded");
    case labelling::LabelSource::Sidecar: return QStringLiteral("sidecar");
    case labelling::LabelSource::Attribute: return QStringLiteral("attribute");
    case labelling::LabelSource::Ledger:
    case labelling::LabelSource::None: break;
    }
    return {};
}

QJsonObject toJson(const labelling::LabelOutcome &outcome)
{
    QJsonObject json{{QStringLiteral("file"), base::toDisplay(outcome.path)},
                     {QStringLiteral("newFile"), base::toDisplay(outcome.newPath)},
                     {QStringLiteral("source"), sourceName(outcome.source)},
                     {QStringLiteral("marked"), outcome.marked},
                     {QStringLiteral("notices"), QJsonArray::fromStringList(outcome.notices)},
                     {QStringLiteral("error"), outcome.error ? QJsonValue(outcome.error->message) : QJsonValue()}};
    if (outcome.label)
        json.insert(QStringLiteral("id"), outcome.label->id);
    return json;
}

class Report
{
public:
    explicit Report(bool json) : m_json(json) {}

    void add(const labelling::LabelOutcome &outcome, const QString &done)
    {
        const QString path = base::toDisplay(outcome.newPath);
        if (!outcome.notices.isEmpty())
            printNotice(path, outcome.notices.join(u' '));
        if (outcome.error) {
            printError(*outcome.error);
            m_failed = true;
            m_forbidden = m_forbidden || outcome.error->code == base::ErrorCode::Forbidden;
        }
        if (m_json)
            m_array.append(toJson(outcome));
        else if (!outcome.error)
            standardOutput() << line(path) << ": " << (outcome.unchanged ? tr("no label") : done) << '\n';
    }

    int finish(bool failedBefore)
    {
        if (m_json)
            printJson(m_array);
        standardOutput().flush();
        return m_forbidden ? Forbidden : m_failed || failedBefore ? SomeFailed : AllDone;
    }

private:
    bool m_json;
    bool m_failed = false;
    bool m_forbidden = false;
    QJsonArray m_array;
};

} // namespace

int runLabelSet(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(
        words, {{"class", "mark", "reason", "user", "password-file"}, {"recursive", "json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    const auto marks = marksFrom(arguments->text("mark"));
    if (!marks)
        return wrongUsage(tr("--mark takes header, name, or both with a comma between."));
    if (arguments->text("class").isEmpty())
        return wrongUsage(tr("%1 is missing.").arg(QStringLiteral("--class")));
    if (arguments->rest().empty())
        return wrongUsage(tr("No file was named."));

    auto desk = openDesk(*arguments);
    if (!desk)
        return told(desk.error());
    const policy::Pack &pack = *(*desk)->pack;
    const auto classes = policy::classesFromText(pack, arguments->text("class"));
    if (!classes)
        return wrongUsage(classes.error().message);

    QStringList restrictions;
    for (const policy::Restriction &restriction : policy::restrictionsFor(pack, *classes)) {
        if (restriction.preset)
            restrictions += restriction.text.ja;
    }
    Report report(arguments->has("json"));
    labelling::Labeller labeller = (*desk)->labeller();
    const QString done = policy::classText(pack, *classes);
    const auto labelAll = [&](const std::vector<base::Path> &files) {
        std::vector<labelling::LabelOrder> orders;
        for (const base::Path &file : files)
            orders.push_back({file, *classes, restrictions, {}, arguments->text("reason"), {}, marks->header, marks->name, {}});
        base::NoProgress progress;
        labeller.setAll(orders, progress, [&](const labelling::LabelOutcome &outcome) { report.add(outcome, done); });
    };
    const Named named = filesNamed(arguments->rest(), arguments->has("recursive"));
    labelAll(named.files);
    labelAll(stillFiles(named.later));
    return report.finish(named.failed);
}

int runLabelRemove(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments =
        Arguments::parse(words, {{"reason", "user", "password-file"}, {"recursive", "json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->text("reason").trimmed().isEmpty())
        return wrongUsage(tr("%1 is missing.").arg(QStringLiteral("--reason")));
    if (arguments->rest().empty())
        return wrongUsage(tr("No file was named."));
    auto desk = openDesk(*arguments);
    if (!desk)
        return told(desk.error());
    Report report(arguments->has("json"));
    labelling::Labeller labeller = (*desk)->labeller();
    const auto removeAll = [&](const std::vector<base::Path> &files) {
        for (const base::Path &file : files)
            report.add(labeller.remove(file, arguments->text("reason")), tr("label removed"));
    };
    const Named named = filesNamed(arguments->rest(), arguments->has("recursive"));
    removeAll(named.files);
    removeAll(stillFiles(named.later));
    return report.finish(named.failed);
}

} // namespace shirushi::cli
