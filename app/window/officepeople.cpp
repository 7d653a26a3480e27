#include "window/officepeople.h"

#include "base/canonicaljson.h"
#include "people/base32.h"
#include "people/joining.h"
#include "people/leaving.h"
#include "platform/replacement.h"
#include "widgets/language.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::window {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

QString dayOf(QDate day)
{
    return QCoreApplication::translate("shirushi::window", "%1/%2", "month and day").arg(day.month()).arg(day.day());
}

std::vector<StandIn> deputiesOf(const people::Person &person, const people::Roster &roster, QDate today)
{
    std::vector<StandIn> standIns;
    for (const people::Deputy &deputy : person.deputies) {
        const people::Person *other = roster.find(deputy.standsFor);
        if (deputy.until >= today && other)
            standIns.push_back({other->id, tr("%1 (%2 to %3)").arg(other->name, dayOf(deputy.from), dayOf(deputy.until))});
    }
    return standIns;
}

} // namespace

template <typename Deed>
std::invoke_result_t<Deed, people::Administration &, const policy::Pack &> OfficePeople::administer(Deed deed)
{
    const std::lock_guard guard(m_parts.lock);
    const auto open = m_parts.open();
    if (!open)
        return base::failure(base::ErrorCode::NotSignedIn, {}, tr("Shirushi is locked."));
    if (!open->ledger.isWritable())
        return base::failure(base::ErrorCode::Damaged, {}, tr("The ledger can only be read at present: nothing was changed."));
    auto administration = people::Administration::open(m_parts.office, open->session, open->ledger, m_parts.clock);
    if (!administration)
        return std::unexpected(administration.error());
    auto done = deed(*administration, *open->pack);
    if (done)
        m_parts.changed();
    return done;
}

std::shared_ptr<const policy::Pack> OfficePeople::pack() const
{
    const std::lock_guard guard(m_parts.lock);
    const auto open = m_parts.open();
    return open ? open->pack : nullptr;
}

std::vector<Member> OfficePeople::members() const
{
    const auto rules = pack();
    if (!rules)
        return {};
    const auto directory = people::Directory::load(m_parts.office.peopleFolder());
    const people::Roster &roster = directory->roster();
    std::vector<Member> members;
    for (const people::Person &person : roster.persons) {
        const policy::Role *role = rules->role(person.role);
        const auto slot = people::readSlot(m_parts.office.slotFile(person.id));
        members.push_back({person.id, person.name, person.kana, person.department, person.role,
                           role ? widgets::inWindowLanguage(role->title) : person.role, person.administrator,
                           slot && slot->mustChange, person.closed ? person.closed->toLocalTime().date() : QDate(),
                           deputiesOf(person, roster, m_parts.clock.now().toLocalTime().date())});
    }
    std::sort(members.begin(), members.end(), [](const Member &one, const Member &other) {
        const auto key = [](const Member &member) {
            return std::tuple(member.closed.isValid(), member.kana.isEmpty() ? member.id : member.kana, member.id);
        };
        return key(one) < key(other);
    });
    return members;
}

std::vector<RoleChoice> OfficePeople::roles() const
{
    std::vector<RoleChoice> roles;
    const auto rules = pack();
    if (!rules)
        return roles;
    for (const policy::Role &role : rules->roles) {
        if (!role.absent)
            roles.push_back({role.id, widgets::inWindowLanguage(role.title)});
    }
    return roles;
}

QString OfficePeople::fingerprint() const
{
    return people::fingerprintOf(people::Directory::load(m_parts.office.peopleFolder())->roster().rootKey);
}

Switches OfficePeople::switches() const
{
    const people::OfficeSwitches set = people::Directory::load(m_parts.office.peopleFolder())->roster().switches;
    const auto rules = pack();
    return {set.paperDecisions, set.sharedDuties, rules && rules->separationOfDuties.hasException()};
}

base::Result<void> OfficePeople::setSwitches(const Switches &switches)
{
    return administer([&](people::Administration &administration, const policy::Pack &) {
        people::OfficeSwitches set = administration.roster().switches;
        set.paperDecisions = switches.paperDecisions;
        set.sharedDuties = switches.sharedDuties;
        return administration.setSwitches(set);
    });
}

Methods OfficePeople::methods() const
{
    Methods methods;
    methods.designated = people::Directory::load(m_parts.office.peopleFolder())->roster().switches.parcelFormats;
    const auto rules = pack();
    const policy::Role *role = rules ? rules->role(rules->sending.methodsBy) : nullptr;
    methods.designator = role ? widgets::inWindowLanguage(role->title) : QStringLiteral("CISO");
    if (rules)
        methods.citation = rules->sending.methods;
    return methods;
}

base::Result<void> OfficePeople::setMethods(const QStringList &designated)
{
    return administer([&](people::Administration &administration, const policy::Pack &) {
        people::OfficeSwitches set = administration.roster().switches;
        set.parcelFormats = designated;
        return administration.setSwitches(set);
    });
}

base::Result<void> OfficePeople::add(const NewMember &member, const base::SecretBytes &temporaryPassword)
{
    return administer([&](people::Administration &administration, const policy::Pack &rules) {
        return administration.add(rules,
                                  {member.id, member.name, member.role, member.kana, member.department, member.administrator},
                                  temporaryPassword);
    });
}

base::Result<void> OfficePeople::admit(const base::Path &application, const QString &role)
{
    const auto read = people::readApplication(application);
    if (!read)
        return std::unexpected(read.error());
    return administer([&](people::Administration &administration, const policy::Pack &rules) {
        return administration.admit(rules, {read->id, read->name, role, read->kana, read->department},
                                    read->signingKey, read->receivingKey);
    });
}

base::Result<Applied> OfficePeople::readApplication(const base::Path &application) const
{
    const auto read = people::readApplication(application);
    if (!read)
        return std::unexpected(read.error());
    const auto directory = people::Directory::load(m_parts.office.peopleFolder());
    const people::Person *known = directory->roster().find(read->id);
    return Applied{read->id, read->name, read->department, known && !known->closed};
}

base::Result<void> OfficePeople::renewKeys(const base::Path &application)
{
    const auto read = people::readApplication(application);
    if (!read)
        return std::unexpected(read.error());
    return administer([&](people::Administration &administration, const policy::Pack &) {
        return administration.renewKeys(read->id, read->signingKey, read->receivingKey);
    });
}

base::Result<void> OfficePeople::changePerson(const QString &id, const std::function<void(people::Person &)> &change)
{
    return administer([&](people::Administration &administration, const policy::Pack &rules) -> base::Result<void> {
        const people::Person *known = administration.roster().find(id);
        if (!known)
            return base::failure(base::ErrorCode::NotFound, id, tr("There is no person with this id."));
        people::Person person = *known;
        change(person);
        return administration.change(rules, person);
    });
}

base::Result<void> OfficePeople::setRole(const QString &id, const QString &role)
{
    return changePerson(id, [&](people::Person &person) { person.role = role; });
}

base::Result<void> OfficePeople::setDeputy(const QString &id, const QString &standsFor, QDate from, QDate until)
{
    return changePerson(id, [&](people::Person &person) { person.deputies.push_back({standsFor, from, until}); });
}

// What was signed on the days that are over stays as it is.
base::Result<void> OfficePeople::endDeputy(const QString &id, const QString &standsFor)
{
    const QDate today = m_parts.clock.now().toLocalTime().date();
    return changePerson(id, [&](people::Person &person) {
        std::erase_if(person.deputies, [&](const people::Deputy &deputy) {
            return deputy.standsFor == standsFor && deputy.from >= today;
        });
        for (people::Deputy &deputy : person.deputies) {
            if (deputy.standsFor == standsFor && deputy.until >= today)
                deputy.until = today.addDays(-1);
        }
    });
}

base::Result<void> OfficePeople::reissue(const QString &id, const base::SecretBytes &temporaryPassword)
{
    return administer([&](people::Administration &administration, const policy::Pack &) { return administration.reissue(id, temporaryPassword); });
}

base::Result<QStringList> OfficePeople::checklist(const QString &id) const
{
    const std::lock_guard guard(m_parts.lock);
    const auto open = m_parts.open();
    if (!open)
        return base::failure(base::ErrorCode::NotSignedIn, id, tr("Shirushi is locked."));
    const auto items = people::leavingChecklist(open->ledger, id);
    if (!items)
        return std::unexpected(items.error());
    QStringList lines;
    for (const people::LeavingItem &item : *items)
        lines += tr("%1: %2").arg(item.subject, item.sentence);
    return lines;
}

base::Result<void> OfficePeople::close(const QString &id, const QString &reason)
{
    return administer([&](people::Administration &administration, const policy::Pack &) { return administration.close(id, reason); });
}

base::Result<QString> OfficePeople::makeRecoveryCode()
{
    return administer([](people::Administration &administration, const policy::Pack &) -> base::Result<QString> {
        const auto code = administration.makeRecoveryCode();
        if (!code)
            return std::unexpected(code.error());
        return people::toGroups(*code);
    });
}

base::Result<void> OfficePeople::exportRoster(const base::Path &file)
{
    const auto roster = people::readRoster(m_parts.office.rosterFile());
    if (!roster)
        return std::unexpected(roster.error());
    return platform::writeFile(file, base::canonicalJson(people::toJson(*roster)) + '\n');
}

} // namespace shirushi::window
