#include "vault/change.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "platform/filelock.h"
#include "platform/sharedfolder.h"
#include "vault/traces.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::vault {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

ledger::EntryDraft undoneDraft(const Deed &deed, std::int64_t of, const QString &reason)
{
    return {QStringLiteral("undone"), base::toDisplay(deed.original), {}, {}, {}, {}, reason,
            {{QStringLiteral("of"), static_cast<qint64>(of)}}};
}

base::Result<void> record(std::vector<Change> &changes, const ChangeParts &parts)
{
    auto batch = parts.ledger.begin(parts.signer, parts.clock);
    if (!batch)
        return std::unexpected(batch.error());
    for (Change &change : changes) {
        if (change.error)
            continue;
        const auto entry = batch->append(change.draft, toJson(change.deed));
        if (!entry)
            return std::unexpected(entry.error());
        change.seq = entry->seq;
    }
    return batch->commit();
}

// Another computer may have taken it for left behind, or the medium is gone.
bool areContentsThere(const Change &change, const Layout &layout)
{
    return std::ranges::all_of(change.deed.contents, [&](const QString &content) {
        std::error_code ignored;
        return std::filesystem::exists(layout.file(content), ignored);
    });
}

base::Result<void> place(Change &change, const Layout &layout)
{
    if (!areContentsThere(change, layout)) {
        return base::failure(base::ErrorCode::Changed, base::toDisplay(layout.folder()),
                             tr("What was written into the vault is not there any more. The original stays where it is."));
    }
    if (!change.before) // its id is new: nobody else can mean it
        return change.description->commit(std::nullopt, platform::Replacement::Flush::Later);
    const auto lock = platform::FileLock::exclusive(change.deed.item.isEmpty() ? layout.vaultLock() : layout.lockOf(change.deed.item));
    if (!lock)
        return std::unexpected(lock.error());
    return change.description->commit(std::nullopt, platform::Replacement::Flush::Later);
}

base::Result<void> close(const std::vector<Change> &changes, const ChangeParts &parts)
{
    auto batch = parts.ledger.begin(parts.signer, parts.clock);
    if (!batch)
        return std::unexpected(batch.error());
    for (const Change &change : changes) {
        if (change.seq == 0 || (change.staysOpen && !change.error))
            continue;
        if (change.error) {
            if (const auto undone = batch->append(undoneDraft(change.deed, change.seq, change.error->message)); !undone)
                return std::unexpected(undone.error());
        }
        if (const auto closed = batch->closeDeed(change.seq); !closed)
            return closed;
    }
    return batch->commit();
}

// Of a deed whose content is not there: it must not be finished.
Placing reachable(const Deed &deed)
{
    std::error_code ignored;
    return std::filesystem::is_directory(Layout(deed.vault).items(), ignored) ? Placing::Impossible : Placing::Unreachable;
}

// Of an item that was being moved: where it is in the end. Unreachable: that is left to another time.
Placing finishMove(const Deed &deed, QStringList &notices)
{
    const Layout first(deed.leaving->vault);
    std::error_code ignored;
    if (!std::filesystem::is_directory(first.items(), ignored) || !std::filesystem::is_directory(Layout(deed.vault).items(), ignored))
        return Placing::Unreachable;
    static_cast<void>(platform::makeOwnFolder(first.locks()));
    const auto lock = platform::FileLock::exclusive(first.lockOf(deed.item));
    if (!lock)
        return Placing::Unreachable;
    const Staying staying = stayingOf(*deed.leaving, deed.item, deed.description);
    const bool isPlaced = std::filesystem::exists(Layout(deed.vault).descriptionOf(deed.item), ignored);
    if (staying == Staying::Unreachable)
        return Placing::Unreachable;
    if (staying == Staying::Gone)
        return isPlaced ? Placing::Done : Placing::Impossible;
    if (staying == Staying::Changed) {
        if (!isPlaced || takeBack(deed))
            return Placing::Impossible;
        notices += tr("%1: it was changed in both vaults while it was being moved, and is in both now.").arg(deed.item);
        return Placing::Done;
    }
    // What has begun to go has its place already, whatever was made of it since.
    const bool isThere = (staying == Staying::Going && isPlaced) || hasContents(deed);
    const Placing placing = isThere ? finishPlacing(deed) : Placing::Impossible;
    if (placing != Placing::Done && staying == Staying::Going)
        return Placing::Unreachable;
    if (placing == Placing::Impossible)
        static_cast<void>(takeBack(deed)); // without its content it is of no use there
    if (placing != Placing::Done)
        return placing;
    if (const auto gone = cleanUp(deed); !gone) {
        notices += base::oneLine(gone.error());
        return Placing::Unreachable;
    }
    return Placing::Done;
}

bool isReady(const Change &change)
{
    return !change.error;
}

} // namespace

base::Result<void> prepareDescription(Change &change, const base::Path &place, const QByteArray &sealed)
{
    auto description = change.before ? platform::Replacement::of(*change.before) : platform::Replacement::create(place);
    if (!description)
        return std::unexpected(description.error());
    change.description = std::make_unique<platform::Replacement>(std::move(*description));
    change.description->shareAsFolder();
    if (const auto written = change.description->write(sealed); !written)
        return written;
    if (const auto flushed = change.description->prepare(); !flushed)
        return flushed;
    change.deed.temporary = std::filesystem::absolute(change.description->temporary());
    change.deed.description = QString::fromLatin1(base::toHex(crypto::sha256(sealed)));
    return {};
}

void apply(std::vector<Change> &changes, const Layout &layout, const ChangeParts &parts)
{
    if (std::none_of(changes.begin(), changes.end(), isReady))
        return;
    const auto lock = platform::FileLock::shared(parts.lockFile);
    // A copy of a vault may lack its empty folders.
    static_cast<void>(platform::makeOwnFolder(layout.locks()));
    // The contents' names are on the disk before the ledger speaks of them.
    platform::flushFolder(layout.items());
    if (const auto recorded = record(changes, parts); !recorded) {
        for (Change &change : changes) {
            change.seq = 0;
            if (!change.error) {
                change.error = recorded.error();
                abandon(change.deed);
            }
        }
        return;
    }
    for (Change &change : changes) {
        if (change.error)
            continue;
        if (const auto placed = place(change, layout); !placed) {
            change.error = placed.error();
            abandon(change.deed);
        }
    }
    platform::flushFolder(layout.items());
    platform::flushFolder(layout.folder());
    for (Change &change : changes) {
        if (change.error)
            continue;
        if (!areContentsThere(change, layout)) {
            change.hasOriginal = !change.deed.original.empty();
            change.notices += tr("What was written into the vault is not there any more. The original stays where it is.");
        } else if (const auto cleaned = cleanUp(change.deed, change.original); !cleaned) {
            change.hasOriginal = true;
            // What could not go from its first vault goes at the next start.
            change.staysOpen = change.deed.leaving && cleaned.error().code != base::ErrorCode::Changed;
            change.notices += base::oneLine(cleaned.error());
        }
    }
    erasure::Surroundings around; // when all have gone: what is beside one of them may be another of them
    for (Change &change : changes) {
        if (!change.error && !change.hasOriginal && !change.deed.original.empty())
            change.notices += removeTraces(change.deed.original, around);
    }
    // An end that could not be recorded stays open and is looked at again at the next start.
    if (const auto closed = close(changes, parts); !closed)
        changes.front().notices += closed.error().message;
}

base::Result<RecoveredChanges> recover(const ChangeParts &parts)
{
    RecoveredChanges recovered;
    erasure::Surroundings around;
    const auto lock = platform::FileLock::tryExclusive(parts.lockFile);
    if (!lock)
        return recovered; // somebody is at work: the open deeds may be theirs
    const auto open = parts.ledger.openDeeds();
    if (!open)
        return std::unexpected(open.error());
    for (const ledger::Deed &recorded : *open) {
        if (!isVaultDeed(recorded.json))
            continue;
        const auto deed = deedFromJson(recorded.json);
        if (!deed)
            return std::unexpected(deed.error());
        const Placing placing = deed->leaving         ? finishMove(*deed, recovered.notices)
                                : hasContents(*deed) ? finishPlacing(*deed)
                                                     : reachable(*deed);
        if (placing == Placing::Unreachable)
            continue;
        // Before others wait for the ledger: an original may be large.
        const auto cleaned = placing == Placing::Impossible || deed->leaving ? base::Result<void>() : cleanUp(*deed);
        if (!cleaned)
            recovered.notices += base::oneLine(cleaned.error());
        else if (placing != Placing::Impossible && !deed->original.empty())
            recovered.notices += removeTraces(deed->original, around);
        auto batch = parts.ledger.begin(parts.signer, parts.clock);
        if (!batch)
            return std::unexpected(batch.error());
        if (placing == Placing::Impossible) {
            abandon(*deed);
            const auto undone = batch->append(undoneDraft(*deed, recorded.seq, tr("The work was interrupted, and the vault is as it was before.")));
            if (!undone)
                return std::unexpected(undone.error());
        }
        if (const auto closed = batch->closeDeed(recorded.seq); !closed)
            return std::unexpected(closed.error());
        if (const auto committed = batch->commit(); !committed)
            return std::unexpected(committed.error());
        ++recovered.deeds;
    }
    return recovered;
}

} // namespace shirushi::vault
