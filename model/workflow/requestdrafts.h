// The ledger's entries about requests. Each names the highest class of the files, so that the review finds it by
// class, and the content hash where it is about one file alone. Pure functions; any thread.
#pragma once

#include "ledger/entry.h"
#include "workflow/requeststate.h"

namespace shirushi::workflow {

ledger::EntryDraft draftOf(const Request &request, const policy::Pack &pack);
ledger::EntryDraft draftOf(const Decision &decision, const Request &request, const policy::Pack &pack);
ledger::EntryDraft draftOf(const PaperDecision &decision, const Request &request, const policy::Pack &pack);
ledger::EntryDraft draftOf(const Report &report, const Request &request, const policy::Pack &pack);

} // namespace shirushi::workflow
