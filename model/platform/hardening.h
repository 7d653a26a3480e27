// What a process that holds keys asks of the system at its start. Call once, first thing in main().
#pragma once

namespace shirushi::platform {

/// No core dumps, no other process of this user reading our memory.
void hardenProcess();

} // namespace shirushi::platform
