// Verdict: may this be done? A pure function of a pack and a situation; any thread.
#pragma once

#include "policy/classification.h"

namespace shirushi::policy {

struct Situation {
    QString action; // label lower send provide publish transport take-out store erase dispose exception
    Classes classes;
    QString role;        // who asks
    QString destination; // internal government contractor resident council public; empty where it has none
    QString channel;     // mail lgwan-mail file-transfer web-form medium post web-meeting sns
    QStringList given;   // facts stated by the person
};

struct Verdict {
    Ruling ruling = Ruling::Permitted;
    std::vector<Obligation> obligations; // each id once (with two approvers: twice), the strictest rule's first;
                                         // where one rule says 必要に応じ and another does not, the latter's
    std::vector<Obligation> reminders;   // hold for every such deed and do not make the verdict conditional
    std::vector<Citation> citations;     // of the rules that decided
    std::vector<Text> explanations;
    QStringList rules;                   // ids of the rules that matched, strongest first
};

/// Total: every situation has a verdict. The strongest matching rule decides, obligations of all that match
/// add up; no matching rule means permitted. A rule matches when every facet it names does: all facts of
/// `given` are stated and none of `unless` is. So a proviso ただし書 is a pair: the ban with `unless` the fact,
/// and with it `given` the permission and its obligations.
Verdict evaluate(const Pack &pack, const Situation &situation);

/// Whether a condition's every facet fits the situation.
bool speaksOf(const Condition &condition, const Situation &situation);

/// 事故の報告: who is told if this deed went wrong, in order; nobody twice.
std::vector<IncidentCall> incidentCallsFor(const Pack &pack, const Situation &situation);

/// The facts that rules about such a deed ask for: stating one, or no longer, may change the verdict.
std::vector<Fact> factsThatMatter(const Pack &pack, const Situation &situation);

} // namespace shirushi::policy
