// Of OfficeVault: what a vault works with. It must not outlive `open`.
#pragma once

#include "base/clock.h"
#include "vault/vault.h"
#include "window/officedesk.h"

namespace shirushi::window {

inline vault::VaultParts vaultPartsOf(const OfficeDesk &desk, OpenOffice &open)
{
    static const base::SystemClock clock;
    return {open.ledger, open.session, open.directory, open.pack, clock, desk.office().folder() / vault::workLock};
}

} // namespace shirushi::window
