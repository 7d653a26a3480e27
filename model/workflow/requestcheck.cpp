#include "workflow/requestcheck.h"

#include "crypto/keys.h"
#include "people/sight.h"

#include <algorithm>

namespace shirushi::workflow {

using people::Person;
using people::Roster;

namespace {

// Whose key signed, as the roster says: current keys of people who are in the office.
std::optional<Objection> checkSigner(const QString &user, const QString &keyId, const QByteArray &message,
                                     const QByteArray &signature, const Standing &standing)
{
    const Person *person = standing.roster.find(user);
    if (!person)
        return Objection::UnknownPerson;
    if (person->closed)
        return Objection::ClosedPerson;
    if (crypto::keyIdOf(person->signingKey) != keyId)
        return Objection::UnknownKey;
    if (!crypto::verifySignature(person->signingKey, message, signature))
        return Objection::WrongSignature;
    return std::nullopt;
}

std::vector<QByteArray> keysOf(const Person &person)
{
    std::vector<QByteArray> keys = person.formerKeys;
    keys.push_back(person.signingKey);
    keys.push_back(person.receivingKey);
    return keys;
}

bool isDeputy(const Person &person, const QString &standsFor, QDate day)
{
    return std::any_of(person.deputies.begin(), person.deputies.end(), [&](const people::Deputy &deputy) {
        return deputy.standsFor == standsFor && deputy.from <= day && day <= deputy.until;
    });
}

bool isNeeded(const Request &request, const QString &role)
{
    return std::any_of(request.needed.begin(), request.needed.end(),
                       [&](const Needed &needed) { return needed.role == role; });
}

bool mayShareDuties(const Standing &standing)
{
    return standing.roster.switches.sharedDuties && standing.pack.separationOfDuties.hasException();
}

// Whether `holder`, by role and section, gives what is asked of `role`.
std::optional<Objection> checkRole(const Person &holder, const QString &role, const Request &request,
                                   const Standing &standing)
{
    if (!isNeeded(request, role) || !policy::counts(standing.pack, holder.role, role))
        return Objection::WrongRole;
    const policy::Role *wanted = standing.pack.role(role);
    const bool isKnown = !holder.department.isEmpty() && !request.asker.department.isEmpty();
    if (wanted->reach != policy::Reach::Body && isKnown && holder.department != request.asker.department)
        return Objection::WrongDepartment;
    return std::nullopt;
}

std::optional<Objection> checkApprover(const Decision &decision, const Request &request, const Standing &standing)
{
    const Roster &roster = standing.roster;
    const Person *person = roster.find(decision.by);
    const Person *holder = decision.deputyFor.isEmpty() ? person : roster.find(decision.deputyFor);
    if (!holder || holder->closed)
        return Objection::NotDeputy;
    if (holder != person && !isDeputy(*person, holder->id, decision.at.toLocalTime().date()))
        return Objection::NotDeputy;
    if (const auto objection = checkRole(*holder, decision.role, request, standing))
        return objection;
    const bool isOwn = isSamePerson(roster, decision.by, request.asker.id)
                       || isSamePerson(roster, holder->id, request.asker.id);
    if (!isOwn || !standing.pack.separationOfDuties.required || decision.ruling == Ruling::Refused)
        return std::nullopt;
    if (decision.sharedDutiesReason.trimmed().isEmpty())
        return Objection::ApproverIsRequester;
    return mayShareDuties(standing) ? std::nullopt : std::optional(Objection::SharedDutiesForbidden);
}

std::optional<Objection> checkCountersigner(const Decision &decision, const Request &request, const Standing &standing)
{
    if (isSamePerson(standing.roster, decision.by, request.asker.id))
        return Objection::CountersignerInvolved;
    const bool isReviewer = people::maySignOff(standing.roster, decision.by, &standing.pack, decision.at.toLocalTime().date());
    return isReviewer ? std::nullopt : std::optional(Objection::NotAReviewer);
}

std::optional<Objection> checkTime(const QDateTime &at, const Request &request, const QDateTime &now)
{
    const bool isPossible = request.at.addSecs(-clockSkewSeconds) <= at && at <= now.addSecs(clockSkewSeconds);
    return isPossible ? std::nullopt : std::optional(Objection::WrongTime);
}

} // namespace

bool isTargetRight(const Request &request, const policy::Pack &pack)
{
    if (request.action != u"lower" || request.target.empty())
        return request.target.empty();
    return policy::checkClasses(pack, request.target)
           && std::all_of(request.files.begin(), request.files.end(), [&](const RequestFile &file) {
                  return policy::isLowering(pack, file.classes, request.target);
              });
}

bool isSamePerson(const Roster &roster, const QString &one, const QString &other)
{
    if (one == other)
        return true;
    const Person *first = roster.find(one);
    const Person *second = roster.find(other);
    if (!first || !second)
        return false;
    const std::vector<QByteArray> keys = keysOf(*second);
    const std::vector<QByteArray> mine = keysOf(*first);
    return std::any_of(mine.begin(), mine.end(), [&](const QByteArray &key) {
        return std::find(keys.begin(), keys.end(), key) != keys.end();
    });
}

std::optional<Objection> checkRequest(const Request &request, const Standing &standing)
{
    if (request.office != people::fingerprintOf(standing.roster.rootKey))
        return Objection::OtherOffice;
    if (const auto objection =
            checkSigner(request.asker.id, request.keyId, signedBytes(request), request.signature, standing))
        return objection;
    const Person *asker = standing.roster.find(request.asker.id);
    if (asker->role != request.asker.role || asker->department != request.asker.department)
        return Objection::AskerDiffers;
    if (request.at > standing.now.addSecs(clockSkewSeconds))
        return Objection::WrongTime;
    return std::nullopt;
}

std::optional<Objection> checkAgainstRules(const Request &request, const policy::Pack &pack)
{
    if (request.policy != pack.id)
        return Objection::OtherPolicy;
    for (const RequestFile &file : request.files) {
        if (file.policy != pack.id || !policy::checkClasses(pack, file.classes))
            return Objection::OtherPolicy;
    }
    if (!isTargetRight(request, pack))
        return Objection::OtherPolicy;
    const policy::Situation situation = situationOf(pack, request);
    if (policy::evaluate(pack, situation).ruling == policy::Ruling::Forbidden)
        return Objection::ForbiddenByRules;
    const QStringList reportTo = reportToFor(pack, situation);
    if (request.needed != neededFor(pack, situation) || request.reportTo != reportTo
        || request.urgent != isUrgent(request))
        return Objection::NeededDiffers;
    return std::nullopt;
}

std::optional<Objection> check(const Decision &decision, const Request &request, const Standing &standing)
{
    if (decision.request != request.id)
        return Objection::UnknownRequest;
    if (const auto objection =
            checkSigner(decision.by, decision.keyId, signedBytes(decision), decision.signature, standing))
        return objection;
    if (decision.hash != hashOf(request))
        return Objection::RequestAltered;
    if (const auto objection = checkTime(decision.at, request, standing.now))
        return objection;
    switch (decision.ruling) {
    case Ruling::Withdrawn:
        return decision.by == request.asker.id ? std::nullopt : std::optional(Objection::NotTheAsker);
    case Ruling::Countersigned:
        return checkCountersigner(decision, request, standing);
    case Ruling::Approved:
    case Ruling::Refused:
        break;
    }
    return checkApprover(decision, request, standing);
}

std::optional<Objection> check(const PaperDecision &decision, const Request &request, const Standing &standing)
{
    if (decision.request != request.id)
        return Objection::UnknownRequest;
    if (const auto objection =
            checkSigner(decision.recordedBy, decision.keyId, signedBytes(decision), decision.signature, standing))
        return objection;
    if (decision.hash != hashOf(request))
        return Objection::RequestAltered;
    if (const auto objection = checkTime(decision.at, request, standing.now))
        return objection;
    if (!standing.roster.switches.paperDecisions)
        return Objection::PaperForbidden;
    const bool areNeeded = std::all_of(decision.roles.begin(), decision.roles.end(),
                                       [&](const QString &role) { return isNeeded(request, role); });
    return areNeeded && !decision.roles.isEmpty() ? std::nullopt : std::optional(Objection::WrongRole);
}

std::vector<Capacity> capacitiesOf(const QString &id, const Request &request, const Standing &standing)
{
    const Person *person = standing.roster.find(id);
    if (!person || person->closed)
        return {};
    std::vector<const Person *> holders{person};
    const QDate today = standing.now.toLocalTime().date();
    for (const people::Deputy &deputy : person->deputies) {
        const Person *holder = standing.roster.find(deputy.standsFor);
        if (holder && !holder->closed && deputy.from <= today && today <= deputy.until)
            holders.push_back(holder);
    }
    std::vector<Capacity> capacities;
    for (const Needed &needed : request.needed) {
        const bool isThere = std::any_of(capacities.begin(), capacities.end(),
                                         [&](const Capacity &capacity) { return capacity.role == needed.role; });
        for (const Person *holder : holders) {
            if (isThere || checkRole(*holder, needed.role, request, standing))
                continue;
            const bool isOwn = isSamePerson(standing.roster, id, request.asker.id)
                               || isSamePerson(standing.roster, holder->id, request.asker.id);
            capacities.push_back({needed.role, holder == person ? QString() : holder->id,
                                  isOwn && standing.pack.separationOfDuties.required});
            break;
        }
    }
    return capacities;
}

} // namespace shirushi::workflow
