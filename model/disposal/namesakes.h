// Namesakes: files that were asked for together and are one content under several names (hard links). They go together, each
// with a record of its own, where all names of the content were asked for, and else not at all. Any thread.
#pragma once

#include "disposal/plan.h"

#include <span>

namespace shirushi::disposal {

/// Numbers of files that are one content, in order; of most files there is just the one.
std::vector<std::vector<std::size_t>> namesakesAmong(std::span<const platform::FileIdentity> files);

/// Why one of them would not begin becomes its problem (erasure::examine()); what goes with it, its `namesakes`.
void examine(std::span<Plan> plans);

/// The error of erasure::examine(), with what helps.
base::Error explained(base::Error error, const platform::FileIdentity &file);

} // namespace shirushi::disposal
