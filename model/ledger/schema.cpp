#include "ledger/schema.h"

#include <QCoreApplication>

#include <array>

namespace shirushi::ledger {

namespace {

// 1: entry.json is the signed entry, byte for byte. deed holds what was begun on a file and is not yet known
// to have ended (labelling/deed.h): it is empty at rest.
// 2: nothing in the tables that is not signed or hashed: the columns that repeated members of an entry are
// gone (searching has an index of its own, ledger/searchindex.h). node holds the tree's complete subtrees
// (ledger/storedtree.h), checkpoint the newest signed one.
// 3: attachment holds files that are kept with an entry, which names each with its hash.
// 4: contact holds personal data that must be erasable, and so cannot stand in entries (ledger/ledger.h).
constexpr std::array<const char *, schemaVersion> steps{R"(
    CREATE TABLE entry (
        seq          INTEGER PRIMARY KEY,
        at           TEXT NOT NULL,
        user         TEXT NOT NULL,
        kind         TEXT NOT NULL,
        file         TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        json         BLOB NOT NULL
    ) STRICT;
    CREATE INDEX entry_at ON entry (at);
    CREATE INDEX entry_file ON entry (file) WHERE file <> '';
    CREATE INDEX entry_content ON entry (content_hash, seq) WHERE content_hash <> '';
    CREATE TABLE deed (
        seq  INTEGER PRIMARY KEY REFERENCES entry (seq),
        json BLOB NOT NULL
    ) STRICT;
)",
                                                            R"(
    DROP INDEX entry_at;
    DROP INDEX entry_file;
    DROP INDEX entry_content;
    ALTER TABLE entry DROP COLUMN at;
    ALTER TABLE entry DROP COLUMN user;
    ALTER TABLE entry DROP COLUMN kind;
    ALTER TABLE entry DROP COLUMN file;
    ALTER TABLE entry DROP COLUMN content_hash;
    CREATE TABLE node (
        level    INTEGER NOT NULL,
        position INTEGER NOT NULL,
        hash     BLOB NOT NULL,
        PRIMARY KEY (level, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE checkpoint (
        size INTEGER PRIMARY KEY,
        note BLOB NOT NULL
    ) STRICT;
)",
                                                            R"(
    CREATE TABLE attachment (
        seq  INTEGER PRIMARY KEY REFERENCES entry (seq),
        data BLOB NOT NULL CHECK (length(data) <= 10485760)
    ) STRICT;
)",
                                                            R"(
    CREATE TABLE contact (
        id   TEXT PRIMARY KEY,
        json BLOB NOT NULL CHECK (length(json) <= 262144)
    ) STRICT, WITHOUT ROWID;
)"};

base::Result<int> versionOf(Database &database)
{
    auto statement = Statement::prepare(database, "PRAGMA user_version");
    if (!statement)
        return std::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return static_cast<int>(statement->integer(0));
}

} // namespace

base::Result<int> migrate(Database &database, const QString &subject)
{
    auto version = versionOf(database);
    if (!version)
        return std::unexpected(version.error());
    if (*version == schemaVersion)
        return schemaVersion;

    auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    // Another program may have migrated while this one waited for the lock.
    version = versionOf(database);
    if (!version)
        return std::unexpected(version.error());
    if (*version > schemaVersion) {
        return base::failure(base::ErrorCode::Unsupported, subject,
                             QCoreApplication::translate("shirushi::ledger",
                                                         "This ledger was made by a newer version of Shirushi."));
    }
    for (int step = *version; step < schemaVersion; ++step) {
        if (const auto done = database.execute(steps[static_cast<std::size_t>(step)]); !done)
            return std::unexpected(done.error());
    }
    const std::string mark = "PRAGMA user_version = " + std::to_string(schemaVersion);
    if (const auto done = database.execute(mark.c_str()); !done)
        return std::unexpected(done.error());
    if (const auto committed = transaction->commit(); !committed)
        return std::unexpected(committed.error());
    return *version;
}

} // namespace shirushi::ledger
