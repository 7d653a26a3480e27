// What the ledger is told of a check whose result somebody wants to keep: an entry of kind send-check. Pure; any thread.
#pragma once

#include "labelling/labelreader.h"
#include "ledger/entry.h"
#include "sending/sendingcheck.h"

namespace shirushi::sending {

/// A check that was answered.
struct Checked {
    QString policy;          // that was asked
    policy::Classes classes; // by it
    Answer answer;
    std::vector<labelling::FileLabel> files; // none: only the class was stated
};

/// Personal numbers in file names are put out of sight.
ledger::EntryDraft checkDraft(const Checked &checked);

} // namespace shirushi::sending
