#include "workflow/permission.h"

#include <algorithm>

namespace shirushi::workflow {

namespace {

// Of several requests that do not fit, the nearest one's reason is told; of equally near ones the newest's.
int nearness(Objection objection)
{
    switch (objection) {
    case Objection::Waiting: return 9;
    case Objection::NotYet: return 8;
    case Objection::Lapsed:
    case Objection::Refused:
    case Objection::Withdrawn: return 7;
    case Objection::NeededDiffers: return 6;
    case Objection::ChangedFile: return 5;
    case Objection::ChangedClass: return 4;
    case Objection::OtherPurpose: return 3;
    case Objection::OtherAction: return 2;
    case Objection::OtherFile:
    case Objection::OtherPerson: return 1;
    default: return 0;
    }
}

std::optional<Objection> compareFile(const RequestFile &file, const std::vector<RequestFile> &asked)
{
    const auto same = std::find_if(asked.begin(), asked.end(), [&](const RequestFile &other) {
        return other.contentHash == file.contentHash;
    });
    if (same != asked.end()) {
        const bool isSameClass = same->policy == file.policy && same->classes == file.classes;
        return isSameClass ? std::nullopt : std::optional(Objection::ChangedClass);
    }
    const bool isNamed = std::any_of(asked.begin(), asked.end(),
                                     [&](const RequestFile &other) { return other.name == file.name; });
    return isNamed ? Objection::ChangedFile : Objection::OtherFile;
}

std::optional<Objection> compare(const DeedPlan &plan, const Request &request)
{
    for (const RequestFile &file : plan.files) {
        if (const auto objection = compareFile(file, request.files))
            return objection;
    }
    if (plan.files.empty() != request.files.empty())
        return Objection::OtherFile;
    const std::set<QString> given(plan.given.begin(), plan.given.end());
    const std::set<QString> asked(request.given.begin(), request.given.end());
    if (plan.action != request.action || plan.destination != request.destination || plan.channel != request.channel
        || given != asked)
        return Objection::OtherAction;
    if (plan.target != request.target)
        return Objection::ChangedClass;
    if (plan.purpose.trimmed() != request.purpose)
        return Objection::OtherPurpose;
    return std::nullopt;
}

std::optional<Objection> objectionOf(State state)
{
    switch (state) {
    case State::Waiting: return Objection::Waiting;
    case State::Refused: return Objection::Refused;
    case State::Withdrawn: return Objection::Withdrawn;
    case State::Lapsed: return Objection::Lapsed;
    case State::Approved:
    case State::Flagged:
    case State::ReportDue:
    case State::Reported: break;
    }
    return std::nullopt;
}

bool covers(const std::vector<Given> &given, const std::vector<Needed> &needed)
{
    return std::all_of(needed.begin(), needed.end(), [&](const Needed &wanted) {
        return std::any_of(given.begin(), given.end(), [&](const Given &one) { return one.role == wanted.role; });
    });
}

std::optional<Objection> objectionTo(const Case &known, const DeedPlan &plan, const people::Person &user,
                                     const std::vector<Needed> &needed, const QDateTime &now)
{
    if (known.objection)
        return Objection::NoRequest;
    if (known.request.asker.id != user.id)
        return compare(plan, known.request) ? Objection::NoRequest : Objection::OtherPerson;
    const auto state = objectionOf(known.status.state);
    if (const auto difference = compare(plan, known.request))
        return state ? Objection::NoRequest : difference;
    if (state)
        return state;
    if (known.request.from.isValid() && now.toLocalTime().date() < known.request.from)
        return Objection::NotYet;
    return covers(known.status.given, needed) ? std::nullopt : std::optional(Objection::NeededDiffers);
}

} // namespace

std::expected<Permission, Objection> permissionFor(const DeedPlan &plan, const people::Person &user,
                                                   std::span<const Case> cases, const policy::Pack &pack,
                                                   const QDateTime &now)
{
    const policy::Situation situation{plan.action, classesOf(pack, plan.files), user.role, plan.destination,
                                      plan.channel, plan.given};
    if (policy::evaluate(pack, situation).ruling == policy::Ruling::Forbidden)
        return std::unexpected(Objection::ForbiddenByRules);
    const std::vector<Needed> needed = neededFor(pack, situation);
    const bool isUrgent = plan.given.contains(QStringLiteral("urgent")) && !reportToFor(pack, situation).isEmpty();
    if (needed.empty() && !isUrgent)
        return Permission{};
    Objection nearest = Objection::NoRequest;
    for (auto known = cases.rbegin(); known != cases.rend(); ++known) {
        const auto objection = objectionTo(*known, plan, user, needed, now);
        if (!objection) {
            return Permission{true, known->request.id, known->status.given, known->status.validUntil,
                              known->status.state == State::Flagged};
        }
        if (nearness(*objection) > nearness(nearest))
            nearest = *objection;
    }
    return std::unexpected(nearest);
}

} // namespace shirushi::workflow
