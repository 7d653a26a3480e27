// Of RequestDesk: the answers to a request.
#include "workflow/requestdesk.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "ledger/personalnumber.h"
#include "workflow/requestdrafts.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::workflow {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::workflow", text);
}

bool isWaitingFor(const Status &status, const QString &role)
{
    return std::any_of(status.waitingFor.begin(), status.waitingFor.end(),
                       [&](const Needed &needed) { return needed.role == role; });
}

// Whether there is something left to approve.
base::Result<void> checkOpen(const Case &known, const QDateTime &now)
{
    if (known.status.state == State::Refused)
        return refusedFor(Objection::Refused);
    if (known.status.state == State::Withdrawn)
        return refusedFor(Objection::Withdrawn);
    if (const QDateTime end = endOf(known.request); end.isValid() && now > end)
        return refusedFor(Objection::Lapsed);
    if (known.status.waitingFor.empty())
        return base::failure(ErrorCode::InvalidInput, known.request.id, tr("There is nothing left to approve."));
    return {};
}

} // namespace

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

// Refused before it is signed: what may not enter the ledger, and what nobody could read there.
template <typename Ruled>
base::Result<void> RequestDesk::checkWords(const Ruled &decision, const Case &known) const
{
    if (const auto allowed = ledger::refusePersonalNumbers(draftOf(decision, known.request, *m_parts.pack)); !allowed)
        return std::unexpected(allowed.error());
    return areTextsBounded(decision) ? base::Result<void>()
                                     : base::failure(ErrorCode::TooLarge, known.request.id, tr("The text is too long."));
}

base::Result<Decision> RequestDesk::signAndCheck(Decision decision, const Case &known) const
{
    if (const auto allowed = checkWords(decision, known); !allowed)
        return std::unexpected(allowed.error());
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
    if (const auto open = checkOpen(*known, m_parts.clock.now()); !open)
        return std::unexpected(open.error());
    Decision decision = draftFor(*known, Ruling::Approved, words.comment);
    decision.validUntil = words.validUntil.isValid() ? words.validUntil.toUTC() : decision.at.addDays(defaultValidDays);
    if (decision.validUntil <= decision.at)
        return base::failure(ErrorCode::InvalidInput, id, tr("The approval would end before it begins."));
    std::vector<Decision> made;
    std::vector<ledger::EntryDraft> drafts;
    for (const Capacity &capacity : capacitiesOf(decision.by, known->request, standing(decision.at))) {
        if (!isWaitingFor(known->status, capacity.role))
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
        decision.role = known->status.waitingFor.front().role;
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
    if (paper.scan)
        decision.scanSha256 = QString::fromLatin1(base::toHex(crypto::sha256(paper.scan->bytes)));
    decision.recordedBy = m_parts.signer.user();
    decision.at = m_parts.clock.now();
    decision.validUntil = paper.validUntil.isValid() ? paper.validUntil.toUTC() : decision.at.addDays(defaultValidDays);
    if (const auto allowed = checkWords(decision, *known); !allowed)
        return std::unexpected(allowed.error());
    auto made = sign(std::move(decision), m_parts.signer);
    if (!made)
        return made;
    if (const auto objection = check(*made, known->request, standing(made->at)))
        return refusedFor(*objection);
    const ledger::EntryDraft draft = draftOf(*made, known->request, *m_parts.pack);
    if (const auto kept = paper.scan ? recordWith(*paper.scan, draft) : record({draft}); !kept)
        return std::unexpected(kept.error());
    return made;
}

base::Result<void> RequestDesk::recordWith(const ledger::Attachment &scan, const ledger::EntryDraft &draft)
{
    auto batch = m_parts.ledger.begin(m_parts.signer, m_parts.clock);
    if (!batch)
        return std::unexpected(batch.error());
    if (const auto kept = batch->append(draft, scan); !kept)
        return std::unexpected(kept.error());
    return batch->commit();
}

base::Result<ledger::Attachment> RequestDesk::scanOf(const QString &id)
{
    const auto known = find(id);
    if (!known)
        return std::unexpected(known.error());
    for (auto record = known->records.rbegin(); record != known->records.rend(); ++record) {
        const auto *paper = std::get_if<PaperDecision>(&record->what);
        const auto kept = paper ? known->scans.find(hashOf(*paper)) : known->scans.end();
        if (kept == known->scans.end())
            continue;
        auto scan = m_parts.ledger.attachment(kept->second);
        if (!scan)
            return std::unexpected(scan.error());
        if (*scan)
            return std::move(**scan);
    }
    return base::failure(ErrorCode::NotFound, id, tr("No scan of a decision on paper is kept here."));
}

base::Result<void> RequestDesk::recordReport(const QString &id, const QStringList &roles, const QString &text)
{
    const auto known = openCase(id);
    if (!known)
        return std::unexpected(known.error());
    if (roles.isEmpty())
        return base::failure(ErrorCode::InvalidInput, id, tr("Please say to whom the report was made."));
    if (text.size() > longestText)
        return base::failure(ErrorCode::TooLarge, id, tr("The text is too long."));
    for (const QString &role : roles) {
        if (!known->status.reportsDue.contains(role))
            return base::failure(ErrorCode::InvalidInput, role, tr("No report is due to this role."));
    }
    return record({draftOf(Report{id, roles, text.trimmed(), m_parts.signer.user()}, known->request, *m_parts.pack)});
}

} // namespace shirushi::workflow
