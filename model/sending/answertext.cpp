#include "sending/answertext.h"

#include "labelling/entrydrafts.h"
#include "policy/cases.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shirushi::sending {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

QJsonObject json(const policy::Citation &citation, bool draft)
{
    return {{QStringLiteral("article"), citation.article},
            {QStringLiteral("quote"), citation.quote},
            {QStringLiteral("draft"), draft || citation.draft}};
}

QJsonArray json(const std::vector<policy::Obligation> &obligations, const Answer &answer)
{
    QJsonArray array;
    for (const policy::Obligation &obligation : obligations) {
        const policy::Role *approver = answer.pack->role(obligation.approver);
        array.append(QJsonObject{{QStringLiteral("id"), obligation.id},
                                 {QStringLiteral("text"), obligation.text.ja},
                                 {QStringLiteral("ifNeeded"), obligation.ifNeeded},
                                 {QStringLiteral("approver"), obligation.approver},
                                 {QStringLiteral("approverTitle"), approver ? approver->title.ja : QString()},
                                 {QStringLiteral("word"), obligation.word.ja},
                                 {QStringLiteral("citation"), json(obligation.citation, answer.isDraft())}});
    }
    return array;
}

QJsonArray jsonOfFacts(const Answer &answer)
{
    QJsonArray facts;
    for (const policy::Fact &fact : answer.facts) {
        facts.append(QJsonObject{{QStringLiteral("id"), fact.id},
                                 {QStringLiteral("text"), fact.title.ja},
                                 {QStringLiteral("given"), answer.situation.given.contains(fact.id)}});
    }
    return facts;
}

} // namespace

QString sentenceOf(const Answer &answer)
{
    const QString &action = answer.situation.action;
    const bool published = action == u"publish";
    const bool provided = action == u"provide";
    switch (answer.verdict.ruling) {
    case policy::Ruling::Permitted:
        return published ? tr("This may be published.") : provided ? tr("This may be provided.") : tr("This may be sent.");
    case policy::Ruling::WithObligations:
        return published  ? tr("This may be published, if the conditions are met.")
               : provided ? tr("This may be provided, if the conditions are met.")
                          : tr("This may be sent, if the conditions are met.");
    case policy::Ruling::Forbidden: break;
    }
    return published ? tr("This must not be published.") : provided ? tr("This must not be provided.") : tr("This must not be sent.");
}

QJsonObject toJson(const Answer &answer, const QString &asked)
{
    QJsonArray citations;
    for (const policy::Citation &citation : answer.verdict.citations)
        citations.append(json(citation, answer.isDraft()));
    QJsonArray explanations;
    for (const policy::Text &text : answer.verdict.explanations)
        explanations.append(text.ja);
    QJsonObject object{{QStringLiteral("verdict"), policy::toText(answer.verdict.ruling)},
                       {QStringLiteral("obligations"), json(answer.verdict.obligations, answer)},
                       {QStringLiteral("reminders"), json(answer.verdict.reminders, answer)},
                       {QStringLiteral("citations"), citations},
                       {QStringLiteral("explanations"), explanations},
                       {QStringLiteral("rules"), QJsonArray::fromStringList(answer.verdict.rules)},
                       {QStringLiteral("facts"), jsonOfFacts(answer)},
                       {QStringLiteral("action"), answer.situation.action},
                       {QStringLiteral("to"), answer.situation.destination},
                       {QStringLiteral("channel"), answer.situation.channel},
                       {QStringLiteral("role"), answer.situation.role},
                       {QStringLiteral("classes"), labelling::classesJson(answer.pack->id, answer.situation.classes).value(QStringLiteral("classes"))},
                       {QStringLiteral("policy"), asked},
                       {QStringLiteral("answeredBy"), answer.pack->id},
                       {QStringLiteral("draft"), answer.isDraft()},
                       {QStringLiteral("outsideScope"), answer.outsideScope}};
    if (answer.outsideScope)
        object.insert(QStringLiteral("scope"), json(answer.scope, false));
    return object;
}

} // namespace shirushi::sending
