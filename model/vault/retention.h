// Retention 保存期間: until when an item is kept, and what falls due for disposal. Pure; any thread.
#pragma once

#include "policy/officerules.h"
#include "vault/item.h"

namespace shirushi::vault {

/// The last day: with a start on the next fiscal year, 31 March of the last of `keeping.years` years counted from 1 April
/// after the fiscal year of origin (1 April to 31 March). Nothing for what is kept for good or has no years.
std::optional<QDate> lastDayOf(const Keeping &keeping, const policy::Retention &rules);

/// Whether its last day lies in the fiscal year that begins in `year`, or before: what is overdue stays due.
bool isDueIn(int year, const Keeping &keeping, const policy::Retention &rules);

} // namespace shirushi::vault
