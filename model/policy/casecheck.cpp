#include "policy/cases.h"
#include "policy/packchecks.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace shirushi::policy {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::policy", text);
}

// What the rules speak of, so that a case with a slip of the pen is found.
struct Vocabulary {
    QSet<QString> facts;
    QSet<QString> obligations;

    explicit Vocabulary(const Pack &pack)
    {
        for (const Rule &rule : pack.rules) {
            for (const QString &fact : rule.when.given + rule.when.unless)
                facts.insert(fact);
            for (const Obligation &obligation : rule.obligations)
                obligations.insert(obligation.id);
        }
    }
};

void checkAnswers(const Pack &pack, const Case &situation, const QString &path, Findings &findings)
{
    for (std::size_t index = 0; index < situation.answers.size(); ++index) {
        const auto &[questionId, answerId] = situation.answers[index];
        const QString place = at(path + QStringLiteral("/answers"), index);
        const Question *question = pack.question(questionId);
        if (!question) {
            findings.add(place + QStringLiteral("/0"), tr("There is no question “%1”.").arg(questionId));
            continue;
        }
        const bool known =
            answerId == u"?"
                ? question->unknown.has_value()
                : std::any_of(question->answers.begin(), question->answers.end(),
                              [&, id = answerId](const Answer &answer) { return answer.id == id; });
        if (!known)
            findings.add(place + QStringLiteral("/1"), tr("“%1” has no answer “%2”.").arg(questionId, answerId));
    }
}

void checkList(const QStringList &ids, const QSet<QString> &known, const QString &path, const char *reason,
               Findings &findings)
{
    for (qsizetype index = 0; index < ids.size(); ++index) {
        if (!known.contains(ids[index]))
            findings.add(at(path, static_cast<std::size_t>(index)), tr(reason).arg(ids[index]));
    }
}

void checkCase(const Pack &pack, const Vocabulary &known, const Case &situation, const QString &path,
               Findings &findings)
{
    checkAnswers(pack, situation, path, findings);
    checkChosenLevels(pack, situation.levels, path + QStringLiteral("/levels"), findings);
    checkChosenLevels(pack, situation.classes, path + QStringLiteral("/classes"), findings);
    if (!situation.role.isEmpty() && !pack.role(situation.role))
        findings.add(path + QStringLiteral("/role"), tr("There is no role “%1”.").arg(situation.role));
    checkList(situation.given, known.facts, path + QStringLiteral("/given"),
              QT_TRANSLATE_NOOP("shirushi::policy", "No rule speaks of the fact “%1”."), findings);
    checkList(situation.obligations, known.obligations, path + QStringLiteral("/obligations"),
              QT_TRANSLATE_NOOP("shirushi::policy", "No rule has the obligation “%1”."), findings);

    const bool asks = !situation.answers.empty();
    const bool acts = !situation.action.isEmpty();
    if (asks == acts || asks != (!situation.levels.empty() || !situation.ends.isEmpty())
        || acts != situation.ruling.has_value()) {
        findings.add(path, tr("A case has either answers with levels or ends, or an action with a ruling."));
    }
}

} // namespace

void checkCases(const Pack &pack, Findings &findings)
{
    const QString cases = QStringLiteral("/cases");
    checkTwice(pack.cases, cases, QStringLiteral("/id"), [](const Case &situation) { return situation.id; }, findings);
    const Vocabulary known(pack);
    QSet<QString> covered;
    for (std::size_t index = 0; index < pack.cases.size(); ++index) {
        const Case &situation = pack.cases[index];
        checkCase(pack, known, situation, at(cases, index), findings);
        if (situation.action.isEmpty())
            continue;
        for (const QString &rule : evaluate(pack, situationOf(situation)).rules)
            covered.insert(rule);
    }
    for (std::size_t index = 0; index < pack.rules.size(); ++index) {
        if (!covered.contains(pack.rules[index].id)) {
            findings.add(at(QStringLiteral("/rules"), index),
                         tr("No case shows what the rule “%1” means.").arg(pack.rules[index].id));
        }
    }
}

} // namespace shirushi::policy
