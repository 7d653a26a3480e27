#include "workflow/requestdesk.h"

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
        return base::failure(ErrorCode::TooLarge, {}, tr("The request is too large: please ask for fewer files at once."));
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

// The request, and what was decided about it in the order in which it was recorded.
std::vector<Exchanged> partsOf(const Case &known)
{
    std::vector<Exchanged> parts{known.request};
    for (const Record &record : known.records) {
        if (const auto *decision = std::get_if<Decision>(&record.what))
            parts.emplace_back(*decision);
        else if (const auto *paper = std::get_if<PaperDecision>(&record.what))
            parts.emplace_back(*paper);
    }
    return parts;
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

base::Result<Request> RequestDesk::ask(const Draft &draft)
{
    const policy::Pack &pack = *m_parts.pack;
    if (const auto checked = checkDraft(draft, pack); !checked)
        return std::unexpected(checked.error());
    const auto person = me();
    if (!person)
        return std::unexpected(person.error());
    if (const auto read = book(); !read)
        return std::unexpected(read.error());
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
    request.purpose = draft.plan.purpose.trimmed();
    request.from = draft.from;
    request.until = draft.until;
    request.asker = {(*person)->id, (*person)->role, (*person)->department};
    request.at = m_parts.clock.now();
    const policy::Situation situation = situationOf(pack, request);
    if (policy::evaluate(pack, situation).ruling == policy::Ruling::Forbidden)
        return forbidden(pack, situation);
    request.needed = neededFor(pack, situation);
    request.reportTo = reportToFor(pack, situation);
    request.urgent = isUrgent(request);
    if (request.needed.empty() && !request.urgent)
        return base::failure(ErrorCode::InvalidInput, request.action, tr("The rules want no approval for this."));
    auto asked = sign(std::move(request), m_parts.signer);
    if (!asked)
        return asked;
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

Decision RequestDesk::draftFor(const Case &known, Ruling ruling, const QString &comment) const
{
    Decision decision;
    decision.request = known.request.id;
    decision.hash = hashOf(known.request);
    decision.ruling = ruling;
    decision.by = m_parts.signer.user();
    decision.comment = comment.trimmed();
    decision.at = m_parts.clock.now();
    return decision;
}

base::Result<Decision> RequestDesk::signAndCheck(Decision decision, const Case &known) const
{
    auto made = sign(std::move(decision), m_parts.signer);
    if (!made)
        return made;
    if (const auto objection = check(*made, known.request, standing(made->at)))
        return refusedFor(*objection);
    return made;
}

base::Result<std::vector<Decision>> RequestDesk::approve(const QString &id, const ApprovalWords &words)
{
    const auto known = openCase(id);
    if (!known)
        return std::unexpected(known.error());
    const Status &status = known->status;
    if (status.state == State::Refused)
        return refusedFor(Objection::Refused);
    if (status.state == State::Withdrawn)
        return refusedFor(Objection::Withdrawn);
    if (const QDateTime end = endOf(known->request); end.isValid() && m_parts.clock.now() > end)
        return refusedFor(Objection::Lapsed);
    if (status.waitingFor.empty())
        return base::failure(ErrorCode::InvalidInput, id, tr("There is nothing left to approve."));

    Decision decision = draftFor(*known, Ruling::Approved, words.comment);
    decision.validUntil = words.validUntil.isValid() ? words.validUntil.toUTC() : decision.at.addDays(defaultValidDays);
    if (decision.validUntil <= decision.at)
        return base::failure(ErrorCode::InvalidInput, id, tr("The approval would end before it begins."));
    std::vector<Decision> made;
    std::vector<ledger::EntryDraft> drafts;
    const auto capacities = capacitiesOf(decision.by, known->request, standing(decision.at));
    for (const Capacity &capacity : capacities) {
        if (std::none_of(status.waitingFor.begin(), status.waitingFor.end(),
                         [&](const Needed &needed) { return needed.role == capacity.role; }))
            continue;
        decision.role = capacity.role;
        decision.deputyFor = capacity.deputyFor;
        decision.sharedDutiesReason = capacity.sharedDuties ? words.sharedDutiesReason.trimmed() : QString();
        auto one = signAndCheck(decision, *known);
        if (!one)
            return std::unexpected(one.error());
        drafts.push_back(draftOf(*one, known->request, *m_parts.pack));
        made.push_back(std::move(*one));
    }
    if (made.empty()) {
        // Why not, as the check of the first open one says it.
        decision.role = status.waitingFor.front().role;
        const auto refused = signAndCheck(decision, *known);
        return refused ? refusedFor(Objection::WrongRole) : std::unexpected(refused.error());
    }
    if (const auto recorded = record(drafts); !recorded)
        return std::unexpected(recorded.error());
    return made;
}

base::Result<Decision> RequestDesk::refuse(const QString &id, const QString &comment)
{
    const auto known = openCase(id);
    if (!known)
        return std::unexpected(known.error());
    if (known->status.state == State::Refused || known->status.state == State::Withdrawn)
        return base::failure(ErrorCode::InvalidInput, id, tr("This request has ended already."));
    Decision decision = draftFor(*known, Ruling::Refused, comment);
    const auto capacities = capacitiesOf(decision.by, known->request, standing(decision.at));
    if (capacities.empty() && known->request.needed.empty())
        return base::failure(ErrorCode::InvalidInput, id, tr("There is nothing left to approve."));
    decision.role = capacities.empty() ? known->request.needed.front().role : capacities.front().role;
    decision.deputyFor = capacities.empty() ? QString() : capacities.front().deputyFor;
    auto made = signAndCheck(std::move(decision), *known);
    if (!made)
        return made;
    if (const auto recorded = record({draftOf(*made, known->request, *m_parts.pack)}); !recorded)
        return std::unexpected(recorded.error());
    return made;
}

base::Result<Decision> RequestDesk::withdraw(const QString &id, const QString &comment)
{
    const auto known = openCase(id);
    if (!known)
        return std::unexpected(known.error());
    if (known->status.state == State::Refused || known->status.state == State::Withdrawn)
        return base::failure(ErrorCode::InvalidInput, id, tr("This request has ended already."));
    auto made = signAndCheck(draftFor(*known, Ruling::Withdrawn, comment), *known);
    if (!made)
        return made;
    if (const auto recorded = record({draftOf(*made, known->request, *m_parts.pack)}); !recorded)
        return std::unexpected(recorded.error());
    return made;
}

base::Result<Decision> RequestDesk::countersign(const QString &id, const QString &comment)
{
    const auto known = openCase(id);
    if (!known)
        return std::unexpected(known.error());
    const auto flagged = std::find_if(known->status.given.begin(), known->status.given.end(), [](const Given &given) {
        return given.sharedDuties && given.countersignedBy.isEmpty();
    });
    if (flagged == known->status.given.end())
        return refusedFor(Objection::NotFlagged);
    auto made = signAndCheck(draftFor(*known, Ruling::Countersigned, comment), *known);
    if (!made)
        return made;
    if (isSamePerson(m_parts.directory->roster(), made->by, flagged->by))
        return refusedFor(Objection::CountersignerInvolved);
    if (const auto recorded = record({draftOf(*made, known->request, *m_parts.pack)}); !recorded)
        return std::unexpected(recorded.error());
    return made;
}

base::Result<PaperDecision> RequestDesk::recordPaper(const QString &id, const Paper &paper)
{
    const auto known = openCase(id);
    if (!known)
        return std::unexpected(known.error());
    if (known->status.waitingFor.empty() || known->status.state != State::Waiting)
        return base::failure(ErrorCode::InvalidInput, id, tr("There is nothing left to approve."));
    if (paper.decidedBy.trimmed().isEmpty() || !paper.decidedOn.isValid() || paper.documentNumber.trimmed().isEmpty())
        return base::failure(ErrorCode::InvalidInput, id, tr("Please say who decided, when, and the document's number."));
    PaperDecision decision;
    decision.request = id;
    decision.hash = hashOf(known->request);
    decision.roles = paper.roles;
    if (decision.roles.isEmpty()) {
        for (const Needed &needed : known->status.waitingFor)
            decision.roles += needed.role;
    }
    decision.roles.removeDuplicates();
    decision.decidedBy = paper.decidedBy.trimmed();
    decision.decidedOn = paper.decidedOn;
    decision.documentNumber = paper.documentNumber.trimmed();
    decision.scanSha256 = paper.scanSha256;
    decision.recordedBy = m_parts.signer.user();
    decision.at = m_parts.clock.now();
    decision.validUntil = paper.validUntil.isValid() ? paper.validUntil.toUTC() : decision.at.addDays(defaultValidDays);
    auto made = sign(std::move(decision), m_parts.signer);
    if (!made)
        return made;
    if (const auto objection = check(*made, known->request, standing(made->at)))
        return refusedFor(*objection);
    if (const auto recorded = record({draftOf(*made, known->request, *m_parts.pack)}); !recorded)
        return std::unexpected(recorded.error());
    return made;
}

base::Result<void> RequestDesk::recordReport(const QString &id, const QStringList &roles, const QString &text)
{
    const auto known = openCase(id);
    if (!known)
        return std::unexpected(known.error());
    if (roles.isEmpty())
        return base::failure(ErrorCode::InvalidInput, id, tr("Please say to whom the report was made."));
    for (const QString &role : roles) {
        if (!known->status.reportsDue.contains(role))
            return base::failure(ErrorCode::InvalidInput, role, tr("No report is due to this role."));
    }
    return record({draftOf(Report{id, roles, text.trimmed(), m_parts.signer.user()}, known->request, *m_parts.pack)});
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

base::Result<std::vector<base::Path>> RequestDesk::exportTo(const QString &id, const base::Path &folder)
{
    const auto known = find(id);
    if (!known)
        return std::unexpected(known.error());
    std::vector<base::Path> files;
    for (const Exchanged &part : partsOf(*known)) {
        auto file = writeExchanged(folder, part);
        if (!file)
            return std::unexpected(file.error());
        files.push_back(std::move(*file));
    }
    return files;
}

base::Result<void> RequestDesk::exportAs(const QString &id, const base::Path &file)
{
    const auto known = find(id);
    if (!known)
        return std::unexpected(known.error());
    const std::vector<Exchanged> parts = partsOf(*known);
    if (file.extension() != decisionEnding)
        return writeExchangedAs(file, parts.front());
    if (parts.size() == 1)
        return base::failure(ErrorCode::NotFound, id, tr("Nothing has been decided about this request yet."));
    return writeExchangedAs(file, parts.back());
}

base::Result<bool> RequestDesk::takeIn(const Request &request)
{
    const auto read = book();
    if (!read)
        return std::unexpected(read.error());
    if (const Case *known = read->find(request.id)) {
        if (known->request == request)
            return false;
        return refusedFor(Objection::RequestAltered);
    }
    if (const auto objection = checkRequest(request, standing(m_parts.clock.now())))
        return refusedFor(*objection);
    if (const auto objection = checkAgainstRules(request, *m_parts.pack))
        return refusedFor(*objection);
    if (const auto recorded = record({draftOf(request, *m_parts.pack)}); !recorded)
        return std::unexpected(recorded.error());
    return true;
}

base::Result<bool> RequestDesk::takeIn(const Decision &decision)
{
    const auto read = book();
    if (!read)
        return std::unexpected(read.error());
    if (read->isRecorded(hashOf(decision)))
        return false;
    const Case *known = read->find(decision.request);
    if (!known)
        return refusedFor(Objection::UnknownRequest);
    if (const auto objection = check(decision, known->request, standing(m_parts.clock.now())))
        return refusedFor(*objection);
    if (const auto recorded = record({draftOf(decision, known->request, *m_parts.pack)}); !recorded)
        return std::unexpected(recorded.error());
    return true;
}

base::Result<bool> RequestDesk::takeIn(const PaperDecision &decision)
{
    const auto read = book();
    if (!read)
        return std::unexpected(read.error());
    if (read->isRecorded(hashOf(decision)))
        return false;
    const Case *known = read->find(decision.request);
    if (!known)
        return refusedFor(Objection::UnknownRequest);
    if (const auto objection = check(decision, known->request, standing(m_parts.clock.now())))
        return refusedFor(*objection);
    if (const auto recorded = record({draftOf(decision, known->request, *m_parts.pack)}); !recorded)
        return std::unexpected(recorded.error());
    return true;
}

Imported RequestDesk::importFrom(const base::Path &file)
{
    Imported imported{file, {}, false, {}};
    const auto exchanged = readExchanged(file);
    if (!exchanged) {
        imported.error = exchanged.error();
        return imported;
    }
    const auto taken = std::visit(
        [&](const auto &value) {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Request>)
                imported.request = value.id;
            else
                imported.request = value.request;
            return takeIn(value);
        },
        *exchanged);
    if (!taken)
        imported.error = taken.error();
    else
        imported.isNew = *taken;
    return imported;
}

base::Result<std::vector<Imported>> RequestDesk::importAll(const base::Path &folder)
{
    const auto files = exchangedIn(folder);
    if (!files)
        return std::unexpected(files.error());
    std::vector<Imported> imported;
    for (const base::Path &file : *files)
        imported.push_back(importFrom(file));
    return imported;
}

} // namespace shirushi::workflow
