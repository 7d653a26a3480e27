#include "cli/labeldesk.h"

#include "cli/exitcode.h"
#include "cli/output.h"
#include "label/sidecar.h"
#include "labelling/filenamemark.h"
#include "labelling/lowering.h"
#include "labelling/target.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <set>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

void passOver(const base::Path &sidecar)
{
    printNotice(base::toDisplay(sidecar), tr("This file holds the label of the file beside it and is passed over."));
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

} // namespace

labelling::LabellerParts Desk::labellerParts()
{
    QStringList nameMarks;
    for (const auto &known : library.packs())
        nameMarks += labelling::fileNameMarksOf(*known);
    return {codecs, session, *directory, ledger, clock, office.labellingLock(), session.account().role, nameMarks,
            labelling::permissionOf(workflow::RequestDesk({ledger, session, directory, pack, clock}))};
}

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

int told(const base::Error &error)
{
    printError(error);
    return error.code == base::ErrorCode::NotSignedIn ? NotSignedIn : SomeFailed;
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

void Report::add(const labelling::LabelOutcome &outcome, const QString &done)
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

int Report::finish(bool failedBefore)
{
    if (m_json)
        printJson(m_array);
    standardOutput().flush();
    return m_forbidden ? Forbidden : m_failed || failedBefore ? SomeFailed : AllDone;
}

} // namespace shirushi::cli
