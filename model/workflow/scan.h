// Scan: the file that shows a decision on paper, to be kept with its record, and how it goes to another desktop: beside
// the decision's own file, as *.shirushi-scan. That begins with one line of canonical JSON {"decision": its hash,
// "name": the file's, "version": 1} and goes on with the file's bytes. It is not signed: the decision is, and names the
// bytes' SHA-256. Any thread.
#pragma once

#include "base/path.h"
#include "ledger/ledger.h"

namespace shirushi::workflow {

inline constexpr const char *scanEnding = ".shirushi-scan";
inline constexpr qsizetype longestScanHead = 4096; // bytes, with the end of the line

/// TooLarge beyond ledger::largestAttachment; else as reading fails.
[[nodiscard]] base::Result<ledger::Attachment> readScan(const base::Path &file);

/// What the first line of a travelling scan says. Nothing is believed yet.
struct ScanHead {
    QString decision; // hashOf the paper decision
    QString name;     // without a folder
    qsizetype length = 0; // of the line
};
/// Damaged where it is none. Reads the first line alone.
[[nodiscard]] base::Result<ScanHead> readScanHead(const base::Path &file);

/// The bytes are those whose SHA-256 (hex) the decision names, or it is Damaged.
[[nodiscard]] base::Result<ledger::Attachment> readTravelledScan(const base::Path &file, const QString &sha256);

/// As `file`; one that is there and holds the same is left.
[[nodiscard]] base::Result<void> writeTravellingScan(const base::Path &file, const QString &decision,
                                                     const ledger::Attachment &scan);

} // namespace shirushi::workflow
