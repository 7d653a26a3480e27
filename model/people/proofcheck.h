// Checking the proof of an entry with the roster alone, years later and on a machine that has no ledger. Pure; any
// thread.
#pragma once

#include "ledger/entryproof.h"
#include "people/roster.h"

namespace shirushi::people {

/// As ledger::checkProof, by everybody who was ever in this roster, with keys of before access was issued anew; an
/// entry dated after its signer had left is SignerUnknown. The roster's own signature is the reader's matter.
std::vector<ledger::Finding> checkProof(const ledger::Ledger::Inclusion &inclusion, const Roster &roster);

/// True if `typed` is the fingerprint of the key, whatever the case and the hyphens.
bool isFingerprintOf(const QString &typed, const QByteArray &rootKey);

} // namespace shirushi::people
