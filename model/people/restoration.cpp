#include "people/restoration.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "crypto/digest.h"
#include "ledger/inspection.h"
#include "platform/filelock.h"
#include "platform/filesource.h"
#include "platform/replacement.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace shirushi::people {

using base::ErrorCode;

namespace {

constexpr std::array sideFiles{"", "-wal", "-shm"};
constexpr std::uint64_t largestPlan = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::people", text);
}

base::Path stagedFile(const Office &office)
{
    return office.folder() / "restoring.db";
}

base::Path stagedCheckpoint(const Office &office)
{
    return office.folder() / "restoring.checkpoint";
}

base::Path planFile(const Office &office)
{
    return office.folder() / "restoration.json";
}

bool isThere(const base::Path &file)
{
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

base::Result<void> moveFile(const base::Path &from, const base::Path &to)
{
    std::error_code problem;
    std::filesystem::rename(from, to, problem);
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(from)));
    return {};
}

void removeStaged(const Office &office)
{
    std::error_code ignored;
    for (const char *ending : sideFiles)
        std::filesystem::remove(base::withAppended(stagedFile(office), ending), ignored);
    std::filesystem::remove(stagedCheckpoint(office), ignored);
}

// What is prepared and not planned is of no use to anybody.
class Staging
{
public:
    explicit Staging(const Office &office) : m_office(office) { removeStaged(office); }
    ~Staging()
    {
        if (!m_kept)
            removeStaged(m_office);
    }
    Staging(const Staging &) = delete;
    Staging &operator=(const Staging &) = delete;
    void keep() { m_kept = true; }

private:
    const Office &m_office;
    bool m_kept = false;
};

base::Path sharedFolder(const Office &office)
{
    return readSettings(office.settingsFile()).value_or(Settings()).sharedFolder;
}

ledger::LedgerParts stagedParts(const Office &office)
{
    const auto directory = Directory::load(office.peopleFolder());
    return {stagedFile(office), ledger::CheckpointFiles(stagedCheckpoint(office), {}), directory,
            [directory] { return std::make_unique<RosterHistory>(directory); }};
}

// A copy in the data folder, as bytes: opening the backup itself would leave files beside it.
base::Result<QString> copyBackup(const Office &office, const base::Path &backup)
{
    const auto source = platform::FileSource::open(backup);
    if (!source)
        return std::unexpected(source.error());
    auto copy = platform::Replacement::create(stagedFile(office));
    if (!copy)
        return std::unexpected(copy.error());
    if (const auto copied = copy->copy(*source, 0, source->size()); !copied)
        return std::unexpected(copied.error());
    if (const auto committed = copy->commit(); !committed)
        return std::unexpected(committed.error());
    const auto digest = crypto::sha256(*source);
    if (!digest)
        return std::unexpected(digest.error());
    return QString::fromLatin1(base::toHex(*digest));
}

// How far the ledger that is there came, by itself and by its checkpoints, and what it is called.
struct Present {
    std::int64_t entries = 0;
    QString origin; // empty: cannot be told
};

Present presentLedger(const Office &office, const Session &session)
{
    Present present;
    if (auto store = ledger::Store::open(office.ledgerFile(), session.ledgerKey(), ledger::Database::Mode::ReadWrite)) {
        present.entries = store->lastSeq().value_or(0);
        if (const auto first = store->entry(1); first && *first)
            present.origin = ledger::originOf(ledger::leafHash(**first));
    }
    const auto take = [&](const base::Path &file) {
        const auto checkpoint = ledger::CheckpointFiles::read(file);
        if (!checkpoint || !ledger::isSignedInOffice(checkpoint->note, *Directory::load(office.peopleFolder())))
            return;
        const auto size = static_cast<std::int64_t>(std::min<std::uint64_t>(checkpoint->checkpoint.size, 1ULL << 52));
        present.entries = std::max(present.entries, size);
        if (present.origin.isEmpty() && size > 0)
            present.origin = checkpoint->checkpoint.origin;
    };
    take(office.checkpointFile());
    if (const base::Path shared = sharedFolder(office); !shared.empty() && !present.origin.isEmpty())
        take(ledger::CheckpointFiles({}, shared).shared(present.origin));
    return present;
}

// The staged copy gets the checkpoint file that belongs to it.
base::Result<QString> writeStagedCheckpoint(const Office &office, const Session &session)
{
    auto store = ledger::Store::open(stagedFile(office), session.ledgerKey(), ledger::Database::Mode::ReadWrite);
    if (!store && store.error().code == ErrorCode::WrongPassword) {
        return base::failure(ErrorCode::WrongPassword, {},
                             tr("This is no backup of this ledger, or one of before it got a new key because somebody left."));
    }
    if (!store)
        return std::unexpected(store.error());
    const auto first = store->entry(1);
    if (!first)
        return std::unexpected(first.error());
    const auto rows = store->checkpoints();
    if (!rows)
        return std::unexpected(rows.error());
    if (!rows->empty()) {
        if (const auto written = platform::writeFile(stagedCheckpoint(office), rows->back().note); !written)
            return std::unexpected(written.error());
    }
    return *first ? ledger::originOf(ledger::leafHash(**first)) : QString();
}

base::Result<void> record(const Office &office, const Session &session, const base::Clock &clock,
                          ledger::Ledger &ledger, const Restored &restored, const base::Path &backup,
                          const QString &sha256)
{
    const auto known = newestRecordedRoster(ledger);
    if (!known)
        return std::unexpected(known.error());
    const auto open = ledger.openDeeds();
    if (!open)
        return std::unexpected(open.error());
    auto batch = ledger.begin(session, clock);
    if (!batch)
        return std::unexpected(batch.error());
    const Roster roster = Directory::load(office.peopleFolder())->roster();
    // Who restores may have come to the office after the backup was made.
    if (roster.number > (*known ? (*known)->number : 0)) {
        const auto recorded = batch->append({QStringLiteral("roster"), {}, {}, {}, {}, {}, {},
                                             {{QStringLiteral("roster"), toJson(roster)}}});
        if (!recorded)
            return std::unexpected(recorded.error());
    }
    // What was unfinished then has ended since, one way or the other.
    QJsonArray unfinished;
    for (const ledger::Deed &deed : *open) {
        unfinished.append(static_cast<qint64>(deed.seq));
        if (const auto closed = batch->closeDeed(deed.seq); !closed)
            return closed;
    }
    QJsonObject details{{QStringLiteral("entries"), static_cast<qint64>(restored.entries)},
                        {QStringLiteral("lostFrom"), static_cast<qint64>(restored.lostFrom)},
                        {QStringLiteral("lostTo"), static_cast<qint64>(restored.lostTo)},
                        {QStringLiteral("aside"), base::toDisplay(restored.aside.filename())}};
    if (!unfinished.isEmpty())
        details.insert(QStringLiteral("unfinished"), unfinished);
    const auto entry = batch->append({QStringLiteral("restored"), base::toDisplay(backup), {}, sha256, {}, {}, {}, details});
    if (!entry)
        return std::unexpected(entry.error());
    return batch->commit();
}

// The whole of what happens beside the ledger that is there.
base::Result<Restored> prepare(const Office &office, const Session &session, const base::Path &backup,
                               const base::Clock &clock)
{
    const auto sha256 = copyBackup(office, backup);
    if (!sha256)
        return std::unexpected(sha256.error());
    const auto origin = writeStagedCheckpoint(office, session);
    if (!origin)
        return std::unexpected(origin.error());
    const Present present = presentLedger(office, session);
    if (!present.origin.isEmpty() && present.origin != *origin)
        return base::failure(ErrorCode::InvalidInput, base::toDisplay(backup), tr("This is the backup of another ledger."));
    auto ledger = ledger::Ledger::open(stagedParts(office), session.ledgerKey());
    if (!ledger)
        return std::unexpected(ledger.error());
    base::NoProgress progress;
    const auto findings = ledger->verify(progress);
    if (!findings)
        return std::unexpected(findings.error());
    const auto blocking = std::find_if(findings->begin(), findings->end(),
                                       [](const ledger::Finding &finding) { return blocksWriting(finding.kind); });
    if (blocking != findings->end()) {
        return base::failure(ErrorCode::Damaged, base::toDisplay(backup),
                             tr("The backup is not whole: %1").arg(ledger::sentence(*blocking)));
    }
    const auto entries = ledger->size();
    if (!entries)
        return std::unexpected(entries.error());
    Restored restored;
    restored.entries = *entries;
    if (present.entries > *entries) {
        restored.lostFrom = *entries + 1;
        restored.lostTo = present.entries;
    }
    const std::string stamp = clock.now().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")).toStdString();
    restored.aside = office.folder() / ("ledger-before-" + stamp + ".db");
    if (const auto recorded = record(office, session, clock, *ledger, restored, backup, *sha256); !recorded)
        return std::unexpected(recorded.error());
    return restored;
}

// The ledger that is there, held so that nobody writes in it any more; nothing where it cannot be opened at all.
base::Result<std::optional<ledger::Database>> holdPresent(const Office &office, const Session &session)
{
    auto database = ledger::Database::open(office.ledgerFile(), session.ledgerKey(), ledger::Database::Mode::ReadWrite);
    if (!database)
        return std::optional<ledger::Database>();
    const auto alone = database->execute("PRAGMA busy_timeout = 2000; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE");
    if (!alone && alone.error().code == ErrorCode::InUse) {
        [[maybe_unused]] const auto back = database->execute("PRAGMA journal_mode = WAL");
        return base::failure(ErrorCode::InUse, base::toDisplay(office.ledgerFile()),
                             tr("Another program has the ledger open. Please close Shirushi everywhere and try again."));
    }
    return std::optional<ledger::Database>(std::move(*database));
}

base::Result<void> exchange(const Office &office, const base::Path &aside)
{
    if (isThere(stagedFile(office))) {
        for (const char *ending : sideFiles) {
            const base::Path there = base::withAppended(office.ledgerFile(), ending);
            const base::Path kept = base::withAppended(aside, ending);
            if (!isThere(there) || isThere(kept))
                continue;
            if (const auto renamed = moveFile(there, kept); !renamed)
                return renamed;
        }
        if (const auto renamed = moveFile(stagedFile(office), office.ledgerFile()); !renamed)
            return renamed;
    }
    if (isThere(stagedCheckpoint(office))) {
        const base::Path kept = base::withAppended(aside, ".checkpoint");
        if (isThere(office.checkpointFile()) && !isThere(kept)) {
            if (const auto renamed = moveFile(office.checkpointFile(), kept); !renamed)
                return renamed;
        }
        if (const auto renamed = moveFile(stagedCheckpoint(office), office.checkpointFile()); !renamed)
            return renamed;
    }
    platform::flushFolder(office.folder());
    return {};
}

} // namespace

base::Result<Restored> restore(const Office &office, const Session &session, const base::Path &backup,
                               const base::Clock &clock)
{
    if (!Directory::load(office.peopleFolder())->isAdministrator(session.user()))
        return base::failure(ErrorCode::Forbidden, session.user(), tr("Only an administrator can restore the ledger."));
    std::error_code ignored;
    const base::Path shared = sharedFolder(office);
    if (!shared.empty() && !std::filesystem::is_directory(shared, ignored)) {
        return base::failure(ErrorCode::NotFound, base::toDisplay(shared),
                             tr("The shared folder cannot be reached. Its checkpoint must be renewed too."));
    }
    if (const auto finished = finishRestoration(office); !finished)
        return std::unexpected(finished.error());
    Restored restored;
    {
        const auto lock = platform::FileLock::exclusive(office.folder() / "restoration.lock");
        if (!lock)
            return std::unexpected(lock.error());
        Staging staging(office);
        const auto prepared = prepare(office, session, backup, clock);
        if (!prepared)
            return std::unexpected(prepared.error());
        restored = *prepared;
        const auto held = holdPresent(office, session);
        if (!held)
            return std::unexpected(held.error());
        const QJsonObject plan{{QStringLiteral("version"), 1},
                               {QStringLiteral("aside"), base::toDisplay(restored.aside.filename())}};
        if (const auto written = platform::writeFile(planFile(office), base::canonicalJson(plan) + '\n'); !written)
            return std::unexpected(written.error());
        staging.keep();
        if (const auto exchanged = exchange(office, restored.aside); !exchanged)
            return std::unexpected(exchanged.error());
    }
    if (const auto finished = finishRestoration(office); !finished)
        return std::unexpected(finished.error());
    return restored;
}

base::Result<void> finishRestoration(const Office &office)
{
    if (!isThere(planFile(office)))
        return {};
    const auto lock = platform::FileLock::exclusive(office.folder() / "restoration.lock");
    if (!lock)
        return std::unexpected(lock.error());
    const auto source = platform::FileSource::open(planFile(office));
    if (!source) // another program was quicker
        return source.error().code == ErrorCode::NotFound ? base::Result<void>() : std::unexpected(source.error());
    const auto bytes = source->all(largestPlan);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto plan = base::parseJsonObject(*bytes, base::toDisplay(planFile(office)));
    if (!plan)
        return std::unexpected(plan.error());
    const base::Path aside = office.folder() / base::toPath(plan->value(QStringLiteral("aside")).toString()).filename();
    if (const auto exchanged = exchange(office, aside); !exchanged)
        return exchanged;
    // A shared folder that cannot be reached now keeps the checkpoint of before, and that is then a finding.
    const base::Path shared = sharedFolder(office);
    if (const auto checkpoint = ledger::CheckpointFiles::read(office.checkpointFile()); checkpoint && !shared.empty())
        [[maybe_unused]] const auto written = ledger::CheckpointFiles({}, shared).writeShared(*checkpoint);
    std::error_code ignored;
    for (const char *ending : sideFiles)
        std::filesystem::remove(base::withAppended(office.folder() / "index.db", ending), ignored);
    return platform::removeFile(planFile(office));
}

} // namespace shirushi::people
