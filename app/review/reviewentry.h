// The entry that says "these records were reviewed": what was looked at, how much it was, and which checkpoint
// the ledger had then, so that it can be shown later what lay before the reviewer. Pure; any thread.
#pragma once

#include "review/reviewdesk.h"

namespace shirushi::review {

inline const QString reviewedKind = QStringLiteral("reviewed");

/// details: filter (what was set), entries, kinds (kind → entries), checkpoint (the signed note), verifiedAt,
/// verifiedEntries, findings (those that do not forbid writing), note.
ledger::EntryDraft reviewedDraft(const Filter &filter, const std::vector<ledger::Count> &counts, const Proof &proof,
                                 const std::optional<ledger::SignedCheckpoint> &checkpoint, const QString &note);

} // namespace shirushi::review
