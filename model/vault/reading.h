// Reading what is in a vault: every description, on all cores. Nothing of the contents is read, so that it costs the same
// however large they are.
#pragma once

#include "vault/vault.h"

namespace shirushi::vault {

/// One item, as far as it can be read.
struct Seen {
    QString id;
    std::optional<Described> described;
    bool isForOthers = false;           // it is locked for people who are not this one
    std::optional<base::Error> problem; // it cannot be believed or read
};

/// By name in the tree, those that cannot be read at the end. Stops when cancelled, with Cancelled.
[[nodiscard]] base::Result<std::vector<Seen>> readAll(const Vault &vault, base::Progress &progress);

/// The same of these ids, in their order.
[[nodiscard]] base::Result<std::vector<Seen>> readThese(const Vault &vault, const QStringList &ids, base::Progress &progress);

} // namespace shirushi::vault
