// What the ledger knows of a content: the label that a file without one of its own was given. As the ledger:
// one thread at a time.
#pragma once

#include "label/label.h"

#include <optional>

namespace shirushi::ledger {
class Ledger;
}

namespace shirushi::labelling {

/// The newest label that was given to this content, unless it was removed later. A labelling that was recorded
/// and could not be done does not count.
std::optional<label::Label> labelInLedger(ledger::Ledger &ledger, const QString &contentHash);

/// details.content of a received entry whose parcel had to write the document anew.
inline const QString rewrittenWord = QStringLiteral("rewritten");

/// Whether this content came in with exactly this label, whose signature held, out of a parcel of ours that had to write the
/// document anew (a PDF under a password) and proves that nobody changed it on the way. Then the label is in force for it,
/// though its own content hash is that of the writing before. What this rests on is the sender, whose Shirushi packs a
/// document only as long as its label fits, and the receiver's signed record; away from that ledger the label shows a change.
bool wasReceivedWith(ledger::Ledger &ledger, const QString &contentHash, const label::Label &label);

} // namespace shirushi::labelling
