// Care: what a vault asks for beside disposal: of some classes there must be a second copy 控え, and what is kept for long is to be
// checked from time to time. A second copy is known by somebody's word: that they copied the vault, or some of its items, to another
// place. It holds until the content has changed, and no longer than the policy says; it lies in the vault (copynote.h), so that
// every desktop knows it, and in the ledger of the one where it was said. That a medium can be read is known to each desktop for
// itself: checking writes nothing into a vault. As the vault: one thread at a time.
#pragma once

#include "vault/verification.h"

namespace shirushi::vault {

/// Somebody's word that there is a second copy.
struct Copied {
    QDateTime at;
    QString by;
    QString where;
    bool operator==(const Copied &) const = default;
};

class Care
{
public:
    [[nodiscard]] static base::Result<Care> of(const Vault &vault);

    /// The newest word that covers the item's content as it is; nothing where there is none.
    std::optional<Copied> copyOf(const Item &item) const;
    /// The item's class wants a second copy, and none is known, or it is too long ago.
    bool isCopyDue(const Item &item) const;

    /// When everything in it was found as it should be; invalid: never at this desktop.
    QDateTime checkedAt() const { return m_checkedAt; }
    /// `keepsLong`: one of its items is kept for long.
    bool isCheckDue(bool keepsLong) const;
    /// Whether this is kept so long that its medium is to be checked.
    bool isKeptLong(const Item &item) const;

private:
    void add(const Copied &copied, const QStringList &items);

    std::vector<Copied> m_whole;                    // in order
    std::map<QString, std::vector<Copied>> m_items; // by id
    QDateTime m_checkedAt; // at this desktop
    QDateTime m_since; // this desktop knows the vault
    bool m_isOnRemovable = false;
    QDateTime m_now;
    std::shared_ptr<const policy::Pack> m_pack;
};

/// Records it, and notes it in the vault; `ids` empty: of everything that is in there. Forbidden for who is no member, InvalidInput
/// without a place; as the disk says where the vault cannot be written: then this desktop alone knows it.
[[nodiscard]] base::Result<void> noteCopied(const Vault &vault, const QStringList &ids, const QString &where);

/// As verify(); that everything is as it should be is recorded.
[[nodiscard]] base::Result<std::vector<Finding>> check(const Vault &vault, base::Progress &progress);

} // namespace shirushi::vault
