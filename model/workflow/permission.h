// Permission: whether somebody may do a deed now, by the approvals they have. A pure function; any thread.
#pragma once

#include "workflow/requestbook.h"

#include <span>

namespace shirushi::workflow {

/// What is about to be done, with the files as they are now.
struct DeedPlan {
    QString action;
    QString destination;
    QString channel;
    QStringList given;
    std::vector<RequestFile> files;
    QString purpose;
    policy::Classes target{}; // of "lower": the class afterwards; empty: the label is removed
};

struct Permission {
    bool needed = false;      // false: the rules want no approval for it; an urgent exception wants its request
    QString request;          // the approved request's id
    std::vector<Given> given; // by whom
    QDateTime validUntil;
    bool flagged = false;     // by 兼務 that nobody has countersigned
};

/// The approval that fits, of those that `user` asked for: exactly this deed and purpose, and files that the
/// request names, with the content and class of then. Otherwise the objection of the request that comes nearest.
std::expected<Permission, Objection> permissionFor(const DeedPlan &plan, const people::Person &user,
                                                   std::span<const Case> cases, const policy::Pack &pack,
                                                   const QDateTime &now);

} // namespace shirushi::workflow
