#include "policy/pack.h"

#include <algorithm>

namespace shirushi::policy {

namespace {

template <typename T>
const T *findById(const std::vector<T> &values, const QString &id)
{
    const auto found = std::find_if(values.begin(), values.end(), [&](const T &value) { return value.id == id; });
    return found == values.end() ? nullptr : &*found;
}

} // namespace

const Level *Axis::level(const QString &levelId) const
{
    return findById(levels, levelId);
}

const Axis *Pack::axis(const QString &axisId) const
{
    return findById(axes, axisId);
}

const Role *Pack::role(const QString &roleId) const
{
    return findById(roles, roleId);
}

const Fact *Pack::fact(const QString &factId) const
{
    return findById(facts, factId);
}

const Question *Pack::question(const QString &questionId) const
{
    return findById(questions, questionId);
}

const Question *Pack::firstQuestion(const QString &step) const
{
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const Question &question) { return question.step == step; });
    return found == questions.end() ? nullptr : &*found;
}

} // namespace shirushi::policy
