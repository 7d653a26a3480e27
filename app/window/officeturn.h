// Whatever a desk of the window does with the ledger takes its turn here. Any thread, one at a time.
#pragma once

#include "window/officedesk.h"

#include <QCoreApplication>

namespace shirushi::window {

/// `use(OpenOffice &)` returns a base::Result<Value>. NotSignedIn while Shirushi is locked; with `writes`, what forbids that.
template <typename Value, typename Use>
base::Result<Value> takeTurn(OfficeDesk &desk, bool writes, Use use)
{
    base::Result<Value> result = base::failure(base::ErrorCode::NotSignedIn, {}, QCoreApplication::translate("shirushi::window", "Shirushi is locked."));
    desk.withOpen([&](OpenOffice *open) {
        if (!open)
            return;
        if (const auto problem = readOnlyError(*open); problem && writes)
            result = std::unexpected(*problem);
        else
            result = use(*open);
    });
    return result;
}

} // namespace shirushi::window
