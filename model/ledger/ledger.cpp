#include "ledger/ledger.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "crypto/digest.h"
#include "ledger/inspection.h"
#include "ledger/personalnumber.h"
#include "ledger/storedtree.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::ledger {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::ledger", text);
}

base::Path indexFile(const base::Path &database)
{
    return database.parent_path() / "index.db";
}

} // namespace

Ledger::Ledger(LedgerParts parts, Store store, base::SecretBytes key)
    : m_parts(std::move(parts)), m_store(std::move(store)), m_key(std::move(key))
{
}

base::Result<Ledger> Ledger::create(const LedgerParts &parts, const base::SecretBytes &key)
{
    auto store = Store::open(parts.database, key, Database::Mode::Create);
    if (!store)
        return std::unexpected(store.error());
    return Ledger(parts, std::move(*store), key.clone());
}

base::Result<Ledger> Ledger::open(const LedgerParts &parts, const base::SecretBytes &key)
{
    auto store = Store::open(parts.database, key, Database::Mode::ReadWrite);
    if (!store)
        return std::unexpected(store.error());
    Ledger ledger(parts, std::move(*store), key.clone());
    if (const auto looked = ledger.look(); !looked)
        return std::unexpected(looked.error());
    return ledger;
}

// SQLCipher reads nothing more through a connection that has come upon a damaged page.
base::Result<void> Ledger::reopen()
{
    auto store = Store::open(m_parts.database, m_key, Database::Mode::ReadWrite);
    if (!store)
        return std::unexpected(store.error());
    m_store = std::move(*store);
    m_edge.reset();
    return {};
}

bool Ledger::isWritable() const
{
    return std::none_of(m_findings.begin(), m_findings.end(),
                        [](const Finding &finding) { return blocksWriting(finding.kind); });
}

Ledger::Batch::Batch(Ledger &ledger, Transaction transaction, const crypto::Signer &signer, QDateTime at)
    : m_ledger(&ledger), m_transaction(std::move(transaction)), m_signer(&signer), m_at(std::move(at))
{
}

base::Result<Ledger::Batch> Ledger::begin(const crypto::Signer &signer, const base::Clock &clock)
{
    if (!isWritable()) {
        return base::failure(base::ErrorCode::Damaged, base::toDisplay(m_parts.database),
                             tr("The ledger was changed from outside and can only be read: %1")
                                 .arg(sentence(m_findings.front())));
    }
    return beginAnyway(signer, clock);
}

base::Result<Ledger::Batch> Ledger::beginAnyway(const crypto::Signer &signer, const base::Clock &clock)
{
    auto transaction = m_store.begin();
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto version = m_store.version();
    if (!version)
        return std::unexpected(version.error());
    Batch batch(*this, std::move(*transaction), signer, clock.now());
    batch.m_version = *version;
    if (m_edge && m_edge->version == *version) {
        batch.m_frontier = m_edge->frontier;
        batch.m_previous = m_edge->previous;
        return batch;
    }
    const auto last = m_store.lastSeq();
    if (!last)
        return std::unexpected(last.error());
    // Not as it was opened: another program may have written the first one since.
    const auto sealed = m_store.checkpoints();
    if (!sealed)
        return std::unexpected(sealed.error());
    if (sealed->empty() && *last > 0) {
        // A ledger of the first version: its tree is made now.
        auto frontier = rebuildTree(m_store);
        if (!frontier)
            return std::unexpected(frontier.error());
        batch.m_frontier = std::move(*frontier);
    } else {
        StoredTree tree(m_store);
        auto frontier = Frontier::of(tree, static_cast<std::uint64_t>(*last));
        if (!frontier)
            return std::unexpected(frontier.error());
        batch.m_frontier = std::move(*frontier);
    }
    if (*last > 0) {
        const auto newest = m_store.entry(*last);
        if (!newest)
            return std::unexpected(newest.error());
        batch.m_previous = toBytes(leafHash(**newest));
    }
    if (!sealed->empty()) {
        if (const auto extends = checkEdge(sealed->back(), batch.m_frontier); !extends)
            return std::unexpected(extends.error());
    } else {
        // From here on a missing file is a finding, so it is there before the first commit.
        if (const auto made = seal(batch.m_frontier, signer, false); !made)
            return std::unexpected(made.error());
        if (const auto written = m_parts.checkpoints.writeLocal(*m_seal.checkpoint); !written)
            return std::unexpected(written.error());
    }
    return batch;
}

// Somebody may have changed the database since it was opened: nothing is written on top of that.
base::Result<void> Ledger::checkEdge(const Store::CheckpointRow &row, const Frontier &frontier) const
{
    const auto sealed = checkpointFromBytes(row.note, base::toDisplay(m_parts.database));
    if (sealed && sealed->checkpoint.size == frontier.size() && sealed->checkpoint.root == frontier.root())
        return {};
    return base::failure(base::ErrorCode::Damaged, base::toDisplay(m_parts.database),
                         tr("The ledger was changed from outside just now. Nothing was written."));
}

base::Result<Entry> Ledger::Batch::append(const EntryDraft &draft, const std::optional<QJsonObject> &deed)
{
    auto allowed = withoutPersonalNumbers(draft);
    if (!allowed)
        return std::unexpected(allowed.error());
    Entry entry;
    entry.seq = static_cast<std::int64_t>(m_frontier.size()) + 1;
    entry.previous = m_previous;
    entry.at = m_at;
    entry.user = m_signer->user();
    entry.draft = std::move(*allowed);
    entry.keyId = m_signer->keyId();
    const QByteArray deedJson = deed ? base::canonicalJson(*deed) : QByteArray();
    if (deed) {
        entry.draft.details.insert(deedMember,
                                   QString::fromLatin1(base::toHex(crypto::sha256(deedJson))));
    }
    const QByteArray unsignedJson = signedBytes(entry);
    const auto signature = m_signer->sign(unsignedJson);
    if (!signature)
        return std::unexpected(signature.error());
    entry.signature = *signature;
    if (const auto inserted = insert(withSignature(unsignedJson, *signature)); !inserted)
        return std::unexpected(inserted.error());
    if (deed) {
        if (const auto remembered = m_ledger->m_store.insertDeed({entry.seq, deedJson}); !remembered)
            return std::unexpected(remembered.error());
    }
    return entry;
}

base::Result<void> Ledger::Batch::insert(const QByteArray &json)
{
    const Hash leaf = leafHash(json);
    const auto seq = static_cast<std::int64_t>(m_frontier.size()) + 1;
    if (const auto inserted = m_ledger->m_store.insertEntry(seq, json); !inserted)
        return inserted;
    for (const Frontier::Completed &subtree : m_frontier.add(leaf)) {
        if (subtree.level < storedLevel)
            continue;
        if (const auto put = m_ledger->m_store.putNode(subtree.level, subtree.position, subtree.hash); !put)
            return put;
    }
    m_previous = toBytes(leaf);
    m_hasNew = true;
    return {};
}

base::Result<void> Ledger::Batch::closeDeed(std::int64_t seq)
{
    return m_ledger->m_store.removeDeed(seq);
}

base::Result<void> Ledger::Batch::commit()
{
    if (m_hasNew) {
        if (const auto sealed = m_ledger->seal(m_frontier, *m_signer, true); !sealed)
            return sealed;
    }
    if (const auto committed = m_transaction.commit(); !committed)
        return committed;
    if (m_hasNew) {
        m_ledger->m_edge = Edge{m_version, std::move(m_frontier), std::move(m_previous)};
        m_ledger->writeCheckpointFiles();
    }
    if (m_hasErased)
        m_ledger->m_store.emptyLog();
    return {};
}

base::Result<void> Ledger::seal(const Frontier &frontier, const crypto::Signer &signer, bool inDatabase)
{
    QString origin = QStringLiteral("shirushi.local/ledger");
    if (frontier.size() > 0) {
        const auto first = m_store.entry(1);
        if (!first)
            return std::unexpected(first.error());
        origin = originOf(leafHash(first->value_or(QByteArray())));
    }
    auto checkpoint = signCheckpoint({origin, frontier.size(), frontier.root()}, signer);
    if (!checkpoint)
        return std::unexpected(checkpoint.error());
    m_seal.checkpoint = std::move(*checkpoint);
    if (!inDatabase)
        return {};
    return m_store.putCheckpoint({static_cast<std::int64_t>(frontier.size()), toBytes(m_seal.checkpoint->note)});
}

// The entries are safe by now, and the checkpoint in the database with them: a file that could not be written
// is behind, which is no finding, and is written with the next commit.
void Ledger::writeCheckpointFiles()
{
    m_seal.notice.clear();
    // Changed: another program wrote a newer one in this moment.
    const auto local = m_parts.checkpoints.writeLocal(*m_seal.checkpoint);
    if (!local && local.error().code != base::ErrorCode::Changed)
        m_seal.notice = local.error().message;
    if (!m_parts.checkpoints.isShared())
        return;
    const auto written = m_parts.checkpoints.writeShared(*m_seal.checkpoint);
    m_seal.shared = written || written.error().code == base::ErrorCode::Changed;
    if (!m_seal.shared)
        m_seal.notice = written.error().message;
}

base::Result<Entry> Ledger::append(const EntryDraft &draft, const crypto::Signer &signer, const base::Clock &clock)
{
    auto batch = begin(signer, clock);
    if (!batch)
        return std::unexpected(batch.error());
    auto entry = batch->append(draft);
    if (!entry)
        return entry;
    if (const auto committed = batch->commit(); !committed)
        return std::unexpected(committed.error());
    return entry;
}

base::Result<SearchIndex *> Ledger::index()
{
    if (!m_index) {
        auto opened = SearchIndex::open(indexFile(m_parts.database), m_key);
        if (!opened)
            return std::unexpected(opened.error());
        m_index.emplace(std::move(*opened));
    }
    m_notIndexed.reset();
    if (const auto caughtUp = m_index->catchUp(m_store); !caughtUp) {
        if (caughtUp.error().code != base::ErrorCode::Damaged)
            return std::unexpected(caughtUp.error());
        m_notIndexed = caughtUp.error();
        if (const auto reopened = reopen(); !reopened)
            return std::unexpected(reopened.error());
    }
    return &*m_index;
}

base::Result<void> Ledger::visit(const Query &query, const std::function<bool(const Entry &)> &visit)
{
    const auto found = index();
    if (!found)
        return std::unexpected(found.error());
    const auto numbers = (*found)->find(query);
    if (!numbers)
        return std::unexpected(numbers.error());
    std::optional<base::Error> damage = m_notIndexed;
    for (auto seq = numbers->rbegin(); seq != numbers->rend(); ++seq) {
        const auto read = entry(*seq);
        if (!read && read.error().code != base::ErrorCode::Damaged)
            return std::unexpected(read.error());
        if (!read) {
            damage = read.error();
            if (const auto reopened = reopen(); !reopened)
                return reopened;
        } else if (*read && !visit(**read)) {
            return {};
        }
    }
    return damage ? base::Result<void>(std::unexpected(*damage)) : base::Result<void>();
}

base::Result<std::vector<Entry>> Ledger::list(const Query &query)
{
    std::vector<Entry> entries;
    const auto visited = visit(query, [&](const Entry &entry) {
        entries.push_back(entry);
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    return entries;
}

base::Result<std::optional<Entry>> Ledger::entry(std::int64_t seq)
{
    const auto json = m_store.entry(seq);
    if (!json)
        return std::unexpected(json.error());
    if (!*json)
        return std::optional<Entry>();
    auto entry = entryFromJson(**json);
    return entry ? std::optional<Entry>(std::move(*entry)) : std::nullopt;
}

base::Result<std::optional<Entry>> Ledger::newestOf(const QStringList &kinds)
{
    std::int64_t newest = 0;
    const auto read = m_store.visitEntries(1, [&](std::int64_t seq, std::span<const char> json) {
        if (kinds.contains(kindOf(json)))
            newest = seq;
        return true;
    });
    // What stands before a page that cannot be read counts: that there is one is the verification's to say.
    if (!read && read.error().code != base::ErrorCode::Damaged)
        return std::unexpected(read.error());
    if (!read) {
        if (const auto reopened = reopen(); !reopened)
            return std::unexpected(reopened.error());
    }
    return newest == 0 ? base::Result<std::optional<Entry>>(std::nullopt) : entry(newest);
}

base::Result<std::vector<Count>> Ledger::counts(const Query &query)
{
    const auto found = index();
    if (!found)
        return std::unexpected(found.error());
    if (m_notIndexed)
        return std::unexpected(*m_notIndexed);
    return (*found)->counts(query);
}

base::Result<std::optional<Entry>> Ledger::newestAbout(const QString &contentHash, const QStringList &kinds,
                                                         std::int64_t before)
{
    if (contentHash.isEmpty())
        return std::optional<Entry>();
    Query query;
    query.contentHash = contentHash;
    query.kinds = kinds;
    query.before = before;
    query.limit = 1;
    auto found = list(query);
    if (!found)
        return std::unexpected(found.error());
    return found->empty() ? std::optional<Entry>() : std::optional<Entry>(std::move(found->front()));
}

base::Result<std::vector<Deed>> Ledger::openDeeds()
{
    const auto rows = m_store.deeds();
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<Deed> deeds;
    for (const Store::DeedRow &row : *rows) {
        const auto json = base::parseJsonObject(row.json, {});
        if (!json)
            return std::unexpected(json.error());
        deeds.push_back({row.seq, *json});
    }
    return deeds;
}

base::Result<Ledger::Inclusion> Ledger::prove(std::int64_t seq)
{
    const auto reading = m_store.beginReading();
    if (!reading)
        return std::unexpected(reading.error());
    const auto rows = m_store.checkpoints();
    if (!rows)
        return std::unexpected(rows.error());
    auto json = m_store.entry(seq);
    if (!json)
        return std::unexpected(json.error());
    if (!*json || rows->empty())
        return base::failure(base::ErrorCode::NotFound, QString::number(seq), tr("There is no such entry."));
    auto checkpoint = checkpointFromBytes(rows->back().note, base::toDisplay(m_parts.database));
    if (!checkpoint)
        return std::unexpected(checkpoint.error());
    const std::uint64_t size = checkpoint->checkpoint.size;
    if (static_cast<std::uint64_t>(seq) > size)
        return base::failure(base::ErrorCode::NotFound, QString::number(seq), tr("There is no such entry."));
    StoredTree tree(m_store);
    auto proof = inclusionProof(tree, static_cast<std::uint64_t>(seq - 1), size);
    if (!proof)
        return std::unexpected(proof.error());
    return Inclusion{std::move(**json), std::move(*proof), std::move(*checkpoint)};
}

base::Result<void> Ledger::backUp(const base::Path &target)
{
    return m_store.copyTo(target, m_key);
}

base::Result<void> Ledger::changeKey(const base::SecretBytes &key)
{
    m_index.reset();
    if (const auto changed = m_store.changeKey(key); !changed)
        return changed;
    m_key = key.clone();
    // Under the old key; it is built anew.
    std::error_code ignored;
    for (const char *ending : {"", "-wal", "-shm"})
        std::filesystem::remove(base::withAppended(indexFile(m_parts.database), ending), ignored);
    return {};
}

} // namespace shirushi::ledger
