#include "policy/packchecks.h"

#include <QCoreApplication>

namespace shirushi::policy {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::policy", text);
}

void checkFacts(const Pack &pack, const QStringList &facts, const QString &path, Findings &findings)
{
    for (qsizetype index = 0; index < facts.size(); ++index) {
        if (!pack.fact(facts[index])) {
            findings.add(at(path, static_cast<std::size_t>(index)),
                         tr("The fact “%1” has no title; “facts” is where it is given.").arg(facts[index]));
        }
    }
}

void checkCondition(const Pack &pack, const Condition &condition, const QString &path, Findings &findings)
{
    for (const auto &[axisId, levels] : condition.classes) {
        const QString place = path + QStringLiteral("/classes/") + axisId;
        const Axis *axis = pack.axis(axisId);
        if (!axis)
            findings.add(place, tr("There is no axis “%1”.").arg(axisId));
        for (qsizetype index = 0; axis && index < levels.size(); ++index) {
            if (!axis->level(levels[index])) {
                findings.add(at(place, static_cast<std::size_t>(index)),
                             tr("The axis “%1” has no level “%2”.").arg(axisId, levels[index]));
            }
        }
    }
    for (qsizetype index = 0; index < condition.roles.size(); ++index) {
        if (!pack.role(condition.roles[index])) {
            findings.add(at(path + QStringLiteral("/roles"), static_cast<std::size_t>(index)),
                         tr("There is no role “%1”.").arg(condition.roles[index]));
        }
    }
    checkFacts(pack, condition.given, path + QStringLiteral("/given"), findings);
    checkFacts(pack, condition.unless, path + QStringLiteral("/unless"), findings);
    for (const QString &fact : condition.given) {
        if (condition.unless.contains(fact))
            findings.add(path, tr("The fact “%1” cannot both be needed and switch the rule off.").arg(fact));
    }
}

void checkPeople(const Pack &pack, const Obligation &obligation, const QString &path, Findings &findings)
{
    if (!obligation.approver.isEmpty()) {
        checkPost(pack, obligation.approver, path + QStringLiteral("/approver"), findings);
        if (obligation.word.isEmpty())
            findings.add(path, tr("The article’s own word for what “%1” gives is missing.").arg(obligation.approver));
        else
            checkWord(obligation.word, obligation.citation, path + QStringLiteral("/word"), findings);
    } else if (!obligation.word.isEmpty()) {
        findings.add(path, tr("It is not said who gives “%1”.").arg(obligation.word.ja));
    }
    if (!obligation.doneBy.isEmpty())
        checkPost(pack, obligation.doneBy, path + QStringLiteral("/doneBy"), findings);
    checkPosts(pack, obligation.reportTo, path + QStringLiteral("/reportTo"), findings);
}

void checkObligations(const Pack &pack, const Rule &rule, const QString &path, Findings &findings)
{
    const bool must = rule.reminder || rule.ruling == Ruling::WithObligations;
    if (must && rule.obligations.empty())
        findings.add(path, tr("The rule “%1” must name an obligation.").arg(rule.id));
    if (!rule.reminder && rule.ruling == Ruling::Permitted && !rule.obligations.empty())
        findings.add(path, tr("The rule “%1” permits with obligations; its ruling does not say so.").arg(rule.id));
    if (rule.reminder && rule.ruling == Ruling::Forbidden)
        findings.add(path, tr("The rule “%1” is a reminder and cannot forbid.").arg(rule.id));

    const QString list = path + QStringLiteral("/obligations");
    checkTwice(rule.obligations, list, QStringLiteral("/id"),
               [](const Obligation &obligation) { return QString(obligation.id + u' ' + obligation.approver); },
               findings);
    for (std::size_t index = 0; index < rule.obligations.size(); ++index) {
        const Obligation &obligation = rule.obligations[index];
        checkPeople(pack, obligation, at(list, index), findings);
        checkCitation(obligation.citation, at(list, index) + QStringLiteral("/citation"), findings);
    }
}

void checkIncident(const Pack &pack, Findings &findings)
{
    for (std::size_t index = 0; index < pack.incidentCalls.size(); ++index) {
        const IncidentCall &call = pack.incidentCalls[index];
        const QString path = at(QStringLiteral("/incident/calls"), index);
        if (call.role.isEmpty() == call.body.isEmpty())
            findings.add(path, tr("Who is told is either a role or somebody outside."));
        if (!call.role.isEmpty())
            checkPost(pack, call.role, path + QStringLiteral("/role"), findings);
        checkPosts(pack, call.tellers, path + QStringLiteral("/tellers"), findings);
        checkCondition(pack, call.when, path + QStringLiteral("/when"), findings);
        checkCitation(call.citation, path + QStringLiteral("/citation"), findings);
    }
}

} // namespace

void checkRules(const Pack &pack, Findings &findings)
{
    checkTwice(pack.facts, QStringLiteral("/facts"), QStringLiteral("/id"), [](const Fact &fact) { return fact.id; },
               findings);
    const QString rules = QStringLiteral("/rules");
    checkTwice(pack.rules, rules, QStringLiteral("/id"), [](const Rule &rule) { return rule.id; }, findings);
    for (std::size_t index = 0; index < pack.rules.size(); ++index) {
        const Rule &rule = pack.rules[index];
        const QString path = at(rules, index);
        checkCondition(pack, rule.when, path + QStringLiteral("/when"), findings);
        checkObligations(pack, rule, path, findings);
        checkCitation(rule.citation, path + QStringLiteral("/citation"), findings);
    }
    checkIncident(pack, findings);
    const QString provisions = QStringLiteral("/provisions");
    checkTwice(pack.provisions, provisions, QStringLiteral("/id"),
               [](const Provision &provision) { return provision.id; }, findings);
    for (std::size_t index = 0; index < pack.provisions.size(); ++index) {
        const Provision &provision = pack.provisions[index];
        if (provision.state != u"not" && provision.feature.isEmpty())
            findings.add(at(provisions, index), tr("It is not said which feature serves “%1”.").arg(provision.id));
    }
}

} // namespace shirushi::policy
