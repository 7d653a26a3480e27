#include "vault/taking.h"

#include "label/sidecar.h"
#include "platform/stagingfolder.h"
#include "vault/memory.h"
#include "vault/placement.h"
#include "vault/rewriting.h"

#include <QCoreApplication>

namespace shirushi::vault {

using base::ErrorCode;
using base::Result;

namespace {

const QString takeOutAction = QStringLiteral("take-out");

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

// A file of a staging folder as a sink.
class StagedSink final : public platform::Sink
{
public:
    explicit StagedSink(platform::StagingFolder &staging) : m_staging(staging) {}
    using Sink::write;
    Result<void> write(std::span<const char> bytes) override
    {
        m_position += bytes.size();
        return m_staging.write(bytes);
    }
    std::uint64_t position() const override { return m_position; }

private:
    platform::StagingFolder &m_staging;
    std::uint64_t m_position = 0;
};

struct Target {
    base::Path folder;
    base::Path name;
};

Result<Target> targetOf(const Vault &vault, const base::Path &path)
{
    if (vault.layout().holds(path))
        return base::failure(ErrorCode::InvalidInput, base::toDisplay(path), tr("This place lies in the vault itself: a plain copy does not belong there."));
    std::error_code ignored;
    const base::Path whole = std::filesystem::absolute(path, ignored).lexically_normal();
    if (!whole.has_filename())
        return base::failure(ErrorCode::InvalidInput, base::toDisplay(path), tr("Please name the file that the copy is to become."));
    return Target{whole.parent_path(), whole.filename()};
}

Result<const Content *> contentOf(const Item &item, std::int64_t counter)
{
    if (counter == 0 || counter == item.counter)
        return &item.content;
    for (const Version &version : item.older) {
        if (version.counter == counter)
            return &version.content;
    }
    return base::failure(ErrorCode::NotFound, item.name, tr("This version of the item is not kept."));
}

workflow::RequestFile requestFile(const Item &item)
{
    const bool hasLabel = item.label.has_value();
    return {item.name, hasLabel ? item.label->contentHash : QStringLiteral("sha256:") + item.content.sha256, item.content.sha256,
            hasLabel ? item.label->policy : QString(), hasLabel ? item.label->classes : policy::Classes()};
}

// Decrypts into files that have no names yet.
Result<platform::StagingFolder> stage(const Vault &vault, const Item &item, const Content &content, const Target &target,
                                      base::Progress &progress)
{
    auto staging = platform::StagingFolder::in(target.folder);
    if (!staging)
        return std::unexpected(staging.error());
    if (const auto begun = staging->begin(target.name); !begun)
        return std::unexpected(begun.error());
    StagedSink sink(*staging);
    if (const auto opened = readContent(vault.layout(), content, vault.own(), sink, progress); !opened)
        return std::unexpected(opened.error());
    if (const auto ended = staging->end(); !ended)
        return std::unexpected(ended.error());
    if (!item.sidecar.isEmpty()) {
        if (const auto begun = staging->begin(label::sidecarPath(target.name)); !begun)
            return std::unexpected(begun.error());
        const std::span<const char> bytes(item.sidecar.constData(), static_cast<std::size_t>(item.sidecar.size()));
        if (const auto written = staging->write(bytes); !written)
            return std::unexpected(written.error());
        if (const auto ended = staging->end(); !ended)
            return std::unexpected(ended.error());
    }
    return staging;
}

Result<void> nameThem(platform::StagingFolder &staging, const Item &item, const Target &target, Taken &taken)
{
    if (const auto named = staging.commit(); !named)
        return named;
    if (item.labelPlace == u"attribute" && item.label && !label::writeLabelAttribute(target.folder / target.name, *item.label))
        taken.notices += tr("This place has no room for the label, which the item carries in an attribute. Please label the copy anew.");
    return {};
}

Result<void> undo(const Vault &vault, std::int64_t of, const QString &file, const QString &reason)
{
    const auto undone = vault.parts().ledger.append({QStringLiteral("undone"), file, {}, {}, {}, {}, reason,
                                                     {{QStringLiteral("of"), static_cast<qint64>(of)}}},
                                                    vault.parts().session, vault.parts().clock);
    return undone ? Result<void>() : std::unexpected(undone.error());
}

} // namespace

Result<QString> Taking::permission(const Item &item, const TakeOrder &order)
{
    const policy::Pack &pack = *m_vault.parts().pack;
    const bool isAsked = item.label && item.label->policy == pack.id && isAmong(item.label->classes, pack.vault.permission);
    if (!order.leavesOffice && !isAsked)
        return QString();
    if (!item.label || item.label->policy != pack.id) {
        return base::failure(ErrorCode::Forbidden, item.name,
                             tr("This item has no class by the rules of this office, so that nobody can say who permits it. Please take it out, label it and put it in again."));
    }
    const auto permission = m_desk.permission({takeOutAction, {}, {}, {}, {requestFile(item)}, order.purpose.trimmed()});
    if (!permission)
        return std::unexpected(permission.error());
    return permission->request;
}

Result<QString> Taking::permission(const TakeOrder &order)
{
    const auto described = m_vault.read(order.id);
    return described ? permission(described->item, order) : std::unexpected(described.error());
}

Result<Taken> Taking::get(const TakeOrder &order, base::Progress &progress)
{
    const auto described = m_vault.read(order.id);
    if (!described)
        return std::unexpected(described.error());
    const Item &item = described->item;
    if (!item.readers.hasMember(m_vault.me()))
        return base::failure(ErrorCode::Forbidden, item.name, tr("You are no member of this item. Who can recover it gives a reason: vault recover."));
    const auto content = contentOf(item, order.counter);
    const auto target = targetOf(m_vault, order.target);
    if (!content || !target)
        return std::unexpected(content ? target.error() : content.error());
    auto request = permission(item, order);
    if (!request)
        return std::unexpected(request.error());
    auto staging = stage(m_vault, item, **content, *target, progress);
    if (!staging)
        return std::unexpected(staging.error());
    ledger::EntryDraft draft = entryFor(m_vault, item, gotKind, target->folder / target->name);
    draft.sha256 = (*content)->sha256;
    draft.details.insert(sealedMember, (*content)->sealed);
    draft.reason = order.purpose.trimmed();
    if (!request->isEmpty())
        draft.details.insert(QStringLiteral("of"), *request);
    if (order.leavesOffice)
        draft.details.insert(QStringLiteral("outside"), true);
    const auto entry = m_vault.parts().ledger.append(draft, m_vault.parts().session, m_vault.parts().clock);
    if (!entry)
        return std::unexpected(entry.error());
    Taken taken{item.id, item.name, std::move(*request), {}};
    if (const auto named = nameThem(*staging, item, *target, taken); !named) {
        if (const auto undone = undo(m_vault, entry->seq, draft.file, named.error().message); !undone)
            return std::unexpected(undone.error());
        return std::unexpected(named.error());
    }
    return taken;
}

Result<void> Taking::noteRecovery(Described described, const TakeOrder &order)
{
    const auto target = targetOf(m_vault, order.target);
    if (!target)
        return std::unexpected(target.error());
    Item item = m_vault.changed(described.item, QStringLiteral("recovered"), order.reason.trimmed());
    auto change = rewrite(m_vault, std::move(described), item, recoveredKind, {});
    if (!change)
        return std::unexpected(change.error());
    change->draft.file = base::toDisplay(target->folder / target->name);
    change->draft.reason = order.reason.trimmed();
    std::vector<Change> changes;
    changes.push_back(std::move(*change));
    apply(changes, m_vault.layout(), m_vault.changeParts());
    return changes.front().error ? Result<void>(std::unexpected(*changes.front().error)) : Result<void>();
}

Result<Taken> Taking::recover(const TakeOrder &order, base::Progress &progress)
{
    if (order.reason.trimmed().isEmpty())
        return base::failure(ErrorCode::InvalidInput, order.id, tr("Please give the reason: the members see it."));
    auto described = m_vault.read(order.id);
    if (!described)
        return std::unexpected(described.error());
    const Item item = described->item;
    if (!item.readers.hasEscrow(m_vault.me()))
        return base::failure(ErrorCode::Forbidden, item.name, tr("You are not who can recover what is in this vault."));
    const auto content = contentOf(item, order.counter);
    const auto target = targetOf(m_vault, order.target);
    if (!content || !target)
        return std::unexpected(content ? target.error() : content.error());
    auto staging = stage(m_vault, item, **content, *target, progress);
    if (!staging)
        return std::unexpected(staging.error());
    if (const auto noted = noteRecovery(std::move(*described), order); !noted)
        return std::unexpected(noted.error());
    Taken taken{item.id, item.name, {}, {}};
    if (const auto named = nameThem(*staging, item, *target, taken); !named)
        return std::unexpected(named.error());
    return taken;
}

Result<workflow::Request> Taking::ask(const QString &id, const QString &purpose)
{
    const auto described = m_vault.read(id);
    if (!described)
        return std::unexpected(described.error());
    const Item &item = described->item;
    if (!item.label || item.label->policy != m_vault.parts().pack->id)
        return base::failure(ErrorCode::NotFound, item.name, tr("This item has no class by the rules of this office."));
    return m_desk.ask({{takeOutAction, {}, {}, {}, {requestFile(item)}, purpose.trimmed()}});
}

} // namespace shirushi::vault
