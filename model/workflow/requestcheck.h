// The checks of a request and of what was decided about it, each with its own objection by name. Pure
// functions; any thread.
//
// Whoever calls gives the roster that held when the thing was recorded, so that a person who left later, or
// moved, has still approved what they approved.
#pragma once

#include "people/roster.h"
#include "workflow/decision.h"
#include "workflow/objection.h"
#include "workflow/request.h"

#include <optional>

namespace shirushi::workflow {

/// How far the clocks of two desktops may be apart.
inline constexpr int clockSkewSeconds = 15 * 60;

/// What a check is made against.
struct Standing {
    const policy::Pack &pack;
    const people::Roster &roster; // as it held at `now`
    QDateTime now;                // when it is recorded, or was
};

/// Whether the request is its asker's, of this office, and says of the asker what the roster says. The rules
/// are not looked at: see checkAgainstRules().
std::optional<Objection> checkRequest(const Request &request, const Standing &standing);

/// Whether the request names the approvals that the pack wants for what it states, and is not forbidden. For a
/// request that is new here; one that is recorded keeps what it was recorded with.
std::optional<Objection> checkAgainstRules(const Request &request, const policy::Pack &pack);

/// A request to lower a class names one that is lower for each of its files, or none where the label is to be
/// removed; no other request names any.
bool isTargetRight(const Request &request, const policy::Pack &pack);

/// Whether the decision counts for the request. Of a withdrawal: whether it is the asker's.
std::optional<Objection> check(const Decision &decision, const Request &request, const Standing &standing);
std::optional<Objection> check(const PaperDecision &decision, const Request &request, const Standing &standing);

/// True if the two ids are one person: the same id, or accounts that have a key in common.
bool isSamePerson(const people::Roster &roster, const QString &one, const QString &other);

/// As whom `person` may decide about a needed role of `request`.
struct Capacity {
    QString role;
    QString deputyFor;          // empty: as themself
    bool sharedDuties = false;  // only with a reason, until it is countersigned
    bool operator==(const Capacity &) const = default;
};
/// One for each needed role that `person` counts for, in the request's order.
std::vector<Capacity> capacitiesOf(const QString &person, const Request &request, const Standing &standing);

} // namespace shirushi::workflow
