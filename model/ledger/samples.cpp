#include "ledger/samples.h"

#include "base/encoding.h"
#include "ledger/storedtree.h"

#include <QRandomGenerator>

#include <algorithm>
#include <set>

namespace shirushi::ledger {

namespace {

constexpr std::uint64_t blockSize = std::uint64_t(1) << storedLevel;

// The hash of a block as its entries are now; another one's where they are not all there.
base::Result<Hash> hashOfBlock(Store &store, std::uint64_t block)
{
    const auto first = static_cast<std::int64_t>(block * blockSize + 1);
    Frontier frontier;
    const auto read = store.visitEntries(first, [&](std::int64_t seq, std::span<const char> json) {
        if (seq != first + static_cast<std::int64_t>(frontier.size()))
            return false;
        frontier.add(leafHash(json));
        return frontier.size() < blockSize;
    });
    if (!read)
        return std::unexpected(read.error());
    return frontier.root();
}

base::Result<std::optional<Hash>> storedHash(Store &store, int level, std::uint64_t position)
{
    const auto stored = store.node(level, position);
    if (!stored)
        return std::unexpected(stored.error());
    return *stored ? toHash(**stored) : std::nullopt;
}

// True if every stored subtree above the block is made of the two below it.
base::Result<bool> leadsUp(Store &store, std::uint64_t entries, std::uint64_t block, const Hash &own)
{
    std::optional<Hash> hash = own;
    std::uint64_t position = block;
    for (int level = storedLevel;; ++level, position /= 2) {
        const auto stored = storedHash(store, level, position);
        if (!stored)
            return std::unexpected(stored.error());
        if (!*stored || **stored != hash)
            return false;
        if (((position / 2 + 1) << (level + 1)) > entries)
            return true;
        const auto beside = storedHash(store, level, position ^ 1);
        if (!beside)
            return std::unexpected(beside.error());
        if (!*beside)
            return false;
        hash = position % 2 == 0 ? nodeHash(*hash, **beside) : nodeHash(**beside, *hash);
    }
}

} // namespace

std::vector<std::uint64_t> chooseBlocks(std::uint64_t entries, std::size_t newest, std::size_t byChance)
{
    const std::uint64_t full = entries / blockSize;
    std::set<std::uint64_t> chosen;
    for (std::uint64_t block = full > newest ? full - newest : 0; block < full; ++block)
        chosen.insert(block);
    for (std::size_t i = 0; i < byChance && full > 0; ++i)
        chosen.insert(QRandomGenerator::system()->generate64() % full);
    return {chosen.begin(), chosen.end()};
}

base::Result<std::vector<Finding>> inspectBlocks(Store &store, std::uint64_t entries,
                                                 const std::vector<std::uint64_t> &blocks)
{
    std::vector<Finding> findings;
    for (const std::uint64_t block : blocks) {
        const auto first = static_cast<std::int64_t>(block * blockSize + 1);
        const auto hash = hashOfBlock(store, block);
        const auto fits = hash ? leadsUp(store, entries, block, *hash) : base::Result<bool>(std::unexpected(hash.error()));
        if (!fits && fits.error().code != base::ErrorCode::Damaged)
            return std::unexpected(fits.error());
        if (!fits) {
            findings.push_back({FindingKind::PageDamaged, first, {}, {}});
            return findings; // nothing more is read through this connection
        }
        if (!*fits)
            findings.push_back({FindingKind::TreeChanged, first, {}, QString::fromLatin1(base::toHex(toBytes(*hash)))});
    }
    return findings;
}

} // namespace shirushi::ledger
