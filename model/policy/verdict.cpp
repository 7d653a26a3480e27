#include "policy/verdict.h"

#include <algorithm>

namespace shirushi::policy {

namespace {

bool matches(const QStringList &wanted, const QString &actual)
{
    return wanted.isEmpty() || wanted.contains(actual);
}

bool matchesClasses(const Condition &condition, const Classes &classes)
{
    return std::all_of(condition.classes.begin(), condition.classes.end(), [&](const auto &wanted) {
        const auto chosen = classes.find(wanted.first);
        return chosen != classes.end() && matches(wanted.second, chosen->second);
    });
}

// Whatever the facts are.
bool mayApply(const Condition &condition, const Situation &situation)
{
    return matches(condition.actions, situation.action) && matches(condition.roles, situation.role)
           && matches(condition.destinations, situation.destination)
           && matches(condition.channels, situation.channel) && matchesClasses(condition, situation.classes);
}

// A permission that comes with obligations is no plain permission, whatever it calls itself.
Ruling effectiveRuling(const Rule &rule)
{
    return rule.ruling == Ruling::Permitted && !rule.obligations.empty() ? Ruling::WithObligations : rule.ruling;
}

// Two approvals by different people are two duties; dropping one would be laxer than the rules.
bool isSameDuty(const Obligation &one, const Obligation &other)
{
    return one.id == other.id
           && (one.approver == other.approver || one.approver.isEmpty() || other.approver.isEmpty());
}

void add(std::vector<Obligation> &obligations, const Obligation &obligation)
{
    const auto known = std::find_if(obligations.begin(), obligations.end(),
                                    [&](const Obligation &other) { return isSameDuty(other, obligation); });
    if (known == obligations.end()) {
        obligations.push_back(obligation);
        return;
    }
    const Obligation &asked = known->approver.isEmpty() ? obligation : *known;
    const auto [approver, word] = std::pair(asked.approver, asked.word);
    if (known->ifNeeded && !obligation.ifNeeded)
        *known = obligation;
    known->approver = approver;
    known->word = word;
}

std::vector<const Rule *> matchingRules(const Pack &pack, const Situation &situation)
{
    std::vector<const Rule *> rules;
    for (const Rule &rule : pack.rules) {
        if (speaksOf(rule.when, situation))
            rules.push_back(&rule);
    }
    std::stable_sort(rules.begin(), rules.end(), [](const Rule *one, const Rule *other) {
        if (one->reminder != other->reminder)
            return other->reminder;
        return effectiveRuling(*one) > effectiveRuling(*other);
    });
    return rules;
}

} // namespace

bool speaksOf(const Condition &condition, const Situation &situation)
{
    const auto stated = [&](const QString &fact) { return situation.given.contains(fact); };
    return mayApply(condition, situation)
           && std::all_of(condition.given.begin(), condition.given.end(), stated)
           && std::none_of(condition.unless.begin(), condition.unless.end(), stated);
}

std::vector<IncidentCall> incidentCallsFor(const Pack &pack, const Situation &situation)
{
    std::vector<IncidentCall> calls;
    for (const IncidentCall &call : pack.incidentCalls) {
        const bool isKnown = std::any_of(calls.begin(), calls.end(), [&](const IncidentCall &other) {
            return other.role == call.role && other.body == call.body;
        });
        if (!isKnown && speaksOf(call.when, situation))
            calls.push_back(call);
    }
    return calls;
}

Verdict evaluate(const Pack &pack, const Situation &situation)
{
    Verdict verdict;
    const std::vector<const Rule *> rules = matchingRules(pack, situation);
    if (!rules.empty() && !rules.front()->reminder)
        verdict.ruling = effectiveRuling(*rules.front());

    for (const Rule *rule : rules) {
        verdict.rules.append(rule->id);
        for (const Obligation &obligation : rule->obligations)
            add(rule->reminder ? verdict.reminders : verdict.obligations, obligation);
        if (rule->reminder || effectiveRuling(*rule) != verdict.ruling)
            continue;
        if (std::ranges::find(verdict.citations, rule->citation) == verdict.citations.end())
            verdict.citations.push_back(rule->citation);
        if (!rule->explanation.isEmpty())
            verdict.explanations.push_back(rule->explanation);
    }
    std::erase_if(verdict.reminders, [&](const Obligation &reminder) {
        return std::any_of(verdict.obligations.begin(), verdict.obligations.end(),
                           [&](const Obligation &duty) { return isSameDuty(duty, reminder) && !duty.ifNeeded; });
    });
    return verdict;
}

std::vector<Fact> factsThatMatter(const Pack &pack, const Situation &situation)
{
    QStringList ids;
    for (const Rule &rule : pack.rules) {
        if (mayApply(rule.when, situation))
            ids += rule.when.given + rule.when.unless;
    }
    std::vector<Fact> facts;
    std::copy_if(pack.facts.begin(), pack.facts.end(), std::back_inserter(facts),
                 [&](const Fact &fact) { return ids.contains(fact.id); });
    return facts;
}

} // namespace shirushi::policy
