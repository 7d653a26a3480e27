// Ledger::look and Ledger::verify: what is compared at every opening, and everything.
#include "ledger/inspection.h"
#include "ledger/ledger.h"
#include "ledger/samples.h"
#include "ledger/storedtree.h"

#include <algorithm>

namespace shirushi::ledger {

namespace {

// Hashing so many takes some hundredths of a second: done at every opening.
constexpr std::int64_t mostHashedAtOpening = 16'384;
// Of a larger one: half as many, at the end of the ledger and anywhere.
constexpr std::size_t newestBlocks = 16;
constexpr std::size_t blocksByChance = 16;

bool isDamaged(const std::vector<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.kind == FindingKind::PageDamaged; });
}

} // namespace

base::Result<void> Ledger::look()
{
    const auto files = readCheckpointFiles(m_store, m_parts.checkpoints);
    if (!files)
        return std::unexpected(files.error());
    auto reading = m_store.beginReading();
    if (!reading)
        return std::unexpected(reading.error());
    const auto checkpoints = readCheckpoints(m_store, *m_parts.signatories, *files);
    if (!checkpoints)
        return std::unexpected(checkpoints.error());
    const auto last = m_store.lastSeq();
    if (!last)
        return std::unexpected(last.error());
    m_seal = {checkpoints->inDatabase, checkpoints->sharedReached, checkpoints->notice};
    base::Result<std::vector<Finding>> findings;
    if (!checkpoints->inDatabase && checkpoints->findings.empty()) {
        findings = std::vector<Finding>(); // new, or of the first version: nothing to compare with
    } else if (*last <= mostHashedAtOpening) {
        findings = inspectHashes(m_store, *checkpoints);
        if (findings && isDamaged(*findings)) {
            reading = std::unexpected(base::Error());
            if (const auto reopened = reopen(); !reopened)
                return reopened;
        }
        base::NoProgress progress;
        if (findings && !findings->empty())
            findings = inspectAll(m_store, *checkpoints, *m_parts.history(), progress); // which entry it is
    } else {
        StoredTree tree(m_store);
        const auto first = m_store.entry(1);
        const QString origin = first && *first ? originOf(leafHash(**first)) : QString();
        findings = compareCheckpoints(*checkpoints, static_cast<std::uint64_t>(*last), origin,
                                      [&](std::uint64_t size) { return rootOf(tree, size); });
        if (findings) {
            findings->insert(findings->end(), checkpoints->findings.begin(), checkpoints->findings.end());
            const auto entries = static_cast<std::uint64_t>(*last);
            const auto sampled = inspectBlocks(m_store, entries, chooseBlocks(entries, newestBlocks, blocksByChance));
            if (!sampled)
                return std::unexpected(sampled.error());
            findings->insert(findings->end(), sampled->begin(), sampled->end());
        }
    }
    if (!findings)
        return std::unexpected(findings.error());
    m_findings = std::move(*findings);
    reading = std::unexpected(base::Error());
    return isDamaged(m_findings) ? reopen() : base::Result<void>();
}

base::Result<std::vector<Finding>> Ledger::verify(base::Progress &progress)
{
    const auto files = readCheckpointFiles(m_store, m_parts.checkpoints);
    if (!files)
        return std::unexpected(files.error());
    base::Result<std::vector<Finding>> findings;
    {
        const auto reading = m_store.beginReading();
        if (!reading)
            return std::unexpected(reading.error());
        const auto checkpoints = readCheckpoints(m_store, *m_parts.signatories, *files);
        if (!checkpoints)
            return std::unexpected(checkpoints.error());
        findings = inspectAll(m_store, *checkpoints, *m_parts.history(), progress);
    }
    if (findings && isDamaged(*findings)) {
        if (const auto reopened = reopen(); !reopened)
            return std::unexpected(reopened.error());
    }
    return findings;
}

} // namespace shirushi::ledger
