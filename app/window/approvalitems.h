// ApprovalItems: a request of the ledger in the words that people read. Pure; any thread.
#pragma once

#include "approvals/approvaldesk.h"
#include "people/roster.h"
#include "workflow/requestdesk.h"

namespace shirushi::window {

/// `user` is who looks; `waitsForMe` is the desk's to say.
approvals::Item itemOf(const workflow::Case &known, const QString &user, bool waitsForMe, const policy::Pack &pack,
                       const people::Roster &roster, const QDateTime &now);

approvals::Outcome outcomeOf(const workflow::Imported &imported);

} // namespace shirushi::window
