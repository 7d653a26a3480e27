// Reads a pack out of JSON that policy.schema.json has found no fault in; what ids mean is checked later, on
// the pack (packchecks.h). Pure; any thread.
#pragma once

#include "policy/jsonnode.h"
#include "policy/pack.h"

namespace shirushi::policy {

/// The pack that `root` describes. What it does not give is taken from `base`, where there is one: axes, domains,
/// questions, marks and what officerules.h holds but the designation. Facts and rules of `base` come behind its own,
/// without those it gives anew (the same id) or leaves out (withoutRules). Roles, provisions and cases are always
/// its own.
Pack readPack(const JsonNode &root, const Pack *base);

} // namespace shirushi::policy
