// Receiving 入手: what came out of a parcel is recorded with the class that its sender gave it (入手元の分類に基づく
// 取扱い). As the ledger: one thread at a time.
#pragma once

#include "sending/parcel.h"
#include "sending/unfinished.h"

#include "labelling/labelreader.h"
#include "ledger/ledger.h"

namespace shirushi::sending {

struct Received {
    UnpackReport parcel;
    std::vector<labelling::FileLabel> files; // as they lie in the folder
    QStringList unclassified; // names of those that carry no class, or a forged one: to be decided by Pack::questionsTo

    /// A PDF that had a password, in a parcel that proves nothing: its label cannot show whether the content changed.
    bool isUncertain() const { return parcel.isRewritten && !parcel.isProven; }
};

struct ReceivingParts {
    ledger::Ledger &ledger;
    const crypto::Signer &signer;
    const crypto::KeyDirectory &keys;
    const label::CodecSet &codecs;
    const base::Clock &clock;
    UnfinishedWork marks; // where those of sending are
};

/// Whether what the mark of a receiving is about was recorded after all.
bool wasReceived(ledger::Ledger &ledger, const Unfinished &work);

/// same, changed, or rewritten: another writing that our own parcel made of it, which the label does not know.
QString wordFor(const labelling::FileLabel &file, const UnpackReport &parcel);

/// Unpacks and records, a record a file. A class whose label is forged is none. What a PDF parcel of ours had written anew
/// keeps its label by that record (labelling::wasReceivedWith()); `content` of its file says so. Errors: as unpack(); where the ledger refuses, the files are taken away again.
[[nodiscard]] base::Result<Received> receive(const base::Path &parcel, const ParcelSecret &secret, const base::Path &into,
                                             const ReceivingParts &parts, base::Progress &progress);

} // namespace shirushi::sending
