#include "cli/disposework.h"

#include "base/clock.h"
#include "cli/ledgerfilter.h"
#include "cli/output.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

QJsonObject classesJson(const policy::Classes &classes)
{
    QJsonObject object;
    for (const auto &[axis, level] : classes)
        object.insert(axis, level);
    return object;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString methodText(const policy::Pack &pack, const QString &id)
{
    const policy::DisposalRules::Method *method = pack.disposal.method(id);
    return method ? method->text.ja : id;
}

QString leftoverText(const erasure::Leftover &leftover)
{
    const QString name = line(base::toDisplay(leftover.place()));
    switch (leftover.kind) {
    case erasure::Leftover::Kind::Suspect: return tr("It may be a copy, and stays: %1").arg(name);
    case erasure::Leftover::Kind::Mention: return tr("It names the file, and stays: %1").arg(name);
    case erasure::Leftover::Kind::RecentEntry: return tr("Its entry in this list goes too: %1").arg(name);
    default: return tr("It goes too: %1").arg(name);
    }
}

QString cited(const policy::Citation &citation)
{
    return citation.draft && !citation.article.contains(u'案') ? citation.article + QStringLiteral("（案）") : citation.article;
}

} // namespace

disposal::DisposalParts disposalParts(Desk &desk)
{
    return {desk.ledger, desk.session, desk.directory, desk.pack, desk.codecs, desk.clock, desk.office.folder() / disposal::workLock};
}

void printReports(const std::vector<disposal::Record> &records, const Desk &desk)
{
    const people::Person *me = desk.directory->find(desk.session.user());
    QStringList said;
    for (const disposal::Record &record : records) {
        for (const policy::Obligation &report : disposal::reportsAfter(record, me ? me->role : QString(), *desk.pack)) {
            const QString text = tr("Still to be done: %1 (%2)").arg(report.text.ja, cited(report.citation));
            if (!said.contains(text))
                printNotice(record.name, text);
            said += text;
        }
    }
}

std::optional<int> yearOf(const Arguments &arguments, QString &problem)
{
    if (!arguments.has("year"))
        return 0;
    const auto year = fiscalYearFrom(arguments.text("year"));
    if (!year)
        problem = tr("--year takes a fiscal year: 令和8, R8 or 2026.");
    return year;
}

QJsonObject recordJson(const disposal::Record &record)
{
    QJsonArray approvers;
    for (const disposal::Approver &approver : record.approvers)
        approvers.append(QJsonObject{{QStringLiteral("role"), approver.role}, {QStringLiteral("by"), approver.by}, {QStringLiteral("onPaper"), approver.onPaper}});
    QJsonArray closes;
    for (const std::int64_t seq : record.closes)
        closes.append(static_cast<qint64>(seq));
    QJsonArray evidence;
    for (const disposal::Evidence &one : record.evidence)
        evidence.append(QJsonObject{{QStringLiteral("vault"), one.vault}, {QStringLiteral("item"), one.item}, {QStringLiteral("name"), one.name}, {QStringLiteral("sha256"), one.sha256}});
    return {{QStringLiteral("seq"), static_cast<qint64>(record.seq)},
            {QStringLiteral("at"), base::toRfc3339(record.at)},
            {QStringLiteral("by"), record.by},
            {QStringLiteral("deed"), record.reason.action},
            {QStringLiteral("kind"), record.kind},
            {QStringLiteral("name"), record.name},
            {QStringLiteral("policy"), textOrNull(record.policy)},
            {QStringLiteral("classes"), classesJson(record.classes)},
            {QStringLiteral("contentHash"), textOrNull(record.contentHash)},
            {QStringLiteral("sha256"), textOrNull(record.sha256)},
            {QStringLiteral("size"), record.sha256.isEmpty() ? QJsonValue() : QJsonValue(static_cast<qint64>(record.size))},
            {QStringLiteral("reason"), record.reason.text},
            {QStringLiteral("request"), textOrNull(record.request)},
            {QStringLiteral("approvals"), approvers},
            {QStringLiteral("method"), record.method},
            {QStringLiteral("nist"), policy::nameOf(record.sanitization)},
            {QStringLiteral("outcome"), disposal::nameOf(record.outcome)},
            {QStringLiteral("fileSystem"), textOrNull(record.fileSystem)},
            {QStringLiteral("mediumKind"), textOrNull(record.mediumKind)},
            {QStringLiteral("medium"), textOrNull(record.medium)},
            {QStringLiteral("doubts"), QJsonArray::fromStringList(record.doubts)},
            {QStringLiteral("leftovers"), QJsonArray::fromStringList(record.leftovers)},
            {QStringLiteral("suspects"), QJsonArray::fromStringList(record.suspects)},
            {QStringLiteral("entries"), QJsonArray::fromStringList(record.entries)},
            {QStringLiteral("mentions"), QJsonArray::fromStringList(record.mentions)},
            {QStringLiteral("namesakes"), QJsonArray::fromStringList(record.namesakes)},
            {QStringLiteral("copies"), QJsonArray::fromStringList(record.copies)},
            {QStringLiteral("followUp"), textOrNull(record.followUp)},
            {QStringLiteral("closes"), closes},
            {QStringLiteral("attachment"), record.hasAttachment},
            {QStringLiteral("evidence"), evidence},
            {QStringLiteral("performer"), textOrNull(record.performer)},
            {QStringLiteral("witness"), textOrNull(record.witness)},
            {QStringLiteral("contractor"), textOrNull(record.contractor)},
            {QStringLiteral("certificate"), textOrNull(record.certificate)},
            {QStringLiteral("doneOn"), record.doneOn.isValid() ? QJsonValue(record.doneOn.toString(Qt::ISODate)) : QJsonValue()}};
}

QString recordLine(const disposal::Record &record, const policy::Pack &pack)
{
    const QDateTime at = record.at.toLocalTime();
    QStringList parts{QString::number(record.seq), at.toString(QStringLiteral("yyyy-MM-dd HH:mm")), record.by,
                      record.isErasure() ? tr("erased") : tr("disposed of"), line(record.name), methodText(pack, record.method), record.reason.text};
    if (!record.followUp.isEmpty())
        parts += tr("(to follow: %1)").arg(methodText(pack, record.followUp));
    return parts.join(u'\t');
}

QJsonObject planJson(const disposal::Plan &plan, const policy::Pack &pack)
{
    QJsonArray leftovers;
    for (const erasure::Leftover &leftover : plan.leftovers)
        leftovers.append(QJsonObject{{QStringLiteral("file"), base::toDisplay(leftover.place())}, {QStringLiteral("kind"), QLatin1String(erasure::nameOf(leftover.kind))}});
    QJsonArray namesakes;
    for (const base::Path &other : plan.namesakes)
        namesakes.append(base::toDisplay(other));
    QJsonArray doubts;
    for (const QString &doubt : plan.ground.doubts)
        doubts.append(QJsonObject{{QStringLiteral("code"), doubt}, {QStringLiteral("sentence"), erasure::sentenceOf(doubt)}});
    return {{QStringLiteral("file"), base::toDisplay(plan.file)},
            {QStringLiteral("problem"), plan.problem ? QJsonValue(plan.problem->message) : QJsonValue()},
            {QStringLiteral("classes"), plan.asked ? QJsonValue(classesJson(plan.asked->classes)) : QJsonValue()},
            {QStringLiteral("noClass"), plan.noClass ? QJsonValue(plan.noClass->message) : QJsonValue()},
            {QStringLiteral("method"), textOrNull(plan.method)},
            {QStringLiteral("nist"), plan.method.isEmpty() || !pack.disposal.method(plan.method) ? QJsonValue() : QJsonValue(policy::nameOf(pack.disposal.method(plan.method)->sanitization))},
            {QStringLiteral("fileSystem"), textOrNull(plan.ground.fileSystem)},
            {QStringLiteral("device"), textOrNull(plan.ground.device)},
            {QStringLiteral("mediumKind"), erasure::nameOf(plan.ground.medium)},
            {QStringLiteral("medium"), textOrNull(plan.ground.medium.name)},
            {QStringLiteral("doubts"), doubts},
            {QStringLiteral("witnesses"), QJsonArray::fromStringList(plan.ground.witnesses)},
            {QStringLiteral("leftovers"), leftovers},
            {QStringLiteral("namesakes"), namesakes},
            {QStringLiteral("demand"), plan.demand ? QJsonValue(plan.demand->text.ja) : QJsonValue()},
            {QStringLiteral("article"), plan.demand ? QJsonValue(cited(plan.demand->citation)) : QJsonValue()},
            {QStringLiteral("followUp"), textOrNull(plan.followUp)}};
}

QString planText(const disposal::Plan &plan, const policy::Pack &pack)
{
    QStringList lines{line(base::toDisplay(plan.file))};
    const auto add = [&lines](const QString &text) { lines += QStringLiteral("    ") + text; };
    if (plan.asked)
        add(tr("Class: %1").arg(policy::classText(pack, plan.asked->classes)));
    else if (plan.noClass)
        add(tr("No class: %1 It is taken for the highest.").arg(plan.noClass->message));
    if (plan.problem) {
        add(tr("It would not begin: %1").arg(plan.problem->message));
        return lines.join(u'\n');
    }
    add(tr("It would be done by: %1").arg(methodText(pack, plan.method)));
    if (plan.demand)
        add(tr("The class asks for: %1 (%2)").arg(plan.demand->text.ja, cited(plan.demand->citation)));
    add(tr("Place: %1, %2, %3").arg(plan.ground.fileSystem, plan.ground.device, QString(erasure::mediumWords(erasure::nameOf(plan.ground.medium)) + u' ' + plan.ground.medium.name).trimmed()));
    if (plan.ground.isSure())
        add(tr("Overwriting reaches what lies on the medium."));
    for (const QString &doubt : plan.ground.doubts)
        add(tr("Cannot be promised: %1").arg(erasure::sentenceOf(doubt)));
    for (const QString &witness : plan.ground.witnesses)
        add(tr("Found: %1").arg(line(witness)));
    for (const base::Path &other : plan.namesakes)
        add(tr("It is the same content under another name, which goes too: %1").arg(line(base::toDisplay(other))));
    for (const erasure::Leftover &leftover : plan.leftovers)
        add(leftoverText(leftover));
    if (!plan.followUp.isEmpty())
        add(tr("Afterwards the medium must be treated too: %1").arg(methodText(pack, plan.followUp)));
    return lines.join(u'\n');
}

QJsonObject planJson(const disposal::ItemPlan &plan, const policy::Pack &)
{
    QJsonObject json = recordJson(plan.record);
    for (const char *later : {"seq", "at", "by", "deed", "reason", "request", "approvals", "outcome", "closes", "performer", "witness", "contractor",
                              "certificate", "doneOn", "attachment", "evidence"})
        json.remove(QLatin1String(later));
    json.insert(QStringLiteral("vault"), base::toDisplay(plan.place.vault));
    json.insert(QStringLiteral("item"), plan.place.id);
    return json;
}

QString planText(const disposal::ItemPlan &plan, const policy::Pack &pack)
{
    QStringList lines{line(plan.record.name)};
    const auto add = [&lines](const QString &text) { lines += QStringLiteral("    ") + text; };
    add(tr("Class: %1").arg(policy::classText(pack, plan.record.classes)));
    add(tr("It would be done by: %1").arg(methodText(pack, plan.record.method)));
    for (const QString &copy : plan.record.copies)
        add(tr("Another copy is known: %1").arg(disposal::sentenceOfCopy(copy)));
    for (const QString &doubt : plan.record.doubts)
        add(tr("Cannot be promised: %1").arg(erasure::sentenceOf(doubt)));
    if (!plan.record.followUp.isEmpty())
        add(tr("Afterwards the medium must be treated too: %1").arg(methodText(pack, plan.record.followUp)));
    return lines.join(u'\n');
}

} // namespace shirushi::cli
