#include "window/reviewscope.h"

#include <algorithm>

namespace shirushi::window {

namespace {

// Roles that answer for nobody's work but their own, by the ids that the packs share.
bool answersForOthers(const QString &role)
{
    const QStringList own{QStringLiteral("staff"), QStringLiteral("councillor"), QStringLiteral("system-staff"),
                          QStringLiteral("owning-section"), QStringLiteral("council-committee")};
    return !own.contains(role);
}

} // namespace

review::Scope scopeOf(const policy::Pack &pack, const people::Person &person)
{
    if (person.administrator)
        return review::Scope::Everything;
    const policy::Role *role = pack.role(person.role);
    if (!role || !answersForOthers(person.role))
        return review::Scope::Own;
    return role->reach == policy::Reach::Body ? review::Scope::Everything : review::Scope::Department;
}

QStringList visibleUsers(const policy::Pack &pack, const people::Roster &roster, const people::Person &person)
{
    const review::Scope scope = scopeOf(pack, person);
    if (scope == review::Scope::Everything)
        return {};
    QStringList users{person.id};
    if (scope == review::Scope::Own || person.department.isEmpty())
        return users;
    for (const people::Person &other : roster.persons) {
        if (other.id != person.id && other.department == person.department)
            users += other.id;
    }
    return users;
}

} // namespace shirushi::window
