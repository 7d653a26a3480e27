// Receiving 入手: what came out of a parcel is recorded with the class that its sender gave it (入手元の分類に基づく
// 取扱い). As the ledger: one thread at a time.
#pragma once

#include "sending/parcel.h"

#include "labelling/labelreader.h"
#include "ledger/ledger.h"

namespace shirushi::sending {

struct Received {
    UnpackReport parcel;
    std::vector<labelling::FileLabel> files; // as they lie in the folder
    bool isRewritten = false; // a PDF that had a password: its label cannot show whether the content changed (ContentState)
    QStringList unclassified;                // names of those that carry no class: to be decided by Pack::questionsTo
};

struct ReceivingParts {
    ledger::Ledger &ledger;
    const crypto::Signer &signer;
    const crypto::KeyDirectory &keys;
    const label::CodecSet &codecs;
    const base::Clock &clock;
};

/// Unpacks and records, a record a file. Errors: as unpack(); where the ledger refuses, the files are taken away again.
[[nodiscard]] base::Result<Received> receive(const base::Path &parcel, const ParcelSecret &secret, const base::Path &into,
                                             const ReceivingParts &parts, base::Progress &progress);

} // namespace shirushi::sending
