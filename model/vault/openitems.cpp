#include "vault/openitems.h"

#include "platform/privateplace.h"
#include "vault/holding.h"
#include "vault/memory.h"
#include "vault/openeditem.h"
#include "vault/rewriting.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace shirushi::vault {

using base::ErrorCode;
using base::Result;
using Clock = std::chrono::steady_clock;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

// Takes the note in the vault back unless the item is open in the end.
class Held
{
public:
    Held(const Layout &layout, const QString &item, QString hash) : m_layout(layout), m_item(item), m_hash(std::move(hash)) {}
    Held(const Held &) = delete;
    Held &operator=(const Held &) = delete;
    ~Held()
    {
        if (!m_isKept)
            releaseHolding(m_layout, m_item, m_hash);
    }
    const QString &hash() const { return m_hash; }
    void keep() { m_isKept = true; }

private:
    Layout m_layout;
    QString m_item;
    QString m_hash;
    bool m_isKept = false;
};

} // namespace

OpenItems::OpenItems(OpenParts parts) : m_parts(std::move(parts)) {}

OpenItems::~OpenItems()
{
    lockAll(ClosedBy::Lock);
}

Result<void> OpenItems::record(const Vault &vault, const Item &item, const Opened &opened) const
{
    ledger::EntryDraft draft = entryFor(vault, item, openedKind);
    draft.details.insert(openingMember, opened.id);
    draft.details.insert(QStringLiteral("readOnly"), opened.isReadOnly);
    const auto entry = m_parts.vault.ledger.append(draft, m_parts.vault.session, m_parts.vault.clock);
    return entry ? Result<void>() : std::unexpected(entry.error());
}

Result<std::unique_ptr<OpenedItem>> OpenItems::begin(const OpenOrder &order, base::Progress &progress)
{
    auto vault = Vault::open(order.vault, m_parts.vault);
    if (!vault)
        return std::unexpected(vault.error());
    const auto described = vault->read(order.item);
    if (!described)
        return std::unexpected(described.error());
    const Item &item = described->item;
    if (!item.readers.hasMember(vault->me()))
        return base::failure(ErrorCode::Forbidden, item.name, tr("You are no member of this item. Who can recover it gives a reason: vault recover."));
    Opened shown;
    shown.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    shown.vault = vault->layout().folder();
    shown.vaultName = vault->file().name;
    shown.item = item.id;
    shown.name = item.name;
    shown.isFinal = item.isFinal;
    shown.isReadOnly = order.isReadOnly || item.isFinal;
    shown.since = m_parts.vault.clock.now();
    shown.counter = item.counter;
    if (shown.isReadOnly)
        shown.heldBy = holderOf(*vault, item.id);
    const auto note = shown.isReadOnly ? Result<QString>(QString()) : takeHolding(*vault, item, shown.id, shown.since);
    if (!note)
        return std::unexpected(note.error());
    Held held(vault->layout(), item.id, *note);
    auto copy = WorkingCopy::make(*vault, item, {shown.id, shown.isReadOnly, held.hash(), m_parts.dataFolder,
                                                 m_parts.places.value_or(platform::memoryPlaces())}, progress);
    if (!copy)
        return std::unexpected(copy.error());
    shown.document = copy->document();
    shown.isInMemory = copy->isInMemory();
    if (!shown.isInMemory)
        shown.notices += tr("There is no room in memory: the decrypted document lies on the disk while it is open.");
    if (const auto recorded = record(*vault, item, shown); !recorded) {
        if (copy->erase())
            copy->forget();
        return std::unexpected(recorded.error());
    }
    held.keep();
    return std::make_unique<OpenedItem>(std::move(*vault), std::move(*copy), std::move(shown), m_parts.timing);
}

Result<Opened> OpenItems::open(const OpenOrder &order, base::Progress &progress)
{
    const std::lock_guard turn(m_turn);
    auto item = begin(order, progress);
    if (!item)
        return std::unexpected(item.error());
    const Rescues rescues(m_parts.dataFolder);
    const auto waiting = rescues.list(identitiesOf(m_parts.vault.session.keys().receiving));
    if (std::ranges::count(waiting, order.item, &Rescue::item) > 0)
        (*item)->shown().notices += tr("There is a rescue item of this item: what could not be saved when it was closed the last time.");
    m_items.push_back(std::move(*item));
    OpenedItem &opened = *m_items.back();
    if (const auto launched = m_parts.launch(opened.shown().document); !launched) {
        finish(opened, ClosedBy::Person);
        const base::Error error = launched.error();
        forget(opened.shown().id);
        removeClosed();
        return std::unexpected(error);
    }
    show(opened);
    return opened.shown();
}

void OpenItems::show(const OpenedItem &item)
{
    const std::lock_guard guard(m_shown);
    const auto place = std::ranges::find(m_opened, item.shown().id, &Opened::id);
    if (place == m_opened.end())
        m_opened.push_back(item.shown());
    else
        *place = item.shown();
}

std::vector<Opened> OpenItems::opened() const
{
    const std::lock_guard guard(m_shown);
    return m_opened;
}

void OpenItems::forget(const QString &opening)
{
    const std::lock_guard guard(m_shown);
    std::erase_if(m_opened, [&](const Opened &opened) { return opened.id == opening && opened.state == OpenState::Closed; });
}

bool OpenItems::look()
{
    const std::lock_guard turn(m_turn);
    bool isDue = false;
    for (const auto &item : m_items) {
        isDue = item->look(Clock::now()) || isDue;
        show(*item);
    }
    return isDue;
}

void OpenItems::work(base::Progress &progress)
{
    const std::lock_guard turn(m_turn);
    for (const auto &item : m_items) {
        item->look(Clock::now());
        if (const auto why = item->mustClose(Clock::now())) {
            finish(*item, *why);
        } else if (item->mustSave(Clock::now())) {
            item->setState(OpenState::Saving);
            show(*item);
            item->save(progress, Clock::now());
        }
        show(*item);
    }
    removeClosed();
}

void OpenItems::finish(OpenedItem &item, ClosedBy why)
{
    item.setState(item.shown().state == OpenState::Conflict ? OpenState::Conflict : OpenState::Saving);
    show(item);
    if (const auto closed = item.close(why); !closed)
        item.shown().problem = closed.error();
    show(item);
}

void OpenItems::removeClosed()
{
    std::erase_if(m_items, [](const auto &item) { return item->shown().state == OpenState::Closed; });
}

Result<Opened> OpenItems::close(const QString &opening, ClosedBy why)
{
    const std::lock_guard turn(m_turn);
    const auto item = std::ranges::find_if(m_items, [&](const auto &one) { return one->shown().id == opening; });
    if (item == m_items.end())
        return base::failure(ErrorCode::NotFound, opening, tr("This item is not open any more."));
    finish(**item, why);
    Opened shown = (*item)->shown();
    removeClosed();
    if (shown.state != OpenState::Closed)
        return std::unexpected(shown.problem.value_or(base::Error()));
    return shown;
}

std::vector<Opened> OpenItems::lockAll(ClosedBy why)
{
    const std::lock_guard turn(m_turn);
    std::vector<Opened> all;
    for (const auto &item : m_items) {
        finish(*item, why);
        all.push_back(item->shown());
    }
    removeClosed();
    return all;
}

} // namespace shirushi::vault
