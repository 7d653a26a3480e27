#include "window/approvalitems.h"

#include "widgets/language.h"
#include "window/askingwords.h"
#include "window/deedwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::window {

using approvals::Item;
using widgets::inWindowLanguage;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

QString nameOf(const people::Roster &roster, const QString &id)
{
    const people::Person *person = roster.find(id);
    return person ? person->name : id;
}

bool isOpen(const workflow::Status &status, const QString &role)
{
    return std::any_of(status.waitingFor.begin(), status.waitingFor.end(),
                       [&role](const workflow::Needed &needed) { return needed.role == role; });
}

enum class Say { None, Own, Shared };

// Whether `person` could decide about what is still open, and whether only about their own request.
Say sayOf(const QString &person, const workflow::Case &known, const workflow::Standing &standing)
{
    Say say = Say::None;
    for (const workflow::Capacity &capacity : workflow::capacitiesOf(person, known.request, standing)) {
        if (!isOpen(known.status, capacity.role))
            continue;
        if (!capacity.sharedDuties)
            return Say::Own;
        say = Say::Shared;
    }
    return say;
}

void addRequest(Item &item, const workflow::Request &request, const policy::Pack &pack, const people::Roster &roster)
{
    item.id = request.id;
    item.action = actionText(request.action);
    if (!request.destination.isEmpty())
        item.details += destinationText(request.destination);
    if (!request.channel.isEmpty())
        item.details += channelText(request.channel);
    for (const QString &given : request.given) {
        const policy::Fact *fact = pack.fact(given);
        item.details += fact ? inWindowLanguage(fact->title) : given;
    }
    if (const policy::Classes target = request.target; !target.empty())
        item.details += tr("To the class %1").arg(policy::classText(pack, target));
    else if (request.action == u"lower")
        item.details += tr("The label is taken away");
    item.purpose = request.purpose;
    item.from = request.from;
    item.until = request.until;
    for (const workflow::RequestFile &file : request.files)
        item.files.push_back({file.name, file.policy, file.classes});
    const QString name = nameOf(roster, request.asker.id);
    item.asker = request.asker.department.isEmpty() ? name : tr("%1 (%2)").arg(name, request.asker.department);
    item.at = request.at;
}

void addStatus(Item &item, const workflow::Case &known, const policy::Pack &pack, const people::Roster &roster)
{
    const workflow::Status &status = known.status;
    item.state = static_cast<approvals::State>(status.state);
    item.stateText = workflow::title(status.state);
    for (const workflow::Needed &needed : known.request.needed)
        item.needs.push_back({roleText(pack, needed.role), inWindowLanguage(needed.word),
                              {needed.article, needed.quote, needed.draft}, isOpen(status, needed.role)});
    for (const workflow::Given &given : status.given)
        item.given.push_back({roleText(pack, given.role), given.onPaper ? given.by : nameOf(roster, given.by),
                              given.deputyFor.isEmpty() ? QString() : nameOf(roster, given.deputyFor), given.onPaper,
                              given.sharedDuties, given.comment, given.at});
    item.validUntil = status.validUntil;
    item.endedBy = status.endedBy.isEmpty() ? QString() : nameOf(roster, status.endedBy);
    item.endComment = status.comment;
    for (const QString &role : status.reportsDue)
        item.reportsDue += tr("To be told: %1").arg(roleText(pack, role));
    item.hasScan = !known.scans.empty();
    if (known.objection)
        item.objection = workflow::sentence(*known.objection);
}

} // namespace

static_assert(static_cast<int>(approvals::State::Reported) == static_cast<int>(workflow::State::Reported)
              && static_cast<int>(approvals::State::Flagged) == static_cast<int>(workflow::State::Flagged));

Item itemOf(const workflow::Case &known, const QString &user, bool waitsForMe, const policy::Pack &pack,
            const people::Roster &roster, const QDateTime &now)
{
    Item item;
    addRequest(item, known.request, pack, roster);
    addStatus(item, known, pack, roster);
    item.isMine = known.request.asker.id == user;
    item.waitsForMe = waitsForMe;
    const workflow::Standing standing{pack, roster, now};
    const bool isWaiting = !known.objection && known.status.state == workflow::State::Waiting;
    item.sharesDuties = isWaiting && !waitsForMe && sayOf(user, known, standing) == Say::Shared;
    for (const people::Person &person : roster.persons) {
        if (isWaiting && person.id != user && !person.closed && sayOf(person.id, known, standing) == Say::Own)
            item.approvers.push_back({person.id, person.name});
    }
    const bool isInvolved = item.isMine || std::any_of(known.status.given.begin(), known.status.given.end(),
                                                       [&user](const workflow::Given &given) { return given.by == user; });
    item.mayCountersign = known.status.state == workflow::State::Flagged && !isInvolved;
    return item;
}

approvals::Outcome outcomeOf(const workflow::Imported &imported)
{
    if (imported.error)
        return {imported.file, imported.error->message, false};
    const QString said = imported.isNew ? tr("Recorded") : tr("Known already");
    return {imported.file, imported.leftOut.isEmpty() ? said : tr("%1. Without its scan: %2").arg(said, imported.leftOut),
            imported.leftOut.isEmpty()};
}

} // namespace shirushi::window
