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

/// One item, as readAll() has it.
Seen see(const Vault &vault, const QString &id);

/// The ids of what is in there, without reading any.
[[nodiscard]] base::Result<QStringList> idsIn(const Vault &vault);

/// In the order of readAll().
void sortByName(std::vector<Seen> &all);

/// The same of these ids, in their order.
[[nodiscard]] base::Result<std::vector<Seen>> readThese(const Vault &vault, const QStringList &ids, base::Progress &progress);

} // namespace shirushi::vault
