#include "cli/publishcommands.h"

#include "cli/arguments.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/terminaltext.h"
#include "label/hidden/hidden.h"

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

} // namespace

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
