// Of OfficeSending: everything that needs the ledger takes its turn here.
#pragma once

#include "window/officedesk.h"

#include <QCoreApplication>

namespace shirushi::window {

template <typename Value, typename Use>
base::Result<Value> OfficeSending::with(bool writes, Use use) const
{
    base::Result<Value> result = base::failure(base::ErrorCode::NotSignedIn, {}, QCoreApplication::translate("shirushi::window", "Shirushi is locked."));
    m_desk.withOpen([&](OpenOffice *open) {
        if (!open)
            return;
        if (const auto problem = readOnlyError(*open); problem && writes) {
            result = std::unexpected(*problem);
            return;
        }
        const base::SystemClock clock;
        sending::SendingDesk desk({open->ledger, open->session, open->directory, open->pack, m_desk.library(), m_desk.codecs(), clock,
                                   sending::PendingPasswords(m_desk.office().folder() / "pending")});
        result = use(desk, *open);
    });
    return result;
}

inline sending::AddressBook bookOf(OpenOffice &open)
{
    static const base::SystemClock clock;
    return sending::AddressBook({open.ledger, open.session, clock});
}

} // namespace shirushi::window
