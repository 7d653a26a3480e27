// Scan: the file that shows a decision on paper, to be kept with its record. Any thread.
#pragma once

#include "base/path.h"
#include "ledger/ledger.h"

namespace shirushi::workflow {

/// TooLarge beyond ledger::largestAttachment; else as reading fails.
[[nodiscard]] base::Result<ledger::Attachment> readScan(const base::Path &file);

} // namespace shirushi::workflow
