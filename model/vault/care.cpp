#include "vault/care.h"

#include "erasure/ground.h"
#include "vault/copynote.h"
#include "vault/memory.h"
#include "vault/placement.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace shirushi::vault {

using base::ErrorCode;
using base::Result;

namespace {

const QString itemsMember = QStringLiteral("items");

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

// When the content that it has now came into this vault.
QDateTime contentSince(const Item &item)
{
    QDateTime since = item.madeAt;
    for (const Event &event : item.history) {
        if (event.deed == u"saved" || event.deed == u"moved")
            since = std::max(since, event.at);
    }
    return since;
}

bool isOver(const QDateTime &at, int months, const QDateTime &now)
{
    return at.addMonths(months) <= now;
}

ledger::EntryDraft draftOf(const Vault &vault, const QString &kind)
{
    ledger::EntryDraft draft;
    draft.kind = kind;
    draft.file = base::toDisplay(vault.layout().folder());
    draft.details = {{vaultMember, vault.file().id}};
    return draft;
}

Result<void> append(const Vault &vault, const ledger::EntryDraft &draft)
{
    const VaultParts &parts = vault.parts();
    const auto recorded = parts.ledger.append(draft, parts.session, parts.clock);
    return recorded ? Result<void>() : std::unexpected(recorded.error());
}

} // namespace

Result<Care> Care::of(const Vault &vault)
{
    const VaultParts &parts = vault.parts();
    Care care;
    care.m_pack = parts.pack;
    care.m_now = parts.clock.now();
    ledger::Query query;
    query.kinds = {createdKind, joinedKind, copiedKind, checkedKind};
    const auto visited = parts.ledger.visit(query, [&](const ledger::Entry &entry) {
        if (entry.draft.details.value(vaultMember) != vault.file().id)
            return true;
        if (!care.m_since.isValid())
            care.m_since = entry.at;
        if (entry.draft.kind == checkedKind)
            care.m_checkedAt = entry.at;
        if (entry.draft.kind != copiedKind)
            return true;
        QStringList items;
        for (const QJsonValue &id : entry.draft.details.value(itemsMember).toArray())
            items += id.toString();
        care.add({entry.at, entry.user, entry.draft.reason}, items);
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    for (const CopyNote &note : copyNotesOf(vault).believed) {
        // One from a clock that is far ahead would hold for too long.
        if (note.at <= care.m_now.addDays(1))
            care.add({note.at, note.by, note.where}, note.items);
    }
    const auto ground = erasure::groundOf(vault.layout().vaultFile());
    care.m_isOnRemovable = ground && ground->medium.isRemovable;
    return care;
}

void Care::add(const Copied &copied, const QStringList &items)
{
    const auto remember = [&](std::vector<Copied> &words) {
        words.insert(std::ranges::upper_bound(words, copied.at, {}, &Copied::at), copied);
    };
    if (items.isEmpty())
        remember(m_whole);
    for (const QString &id : items)
        remember(m_items[id]);
}

std::optional<Copied> Care::copyOf(const Item &item) const
{
    std::optional<Copied> newest;
    const QDateTime since = contentSince(item);
    const auto look = [&](const std::vector<Copied> &words) {
        if (!words.empty() && words.back().at >= since && (!newest || newest->at < words.back().at))
            newest = words.back();
    };
    look(m_whole);
    if (const auto own = m_items.find(item.id); own != m_items.end())
        look(own->second);
    return newest;
}

bool Care::isCopyDue(const Item &item) const
{
    const policy::VaultRules::SecondCopy &rules = m_pack->vault.secondCopy;
    if (rules.months < 1 || !item.label || item.label->policy != m_pack->id || !isAmong(item.label->classes, rules.levels))
        return false;
    const auto copied = copyOf(item);
    return !copied || isOver(copied->at, rules.months, m_now);
}

bool Care::isCheckDue(bool keepsLong) const
{
    const int months = m_pack->vault.longTerm.months;
    const QDateTime since = m_checkedAt.isValid() ? m_checkedAt : m_since;
    return months > 0 && (keepsLong || m_isOnRemovable) && since.isValid() && isOver(since, months, m_now);
}

bool Care::isKeptLong(const Item &item) const
{
    const int years = m_pack->vault.longTerm.years;
    return years > 0 && (item.keeping.permanent || item.keeping.years >= years);
}

Result<void> noteCopied(const Vault &vault, const QStringList &ids, const QString &where)
{
    if (!vault.amMember())
        return base::failure(ErrorCode::Forbidden, vault.file().name, tr("Only members of the vault say where a copy of it is."));
    if (where.trimmed().isEmpty())
        return base::failure(ErrorCode::InvalidInput, vault.file().name, tr("Please say where the copy is kept."));
    if (static_cast<std::size_t>(ids.size()) > mostNotedItems)
        return base::failure(ErrorCode::TooLarge, vault.file().name, tr("These are too many items. Please say it of the whole vault."));
    for (const QString &id : ids) {
        if (const auto described = vault.read(id); !described)
            return std::unexpected(described.error());
    }
    ledger::EntryDraft draft = draftOf(vault, copiedKind);
    draft.reason = where.trimmed();
    if (!ids.isEmpty())
        draft.details.insert(itemsMember, QJsonArray::fromStringList(ids));
    if (const auto recorded = append(vault, draft); !recorded)
        return recorded;
    CopyNote note;
    note.items = ids;
    note.where = where.trimmed();
    note.at = vault.parts().clock.now();
    note.by = vault.me();
    return writeCopyNote(vault, std::move(note));
}

Result<std::vector<Finding>> check(const Vault &vault, base::Progress &progress)
{
    auto findings = verify(vault, progress);
    if (findings && findings->empty()) {
        if (const auto recorded = append(vault, draftOf(vault, checkedKind)); !recorded)
            return std::unexpected(recorded.error());
    }
    return findings;
}

} // namespace shirushi::vault
