// What a process that holds keys asks of the system at its start. Call once, first thing in main().
#pragma once

namespace shirushi::platform {

/// No core dumps, no other process of this user reading our memory; a file that may not grow further (SIGXFSZ) is an error
/// of the write and not the end of the process.
void hardenProcess();

} // namespace shirushi::platform
