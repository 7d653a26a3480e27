// DesktopSession: tells when the desktop locks itself or the computer goes to sleep or is shut down, so that what is open
// is locked and keys are wiped before.
// Where there is no way to know (no session bus, another system) it tells nothing. Thread of its maker, which has
// an event loop.
#pragma once

#include <functional>
#include <memory>

namespace shirushi::platform {

class DesktopSession
{
public:
    virtual ~DesktopSession() = default;

    /// Calls `away` each time the screen is locked or the computer is about to sleep or to shut down, which waits for it
    /// to return where the system allows that (logind, at most five seconds as it is set up by default). Never null.
    static std::unique_ptr<DesktopSession> watch(std::function<void()> away);

protected:
    DesktopSession() = default;
};

} // namespace shirushi::platform
