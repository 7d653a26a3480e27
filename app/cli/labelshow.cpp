#include "cli/labelshow.h"

#include "cli/exitcode.h"
#include "cli/office.h"
#include "cli/output.h"
#include "labelling/entrydrafts.h"
#include "labelling/labelreader.h"
#include "labelling/ledgerlabels.h"
#include "labelling/target.h"
#include "ledger/ledger.h"
#include "people/directory.h"
#include "policy/library.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <atomic>
#include <optional>
#include <thread>

namespace shirushi::cli {

using labelling::FileLabel;
using labelling::FileStatus;
using labelling::LabelSource;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

QString statusName(FileStatus status)
{
    switch (status) {
    case FileStatus::Labelled: return QStringLiteral("labelled");
    case FileStatus::Unlabelled: return QStringLiteral("unlabelled");
    case FileStatus::Unreadable: return QStringLiteral("unreadable");
    }
    return {};
}

QString sourceName(LabelSource source)
{
    switch (source) {
    case LabelSource::Embedded: return QStringLiteral("embedded");
    case LabelSource::Sidecar: return QStringLiteral("sidecar");
    case LabelSource::Attribute: return QStringLiteral("attribute");
    case LabelSource::Ledger: return QStringLiteral("ledger");
    case LabelSource::None: break;
    }
    return {};
}

QJsonObject toJson(const FileLabel &file)
{
    QJsonObject json{{QStringLiteral("file"), base::toDisplay(file.path)},
                     {QStringLiteral("sha256"), file.sha256},
                     {QStringLiteral("status"), statusName(file.status)}};
    QJsonArray foreign;
    for (const label::ForeignLabel &other : file.foreign)
        foreign.append(QJsonObject{{QStringLiteral("program"), other.program}, {QStringLiteral("name"), other.name}});
    if (!foreign.isEmpty())
        json.insert(QStringLiteral("foreign"), foreign);
    if (file.problem)
        json.insert(QStringLiteral("problem"), file.problem->message);
    json.insert(QStringLiteral("signature"), labelling::wordFor(file.signature));
    if (!file.label) {
        for (const char *nothing : {"source", "label", "content"})
            json.insert(QLatin1String(nothing), QJsonValue());
        return json;
    }
    // The label as it travels, less what is about its own keeping.
    QJsonObject label = label::toJson(*file.label);
    for (const char *inner : {"version", "contentHash", "signature", "keyId"})
        label.remove(QLatin1String(inner));
    json.insert(QStringLiteral("source"), sourceName(file.source));
    json.insert(QStringLiteral("label"), label);
    json.insert(QStringLiteral("content"), file.content == labelling::ContentState::Same ? QStringLiteral("same")
                                                                                         : QStringLiteral("changed"));
    return json;
}

QString signatureSentence(label::SignatureState state)
{
    switch (state) {
    case label::SignatureState::Valid: return tr("signature valid");
    case label::SignatureState::Invalid: return tr("signature INVALID");
    case label::SignatureState::UnknownSigner: return tr("signed by somebody who is not known here");
    case label::SignatureState::None: break;
    }
    return tr("not signed");
}

void printText(const FileLabel &file, const policy::Library &library)
{
    QTextStream &out = standardOutput();
    out << line(base::toDisplay(file.path)) << ": ";
    if (!file.label) {
        out << (file.status == FileStatus::Unreadable ? tr("unreadable") : tr("no label")) << '\n';
        return;
    }
    const auto pack = library.find(file.label->policy);
    if (pack && policy::checkClasses(*pack, file.label->classes)) {
        out << policy::classText(*pack, file.label->classes);
    } else {
        QStringList classes;
        for (const auto &[axis, level] : file.label->classes)
            classes += axis + QStringLiteral("=") + level;
        out << file.label->policy << ' ' << classes.join(u',');
    }
    out << " (" << signatureSentence(file.signature);
    if (file.content == labelling::ContentState::Changed)
        out << tr("; edited since it was labelled");
    out << ")\n";
}

std::vector<base::Path> filesNamed(const std::vector<std::string> &words, bool recursive)
{
    std::vector<base::Path> files;
    for (const std::string &word : words) {
        const base::Path path(word);
        std::error_code ignored;
        if (recursive && std::filesystem::is_directory(std::filesystem::symlink_status(path, ignored))) {
            const std::vector<base::Path> below = labelling::filesBelow(path);
            files.insert(files.end(), below.begin(), below.end());
        } else {
            files.push_back(path);
        }
    }
    return files;
}

// A link is followed where a label would be written through it: within its folder.
FileLabel readNamed(const base::Path &path, const labelling::LabelReader &reader)
{
    std::error_code ignored;
    FileLabel file = reader.read(path);
    if (file.status == FileStatus::Unreadable && std::filesystem::is_symlink(path, ignored)) {
        if (const auto target = labelling::followedInside(path))
            file = reader.read(*target);
        else
            file.problem = target.error();
        file.path = path;
    }
    return file;
}

std::vector<FileLabel> readAll(const std::vector<base::Path> &files, const labelling::LabelReader &reader)
{
    std::vector<FileLabel> labels(files.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < files.size(); i = next++)
            labels[i] = readNamed(files[i], reader);
    };
    const std::size_t threads = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), files.size());
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads; ++i)
        others.emplace_back(work);
    work();
    others.clear();
    return labels;
}

// It has no label of its own, or one whose content is another: the ledger may know better.
bool needsLedger(const FileLabel &file)
{
    return file.status != FileStatus::Labelled || file.content == labelling::ContentState::Changed;
}

// Looked up in the ledger by content: one sign-in for the whole run.
base::Result<void> lookUp(std::vector<FileLabel> &labels, const people::Office &office, const Arguments &arguments,
                          const label::CodecSet &codecs, const crypto::KeyDirectory &keys)
{
    auto session = signIn(office, arguments);
    if (!session)
        return std::unexpected(session.error());
    auto ledger = office.openLedger(*session);
    if (!ledger)
        return std::unexpected(ledger.error());
    const auto lookup = [&](const QString &contentHash) { return labelling::labelInLedger(*ledger, contentHash); };
    const auto received = [&](const QString &contentHash, const label::Label &label) { return labelling::wasReceivedWith(*ledger, contentHash, label); };
    const labelling::LabelReader reader(codecs, keys, lookup, received);
    for (FileLabel &file : labels) {
        if (needsLedger(file) && file.sha256 != QString())
            file = readNamed(file.path, reader);
    }
    return {};
}

} // namespace

int runLabelShow(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"recursive", "json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().empty())
        return wrongUsage(tr("No file was named."));

    const people::Office office = officeFromEnvironment();
    const auto directory = people::Directory::load(office.peopleFolder());
    const label::CodecSet codecs;
    std::vector<FileLabel> labels = readAll(filesNamed(arguments->rest(), arguments->has("recursive")),
                                            labelling::LabelReader(codecs, *directory));
    if (std::any_of(labels.begin(), labels.end(), needsLedger) && office.isSetUp() && hasCredentials(*arguments)) {
        if (const auto found = lookUp(labels, office, *arguments, codecs, *directory); !found) {
            printError(found.error());
            return found.error().code == base::ErrorCode::NotSignedIn ? NotSignedIn : SomeFailed;
        }
    }
    QJsonArray array;
    const policy::Library library =
        arguments->has("json") ? policy::Library() : policy::Library::load(office.policyFolder());
    bool failed = false;
    for (const FileLabel &file : labels) {
        if (file.problem) {
            printError(*file.problem);
            failed = true;
        }
        if (arguments->has("json"))
            array.append(toJson(file));
        else
            printText(file, library);
    }
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return failed ? SomeFailed : AllDone;
}

} // namespace shirushi::cli
