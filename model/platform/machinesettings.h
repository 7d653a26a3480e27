// What an administrator of the machine has set for everybody who uses it. Read-only; any thread.
#pragma once

#include "base/path.h"

#include <optional>

namespace shirushi::platform {

/// The data folder for all accounts of this machine: "dataFolder" in /etc/shirushi.json. Nothing where that is
/// not there or names no absolute path.
std::optional<base::Path> machineDataFolder();

} // namespace shirushi::platform
