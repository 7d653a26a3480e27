#include "window/officevaultrows.h"

#include "base/clock.h"
#include "vault/placement.h"
#include "vault/retention.h"
#include "widgets/language.h"

#include <QHash>

#include <algorithm>

namespace shirushi::window {

namespace {

class Names
{
public:
    explicit Names(const people::Roster &roster)
    {
        for (const people::Person &person : roster.persons)
            m_names.insert(person.id, person.name);
    }
    QString operator[](const QString &id) const { return m_names.value(id, id); }
    QStringList of(const std::vector<vault::Reader> &readers) const
    {
        QStringList names;
        for (const vault::Reader &reader : readers)
            names += (*this)[reader.id];
        return names;
    }

private:
    QHash<QString, QString> m_names;
};

// What makes a row of an item, the same for all of them.
struct Around {
    const vault::Vault &vault;
    const policy::Pack &pack;
    const Names &names;
    const vault::Care &care;
    const vault::Readers &readers; // of what has no members of its own
    int fiscalYear;
};

vaults::Row rowOf(const vault::Item &item, const Around &around)
{
    const QString me = around.vault.me();
    vaults::Row row;
    row.id = item.id;
    row.name = item.name;
    row.path = item.path;
    if (item.label) {
        row.policy = item.label->policy;
        row.classes = item.label->classes;
    }
    row.size = item.content.size;
    row.by = around.names[item.madeBy];
    row.changedAt = item.changedAt;
    row.keeping = item.keeping;
    row.lastDay = vault::lastDayOf(item.keeping, around.pack.retention).value_or(QDate());
    row.isDue = vault::isDueIn(around.fiscalYear, item.keeping, around.pack.retention);
    row.isCopyDue = around.care.isCopyDue(item);
    row.isFinal = item.isFinal;
    row.ownMembers = item.ownMembers;
    row.openers = around.names.of(item.readers.members);
    row.mayOpen = item.readers.hasMember(me);
    row.mayRecover = item.readers.hasEscrow(me);
    row.wantsPermission = item.label && item.label->policy == around.pack.id && vault::isAmong(item.label->classes, around.pack.vault.permission);
    row.isUnsettled = !(item.readers == (item.ownMembers ? around.vault.readersOf(item) : around.readers));
    for (const vault::Event &event : item.history) {
        if (event.deed == u"recovered")
            row.recoveredBy = around.names[event.by];
    }
    return row;
}

vault::Readers commonReaders(const vault::Vault &vault)
{
    return vault.readersOf(vault::Item());
}

} // namespace

std::vector<vaults::Person> personsOf(const std::vector<vault::Reader> &readers, const people::Roster &roster)
{
    std::vector<vaults::Person> persons;
    for (const vault::Reader &reader : readers) {
        const people::Person *person = roster.find(reader.id);
        persons.push_back(person ? vaults::Person{person->id, person->name, person->department} : vaults::Person{reader.id, reader.id, {}});
    }
    std::ranges::sort(persons, {}, &vaults::Person::name);
    return persons;
}

vaults::Known knownOf(const vault::Vault &vault)
{
    return {vault.layout().folder(), vault.file().id, vault.file().name, {}};
}

vaults::Overview overviewOf(const vault::Vault &vault, const std::vector<vault::Seen> &all, const vault::Care &care)
{
    const people::Roster &roster = vault.parts().directory->roster();
    const policy::Pack &pack = *vault.parts().pack;
    const vault::VaultFile &file = vault.file();
    const Names names(roster);
    const vault::Readers readers = commonReaders(vault);
    const Around around{vault, pack, names, care, readers, base::fiscalYear(vault.parts().clock.now().toLocalTime().date())};
    vaults::Overview overview;
    overview.vault = knownOf(vault);
    overview.members = personsOf(file.readers.members, roster);
    overview.escrow = names.of(file.readers.escrow);
    if (const policy::Role *role = pack.role(pack.vault.escrow))
        overview.escrowRole = widgets::inWindowLanguage(role->title);
    overview.amMember = vault.amMember();
    overview.amEscrow = file.readers.hasEscrow(vault.me());
    overview.isUnsettled = !(readers == file.readers);
    bool keepsLong = false;
    for (const vault::Seen &seen : all) {
        if (seen.isForOthers) {
            ++overview.forOthers;
        } else if (seen.described) {
            overview.rows.push_back(rowOf(seen.described->item, around));
            keepsLong = keepsLong || care.isKeptLong(seen.described->item);
            overview.isUnsettled = overview.isUnsettled || overview.rows.back().isUnsettled;
        } else {
            vaults::Row row;
            row.id = seen.id;
            row.problem = seen.problem ? seen.problem->message : QString();
            overview.rows.push_back(std::move(row));
        }
    }
    overview.isCheckDue = care.isCheckDue(keepsLong);
    overview.checkedAt = care.checkedAt();
    return overview;
}

vaults::Details detailsOf(const vault::Vault &vault, const vault::Item &item, const vault::Care &care)
{
    const people::Roster &roster = vault.parts().directory->roster();
    const Names names(roster);
    const vault::Readers readers = commonReaders(vault);
    vaults::Details details;
    details.row = rowOf(item, {vault, *vault.parts().pack, names, care, readers, base::fiscalYear(vault.parts().clock.now().toLocalTime().date())});
    details.members = personsOf(item.readers.members, roster);
    details.vaultMembers = personsOf(vault.file().readers.members, roster);
    for (auto event = item.history.rbegin(); event != item.history.rend(); ++event)
        details.history.push_back({event->at, names[event->by], event->deed, event->note});
    for (const vault::Version &version : item.older)
        details.versions.push_back({version.counter, version.at, names[version.by], version.content.size});
    details.sha256 = item.content.sha256;
    details.file = vault.layout().file(item.content.file);
    return details;
}

} // namespace shirushi::window
