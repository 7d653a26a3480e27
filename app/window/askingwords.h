// AskingWords: what the rules in force let somebody ask for, what then makes a difference, and who could decide, in
// the words that people read. Pure; any thread.
#pragma once

#include "approvals/askingdesk.h"
#include "people/roster.h"
#include "workflow/requestcheck.h"

namespace shirushi::window {

/// The deeds for which `pack` wants somebody's approval, or a report, each with the articles' own words.
std::vector<approvals::AskableDeed> askableDeeds(const policy::Pack &pack);

/// The facts that some rule asks about for this deed; the classes make no difference while they are empty.
std::vector<approvals::Named> groundsFor(const policy::Pack &pack, const policy::Situation &situation);

/// Whose approval `request` needs, with the people of the roster who could give it.
std::vector<approvals::Decider> decidersOf(const workflow::Request &request, const workflow::Standing &standing);

/// Those, and what makes it hard; who must be told of what is urgent.
void addDeciders(approvals::Prospect &prospect, const workflow::Request &request, const workflow::Standing &standing);

QString roleText(const policy::Pack &pack, const QString &role);

} // namespace shirushi::window
