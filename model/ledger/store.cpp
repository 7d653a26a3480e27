#include "ledger/store.h"

#include "ledger/schema.h"

namespace shirushi::ledger {

namespace {

// Zeros in the place of what is deleted; off by default, for it costs, and entries are never deleted.
constexpr const char *overwriting = "PRAGMA secure_delete = ON";

// Binds, steps once, and says whether there was a row.
template <typename... Values>
base::Result<bool> stepOnce(Statement &statement, const Values &...values)
{
    [[maybe_unused]] int position = 0;
    [[maybe_unused]] const auto bind = [&](const auto &value) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, QByteArray>)
            statement.bindBlob(++position, value);
        else if constexpr (std::is_same_v<std::decay_t<decltype(value)>, QString>)
            statement.bind(++position, value);
        else
            statement.bind(++position, static_cast<std::int64_t>(value));
    };
    (bind(values), ...);
    return statement.step();
}

template <typename... Values>
base::Result<void> run(Database &database, const char *sql, const Values &...values)
{
    auto statement = database.cached(sql);
    if (!statement)
        return std::unexpected(statement.error());
    const auto done = stepOnce(**statement, values...);
    (*statement)->reset();
    if (!done)
        return std::unexpected(done.error());
    return {};
}

template <typename... Values>
base::Result<std::optional<QByteArray>> oneBlob(Database &database, const char *sql, const Values &...values)
{
    auto statement = database.cached(sql);
    if (!statement)
        return std::unexpected(statement.error());
    const auto row = stepOnce(**statement, values...);
    std::optional<QByteArray> blob;
    if (row && *row)
        blob = (*statement)->blob(0);
    (*statement)->reset();
    if (!row)
        return std::unexpected(row.error());
    return blob;
}

base::Result<void> forEachRow(Database &database, const char *sql, std::int64_t argument,
                              const std::function<bool(const Statement &)> &visit)
{
    auto statement = Statement::prepare(database, sql);
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, argument);
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row || !visit(*statement))
            return {};
    }
}

} // namespace

base::Result<Store> Store::open(const base::Path &path, const base::SecretBytes &key, Database::Mode mode)
{
    auto database = Database::open(path, key, mode);
    if (!database)
        return std::unexpected(database.error());
    if (const auto migrated = migrate(*database, base::toDisplay(path)); !migrated)
        return std::unexpected(migrated.error());
    return Store(std::move(*database));
}

base::Result<std::int64_t> Store::version()
{
    return oneNumber("PRAGMA data_version");
}

base::Result<std::int64_t> Store::lastSeq()
{
    return oneNumber("SELECT coalesce(max(seq), 0) FROM entry");
}

base::Result<std::int64_t> Store::oneNumber(const char *sql)
{
    auto statement = m_database.cached(sql);
    if (!statement)
        return std::unexpected(statement.error());
    const auto row = (*statement)->step();
    const std::int64_t number = row && *row ? (*statement)->integer(0) : 0;
    (*statement)->reset();
    if (!row)
        return std::unexpected(row.error());
    return number;
}

base::Result<void> Store::insertEntry(std::int64_t seq, const QByteArray &json)
{
    return run(m_database, "INSERT INTO entry (seq, json) VALUES (?1, ?2)", seq, json);
}

base::Result<std::optional<QByteArray>> Store::entry(std::int64_t seq)
{
    return oneBlob(m_database, "SELECT json FROM entry WHERE seq = ?1", seq);
}

base::Result<void>
Store::visitEntries(std::int64_t first,
                    const std::function<bool(std::int64_t seq, std::span<const char> json)> &visit)
{
    return forEachRow(m_database, "SELECT seq, json FROM entry WHERE seq >= ?1 ORDER BY seq", first,
                      [&](const Statement &row) { return visit(row.integer(0), row.borrowedBlob(1)); });
}

base::Result<std::optional<QByteArray>> Store::node(int level, std::uint64_t position)
{
    return oneBlob(m_database, "SELECT hash FROM node WHERE level = ?1 AND position = ?2", level, position);
}

base::Result<void> Store::putNode(int level, std::uint64_t position, const Hash &hash)
{
    return run(m_database, "INSERT INTO node (level, position, hash) VALUES (?1, ?2, ?3)", level, position,
               toBytes(hash));
}

base::Result<void> Store::clearNodes()
{
    return m_database.execute("DELETE FROM node");
}

base::Result<void>
Store::visitNodes(const std::function<void(int level, std::int64_t position, const QByteArray &hash)> &visit)
{
    return forEachRow(m_database, "SELECT level, position, hash FROM node WHERE ?1 = 0 ORDER BY level, position", 0,
                      [&](const Statement &row) {
                          visit(static_cast<int>(row.integer(0)), row.integer(1), row.blob(2));
                          return true;
                      });
}

base::Result<std::vector<Store::CheckpointRow>> Store::checkpoints()
{
    std::vector<CheckpointRow> rows;
    const auto read = forEachRow(m_database, "SELECT size, note FROM checkpoint WHERE ?1 = 0 ORDER BY size", 0,
                                 [&](const Statement &row) {
                                     rows.push_back({row.integer(0), row.blob(1)});
                                     return true;
                                 });
    if (!read)
        return std::unexpected(read.error());
    return rows;
}

base::Result<void> Store::putCheckpoint(const CheckpointRow &row)
{
    if (const auto cleared = run(m_database, "DELETE FROM checkpoint"); !cleared)
        return cleared;
    return run(m_database, "INSERT INTO checkpoint (size, note) VALUES (?1, ?2)", row.size, row.note);
}

base::Result<std::vector<Store::DeedRow>> Store::deeds()
{
    std::vector<DeedRow> rows;
    const auto read = forEachRow(m_database, "SELECT seq, json FROM deed WHERE ?1 = 0 ORDER BY seq", 0,
                                 [&](const Statement &row) {
                                     rows.push_back({row.integer(0), row.blob(1)});
                                     return true;
                                 });
    if (!read)
        return std::unexpected(read.error());
    return rows;
}

base::Result<void> Store::insertDeed(const DeedRow &row)
{
    return run(m_database, "INSERT INTO deed (seq, json) VALUES (?1, ?2)", row.seq, row.json);
}

base::Result<void> Store::removeDeed(std::int64_t seq)
{
    return run(m_database, "DELETE FROM deed WHERE seq = ?1", seq);
}

base::Result<void> Store::insertAttachment(std::int64_t seq, const QByteArray &data)
{
    return run(m_database, "INSERT INTO attachment (seq, data) VALUES (?1, ?2)", seq, data);
}

base::Result<std::optional<QByteArray>> Store::attachment(std::int64_t seq)
{
    return oneBlob(m_database, "SELECT data FROM attachment WHERE seq = ?1", seq);
}

base::Result<void>
Store::visitAttachments(const std::function<void(std::int64_t seq, std::span<const char> data)> &visit)
{
    return forEachRow(m_database, "SELECT seq, data FROM attachment WHERE ?1 = 0 ORDER BY seq", 0, [&](const Statement &row) {
        visit(row.integer(0), row.borrowedBlob(1));
        return true;
    });
}

base::Result<void> Store::putContact(const ContactRow &row)
{
    if (const auto set = m_database.execute(overwriting); !set)
        return set;
    return run(m_database, "INSERT INTO contact (id, json) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET json = excluded.json",
               row.id, row.json);
}

base::Result<void> Store::removeContact(const QString &id)
{
    if (const auto set = m_database.execute(overwriting); !set)
        return set;
    return run(m_database, "DELETE FROM contact WHERE id = ?1", id);
}

base::Result<std::vector<Store::ContactRow>> Store::contacts()
{
    std::vector<ContactRow> rows;
    const auto read = forEachRow(m_database, "SELECT id, json FROM contact WHERE ?1 = 0 ORDER BY id", 0, [&](const Statement &row) {
        rows.push_back({row.text(0), row.blob(1)});
        return true;
    });
    if (!read)
        return std::unexpected(read.error());
    return rows;
}

base::Result<std::optional<QByteArray>> Store::contact(const QString &id)
{
    return oneBlob(m_database, "SELECT json FROM contact WHERE id = ?1", id);
}

void Store::emptyLog()
{
    // A reader in the way keeps it; whoever writes next, or closes last, empties it then.
    static_cast<void>(m_database.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
}

base::Result<void> Store::copyTo(const base::Path &target, const base::SecretBytes &key)
{
    auto copy = Database::open(target, key, Database::Mode::Create);
    if (!copy)
        return std::unexpected(copy.error());
    return copy->copyFrom(m_database);
}

base::Result<void> Store::changeKey(const base::SecretBytes &key)
{
    return m_database.changeKey(key);
}

} // namespace shirushi::ledger
