// What the rules want of an order besides an approval: the words that must stand in it. Pure; any thread.
#pragma once

#include "sending/sendingdesk.h"

namespace shirushi::sending {

/// What the rules leave open, and what they want said. Of an answer that does not forbid.
struct Demands {
    std::optional<policy::Obligation> sanitising; // 無害化: how it was done must be said
    std::optional<policy::Obligation> encryption; // the strictest that wants it; nothing: it may go plain, without a word
    /// It may go without encryption.
    bool mayBePlain() const { return !encryption || encryption->ifNeeded; }
    /// … for a reason that is recorded (必要に応じ).
    bool wantsPlainReason() const { return encryption && encryption->ifNeeded; }
};
Demands demandsOf(const Answer &answer);

/// InvalidInput: the rules want the sanitising step (無害化, obligation "sanitise"), and the order does not say how it
/// was done; or it goes without encryption where that is 必要に応じ, and no reason is given; or what is said there is no
/// plain line of at most 400 characters. Forbidden: it goes without encryption where the article leaves no choice. Each
/// with the article.
[[nodiscard]] base::Result<void> checkOrder(const Order &order, const Answer &answer);

/// The facts that a file's network domain states for a channel: that it is of the domain, and that the channel belongs
/// to another one; of those that the pack knows.
QStringList factsOfDomain(const policy::Pack &pack, const QString &domain, const QString &channel);

} // namespace shirushi::sending
