// Undo: gives files the label back that they had before, or none. Runs on a worker thread.
#pragma once

#include "classify/labeldesk.h"

namespace shirushi::classify {

/// A file as it was before, and what was done to it.
struct Done {
    labelling::FileLabel before;
    labelling::LabelOutcome outcome;
    bool isRemoval = false; // its label was taken away
};

/// False where the former label was of other rules, or could not be read: only those could give it again.
bool canTakeBack(const Done &done, const policy::Pack &pack);

/// One outcome for each of `done`.
std::vector<labelling::LabelOutcome> takeBack(LabelDesk &desk, const std::vector<Done> &done,
                                              base::Progress &progress);

} // namespace shirushi::classify
