// What the commands about vaults share: somebody signed in, and the vault that is named, open.
#pragma once

#include "cli/labeldesk.h"
#include "vault/taking.h"

namespace shirushi::cli {

vault::VaultParts vaultParts(Desk &desk);
workflow::RequestDesk requestDesk(Desk &desk);

/// The vault must not outlive the desk.
struct VaultWork {
    std::unique_ptr<Desk> desk;
    vault::Vault vault;
};
/// `folder`: the first of the words.
[[nodiscard]] base::Result<VaultWork> openVaultWork(const Arguments &arguments);

/// As a list has it; `item` with the class, who may open it and what was done.
QJsonObject vaultItemJson(const vault::Vault &vault, const vault::Item &item);

/// "--retention" and "--origin"; InvalidInput for years that the pack does not have.
[[nodiscard]] base::Result<vault::Keeping> keepingFrom(const Arguments &arguments, const policy::Pack &pack);

} // namespace shirushi::cli
