// OpeningDesk: what the page 保管庫 asks of the rooms behind it about items that are open in their usual programs. Any thread;
// opened() does not wait, the others are not for the window's thread.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "vault/leftovers.h"
#include "vault/opening.h"
#include "vault/rescue.h"

namespace shirushi::vaults {

class OpeningDesk
{
public:
    virtual ~OpeningDesk() = default;

    /// In its usual program. InUse where somebody else has it open: the message says who, and it may be read.
    [[nodiscard]] virtual base::Result<vault::Opened> openItem(const base::Path &folder, const QString &item, bool isReadOnly,
                                                               base::Progress &progress) = 0;
    /// How everything stands that is open at this desktop; and what was closed, until it is forgotten.
    virtual std::vector<vault::Opened> opened() const = 0;
    virtual void forget(const QString &opening) = 0;
    /// Saves back what was changed and closes what its program has closed: about twice a second while something is open.
    virtual void tend() = 0;
    [[nodiscard]] virtual base::Result<void> closeItem(const QString &opening) = 0;

    /// What could not be saved back, of who is signed in; the newest first.
    [[nodiscard]] virtual base::Result<std::vector<vault::Rescue>> rescues() const = 0;
    [[nodiscard]] virtual base::Result<void> saveRescue(const vault::Rescue &rescue, base::Progress &progress) = 0;
    [[nodiscard]] virtual base::Result<void> discardRescue(const vault::Rescue &rescue) = 0;
    /// What was still open when the program or the computer stopped; each is told once.
    virtual std::vector<vault::Leftover> leftovers() = 0;
};

} // namespace shirushi::vaults
