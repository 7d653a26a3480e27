// Holding: the note in a vault that says who has an item open for writing, so that a second person is told. It is signed, and
// encrypted for the item's readers; its name tells which item, as the items' own names do. It keeps nobody from anything by
// itself: what is saved over another's work is refused by the description's counter (changing.h). Any thread.
//
//   locks/ID.open
#pragma once

#include "vault/opening.h"
#include "vault/vault.h"

namespace shirushi::vault {

/// A note that nobody has renewed for so long is of a program that is gone, by the clock of the disk that it lies on.
inline constexpr std::chrono::minutes holdingExpires{15};

/// Writes it, over one of a program that is gone. Its hex SHA-256; InUse, with a sentence that says who and since when,
/// where somebody has the item open.
[[nodiscard]] base::Result<QString> takeHolding(const Vault &vault, const Item &item, const QString &opening, const QDateTime &now);

/// Still there.
void renewHolding(const Layout &layout, const QString &item);

/// Removes it if it is the one that `hash` says. Needs no key.
void releaseHolding(const Layout &layout, const QString &item, const QString &hash);

} // namespace shirushi::vault
