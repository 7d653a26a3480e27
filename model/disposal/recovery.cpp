#include "disposal/leavings.h"
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

// What becomes of one content of a deed that was interrupted.
struct End {
    std::optional<Outcome> outcome; // nothing: it was not disposed of
    bool isOpen = false;            // its place cannot be reached now
};

// Of an item of a vault, of which a part is gone, the rest goes too.
End endOf(const DeedFile &file, QStringList &notices)
{
    std::vector<erasure::Remains> remains;
    for (const erasure::Order &order : file.orders)
        remains.push_back(erasure::remainsOf(order));
    const auto all = [&](erasure::Remains what) { return std::ranges::all_of(remains, [what](erasure::Remains one) { return one == what; }); };
    if (std::ranges::find(remains, erasure::Remains::Unreachable) != remains.end())
        return {{}, true};
    if (all(erasure::Remains::Untouched))
        return {};
    for (std::size_t i = 0; i < remains.size(); ++i) {
        const auto finished = remains[i] == erasure::Remains::Nothing ? base::Result<void>() : erasure::finish(file.orders[i]);
        if (!finished) {
            notices += tr("It could not be erased: %1").arg(base::oneLine(finished.error()));
            return {{}, true};
        }
    }
    return {all(erasure::Remains::Nothing) ? Outcome::Gone : Outcome::Interrupted, false};
}

// A record for each name: what is gone, and what was not touched.
base::Result<void> write(ledger::Ledger::Batch &batch, DeedFile &file, const End &end, std::int64_t seq, Recovered &recovered)
{
    for (const DeedThing &thing : thingsOf(file)) {
        const Record &record = *thing.record;
        const ledger::EntryDraft undone{QStringLiteral("undone"), record.name, record.contentHash, {}, {}, {},
                                        tr("The work was interrupted before this file was touched."), {{QStringLiteral("of"), static_cast<qint64>(seq)}}};
        if (const auto entry = batch.append(end.outcome ? draftOf(record) : undone); !entry)
            return std::unexpected(entry.error());
        (end.outcome ? recovered.gone : recovered.untouched) += record.name;
    }
    return {};
}

// Nothing where none of it can be finished now: it stays as it is.
std::optional<std::vector<End>> finish(Deed &deed, const QString &performer, QStringList &notices)
{
    std::vector<End> ends;
    erasure::Surroundings around;
    for (DeedFile &file : deed.files) {
        const End end = endOf(file, notices);
        ends.push_back(end);
        if (end.isOpen)
            notices += tr("A disposal that was interrupted cannot be finished now: %1").arg(file.record.name);
        for (const DeedThing &thing : thingsOf(file)) {
            if (thing.record->performer.isEmpty())
                thing.record->performer = performer;
            if (!end.outcome)
                continue;
            thing.record->outcome = *end.outcome;
            if (file.record.kind == u"file")
                notices += removeLeavings(thing.subject, around, *thing.record);
        }
    }
    return std::ranges::all_of(ends, &End::isOpen) ? std::nullopt : std::optional(std::move(ends));
}

base::Result<bool> recoverOne(const ledger::Deed &recorded, const RecoveryParts &parts, Recovered &recovered)
{
    auto deed = deedFromJson(recorded.json);
    if (!deed)
        return std::unexpected(deed.error());
    // Whoever signs in first mends it; who began it is who did it.
    const auto begun = parts.ledger.entry(recorded.seq);
    const QString performer = begun && *begun && (*begun)->user != parts.signer.user() ? (*begun)->user : QString();
    const auto ends = finish(*deed, performer, recovered.notices);
    if (!ends)
        return false;
    auto batch = parts.ledger.begin(parts.signer, parts.clock);
    if (!batch)
        return std::unexpected(batch.error());
    Recovered done;
    Deed open; // what cannot be reached must not keep the others from their records
    for (std::size_t i = 0; i < ends->size(); ++i) {
        if ((*ends)[i].isOpen)
            open.files.push_back(deed->files[i]);
        else if (const auto written = write(*batch, deed->files[i], (*ends)[i], recorded.seq, done); !written)
            return std::unexpected(written.error());
    }
    if (!open.files.empty()) {
        if (const auto entry = batch->append(begunDraft(open), toJson(open)); !entry)
            return std::unexpected(entry.error());
    }
    if (const auto closed = batch->closeDeed(recorded.seq); !closed)
        return std::unexpected(closed.error());
    if (const auto committed = batch->commit(); !committed)
        return std::unexpected(committed.error());
    recovered.gone += done.gone;
    recovered.untouched += done.untouched;
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
