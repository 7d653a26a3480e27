#include "ledger/inspection.h"

#include "ledger/judgement.h"
#include "ledger/storedtree.h"

#include <QCoreApplication>

#include <algorithm>
#include <deque>
#include <future>
#include <map>
#include <thread>

namespace shirushi::ledger {

namespace {

constexpr std::int64_t mostMissingNamed = 1000; // of one gap; the last of them is named too
constexpr std::size_t entriesPerTask = 256;

// Where the entries are read in order: numbers, the tree, roots on the way.
class Walk
{
public:
    explicit Walk(const Checkpoints &checkpoints)
    {
        for (const PlacedCheckpoint &placed : checkpoints.all)
            m_roots.emplace(placed.checkpoint.checkpoint.size, Hash{});
        if (const auto root = m_roots.find(0); root != m_roots.end())
            root->second = m_frontier.root();
    }

    Hash add(std::int64_t seq, std::span<const char> json)
    {
        const Hash leaf = leafHash(json);
        for (std::int64_t missing = m_next; missing < seq && missing < m_next + mostMissingNamed; ++missing)
            m_findings.push_back({FindingKind::EntryMissing, missing, {}, {}});
        if (seq - m_next > mostMissingNamed)
            m_findings.push_back({FindingKind::EntryMissing, seq - 1, {}, {}});
        m_next = seq + 1;
        if (m_frontier.size() == 0)
            m_origin = originOf(leaf);
        for (const Frontier::Completed &subtree : m_frontier.add(leaf)) {
            if (subtree.level >= storedLevel)
                m_subtrees.emplace(std::pair(subtree.level, static_cast<std::int64_t>(subtree.position)), subtree.hash);
        }
        if (const auto root = m_roots.find(m_frontier.size()); root != m_roots.end())
            root->second = m_frontier.root();
        return leaf;
    }

    base::Result<void> finish(Store &store, const Checkpoints &checkpoints)
    {
        if (checkpoints.all.empty() && checkpoints.findings.empty())
            return {}; // new, or of the first version: its tree is made with the next entry
        const auto read = store.visitNodes([&](int level, std::int64_t position, const QByteArray &hash) {
            const auto own = m_subtrees.find({level, position});
            if (own == m_subtrees.end() || toBytes(own->second) != hash)
                m_findings.push_back({FindingKind::TreeChanged, firstUnder(level, position), {}, evidenceOf(hash)});
            if (own != m_subtrees.end())
                m_subtrees.erase(own);
        });
        if (!read)
            return read;
        for (const auto &[place, hash] : m_subtrees)
            m_findings.push_back({FindingKind::TreeChanged, firstUnder(place.first, place.second), {}, {}});
        const auto compared = compareCheckpoints(checkpoints, static_cast<std::uint64_t>(m_next - 1), m_origin,
                                                 [&](std::uint64_t size) -> base::Result<Hash> {
                                                     return m_roots.at(size);
                                                 });
        if (!compared)
            return std::unexpected(compared.error());
        m_findings.insert(m_findings.end(), compared->begin(), compared->end());
        return {};
    }

    std::vector<Finding> &findings() { return m_findings; }
    std::int64_t next() const { return m_next; }

private:
    static std::int64_t firstUnder(int level, std::int64_t position)
    {
        return level >= 0 && level < 40 && position >= 0 && position < (std::int64_t(1) << 22) ? (position << level) + 1 : 1;
    }

    Frontier m_frontier;
    QString m_origin;
    std::int64_t m_next = 1;
    std::map<std::uint64_t, Hash> m_roots; // at the sizes of the checkpoints
    std::map<std::pair<int, std::int64_t>, Hash> m_subtrees;
    std::vector<Finding> m_findings;
};

base::Result<void> findStrayRows(Store &store, std::int64_t next, std::vector<Finding> &findings)
{
    // Contacts are no entries: nothing else reads their pages.
    const auto contacts = store.contacts();
    if (!contacts && contacts.error().code != base::ErrorCode::Damaged)
        return std::unexpected(contacts.error());
    if (!contacts)
        findings.push_back({FindingKind::PageDamaged, next, {}, {}});
    return store.visitEntries(std::numeric_limits<std::int64_t>::min(), [&](std::int64_t seq, std::span<const char> json) {
        if (seq < 1)
            findings.push_back({FindingKind::EntryInserted, seq, {}, evidenceOf(leafHash(json))});
        return seq < 1;
    });
}

} // namespace

QString originOf(const Hash &firstLeaf)
{
    return QStringLiteral("shirushi.local/ledger/") + evidenceOf(firstLeaf).first(16);
}

base::Result<std::vector<CheckpointFile>> readCheckpointFiles(Store &store, const CheckpointFiles &files)
{
    std::vector<CheckpointFile> result{{files.local(), CheckpointFiles::read(files.local())}};
    if (!files.isShared())
        return result;
    const auto first = store.entry(1);
    if (!first)
        return std::unexpected(first.error());
    if (*first) {
        const base::Path shared = files.shared(originOf(leafHash(**first)));
        std::error_code ignored;
        if (std::filesystem::is_directory(shared.parent_path(), ignored))
            result.push_back({shared, CheckpointFiles::read(shared)});
    }
    return result;
}

base::Result<Checkpoints> readCheckpoints(Store &store, const Signatories &signatories,
                                          const std::vector<CheckpointFile> &files)
{
    Checkpoints result;
    const QString database = base::toDisplay(store.database().path().filename());
    const auto take = [&](const base::Result<SignedCheckpoint> &read, const QString &place, const QByteArray &evidence) {
        if (read && isSignedInOffice(read->note, signatories)) {
            result.all.push_back({place, *read});
            return true;
        }
        result.findings.push_back({FindingKind::CheckpointInvalid, 0, place, evidenceOf(evidence)});
        return false;
    };
    const auto rows = store.checkpoints();
    if (!rows)
        return std::unexpected(rows.error());
    for (const Store::CheckpointRow &row : *rows) {
        const auto read = checkpointFromBytes(row.note, database);
        const bool sizeAgrees = read && read->checkpoint.size == static_cast<std::uint64_t>(row.size);
        if (!sizeAgrees || result.inDatabase)
            result.findings.push_back({FindingKind::CheckpointInvalid, 0, database, evidenceOf(row.note)});
        else if (take(read, database, row.note))
            result.inDatabase = *read;
    }

    // A ledger of the first version has none yet; every later commit writes one.
    const auto last = store.lastSeq();
    if (!last)
        return std::unexpected(last.error());
    bool isExpected = !rows->empty();
    if (rows->empty() && *last > 0) {
        const auto newest = store.entry(*last);
        if (!newest)
            return std::unexpected(newest.error());
        const auto entry = *newest ? entryFromJson(**newest) : base::Result<Entry>(Entry());
        isExpected = !entry || entry->version >= 2;
        if (isExpected)
            result.findings.push_back({FindingKind::CheckpointMissing, 0, database, {}});
    }
    for (const CheckpointFile &file : files) {
        const QString place = base::toDisplay(file.file);
        result.sharedReached = result.sharedReached || &file != &files.front();
        if (file.read)
            take(file.read, place, toBytes(file.read->note));
        else if (file.read.error().code == base::ErrorCode::NotFound && isExpected)
            result.findings.push_back({FindingKind::CheckpointMissing, 0, place, {}});
        else if (file.read.error().code == base::ErrorCode::InvalidInput || file.read.error().code == base::ErrorCode::TooLarge)
            result.findings.push_back({FindingKind::CheckpointInvalid, 0, place, {}});
        else if (file.read.error().code != base::ErrorCode::NotFound)
            result.notice = file.read.error().message;
    }
    return result;
}

base::Result<std::vector<Finding>>
compareCheckpoints(const Checkpoints &checkpoints, std::uint64_t size, const QString &origin,
                   const std::function<base::Result<Hash>(std::uint64_t size)> &rootAt)
{
    std::vector<Finding> findings;
    const auto number = [](std::uint64_t at) { return static_cast<std::int64_t>(at); };
    const bool isCut = checkpoints.inDatabase && checkpoints.inDatabase->checkpoint.size > size;
    if (isCut)
        findings.push_back({FindingKind::TailCut, number(size + 1), {}, {}});
    else if (checkpoints.inDatabase && checkpoints.inDatabase->checkpoint.size < size)
        findings.push_back({FindingKind::EntryInserted, number(checkpoints.inDatabase->checkpoint.size + 1), {}, {}});
    for (const PlacedCheckpoint &placed : checkpoints.all) {
        const Checkpoint &checkpoint = placed.checkpoint.checkpoint;
        const QString evidence = evidenceOf(checkpoint.root);
        if (checkpoint.size > size) {
            if (!isCut)
                findings.push_back({FindingKind::RolledBack, number(size + 1), placed.place, evidence});
            continue;
        }
        const auto root = rootAt(checkpoint.size);
        if (!root && root.error().code != base::ErrorCode::Damaged)
            return std::unexpected(root.error());
        // The first checkpoint is written before there is an entry that could name the ledger.
        const bool isNamed = checkpoint.size > 0;
        if (!root || *root != checkpoint.root || (isNamed && checkpoint.origin != origin))
            findings.push_back({FindingKind::HistoryRewritten, 0, placed.place, evidence});
    }
    return findings;
}

base::Result<std::vector<Finding>> inspectHashes(Store &store, const Checkpoints &checkpoints)
{
    Walk walk(checkpoints);
    const auto read = store.visitEntries(1, [&](std::int64_t seq, std::span<const char> json) {
        walk.add(seq, json);
        return true;
    });
    if (!read && read.error().code != base::ErrorCode::Damaged)
        return std::unexpected(read.error());
    if (!read)
        walk.findings().push_back({FindingKind::PageDamaged, walk.next(), {}, {}});
    else if (const auto finished = walk.finish(store, checkpoints); !finished)
        return std::unexpected(finished.error());
    if (const auto stray = findStrayRows(store, walk.next(), walk.findings()); !stray && read)
        return std::unexpected(stray.error());
    walk.findings().insert(walk.findings().end(), checkpoints.findings.begin(), checkpoints.findings.end());
    return walk.findings();
}

base::Result<std::vector<Finding>> inspectAll(Store &store, const Checkpoints &checkpoints, SignatoryHistory &history,
                                              base::Progress &progress)
{
    const auto last = store.lastSeq();
    if (!last)
        return std::unexpected(last.error());

    Walk walk(checkpoints);
    std::vector<Finding> findings = checkpoints.findings;
    Sequence sequence(findings);
    auto signatories = history.current();
    std::deque<std::future<std::vector<Judged>>> running;
    const std::size_t mostRunning = 2 * std::max(1U, std::thread::hardware_concurrency());
    std::vector<Raw> gathered;
    const auto collect = [&](std::size_t leave) {
        for (; running.size() > leave; running.pop_front()) {
            for (const Judged &judged : running.front().get())
                sequence.take(judged);
        }
    };
    const auto start = [&] {
        if (gathered.empty())
            return;
        running.push_back(std::async(std::launch::async, [raw = std::move(gathered), signatories] {
            return judgeAll(raw, signatories);
        }));
        gathered.clear();
        collect(mostRunning);
    };
    const auto read = store.visitEntries(1, [&](std::int64_t seq, std::span<const char> json) {
        const Hash leaf = walk.add(seq, json);
        QByteArray copy(json.data(), static_cast<qsizetype>(json.size()));
        if (history.concerns(kindOf(json))) {
            start();
            const auto entry = entryFromJson(copy);
            const auto seen = entry ? history.see(*entry) : base::Result<void>();
            if (!seen)
                findings.push_back({FindingKind::RosterInvalid, seq, {}, evidenceOf(leaf)});
            // Whoever a roster brings in, or gives new keys, may be the one who records it.
            if (entry && !signatories->publicKey(entry->user, entry->keyId))
                signatories = history.current();
            gathered.push_back({seq, leaf, std::move(copy)});
            start();
            signatories = history.current();
        } else {
            gathered.push_back({seq, leaf, std::move(copy)});
            if (gathered.size() == entriesPerTask)
                start();
        }
        if (seq % 1024 == 0)
            progress.report(static_cast<std::uint64_t>(seq), static_cast<std::uint64_t>(*last), QString());
        return !progress.cancelled();
    });
    start();
    collect(0);
    if (progress.cancelled())
        return base::failure(base::ErrorCode::Cancelled, {}, QCoreApplication::translate("shirushi::ledger", "Cancelled."));
    if (!read && read.error().code != base::ErrorCode::Damaged)
        return std::unexpected(read.error());
    if (!read)
        findings.push_back({FindingKind::PageDamaged, walk.next(), {}, {}});
    else if (const auto finished = walk.finish(store, checkpoints); !finished)
        return std::unexpected(finished.error());
    findings.insert(findings.end(), walk.findings().begin(), walk.findings().end());
    if (read) {
        if (const auto stray = findStrayRows(store, walk.next(), findings); !stray)
            return std::unexpected(stray.error());
        const auto deeds = store.deeds();
        if (!deeds)
            return std::unexpected(deeds.error());
        sequence.checkDeeds(*deeds);
        if (const auto checked = sequence.checkAttachments(store); !checked)
            return std::unexpected(checked.error());
        if (const auto checked = sequence.checkContacts(store); !checked)
            return std::unexpected(checked.error());
    }
    return remaining(std::move(findings), sequence.acceptances());
}

} // namespace shirushi::ledger
