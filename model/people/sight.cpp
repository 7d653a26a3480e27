#include "people/sight.h"

#include <algorithm>

namespace shirushi::people {

namespace {

bool answersForOthers(const policy::Pack *pack, const QString &role)
{
    const policy::Role *known = pack ? pack->role(role) : nullptr;
    return known && !known->absent && role != u"councillor" && !role.endsWith(u"staff");
}

// Themself, or by standing in for somebody.
bool answersForOthers(const Roster &roster, const Person &person, const policy::Pack *pack, QDate day)
{
    if (answersForOthers(pack, person.role))
        return true;
    return std::any_of(person.deputies.begin(), person.deputies.end(), [&](const Deputy &deputy) {
        const Person *other = roster.find(deputy.standsFor);
        return other && !other->closed && deputy.from <= day && day <= deputy.until && answersForOthers(pack, other->role);
    });
}

} // namespace

bool seesEverything(const Roster &roster, const QString &id, const policy::Pack *pack, QDate day)
{
    const Person *person = roster.find(id);
    return person && !person->closed && (person->administrator || answersForOthers(roster, *person, pack, day));
}

bool maySignOff(const Roster &roster, const QString &id, const policy::Pack *pack, QDate day)
{
    const Person *person = roster.find(id);
    if (!person || person->closed)
        return false;
    const auto isActive = [](const Person &other) { return !other.closed; };
    return answersForOthers(roster, *person, pack, day)
           || std::count_if(roster.persons.begin(), roster.persons.end(), isActive) == 1;
}

ledger::Query visibleTo(const Roster &roster, const QString &person, const policy::Pack *pack, QDate day,
                        ledger::Query query)
{
    if (!seesEverything(roster, person, pack, day))
        query.seenBy = person;
    return query;
}

} // namespace shirushi::people
