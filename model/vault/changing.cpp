#include "vault/changing.h"

#include "vault/memory.h"
#include "vault/rewriting.h"

#include <QCoreApplication>

namespace shirushi::vault {

using base::ErrorCode;
using base::Result;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

} // namespace

Result<Described> Changing::mine(const QString &id) const
{
    if (const auto current = m_vault.checkAgainstLedger(); !current)
        return std::unexpected(current.error());
    auto described = m_vault.read(id);
    if (described && !described->item.readers.hasMember(m_vault.me()))
        return base::failure(ErrorCode::Forbidden, described->item.name, tr("You are no member of this item."));
    return described;
}

Result<Item> Changing::put(Result<Change> change, Item item)
{
    if (!change)
        return std::unexpected(change.error());
    std::vector<Change> changes;
    changes.push_back(std::move(*change));
    apply(changes, m_vault.layout(), m_vault.changeParts());
    if (changes.front().error)
        return std::unexpected(*changes.front().error);
    return item;
}

// The readers changed since: what is kept of before is for those of now too.
Result<void> Changing::sealOlder(Item &item, std::vector<WrittenContent> &contents, base::Progress &progress) const
{
    for (Version &version : item.older) {
        auto written = sealAnew(m_vault, item.id, version.content, item.readers.keys(), progress);
        if (!written) {
            abandonContents(m_vault, std::move(contents));
            return std::unexpected(written.error());
        }
        version.content = written->content;
        contents.push_back(std::move(*written));
    }
    return {};
}

Result<Item> Changing::save(const QString &id, std::int64_t base, const Original &content, base::Progress &progress)
{
    auto described = mine(id);
    if (!described)
        return std::unexpected(described.error());
    const Item &before = described->item;
    if (before.isFinal)
        return base::failure(ErrorCode::Forbidden, before.name, tr("This item is final (write-protected): its content does not change any more."));
    if (before.counter != base)
        return base::failure(ErrorCode::Changed, before.name, tr("Somebody else has saved this item meanwhile."));
    Item item = m_vault.changed(before, QStringLiteral("saved"));
    item.readers = m_vault.readersOf(before);
    auto written = writeContent(content, m_vault.layout(), id, item.readers.keys(), m_vault.own(), progress);
    if (!written)
        return std::unexpected(written.error());
    item.older.insert(item.older.begin(), {before.counter, before.content, item.changedAt, item.changedBy});
    const auto kept = static_cast<std::size_t>(m_vault.parts().pack->vault.versions);
    if (item.older.size() > kept)
        item.older.resize(kept);
    item.content = written->content;
    std::vector<WrittenContent> contents;
    contents.push_back(std::move(*written));
    if (!(item.readers == before.readers)) {
        if (const auto sealed = sealOlder(item, contents, progress); !sealed)
            return std::unexpected(sealed.error());
    }
    auto change = rewrite(m_vault, std::move(*described), item, savedKind, std::move(contents));
    return put(std::move(change), std::move(item));
}

Result<Item> Changing::change(const QString &id, const ItemChange &change)
{
    auto described = mine(id);
    if (!described)
        return std::unexpected(described.error());
    Item item = m_vault.changed(described->item, QStringLiteral("changed"));
    if (change.keeping) {
        const QDate origin = item.keeping.origin;
        item.keeping = *change.keeping;
        if (!item.keeping.origin.isValid())
            item.keeping.origin = origin;
    }
    item.isFinal = item.isFinal || change.makeFinal;
    auto prepared = rewrite(m_vault, std::move(*described), item, changedKind, {});
    return put(std::move(prepared), std::move(item));
}

} // namespace shirushi::vault
