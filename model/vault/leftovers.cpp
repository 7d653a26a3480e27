#include "vault/leftovers.h"

#include "base/clock.h"
#include "platform/filelock.h"
#include "platform/replacement.h"
#include "vault/holding.h"
#include "vault/memory.h"
#include "vault/openeditem.h"
#include "vault/workingcopy.h"

#include <algorithm>
#include <set>
#include <thread>

namespace shirushi::vault {

using base::Result;

namespace {

constexpr std::chrono::milliseconds pause{100};

std::optional<OpeningRecord> recordOf(const OpeningRecords &records, const QString &id)
{
    for (OpeningRecord &record : records.all()) {
        if (record.id == id)
            return std::move(record);
    }
    return std::nullopt;
}

std::vector<OpeningRecord> openOnes(const OpeningRecords &records, const QString &person)
{
    std::vector<OpeningRecord> all = records.all();
    std::erase_if(all, [&](const OpeningRecord &record) {
        if (record.person != person || record.cleared)
            return true;
        const auto lock = platform::FileLock::tryExclusive(records.lockOf(record.id));
        return lock.has_value(); // nobody has it open
    });
    return all;
}

// What the ledger says of openings: opened, closed.
struct Recorded {
    std::set<QString> opened;
    std::set<QString> closed;
};

Result<Recorded> recorded(ledger::Ledger &ledger)
{
    Recorded all;
    ledger::Query query;
    query.kinds = {openedKind, closedKind};
    const auto visited = ledger.visit(query, [&](const ledger::Entry &entry) {
        const QString id = entry.draft.details.value(openingMember).toString();
        (entry.draft.kind == openedKind ? all.opened : all.closed).insert(id);
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    return all;
}

bool isAnything(const base::Path &dataFolder)
{
    std::error_code ignored;
    return std::filesystem::exists(OpeningRecords(dataFolder).folder(), ignored);
}

// A record whose plaintext is gone.
bool isCleared(const OpeningRecord &record)
{
    std::error_code ignored;
    return record.cleared && !std::filesystem::exists(std::filesystem::symlink_status(record.folder, ignored));
}

} // namespace

std::vector<Leftover> clearLeftovers(const base::Path &dataFolder)
{
    std::vector<Leftover> leftovers;
    const OpeningRecords records(dataFolder);
    if (!isAnything(dataFolder))
        return leftovers;
    const auto turn = platform::FileLock::exclusive(records.turn());
    if (!turn)
        return leftovers;
    Rescues(dataFolder).sweep();
    records.sweep();
    for (const OpeningRecord &found : records.all()) {
        const auto lock = platform::FileLock::tryExclusive(records.lockOf(found.id));
        if (!lock || isCleared(found))
            continue;
        const auto record = recordOf(records, found.id); // who had it open may have closed it just now
        if (!record)
            continue;
        const auto rescues = clearLeft(*record, dataFolder, base::SystemClock().now());
        Leftover leftover{record->person, record->vault, record->item};
        if (rescues) {
            leftover.rescues = *rescues;
            releaseHolding(Layout(record->vault), record->item, record->holding);
        } else {
            leftover.error = rescues.error();
        }
        leftovers.push_back(std::move(leftover));
    }
    return leftovers;
}

Result<std::vector<Leftover>> reportLeftovers(const base::Path &dataFolder, const ChangeParts &parts)
{
    std::vector<Leftover> told;
    if (!isAnything(dataFolder))
        return told;
    for (const Leftover &leftover : clearLeftovers(dataFolder)) {
        if (leftover.error)
            told.push_back(leftover);
    }
    const OpeningRecords records(dataFolder);
    const auto turn = platform::FileLock::exclusive(records.turn());
    if (!turn)
        return std::unexpected(turn.error());
    std::optional<Recorded> known;
    for (const OpeningRecord &record : records.all()) {
        const auto lock = platform::FileLock::tryExclusive(records.lockOf(record.id));
        if (!lock || !isCleared(record))
            continue;
        if (!known) {
            auto read = recorded(parts.ledger);
            if (!read)
                return std::unexpected(read.error());
            known = std::move(*read);
        }
        if (known->opened.contains(record.id) && !known->closed.contains(record.id)) {
            const auto draft = closedDraft(record, record.cleared->why, record.cleared->rescues, {});
            if (const auto entry = parts.ledger.append(draft, parts.signer, parts.clock); !entry)
                return std::unexpected(entry.error());
        }
        told.push_back({record.person, record.vault, record.item, record.cleared->rescues, {}});
        records.remove(record.id);
    }
    return told;
}

int askToClose(const base::Path &dataFolder, const QString &person, std::chrono::milliseconds patience)
{
    const OpeningRecords records(dataFolder);
    if (!isAnything(dataFolder))
        return 0;
    for (const OpeningRecord &record : openOnes(records, person))
        static_cast<void>(platform::writeFile(records.requestOf(record.id), {}));
    const auto end = std::chrono::steady_clock::now() + patience;
    std::vector<OpeningRecord> left = openOnes(records, person);
    while (!left.empty() && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(pause);
        left = openOnes(records, person);
    }
    return static_cast<int>(left.size());
}

} // namespace shirushi::vault
