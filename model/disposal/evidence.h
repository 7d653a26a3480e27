// Evidence of what somebody did: a photo, a scanned certificate, put into a vault as final (書込禁止), so that the record names
// exactly this one. As the vault: one thread at a time.
#pragma once

#include "base/progress.h"
#include "disposal/parts.h"
#include "disposal/record.h"

namespace shirushi::disposal {

/// The original stays where it is. Errors of vault::Vault::open() and vault::Storing::put().
[[nodiscard]] base::Result<Evidence> keepEvidence(const base::Path &file, const base::Path &vault, const DisposalParts &parts, base::Progress &progress);

} // namespace shirushi::disposal
