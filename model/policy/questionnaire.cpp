#include "policy/questionnaire.h"

#include <algorithm>

namespace shirushi::policy {

namespace {

const QString &sourceStep()
{
    static const QString step = QStringLiteral("source");
    return step;
}

const Outcome *findOutcome(const Question &question, const QString &answerId)
{
    if (answerId == u"?")
        return question.unknown ? &*question.unknown : nullptr;
    const auto found = std::find_if(question.answers.begin(), question.answers.end(),
                                    [&](const Answer &answer) { return answer.id == answerId; });
    return found == question.answers.end() ? nullptr : &found->outcome;
}

} // namespace

Questionnaire::Questionnaire(std::shared_ptr<const Pack> pack) : m_pack(std::move(pack))
{
    enterStep(0);
}

const Question *Questionnaire::current() const
{
    return m_current.isEmpty() ? nullptr : m_pack->question(m_current);
}

Outcome Questionnaire::outcomeOf(const QString &answerId) const
{
    const Question *question = current();
    const Outcome *outcome = question ? findOutcome(*question, answerId) : nullptr;
    return outcome ? *outcome : Outcome();
}

bool Questionnaire::answer(const QString &answerId)
{
    const Question *question = current();
    const Outcome *outcome = question ? findOutcome(*question, answerId) : nullptr;
    if (!outcome)
        return false;
    m_path.emplace_back(question->id, answerId);
    apply(*question, *outcome, answerId == u"?");
    return true;
}

bool Questionnaire::back()
{
    if (m_path.empty())
        return false;
    Questionnaire replayed(m_pack);
    for (auto step = m_path.begin(); step != std::prev(m_path.end()); ++step)
        replayed.answer(step->second);
    *this = replayed;
    return true;
}

bool Questionnaire::isFinished() const
{
    return current() == nullptr;
}

QStringList Questionnaire::steps() const
{
    QStringList steps;
    if (m_pack->firstQuestion(sourceStep()))
        steps.append(sourceStep());
    for (const Axis &axis : m_pack->axes)
        steps.append(axis.id);
    return steps;
}

int Questionnaire::currentStep() const
{
    return m_step;
}

// A step whose axis is decided already (by the source) or that has no question is passed over.
void Questionnaire::enterStep(int step)
{
    const QStringList all = steps();
    for (m_step = step; m_step < all.size(); ++m_step) {
        const Question *first = m_pack->firstQuestion(all[m_step]);
        if (first && !m_classes.contains(all[m_step])) {
            m_current = first->id;
            return;
        }
    }
    m_current.clear();
}

void Questionnaire::decide(const Question &question, const QString &axis, const QString &level, bool provisional)
{
    m_classes.insert_or_assign(axis, level);
    if (provisional)
        m_open.push_back({question.id, question.text.ja, m_pack->questionsTo, axis, level});
}

void Questionnaire::apply(const Question &question, const Outcome &outcome, bool wasUnknown)
{
    m_asksPublishOn = m_asksPublishOn || outcome.askPublishOn;
    if (!outcome.domain.isEmpty())
        m_domain = outcome.domain;

    const bool provisional = wasUnknown || outcome.refer;
    if (!outcome.level.isEmpty())
        decide(question, question.step, outcome.level, provisional);
    for (const auto &[axis, level] : outcome.levels)
        decide(question, axis, level, provisional);

    if (outcome.inherit) {
        m_inherits = true;
        m_current.clear();
        m_step = static_cast<int>(steps().size());
    } else if (!outcome.next.isEmpty()) {
        m_current = outcome.next;
    } else {
        enterStep(m_step + 1);
    }
}

} // namespace shirushi::policy
