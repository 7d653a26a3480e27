// Changing an item that lies in a vault: a new content 保存 (the old one is kept, as many as the pack says), its 保存期間, and
// 書込禁止. As the vault: one thread at a time.
#pragma once

#include "vault/vault.h"

namespace shirushi::vault {

struct ItemChange {
    std::optional<Keeping> keeping; // an invalid origin: the one that it has
    bool makeFinal = false;         // cannot be taken back
};

class Changing
{
public:
    explicit Changing(Vault &vault) : m_vault(vault) {}

    /// For members. Forbidden for a final item's content. `base`: the counter that the content was made from; Changed where
    /// somebody has saved another one meanwhile. The label stays the item's.
    [[nodiscard]] base::Result<Item> save(const QString &id, std::int64_t base, const Original &content, base::Progress &progress);

    [[nodiscard]] base::Result<Item> change(const QString &id, const ItemChange &change);

private:
    [[nodiscard]] base::Result<Described> mine(const QString &id) const;
    [[nodiscard]] base::Result<void> sealOlder(Item &item, std::vector<WrittenContent> &contents, base::Progress &progress) const;
    [[nodiscard]] base::Result<Item> put(base::Result<Change> change, Item item);

    Vault &m_vault;
};

} // namespace shirushi::vault
