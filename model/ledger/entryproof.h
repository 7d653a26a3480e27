// A proof that an entry belongs to a ledger, as a file that can be checked years later and elsewhere, with
// nothing but the office's roster (resources/schemas/entryproof.schema.json). Pure functions; any thread.
#pragma once

#include "ledger/ledger.h"

namespace shirushi::ledger {

QByteArray proofToBytes(const Ledger::Inclusion &inclusion);
/// InvalidInput for another form.
[[nodiscard]] base::Result<Ledger::Inclusion> proofFromBytes(const QByteArray &bytes, const QString &subject);

/// What is wrong with it: EntryUnreadable, EntryChanged (signature), SignerUnknown, CheckpointInvalid (signature),
/// HistoryRewritten (the hashes do not lead to the checkpoint's root). Empty: the entry was written by who it
/// says, and stood in the ledger at its number when the checkpoint was signed.
std::vector<Finding> checkProof(const Ledger::Inclusion &inclusion, const Signatories &signatories);

} // namespace shirushi::ledger
