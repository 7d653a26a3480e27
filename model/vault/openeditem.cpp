#include "vault/openeditem.h"

#include "vault/changing.h"
#include "vault/holding.h"
#include "vault/memory.h"
#include "vault/privatefolder.h"
#include "vault/rewriting.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <thread>

namespace shirushi::vault {

using base::ErrorCode;
using base::Result;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::chrono::milliseconds pause{50};
constexpr std::chrono::milliseconds hastySettle{300}; // when the computer is about to sleep

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

} // namespace

OpenedItem::OpenedItem(Vault vault, WorkingCopy copy, Opened shown, const OpenTiming &timing)
    : m_vault(std::move(vault)), m_copy(std::move(copy)), m_shown(std::move(shown)), m_timing(timing),
      m_editing(identityOf(m_copy.document()).value_or(platform::FileIdentity()), Clock::now()), m_renewedAt(Clock::now())
{
}

bool OpenedItem::look(Time now)
{
    m_editing.see(lookAt(m_copy.document()), now);
    m_shown.isInEditor = m_editing.isInEditor();
    const bool mayChange = m_shown.state == OpenState::Open || m_shown.state == OpenState::Saved;
    if (mayChange && m_editing.isChanged())
        m_shown.state = OpenState::Changed;
    std::error_code ignored;
    if (std::filesystem::exists(m_vault.layout().idFile(), ignored))
        m_goneAt.reset();
    else if (!m_goneAt)
        m_goneAt = now;
    if (now - m_renewedAt >= m_timing.renewal && !m_copy.record().holding.isEmpty()) {
        renewHolding(m_vault.layout(), m_shown.item);
        m_renewedAt = now;
    }
    return mustClose(now).has_value() || mustSave(now);
}

std::optional<ClosedBy> OpenedItem::mustClose(Time now) const
{
    if (m_goneAt && now - *m_goneAt >= m_timing.gone)
        return ClosedBy::Medium;
    if (m_copy.isAskedToClose())
        return ClosedBy::Command;
    const bool isWritten = !m_editing.isChanged() || m_editing.isSettled(now, m_timing.settle);
    if (m_editing.wasClosed(now, m_timing.closed) && isWritten)
        return ClosedBy::Editor;
    return std::nullopt;
}

bool OpenedItem::mustSave(Time now) const
{
    return !m_shown.isReadOnly && m_shown.state != OpenState::Conflict && m_editing.isChanged()
           && m_editing.isSettled(now, m_timing.settle) && now >= m_notBefore;
}

void OpenedItem::save(base::Progress &progress, Time now)
{
    m_notBefore = now + m_timing.again;
    const auto source = platform::FileSource::open(m_copy.document());
    const auto hash = source ? hashOf(*source) : std::unexpected(source.error());
    if (!hash) {
        couldNot(hash.error());
        return;
    }
    if (*hash != m_copy.note().saved)
        trySaving(*source, progress);
    else
        m_shown.state = m_shown.saves > 0 ? OpenState::Saved : OpenState::Open;
    if (*hash == m_copy.note().saved) {
        m_editing.saved(source->identity());
        m_notBefore = {};
    }
}

void OpenedItem::trySaving(const platform::FileSource &source, base::Progress &progress)
{
    if (const auto loaded = m_vault.load(); !loaded) {
        couldNot(loaded.error());
        return;
    }
    auto saved = Changing(m_vault).save(m_shown.item, m_shown.counter, FileOriginal(source), progress);
    if (!saved && saved.error().code == ErrorCode::Changed && isOnlyRelocked())
        saved = Changing(m_vault).save(m_shown.item, m_shown.counter, FileOriginal(source), progress);
    if (!saved) {
        couldNot(saved.error());
        return;
    }
    m_shown.counter = saved->counter;
    m_shown.savedAt = saved->changedAt;
    m_shown.saves += 1;
    m_shown.problem.reset();
    m_shown.state = OpenState::Saved;
    m_copy.saved(saved->content.sha256, saved->counter);
}

// Somebody has changed who may open it, or how long it is kept, and not what is in it.
bool OpenedItem::isOnlyRelocked()
{
    const auto described = m_vault.read(m_shown.item);
    if (!described || described->item.counter == m_shown.counter || described->item.content.sha256 != m_copy.note().saved)
        return false;
    m_shown.counter = described->item.counter;
    return true;
}

void OpenedItem::couldNot(const base::Error &error)
{
    m_shown.problem = error;
    m_shown.state = OpenState::Unsaved;
    if (error.code != ErrorCode::Changed)
        return;
    const auto described = m_vault.read(m_shown.item);
    if (described && described->item.counter != m_shown.counter)
        m_shown.state = OpenState::Conflict;
}

// True where the document is written to the end.
bool OpenedItem::waitUntilSettled(ClosedBy why)
{
    const bool isHasty = why == ClosedBy::Lock || why == ClosedBy::Sleep || why == ClosedBy::Medium;
    const auto settle = isHasty ? std::min(hastySettle, m_timing.settle) : m_timing.settle;
    const Time end = Clock::now() + m_timing.locking;
    for (;;) {
        const Time now = Clock::now();
        m_editing.see(lookAt(m_copy.document()), now);
        if (!m_editing.isChanged() || m_editing.isSettled(now, settle))
            return true;
        if (now >= end)
            return false;
        std::this_thread::sleep_for(std::min(pause, settle));
    }
}

Result<void> OpenedItem::close(ClosedBy why)
{
    const OpenState before = m_shown.state;
    const bool isWhole = waitUntilSettled(why);
    const bool maySave = !m_shown.isReadOnly && before != OpenState::Conflict && why != ClosedBy::Medium;
    if (maySave && isWhole && m_editing.isChanged()) {
        base::NoProgress progress;
        m_shown.state = OpenState::Saving;
        save(progress, Clock::now());
    }
    const OpenState after = m_shown.state;
    m_shown.state = OpenState::Closing;
    const QDateTime now = m_vault.parts().clock.now();
    const QString reason = m_shown.isReadOnly ? tr("The document was open for reading and was changed all the same.")
                           : m_shown.problem  ? m_shown.problem->message
                                              : tr("The item was locked before the change could be saved.");
    const auto rescued = m_copy.seal(why, now, reason);
    if (!rescued) {
        m_shown.state = after;
        m_shown.problem = rescued.error();
        return std::unexpected(rescued.error());
    }
    m_shown.rescues = *rescued;
    if (!rescued->isEmpty())
        m_shown.notices += tr("What could not be saved in the item lies in a rescue item (%1).").arg(reason);
    const auto erased = m_copy.erase();
    if (!erased)
        m_shown.notices += base::oneLine(erased.error());
    releaseHolding(m_vault.layout(), m_shown.item, m_copy.record().holding);
    const auto recorded = record(why);
    if (recorded && erased)
        m_copy.forget();
    if (!recorded)
        m_shown.notices += tr("That the item was closed is recorded at the next start: %1").arg(recorded.error().message);
    m_shown.closedBy = why;
    m_shown.isInEditor = false;
    m_shown.state = OpenState::Closed;
    return {};
}

Result<void> OpenedItem::record(ClosedBy why) const
{
    const auto draft = closedDraft(m_copy.record(), why, m_shown.rescues, m_shown.saves);
    const VaultParts &parts = m_vault.parts();
    const auto entry = parts.ledger.append(draft, parts.session, parts.clock);
    return entry ? Result<void>() : std::unexpected(entry.error());
}

ledger::EntryDraft closedDraft(const OpeningRecord &record, ClosedBy why, const QStringList &rescues, std::optional<int> saves)
{
    ledger::EntryDraft draft;
    draft.kind = closedKind;
    draft.file = base::toDisplay(Layout(record.vault).descriptionOf(record.item));
    draft.details = {{vaultMember, record.vaultId}, {itemMember, record.item}, {openingMember, record.id},
                     {QStringLiteral("by"), nameOf(why)}};
    if (!rescues.isEmpty())
        draft.details.insert(QStringLiteral("rescues"), QJsonArray::fromStringList(rescues));
    if (saves)
        draft.details.insert(QStringLiteral("saves"), *saves);
    return draft;
}

} // namespace shirushi::vault
