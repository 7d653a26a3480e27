#include "cli/checkcommand.h"

#include "cli/exitcode.h"
#include "cli/office.h"
#include "cli/output.h"
#include "cli/policyparagraphs.h"
#include "cli/policyshow.h"
#include "labelling/labelreader.h"
#include "people/directory.h"
#include "people/settings.h"
#include "sending/answertext.h"
#include "sending/ordercheck.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

base::Error wrong(const QString &sentence)
{
    return {base::ErrorCode::InvalidInput, {}, sentence, {}};
}

using Labels = std::vector<labelling::FileLabel>;

base::Result<Labels> labelsOf(const Arguments &arguments, const people::Office &office)
{
    const auto directory = people::Directory::load(office.peopleFolder());
    const label::CodecSet codecs;
    const labelling::LabelReader reader(codecs, *directory);
    Labels labels;
    for (const std::string &word : arguments.rest()) {
        labelling::FileLabel file = reader.read(base::Path(word));
        if (file.problem)
            return std::unexpected(*file.problem);
        labels.push_back(std::move(file));
    }
    return labels;
}

// As said, else as the labels say, else as the office does.
base::Result<std::shared_ptr<const policy::Pack>> packFor(const Arguments &arguments, const people::Office &office,
                                                          const policy::Library &library, const Labels &labels)
{
    QString id = arguments.text("policy");
    for (const labelling::FileLabel &file : labels) {
        if (id.isEmpty() && file.label)
            id = file.label->policy;
    }
    if (const auto settings = people::readSettings(office.settingsFile()); id.isEmpty() && settings)
        id = settings->policy;
    if (id.isEmpty())
        return std::unexpected(wrong(tr("Which rules? “--policy ID” says it, and “policy list” lists them.")));
    auto pack = library.find(id);
    if (!pack) {
        return std::unexpected(wrong(tr("There is no policy “%1”. Own policies are looked for in: %2")
                                         .arg(id, base::toDisplay(office.policyFolder()))));
    }
    return pack;
}

// As the window sees it: what was forged is none; an office's keys need not be here.
bool isBelievable(const labelling::FileLabel &file)
{
    return file.label && file.signature != label::SignatureState::Invalid;
}

// What may make the answer another one than that of "send pack", which wants a label signed here and a content as it was.
void tellOfLabels(const Labels &labels)
{
    for (const labelling::FileLabel &file : labels) {
        if (!isBelievable(file))
            continue;
        if (file.content == labelling::ContentState::Changed)
            printNotice(base::toDisplay(file.path), tr("It was changed after it was classified."));
        if (file.signature != label::SignatureState::Valid)
            printNotice(base::toDisplay(file.path), tr("Nobody who is known here signed its label."));
    }
}

// The highest class counts; a file without a label needs one first, or --class to say what it is.
base::Result<policy::Classes> classesFor(const Arguments &arguments, const policy::Pack &pack, const Labels &labels)
{
    std::optional<policy::Classes> highest;
    if (arguments.has("class")) {
        auto stated = policy::classesFromText(pack, arguments.text("class"));
        if (!stated)
            return stated;
        highest = std::move(*stated);
    }
    for (const labelling::FileLabel &file : labels) {
        if (!isBelievable(file)) {
            if (arguments.has("class"))
                continue;
            if (file.label) {
                return base::failure(base::ErrorCode::Damaged, base::toDisplay(file.path),
                                     tr("The signature of its label does not hold. Please classify the file anew, or state its class with --class."));
            }
            return base::failure(base::ErrorCode::NotFound, base::toDisplay(file.path),
                                 tr("The file has no label. Please classify it first, or state its class with --class."));
        }
        if (file.label->policy != pack.id || !policy::checkClasses(pack, file.label->classes)) {
            return base::failure(base::ErrorCode::Unsupported, base::toDisplay(file.path),
                                 tr("The file carries a class of other rules (%1), which is not translated by itself.")
                                     .arg(file.label->policy));
        }
        highest = highest ? policy::strictest(pack, *highest, file.label->classes) : file.label->classes;
    }
    if (!highest)
        return std::unexpected(wrong(tr("Name files that carry a label, or state the class with --class.")));
    return *highest;
}

base::Result<sending::Sending> sendingFrom(const Arguments &arguments, const policy::Pack &pack, const policy::Library &library)
{
    sending::Sending sending;
    sending.destination = arguments.text("to");
    sending.channel = arguments.text("channel");
    if (!sending::destinations().contains(sending.destination))
        return std::unexpected(wrong(tr("--to takes one of: %1").arg(sending::destinations().join(u' '))));
    if (!sending::channels().contains(sending.channel))
        return std::unexpected(wrong(tr("--channel takes one of: %1").arg(sending::channels().join(u' '))));
    sending.role = arguments.has("as") ? arguments.text("as") : pack.appliesTo.value(0);
    if (!pack.role(sending.role))
        return std::unexpected(wrong(tr("There is no role “%1”.").arg(sending.role)));
    if (arguments.has("given"))
        sending.given = arguments.text("given").split(u',', Qt::SkipEmptyParts);
    const auto other = library.find(pack.outsideScope.policy); // answers those outside the scope
    for (const QString &fact : std::as_const(sending.given)) {
        if (!pack.fact(fact) && !(other && other->fact(fact)))
            return std::unexpected(wrong(tr("The rules know no fact “%1”.").arg(fact)));
    }
    return sending;
}

void printText(const sending::Answer &answer, const policy::Pack &asked)
{
    QString text;
    if (answer.outsideScope) {
        const policy::Role *role = asked.role(answer.situation.role);
        text += tr("%1 stands outside the scope of these rules; what follows is the answer of %2, a draft.")
                    .arg(spoken(role->title), spoken(answer.pack->shortTitle))
                + u'\n' + labelled(tr("Scope"), cited(answer.scope), 0);
    }
    text += sending::sentenceOf(answer) + u'\n';
    for (const policy::Text &explanation : answer.verdict.explanations)
        text += labelled(QStringLiteral("-"), spoken(explanation), 2);
    for (const policy::Citation &citation : answer.verdict.citations)
        text += labelled(tr("Source"), cited(citation), 2);
    const auto list = [&](const QString &title, const std::vector<policy::Obligation> &obligations) {
        for (const policy::Obligation &obligation : obligations)
            text += labelled(title, spoken(obligation.text) + (obligation.ifNeeded ? tr(" (as needed)") : QString()), 2)
                    + labelled(tr("Source"), cited(obligation.citation), 4);
    };
    if (answer.verdict.ruling != policy::Ruling::Forbidden) {
        list(tr("To do"), answer.verdict.obligations);
        list(tr("Mind"), answer.verdict.reminders);
    }
    standardOutput() << text;
}

int exitCodeOf(policy::Ruling ruling)
{
    switch (ruling) {
    case policy::Ruling::Permitted: return AllDone;
    case policy::Ruling::WithObligations: return WithObligations;
    case policy::Ruling::Forbidden: break;
    }
    return Forbidden;
}

} // namespace

int runCheckSend(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments =
        Arguments::parse(words, {{"to", "channel", "as", "policy", "class", "given"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    const auto failed = [](const base::Error &error) {
        if (error.code == base::ErrorCode::InvalidInput)
            return wrongUsage(error.message);
        printError(error);
        return static_cast<int>(SomeFailed);
    };
    const people::Office office = officeFromEnvironment();
    const policy::Library library = policy::Library::load(office.policyFolder());
    const auto labels = labelsOf(*arguments, office);
    if (!labels)
        return failed(labels.error());
    const auto pack = packFor(*arguments, office, library, *labels);
    if (!pack)
        return failed(pack.error());
    auto sending = sendingFrom(*arguments, **pack, library);
    if (!sending)
        return failed(sending.error());
    const auto classes = classesFor(*arguments, **pack, *labels);
    if (!classes)
        return failed(classes.error());
    sending->classes = *classes;
    for (const labelling::FileLabel &file : *labels) {
        if (!isBelievable(file))
            continue;
        for (const QString &fact : sending::factsOfDomain(**pack, file.label->domain, sending->channel)) {
            if (!sending->given.contains(fact))
                sending->given += fact;
        }
    }
    tellOfLabels(*labels);

    const sending::Answer answer = sending::check(library, *pack, *sending);
    if (arguments->has("json"))
        printJson({sending::toJson(answer, (*pack)->id)});
    else
        printText(answer, **pack);
    standardOutput().flush();
    return exitCodeOf(answer.verdict.ruling);
}

} // namespace shirushi::cli
