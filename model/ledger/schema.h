// The ledger's tables, by version. Never change a version that was shipped: add the next one.
#pragma once

#include "ledger/database.h"

namespace shirushi::ledger {

inline constexpr int schemaVersion = 1;

/// Brings `database` to schemaVersion, in one transaction. Unsupported: it was made by a newer Shirushi.
[[nodiscard]] base::Result<void> migrate(Database &database, const QString &subject);

} // namespace shirushi::ledger
