// Samples: some blocks of a ledger that is too large to be hashed at every opening. Whoever changed an entry that is in
// one of them is found out at once; which entry it is, and everything else, is the verification's to say. Reads only;
// as the store: one thread.
#pragma once

#include "ledger/finding.h"
#include "ledger/store.h"

namespace shirushi::ledger {

/// The newest `newest` blocks of 256 entries that are full, and `byChance` others: at each opening different ones.
std::vector<std::uint64_t> chooseBlocks(std::uint64_t entries, std::size_t newest, std::size_t byChance);

/// Hashes the entries of `blocks` and goes up the stored tree from each, as far as a ledger of `entries` has complete
/// subtrees; the edge itself is compared with the checkpoint by others. tree-changed or page-damaged, with the first
/// entry of the block.
[[nodiscard]] base::Result<std::vector<Finding>> inspectBlocks(Store &store, std::uint64_t entries,
                                                               const std::vector<std::uint64_t> &blocks);

} // namespace shirushi::ledger
