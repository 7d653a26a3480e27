// The Merkle tree of a ledger's entries as it lies in the store: entry N is leaf N − 1. Subtrees of 256
// leaves and more are stored; smaller ones are hashed anew from their entries. As the store: one thread.
#pragma once

#include "ledger/store.h"

namespace shirushi::ledger {

/// Complete subtrees of this level and above have a row of their own.
inline constexpr int storedLevel = 8;

class StoredTree final : public Subtrees
{
public:
    explicit StoredTree(Store &store) : m_store(store) {}
    /// Damaged where an entry or a stored hash is missing.
    [[nodiscard]] base::Result<Hash> complete(int level, std::uint64_t position) override;

private:
    base::Result<void> loadBlock(std::uint64_t block);

    Store &m_store;
    std::uint64_t m_block = 0;        // which 256 leaves are in m_leaves
    std::vector<Hash> m_leaves;       // may be fewer at the end of the ledger
};

/// Writes every stored subtree anew from the entries. In the caller's transaction.
[[nodiscard]] base::Result<Frontier> rebuildTree(Store &store);

} // namespace shirushi::ledger
