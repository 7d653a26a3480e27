#include "policy/cases.h"

#include "policy/questionnaire.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::policy {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::policy", text);
}

QString sortedList(QStringList ids)
{
    ids.removeDuplicates();
    ids.sort();
    return ids.isEmpty() ? tr("none") : ids.join(QStringLiteral(", "));
}

void passSource(Questionnaire &walk, const Pack &pack, const QString &firstQuestion)
{
    const Question *wanted = pack.question(firstQuestion);
    const Question *current = walk.current();
    if (!wanted || !current || current->step != u"source" || wanted->step == u"source")
        return;
    const auto begin = std::find_if(current->answers.begin(), current->answers.end(),
                                    [](const Answer &answer) { return answer.outcome.begin; });
    if (begin != current->answers.end())
        walk.answer(QString(begin->id));
}

// Empty when every answer could be given.
QString walkThrough(Questionnaire &walk, const Case &situation)
{
    for (const auto &[question, answer] : situation.answers) {
        const Question *current = walk.current();
        if (!current)
            return tr("The questions end before “%1”.").arg(question);
        if (current->id != question)
            return tr("“%1” is asked, not “%2”.").arg(current->id, question);
        if (!walk.answer(answer))
            return tr("“%1” has no answer “%2”.").arg(question, answer);
    }
    return {};
}

QString ending(const Questionnaire &walk)
{
    if (walk.inherits())
        return QStringLiteral("inherit");
    return walk.openQuestions().empty() ? QString() : QStringLiteral("refer");
}

void compareWalk(const std::shared_ptr<const Pack> &pack, const Case &situation, QStringList &found)
{
    Questionnaire walk(pack);
    passSource(walk, *pack, situation.answers.front().first);
    if (const QString problem = walkThrough(walk, situation); !problem.isEmpty()) {
        found.append(problem);
        return;
    }
    for (const auto &[axis, level] : situation.levels) {
        const auto decided = walk.classes().find(axis);
        const QString actual = decided == walk.classes().end() ? tr("none") : decided->second;
        if (actual != level)
            found.append(tr("On the axis “%1” comes %2, expected is %3.").arg(axis, actual, level));
    }
    if (!situation.ends.isEmpty() && ending(walk) != situation.ends) {
        found.append(tr("The questions end with “%1”, expected is “%2”.")
                         .arg(ending(walk).isEmpty() ? tr("none") : ending(walk), situation.ends));
    }
}

void compareVerdict(const Pack &pack, const Case &situation, QStringList &found)
{
    const Verdict verdict = evaluate(pack, situationOf(situation));
    if (verdict.ruling != *situation.ruling) {
        found.append(tr("The verdict is %1, expected is %2 (rules: %3).")
                         .arg(toText(verdict.ruling), toText(*situation.ruling), sortedList(verdict.rules)));
        return;
    }
    if (verdict.ruling == Ruling::Forbidden && situation.obligations.isEmpty())
        return;
    QStringList ids;
    for (const Obligation &obligation : verdict.obligations)
        ids.append(obligation.id);
    const QString actual = sortedList(ids);
    const QString expected = sortedList(situation.obligations);
    if (actual != expected)
        found.append(tr("The obligations are %1, expected are %2.").arg(actual, expected));
}

} // namespace

QString toText(Ruling ruling)
{
    switch (ruling) {
    case Ruling::Permitted:
        return QStringLiteral("permitted");
    case Ruling::WithObligations:
        return QStringLiteral("permitted-with-obligations");
    case Ruling::Forbidden:
        break;
    }
    return QStringLiteral("forbidden");
}

Situation situationOf(const Case &situation)
{
    return {situation.action,      situation.classes, situation.role,
            situation.destination, situation.channel, situation.given};
}

QStringList differences(const std::shared_ptr<const Pack> &pack, const Case &situation)
{
    QStringList found;
    if (!situation.answers.empty())
        compareWalk(pack, situation, found);
    if (situation.ruling)
        compareVerdict(*pack, situation, found);
    return found;
}

} // namespace shirushi::policy
