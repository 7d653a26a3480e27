// Ledger::accept: an administrator takes the ledger as it stands.
#include "ledger/ledger.h"
#include "ledger/storedtree.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shirushi::ledger {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::ledger", text);
}

} // namespace

base::Result<Entry> Ledger::accept(const QString &reason, const crypto::Signer &signer, const base::Clock &clock,
                                   base::Progress &progress)
{
    if (reason.trimmed().isEmpty())
        return base::failure(base::ErrorCode::InvalidInput, {}, tr("Please give a reason."));
    if (!m_parts.signatories->isAdministrator(signer.user())) {
        return base::failure(base::ErrorCode::Forbidden, signer.user(),
                             tr("Only an administrator can take the ledger as it stands."));
    }
    const auto findings = verify(progress);
    if (!findings)
        return std::unexpected(findings.error());
    if (findings->empty())
        return base::failure(base::ErrorCode::InvalidInput, {}, tr("There is nothing to accept: the ledger is whole."));

    m_seal.checkpoint.reset(); // what follows starts anew
    auto transaction = m_store.begin();
    if (!transaction)
        return std::unexpected(transaction.error());
    Batch batch(*this, std::move(*transaction), signer, clock.now());
    QJsonArray named;
    for (const Finding &finding : *findings)
        named.append(toJson(finding));
    QJsonObject details{{findingsMember, named}};
    const auto gaps = fillGaps(signer, clock.now());
    if (!gaps)
        return std::unexpected(gaps.error());
    if (!gaps->isEmpty())
        details.insert(gapsMember, *gaps);
    auto frontier = rebuildTree(m_store);
    if (!frontier)
        return std::unexpected(frontier.error());
    batch.m_frontier = std::move(*frontier);
    const auto newest = m_store.entry(static_cast<std::int64_t>(batch.m_frontier.size()));
    if (!newest)
        return std::unexpected(newest.error());
    batch.m_previous = *newest ? toBytes(leafHash(**newest)) : QByteArray();
    auto entry = batch.append({acceptedKind, {}, {}, {}, {}, {}, reason, details});
    if (!entry)
        return entry;
    if (const auto committed = batch.commit(); !committed)
        return std::unexpected(committed.error());
    m_findings.clear();
    // It was taken in as it was before. Where that cannot be undone, the records are all there still, and are found by
    // their numbers.
    if (const auto found = index())
        [[maybe_unused]] const auto forgotten = (*found)->forget();
    return entry;
}

// Findings name no more than the beginning of a long gap; every number in it gets its entry.
base::Result<QJsonArray> Ledger::fillGaps(const crypto::Signer &signer, const QDateTime &at)
{
    QJsonArray gaps;
    std::int64_t next = 1;
    const auto read = m_store.visitEntries(1, [&](std::int64_t seq, std::span<const char>) {
        if (seq > next)
            gaps.append(QJsonArray{static_cast<qint64>(next), static_cast<qint64>(seq - 1)});
        next = seq + 1;
        return true;
    });
    if (!read)
        return std::unexpected(read.error());
    for (const QJsonValue &gap : std::as_const(gaps)) {
        for (std::int64_t seq = gap[0].toInteger(); seq <= gap[1].toInteger(); ++seq) {
            if (const auto filled = fillGap(seq, signer, at); !filled)
                return std::unexpected(filled.error());
        }
    }
    return gaps;
}

base::Result<void> Ledger::fillGap(std::int64_t seq, const crypto::Signer &signer, const QDateTime &at)
{
    Entry lost;
    lost.seq = seq;
    lost.previous = seq > 1 ? QByteArray(32, '\0') : QByteArray();
    lost.at = at;
    lost.user = signer.user();
    lost.draft.kind = lostKind;
    lost.keyId = signer.keyId();
    const QByteArray unsignedJson = signedBytes(lost);
    const auto signature = signer.sign(unsignedJson);
    if (!signature)
        return std::unexpected(signature.error());
    return m_store.insertEntry(seq, withSignature(unsignedJson, *signature));
}

} // namespace shirushi::ledger
