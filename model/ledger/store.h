// Store: the ledger's tables, row by row, as bytes. What the rows mean and whether they are true is for those
// above it. One object is one connection and belongs to one thread at a time.
#pragma once

#include "ledger/database.h"
#include "ledger/merkle.h"

#include <functional>
#include <optional>
#include <vector>

namespace shirushi::ledger {

class Store
{
public:
    /// Brings the tables to the newest version. Errors: as Database::open, Unsupported (a newer Shirushi's).
    [[nodiscard]] static base::Result<Store> open(const base::Path &path, const base::SecretBytes &key,
                                                  Database::Mode mode);

    [[nodiscard]] base::Result<Transaction> begin() { return Transaction::begin(m_database); }
    /// What is read until it ends is one state, whoever writes meanwhile.
    [[nodiscard]] base::Result<Transaction> beginReading() { return Transaction::beginReading(m_database); }

    /// Another than before where another connection has changed anything since; this one's own changes do not count.
    [[nodiscard]] base::Result<std::int64_t> version();

    /// 0 where there is none.
    [[nodiscard]] base::Result<std::int64_t> lastSeq();
    [[nodiscard]] base::Result<void> insertEntry(std::int64_t seq, const QByteArray &json);
    [[nodiscard]] base::Result<std::optional<QByteArray>> entry(std::int64_t seq);
    /// Calls `visit` for the entries from `first` on, in order, until it returns false. The bytes are borrowed
    /// for the call. Damaged: a page cannot be read; `visit` was called for those before it.
    [[nodiscard]] base::Result<void>
    visitEntries(std::int64_t first, const std::function<bool(std::int64_t seq, std::span<const char> json)> &visit);

    [[nodiscard]] base::Result<std::optional<QByteArray>> node(int level, std::uint64_t position);
    [[nodiscard]] base::Result<void> putNode(int level, std::uint64_t position, const Hash &hash);
    [[nodiscard]] base::Result<void> clearNodes();
    [[nodiscard]] base::Result<void>
    visitNodes(const std::function<void(int level, std::int64_t position, const QByteArray &hash)> &visit);

    struct CheckpointRow {
        std::int64_t size = 0;
        QByteArray note;
    };
    /// Every row: one, but for a database that somebody changed.
    [[nodiscard]] base::Result<std::vector<CheckpointRow>> checkpoints();
    /// In place of the one before.
    [[nodiscard]] base::Result<void> putCheckpoint(const CheckpointRow &row);

    struct DeedRow {
        std::int64_t seq = 0;
        QByteArray json;
    };
    [[nodiscard]] base::Result<std::vector<DeedRow>> deeds();
    [[nodiscard]] base::Result<void> insertDeed(const DeedRow &row);
    [[nodiscard]] base::Result<void> removeDeed(std::int64_t seq);

    [[nodiscard]] base::Result<void> insertAttachment(std::int64_t seq, const QByteArray &data);
    [[nodiscard]] base::Result<std::optional<QByteArray>> attachment(std::int64_t seq);
    /// One after the other, so that no more than one is in memory.
    [[nodiscard]] base::Result<void>
    visitAttachments(const std::function<void(std::int64_t seq, std::span<const char> data)> &visit);

    struct ContactRow {
        QString id;
        QByteArray json;
    };
    /// In place of the one of this id. What stood there before is overwritten, and so is what is removed.
    [[nodiscard]] base::Result<void> putContact(const ContactRow &row);
    [[nodiscard]] base::Result<void> removeContact(const QString &id);
    /// By id.
    [[nodiscard]] base::Result<std::vector<ContactRow>> contacts();
    [[nodiscard]] base::Result<std::optional<QByteArray>> contact(const QString &id);
    /// Writes what the log beside the database holds into it, and empties the log, as far as no reader is in the way.
    void emptyLog();

    /// While it is in use. `target` must not be there; it has the same key.
    [[nodiscard]] base::Result<void> copyTo(const base::Path &target, const base::SecretBytes &key);
    /// Encrypts every page anew, in one transaction.
    [[nodiscard]] base::Result<void> changeKey(const base::SecretBytes &key);

    Database &database() { return m_database; }

private:
    explicit Store(Database database) : m_database(std::move(database)) {}
    [[nodiscard]] base::Result<std::int64_t> oneNumber(const char *sql);

    Database m_database;
};

} // namespace shirushi::ledger
