#include "policy/disposalrules.h"

#include <algorithm>

namespace shirushi::policy {

namespace {

template <typename T>
const T *find(const std::vector<T> &values, const QString &id)
{
    const auto found = std::find_if(values.begin(), values.end(), [&](const T &value) { return value.id == id; });
    return found == values.end() ? nullptr : &*found;
}

bool speaksOf(const DisposalRules::Demand &demand, const std::map<QString, QString> &classes)
{
    return demand.classes.empty() || std::any_of(classes.begin(), classes.end(), [&](const auto &given) {
        const auto levels = demand.classes.find(given.first);
        return levels != demand.classes.end() && levels->second.contains(given.second);
    });
}

} // namespace

QString nameOf(Sanitization sanitization)
{
    switch (sanitization) {
    case Sanitization::Clear: return QStringLiteral("clear");
    case Sanitization::Purge: return QStringLiteral("purge");
    case Sanitization::Destroy: break;
    }
    return QStringLiteral("destroy");
}

const DisposalRules::Reason *DisposalRules::reason(const QString &id) const
{
    return find(reasons, id);
}

const DisposalRules::Method *DisposalRules::method(const QString &id) const
{
    return find(methods, id);
}

const DisposalRules::Demand *DisposalRules::demandOn(const QString &kind, const std::map<QString, QString> &classes) const
{
    const auto found = std::find_if(demands.begin(), demands.end(), [&](const Demand &demand) {
        return (demand.kinds.isEmpty() || demand.kinds.contains(kind)) && speaksOf(demand, classes);
    });
    return found == demands.end() ? nullptr : &*found;
}

} // namespace shirushi::policy
