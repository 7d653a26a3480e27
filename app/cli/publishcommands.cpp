#include "cli/publishcommands.h"

#include "cli/arguments.h"
#include "cli/exitcode.h"
#include "cli/labeldesk.h"
#include "cli/output.h"
#include "cli/terminaltext.h"
#include "sending/publication.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace shirushi::cli {

namespace {

using label::HiddenFinding;
using label::HiddenReport;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

QJsonObject json(const base::Path &path, const HiddenReport &report)
{
    QJsonArray findings;
    for (const HiddenFinding &finding : report.findings) {
        findings.append(QJsonObject{{QStringLiteral("kind"), wordFor(finding.kind)},
                                    {QStringLiteral("title"), titleOf(finding.kind)},
                                    {QStringLiteral("where"), finding.where},
                                    {QStringLiteral("excerpt"), finding.excerpt},
                                    {QStringLiteral("certainty"), wordFor(finding.certainty)}});
    }
    QJsonObject counts;
    for (const auto &[kind, count] : report.counts)
        counts.insert(wordFor(kind), static_cast<double>(count));
    return {{QStringLiteral("path"), base::toDisplay(path)},
            {QStringLiteral("format"), report.format},
            {QStringLiteral("findings"), findings},
            {QStringLiteral("counts"), counts}};
}

QString certaintyText(label::Certainty certainty)
{
    switch (certainty) {
    case label::Certainty::Sure: return {};
    case label::Certainty::Likely: return tr(" (likely)");
    case label::Certainty::Possible: break;
    }
    return tr(" (please look)");
}

void printText(const base::Path &path, const HiddenReport &report)
{
    QTextStream &out = standardOutput();
    out << line(base::toDisplay(path)) << '\n';
    if (report.isEmpty())
        out << wrapped(tr("Nothing hidden was found."), 2);
    std::map<label::HiddenKind, std::size_t> shown;
    for (const HiddenFinding &finding : report.findings) {
        ++shown[finding.kind];
        QStringList parts{titleOf(finding.kind) + certaintyText(finding.certainty)};
        for (const QString &part : {finding.where, finding.excerpt}) {
            if (!part.isEmpty())
                parts += part;
        }
        out << wrapped(parts.join(QStringLiteral(": ")), 2);
    }
    for (const auto &[kind, count] : report.counts) {
        if (count > shown[kind])
            out << wrapped(tr("%1: %2 more").arg(titleOf(kind)).arg(count - shown[kind]), 2);
    }
}

sending::PublicationDesk publicationDesk(Desk &desk)
{
    return sending::PublicationDesk({desk.ledger, desk.session, desk.directory, desk.pack, desk.library, desk.codecs, desk.clock,
                                     sending::PendingPasswords(desk.office.folder() / "pending")});
}

QJsonObject json(const sending::PublishedFile &file)
{
    QJsonObject object = json(file.path, file.hidden);
    object.insert(QStringLiteral("id"), file.id);
    object.insert(QStringLiteral("sha256"), file.sha256);
    object.insert(QStringLiteral("acquiredSha256"), file.acquired ? file.acquired->sha256 : QString());
    return object;
}

QJsonObject json(const sending::PublicationRecord &record)
{
    QJsonObject hidden;
    for (const auto &[kind, count] : record.hidden)
        hidden.insert(kind, count);
    return {{QStringLiteral("id"), record.id},
            {QStringLiteral("seq"), static_cast<double>(record.seq)},
            {QStringLiteral("at"), base::toRfc3339(record.at)},
            {QStringLiteral("user"), record.by},
            {QStringLiteral("file"), record.file},
            {QStringLiteral("place"), record.place},
            {QStringLiteral("sha256"), record.sha256},
            {QStringLiteral("acquiredSha256"), record.acquired},
            {QStringLiteral("hidden"), hidden},
            {QStringLiteral("comparedAt"), record.comparedAt.isValid() ? base::toRfc3339(record.comparedAt) : QString()},
            {QStringLiteral("compared"), record.compared}};
}

void tell(const sending::Published &published)
{
    for (const sending::PublishedFile &file : published.files) {
        if (!file.hidden.isEmpty())
            printText(file.path, file.hidden);
        if (!file.acquired)
            printNotice(base::toDisplay(file.path), tr("The ledger does not know how this content was acquired."));
        if (published.isRecorded)
            standardOutput() << file.id << '\n';
    }
    const auto &verdict = published.answer.verdict;
    for (const auto *list : {&verdict.obligations, &verdict.reminders}) {
        for (const policy::Obligation &obligation : *list)
            printNotice(obligation.citation.article, obligation.text.ja);
    }
    if (!published.isRecorded)
        printNotice(tr("Not recorded"), tr("Hidden data was found. Take it out, or say with --accept-hidden that it may go out."));
}

} // namespace

int runPublishRecord(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"place", "channel", "given", "purpose", "basis", "sanitised", "user", "password-file"},
                                                    {"accept-hidden", "json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().empty())
        return wrongUsage(tr("No file was named."));
    sending::Publication publication;
    for (const std::string &word : arguments->rest())
        publication.files.emplace_back(word);
    publication.place = arguments->text("place");
    if (arguments->has("channel"))
        publication.channel = arguments->text("channel");
    publication.given = arguments->text("given").split(u',', Qt::SkipEmptyParts);
    publication.purpose = arguments->text("purpose");
    publication.basis = arguments->text("basis");
    publication.sanitised = arguments->text("sanitised");
    publication.acceptsHidden = arguments->has("accept-hidden");
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    const auto published = publicationDesk(**desk).publish(publication);
    if (!published)
        return failed(published.error());
    if (arguments->has("json")) {
        QJsonArray array;
        for (const sending::PublishedFile &file : published->files)
            array.append(json(file));
        printJson(array);
    } else {
        tell(*published);
    }
    standardOutput().flush();
    return published->isRecorded ? AllDone : SomeFailed;
}

int runPublishCompare(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"id", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("“publish compare” takes one file."));
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    const auto compared = publicationDesk(**desk).compare(base::Path(arguments->rest().front()), arguments->text("id"));
    if (!compared)
        return failed(compared.error());
    const QString sentence = compared->result == sending::Comparison::Same        ? tr("The copy is the same, byte for byte.")
                             : compared->result == sending::Comparison::OnlyLabel ? tr("The content is the same; only the label differs.")
                                                                                  : tr("The copy differs from what was published.");
    if (arguments->has("json")) {
        QJsonObject object = json(compared->record);
        object.insert(QStringLiteral("compared"), wordFor(compared->result));
        printJson({object});
    } else {
        standardOutput() << sentence << '\n';
    }
    standardOutput().flush();
    return compared->result == sending::Comparison::Differs ? SomeFailed : AllDone;
}

int runPublishList(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    const auto records = publicationDesk(**desk).list();
    if (!records)
        return failed(records.error());
    QJsonArray array;
    for (const sending::PublicationRecord &record : *records) {
        if (arguments->has("json"))
            array.append(json(record));
        else
            standardOutput() << record.id << ' ' << line(record.file) << ' ' << line(record.place) << ' ' << record.compared << '\n';
    }
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return AllDone;
}

int runPublishCheck(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().empty())
        return wrongUsage(tr("No file was named."));
    QJsonArray array;
    bool isClean = true;
    for (const std::string &word : arguments->rest()) {
        const base::Path path(word);
        const auto report = label::findHidden(path);
        if (!report) {
            printError(report.error());
            isClean = false;
            continue;
        }
        isClean = isClean && report->isEmpty();
        if (arguments->has("json"))
            array.append(json(path, *report));
        else
            printText(path, *report);
    }
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return isClean ? AllDone : SomeFailed;
}

} // namespace shirushi::cli
