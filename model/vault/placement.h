// Where a document of a class belongs, by the pack. Pure; any thread.
#pragma once

#include "policy/classification.h"
#include "policy/pack.h"

namespace shirushi::vault {

enum class Placement {
    Free,     // the pack says nothing
    Offered,  // a vault is offered for it
    Required, // it must lie in one
};

Placement placementOf(const policy::Pack &pack, const policy::Classes &classes);

/// Whether one of the classes is among `levels`.
bool isAmong(const policy::Classes &classes, const policy::VaultRules::Levels &levels);

} // namespace shirushi::vault
