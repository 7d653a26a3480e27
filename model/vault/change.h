// Changes: descriptions that were prepared take their places, several with one commit of the ledger (deed.h has the
// order). As the ledger: one thread at a time.
#pragma once

#include "base/clock.h"
#include "ledger/ledger.h"
#include "platform/replacement.h"
#include "vault/contents.h"
#include "vault/deed.h"

namespace shirushi::vault {

/// One description that is ready.
struct Change {
    Deed deed;
    ledger::EntryDraft draft;
    std::optional<platform::FileSource> before;        // the description that is replaced, open; nothing: a new one
    std::unique_ptr<platform::Replacement> description; // flushed
    std::vector<std::unique_ptr<platform::Replacement>> contents; // keep new ones from being taken for left ones
    std::optional<platform::FileIdentity> original{};  // as it was read
    std::optional<base::Error> error;                  // then nothing is done; set by apply() where something failed
    QStringList notices{};                             // what was done all the same, but not wholly
    bool hasOriginal = false;                          // it could not be erased; in its first vault: it is in both
    bool staysOpen = false;                            // recover() goes on with it
    std::int64_t seq = 0;                              // of its entry; 0: none
};

/// In the data folder.
inline constexpr const char *workLock = "vault.lock";

struct ChangeParts {
    ledger::Ledger &ledger;
    const crypto::Signer &signer;
    const base::Clock &clock;
    base::Path lockFile; // workLock: held by who applies changes, so that recover() leaves their deeds alone
};

/// Writes the description beside its place. `place` is `before`'s, where there is one.
[[nodiscard]] base::Result<void> prepareDescription(Change &change, const base::Path &place, const QByteArray &sealed);

/// Each change afterwards has an error, or its description is in its place, recorded, and its original gone; an original
/// that could not be erased is a notice. Changed where somebody else has replaced a description meanwhile.
void apply(std::vector<Change> &changes, const Layout &layout, const ChangeParts &parts);

/// Finishes what a kill interrupted, or takes it back, in every vault that this ledger knows of and that can be reached. An
/// item that was being moved is afterwards in one of its two vaults.
/// Call after signing in. Does nothing while another program is at it. How many deeds that were, and what could not be
/// erased, told once.
struct RecoveredChanges {
    int deeds = 0;
    QStringList notices;
};
[[nodiscard]] base::Result<RecoveredChanges> recover(const ChangeParts &parts);

} // namespace shirushi::vault
