// Cases: the table of situations that a pack carries to show what its rules mean. Pure; any thread.
#pragma once

#include "policy/verdict.h"

#include <memory>

namespace shirushi::policy {

/// permitted, permitted-with-obligations, forbidden
QString toText(Ruling ruling);

/// The situation that a handling case puts to the rules.
Situation situationOf(const Case &situation);

/// What came out differently from what `situation` expects, a sentence each; empty: it comes out as expected.
/// A case that does not speak of the source begins past it. Obligations are compared as a set of ids; those
/// of a ban only where the case names any.
QStringList differences(const std::shared_ptr<const Pack> &pack, const Case &situation);

} // namespace shirushi::policy
