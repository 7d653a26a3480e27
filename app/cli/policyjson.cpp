#include "cli/policyshow.h"
#include "policy/cases.h"
#include "policy/classesjson.h"

#include <QJsonObject>

namespace shirushi::cli {

namespace {

using namespace policy;

QJsonObject json(const Text &text)
{
    QJsonObject object{{QStringLiteral("ja"), text.ja}};
    if (!text.en.isEmpty())
        object.insert(QStringLiteral("en"), text.en);
    return object;
}

QJsonObject json(const Citation &citation)
{
    return {{QStringLiteral("article"), citation.article},
            {QStringLiteral("quote"), citation.quote},
            {QStringLiteral("draft"), citation.draft}};
}

QJsonArray json(const std::vector<Level> &levels)
{
    QJsonArray array;
    for (const Level &level : levels) {
        QJsonArray restrictions;
        for (const Restriction &restriction : level.restrictions)
            restrictions.append(QJsonObject{{QStringLiteral("text"), json(restriction.text)},
                                            {QStringLiteral("citation"), json(restriction.citation)}});
        array.append(QJsonObject{{QStringLiteral("id"), level.id},
                                 {QStringLiteral("rank"), level.rank},
                                 {QStringLiteral("name"), json(level.name)},
                                 {QStringLiteral("mark"), level.mark},
                                 {QStringLiteral("criterion"), json(level.criterion)},
                                 {QStringLiteral("note"), json(level.note)},
                                 {QStringLiteral("restrictions"), restrictions}});
    }
    return array;
}

QString reachName(Reach reach)
{
    switch (reach) {
    case Reach::Department:
        return QStringLiteral("department");
    case Reach::Section:
        return QStringLiteral("section");
    case Reach::Body:
        break;
    }
    return QStringLiteral("body");
}

QJsonObject json(const Role &role)
{
    return {{QStringLiteral("id"), role.id},         {QStringLiteral("title"), json(role.title)},
            {QStringLiteral("post"), json(role.post)}, {QStringLiteral("absent"), role.absent},
            {QStringLiteral("note"), json(role.note)}, {QStringLiteral("citation"), json(role.citation)},
            {QStringLiteral("heldBy"), QJsonArray::fromStringList(role.heldBy)},
            {QStringLiteral("reach"), reachName(role.reach)}};
}

QJsonObject json(const Question &question)
{
    QJsonArray answers;
    for (const Answer &answer : question.answers)
        answers.append(QJsonObject{{QStringLiteral("id"), answer.id},
                                   {QStringLiteral("text"), json(answer.text)},
                                   {QStringLiteral("leadsTo"), outcomeText(answer.outcome)}});
    return {{QStringLiteral("id"), question.id},
            {QStringLiteral("step"), question.step},
            {QStringLiteral("text"), json(question.text)},
            {QStringLiteral("answers"), answers},
            {QStringLiteral("citation"), json(question.citation)}};
}

QJsonObject json(const Condition &condition)
{
    QJsonObject classes;
    for (const auto &[axis, levels] : condition.classes)
        classes.insert(axis, QJsonArray::fromStringList(levels));
    return {{QStringLiteral("actions"), QJsonArray::fromStringList(condition.actions)},
            {QStringLiteral("classes"), classes},
            {QStringLiteral("roles"), QJsonArray::fromStringList(condition.roles)},
            {QStringLiteral("destinations"), QJsonArray::fromStringList(condition.destinations)},
            {QStringLiteral("channels"), QJsonArray::fromStringList(condition.channels)},
            {QStringLiteral("given"), QJsonArray::fromStringList(condition.given)},
            {QStringLiteral("unless"), QJsonArray::fromStringList(condition.unless)}};
}

QJsonObject json(const Rule &rule)
{
    QJsonArray obligations;
    for (const Obligation &obligation : rule.obligations)
        obligations.append(QJsonObject{{QStringLiteral("id"), obligation.id},
                                       {QStringLiteral("text"), json(obligation.text)},
                                       {QStringLiteral("approver"), obligation.approver},
                                       {QStringLiteral("word"), json(obligation.word)},
                                       {QStringLiteral("doneBy"), obligation.doneBy},
                                       {QStringLiteral("reportTo"), QJsonArray::fromStringList(obligation.reportTo)},
                                       {QStringLiteral("ifNeeded"), obligation.ifNeeded},
                                       {QStringLiteral("citation"), json(obligation.citation)}});
    return {{QStringLiteral("id"), rule.id},
            {QStringLiteral("when"), json(rule.when)},
            {QStringLiteral("ruling"), policy::toText(rule.ruling)},
            {QStringLiteral("reminder"), rule.reminder},
            {QStringLiteral("obligations"), obligations},
            {QStringLiteral("explanation"), json(rule.explanation)},
            {QStringLiteral("citation"), json(rule.citation)}};
}

QJsonObject json(const Fact &fact)
{
    return {{QStringLiteral("id"), fact.id}, {QStringLiteral("title"), json(fact.title)}};
}

QJsonObject json(const IncidentCall &call)
{
    return {{QStringLiteral("role"), call.role},
            {QStringLiteral("body"), json(call.body)},
            {QStringLiteral("tellers"), QJsonArray::fromStringList(call.tellers)},
            {QStringLiteral("when"), json(call.when)},
            {QStringLiteral("remark"), json(call.remark)},
            {QStringLiteral("citation"), json(call.citation)}};
}

QJsonObject json(const SendingRules &rules)
{
    QJsonArray gateways;
    for (const SendingRules::Gateway &gateway : rules.gateways)
        gateways.append(QJsonObject{{QStringLiteral("domain"), gateway.domain}, {QStringLiteral("stripped"), QJsonArray::fromStringList(gateway.stripped)}});
    return {{QStringLiteral("methodsBy"), rules.methodsBy},
            {QStringLiteral("methods"), json(rules.methods)},
            {QStringLiteral("overdueDays"), rules.overdueDays},
            {QStringLiteral("gateways"), gateways}};
}

QJsonObject json(const VaultRules::Levels &levels)
{
    QJsonObject object;
    for (const auto &[axis, ids] : levels)
        object.insert(axis, QJsonArray::fromStringList(ids));
    return object;
}

QJsonObject json(const VaultRules &rules)
{
    return {{QStringLiteral("escrow"), rules.escrow},
            {QStringLiteral("citation"), json(rules.citation)},
            {QStringLiteral("required"), json(rules.required)},
            {QStringLiteral("offered"), json(rules.offered)},
            {QStringLiteral("permission"), json(rules.permission)},
            {QStringLiteral("versions"), rules.versions},
            {QStringLiteral("secondCopy"), QJsonObject{{QStringLiteral("levels"), json(rules.secondCopy.levels)},
                                                       {QStringLiteral("months"), rules.secondCopy.months},
                                                       {QStringLiteral("citation"), json(rules.secondCopy.citation)}}},
            {QStringLiteral("longTerm"), QJsonObject{{QStringLiteral("months"), rules.longTerm.months},
                                                     {QStringLiteral("years"), rules.longTerm.years},
                                                     {QStringLiteral("citation"), json(rules.longTerm.citation)}}}};
}

QJsonObject json(const Designation &designation)
{
    return {{QStringLiteral("role"), designation.role},
            {QStringLiteral("word"), json(designation.word)},
            {QStringLiteral("meanwhile"), json(designation.meanwhile)},
            {QStringLiteral("citation"), json(designation.citation)}};
}

QJsonObject json(const SeparationOfDuties &duties)
{
    return {{QStringLiteral("required"), duties.required},
            {QStringLiteral("citation"), json(duties.citation)},
            {QStringLiteral("exception"), duties.hasException() ? json(duties.exception) : QJsonValue()}};
}

QJsonObject json(const PasswordRules &rules)
{
    return {{QStringLiteral("minimumLength"), rules.minimumLength},
            {QStringLiteral("length"), json(rules.length)},
            {QStringLiteral("kinds"), QJsonArray::fromStringList(rules.kinds)},
            {QStringLiteral("composition"), json(rules.composition)},
            {QStringLiteral("changeInitial"), rules.changeInitial},
            {QStringLiteral("initial"), json(rules.initial)}};
}

QJsonObject json(const Retention &retention)
{
    QJsonArray years;
    for (const int year : retention.years)
        years.append(year);
    const bool nextYear = retention.start == RetentionStart::NextFiscalYear;
    return {{QStringLiteral("years"), years},
            {QStringLiteral("permanent"), retention.permanent},
            {QStringLiteral("start"), nextYear ? QStringLiteral("next-fiscal-year") : QStringLiteral("day-after")},
            {QStringLiteral("citation"), json(retention.citation)}};
}

QJsonObject json(const DocumentKind &kind)
{
    return {{QStringLiteral("id"), kind.id},
            {QStringLiteral("title"), json(kind.title)},
            {QStringLiteral("classes"), classesJson(kind.classes)},
            {QStringLiteral("citation"), json(kind.citation)}};
}

template <typename T>
QJsonArray jsonList(const std::vector<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(json(value));
    return array;
}

QJsonObject levelsJson(const std::map<QString, QStringList> &levels)
{
    QJsonObject object;
    for (const auto &[axis, ids] : levels)
        object.insert(axis, QJsonArray::fromStringList(ids));
    return object;
}

QJsonObject json(const DisposalRules &rules)
{
    QJsonArray reasons;
    for (const DisposalRules::Reason &reason : rules.reasons) {
        reasons.append(QJsonObject{{QStringLiteral("id"), reason.id}, {QStringLiteral("text"), json(reason.text)}, {QStringLiteral("fact"), reason.fact},
                                   {QStringLiteral("citation"), json(reason.citation)}});
    }
    QJsonArray methods;
    for (const DisposalRules::Method &method : rules.methods) {
        methods.append(QJsonObject{{QStringLiteral("id"), method.id}, {QStringLiteral("text"), json(method.text)},
                                   {QStringLiteral("nist"), nameOf(method.sanitization)}, {QStringLiteral("kinds"), QJsonArray::fromStringList(method.kinds)},
                                   {QStringLiteral("citation"), json(method.citation)}});
    }
    QJsonArray demands;
    for (const DisposalRules::Demand &demand : rules.demands) {
        demands.append(QJsonObject{{QStringLiteral("classes"), levelsJson(demand.classes)}, {QStringLiteral("kinds"), QJsonArray::fromStringList(demand.kinds)},
                                   {QStringLiteral("least"), nameOf(demand.least)}, {QStringLiteral("followUp"), demand.followUp},
                                   {QStringLiteral("text"), json(demand.text)}, {QStringLiteral("citation"), json(demand.citation)}});
    }
    return {{QStringLiteral("reasons"), reasons}, {QStringLiteral("methods"), methods}, {QStringLiteral("demands"), demands}};
}

} // namespace

QJsonArray packJson(const Pack &pack)
{
    QJsonArray axes;
    for (const Axis &axis : pack.axes)
        axes.append(QJsonObject{{QStringLiteral("id"), axis.id},
                                {QStringLiteral("title"), json(axis.title)},
                                {QStringLiteral("levels"), json(axis.levels)}});
    return {QJsonObject{{QStringLiteral("id"), pack.id},
                        {QStringLiteral("version"), pack.version},
                        {QStringLiteral("title"), json(pack.title)},
                        {QStringLiteral("authority"), json(pack.authority)},
                        {QStringLiteral("draft"), pack.draft},
                        {QStringLiteral("basedOn"), pack.basedOn},
                        {QStringLiteral("notice"), json(pack.notice)},
                        {QStringLiteral("enacted"), pack.enacted.toString(Qt::ISODate)},
                        {QStringLiteral("inForce"), pack.inForce.toString(Qt::ISODate)},
                        {QStringLiteral("source"), json(pack.source)},
                        {QStringLiteral("designation"), pack.designation ? json(*pack.designation) : QJsonValue()},
                        {QStringLiteral("questionsTo"), pack.questionsTo},
                        {QStringLiteral("appliesTo"), QJsonArray::fromStringList(pack.appliesTo)},
                        {QStringLiteral("scope"), json(pack.scope)},
                        {QStringLiteral("axes"), axes},
                        {QStringLiteral("roles"), jsonList(pack.roles)},
                        {QStringLiteral("questions"), jsonList(pack.questions)},
                        {QStringLiteral("facts"), jsonList(pack.facts)},
                        {QStringLiteral("rules"), jsonList(pack.rules)},
                        {QStringLiteral("separationOfDuties"), json(pack.separationOfDuties)},
                        {QStringLiteral("passwords"), json(pack.passwords)},
                        {QStringLiteral("idle"), QJsonObject{{QStringLiteral("minutes"), pack.idle.minutes},
                                                             {QStringLiteral("citation"), json(pack.idle.citation)}}},
                        {QStringLiteral("retention"), json(pack.retention)},
                        {QStringLiteral("documentKinds"), jsonList(pack.documentKinds)},
                        {QStringLiteral("incidentCalls"), jsonList(pack.incidentCalls)},
                        {QStringLiteral("sending"), json(pack.sending)},
                        {QStringLiteral("vault"), json(pack.vault)},
                        {QStringLiteral("disposal"), json(pack.disposal)}}};
}

QJsonArray coverageJson(const Pack &pack)
{
    QJsonArray array;
    for (const Provision &provision : pack.provisions)
        array.append(QJsonObject{{QStringLiteral("id"), provision.id},
                                 {QStringLiteral("article"), provision.article},
                                 {QStringLiteral("quote"), provision.quote},
                                 {QStringLiteral("strength"), provision.strength},
                                 {QStringLiteral("feature"), provision.feature},
                                 {QStringLiteral("state"), provision.state},
                                 {QStringLiteral("note"), json(provision.note)}});
    return array;
}

} // namespace shirushi::cli
