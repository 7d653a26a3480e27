#include "ledger/inspection.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "crypto/keys.h"
#include "ledger/storedtree.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <deque>
#include <future>
#include <map>
#include <set>
#include <thread>

namespace shirushi::ledger {

namespace {

constexpr std::int64_t mostMissingNamed = 1000; // of one gap; the last of them is named too
constexpr std::size_t entriesPerTask = 256;
constexpr qint64 clockToleranceMilliseconds = 120'000; // a clock that is corrected is no attack

QString hexOf(const Hash &hash)
{
    return QString::fromLatin1(base::toHex(toBytes(hash)));
}

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(base::toHex(crypto::sha256(bytes)));
}

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
                m_findings.push_back({FindingKind::TreeChanged, firstUnder(level, position), {}, hexOf(hash)});
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

// What a worker says of some entries; everything that needs their neighbours is left to the caller.
struct Judged {
    std::int64_t seq = 0;
    Hash leaf{};
    std::optional<Entry> entry;
    std::vector<Finding> findings;
};

struct Raw {
    std::int64_t seq;
    Hash leaf;
    QByteArray json;
};

Judged judge(const Raw &raw, const Signatories &signatories)
{
    Judged judged{raw.seq, raw.leaf, {}, {}};
    const auto report = [&](FindingKind kind, const QString &subject = {}) {
        judged.findings.push_back({kind, raw.seq, subject, hexOf(raw.leaf)});
    };
    auto entry = entryFromJson(raw.json);
    if (!entry) {
        report(FindingKind::EntryUnreadable);
        return judged;
    }
    if (entry->seq != raw.seq)
        report(FindingKind::EntryMoved);
    const auto key = signatories.publicKey(entry->user, entry->keyId);
    if (!key)
        report(FindingKind::SignerUnknown, entry->user);
    else if (!crypto::verifySignature(*key, withoutSignature(raw.json), entry->signature))
        report(FindingKind::EntryChanged);
    judged.entry = std::move(*entry);
    return judged;
}

std::vector<Judged> judgeAll(const std::vector<Raw> &raw, const std::shared_ptr<const Signatories> &signatories)
{
    std::vector<Judged> judged;
    judged.reserve(raw.size());
    for (const Raw &one : raw)
        judged.push_back(judge(one, *signatories));
    return judged;
}

// Puts what workers found in order, and sees what lies between neighbours.
class Sequence
{
public:
    explicit Sequence(std::vector<Finding> &findings) : m_findings(findings) {}

    void take(const Judged &judged)
    {
        m_findings.insert(m_findings.end(), judged.findings.begin(), judged.findings.end());
        const bool follows = m_last && m_last->seq + 1 == judged.seq;
        if (judged.entry) {
            const Entry &entry = *judged.entry;
            if (entry.draft.kind == lostKind) {
                // In the place of one that is missing: neither its date nor what comes after says anything.
                m_findings.push_back({FindingKind::EntryMissing, judged.seq, {}, {}});
                m_last.reset();
                return;
            }
            if (entry.version < m_version)
                report(FindingKind::EntryChanged, judged.seq, judged.leaf); // an older form has no memory
            if (follows && entry.version >= 2 && entry.previous != toBytes(m_last->leaf))
                report(FindingKind::EntryChanged, m_last->seq, m_last->leaf);
            if (m_at.isValid() && m_at.msecsTo(entry.at) < -clockToleranceMilliseconds)
                report(FindingKind::ClockSetBack, judged.seq, judged.leaf);
            m_version = std::max(m_version, entry.version);
            m_at = entry.at;
            if (entry.draft.details.contains(deedMember))
                m_deeds.emplace(judged.seq, entry.draft.details.value(deedMember).toString());
            if (const QJsonValue attachment = entry.draft.details.value(attachmentMember); attachment.isObject())
                m_attachments.emplace(judged.seq, attachment.toObject().value(QStringLiteral("sha256")).toString());
            if (entry.version < 2)
                m_unbound.insert(judged.seq);
            if (entry.draft.kind == acceptedKind)
                m_acceptances.push_back(entry);
        }
        m_last = judged;
    }

    void checkDeeds(const std::vector<Store::DeedRow> &rows)
    {
        for (const Store::DeedRow &row : rows) {
            const auto bound = m_deeds.find(row.seq);
            const QString digest = QString::fromLatin1(base::toHex(crypto::sha256(row.json)));
            if (!m_unbound.contains(row.seq) && (bound == m_deeds.end() || bound->second != digest))
                m_findings.push_back({FindingKind::DeedChanged, row.seq, {}, digest});
        }
    }

    base::Result<void> checkAttachments(Store &store)
    {
        const auto visited = store.visitAttachments([&](std::int64_t seq, std::span<const char> data) {
            const QString digest =
                hexOf(QByteArray::fromRawData(data.data(), static_cast<qsizetype>(data.size())));
            const auto bound = m_attachments.find(seq);
            if (bound == m_attachments.end() || bound->second != digest)
                m_findings.push_back({FindingKind::AttachmentChanged, seq, {}, digest});
            if (bound != m_attachments.end())
                m_attachments.erase(bound);
        });
        if (!visited)
            return visited;
        for (const auto &[seq, digest] : m_attachments)
            m_findings.push_back({FindingKind::AttachmentChanged, seq, {}, {}});
        return {};
    }

    const std::vector<Entry> &acceptances() const { return m_acceptances; }

private:
    void report(FindingKind kind, std::int64_t seq, const Hash &leaf)
    {
        m_findings.push_back({kind, seq, {}, hexOf(leaf)});
    }

    std::vector<Finding> &m_findings;
    std::optional<Judged> m_last;
    int m_version = 1;
    QDateTime m_at;
    std::map<std::int64_t, QString> m_deeds;
    std::map<std::int64_t, QString> m_attachments; // hex SHA-256, as the entries name them
    std::set<std::int64_t> m_unbound; // entries of version 1 did not bind theirs
    std::vector<Entry> m_acceptances;
};

// A hash that does not fit says nothing more where the entry that does not fit is known.
bool isConsequence(FindingKind kind)
{
    return kind == FindingKind::TreeChanged || kind == FindingKind::HistoryRewritten;
}

bool namesEntry(FindingKind kind)
{
    return kind == FindingKind::EntryChanged || kind == FindingKind::EntryMissing || kind == FindingKind::EntryMoved
           || kind == FindingKind::EntryUnreadable;
}

// One of a kind and number is enough, and what an administrator has taken as it stands is no finding.
std::vector<Finding> remaining(std::vector<Finding> findings, const std::vector<Entry> &acceptances,
                               const Signatories &signatories)
{
    std::vector<Finding> accepted;
    for (const Entry &entry : acceptances) {
        if (!signatories.isAdministrator(entry.user))
            continue;
        const QJsonArray named = entry.draft.details.value(findingsMember).toArray();
        for (const QJsonValue &value : named) {
            if (const auto finding = findingFromJson(value.toObject()))
                accepted.push_back(*finding);
        }
    }
    std::vector<Finding> rest;
    for (Finding &finding : findings) {
        const auto same = [&](const Finding &other) {
            return other.kind == finding.kind && other.seq == finding.seq && other.subject == finding.subject
                   && other.evidence == finding.evidence;
        };
        if (std::none_of(accepted.begin(), accepted.end(), same) && std::none_of(rest.begin(), rest.end(), same))
            rest.push_back(std::move(finding));
    }
    if (std::any_of(rest.begin(), rest.end(), [](const Finding &finding) { return namesEntry(finding.kind); }))
        std::erase_if(rest, [](const Finding &finding) { return isConsequence(finding.kind); });
    std::stable_sort(rest.begin(), rest.end(), [](const Finding &one, const Finding &other) { return one.seq < other.seq; });
    return rest;
}

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
            findings.push_back({FindingKind::EntryInserted, seq, {}, hexOf(leafHash(json))});
        return seq < 1;
    });
}

} // namespace

QString originOf(const Hash &firstLeaf)
{
    return QStringLiteral("shirushi.local/ledger/") + hexOf(firstLeaf).first(16);
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
        result.findings.push_back({FindingKind::CheckpointInvalid, 0, place, hexOf(evidence)});
        return false;
    };
    const auto rows = store.checkpoints();
    if (!rows)
        return std::unexpected(rows.error());
    for (const Store::CheckpointRow &row : *rows) {
        const auto read = checkpointFromBytes(row.note, database);
        const bool sizeAgrees = read && read->checkpoint.size == static_cast<std::uint64_t>(row.size);
        if (!sizeAgrees || result.inDatabase)
            result.findings.push_back({FindingKind::CheckpointInvalid, 0, database, hexOf(row.note)});
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
        const QString evidence = hexOf(checkpoint.root);
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
                findings.push_back({FindingKind::RosterInvalid, seq, {}, hexOf(leaf)});
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
    }
    return remaining(std::move(findings), sequence.acceptances(), *history.current());
}

} // namespace shirushi::ledger
