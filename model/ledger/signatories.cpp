#include "ledger/signatories.h"

#include <algorithm>

namespace shirushi::ledger {

bool isSignedInOffice(const SignedNote &note, const Signatories &signatories)
{
    return std::any_of(note.signatures.begin(), note.signatures.end(), [&](const NoteSignature &signature) {
        const auto keys = signatories.keysOf(signature.name);
        return std::any_of(keys.begin(), keys.end(),
                           [&](const QByteArray &key) { return isSignedBy(note, signature.name, key); });
    });
}

} // namespace shirushi::ledger
