#include "disposal/items.h"

#include "erasure/ground.h"
#include "vault/change.h"
#include "vault/holding.h"
#include "vault/memory.h"
#include "vault/rescue.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::disposal {

using base::ErrorCode;

namespace {

constexpr std::uint64_t longestHead = 64 << 10; // bytes of an age header: far more than any has

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::disposal", text);
}

// As far as this desktop's ledger knows.
base::Result<QStringList> copiesOf(const QString &id, ledger::Ledger &ledger)
{
    QStringList copies;
    ledger::Query query;
    query.kinds = {vault::gotKind, vault::recoveredKind, vault::putKind, vault::savedKind, vault::relockedKind, vault::openedKind};
    const auto visited = ledger.visit(query, [&](const ledger::Entry &entry) {
        const QString &kind = entry.draft.kind;
        if (entry.draft.details.value(vault::itemMember) != id)
            return true;
        if (kind == vault::gotKind || kind == vault::recoveredKind)
            copies += QStringLiteral("taken-out");
        else if (kind == vault::openedKind)
            copies += QStringLiteral("opened");
        else if (kind == vault::putKind && entry.draft.details.value(QStringLiteral("kept")).toBool())
            copies += QStringLiteral("kept");
        else if (kind != vault::putKind)
            copies += QStringLiteral("relocked");
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    copies.removeDuplicates();
    copies.sort();
    return copies;
}

base::Result<void> addOrder(const base::Path &file, std::uint64_t head, ItemPlan &plan)
{
    const auto source = platform::FileSource::open(file);
    if (!source)
        return std::unexpected(source.error());
    erasure::Order order = erasure::orderFor(source->path(), source->identity());
    order.head = std::min(head, source->size());
    plan.bytes += source->size();
    plan.orders.push_back(std::move(order));
    auto ground = erasure::groundOf(file);
    if (!ground)
        return std::unexpected(ground.error());
    QStringList doubts = plan.ground.doubts + ground->doubts;
    plan.ground = std::move(*ground);
    doubts.removeDuplicates();
    doubts.sort();
    plan.ground.doubts = std::move(doubts);
    return {};
}

// The note of who has it open is renewed as long as they have.
bool isOpenSomewhere(const vault::Layout &layout, const QString &id)
{
    std::error_code problem;
    const auto renewed = std::filesystem::last_write_time(layout.locks() / (id.toStdString() + ".open"), problem);
    return !problem && std::filesystem::file_time_type::clock::now() - renewed < vault::holdingExpires;
}

// Clear where another copy is known, or where overwriting itself cannot be promised.
void judge(ItemPlan &plan, QStringList copies, const policy::Pack &pack)
{
    Record &record = plan.record;
    record.kind = QStringLiteral("item");
    record.outcome = Outcome::Verified;
    record.copies = std::move(copies);
    record.doubts = plan.ground.doubts;
    record.fileSystem = plan.ground.fileSystem;
    record.mediumKind = erasure::nameOf(plan.ground.medium);
    record.medium = plan.ground.medium.name;
    const bool isKeyGone = record.copies.isEmpty();
    record.method = isKeyGone ? QStringLiteral("crypto-erase") : QStringLiteral("overwrite");
    record.sanitization = isKeyGone && plan.ground.isSure() ? policy::Sanitization::Purge : policy::Sanitization::Clear;
    const auto *demand = pack.disposal.demandOn(record.kind, record.classes);
    if (demand && !(isKeyGone && plan.ground.isSure()))
        record.followUp = demand->followUp;
}

} // namespace

base::Result<ItemPlan> planForItem(const ItemPlace &place, const DisposalParts &parts)
{
    const base::Path lock = parts.lockFile.parent_path() / vault::workLock;
    std::error_code ignored;
    const base::Path folder = std::filesystem::canonical(place.vault, ignored);
    const auto vault = vault::Vault::open(folder.empty() ? place.vault : folder, {parts.ledger, parts.session, parts.directory, parts.pack, parts.clock, lock});
    const auto id = vault ? vault->idFrom(place.id) : std::unexpected(vault.error());
    const auto described = id ? vault->read(*id) : std::unexpected(id.error());
    if (!described)
        return std::unexpected(described.error());
    if (!vault->amMember())
        return base::failure(ErrorCode::Forbidden, place.id, tr("Only members of the vault dispose of what is in it."));
    const vault::Item &item = described->item;
    const policy::Pack &pack = *parts.pack;
    if (!item.label || item.label->policy != pack.id)
        return base::failure(ErrorCode::InvalidInput, item.name, tr("This item has no class by the rules of this office. Please label it first."));
    if (isOpenSomewhere(vault->layout(), *id))
        return base::failure(ErrorCode::InUse, item.name, tr("Somebody has this item open. Please close it first."));
    ItemPlan plan{{vault->layout().folder(), *id}, {item.name, item.label->contentHash, item.content.sha256, pack.id, item.label->classes}, makersOf(*item.label), {}, 0, {}, {}};
    const QStringList files = item.files();
    for (const QString &file : files) {
        if (const auto added = addOrder(vault->layout().file(file), longestHead, plan); !added)
            return std::unexpected(added.error());
    }
    if (const auto added = addOrder(vault->layout().descriptionOf(*id), longestHead, plan); !added)
        return std::unexpected(added.error());
    auto copies = copiesOf(*id, parts.ledger);
    if (!copies)
        return std::unexpected(copies.error());
    const std::vector<vault::Rescue> rescues = vault::Rescues(parts.lockFile.parent_path()).list(vault->own());
    if (std::ranges::find(rescues, item.id, &vault::Rescue::item) != rescues.end())
        copies->prepend(QStringLiteral("rescue"));
    plan.record.name = base::toDisplay(vault->layout().folder()) + u'/' + (item.path.isEmpty() ? item.name : QString(item.path + u'/' + item.name));
    plan.record.contentHash = plan.asked.contentHash;
    plan.record.policy = pack.id;
    plan.record.classes = plan.asked.classes;
    plan.record.size = item.content.size;
    plan.record.sha256 = item.content.sha256;
    plan.record.vault = item.vault;
    plan.record.item = item.id;
    judge(plan, std::move(*copies), pack);
    return plan;
}

QString sentenceOfCopy(const QString &copy)
{
    return copy == u"taken-out"  ? tr("A plain copy was taken out.")
           : copy == u"kept"     ? tr("The original stayed outside the vault when it was put in.")
           : copy == u"opened"   ? tr("It was opened with its program: the plain copy was removed then, and may be left on the medium.")
           : copy == u"rescue"   ? tr("A rescue item of it is waiting: please save it or throw it away.")
           : copy == u"relocked" ? tr("An earlier state was removed and not overwritten: it may be left on the medium.")
                                 : copy;
}

} // namespace shirushi::disposal
