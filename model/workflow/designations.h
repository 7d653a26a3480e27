// Designation 指定 (亀岡 第5条第2項): the class that a clerk gives is a proposal until the role that the pack names
// confirms it; until then the proposal is followed. Which proposals are open is read from the ledger; renewing the
// labels is labelling's (labelling/designator.h). Values; any thread, the ledger's own rule aside.
#pragma once

#include "label/label.h"
#include "ledger/ledger.h"
#include "policy/pack.h"

namespace shirushi::workflow {

struct Proposal {
    label::Label label;
    QString file; // absolute path, where it was labelled
    std::int64_t seq = 0;
};

/// The newest labels of their file and of their content that are proposals by `pack`, in the order in which they
/// were given. None where the pack knows no designation.
[[nodiscard]] base::Result<std::vector<Proposal>> openProposals(ledger::Ledger &ledger, const policy::Pack &pack);

/// Whether who holds `role` may designate.
bool mayDesignate(const policy::Pack &pack, const QString &role);

} // namespace shirushi::workflow
