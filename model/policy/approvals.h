// Approvals: what a pack's rules want asked of whom, before it is done. Pure; any thread.
#pragma once

#include "policy/verdict.h"

namespace shirushi::policy {

struct Approval {
    QString rule;     // that asks for it
    Condition when;   // the deeds that rule speaks of
    QString approver; // role id
    Text word;        // the article's own word for what is given: 承認, 許可, 同意, 指示
    Text text;
    bool standing = false; // got beforehand, once for all such deeds (USBメモリの年度の承認), not for this one
    bool ifNeeded = false; // 必要に応じ
    Citation citation;
};

/// Everything the rules want asked of somebody, in the order of the rules.
std::vector<Approval> approvalsOf(const Pack &pack);

/// What this deed needs: none where it is forbidden, for there nobody can allow it. Standing ones are left out. Two rules
/// that want the same word of the same role are one approval, the stricter rule's.
std::vector<Approval> approvalsFor(const Pack &pack, const Situation &situation);

/// Whether who holds the role `held` is also a `role`, by Role::heldBy.
bool counts(const Pack &pack, const QString &held, const QString &role);

} // namespace shirushi::policy
