// An administrator comes to a desktop that joined the office, where nobody could accept the ledger's findings: they bring
// their key file, which stays sealed under their password all the while, and who works there opens the ledger to it.
// Any thread, one call at a time.
#pragma once

#include "people/office.h"

namespace shirushi::people {

/// The key file of who is signed in, without what opens the ledger of this desktop. Changed: there is something at `target`.
[[nodiscard]] base::Result<void> takeKeysAlong(const Office &office, const Session &session, const base::Path &target);

/// Gives whose key file `file` is the key of the ledger that `session` has open; they sign in with their own password then.
/// Recorded, unless a finding forbids writing: what is accepted after that says who was here. Forbidden: not an
/// administrator; NotFound: the roster does not have these keys; Changed: they sign in here already.
[[nodiscard]] base::Result<Account> letIn(const Office &office, ledger::Ledger &ledger, const Session &session,
                                          const base::Path &file, const base::Clock &clock);

} // namespace shirushi::people
