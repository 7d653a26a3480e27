#include "cli/labelcommands.h"

#include "cli/exitcode.h"
#include "cli/labeldesk.h"
#include "cli/output.h"
#include "labelling/designator.h"
#include "workflow/designations.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

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

namespace {

// What waits for being designated, where no file is named.
int listProposals(Desk &desk, bool json)
{
    const auto proposals = workflow::openProposals(desk.ledger, *desk.pack);
    if (!proposals)
        return told(proposals.error());
    QJsonArray array;
    for (const workflow::Proposal &proposal : *proposals) {
        if (json) {
            array.append(QJsonObject{{QStringLiteral("file"), proposal.file},
                                     {QStringLiteral("id"), proposal.label.id},
                                     {QStringLiteral("proposedBy"), proposal.label.labelledBy},
                                     {QStringLiteral("class"), policy::classText(*desk.pack, proposal.label.classes)},
                                     {QStringLiteral("entry"), static_cast<qint64>(proposal.seq)}});
        } else {
            standardOutput() << line(proposal.file) << '\t'
                             << policy::classText(*desk.pack, proposal.label.classes) << '\t'
                             << line(proposal.label.labelledBy) << '\n';
        }
    }
    if (json)
        printJson(array);
    standardOutput().flush();
    return AllDone;
}

// Labels by a kind of document: its class was designated in advance.
int labelByKind(Desk &desk, const Arguments &arguments)
{
    const policy::Pack &pack = *desk.pack;
    const QString id = arguments.text("kind");
    const auto kind = std::find_if(pack.documentKinds.begin(), pack.documentKinds.end(),
                                   [&](const policy::DocumentKind &known) { return known.id == id; });
    if (kind == pack.documentKinds.end())
        return wrongUsage(tr("The rules know no such kind of document."));
    labelling::LabelOrder order;
    order.classes = kind->classes;
    order.documentKind = id;
    order.reason = arguments.text("reason");
    for (const policy::Restriction &restriction : policy::restrictionsFor(pack, kind->classes)) {
        if (restriction.preset)
            order.restrictions += restriction.text.ja;
    }
    Report report(arguments.has("json"));
    labelling::Labeller labeller = desk.labeller();
    const Named named = filesNamed(arguments.rest(), arguments.has("recursive"));
    const auto labelAll = [&](const std::vector<base::Path> &files) {
        for (const base::Path &file : files) {
            order.path = file;
            report.add(labeller.set(order), policy::classText(pack, order.classes));
        }
    };
    labelAll(named.files);
    labelAll(stillFiles(named.later));
    return report.finish(named.failed);
}

} // namespace

int runLabelDesignate(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments =
        Arguments::parse(words, {{"kind", "reason", "user", "password-file"}, {"recursive", "json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->has("kind") && arguments->rest().empty())
        return wrongUsage(tr("No file was named."));
    auto desk = openDesk(*arguments);
    if (!desk)
        return told(desk.error());
    if (arguments->rest().empty())
        return listProposals(**desk, arguments->has("json"));
    if (arguments->has("kind"))
        return labelByKind(**desk, *arguments);
    Report report(arguments->has("json"));
    labelling::Designator designator((*desk)->pack, (*desk)->labellerParts());
    const Named named = filesNamed(arguments->rest(), arguments->has("recursive"));
    base::NoProgress progress;
    const auto designateAll = [&](const std::vector<base::Path> &files) {
        designator.designate(files, progress, [&](const labelling::LabelOutcome &outcome) {
            report.add(outcome, outcome.label ? policy::classText(*(*desk)->pack, outcome.label->classes) : QString());
        });
    };
    designateAll(named.files);
    designateAll(stillFiles(named.later));
    return report.finish(named.failed);
}

} // namespace shirushi::cli
