// Which entries a command speaks of: the options that `ledger list` and `ledger export` have in common, narrowed to
// what the person who is signed in may see.
#pragma once

#include "cli/arguments.h"
#include "ledger/searchindex.h"
#include "people/office.h"
#include "policy/library.h"

namespace shirushi::cli {

/// --since, --until (a day counts whole), --fiscal-year, --kind, --person, --department, --file, --content-hash,
/// --policy, --class, --text, --limit, --before.
extern const std::vector<std::string> filterOptions;

/// Nothing, and `problem`, where an option has a wrong value.
std::optional<ledger::Query> filterFrom(const Arguments &arguments, const people::Roster &roster, QString &problem);

/// The Western year in which the fiscal year begins, from 2026, R8, 令和8 or 8.
std::optional<int> fiscalYearFrom(const QString &text);

/// By people/sight.h, under the policy of the office.
ledger::Query visibleTo(const people::Office &office, const policy::Library &library, const QString &user,
                        ledger::Query query);

} // namespace shirushi::cli
