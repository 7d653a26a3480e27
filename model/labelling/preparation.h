// Preparation: the new version of one file, written beside it and checked, with its entry ready to be
// recorded. Nothing that was there is changed. Any thread; several files may be prepared at once.
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
    std::optional<label::Label> attribute; // to be written beside a sidecar
    bool dropSidecar = false;              // the label is in the file now: an older sidecar of ours goes
};

class Preparation
{
public:
    Preparation(const policy::Pack &pack, const LabellerParts &parts) : m_pack(pack), m_parts(parts) {}

    Prepared stamp(const LabelOrder &order) const;
    Prepared removal(const base::Path &path, const QString &reason) const;

private:
    base::Result<Prepared> tryStamp(const LabelOrder &order) const;
    base::Result<Prepared> tryRemoval(const base::Path &path, const QString &reason) const;
    base::Result<void> checkOrder(const LabelOrder &order, const FileLabel &before) const;
    base::Result<label::Label> makeLabel(const LabelOrder &order, const platform::FileSource &source,
                                         const QString &sha256) const;
    label::Stamp makeStamp(const LabelOrder &order, const label::Label &label) const;
    base::Result<void> chooseName(const LabelOrder &order, Prepared &prepared, bool withSidecar) const;
    /// False: must not be rewritten; the reason is in the outcome's notices.
    base::Result<bool> embed(const LabelOrder &order, Prepared &prepared) const;
    base::Result<void> putSidecar(const LabelOrder &order, Prepared &prepared) const;
    base::Result<void> checkEmbedded(const label::Codec &codec, const Prepared &prepared) const;

    const policy::Pack &m_pack;
    const LabellerParts &m_parts;
};

/// Puts a prepared version in its place, with all that goes with it. The caller flushes the folder afterwards.
[[nodiscard]] base::Result<void> place(Prepared &prepared);

} // namespace shirushi::labelling
