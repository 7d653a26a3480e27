#include "policy/approvals.h"

#include <algorithm>

namespace shirushi::policy {

namespace {

void append(std::vector<Approval> &approvals, const Rule &rule)
{
    for (const Obligation &obligation : rule.obligations) {
        if (!obligation.approver.isEmpty()) {
            approvals.push_back({rule.id, rule.when, obligation.approver, obligation.word, obligation.text,
                                 rule.reminder, obligation.ifNeeded, obligation.citation});
        }
    }
}

// Taking it as needed is the stricter of two readings.
void addOnce(std::vector<Approval> &approvals, const Approval &approval)
{
    const auto same = std::find_if(approvals.begin(), approvals.end(), [&](const Approval &known) {
        return known.approver == approval.approver && known.word.ja == approval.word.ja;
    });
    if (same == approvals.end())
        approvals.push_back(approval);
    else if (same->ifNeeded && !approval.ifNeeded)
        *same = approval;
}

} // namespace

std::vector<Approval> approvalsOf(const Pack &pack)
{
    std::vector<Approval> approvals;
    for (const Rule &rule : pack.rules)
        append(approvals, rule);
    return approvals;
}

std::vector<Approval> approvalsFor(const Pack &pack, const Situation &situation)
{
    const Verdict verdict = evaluate(pack, situation);
    if (verdict.ruling == Ruling::Forbidden)
        return {};
    std::vector<Approval> approvals;
    for (const Approval &approval : approvalsOf(pack)) {
        if (!approval.standing && verdict.rules.contains(approval.rule))
            addOnce(approvals, approval);
    }
    return approvals;
}

bool counts(const Pack &pack, const QString &held, const QString &role)
{
    const Role *wanted = pack.role(role);
    return wanted && !wanted->absent && (held == role || wanted->heldBy.contains(held));
}

} // namespace shirushi::policy
