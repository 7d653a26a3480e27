// Inspection: is the ledger as those who wrote it left it? Reads, and writes nothing. One thread calls;
// signatures are checked on others. Ledger::open and Ledger::verify are its two callers.
#pragma once

#include "base/progress.h"
#include "ledger/ledger.h"

namespace shirushi::ledger {

/// The checkpoint files as they were read. To be read before the database: a writer does it the other way
/// round, so that a file that is ahead of the database was not written just now.
struct CheckpointFile {
    base::Path file;
    base::Result<SignedCheckpoint> read;
};
[[nodiscard]] base::Result<std::vector<CheckpointFile>> readCheckpointFiles(Store &store, const CheckpointFiles &files);

/// What a checkpoint and its place are called in findings.
struct PlacedCheckpoint {
    QString place; // the file, or "ledger.db"
    SignedCheckpoint checkpoint;
};

/// The checkpoints that can be read, and findings about those that cannot.
struct Checkpoints {
    std::optional<SignedCheckpoint> inDatabase;
    std::vector<PlacedCheckpoint> all;
    std::vector<Finding> findings;
    bool sharedReached = false;
    QString notice;
};
[[nodiscard]] base::Result<Checkpoints> readCheckpoints(Store &store, const Signatories &signatories,
                                                        const std::vector<CheckpointFile> &files);

/// Findings about sizes and roots; `rootAt` gives the tree's root at a size up to `size`.
[[nodiscard]] base::Result<std::vector<Finding>>
compareCheckpoints(const Checkpoints &checkpoints, std::uint64_t size, const QString &origin,
                   const std::function<base::Result<Hash>(std::uint64_t size)> &rootAt);

/// Hashes every entry, in order, and compares with the stored tree and the checkpoints; no signatures. Finds
/// that something is wrong, and not always which entry.
[[nodiscard]] base::Result<std::vector<Finding>> inspectHashes(Store &store, const Checkpoints &checkpoints);

/// Everything, with signatures. What an administrator accepted is left out.
[[nodiscard]] base::Result<std::vector<Finding>> inspectAll(Store &store, const Checkpoints &checkpoints,
                                                            SignatoryHistory &history, base::Progress &progress);

/// "shirushi.local/ledger/" and the start of the first entry's hash.
QString originOf(const Hash &firstLeaf);

} // namespace shirushi::ledger
