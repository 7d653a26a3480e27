#include "ledger/entryproof.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "crypto/keys.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shirushi::ledger {

namespace {

constexpr int formatVersion = 1;
constexpr qsizetype longestProof = 64; // a ledger of 2^64 entries

std::unexpected<base::Error> unreadable(const QString &subject)
{
    return base::failure(base::ErrorCode::InvalidInput, subject,
                         QCoreApplication::translate("shirushi::ledger", "This is not a proof of an entry."));
}

} // namespace

QByteArray proofToBytes(const Ledger::Inclusion &inclusion)
{
    QJsonArray proof;
    for (const Hash &hash : inclusion.proof)
        proof.append(QString::fromLatin1(base::toBase64Url(toBytes(hash))));
    return base::canonicalJson(QJsonObject{
               {QStringLiteral("version"), formatVersion},
               {QStringLiteral("entry"), QString::fromUtf8(inclusion.entry)},
               {QStringLiteral("proof"), proof},
               {QStringLiteral("checkpoint"), QString::fromUtf8(toBytes(inclusion.checkpoint.note))},
           })
           + '\n';
}

base::Result<Ledger::Inclusion> proofFromBytes(const QByteArray &bytes, const QString &subject)
{
    const auto json = base::parseJsonObject(bytes, subject);
    if (!json)
        return std::unexpected(json.error());
    const QJsonArray proof = json->value(QStringLiteral("proof")).toArray();
    if (json->value(QStringLiteral("version")).toInt() != formatVersion || proof.size() > longestProof)
        return unreadable(subject);
    auto checkpoint = checkpointFromBytes(json->value(QStringLiteral("checkpoint")).toString().toUtf8(), subject);
    if (!checkpoint)
        return std::unexpected(checkpoint.error());
    Ledger::Inclusion inclusion{json->value(QStringLiteral("entry")).toString().toUtf8(), {}, std::move(*checkpoint)};
    for (const QJsonValue &value : proof) {
        const auto decoded = base::fromBase64Url(value.toString().toLatin1());
        const auto hash = decoded ? toHash(*decoded) : std::nullopt;
        if (!hash)
            return unreadable(subject);
        inclusion.proof.push_back(*hash);
    }
    return inclusion;
}

std::vector<Finding> checkProof(const Ledger::Inclusion &inclusion, const Signatories &signatories)
{
    const auto entry = entryFromJson(inclusion.entry);
    if (!entry)
        return {{FindingKind::EntryUnreadable, 0, {}, {}}};
    std::vector<Finding> findings;
    const Checkpoint &checkpoint = inclusion.checkpoint.checkpoint;
    const auto key = signatories.publicKey(entry->user, entry->keyId);
    if (!key)
        findings.push_back({FindingKind::SignerUnknown, entry->seq, entry->user, {}});
    else if (!crypto::verifySignature(*key, withoutSignature(inclusion.entry), entry->signature))
        findings.push_back({FindingKind::EntryChanged, entry->seq, {}, {}});
    if (!isSignedInOffice(inclusion.checkpoint.note, signatories))
        findings.push_back({FindingKind::CheckpointInvalid, 0, checkpoint.origin, {}});
    if (!verifyInclusion(leafHash(inclusion.entry), static_cast<std::uint64_t>(entry->seq - 1), checkpoint.size,
                         inclusion.proof, checkpoint.root))
        findings.push_back({FindingKind::HistoryRewritten, entry->seq, checkpoint.origin, {}});
    return findings;
}

} // namespace shirushi::ledger
