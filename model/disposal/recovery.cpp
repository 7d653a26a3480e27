#include "disposal/run.h"
#include "platform/filelock.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::disposal {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::disposal", text);
}

// What becomes of one file of a deed that was interrupted.
struct End {
    std::optional<Record> record;
    QString undone; // why it was not disposed of
    bool isOpen = false; // its place cannot be reached now
};

void eraseLeftovers(const base::Path &file, QStringList &notices)
{
    for (const erasure::Leftover &leftover : erasure::leftoversOf(file)) {
        if (leftover.kind == erasure::Leftover::Kind::Suspect)
            continue;
        const auto erased = erasure::erase(leftover.file);
        if (!erased && erased.error().code != base::ErrorCode::NotFound)
            notices += tr("It could not be erased: %1").arg(base::oneLine(erased.error()));
    }
}

// Of an item of a vault, of which a part is gone, the rest goes too.
End endOf(const DeedFile &file, QStringList &notices)
{
    std::vector<erasure::Remains> remains;
    for (const erasure::Order &order : file.orders)
        remains.push_back(erasure::remainsOf(order));
    const auto all = [&](erasure::Remains what) { return std::ranges::all_of(remains, [what](erasure::Remains one) { return one == what; }); };
    if (std::ranges::find(remains, erasure::Remains::Unreachable) != remains.end())
        return {{}, {}, true};
    if (all(erasure::Remains::Untouched))
        return {{}, tr("The work was interrupted before this file was touched."), false};
    End end{file.record, {}, false};
    end.record->outcome = all(erasure::Remains::Nothing) ? Outcome::Gone : Outcome::Interrupted;
    for (std::size_t i = 0; i < remains.size(); ++i) {
        const auto finished = remains[i] == erasure::Remains::Nothing ? base::Result<void>() : erasure::finish(file.orders[i]);
        if (!finished) {
            notices += tr("It could not be erased: %1").arg(base::oneLine(finished.error()));
            return {{}, {}, true};
        }
    }
    return end;
}

base::Result<bool> recoverOne(const ledger::Deed &recorded, const RecoveryParts &parts, Recovered &recovered)
{
    const auto deed = deedFromJson(recorded.json);
    if (!deed)
        return std::unexpected(deed.error());
    QStringList &notices = recovered.notices;
    std::vector<End> ends;
    for (const DeedFile &file : deed->files) {
        End end = endOf(file, notices);
        if (end.record && file.record.kind == u"file")
            eraseLeftovers(file.orders.front().file, notices);
        ends.push_back(std::move(end));
    }
    // Whoever signs in first mends it; who began it is who did it.
    const auto begun = parts.ledger.entry(recorded.seq);
    const QString performer = begun && *begun && (*begun)->user != parts.signer.user() ? (*begun)->user : QString();
    for (End &end : ends) {
        if (end.record)
            end.record->performer = performer;
    }
    if (std::ranges::any_of(ends, [](const End &end) { return end.isOpen; })) {
        notices += tr("A disposal that was interrupted cannot be finished now: %1").arg(deed->files.front().record.name);
        return false;
    }
    auto batch = parts.ledger.begin(parts.signer, parts.clock);
    if (!batch)
        return std::unexpected(batch.error());
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const Record &record = deed->files[i].record;
        const ledger::EntryDraft undone{QStringLiteral("undone"), record.name, record.contentHash, {}, {}, {}, ends[i].undone,
                                        {{QStringLiteral("of"), static_cast<qint64>(recorded.seq)}}};
        if (const auto entry = batch->append(ends[i].record ? draftOf(*ends[i].record) : undone); !entry)
            return std::unexpected(entry.error());
    }
    if (const auto closed = batch->closeDeed(recorded.seq); !closed)
        return std::unexpected(closed.error());
    if (const auto committed = batch->commit(); !committed)
        return std::unexpected(committed.error());
    for (std::size_t i = 0; i < ends.size(); ++i)
        (ends[i].record ? recovered.gone : recovered.untouched) += deed->files[i].record.name;
    return true;
}

} // namespace

base::Result<Recovered> recover(const RecoveryParts &parts)
{
    Recovered recovered;
    const auto lock = platform::FileLock::tryExclusive(parts.lockFile);
    if (!lock)
        return recovered; // somebody is at work: the open deeds may be theirs
    const auto open = parts.ledger.openDeeds();
    if (!open)
        return std::unexpected(open.error());
    for (const ledger::Deed &recorded : *open) {
        if (!isDisposalDeed(recorded.json))
            continue;
        const auto done = recoverOne(recorded, parts, recovered);
        if (!done)
            return std::unexpected(done.error());
        recovered.deeds += *done ? 1 : 0;
    }
    return recovered;
}

} // namespace shirushi::disposal
