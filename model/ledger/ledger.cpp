#include "ledger/ledger.h"

#include "base/canonicaljson.h"
#include "ledger/schema.h"

#include <QJsonArray>

namespace shirushi::ledger {

namespace {

base::Result<Entry> entryIn(const Statement &statement)
{
    return entryFromJson(statement.blob(0));
}

} // namespace

base::Result<Ledger> Ledger::create(const base::Path &path, const base::SecretBytes &key)
{
    auto database = Database::open(path, key, Database::Mode::Create);
    if (!database)
        return std::unexpected(database.error());
    if (const auto made = migrate(*database, base::toDisplay(path)); !made)
        return std::unexpected(made.error());
    return Ledger(std::move(*database));
}

base::Result<Ledger> Ledger::open(const base::Path &path, const base::SecretBytes &key)
{
    auto database = Database::open(path, key, Database::Mode::ReadWrite);
    if (!database)
        return std::unexpected(database.error());
    if (const auto migrated = migrate(*database, base::toDisplay(path)); !migrated)
        return std::unexpected(migrated.error());
    return Ledger(std::move(*database));
}

Ledger::Batch::Batch(Ledger &ledger, Transaction transaction, std::int64_t next, const crypto::Signer &signer,
                     QDateTime at)
    : m_ledger(&ledger), m_transaction(std::move(transaction)), m_next(next), m_signer(&signer), m_at(std::move(at))
{
}

base::Result<Ledger::Batch> Ledger::begin(const crypto::Signer &signer, const base::Clock &clock)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto last = Statement::prepare(m_database, "SELECT coalesce(max(seq), 0) FROM entry");
    if (!last)
        return std::unexpected(last.error());
    const auto row = last->step();
    if (!row)
        return std::unexpected(row.error());
    return Batch(*this, std::move(*transaction), last->integer(0) + 1, signer, clock.now());
}

base::Result<Entry> Ledger::Batch::append(const EntryDraft &draft, const std::optional<QJsonObject> &deed)
{
    Entry entry{m_next, m_at, m_signer->user(), draft, m_signer->keyId(), {}};
    const auto signature = m_signer->sign(signedBytes(entry));
    if (!signature)
        return std::unexpected(signature.error());
    entry.signature = *signature;

    Database &database = m_ledger->m_database;
    auto insert = Statement::prepare(database, "INSERT INTO entry (seq, at, user, kind, file, content_hash, json)"
                                               " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!insert)
        return std::unexpected(insert.error());
    insert->bind(1, entry.seq);
    insert->bind(2, base::toRfc3339(entry.at));
    insert->bind(3, entry.user);
    insert->bind(4, draft.kind);
    insert->bind(5, draft.file);
    insert->bind(6, draft.contentHash);
    insert->bindBlob(7, base::canonicalJson(toJson(entry)));
    if (const auto done = insert->step(); !done)
        return std::unexpected(done.error());
    if (deed) {
        auto remember = Statement::prepare(database, "INSERT INTO deed (seq, json) VALUES (?1, ?2)");
        if (!remember)
            return std::unexpected(remember.error());
        remember->bind(1, entry.seq);
        remember->bindBlob(2, base::canonicalJson(*deed));
        if (const auto done = remember->step(); !done)
            return std::unexpected(done.error());
    }
    ++m_next;
    return entry;
}

base::Result<void> Ledger::Batch::closeDeed(std::int64_t seq)
{
    auto remove = Statement::prepare(m_ledger->m_database, "DELETE FROM deed WHERE seq = ?1");
    if (!remove)
        return std::unexpected(remove.error());
    remove->bind(1, seq);
    if (const auto done = remove->step(); !done)
        return std::unexpected(done.error());
    return {};
}

base::Result<void> Ledger::Batch::commit()
{
    return m_transaction.commit();
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

base::Result<void> Ledger::visit(const Query &query, const std::function<bool(const Entry &)> &visit)
{
    // The kinds are few and ours, but they come as data: matched through a JSON array, not pasted into SQL.
    auto statement = Statement::prepare(
        m_database,
        "SELECT json FROM (SELECT seq, json FROM entry"
        " WHERE (?1 = '' OR at >= ?1) AND (?2 = '' OR file = ?2)"
        " AND (?3 = '[]' OR kind IN (SELECT value FROM json_each(?3)))"
        " ORDER BY seq DESC LIMIT CASE WHEN ?4 > 0 THEN ?4 ELSE -1 END) ORDER BY seq");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, query.since.isValid() ? base::toRfc3339(query.since) : QString());
    statement->bind(2, query.file);
    statement->bind(3, QString::fromUtf8(base::canonicalJson(QJsonArray::fromStringList(query.kinds))));
    statement->bind(4, query.limit);
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return {};
        const auto entry = entryIn(*statement);
        if (!entry)
            return std::unexpected(entry.error());
        if (!visit(*entry))
            return {};
    }
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

base::Result<std::optional<Entry>> Ledger::newestAbout(const QString &contentHash, const QStringList &kinds,
                                                         std::int64_t before)
{
    auto statement = Statement::prepare(m_database,
                                        "SELECT json FROM entry WHERE content_hash = ?1 AND content_hash <> ''"
                                        " AND kind IN (SELECT value FROM json_each(?2)) AND (?3 = 0 OR seq < ?3)"
                                        " ORDER BY seq DESC LIMIT 1");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, contentHash);
    statement->bind(2, QString::fromUtf8(base::canonicalJson(QJsonArray::fromStringList(kinds))));
    statement->bind(3, before);
    const auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return std::optional<Entry>();
    auto entry = entryIn(*statement);
    if (!entry)
        return std::unexpected(entry.error());
    return std::optional<Entry>(std::move(*entry));
}

base::Result<std::vector<Deed>> Ledger::openDeeds()
{
    auto statement = Statement::prepare(m_database, "SELECT seq, json FROM deed ORDER BY seq");
    if (!statement)
        return std::unexpected(statement.error());
    std::vector<Deed> deeds;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return deeds;
        const auto json = base::parseJsonObject(statement->blob(1), {});
        if (!json)
            return std::unexpected(json.error());
        deeds.push_back({statement->integer(0), *json});
    }
}

} // namespace shirushi::ledger
