#include "cli/ledgerbackup.h"

#include "base/encoding.h"
#include "cli/exitcode.h"
#include "cli/office.h"
#include "cli/output.h"
#include "crypto/digest.h"
#include "labelling/target.h"
#include "people/restoration.h"
#include "platform/filesource.h"
#include "platform/replacement.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

struct Backup {
    std::int64_t seq = 0;     // of the entry; 0: it could not be recorded
    std::int64_t entries = 0; // in the backup
};

// The copy gets its name when it is whole and recorded; a kill before leaves FILE.part.
base::Result<Backup> backUp(Work &work, const base::Path &file)
{
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) {
        return base::failure(base::ErrorCode::InvalidInput, base::toDisplay(file),
                             tr("There is a file of this name already. Please choose another."));
    }
    const base::Path part = base::withAppended(file, ".part");
    std::filesystem::remove(part, ignored);
    if (const auto copied = work.ledger.backUp(part); !copied)
        return std::unexpected(copied.error());
    const auto source = platform::FileSource::open(part);
    const auto digest = source ? crypto::sha256(*source) : base::Result<QByteArray>(std::unexpected(source.error()));
    if (!digest)
        return std::unexpected(digest.error());
    Backup backup;
    backup.entries = work.ledger.size().value_or(0);
    if (work.ledger.isWritable()) {
        const auto entry = work.ledger.append({QStringLiteral("backup"), base::toDisplay(file), {},
                                               QString::fromLatin1(base::toHex(*digest)), {}, {}, {},
                                               {{QStringLiteral("entries"), static_cast<qint64>(backup.entries)}}},
                                              work.session, base::SystemClock());
        if (!entry)
            return std::unexpected(entry.error());
        backup.seq = entry->seq;
    }
    if (const auto renamed = platform::renameFile(part, file); !renamed)
        return std::unexpected(renamed.error());
    return backup;
}

} // namespace

int runLedgerBackup(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one file to write."));
    const people::Office office = officeFromEnvironment();
    auto work = openForWork(office, *arguments);
    if (!work) {
        printError(work.error());
        return work.error().code == base::ErrorCode::NotSignedIn ? NotSignedIn : SomeFailed;
    }
    const base::Path file = labelling::absolutePath(base::Path(arguments->rest().front()));
    const auto backup = backUp(*work, file);
    if (!backup) {
        printError(backup.error());
        return SomeFailed;
    }
    if (arguments->has("json")) {
        printJson({QJsonObject{{QStringLiteral("file"), base::toDisplay(file)},
                              {QStringLiteral("entries"), static_cast<qint64>(backup->entries)},
                              {QStringLiteral("seq"), static_cast<qint64>(backup->seq)}}});
    } else {
        standardOutput() << tr("%1 entries are in %2.").arg(QString::number(backup->entries), base::toDisplay(file)) << Qt::endl;
    }
    if (backup->seq > 0)
        return AllDone;
    printNotice(base::toDisplay(file), tr("The backup is made, but could not be recorded: the ledger can only be read."));
    return SomeFailed;
}

int runLedgerRestore(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one file with a backup."));
    const people::Office office = officeFromEnvironment();
    const auto session = signIn(office, *arguments);
    if (!session) {
        printError(session.error());
        return NotSignedIn;
    }
    const base::Path file = labelling::absolutePath(base::Path(arguments->rest().front()));
    const auto restored = people::restore(office, *session, file, base::SystemClock());
    if (!restored) {
        printError(restored.error());
        return restored.error().code == base::ErrorCode::Forbidden ? Forbidden : SomeFailed;
    }
    if (arguments->has("json")) {
        printJson({QJsonObject{{QStringLiteral("entries"), static_cast<qint64>(restored->entries)},
                              {QStringLiteral("lostFrom"), static_cast<qint64>(restored->lostFrom)},
                              {QStringLiteral("lostTo"), static_cast<qint64>(restored->lostTo)},
                              {QStringLiteral("aside"), base::toDisplay(restored->aside)}}});
        return AllDone;
    }
    standardOutput() << tr("The ledger is restored with %1 entries.").arg(restored->entries) << '\n';
    if (restored->lostFrom > 0)
        standardOutput() << tr("Entries %1 to %2 are not in the backup.").arg(QString::number(restored->lostFrom), QString::number(restored->lostTo)) << '\n';
    standardOutput() << tr("What was there is kept as %1.").arg(base::toDisplay(restored->aside)) << Qt::endl;
    return AllDone;
}

} // namespace shirushi::cli
