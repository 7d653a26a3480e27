// The ledger gets a new key when somebody leaves, or got other keys: the steps, so that a kill between any two is
// mended.
//
// 1. prepareKeyChange: the new key lies in every remaining key file and with the recovery code, beside the old.
// 2. the roster without the person is published; 3. the ledger is encrypted anew, in one transaction.
// 4. completeKeyChange: the old key goes from the key files, those of who has left are destroyed.
// Between 1 and 4 a key file may hold both keys, and signing in finds out which one fits. Programs take turns by a
// lock file. Any thread.
#pragma once

#include "people/office.h"
#include "people/root.h"

namespace shirushi::people {

/// A key file here gives access that `roster` has ended: the person is closed, or has other keys now.
bool hasEndedAccess(const Office &office, const Roster &roster);

/// Somebody, or the recovery code, still opens the ledger here when the access that `roster` has ended is gone.
bool hasOtherAccess(const Office &office, const Roster &roster);

/// All four steps; `publish` is the second one. `roster` is the new one, and the office's: key files get the next
/// key by what it says.
[[nodiscard]] base::Result<void> changeLedgerKey(const Office &office, const Roster &roster, Session &session,
                                                 ledger::Ledger &ledger,
                                                 const std::function<base::Result<void>(const base::SecretBytes &next)> &publish);

/// Finishes what a kill interrupted. Call after opening the ledger for work. InUse: another program gave the ledger
/// its new key just now, and it must be opened again.
[[nodiscard]] base::Result<void> finishKeyChange(const Office &office, Session &session, ledger::Ledger &ledger);

/// The new key. Key files whose access has ended are left out.
[[nodiscard]] base::Result<base::SecretBytes> prepareKeyChange(const Office &office, const Roster &roster);

/// True between the first and the last step.
bool isKeyChangeOpen(const Office &office, const Roster &roster);

/// `ledgerKey` is the one that the ledger has: every key file in which another lies too keeps that alone, and those
/// whose access has ended are destroyed.
[[nodiscard]] base::Result<void> completeKeyChange(const Office &office, const Roster &roster,
                                                   const base::SecretBytes &ledgerKey);

/// root.json, or what a desktop that joined begins with.
[[nodiscard]] base::Result<Root> rootOf(const Office &office, const Roster &roster);

} // namespace shirushi::people
