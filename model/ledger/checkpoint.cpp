#include "ledger/checkpoint.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "platform/replacement.h"
#include "platform/sectorfile.h"

#include <QCoreApplication>

namespace shirushi::ledger {

namespace {

constexpr std::uint64_t largestFile = 16 * 1024;

std::unexpected<base::Error> unreadable(const QString &subject)
{
    return base::failure(base::ErrorCode::InvalidInput, subject,
                         QCoreApplication::translate("shirushi::ledger", "This is not a checkpoint."));
}

} // namespace

QString checkpointText(const Checkpoint &checkpoint)
{
    return QStringLiteral("%1\n%2\n%3\n").arg(checkpoint.origin, QString::number(checkpoint.size),
                                              QString::fromLatin1(toBytes(checkpoint.root).toBase64()));
}

base::Result<Checkpoint> checkpointFromText(const QString &text, const QString &subject)
{
    const QStringList lines = text.split(u'\n');
    if (lines.size() < 4 || lines[0].isEmpty())
        return unreadable(subject);
    bool isNumber = false;
    const qulonglong size = lines[1].toULongLong(&isNumber);
    const auto root = QByteArray::fromBase64Encoding(lines[2].toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const auto hash = root ? toHash(*root) : std::nullopt;
    if (!isNumber || !hash)
        return unreadable(subject);
    const Checkpoint checkpoint{lines[0], size, *hash};
    // One value, one text: +7, 007 and odd base64 are refused.
    if (!text.startsWith(checkpointText(checkpoint)))
        return unreadable(subject);
    return checkpoint;
}

base::Result<SignedCheckpoint> signCheckpoint(const Checkpoint &checkpoint, const crypto::Signer &signer)
{
    auto note = signNote(checkpointText(checkpoint), signer);
    if (!note)
        return std::unexpected(note.error());
    return SignedCheckpoint{checkpoint, std::move(*note)};
}

base::Result<SignedCheckpoint> checkpointFromBytes(const QByteArray &bytes, const QString &subject)
{
    auto note = noteFromBytes(bytes, subject);
    if (!note)
        return std::unexpected(note.error());
    const auto checkpoint = checkpointFromText(note->text, subject);
    if (!checkpoint)
        return std::unexpected(checkpoint.error());
    return SignedCheckpoint{*checkpoint, std::move(*note)};
}

base::Path CheckpointFiles::shared(const QString &origin) const
{
    const QByteArray name = base::toHex(crypto::sha256(origin.toUtf8()).first(16));
    return m_sharedFolder / "checkpoints" / (name.toStdString() + ".checkpoint");
}

base::Result<SignedCheckpoint> CheckpointFiles::read(const base::Path &file)
{
    const auto bytes = platform::readUnderLock(file, largestFile);
    if (!bytes)
        return std::unexpected(bytes.error());
    return checkpointFromBytes(*bytes, base::toDisplay(file));
}

base::Result<void> CheckpointFiles::writeLocal(const SignedCheckpoint &checkpoint) const
{
    const QByteArray content = toBytes(checkpoint.note);
    // In place: a new file that a power cut cannot empty must be flushed, and that costs as much as the commit itself.
    const auto isOlder = [&](const QByteArray &bytes) {
        const auto present = checkpointFromBytes(bytes, base::toDisplay(m_local));
        return present && present->checkpoint.size <= checkpoint.checkpoint.size;
    };
    if (platform::overwriteSector(m_local, content, isOlder))
        return {};
    return platform::writeFile(m_local, content);
}

base::Result<void> CheckpointFiles::writeShared(const SignedCheckpoint &checkpoint) const
{
    const base::Path file = shared(checkpoint.checkpoint.origin);
    std::error_code problem;
    const bool isNew = std::filesystem::create_directory(file.parent_path(), problem);
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(file)));
    // The other desktops write there too: open to whom the shared folder is open, whatever the umask says.
    if (isNew)
        std::filesystem::permissions(file.parent_path(), std::filesystem::status(m_sharedFolder, problem).permissions(), problem);
    return platform::writeFile(file, toBytes(checkpoint.note));
}

} // namespace shirushi::ledger
