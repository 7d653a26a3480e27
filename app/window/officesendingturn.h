// Of OfficeSending: everything that needs the ledger takes its turn here.
#pragma once

#include "window/officeturn.h"

namespace shirushi::window {

template <typename Value, typename Use>
base::Result<Value> OfficeSending::with(bool writes, Use use) const
{
    return takeTurn<Value>(m_desk, writes, [&](OpenOffice &open) {
        const base::SystemClock clock;
        sending::SendingDesk desk({open.ledger, open.session, open.directory, open.pack, m_desk.library(), m_desk.codecs(), clock,
                                   sending::PendingPasswords(m_desk.office().folder() / "pending")});
        return use(desk, open);
    });
}

inline sending::AddressBook bookOf(OpenOffice &open)
{
    static const base::SystemClock clock;
    return sending::AddressBook({open.ledger, open.session, clock});
}

} // namespace shirushi::window
