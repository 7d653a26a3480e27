// ReviewScope: whose records somebody may see. Pure; any thread.
//
// Staff and councillors see their own; who has a say over a section sees that of the same department in the
// roster; who has one over the whole body, and the administrators, see everything.
#pragma once

#include "people/roster.h"
#include "review/reviewdesk.h"

namespace shirushi::window {

review::Scope scopeOf(const policy::Pack &pack, const people::Person &person);

/// Ids of those whose records `person` may see; empty: everybody's.
QStringList visibleUsers(const policy::Pack &pack, const people::Roster &roster, const people::Person &person);

} // namespace shirushi::window
