// The recovery code 回復コード of the safe. It opens the ledger of every desktop of the office: each seals its ledger
// key to the code's public key, which the roster names, and does so anew when a roster brings another one. On the
// desktop that keeps the office's root key the code also gives somebody access again; on a desktop that joined, that
// takes the administrator's answer (people/renewal.h). Any thread, one call at a time.
#pragma once

#include "people/office.h"
#include "people/root.h"

namespace shirushi::people {

/// Seals `ledgerKey` to the recovery code that `roster` names, unless it is already. `roster` must be known to be
/// the office's.
[[nodiscard]] base::Result<void> keepForRecovery(const Office &office, const Roster &roster,
                                                 const base::SecretBytes &ledgerKey);

/// The office's root key, sealed to the recovery code, lies here: recover() works.
bool keepsRootKey(const Office &office);

/// `id` gets new keys and `password`, and is an administrator again. Its use is recorded. WrongPassword for another
/// code, Unsupported where keepsRootKey() says no.
[[nodiscard]] base::Result<Session> recover(const Office &office, const base::SecretBytes &code, const QString &id,
                                            const base::SecretBytes &password, const base::Clock &clock);

} // namespace shirushi::people
