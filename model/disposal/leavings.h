// Leavings: what lies beside a document and on the desktop goes with it, and the record says what went. Any thread.
#pragma once

#include "disposal/record.h"
#include "erasure/leftovers.h"

namespace shirushi::disposal {

/// As it would be recorded where all of it goes well.
void note(const std::vector<erasure::Leftover> &leftovers, Record &record);

/// Erases them; the record of `file` says afterwards what went and what did not. What could not is told, and what stays.
QStringList removeLeavings(const base::Path &file, erasure::Surroundings &around, Record &record);

/// What went, or would go: names of files, and of lists that lose an entry.
QStringList goingText(const Record &record);
/// What names it and stays, in a sentence each.
QStringList mentionsText(const Record &record);

} // namespace shirushi::disposal
