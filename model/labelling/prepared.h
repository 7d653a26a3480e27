// Prepared: the new version of one file, written beside it and checked, with its entry ready to be recorded. A
// value that one thread holds at a time.
#pragma once

#include "labelling/deed.h"
#include "labelling/labeller.h"
#include "ledger/entry.h"
#include "platform/replacement.h"

namespace shirushi::labelling {

struct Prepared {
    LabelOutcome outcome;
    ledger::EntryDraft draft;
    std::vector<ledger::EntryDraft> questions;
    Deed deed;
    std::optional<platform::FileSource> original; // open until placed: the replacement takes attributes from it
    std::unique_ptr<platform::Replacement> replacement;
    QString whyBeside;                     // why the document itself must not be rewritten, where that is to be told
    std::optional<label::Label> attribute; // to be written beside a sidecar
    bool dropSidecar = false;              // the label is in the file now: an older sidecar of ours goes
};

/// Puts a prepared version in its place, with all that goes with it. The caller flushes the folder afterwards.
[[nodiscard]] base::Result<void> place(Prepared &prepared);

} // namespace shirushi::labelling
