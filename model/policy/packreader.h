// Reads a pack out of JSON that policy.schema.json has found no fault in; what ids mean is checked later, on
// the pack (packchecks.h). Pure; any thread.
#pragma once

#include "policy/jsonnode.h"
#include "policy/pack.h"

namespace shirushi::policy {

/// The pack that `root` describes. Axes, domains, questions, rules and marks that it does not give are taken
/// from `base`, where there is one; provisions and cases never are.
Pack readPack(const JsonNode &root, const Pack *base);

} // namespace shirushi::policy
