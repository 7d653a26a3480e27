#include "window/disposalplans.h"

#include "dispose/disposewords.h"
#include "disposal/asking.h"
#include "disposal/leavings.h"
#include "disposal/namesakes.h"
#include "policy/approvals.h"
#include "widgets/language.h"
#include "window/askingwords.h"
#include "workflow/requestdesk.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace shirushi::window {

using disposals::Outlook;
using disposals::Planned;
using widgets::inWindowLanguage;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

QStringList sentencesOf(const QStringList &names, QString (*sentence)(const QString &))
{
    QStringList sentences;
    for (const QString &name : names)
        sentences += sentence(name);
    return sentences;
}

void addDemand(Planned &planned, const QString &kind, const policy::Classes &classes, const policy::Pack &pack)
{
    if (const auto *demand = pack.disposal.demandOn(kind, classes)) {
        planned.demand = inWindowLanguage(demand->text);
        planned.citation = demand->citation;
    }
}

} // namespace

QString methodText(const policy::Pack &pack, const QString &id)
{
    const policy::DisposalRules::Method *method = pack.disposal.method(id);
    return method ? tr("%1 (%2)").arg(inWindowLanguage(method->text), disposals::nistText(method->sanitization)) : id;
}

disposals::Row rowOf(const disposal::Asset &asset, const policy::Pack &pack)
{
    disposals::Row row;
    row.thing = asset;
    row.name = disposal::titleOf(asset);
    row.place = disposals::kindText(asset.kind);
    row.policy = pack.id;
    row.classes = asset.classes;
    row.key = row.name;
    return row;
}

base::Result<Outlook> DisposalPlans::look(base::Progress &progress)
{
    if (!m_order.reason.isEmpty()) {
        auto reason = disposal::reasonFrom(*m_parts.pack, m_order.reason);
        if (!reason)
            return std::unexpected(reason.error());
        m_reason = std::move(*reason);
    }
    if (m_reason || !m_order.request.isEmpty()) {
        workflow::RequestDesk requests({m_parts.ledger, m_parts.session, m_parts.directory, m_parts.pack, m_parts.clock});
        auto allowances = disposal::Allowances::read(m_parts, requests);
        if (!allowances)
            return std::unexpected(allowances.error());
        m_allowances.emplace(std::move(*allowances));
    }
    std::vector<disposal::Plan> files; // looked at together: some may be one content under several names
    for (const disposals::Thing &thing : m_order.things) {
        if (progress.cancelled())
            return base::failure(base::ErrorCode::Cancelled, {}, tr("Stopped."));
        if (const auto *file = std::get_if<base::Path>(&thing)) {
            files.push_back(disposal::planFor(*file, m_parts, m_around));
            progress.report(files.size(), m_order.things.size(), base::toDisplay(file->filename()));
        }
    }
    disposal::examine(files);
    Outlook outlook;
    auto file = files.cbegin();
    for (const disposals::Thing &thing : m_order.things)
        outlook.things.push_back(std::holds_alternative<base::Path>(thing) ? ofFile(*file++) : plannedOf(thing));
    outlook.isErasure = m_reason && m_reason->action == disposal::eraseAction;
    outlook.wantsPermission = m_wantsPermission;
    if (m_wantsPermission)
        addProspect(outlook);
    return outlook;
}

Planned DisposalPlans::plannedOf(const disposals::Thing &thing)
{
    if (const auto *place = std::get_if<disposal::ItemPlace>(&thing))
        return ofItem(*place);
    return ofAsset(std::get<disposal::Asset>(thing));
}

void DisposalPlans::describe(Planned &planned, const disposal::Record &record, const erasure::Ground &ground) const
{
    planned.row.key = record.name;
    planned.row.policy = record.policy;
    planned.row.classes = record.classes;
    // Where it is not sure it is worth less than the method's name says.
    if (const policy::DisposalRules::Method *method = m_parts.pack->disposal.method(record.method))
        planned.method = tr("%1 (%2)").arg(inWindowLanguage(method->text), disposals::nistText(record.sanitization));
    else
        planned.method = record.method;
    planned.ground = QStringList{ground.fileSystem, ground.device, disposals::mediumText(record)}.filter(QRegularExpression(QStringLiteral("."))).join(tr(", "));
    planned.isSure = ground.isSure() && record.copies.isEmpty();
    planned.doubts = sentencesOf(record.doubts, erasure::sentenceOf);
    planned.found = ground.witnesses;
    planned.copies = sentencesOf(record.copies, disposal::sentenceOfCopy);
    planned.goesToo = disposal::goingText(record);
    planned.doubts += disposal::mentionsText(record);
    planned.stays = record.suspects;
    if (!record.followUp.isEmpty())
        planned.followUp = methodText(*m_parts.pack, record.followUp);
}

Planned DisposalPlans::ofFile(const disposal::Plan &plan)
{
    Planned planned;
    describe(planned, disposal::recordOf(plan, *m_parts.pack), plan.ground);
    planned.row.thing = plan.file;
    planned.row.name = base::toDisplay(plan.file.filename());
    planned.row.place = base::toDisplay(plan.file.parent_path());
    if (plan.problem) {
        planned.row.problem = plan.problem->message;
        return planned;
    }
    addDemand(planned, QStringLiteral("file"), plan.classes, *m_parts.pack);
    if (plan.asked) {
        judge(planned, {*plan.asked, disposal::keyOfFile(plan.file), plan.makers});
        return planned;
    }
    // Only where nothing is asked even of the highest class.
    const bool isFree = m_reason && m_allowances && m_allowances->findWithoutClass(plan.classes, m_reason);
    if (m_reason && !isFree) {
        planned.row.problem = plan.noClass->message;
        planned.row.wantsClass = true;
    }
    if (!m_order.request.isEmpty())
        planned.refusal = plan.noClass->message;
    return planned;
}

Planned DisposalPlans::ofItem(const disposal::ItemPlace &place)
{
    auto plan = disposal::planForItem(place, m_parts);
    Planned planned;
    planned.row.thing = place;
    if (!plan) {
        planned.row.name = plan.error().subject.isEmpty() ? place.id : plan.error().subject;
        planned.row.place = base::toDisplay(place.vault);
        planned.row.problem = plan.error().message;
        return planned;
    }
    describe(planned, plan->record, plan->ground);
    planned.row.name = plan->asked.name;
    planned.row.place = base::toDisplay(plan->place.vault);
    addDemand(planned, QStringLiteral("item"), plan->asked.classes, *m_parts.pack);
    judge(planned, {plan->asked, disposal::keyOfItem(plan->place.id), plan->makers});
    return planned;
}

Planned DisposalPlans::ofAsset(const disposal::Asset &asset)
{
    Planned planned;
    planned.row = rowOf(asset, *m_parts.pack);
    planned.isStated = true;
    addDemand(planned, asset.kind, asset.classes, *m_parts.pack);
    const workflow::RequestFile file = disposal::requestFileOf(asset, *m_parts.pack);
    m_assets.push_back(asset);
    judge(planned, {file, disposal::keyOfAsset(file.contentHash)});
    return planned;
}

// By a request: does its permission fit exactly this? For a reason: is one wanted at all?
void DisposalPlans::judge(Planned &planned, const disposal::Thing &thing)
{
    m_files.push_back(thing.file);
    if (!m_allowances)
        return;
    const auto allowance = m_allowances->find(thing, m_reason, m_order.request);
    if (!m_order.request.isEmpty()) {
        if (!allowance)
            planned.refusal = allowance.error().message;
        return;
    }
    if (allowance) {
        m_wantsPermission = m_wantsPermission || !allowance->request.isEmpty();
        if (!allowance->request.isEmpty()) // another request would be one too many
            planned.row.problem = tr("It is permitted already. Take it off here, and go on with the request in the list of what you have asked for.");
        return;
    }
    // Where nobody is asked for it, no request would help: another's draft.
    const people::Person *person = m_parts.directory->find(m_parts.session.user());
    const policy::Situation situation{m_reason->action, thing.file.classes, person ? person->role : QString(), {}, {}, m_reason->given};
    if (policy::approvalsFor(*m_parts.pack, situation).empty())
        planned.row.problem = allowance.error().message;
    else
        m_wantsPermission = true;
}

void DisposalPlans::addProspect(Outlook &outlook)
{
    const workflow::RequestDesk requests({m_parts.ledger, m_parts.session, m_parts.directory, m_parts.pack, m_parts.clock});
    const auto request = requests.prepare(disposal::draftFor(*m_reason, m_files, m_assets, *m_parts.pack));
    if (request)
        addDeciders(outlook.prospect, *request, {*m_parts.pack, m_parts.directory->roster(), m_parts.clock.now()});
    else
        outlook.prospect.objections += request.error().message;
}

} // namespace shirushi::window
