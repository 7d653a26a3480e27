// RequestState: where a request stands, folded from what was recorded about it. Pure functions; any thread.
#pragma once

#include "workflow/requestcheck.h"

#include <memory>
#include <variant>

namespace shirushi::workflow {

enum class State {
    Waiting,
    Approved,
    Flagged,   // approved, but by 兼務 that nobody has countersigned
    Refused,
    Withdrawn,
    Lapsed,
    ReportDue, // urgent: done first, and the report is not recorded yet
    Reported,
};

/// What was recorded, and under which roster and when.
struct Report {
    QString request;
    QStringList to; // roles
    QString text;
    QString by;
};

struct Record {
    std::variant<Decision, PaperDecision, Report> what;
    QDateTime at; // when it was recorded
    std::shared_ptr<const people::Roster> roster;
    std::int64_t seq = 0; // of the entry
};

/// An approval that counts.
struct Given {
    QString role;      // the needed one
    QString by;        // user id; of a paper decision what the paper says
    QString deputyFor;
    bool onPaper = false;      // 紙の決裁による
    bool sharedDuties = false;
    QString countersignedBy;
    QString comment;        // of a paper decision the document number
    QDateTime at;
    QDateTime validUntil;
    bool operator==(const Given &) const = default;
};

struct Status {
    State state = State::Waiting;
    std::vector<Needed> waitingFor;
    std::vector<Given> given;
    QDateTime validUntil; // of Approved and Flagged: the earliest end
    QString endedBy;      // who refused or withdrew
    QString comment;      // why
    QStringList reportsDue; // roles that are still to be told
    std::vector<std::pair<std::int64_t, Objection>> objections; // entries that do not count, and why
};

/// `records` in the order of the ledger. Every needed approval is needed; one refusal by a role that counts, also
/// after an approval, ends it, and so does the asker's withdrawal. `now` tells what has lapsed.
Status statusOf(const Request &request, const std::vector<Record> &records, const policy::Pack &pack,
                const QDateTime &now);

/// The end of the request's last day, here; invalid where it names none.
QDateTime endOf(const Request &request);

/// waiting, approved, flagged, refused, withdrawn, lapsed, report-due, reported.
QString nameOf(State state);

/// The one word for it that a person reads: 承認待ち …
QString title(State state);

} // namespace shirushi::workflow
