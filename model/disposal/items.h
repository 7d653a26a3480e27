// Items of a vault that are disposed of: the head of each content, where the wrapped keys stand, is overwritten and flushed
// before the rest, and the description goes with them. Whether the keys are gone for good is claimed only where no other copy
// is known. As the vault: one thread at a time.
#pragma once

#include "disposal/allowance.h"
#include "erasure/erasure.h"
#include "erasure/ground.h"
#include "vault/vault.h"

namespace shirushi::disposal {

// What is known of other copies, by name:
// taken-out  a plain copy was taken out, or recovered
// kept       the original stayed outside when it was put in
// opened     it was decrypted for its program: the plain copy was removed when it was closed
// rescue     a rescue item of it lies in this data folder
// relocked   an earlier state was locked for others: it was removed, and may be left on the medium

struct ItemPlan {
    ItemPlace place;
    workflow::RequestFile asked;
    QStringList makers; // as Plan has them
    std::vector<erasure::Order> orders;
    std::uint64_t bytes = 0;
    erasure::Ground ground;
    Record record; // as it would be recorded, without reason and permission
};

/// NotFound, and Forbidden for who is no member. InvalidInput for an item without a class of this office.
[[nodiscard]] base::Result<ItemPlan> planForItem(const ItemPlace &place, const DisposalParts &parts);

QString sentenceOfCopy(const QString &copy);

} // namespace shirushi::disposal
