#include "ledger/storedtree.h"

#include <QCoreApplication>

namespace shirushi::ledger {

namespace {

constexpr std::uint64_t blockSize = std::uint64_t(1) << storedLevel;

std::unexpected<base::Error> missing(Store &store)
{
    return base::failure(base::ErrorCode::Damaged, base::toDisplay(store.database().path()),
                         QCoreApplication::translate("shirushi::ledger", "Part of the ledger's tree is missing."));
}

} // namespace

base::Result<Hash> StoredTree::complete(int level, std::uint64_t position)
{
    if (level >= storedLevel) {
        const auto stored = m_store.node(level, position);
        if (!stored)
            return std::unexpected(stored.error());
        const auto hash = *stored ? toHash(**stored) : std::nullopt;
        if (!hash)
            return missing(m_store);
        return *hash;
    }
    const std::uint64_t first = position << level;
    if (const auto loaded = loadBlock(first / blockSize); !loaded)
        return std::unexpected(loaded.error());
    const std::uint64_t inBlock = first % blockSize;
    const std::uint64_t count = std::uint64_t(1) << level;
    if (inBlock + count > m_leaves.size())
        return missing(m_store);
    Frontier subtree;
    for (std::uint64_t i = 0; i < count; ++i)
        subtree.add(m_leaves[inBlock + i]);
    return subtree.root();
}

base::Result<void> StoredTree::loadBlock(std::uint64_t block)
{
    if (!m_leaves.empty() && m_block == block)
        return {};
    m_leaves.clear();
    m_block = block;
    const auto first = static_cast<std::int64_t>(block * blockSize + 1);
    return m_store.visitEntries(first, [&](std::int64_t seq, std::span<const char> json) {
        if (seq != first + static_cast<std::int64_t>(m_leaves.size()))
            return false;
        m_leaves.push_back(leafHash(json));
        return m_leaves.size() < blockSize;
    });
}

base::Result<Frontier> rebuildTree(Store &store)
{
    if (const auto cleared = store.clearNodes(); !cleared)
        return std::unexpected(cleared.error());
    Frontier frontier;
    std::vector<Frontier::Completed> stored;
    const auto read = store.visitEntries(1, [&](std::int64_t, std::span<const char> json) {
        for (const Frontier::Completed &subtree : frontier.add(leafHash(json))) {
            if (subtree.level >= storedLevel)
                stored.push_back(subtree);
        }
        return true;
    });
    if (!read)
        return std::unexpected(read.error());
    for (const Frontier::Completed &subtree : stored) {
        if (const auto put = store.putNode(subtree.level, subtree.position, subtree.hash); !put)
            return std::unexpected(put.error());
    }
    return frontier;
}

} // namespace shirushi::ledger
