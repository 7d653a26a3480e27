#include "workflow/requeststate.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace shirushi::workflow {

namespace {

struct StateWords {
    State state;
    const char *name;
    const char *title;
};

constexpr std::array stateWords{
    StateWords{State::Waiting, "waiting", QT_TRANSLATE_NOOP("shirushi::workflow", "Waiting for approval")},
    StateWords{State::Approved, "approved", QT_TRANSLATE_NOOP("shirushi::workflow", "Approved")},
    StateWords{State::Flagged, "flagged", QT_TRANSLATE_NOOP("shirushi::workflow", "Approved by who asked, not countersigned")},
    StateWords{State::Refused, "refused", QT_TRANSLATE_NOOP("shirushi::workflow", "Refused")},
    StateWords{State::Withdrawn, "withdrawn", QT_TRANSLATE_NOOP("shirushi::workflow", "Withdrawn")},
    StateWords{State::Lapsed, "lapsed", QT_TRANSLATE_NOOP("shirushi::workflow", "Lapsed")},
    StateWords{State::ReportDue, "report-due", QT_TRANSLATE_NOOP("shirushi::workflow", "The report is due")},
    StateWords{State::Reported, "reported", QT_TRANSLATE_NOOP("shirushi::workflow", "Reported")},
};

QDateTime earlier(const QDateTime &one, const QDateTime &other)
{
    if (!one.isValid() || !other.isValid())
        return one.isValid() ? one : other;
    return std::min(one, other);
}

// Takes in record after record; what each says is believed only if its check finds nothing.
class Fold
{
public:
    Fold(const Request &request, const policy::Pack &pack, const QDateTime &now)
        : m_request(request), m_pack(pack), m_now(now)
    {
    }

    void take(const Record &record)
    {
        m_record = &record;
        std::visit([this](const auto &what) { takeThis(what); }, record.what);
    }

    Status finish()
    {
        m_status.waitingFor.clear();
        for (const Needed &needed : m_request.needed) {
            if (!isGiven(needed.role))
                m_status.waitingFor.push_back(needed);
        }
        for (const QString &role : m_request.reportTo) {
            if (!m_reported.contains(role))
                m_status.reportsDue += role;
        }
        for (const Given &given : m_status.given)
            m_status.validUntil = earlier(m_status.validUntil, given.validUntil);
        m_status.validUntil = earlier(m_status.validUntil, endOf(m_request));
        m_status.state = state();
        return std::move(m_status);
    }

private:
    void object(Objection objection) { m_status.objections.emplace_back(m_record->seq, objection); }
    Standing standing() const { return {m_pack, *m_record->roster, m_record->at}; }

    bool isGiven(const QString &role) const
    {
        return std::any_of(m_status.given.begin(), m_status.given.end(), [&](const Given &given) {
            return given.role == role && (!given.validUntil.isValid() || m_now <= given.validUntil);
        });
    }

    void takeThis(const Decision &decision)
    {
        if (const auto objection = check(decision, m_request, standing()))
            return object(*objection);
        switch (decision.ruling) {
        case Ruling::Approved: return approve(decision);
        case Ruling::Countersigned: return countersign(decision);
        case Ruling::Refused: return end(decision, State::Refused);
        case Ruling::Withdrawn: return end(decision, State::Withdrawn);
        }
    }

    void takeThis(const PaperDecision &paper)
    {
        if (const auto objection = check(paper, m_request, standing()))
            return object(*objection);
        for (const QString &role : paper.roles) {
            add({role, paper.decidedBy, {}, true, false, {}, paper.documentNumber, paper.at, paper.validUntil});
        }
    }

    void takeThis(const Report &report)
    {
        m_reported += report.to;
    }

    void approve(const Decision &decision)
    {
        const people::Roster &roster = *m_record->roster;
        const QString holder = decision.deputyFor.isEmpty() ? decision.by : decision.deputyFor;
        const bool isShared = m_pack.separationOfDuties.required
                              && (isSamePerson(roster, decision.by, m_request.asker.id)
                                  || isSamePerson(roster, holder, m_request.asker.id));
        add({decision.role, decision.by, decision.deputyFor, false, isShared, {},
             isShared ? decision.sharedDutiesReason : decision.comment, decision.at, decision.validUntil});
    }

    // The newest word for a role is the one that holds.
    void add(Given given)
    {
        std::erase_if(m_status.given, [&](const Given &known) { return known.role == given.role; });
        m_status.given.push_back(std::move(given));
    }

    void countersign(const Decision &decision)
    {
        bool wasFlagged = false;
        bool wasInvolved = false;
        for (Given &given : m_status.given) {
            if (!given.sharedDuties || !given.countersignedBy.isEmpty())
                continue;
            wasFlagged = true;
            if (isSamePerson(*m_record->roster, decision.by, given.by))
                wasInvolved = true;
            else
                given.countersignedBy = decision.by;
        }
        if (!wasFlagged || wasInvolved)
            object(wasInvolved ? Objection::CountersignerInvolved : Objection::NotFlagged);
    }

    void end(const Decision &decision, State state)
    {
        if (m_ended)
            return;
        m_ended = state;
        m_status.endedBy = decision.by;
        m_status.comment = decision.comment;
    }

    State state() const
    {
        if (m_ended)
            return *m_ended;
        if (m_request.urgent)
            return m_status.reportsDue.isEmpty() ? State::Reported : State::ReportDue;
        const QDateTime end = endOf(m_request);
        const bool isOver = end.isValid() && m_now > end;
        const bool wasComplete = std::all_of(m_request.needed.begin(), m_request.needed.end(), [&](const Needed &needed) {
            return std::any_of(m_status.given.begin(), m_status.given.end(),
                               [&](const Given &given) { return given.role == needed.role; });
        });
        if (isOver || (wasComplete && !m_status.waitingFor.empty()))
            return State::Lapsed;
        if (!m_status.waitingFor.empty())
            return State::Waiting;
        const bool isFlagged = std::any_of(m_status.given.begin(), m_status.given.end(), [](const Given &given) {
            return given.sharedDuties && given.countersignedBy.isEmpty();
        });
        return isFlagged ? State::Flagged : State::Approved;
    }

    const Request &m_request;
    const policy::Pack &m_pack;
    QDateTime m_now;
    const Record *m_record = nullptr;
    Status m_status;
    QStringList m_reported;
    std::optional<State> m_ended;
};

} // namespace

Status statusOf(const Request &request, const std::vector<Record> &records, const policy::Pack &pack,
                const QDateTime &now)
{
    Fold fold(request, pack, now);
    for (const Record &record : records)
        fold.take(record);
    return fold.finish();
}

QDateTime endOf(const Request &request)
{
    return request.until.isValid() ? request.until.endOfDay().toUTC() : QDateTime();
}

QString nameOf(State state)
{
    return QString::fromLatin1(stateWords[static_cast<std::size_t>(state)].name);
}

QString title(State state)
{
    return QCoreApplication::translate("shirushi::workflow", stateWords[static_cast<std::size_t>(state)].title);
}

} // namespace shirushi::workflow
