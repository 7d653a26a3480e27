#include "sending/missent.h"

#include "policy/approvals.h"
#include "policy/verdict.h"

namespace shirushi::sending {

namespace {

policy::Text titleOf(const policy::Pack &pack, const QString &role)
{
    const policy::Role *known = pack.role(role);
    return known ? known->title : policy::Text{role, {}};
}

QStringList holdersOf(const policy::Pack &pack, const people::Roster &roster, const QString &role)
{
    QStringList names;
    for (const people::Person &person : roster.persons) {
        if (!person.closed && policy::counts(pack, person.role, role))
            names += person.name;
    }
    return names;
}

} // namespace

std::vector<Call> callsFor(const policy::Pack &pack, const people::Roster &roster, const Record &record, const QString &role)
{
    const policy::Situation situation{record.action, record.classes, role, record.destination, record.channel, {}};
    std::vector<Call> calls;
    for (const policy::IncidentCall &wanted : policy::incidentCallsFor(pack, situation)) {
        Call call;
        call.who = wanted.role.isEmpty() ? wanted.body : titleOf(pack, wanted.role);
        if (!wanted.role.isEmpty())
            call.persons = holdersOf(pack, roster, wanted.role);
        for (const QString &teller : wanted.tellers)
            call.tellers.push_back(titleOf(pack, teller));
        call.remark = wanted.remark;
        call.citation = wanted.citation;
        calls.push_back(std::move(call));
    }
    return calls;
}

} // namespace shirushi::sending
