// The ledger's tables, by version. Never change a version that was shipped: add the next one.
#pragma once

#include "ledger/database.h"

namespace shirushi::ledger {

inline constexpr int schemaVersion = 4;

/// Brings `database` to schemaVersion, in one transaction, and returns the version that it had (0: empty).
/// Unsupported: it was made by a newer Shirushi.
[[nodiscard]] base::Result<int> migrate(Database &database, const QString &subject);

} // namespace shirushi::ledger
