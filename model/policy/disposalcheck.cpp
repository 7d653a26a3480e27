#include "policy/packchecks.h"

#include <QCoreApplication>

namespace shirushi::policy {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::policy", text);
}

void checkReasons(const Pack &pack, Findings &findings)
{
    const QString path = QStringLiteral("/disposal/reasons");
    const auto &reasons = pack.disposal.reasons;
    checkTwice(reasons, path, QStringLiteral("/id"), [](const DisposalRules::Reason &reason) { return reason.id; }, findings);
    for (std::size_t index = 0; index < reasons.size(); ++index) {
        if (!reasons[index].fact.isEmpty() && !pack.fact(reasons[index].fact))
            findings.add(at(path, index) + QStringLiteral("/fact"), tr("The rules know no such fact."));
        if (reasons[index].isOwn && reasons[index].fact.isEmpty())
            findings.add(at(path, index) + QStringLiteral("/own"), tr("Whose own it is matters only for what is erased without permission, by a fact."));
        checkCitation(reasons[index].citation, at(path, index) + QStringLiteral("/citation"), findings);
    }
}

void checkMethods(const Pack &pack, Findings &findings)
{
    const QString path = QStringLiteral("/disposal/methods");
    const auto &methods = pack.disposal.methods;
    checkTwice(methods, path, QStringLiteral("/id"), [](const DisposalRules::Method &method) { return method.id; }, findings);
    for (std::size_t index = 0; index < methods.size(); ++index)
        checkCitation(methods[index].citation, at(path, index) + QStringLiteral("/citation"), findings);
}

void checkDemands(const Pack &pack, Findings &findings)
{
    const QString demands = QStringLiteral("/disposal/demands");
    for (std::size_t index = 0; index < pack.disposal.demands.size(); ++index) {
        const DisposalRules::Demand &demand = pack.disposal.demands[index];
        const QString path = at(demands, index);
        for (const auto &[axisId, levelIds] : demand.classes) {
            for (const QString &level : levelIds)
                checkChosenLevels(pack, {{axisId, level}}, path + QStringLiteral("/classes"), findings);
        }
        const DisposalRules::Method *method = pack.disposal.method(demand.followUp);
        if (!demand.followUp.isEmpty() && (!method || !method->kinds.contains(QStringLiteral("medium"))))
            findings.add(path + QStringLiteral("/followUp"), tr("There is no such method for a medium."));
        checkCitation(demand.citation, path + QStringLiteral("/citation"), findings);
    }
}

} // namespace

void checkDisposal(const Pack &pack, Findings &findings)
{
    checkReasons(pack, findings);
    checkMethods(pack, findings);
    checkDemands(pack, findings);
}

} // namespace shirushi::policy
