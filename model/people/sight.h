// Sight: which entries of the ledger a person may see, in lists and in what is exported, and who may say that they were
// reviewed. Pure; any thread.
//
// Administrators, and whoever answers for others — every role of the policy but 職員, 議員 and those that only
// carry out (their ids end with "staff") — see everything. Everybody else sees what they did themselves and what was
// done with files that they have had to do with. This binds what Shirushi shows; whoever holds the ledger's key
// can read the file with other tools.
#pragma once

#include "ledger/searchindex.h"
#include "people/roster.h"
#include "policy/pack.h"

namespace shirushi::people {

/// `pack` may be missing: then nobody but administrators sees everything. With deputies: whose days they are on `day`.
bool seesEverything(const Roster &roster, const QString &person, const policy::Pack *pack, QDate day);

/// Whether `person` may sign a review off 確認: whoever answers for others, or stands in for somebody who does on
/// `day`; where one person is the whole office, that one. Administering alone is no such position.
bool maySignOff(const Roster &roster, const QString &person, const policy::Pack *pack, QDate day);

/// The query, narrowed to what `person` may see.
ledger::Query visibleTo(const Roster &roster, const QString &person, const policy::Pack *pack, QDate day,
                        ledger::Query query);

} // namespace shirushi::people
