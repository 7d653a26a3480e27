// Care: what a vault asks for beside disposal: of some classes there must be a second copy 控え, and what is kept for long is to be
// checked from time to time. A second copy is known by somebody's word: that they copied the vault, or some of its items, to another
// place. It holds until the content has changed, and no longer than the policy says. Both are remembered by this desktop's ledger: what
// was said at another one is not known here. As the vault: one thread at a time.
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
    std::vector<Copied> m_whole;                    // in order
    std::map<QString, std::vector<Copied>> m_items; // by id
    QDateTime m_checkedAt;
    QDateTime m_since; // this desktop knows the vault
    bool m_isOnRemovable = false;
    QDateTime m_now;
    std::shared_ptr<const policy::Pack> m_pack;
};

/// Records it; `ids` empty: of everything that is in the vault. Forbidden for who is no member, InvalidInput without a place.
[[nodiscard]] base::Result<void> noteCopied(const Vault &vault, const QStringList &ids, const QString &where);

/// As verify(); that everything is as it should be is recorded.
[[nodiscard]] base::Result<std::vector<Finding>> check(const Vault &vault, base::Progress &progress);

} // namespace shirushi::vault
