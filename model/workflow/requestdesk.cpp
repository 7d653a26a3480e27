#include "workflow/requestdesk.h"

#include "base/canonicaljson.h"
#include "ledger/personalnumber.h"
#include "people/sight.h"
#include "workflow/requestdrafts.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace shirushi::workflow {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::workflow", text);
}

// Titles of the roles that may do what `situation` says.
QStringList rolesThatMay(const policy::Pack &pack, policy::Situation situation)
{
    QStringList titles;
    for (const policy::Role &role : pack.roles) {
        situation.role = role.id;
        if (!role.absent && policy::evaluate(pack, situation).ruling != policy::Ruling::Forbidden)
            titles += role.title.ja;
    }
    return titles;
}

std::unexpected<base::Error> forbidden(const policy::Pack &pack, const policy::Situation &situation)
{
    const QStringList others = rolesThatMay(pack, situation);
    if (others.isEmpty())
        return refusedFor(Objection::ForbiddenByRules);
    return base::failure(ErrorCode::Forbidden, nameOf(Objection::ForbiddenByRules),
                         tr("Only these may ask for it: %1. Please turn to them.").arg(others.join(QStringLiteral("、"))));
}

base::Result<void> checkDraft(const Draft &draft, const policy::Pack &pack)
{
    const DeedPlan &plan = draft.plan;
    if (plan.action.isEmpty())
        return base::failure(ErrorCode::InvalidInput, {}, tr("Please say what is asked for."));
    if (plan.files.empty() && plan.action != u"exception")
        return base::failure(ErrorCode::InvalidInput, {}, tr("Please name the files that it is about."));
    if (plan.files.size() > mostFiles || plan.purpose.size() > longestText)
        return tooLarge();
    if (draft.from.isValid() && draft.until.isValid() && draft.until < draft.from)
        return base::failure(ErrorCode::InvalidInput, {}, tr("The period ends before it begins."));
    for (const RequestFile &file : plan.files) {
        if (file.policy != pack.id || !policy::checkClasses(pack, file.classes))
            return base::failure(ErrorCode::InvalidInput, file.name, tr("This file has no class by the rules of this office."));
    }
    for (const QString &fact : plan.given) {
        if (!pack.fact(fact))
            return base::failure(ErrorCode::InvalidInput, fact, tr("The rules know no such fact."));
    }
    return {};
}

} // namespace

base::Result<RequestBook> RequestDesk::book()
{
    auto book = RequestBook::read(m_parts.ledger, m_parts.directory, *m_parts.pack, m_parts.clock.now());
    if (!book)
        return book;
    const people::Roster &mine = m_parts.directory->roster();
    const people::Roster &known = book->roster();
    if (known.number > 0 && known.rootKey != mine.rootKey)
        return refusedFor(Objection::OtherOffice);
    if (mine.number < known.number)
        return refusedFor(Objection::RosterRolledBack);
    if (book->newestAt().isValid() && m_parts.clock.now().addSecs(clockSkewSeconds) < book->newestAt())
        return refusedFor(Objection::WrongTime); // a clock set back would make what has lapsed hold again
    return book;
}

base::Result<Case> RequestDesk::find(const QString &id)
{
    const auto read = book();
    if (!read)
        return std::unexpected(read.error());
    const Case *known = read->find(id);
    if (!known)
        return base::failure(ErrorCode::NotFound, id, tr("There is no such request."));
    return *known;
}

base::Result<Case> RequestDesk::openCase(const QString &id)
{
    auto known = find(id);
    if (known && known->objection)
        return refusedFor(*known->objection);
    return known;
}

base::Result<const people::Person *> RequestDesk::me() const
{
    const people::Person *person = m_parts.directory->find(m_parts.signer.user());
    if (!person)
        return refusedFor(Objection::UnknownPerson);
    return person->closed ? base::Result<const people::Person *>(refusedFor(Objection::ClosedPerson)) : person;
}

Request RequestDesk::requestFor(const Draft &draft, const people::Person &asker) const
{
    const policy::Pack &pack = *m_parts.pack;
    Request request;
    request.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    request.office = people::fingerprintOf(m_parts.directory->roster().rootKey);
    request.policy = pack.id;
    request.policyVersion = pack.version;
    request.action = draft.plan.action;
    request.destination = draft.plan.destination;
    request.channel = draft.plan.channel;
    request.given = draft.plan.given;
    request.given.removeDuplicates();
    request.given.sort();
    request.files = draft.plan.files;
    request.target = draft.plan.target;
    request.purpose = draft.plan.purpose.trimmed();
    request.from = draft.from;
    request.until = draft.until;
    request.asker = {asker.id, asker.role, asker.department};
    request.at = m_parts.clock.now();
    const policy::Situation situation = situationOf(pack, request);
    request.needed = neededFor(pack, situation);
    request.reportTo = reportToFor(pack, situation);
    request.urgent = isUrgent(request);
    return request;
}

base::Result<Request> RequestDesk::prepare(const Draft &draft) const
{
    const policy::Pack &pack = *m_parts.pack;
    if (const auto checked = checkDraft(draft, pack); !checked)
        return std::unexpected(checked.error());
    const auto person = me();
    if (!person)
        return std::unexpected(person.error());
    Request request = requestFor(draft, **person);
    const policy::Situation situation = situationOf(pack, request);
    if (policy::evaluate(pack, situation).ruling == policy::Ruling::Forbidden)
        return forbidden(pack, situation);
    if (request.needed.empty() && !request.urgent)
        return base::failure(ErrorCode::InvalidInput, request.action, tr("The rules want no approval for this."));
    return request;
}

base::Result<Request> RequestDesk::ask(const Draft &draft)
{
    auto request = prepare(draft);
    if (!request)
        return request;
    if (const auto read = book(); !read)
        return std::unexpected(read.error());
    const policy::Pack &pack = *m_parts.pack;
    if (!isTargetRight(*request, pack)) {
        return base::failure(ErrorCode::InvalidInput, request->action,
                             tr("The class that the files are to have must be lower than each has now, and goes with a request "
                                "to lower it."));
    }
    if (const auto allowed = ledger::refusePersonalNumbers(draftOf(*request, pack)); !allowed)
        return std::unexpected(allowed.error());
    auto asked = sign(std::move(*request), m_parts.signer);
    if (!asked)
        return asked;
    // What the others would not read, and what would not go into a file, is not asked.
    const QJsonObject json = toJson(*asked);
    if (!requestFromJson(json, asked->id) || static_cast<std::uint64_t>(base::canonicalJson(json).size()) >= largestExchanged)
        return tooLarge();
    if (const auto objection = checkRequest(*asked, standing(asked->at)))
        return refusedFor(*objection);
    if (const auto recorded = record({draftOf(*asked, pack)}); !recorded)
        return std::unexpected(recorded.error());
    return asked;
}

bool RequestDesk::isWaitingForMe(const Case &known) const
{
    if (known.objection || known.status.state != State::Waiting)
        return false;
    const auto capacities = capacitiesOf(m_parts.signer.user(), known.request, standing(m_parts.clock.now()));
    return std::any_of(capacities.begin(), capacities.end(), [&](const Capacity &capacity) {
        return !capacity.sharedDuties
               && std::any_of(known.status.waitingFor.begin(), known.status.waitingFor.end(),
                              [&](const Needed &needed) { return needed.role == capacity.role; });
    });
}

bool RequestDesk::maySee(const Case &known) const
{
    const QString user = m_parts.signer.user();
    const auto isOwn = [&user](const Given &given) { return !given.onPaper && given.by == user; };
    return known.request.asker.id == user || known.status.endedBy == user || isWaitingForMe(known)
           || std::any_of(known.status.given.begin(), known.status.given.end(), isOwn)
           || people::seesEverything(m_parts.directory->roster(), user, m_parts.pack.get(),
                                     m_parts.clock.now().toLocalTime().date());
}

base::Result<Case> RequestDesk::findSeen(const QString &id)
{
    auto known = find(id);
    if (known && !maySee(*known))
        return base::failure(ErrorCode::NotFound, id, tr("There is no such request."));
    return known;
}

base::Result<std::vector<Case>> RequestDesk::list(Show show)
{
    const auto read = book();
    if (!read)
        return std::unexpected(read.error());
    std::vector<Case> cases;
    std::copy_if(read->cases().begin(), read->cases().end(), std::back_inserter(cases), [&](const Case &known) {
        return show == Show::All || (show == Show::Mine && known.request.asker.id == m_parts.signer.user())
               || (show == Show::WaitingForMe && isWaitingForMe(known));
    });
    return cases;
}

base::Result<Permission> RequestDesk::permission(const DeedPlan &plan)
{
    const auto person = me();
    if (!person)
        return std::unexpected(person.error());
    const auto read = book();
    if (!read)
        return std::unexpected(read.error());
    auto permission = permissionFor(plan, **person, read->cases(), *m_parts.pack, m_parts.clock.now());
    if (!permission)
        return refusedFor(permission.error());
    return std::move(*permission);
}

base::Result<void> RequestDesk::record(const std::vector<ledger::EntryDraft> &drafts)
{
    auto batch = m_parts.ledger.begin(m_parts.signer, m_parts.clock);
    if (!batch)
        return std::unexpected(batch.error());
    for (const ledger::EntryDraft &draft : drafts) {
        if (const auto recorded = batch->append(draft); !recorded)
            return std::unexpected(recorded.error());
    }
    return batch->commit();
}

} // namespace shirushi::workflow
