#include "window/officevault.h"

#include "base/clock.h"
#include "vault/care.h"
#include "vault/descriptioncache.h"
#include "vault/memory.h"
#include "vault/reading.h"
#include "window/officeasking.h"
#include "window/officeturn.h"
#include "window/officevaultparts.h"
#include "window/officevaultrows.h"
#include "workflow/objection.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace shirushi::window {

using base::Result;

namespace {

workflow::RequestDesk requestsOf(OpenOffice &open)
{
    static const base::SystemClock clock;
    return workflow::RequestDesk({open.ledger, open.session, open.directory, open.pack, clock});
}

struct Place {
    base::Path folder;
    QString by;            // who made or opened it
    std::set<QString> off; // whose list it was taken off
};

// Where each vault that was made or opened here lay last, by its id.
Result<std::map<QString, Place>> placesIn(ledger::Ledger &ledger)
{
    std::map<QString, Place> places;
    ledger::Query query;
    query.kinds = {vault::createdKind, vault::joinedKind, vault::leftKind};
    const auto visited = ledger.visit(query, [&](const ledger::Entry &entry) {
        Place &place = places[entry.draft.details.value(vault::vaultMember).toString()];
        if (entry.draft.kind == vault::leftKind) {
            place.off.insert(entry.user);
            return true;
        }
        place.folder = base::toPath(entry.draft.file);
        place.by = entry.user;
        place.off.erase(entry.user);
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    return places;
}

} // namespace

template <typename Value, typename Use>
Result<Value> OfficeVault::with(bool writes, const base::Path &folder, Use use) const
{
    return takeTurn<Value>(m_desk, writes, [&](OpenOffice &open) -> Result<Value> {
        auto vault = vault::Vault::open(folder, vaultPartsOf(m_desk, open));
        if (!vault)
            return std::unexpected(vault.error());
        return use(*vault, open);
    });
}

std::shared_ptr<const policy::Pack> OfficeVault::rules() const
{
    return m_desk.rules();
}

std::shared_ptr<const policy::Pack> OfficeVault::rulesOf(const QString &policyId) const
{
    return m_desk.rulesOf(policyId);
}

QString OfficeVault::me() const
{
    return m_desk.who().value_or(Person{}).id;
}

std::vector<vaults::Person> OfficeVault::people() const
{
    std::vector<vaults::Person> persons;
    const auto active = m_desk.directory()->active();
    for (const people::Person &person : active) {
        if (person.id != me())
            persons.push_back({person.id, person.name, person.department});
    }
    std::ranges::sort(persons, {}, &vaults::Person::name);
    return persons;
}

Result<std::vector<vaults::Known>> OfficeVault::vaults() const
{
    return takeTurn<std::vector<vaults::Known>>(m_desk, false, [&](OpenOffice &open) -> Result<std::vector<vaults::Known>> {
        const auto places = placesIn(open.ledger);
        if (!places)
            return std::unexpected(places.error());
        std::vector<vaults::Known> all;
        for (const auto &[id, place] : *places) {
            if (place.off.contains(open.session.user()))
                continue;
            const auto vault = vault::Vault::open(place.folder, vaultPartsOf(m_desk, open));
            if (vault)
                all.push_back(knownOf(*vault));
            else if (vault.error().code != base::ErrorCode::Forbidden && place.by == open.session.user())
                all.push_back({place.folder, id, base::toDisplay(place.folder.filename()), vault.error().message});
        }
        std::ranges::sort(all, {}, &vaults::Known::name);
        return all;
    });
}

Result<vaults::Known> OfficeVault::create(const vault::NewVault &order)
{
    return takeTurn<vaults::Known>(m_desk, true, [&](OpenOffice &open) -> Result<vaults::Known> {
        const auto vault = vault::Vault::create(order, vaultPartsOf(m_desk, open));
        if (!vault)
            return std::unexpected(vault.error());
        return knownOf(*vault);
    });
}

Result<vaults::Known> OfficeVault::open(const base::Path &folder)
{
    return with<vaults::Known>(true, folder, [](vault::Vault &vault, OpenOffice &open) -> Result<vaults::Known> {
        const auto places = placesIn(open.ledger);
        if (!places)
            return std::unexpected(places.error());
        const auto place = places->find(vault.file().id);
        if (place == places->end() || place->second.folder != vault.layout().folder() || place->second.off.contains(open.session.user())) {
            if (const auto noted = vault::noteJoined(vault); !noted)
                return std::unexpected(noted.error());
        }
        return knownOf(vault);
    });
}

Result<std::vector<vaults::Person>> OfficeVault::members(const base::Path &folder) const
{
    return with<std::vector<vaults::Person>>(false, folder, [](vault::Vault &vault, OpenOffice &open) -> Result<std::vector<vaults::Person>> {
        auto persons = personsOf(vault.file().readers.members, open.directory->roster());
        std::erase_if(persons, [&](const vaults::Person &person) { return person.id == vault.me(); });
        return persons;
    });
}

Result<vaults::Overview> OfficeVault::overview(const base::Path &folder, base::Progress &progress) const
{
    return with<vaults::Overview>(false, folder, [&](vault::Vault &vault, OpenOffice &) -> Result<vaults::Overview> {
        const auto all = m_read->readAll(vault, progress);
        const auto care = vault::Care::of(vault);
        if (!all || !care)
            return std::unexpected(all ? care.error() : all.error());
        return overviewOf(vault, *all, *care);
    });
}

Result<vaults::Details> OfficeVault::details(const base::Path &folder, const QString &item) const
{
    return with<vaults::Details>(false, folder, [&](vault::Vault &vault, OpenOffice &) -> Result<vaults::Details> {
        const auto described = vault.read(item);
        const auto care = vault::Care::of(vault);
        if (!described || !care)
            return std::unexpected(described ? care.error() : described.error());
        return detailsOf(vault, described->item, *care);
    });
}

Result<std::vector<vault::Stored>> OfficeVault::put(const base::Path &folder, const vault::StoreOrder &order, base::Progress &progress)
{
    return with<std::vector<vault::Stored>>(true, folder, [&](vault::Vault &vault, OpenOffice &) {
        return vault::Storing(vault, m_desk.codecs()).put(order, progress);
    });
}

// Words like those of a request that was made already: without them the approval does not fit.
Result<vaults::TakeProspect> OfficeVault::prospect(const base::Path &folder, const vault::TakeOrder &order) const
{
    return with<vaults::TakeProspect>(false, folder, [&](vault::Vault &vault, OpenOffice &open) -> Result<vaults::TakeProspect> {
        const auto described = vault.read(order.id);
        if (!described)
            return std::unexpected(described.error());
        workflow::RequestDesk requests = requestsOf(open);
        const auto permission = vault::Taking(vault, requestsOf(open)).permission(order);
        vaults::TakeProspect prospect;
        prospect.isAsked = !permission || !permission->isEmpty();
        if (!permission) {
            prospect.problem = permission.error().message;
            prospect.canAsk = workflow::isHelpedByRequest(permission.error().subject);
        }
        const auto mine = requests.list(workflow::Show::Mine);
        if (!mine)
            return std::unexpected(mine.error());
        for (const workflow::Case &known : *mine) {
            const auto isIt = [&](const workflow::RequestFile &file) { return file.sha256 == described->item.content.sha256; };
            if (known.request.action == u"take-out" && std::ranges::any_of(known.request.files, isIt))
                prospect.purpose = known.request.purpose;
        }
        return prospect;
    });
}

Result<vault::Taken> OfficeVault::take(const base::Path &folder, const vault::TakeOrder &order, base::Progress &progress)
{
    return with<vault::Taken>(true, folder, [&](vault::Vault &vault, OpenOffice &open) {
        vault::Taking taking(vault, requestsOf(open));
        return order.reason.isEmpty() ? taking.get(order, progress) : taking.recover(order, progress);
    });
}

Result<vault::Moved> OfficeVault::move(const base::Path &folder, const QString &item, const base::Path &target, base::Progress &progress)
{
    return with<vault::Moved>(true, folder, [&](vault::Vault &from, OpenOffice &open) -> Result<vault::Moved> {
        auto to = vault::Vault::open(target, vaultPartsOf(m_desk, open));
        if (!to)
            return std::unexpected(to.error());
        auto moved = vault::Moving(from, *to).move({item}, progress);
        if (!moved)
            return std::unexpected(moved.error());
        if (moved->empty())
            return base::failure(base::ErrorCode::Cancelled, item, {});
        if (moved->front().error)
            return std::unexpected(std::move(*moved->front().error));
        return std::move(moved->front());
    });
}

Result<bool> OfficeVault::ask(const base::Path &folder, const QString &item, const QString &purpose)
{
    return with<bool>(true, folder, [&](vault::Vault &vault, OpenOffice &open) -> Result<bool> {
        const auto request = vault::Taking(vault, requestsOf(open)).ask(item, purpose);
        if (!request)
            return std::unexpected(request.error());
        workflow::RequestDesk requests = requestsOf(open);
        return share(requests, open, request->id);
    });
}

Result<void> OfficeVault::change(const base::Path &folder, const QString &item, const vault::ItemChange &change)
{
    return with<void>(true, folder, [&](vault::Vault &vault, OpenOffice &) -> Result<void> {
        const auto changed = vault::Changing(vault).change(item, change);
        return changed ? Result<void>() : std::unexpected(changed.error());
    });
}

Result<vault::Relocked> OfficeVault::changeMembers(const base::Path &folder, const vaults::MemberChange &change, base::Progress &progress)
{
    return with<vault::Relocked>(true, folder, [&](vault::Vault &vault, OpenOffice &) -> Result<vault::Relocked> {
        vault::Membership membership(vault);
        vault::Relocked both;
        if (!change.add.isEmpty()) {
            auto added = change.item.isEmpty() ? membership.add(change.add, progress) : membership.addTo(change.item, change.add, progress);
            if (!added)
                return added;
            both = std::move(*added);
        }
        if (change.remove.isEmpty())
            return both;
        // Even where the first was stopped: who is removed is removed from the list at once.
        auto removed = change.item.isEmpty() ? membership.remove(change.remove, progress) : membership.removeFrom(change.item, change.remove, progress);
        if (removed)
            removed->done += both.done;
        return removed;
    });
}

Result<vault::Relocked> OfficeVault::settle(const base::Path &folder, base::Progress &progress)
{
    return with<vault::Relocked>(true, folder, [&](vault::Vault &vault, OpenOffice &) { return vault::Membership(vault).settle(progress); });
}

Result<std::vector<vault::Finding>> OfficeVault::verify(const base::Path &folder, base::Progress &progress)
{
    return with<std::vector<vault::Finding>>(true, folder, [&](vault::Vault &vault, OpenOffice &) { return vault::check(vault, progress); });
}

Result<void> OfficeVault::noteCopied(const base::Path &folder, const QString &where)
{
    return with<void>(true, folder, [&](vault::Vault &vault, OpenOffice &) { return vault::noteCopied(vault, {}, where); });
}

Result<void> OfficeVault::takeOff(const vaults::Known &vault)
{
    return takeTurn<void>(m_desk, true, [&](OpenOffice &open) -> Result<void> {
        static const base::SystemClock clock;
        ledger::EntryDraft draft;
        draft.kind = vault::leftKind;
        draft.file = base::toDisplay(vault.folder);
        draft.details = {{vault::vaultMember, vault.id}};
        const auto recorded = open.ledger.append(draft, open.session, clock);
        return recorded ? Result<void>() : std::unexpected(recorded.error());
    });
}

} // namespace shirushi::window
