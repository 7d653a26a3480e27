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

} // namespace shirushi::labelling
