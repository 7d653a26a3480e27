// Ledger: who did what to which file, when and why. Entries are only ever added.
//
// Entries are leaves of a Merkle tree (RFC 6962), each remembers the one before it, and every commit ends
// with a checkpoint that who acted signs: in the database, in a file beside it and, if set, in the office's
// shared folder. Opening compares them; a ledger with a finding can be read and not written.
//
// One object is one connection and belongs to one thread at a time. Any number of programs may have the
// ledger open: writers wait for each other. What append() or Batch::commit() acknowledged is on the disk.
#pragma once

#include "base/clock.h"
#include "base/progress.h"
#include "ledger/checkpoint.h"
#include "ledger/finding.h"
#include "ledger/searchindex.h"
#include "ledger/signatories.h"
#include "ledger/store.h"

#include <QJsonArray>

namespace shirushi::ledger {

/// Where a ledger lies and who may write in it.
struct LedgerParts {
    base::Path database;
    CheckpointFiles checkpoints;
    std::shared_ptr<const Signatories> signatories; // now
    std::function<std::unique_ptr<SignatoryHistory>()> history;
};

/// A deed that was recorded and not yet known to have ended; what is in it is its owner's.
struct Deed {
    std::int64_t seq = 0;
    QJsonObject json;
};

/// A file that is kept with an entry, encrypted as the ledger is; the entry names it and its hash.
struct Attachment {
    QString name; // without its folder
    QByteArray bytes;
};
inline constexpr qsizetype largestAttachment = 10 << 20; // bytes

/// Somebody outside; what is in it is its owner's.
using Contact = Store::ContactRow;

/// What the checkpoints say, and how far the ledger has come since.
struct Seal {
    std::optional<SignedCheckpoint> checkpoint; // the newest in the database
    bool shared = false;                        // a shared folder is set and was reached
    QString notice;                             // why the shared checkpoint could not be read or written
};

class Ledger
{
public:
    [[nodiscard]] static base::Result<Ledger> create(const LedgerParts &parts, const base::SecretBytes &key);
    /// Compares the checkpoints and, up to 16,384 entries, hashes every entry; of a larger ledger the newest and
    /// others by chance (ledger/samples.h), and verify() all of them. What was found is in findings(): it is no error.
    [[nodiscard]] static base::Result<Ledger> open(const LedgerParts &parts, const base::SecretBytes &key);

    const std::vector<Finding> &findings() const { return m_findings; }
    const Seal &seal() const { return m_seal; }
    /// False where a finding forbids it.
    bool isWritable() const;

    /// Several entries that are recorded together or not at all. Holds the write lock while it lives.
    class Batch
    {
    public:
        /// Numbers, dates and signs the entry. With `deed`: open until closeDeed(). InvalidInput: there is a
        /// personal number in what somebody wrote; one in the file's name is masked (ledger/personalnumber.h).
        [[nodiscard]] base::Result<Entry> append(const EntryDraft &draft, const std::optional<QJsonObject> &deed = {});
        /// TooLarge beyond largestAttachment.
        [[nodiscard]] base::Result<Entry> append(EntryDraft draft, const Attachment &attachment);
        [[nodiscard]] base::Result<void> closeDeed(std::int64_t seq);
        /// Personal data that can be erased, beside the entries: encrypted as they are, and in no hash. An entry in the
        /// same batch should say what was done, and to what. In place of the one of this id.
        [[nodiscard]] base::Result<void> putContact(const Contact &contact);
        /// Overwritten in the database; a backup of before still has it.
        [[nodiscard]] base::Result<void> removeContact(const QString &id);
        /// Then the checkpoint is written; a shared folder that cannot be reached is no error (seal().notice).
        [[nodiscard]] base::Result<void> commit();

    private:
        friend class Ledger;
        Batch(Ledger &ledger, Transaction transaction, const crypto::Signer &signer, QDateTime at);
        [[nodiscard]] base::Result<void> insert(const QByteArray &json);

        Ledger *m_ledger;
        Transaction m_transaction;
        const crypto::Signer *m_signer;
        QDateTime m_at;
        std::optional<std::int64_t> m_version; // of the database, when the batch began
        Frontier m_frontier;
        QByteArray m_previous; // leafHash of the newest entry
        bool m_hasNew = false;
        bool m_hasErased = false;
    };

    /// Damaged where a finding forbids writing.
    [[nodiscard]] base::Result<Batch> begin(const crypto::Signer &signer, const base::Clock &clock);

    /// One entry by itself.
    [[nodiscard]] base::Result<Entry> append(const EntryDraft &draft, const crypto::Signer &signer,
                                             const base::Clock &clock);

    /// Calls `visit` for each entry that matches, in order, until it returns false. The entries themselves are
    /// read one by one. Entries that are none are left out: see findings(). Damaged: a page cannot be read;
    /// `visit` was called for everything else that could be found.
    [[nodiscard]] base::Result<void> visit(const Query &query, const std::function<bool(const Entry &)> &visit);
    [[nodiscard]] base::Result<std::vector<Entry>> list(const Query &query);
    [[nodiscard]] base::Result<std::optional<Entry>> entry(std::int64_t seq);
    /// The newest entry of one of `kinds`, read from the entries themselves and not by the search index.
    [[nodiscard]] base::Result<std::optional<Entry>> newestOf(const QStringList &kinds);
    [[nodiscard]] base::Result<std::vector<Count>> counts(const Query &query);
    [[nodiscard]] base::Result<std::int64_t> size() { return m_store.lastSeq(); }

    /// The newest entry about this content of one of `kinds`, if there is one; with `before`, of a lower number.
    [[nodiscard]] base::Result<std::optional<Entry>> newestAbout(const QString &contentHash, const QStringList &kinds,
                                                                 std::int64_t before = 0);

    [[nodiscard]] base::Result<std::vector<Deed>> openDeeds();

    /// What is kept with the entry; nothing where nothing is. Damaged where it is not what the entry names.
    [[nodiscard]] base::Result<std::optional<Attachment>> attachment(std::int64_t seq);

    /// By id.
    [[nodiscard]] base::Result<std::vector<Contact>> contacts() { return m_store.contacts(); }
    [[nodiscard]] base::Result<std::optional<Contact>> contact(const QString &id);

    /// Everything: each entry's form, number, hash, signature and signer, the tree, the checkpoints, the open
    /// deeds. Writes nothing. Signatures are checked on all cores.
    [[nodiscard]] base::Result<std::vector<Finding>> verify(base::Progress &progress);

    /// An administrator takes the ledger as it stands: an entry of kind "accepted" names the findings, entries
    /// that are missing get an empty one of kind "lost" in their place, and the next checkpoints start from
    /// there. InvalidInput without a reason, or where there is nothing to accept.
    [[nodiscard]] base::Result<Entry> accept(const QString &reason, const crypto::Signer &signer,
                                             const base::Clock &clock, base::Progress &progress);

    /// An entry with all that shows it belongs here (ledger/entryproof.h makes it a file). `seq` from 1.
    struct Inclusion {
        QByteArray entry;
        std::vector<Hash> proof;
        SignedCheckpoint checkpoint;
    };
    [[nodiscard]] base::Result<Inclusion> prove(std::int64_t seq);

    /// A copy of the whole ledger, while it is in use; `target` must not be there. Same key.
    [[nodiscard]] base::Result<void> backUp(const base::Path &target);
    /// Gives the database another key. Everybody else's connection ends with that.
    [[nodiscard]] base::Result<void> changeKey(const base::SecretBytes &key);

private:
    Ledger(LedgerParts parts, Store store, base::SecretBytes key);
    [[nodiscard]] base::Result<void> look();
    [[nodiscard]] base::Result<void> seal(const Frontier &frontier, const crypto::Signer &signer, bool inDatabase);
    void writeCheckpointFiles();
    [[nodiscard]] base::Result<void> checkEdge(const Store::CheckpointRow &row, const Frontier &frontier) const;
    [[nodiscard]] base::Result<QJsonArray> fillGaps(const crypto::Signer &signer, const QDateTime &at);
    [[nodiscard]] base::Result<void> fillGap(std::int64_t seq, const crypto::Signer &signer, const QDateTime &at);
    [[nodiscard]] base::Result<Batch> beginAnyway(const crypto::Signer &signer, const base::Clock &clock);
    [[nodiscard]] base::Result<SearchIndex *> index();
    [[nodiscard]] base::Result<void> reopen();

    // Where the next entry goes, as this object's last commit left it: good while nobody else has written.
    struct Edge {
        std::optional<std::int64_t> version; // of the database
        Frontier frontier;
        QByteArray previous;
    };

    LedgerParts m_parts;
    Store m_store;
    base::SecretBytes m_key;
    std::optional<SearchIndex> m_index;
    std::optional<base::Error> m_notIndexed; // why the index lacks entries
    std::vector<Finding> m_findings;
    Seal m_seal;
    std::optional<Edge> m_edge;
};

} // namespace shirushi::ledger
