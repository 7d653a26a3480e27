// Sweeping: contents and temporary files that a killed program left. Any thread.
#pragma once

#include "vault/layout.h"

namespace shirushi::vault {

/// How old something must be to be taken for left behind, by the clock of the disk that it lies on: over a file server,
/// the lock of who is at work on another computer may not reach here, and clocks differ.
inline constexpr int leftBehindAfterHours = 24;

/// Removes contents of items that have no description, and temporary files, which nobody holds and which are old enough.
/// Looks at names alone; a content that its item's description does not name is found by the verification. What cannot be
/// removed stays.
void sweep(const Layout &layout);

/// Whether a program on this computer is at work on it.
bool isHeld(const base::Path &file);

} // namespace shirushi::vault
