#include "policy/packchecks.h"

#include <QCoreApplication>
#include <QSet>

#include <functional>

namespace shirushi::policy {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::policy", text);
}

const QString &sourceStep()
{
    static const QString step = QStringLiteral("source");
    return step;
}

QString questionPath(std::size_t index)
{
    return at(QStringLiteral("/questions"), index);
}

QString answerPath(std::size_t question, std::size_t answer)
{
    return at(questionPath(question) + QStringLiteral("/answers"), answer) + QStringLiteral("/outcome");
}

void forEachOutcome(const Question &question, std::size_t index,
                    const std::function<void(const Outcome &, const QString &)> &visit)
{
    for (std::size_t answer = 0; answer < question.answers.size(); ++answer)
        visit(question.answers[answer].outcome, answerPath(index, answer));
    if (question.unknown)
        visit(*question.unknown, questionPath(index) + QStringLiteral("/unknown"));
}

void checkNext(const Pack &pack, const Question &question, const Outcome &outcome, const QString &path,
               Findings &findings)
{
    if (outcome.next.isEmpty())
        return;
    const Question *next = pack.question(outcome.next);
    if (!next)
        findings.add(path + QStringLiteral("/next"), tr("There is no question “%1”.").arg(outcome.next));
    else if (next->step != question.step)
        findings.add(path + QStringLiteral("/next"),
                     tr("The question “%1” belongs to another step.").arg(outcome.next));
}

void checkOutcome(const Pack &pack, const Question &question, const Outcome &outcome, const QString &path,
                  Findings &findings)
{
    const int ways = !outcome.next.isEmpty() + !outcome.level.isEmpty() + !outcome.levels.empty() + outcome.inherit
                     + outcome.begin;
    if (ways != 1)
        findings.add(path, tr("An answer leads to exactly one of: next, level, levels, inherit, begin."));
    if (outcome.refer && outcome.level.isEmpty() && outcome.levels.empty())
        findings.add(path, tr("A referral must say how the file is handled until it is answered."));

    const bool isSource = question.step == sourceStep();
    if (isSource ? !outcome.level.isEmpty() : outcome.begin || !outcome.levels.empty())
        findings.add(path, tr("begin and levels belong to the step “source”, level to an axis."));
    checkNext(pack, question, outcome, path, findings);

    const Axis *axis = pack.axis(question.step);
    if (!outcome.level.isEmpty() && axis && !axis->level(outcome.level)) {
        findings.add(path + QStringLiteral("/level"),
                     tr("The axis “%1” has no level “%2”.").arg(axis->id, outcome.level));
    }
    checkChosenLevels(pack, outcome.levels, path + QStringLiteral("/levels"), findings);
    const auto isNamed = [&](const Domain &domain) { return domain.id == outcome.domain; };
    if (!outcome.domain.isEmpty() && std::none_of(pack.domains.begin(), pack.domains.end(), isNamed))
        findings.add(path + QStringLiteral("/domain"), tr("There is no domain “%1”.").arg(outcome.domain));
}

void checkQuestion(const Pack &pack, std::size_t index, Findings &findings)
{
    const Question &question = pack.questions[index];
    const QString path = questionPath(index);
    const QString answers = path + QStringLiteral("/answers");
    if (question.step != sourceStep() && !pack.axis(question.step))
        findings.add(path + QStringLiteral("/step"), tr("There is no axis “%1”.").arg(question.step));
    checkTwice(question.answers, answers, QStringLiteral("/id"), [](const Answer &answer) { return answer.id; },
               findings);
    checkTwice(question.answers, answers, QStringLiteral("/key"), [](const Answer &answer) { return answer.key; },
               findings);
    checkCitation(question.citation, path + QStringLiteral("/citation"), findings);
    for (std::size_t answer = 0; answer < question.answers.size(); ++answer) {
        checkCitation(question.answers[answer].citation, at(answers, answer) + QStringLiteral("/citation"),
                      findings);
    }
    forEachOutcome(question, index, [&](const Outcome &outcome, const QString &place) {
        checkOutcome(pack, question, outcome, place, findings);
    });
}

// One walk over the whole tree, depth first from the first question of each step. The depth is bounded by the
// number of questions, which the schema bounds.
class Tree
{
public:
    Tree(const Pack &pack, Findings &findings) : m_pack(pack), m_findings(findings)
    {
        for (std::size_t index = 0; index < pack.questions.size(); ++index)
            m_places.emplace(pack.questions[index].id, index);
    }

    void walk(const QString &step)
    {
        if (const Question *first = m_pack.firstQuestion(step))
            visit(first->id);
    }

    bool wasAsked(const QString &question) const { return m_done.contains(question); }
    bool wasReached(const QString &step, const QString &level) const { return m_levels.contains({step, level}); }

private:
    void visit(const QString &id)
    {
        const auto place = m_places.find(id);
        if (place == m_places.end() || m_done.contains(id))
            return;
        const Question &question = m_pack.questions[place->second];
        m_open.insert(id);
        // わからない is no way to a level: it only holds until somebody has answered.
        for (const Answer &answer : question.answers)
            m_levels.insert({question.step, answer.outcome.level});
        forEachOutcome(question, place->second, [&](const Outcome &outcome, const QString &path) {
            if (m_open.contains(outcome.next)) {
                m_findings.add(path + QStringLiteral("/next"),
                               tr("The questions lead round in a circle: “%1” was asked before.").arg(outcome.next));
            } else if (!outcome.next.isEmpty()) {
                visit(outcome.next);
            }
        });
        m_open.remove(id);
        m_done.insert(id);
    }

    const Pack &m_pack;
    Findings &m_findings;
    std::map<QString, std::size_t> m_places;
    QSet<QString> m_open;
    QSet<QString> m_done;
    QSet<std::pair<QString, QString>> m_levels;
};

} // namespace

void checkQuestions(const Pack &pack, Findings &findings)
{
    checkTwice(pack.questions, QStringLiteral("/questions"), QStringLiteral("/id"),
               [](const Question &question) { return question.id; }, findings);
    for (std::size_t index = 0; index < pack.questions.size(); ++index)
        checkQuestion(pack, index, findings);

    Tree tree(pack, findings);
    tree.walk(sourceStep());
    for (const Axis &axis : pack.axes)
        tree.walk(axis.id);
    for (std::size_t index = 0; index < pack.questions.size(); ++index) {
        if (!tree.wasAsked(pack.questions[index].id))
            findings.add(questionPath(index), tr("No answer leads to the question “%1”.").arg(pack.questions[index].id));
    }
    for (std::size_t axis = 0; axis < pack.axes.size(); ++axis) {
        for (std::size_t level = 0; level < pack.axes[axis].levels.size(); ++level) {
            const QString &id = pack.axes[axis].levels[level].id;
            if (!tree.wasReached(pack.axes[axis].id, id)) {
                findings.add(at(at(QStringLiteral("/axes"), axis) + QStringLiteral("/levels"), level),
                             tr("No answer leads to the level “%1”.").arg(id));
            }
        }
    }
}

} // namespace shirushi::policy
