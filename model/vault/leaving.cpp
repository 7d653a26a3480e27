#include "vault/leaving.h"

#include "platform/replacement.h"
#include "vault/erasing.h"
#include "vault/layout.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::vault {

using base::Result;
using erasure::Remains;

namespace {

constexpr std::uint64_t longestHead = 64 << 10; // bytes of an age header: far more than any has

erasure::Order orderFor(const base::Path &file, const QString &key)
{
    erasure::Order order = erasureOf(key, file);
    std::error_code problem;
    const std::uint64_t size = std::filesystem::file_size(file, problem);
    order.head = problem ? 0 : std::min(longestHead, size);
    return order;
}

// Its name is its own: whatever has it belongs to the item.
Result<void> eraseWhatIsThere(const erasure::Order &order)
{
    switch (erasure::remainsOf(order)) {
    case Remains::Begun: return erasure::finish(order);
    case Remains::Untouched: return erase(order);
    case Remains::Nothing:
    case Remains::Unreachable: break;
    }
    return {};
}

} // namespace

Staying stayingOf(const Leaving &leaving, const QString &item, const QString &key)
{
    const Layout layout(leaving.vault);
    std::error_code ignored;
    if (!std::filesystem::is_directory(layout.items(), ignored))
        return Staying::Unreachable;
    const base::Path description = layout.descriptionOf(item);
    switch (erasure::remainsOf(orderFor(description, key))) {
    case Remains::Unreachable: return Staying::Unreachable;
    case Remains::Begun: return Staying::Going;
    case Remains::Untouched: {
        const auto now = hashOfFile(description);
        return now && *now == leaving.description ? Staying::AsItWas : Staying::Changed;
    }
    case Remains::Nothing: break;
    }
    const bool isLeft = std::ranges::any_of(leaving.contents, [&](const QString &content) {
        return erasure::remainsOf(orderFor(layout.file(content), key)) != Remains::Nothing;
    });
    return isLeft ? Staying::Going : Staying::Gone;
}

Result<void> mayLeave(const Leaving &leaving, const QString &item)
{
    const Layout layout(leaving.vault);
    Result<void> possible = erasure::examine(layout.descriptionOf(item));
    for (const QString &content : leaving.contents) {
        if (possible)
            possible = erasure::examine(layout.file(content));
    }
    return possible;
}

Result<void> leave(const Leaving &leaving, const QString &item, const QString &key)
{
    const Layout layout(leaving.vault);
    Result<void> gone = eraseIfSame(orderFor(layout.descriptionOf(item), key), leaving.description,
                                    QCoreApplication::translate("shirushi::vault", "The item was changed in its first vault meanwhile. It is in both now."));
    if (!gone)
        return gone;
    for (const QString &content : leaving.contents) {
        if (const auto erased = eraseWhatIsThere(orderFor(layout.file(content), key)); !erased)
            gone = erased;
    }
    // Of who moved it: nobody has it open any more.
    std::error_code ignored;
    std::filesystem::remove(layout.locks() / (item.toStdString() + ".open"), ignored);
    platform::flushFolder(layout.items());
    return gone;
}

} // namespace shirushi::vault
