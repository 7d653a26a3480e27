// Checkpoint (c2sp.org/tlog-checkpoint): how far a ledger went and what its root was then, signed by who
// wrote last. And where checkpoints lie outside the database, so that an older or shorter database is found
// out. Plain values and pure functions, but for CheckpointFiles; any thread.
#pragma once

#include "base/path.h"
#include "ledger/merkle.h"
#include "ledger/signednote.h"

namespace shirushi::ledger {

struct Checkpoint {
    QString origin; // names the ledger
    std::uint64_t size = 0;
    Hash root{};
    bool operator==(const Checkpoint &) const = default;
};

/// "origin\nsize\nroot in base64\n"
QString checkpointText(const Checkpoint &checkpoint);
/// InvalidInput for another form; lines after the third are an extension and are let pass.
[[nodiscard]] base::Result<Checkpoint> checkpointFromText(const QString &text, const QString &subject);

struct SignedCheckpoint {
    Checkpoint checkpoint;
    SignedNote note;
};

[[nodiscard]] base::Result<SignedCheckpoint> signCheckpoint(const Checkpoint &checkpoint, const crypto::Signer &signer);
[[nodiscard]] base::Result<SignedCheckpoint> checkpointFromBytes(const QByteArray &bytes, const QString &subject);

/// The files that hold a ledger's newest checkpoint: one beside it, and one in the office's shared folder if
/// that is set.
class CheckpointFiles
{
public:
    CheckpointFiles() = default;
    CheckpointFiles(base::Path local, base::Path sharedFolder)
        : m_local(std::move(local)), m_sharedFolder(std::move(sharedFolder))
    {
    }

    bool isShared() const { return !m_sharedFolder.empty(); }
    const base::Path &local() const { return m_local; }
    /// SHAREDFOLDER/checkpoints/NAME.checkpoint, the name made of the origin.
    base::Path shared(const QString &origin) const;

    /// NotFound where there is none.
    [[nodiscard]] static base::Result<SignedCheckpoint> read(const base::Path &file);
    [[nodiscard]] base::Result<void> writeLocal(const SignedCheckpoint &checkpoint) const;
    /// Makes the folder below the shared folder; does not make the shared folder itself (a server that is
    /// not mounted now).
    [[nodiscard]] base::Result<void> writeShared(const SignedCheckpoint &checkpoint) const;

private:
    base::Path m_local;
    base::Path m_sharedFolder;
};

} // namespace shirushi::ledger
