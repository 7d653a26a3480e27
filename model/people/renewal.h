// A lost password on a desktop that joined an office: with the recovery code of the safe somebody makes new keys,
// which open this desktop's ledger, and a signed application for them. The administrator answers with a roster
// that names the new keys (Administration::renewKeys); taking it in makes the access good and records it.
//
// people/renewal.json is a key file (resources/schemas/slot.schema.json) until then. Any thread, one call at a time.
#pragma once

#include "people/joining.h"

namespace shirushi::people {

base::Path renewalFile(const Office &office);

/// In place of an earlier one. WrongPassword for another code than the one that the roster known here names,
/// NotFound for an id that is not in it or closed.
[[nodiscard]] base::Result<Application> beginRenewal(const Office &office, const base::SecretBytes &code,
                                                     const QString &id, const base::SecretBytes &password,
                                                     const base::Clock &clock);

/// New keys of `id` wait here for a roster.
bool isRenewing(const Office &office, const QString &id);

/// `roster`, of the same office and newer, names the new keys: the ledger gets a new key, and the roster is recorded.
/// NotSignedIn for a wrong password, NotFound where the roster does not have these keys; otherwise as importRoster.
[[nodiscard]] base::Result<Session> finishRenewal(const Office &office, const Roster &roster, const QString &id,
                                                  const base::SecretBytes &password, const base::Clock &clock);

} // namespace shirushi::people
