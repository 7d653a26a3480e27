// Sweeping: contents and temporary files that a killed program left. Any thread.
#pragma once

#include "base/clock.h"
#include "vault/layout.h"

namespace shirushi::vault {

/// How old something must be to be taken for left behind, where another computer may be at work: its lock does not reach
/// here over every file server.
inline constexpr int leftBehindAfterHours = 24;

/// Removes contents of items that have no description, and temporary files, which nobody holds and which are old enough.
/// Looks at names alone; a content that its item's description does not name is found by the verification and goes when
/// that item is written next. What cannot be removed stays.
void sweep(const Layout &layout, const base::Clock &clock);

/// Whether a program on this computer is at work on it.
bool isHeld(const base::Path &file);

/// Whether nobody on this computer holds it and it is old enough.
bool isLeftBehind(const base::Path &file, const QDateTime &now);

} // namespace shirushi::vault
