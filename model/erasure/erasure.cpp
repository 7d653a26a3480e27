#include "erasure/erasure.h"

#include "erasure/target.h"

#include <QCoreApplication>

namespace shirushi::erasure {

base::Result<void> examine(const base::Path &file)
{
    const auto target = Target::open(file);
    return target ? base::Result<void>() : std::unexpected(target.error());
}

base::Result<Erased> erase(const base::Path &file, const platform::FileIdentity *expected)
{
    auto target = Target::open(file);
    if (!target)
        return std::unexpected(target.error());
    if (expected && !(target->identity() == *expected)) {
        return base::failure(base::ErrorCode::Changed, base::toDisplay(file),
                             QCoreApplication::translate("shirushi::erasure", "The file was changed meanwhile. It was not erased."));
    }
    if (const auto overwritten = target->overwrite(); !overwritten)
        return std::unexpected(overwritten.error());
    if (const auto removed = target->remove(); !removed)
        return std::unexpected(removed.error());
    return Erased{target->identity().size, target->allocated(), true};
}

} // namespace shirushi::erasure
