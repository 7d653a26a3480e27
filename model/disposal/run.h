// Running a disposal: each file is announced in the ledger, erased, looked for, and recorded; a few at a time, so that a
// kill at any moment leaves record and disk to be brought together by recover(). As the ledger: one thread at a time.
#pragma once

#include "base/progress.h"
#include "disposal/allowance.h"
#include "disposal/deed.h"

#include <functional>

namespace shirushi::disposal {

struct Order {
    std::vector<base::Path> files; // neither these nor items: those of the request
    std::vector<ItemPlace> items;
    QString request;               // id; empty: whichever fits
    QString reason;                // id or text of the pack's, or in the person's own words; empty: the request's
};

struct Done {
    base::Path file; // of an item the vault's folder with its name
    std::optional<Record> record;     // nothing: it was not disposed of
    QStringList notices{};            // what was done all the same, but not wholly
    std::optional<base::Error> error{};
    bool isOpen = false; // it was begun, and has no record yet: recover() finishes it, and says what became of it
};

/// Nothing is touched where it fails, Forbidden where one of the files has no permission that fits; what goes wrong later is
/// said of the files it concerns, and what comes after them is not reached. `done` is called after each file. Stops between
/// files when cancelled, within a second or two or as soon as a large one is gone: those that were not reached have no outcome;
/// of each of them `done` is told so, with Cancelled.
[[nodiscard]] base::Result<std::vector<Done>> run(const Order &order, const DisposalParts &parts, base::Progress &progress,
                                                  const std::function<void(const Done &)> &done = {});

/// Finishes what a kill interrupted: what is gone gets its record, what was begun is finished, what was not touched stays
/// and is said to. Call after signing in. Does nothing while another program is at it.
struct Recovered {
    int deeds = 0;
    QStringList notices;
    QStringList gone{};      // names of what is gone and has its record now
    QStringList untouched{}; // of what the interrupted work had not reached
};
struct RecoveryParts {
    ledger::Ledger &ledger;
    const crypto::Signer &signer;
    const base::Clock &clock;
    base::Path lockFile;
};
[[nodiscard]] base::Result<Recovered> recover(const RecoveryParts &parts);

} // namespace shirushi::disposal
