#include "vault/membership.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "vault/copynote.h"
#include "vault/memory.h"
#include "vault/parallel.h"
#include "vault/rewriting.h"
#include "vault/within.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::vault {

using base::ErrorCode;
using base::Result;

namespace {

constexpr qsizetype itemsAtOnce = 32; // share one commit of the ledger

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

QStringList idsOf(const std::vector<Reader> &readers)
{
    QStringList ids;
    for (const Reader &reader : readers)
        ids += reader.id;
    return ids;
}

Event event(const Vault &vault, const char *deed, const QString &id)
{
    return {vault.parts().clock.now(), vault.me(), QString::fromLatin1(deed), id};
}

ledger::EntryDraft draftFor(const Vault &vault, const VaultFile &file, const std::vector<Event> &events, const QString &hash)
{
    ledger::EntryDraft draft;
    draft.kind = membersKind;
    draft.file = base::toDisplay(vault.layout().folder());
    QJsonArray changes;
    for (const Event &event : events)
        changes.append(QJsonObject{{QStringLiteral("change"), event.deed}, {QStringLiteral("person"), event.note}});
    draft.details = {{vaultMember, file.id},
                     {counterMember, static_cast<qint64>(file.counter)},
                     {descriptionMember, hash},
                     {successionMember, hashOf(file.succession.back())},
                     {QStringLiteral("changes"), changes},
                     {QStringLiteral("members"), QJsonArray::fromStringList(idsOf(file.readers.members))},
                     {QStringLiteral("escrow"), QJsonArray::fromStringList(idsOf(file.readers.escrow))}};
    return draft;
}

} // namespace

QStringList Membership::members() const
{
    return idsOf(m_vault.file().readers.members);
}

Result<void> Membership::mayChange() const
{
    if (!m_vault.amMember() && !m_vault.file().readers.hasEscrow(m_vault.me()))
        return base::failure(ErrorCode::Forbidden, m_vault.file().name, tr("Only members, and who can recover what is in it, change who may open this vault."));
    return m_vault.checkAgainstLedger();
}

Result<void> Membership::update(const QStringList &members, std::vector<Event> events)
{
    VaultFile file = m_vault.file();
    const Readers readers = m_vault.readersFor(members);
    for (const Reader &before : file.readers.escrow) {
        if (!readers.hasEscrow(before.id))
            events.push_back(event(m_vault, "escrow-left", before.id));
    }
    for (const Reader &before : file.readers.members) {
        const bool isTold = std::ranges::any_of(events, [&](const Event &known) { return known.note == before.id; });
        if (!readers.hasMember(before.id) && !isTold)
            events.push_back(event(m_vault, "removed", before.id));
    }
    if (readers == file.readers && events.empty())
        return {};
    if (readers.members.empty())
        return base::failure(ErrorCode::InvalidInput, file.name, tr("A vault needs at least one member."));
    file.readers = readers;
    file.counter += 1;
    file.escrowRole = m_vault.parts().pack->vault.escrow;
    file.changedAt = m_vault.parts().clock.now();
    file.changedBy = m_vault.me();
    file.history.insert(file.history.end(), events.begin(), events.end());
    if (file.history.size() > mostEvents)
        file.history.erase(file.history.begin() + 1, file.history.end() - static_cast<std::ptrdiff_t>(mostEvents) + 1);

    if (const auto gone = goOn(file.succession, file.id, file.counter, peopleOf(file.readers), m_vault.parts().session); !gone)
        return gone;

    auto before = platform::FileSource::open(m_vault.layout().vaultFile());
    const auto sealed = m_vault.sealed(file);
    if (!before || !sealed)
        return std::unexpected(before ? sealed.error() : before.error());
    std::vector<Change> changes(1);
    Change &change = changes.front();
    change.before = std::move(*before);
    change.deed.vault = m_vault.layout().folder();
    change.deed.replaces = m_vault.fileHash();
    if (const auto prepared = prepareDescription(change, m_vault.layout().vaultFile(), *sealed); !prepared)
        return prepared;
    change.draft = draftFor(m_vault, file, events, change.deed.description);
    apply(changes, m_vault.layout(), m_vault.changeParts());
    if (change.error)
        return std::unexpected(*change.error);
    if (const auto loaded = m_vault.load(); !loaded)
        return loaded;
    lockCopyNotesAnew(m_vault);
    return {};
}

Result<Relocked> Membership::add(const QStringList &ids, base::Progress &progress)
{
    if (const auto may = mayChange(); !may)
        return std::unexpected(may.error());
    std::vector<Event> events;
    for (const QString &id : ids) {
        const people::Person *person = m_vault.parts().directory->find(id);
        if (!person || person->closed)
            return base::failure(ErrorCode::NotFound, id, tr("This person is not in the roster."));
        if (m_vault.file().readers.hasMember(id))
            return base::failure(ErrorCode::InvalidInput, id, tr("This person is a member already."));
        events.push_back(event(m_vault, "added", id));
    }
    if (const auto updated = update(members() + ids, std::move(events)); !updated)
        return std::unexpected(updated.error());
    return relockAll(progress);
}

Result<Relocked> Membership::remove(const QStringList &ids, base::Progress &progress)
{
    if (const auto may = mayChange(); !may)
        return std::unexpected(may.error());
    if (ids.contains(m_vault.me()) && !m_vault.file().readers.hasEscrow(m_vault.me()))
        return base::failure(ErrorCode::InvalidInput, m_vault.me(), tr("Please ask another member to remove you: you could not encrypt anew what you cannot open any more."));
    QStringList left = members();
    std::vector<Event> events;
    for (const QString &id : ids) {
        if (!m_vault.file().hasEver(id))
            return base::failure(ErrorCode::NotFound, id, tr("This person is no member of the vault."));
        if (left.removeAll(id) > 0)
            events.push_back(event(m_vault, "removed", id));
    }
    if (const auto updated = update(left, std::move(events)); !updated)
        return std::unexpected(updated.error());
    return relockAll(progress);
}

Result<Relocked> Membership::settle(base::Progress &progress)
{
    if (const auto may = mayChange(); !may)
        return std::unexpected(may.error());
    if (const auto updated = update(members(), {}); !updated)
        return std::unexpected(updated.error());
    return relockAll(progress);
}

Result<Change> Membership::relock(Described described, bool ownMembers, const Readers &readers, base::Progress &progress) const
{
    Item item = m_vault.changed(described.item, QStringLiteral("members"));
    item.ownMembers = ownMembers;
    item.readers = readers;
    const auto keys = readers.keys();
    std::vector<WrittenContent> contents;
    std::vector<Content *> places{&item.content};
    for (Version &version : item.older)
        places.push_back(&version.content);
    for (Content *place : places) {
        auto written = sealAnew(m_vault, item.id, *place, keys, progress);
        if (!written) {
            abandonContents(m_vault, std::move(contents));
            return std::unexpected(written.error());
        }
        *place = written->content;
        contents.push_back(std::move(*written));
    }
    return rewrite(m_vault, std::move(described), item, relockedKind, std::move(contents));
}

std::vector<Change> Membership::relockThese(const QStringList &ids, base::Progress &progress) const
{
    std::vector<Change> changes(static_cast<std::size_t>(ids.size()));
    Within inside(progress);
    inParallel(changes.size(), 1, [&](std::size_t i) {
        auto described = m_vault.read(ids[static_cast<qsizetype>(i)]);
        if (!described) {
            changes[i].error = described.error();
            return true;
        }
        const Readers readers = m_vault.readersOf(described->item);
        const bool ownMembers = described->item.ownMembers;
        auto change = relock(std::move(*described), ownMembers, readers, inside);
        if (change)
            changes[i] = std::move(*change);
        else
            changes[i].error = change.error();
        return true;
    });
    return changes;
}

Result<Relocked> Membership::relockAll(base::Progress &progress)
{
    const auto all = readAll(m_vault, progress);
    if (!all)
        return std::unexpected(all.error());
    Relocked relocked;
    QStringList waiting;
    for (const Seen &seen : *all) {
        if (seen.isForOthers)
            ++relocked.forOthers;
        else if (seen.problem)
            relocked.errors.push_back(*seen.problem);
        else if (!(seen.described->item.readers == m_vault.readersOf(seen.described->item)))
            waiting += seen.id;
    }
    for (qsizetype at = 0; at < waiting.size(); at += itemsAtOnce) {
        progress.report(static_cast<std::uint64_t>(at), static_cast<std::uint64_t>(waiting.size()), {});
        relocked.isStopped = progress.cancelled();
        if (relocked.isStopped)
            break;
        auto changes = relockThese(waiting.mid(at, itemsAtOnce), progress);
        apply(changes, m_vault.layout(), m_vault.changeParts());
        for (const Change &change : changes) {
            if (change.error)
                relocked.errors.push_back(*change.error);
            else
                ++relocked.done;
        }
    }
    progress.report(static_cast<std::uint64_t>(waiting.size()), static_cast<std::uint64_t>(waiting.size()), {});
    return relocked;
}

Result<Relocked> Membership::relockOne(const QString &item, const QStringList &members, base::Progress &progress)
{
    auto described = m_vault.read(item);
    if (!described)
        return std::unexpected(described.error());
    const Readers readers = m_vault.readersFor(members);
    if (readers.members.empty())
        return base::failure(ErrorCode::InvalidInput, described->item.name, tr("An item needs at least one member."));
    if (!readers.hasMember(m_vault.me()) && !readers.hasEscrow(m_vault.me()))
        return base::failure(ErrorCode::InvalidInput, m_vault.me(), tr("Please ask another member to remove you: you could not encrypt anew what you cannot open any more."));
    auto change = relock(std::move(*described), true, readers, progress);
    if (!change)
        return std::unexpected(change.error());
    std::vector<Change> changes;
    changes.push_back(std::move(*change));
    apply(changes, m_vault.layout(), m_vault.changeParts());
    if (changes.front().error)
        return std::unexpected(*changes.front().error);
    return Relocked{.done = 1};
}

Result<Relocked> Membership::addTo(const QString &item, const QStringList &ids, base::Progress &progress)
{
    if (const auto may = mayChange(); !may)
        return std::unexpected(may.error());
    const auto described = m_vault.read(item);
    if (!described)
        return std::unexpected(described.error());
    for (const QString &id : ids) {
        if (!m_vault.file().readers.hasMember(id))
            return base::failure(ErrorCode::NotFound, id, tr("This person is no member of the vault. Please add them to the vault first."));
        if (described->item.readers.hasMember(id))
            return base::failure(ErrorCode::InvalidInput, id, tr("This person may open the item already."));
    }
    return relockOne(item, idsOf(described->item.readers.members) + ids, progress);
}

Result<Relocked> Membership::removeFrom(const QString &item, const QStringList &ids, base::Progress &progress)
{
    if (const auto may = mayChange(); !may)
        return std::unexpected(may.error());
    const auto described = m_vault.read(item);
    if (!described)
        return std::unexpected(described.error());
    QStringList left = idsOf(described->item.readers.members);
    for (const QString &id : ids) {
        if (left.removeAll(id) == 0)
            return base::failure(ErrorCode::NotFound, id, tr("This person may not open the item anyway."));
    }
    return relockOne(item, left, progress);
}

} // namespace shirushi::vault
