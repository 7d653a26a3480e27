#include "platform/interruption.h"

#include <array>
#include <csignal>

namespace shirushi::platform {

namespace {

constexpr std::array watched{SIGINT, SIGTERM, SIGHUP};

// A signal handler reaches nothing but a global; it is what the class is for, and nobody else sees it.
volatile std::sig_atomic_t requested = 0;

void note(int)
{
    requested = 1;
}

} // namespace

Interruption::Interruption()
{
    requested = 0;
    struct sigaction action = {};
    action.sa_handler = note;
    action.sa_flags = SA_RESETHAND; // and no SA_RESTART: waiting for input is interrupted
    for (const int signal : watched) {
        struct sigaction before = {};
        // What was ignored when the program began (nohup) stays ignored.
        if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_DFL)
            ::sigaction(signal, &action, nullptr);
    }
}

Interruption::~Interruption()
{
    for (const int signal : watched) {
        struct sigaction now = {};
        if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == note)
            ::signal(signal, SIG_DFL);
    }
}

bool Interruption::hasCome() const
{
    return requested != 0;
}

} // namespace shirushi::platform
