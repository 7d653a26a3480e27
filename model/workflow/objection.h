// Objection: why a request or a decision does not count. Plain values; any thread.
#pragma once

#include "base/result.h"

#include <QString>

namespace shirushi::workflow {

enum class Objection {
    OtherOffice,          // signed for an office with another root key
    OtherPolicy,          // made under other rules than this office's
    RosterRolledBack,     // the roster in the data folder is older than the one the ledger knows
    UnknownPerson,        // not in the signed roster
    ClosedPerson,         // the account was closed before this was recorded
    UnknownKey,           // not the key that the roster names
    WrongSignature,
    WrongTime,            // decided before it was asked, or in the future
    AskerDiffers,         // role or department of the asker are not the roster's
    NeededDiffers,        // the rules want other approvals than the request says
    ForbiddenByRules,     // nobody can approve it
    UnknownRequest,       // the decision's request is not here
    RequestAltered,       // the decision is about a request of another hash, or another one has this id
    ApproverIsRequester,  // 兼務, under the same id or by the same key
    SharedDutiesForbidden, // 兼務 with a reason, where the office or the rules do not allow it
    WrongRole,            // does not count for the needed role
    WrongDepartment,      // the needed role of another section
    NotDeputy,            // stands in for nobody of that name on that day
    NotTheAsker,          // only who asked withdraws
    NotFlagged,           // there is nothing to countersign
    CountersignerInvolved, // who asked or approved cannot countersign
    NotAReviewer,         // only who answers for others countersigns
    PaperForbidden,       // the office does not take decisions on paper
    OtherAction,          // another deed, destination, way or facts than was approved
    OtherPurpose,
    OtherFile,            // a file that the request does not name
    ChangedFile,          // a file of the request, with another content
    ChangedClass,         // its class is not the one that was approved
    OtherPerson,          // somebody else's request
    NotYet,               // its period has not begun
    Waiting,
    Refused,
    Withdrawn,
    Lapsed,
    NoRequest,            // nobody has asked for this
};

/// other-office, roster-rolled-back …: a contract for scripts.
QString nameOf(Objection objection);

/// Nobody has asked for the deed, or not for it as it is now: a request would help. `name` as nameOf() gives it.
bool isHelpedByRequest(const QString &name);

/// One sentence for the person.
QString sentence(Objection objection);

/// As an error: Forbidden, its name as the subject, its sentence as the message.
std::unexpected<base::Error> refusedFor(Objection objection);

} // namespace shirushi::workflow
