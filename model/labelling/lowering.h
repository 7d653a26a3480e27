// Lowering a class, or taking it away, where the pack names somebody who approves that: by the requests of a desk.
#pragma once

#include "labelling/labeller.h"
#include "workflow/requestdesk.h"

namespace shirushi::labelling {

/// For LabellerParts::permission. The desk's ledger must not be used by another thread while files are prepared;
/// the Labeller does not.
std::function<base::Result<void>(const workflow::DeedPlan &)> permissionOf(workflow::RequestDesk desk);

} // namespace shirushi::labelling
