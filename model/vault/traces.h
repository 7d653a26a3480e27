// Traces: what is left of a document outside a vault when it went into one. What the desktop keeps of it, small pictures and entries in
// lists of recently used files, goes; copies that other programs have made beside it stay, and are told. Any thread.
#pragma once

#include "base/path.h"
#include "erasure/surroundings.h"

#include <QStringList>

namespace shirushi::vault {

/// A sentence for each copy that stays, and for what could not be taken away.
QStringList removeTraces(const base::Path &original, erasure::Surroundings &around);

} // namespace shirushi::vault
