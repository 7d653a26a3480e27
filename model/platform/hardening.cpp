#include "platform/hardening.h"

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace shirushi::platform {

void hardenProcess()
{
    const rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    // A file that may not grow is an error like a full disk, and no reason to die with a half one lying there.
    std::signal(SIGXFSZ, SIG_IGN);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

} // namespace shirushi::platform
