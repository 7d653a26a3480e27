// Restoring the ledger from a backup. The backup is checked and gets an entry "restored" that names what is lost,
// beside the ledger that is there; then the two change places, and what was there is kept under another name.
//
// restoration.json in the data folder is written when everything is ready, and from there on the exchange is
// finished whatever happens: by restore() itself, or by the next opening of the ledger after a kill. Before, nothing
// is changed. One thread at a time; programs take turns by a lock file.
#pragma once

#include "people/office.h"

namespace shirushi::people {

struct Restored {
    std::int64_t entries = 0;  // in the backup
    std::int64_t lostFrom = 0; // the entries that it does not have; 0: none
    std::int64_t lostTo = 0;
    base::Path aside;          // the ledger of before
};

/// Forbidden for who is no administrator. WrongPassword: the backup has another key than the ledger (of before
/// somebody left). Damaged: the backup is not whole. InvalidInput: it is another ledger's. InUse: another program
/// has the ledger open. NotFound: no such file, or the shared folder cannot be reached.
[[nodiscard]] base::Result<Restored> restore(const Office &office, const Session &session, const base::Path &backup,
                                             const base::Clock &clock);

/// Nothing where no restoration was interrupted.
[[nodiscard]] base::Result<void> finishRestoration(const Office &office);

} // namespace shirushi::people
