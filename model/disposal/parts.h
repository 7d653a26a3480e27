// What disposal works with; all of it outlives whoever holds it.
#pragma once

#include "base/clock.h"
#include "label/codecset.h"
#include "ledger/ledger.h"
#include "people/directory.h"
#include "people/session.h"
#include "policy/pack.h"

#include <memory>

namespace shirushi::disposal {

/// In the data folder: held by who erases, so that recover() leaves their deeds alone.
inline constexpr const char *workLock = "disposal.lock";

struct DisposalParts {
    ledger::Ledger &ledger;
    const people::Session &session;
    std::shared_ptr<const people::Directory> directory;
    std::shared_ptr<const policy::Pack> pack;
    const label::CodecSet &codecs;
    const base::Clock &clock;
    base::Path lockFile;
};

} // namespace shirushi::disposal
