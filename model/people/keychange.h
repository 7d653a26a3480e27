// The ledger gets a new key when somebody leaves: the steps, so that a kill between any two is mended.
//
// 1. prepareKeyChange: the new key lies in every remaining key file and with the recovery code, beside the old.
// 2. the roster without the person is published; 3. the ledger is encrypted anew, in one transaction.
// 4. completeKeyChange: the old key goes from the key files, those of who has left are destroyed.
// Between 1 and 4 everybody's key file holds both keys, and signing in finds out which one fits. Any thread.
#pragma once

#include "people/office.h"
#include "people/root.h"

namespace shirushi::people {

/// The new key. Key files of persons who are closed in `roster` are left out.
[[nodiscard]] base::Result<base::SecretBytes> prepareKeyChange(const Office &office, const Roster &roster, Root &root);

/// True between the first and the last step.
bool isKeyChangeOpen(const Office &office);

/// To be called when the ledger has the new key.
[[nodiscard]] base::Result<void> completeKeyChange(const Office &office, const Roster &roster);

} // namespace shirushi::people
