// What the rules want of an order besides an approval: the words that must stand in it. Pure; any thread.
#pragma once

#include "sending/sendingdesk.h"

namespace shirushi::sending {

/// InvalidInput: the rules want the sanitising step (無害化, obligation "sanitise"), and the order does not say how it
/// was done; or it goes without encryption where that is 必要に応じ, and no reason is given. Forbidden: it goes
/// without encryption where the article leaves no choice. Each with the article.
[[nodiscard]] base::Result<void> checkOrder(const Order &order, const Answer &answer);

/// The facts that a file's network domain states for a channel: that it is of the domain, and that the channel belongs
/// to another one; of those that the pack knows.
QStringList factsOfDomain(const policy::Pack &pack, const QString &domain, const QString &channel);

} // namespace shirushi::sending
