// The parts of a pack, each out of its JSON; the readers share jsonmembers.h. Pure; any thread.
#pragma once

#include "policy/jsonnode.h"
#include "policy/pack.h"

namespace shirushi::policy {

Axis readAxis(const JsonNode &node);
Role readRole(const JsonNode &node);
Domain readDomain(const JsonNode &node);
MarkSettings readMarks(const JsonNode &node);

Question readQuestion(const JsonNode &node);

Fact readFact(const JsonNode &node);
Condition readCondition(const JsonNode &node);
Rule readRule(const JsonNode &node);
Provision readProvision(const JsonNode &node);
Case readCase(const JsonNode &node);

Designation readDesignation(const JsonNode &node);
SeparationOfDuties readSeparation(const JsonNode &node);
PasswordRules readPasswords(const JsonNode &node);
IdleTime readIdleTime(const JsonNode &node);
Retention readRetention(const JsonNode &node);
DocumentKind readDocumentKind(const JsonNode &node);
IncidentCall readIncidentCall(const JsonNode &node);
SendingRules readSendingRules(const JsonNode &node);
VaultRules readVaultRules(const JsonNode &node);
DisposalRules readDisposalRules(const JsonNode &node);
OutsideScope readOutsideScope(const JsonNode &node);

} // namespace shirushi::policy
