// Ledger: who did what to which file, when and why. Entries are only ever added.
//
// One object is one connection and belongs to one thread at a time. Any number of programs may have the
// ledger open: writers wait for each other. What append() or Batch::commit() acknowledged is on the disk.
#pragma once

#include "base/clock.h"
#include "ledger/database.h"
#include "ledger/entry.h"

#include <functional>
#include <optional>
#include <vector>

namespace shirushi::ledger {

struct Query {
    QDateTime since;      // invalid: from the beginning
    QString file;         // absolute path; empty: all
    QStringList kinds;    // empty: all
    std::int64_t limit = 0; // the newest so many, 0: all; in order of sequence numbers all the same
};

/// A deed that was recorded and not yet known to have ended; what is in it is its owner's.
struct Deed {
    std::int64_t seq = 0;
    QJsonObject json;
};

class Ledger
{
public:
    [[nodiscard]] static base::Result<Ledger> create(const base::Path &path, const base::SecretBytes &key);
    [[nodiscard]] static base::Result<Ledger> open(const base::Path &path, const base::SecretBytes &key);

    /// Several entries that are recorded together or not at all. Holds the write lock while it lives.
    class Batch
    {
    public:
        /// Numbers, dates and signs the entry. With `deed`: open until closeDeed().
        [[nodiscard]] base::Result<Entry> append(const EntryDraft &draft, const std::optional<QJsonObject> &deed = {});
        [[nodiscard]] base::Result<void> closeDeed(std::int64_t seq);
        [[nodiscard]] base::Result<void> commit();

    private:
        friend class Ledger;
        Batch(Ledger &ledger, Transaction transaction, std::int64_t next, const crypto::Signer &signer, QDateTime at);
        Ledger *m_ledger;
        Transaction m_transaction;
        std::int64_t m_next;
        const crypto::Signer *m_signer;
        QDateTime m_at;
    };

    [[nodiscard]] base::Result<Batch> begin(const crypto::Signer &signer, const base::Clock &clock);

    /// One entry by itself.
    [[nodiscard]] base::Result<Entry> append(const EntryDraft &draft, const crypto::Signer &signer,
                                             const base::Clock &clock);

    /// Calls `visit` for each entry that matches, in order, until it returns false. Nothing is held in memory.
    [[nodiscard]] base::Result<void> visit(const Query &query, const std::function<bool(const Entry &)> &visit);
    [[nodiscard]] base::Result<std::vector<Entry>> list(const Query &query);

    /// The newest entry about this content of one of `kinds`, if there is one; with `before`, of a lower number.
    [[nodiscard]] base::Result<std::optional<Entry>> newestAbout(const QString &contentHash, const QStringList &kinds,
                                                                 std::int64_t before = 0);

    [[nodiscard]] base::Result<std::vector<Deed>> openDeeds();

private:
    explicit Ledger(Database database) : m_database(std::move(database)) {}
    Database m_database;
};

} // namespace shirushi::ledger
