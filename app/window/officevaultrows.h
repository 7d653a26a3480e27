// What a vault holds, as the page shows it. As the vault: one thread at a time.
#pragma once

#include "vault/care.h"
#include "vault/reading.h"
#include "vault/vaultdesk.h"

namespace shirushi::window {

/// By name.
std::vector<vaults::Person> personsOf(const std::vector<vault::Reader> &readers, const people::Roster &roster);
vaults::Known knownOf(const vault::Vault &vault);
vaults::Overview overviewOf(const vault::Vault &vault, const std::vector<vault::Seen> &all, const vault::Care &care);
vaults::Details detailsOf(const vault::Vault &vault, const vault::Item &item, const vault::Care &care);

} // namespace shirushi::window
