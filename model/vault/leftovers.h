// Leftovers: what a crash or a power cut left of open items. Sealed into a rescue item where it differs from what was saved,
// then erased; recorded when somebody has signed in. Any thread, one call at a time.
#pragma once

#include "vault/change.h"

#include <chrono>

namespace shirushi::vault {

/// What became of one.
struct Leftover {
    QString person;   // who had it open
    base::Path vault; // its folder
    QString item;     // id
    QStringList rescues{};
    std::optional<base::Error> error{}; // it is still there
    bool operator==(const Leftover &) const = default;
};

/// Seals and erases what no running program has open, of every person of this data folder. At the start of the program,
/// before anybody has signed in. Errors of one do not keep the others.
std::vector<Leftover> clearLeftovers(const base::Path &dataFolder);

/// After signing in: clears, and records in the ledger what was cleared since the last time: `vault-closed`. Told once.
[[nodiscard]] base::Result<std::vector<Leftover>> reportLeftovers(const base::Path &dataFolder, const ChangeParts &parts);

/// Asks every running program of this data folder to close what `person` has open, and waits at most `patience` for it. How many
/// still are open then.
int askToClose(const base::Path &dataFolder, const QString &person, std::chrono::milliseconds patience);

} // namespace shirushi::vault
