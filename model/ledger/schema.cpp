#include "ledger/schema.h"

#include <QCoreApplication>

#include <array>

namespace shirushi::ledger {

namespace {

// entry.json is the signed entry, byte for byte; the other columns repeat members of it for searching, and
// are checked against it where they matter. deed holds what was begun on a file and is not yet known to have
// ended (labelling/deed.h): it is empty at rest.
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

base::Result<void> migrate(Database &database, const QString &subject)
{
    auto version = versionOf(database);
    if (!version)
        return std::unexpected(version.error());
    if (*version == schemaVersion)
        return {};

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
            return done;
    }
    const std::string mark = "PRAGMA user_version = " + std::to_string(schemaVersion);
    if (const auto done = database.execute(mark.c_str()); !done)
        return done;
    return transaction->commit();
}

} // namespace shirushi::ledger
