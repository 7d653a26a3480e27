// The office's shared folder on a file server: where checkpoints lie out of reach of this desktop, so that a data
// folder that was put back whole is found out.
#pragma once

#include "people/office.h"

namespace shirushi::people {

/// An administrator sets it (empty: none from now on), or anybody where none works on this desktop; recorded, and the first checkpoint is written there at
/// once. Forbidden for others, NotFound where the folder is not there, Damaged where what lies there says that
/// this ledger was rolled back (the setting stays), NotWritable where nothing can be written (it does not).
[[nodiscard]] base::Result<void> setSharedFolder(const Office &office, Session &session, const base::Path &folder,
                                                 const base::Clock &clock);

} // namespace shirushi::people
