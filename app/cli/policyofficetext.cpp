#include "cli/policyparagraphs.h"

#include "cli/policyshow.h"
#include "cli/terminaltext.h"
#include "policy/approvals.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

using namespace policy;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

QString approvalText(const Pack &pack, const Approval &approval)
{
    QString text = wrapped(roleName(pack, approval.approver) + QStringLiteral(": ") + spoken(approval.word)
                               + (approval.standing ? tr(" (once, beforehand)") : QString()),
                           0);
    text += labelled(tr("When"), conditionText(pack, approval.when), 4);
    return text + labelled(tr("Basis"), cited(approval.citation), 4);
}

QString approvalsText(const Pack &pack)
{
    QString text = heading(tr("Who is asked"));
    for (const Approval &approval : approvalsOf(pack))
        text += approvalText(pack, approval);
    return text;
}

QString dutiesText(const SeparationOfDuties &duties)
{
    QString text = wrapped(duties.required ? tr("Who asks and who approves are two people.")
                                           : tr("Who asks may approve as well."),
                           0);
    text += labelled(tr("Basis"), cited(duties.citation), 4);
    return text + labelled(tr("Exception"), cited(duties.exception), 4);
}

QString passwordText(const PasswordRules &rules)
{
    QString text = wrapped(tr("Passwords: at least %1 characters").arg(rules.minimumLength), 0);
    text += labelled(tr("Basis"), cited(rules.length), 4);
    text += labelled(tr("Each of"), rules.kinds.join(QStringLiteral(", ")), 4);
    text += labelled(tr("Basis"), cited(rules.composition), 4);
    if (!rules.changeInitial)
        return text;
    text += wrapped(tr("A temporary password is changed at the first sign-in."), 0);
    return text + labelled(tr("Basis"), cited(rules.initial), 4);
}

QString retentionText(const Retention &retention)
{
    QStringList years;
    for (const int year : retention.years)
        years << QString::number(year);
    QString text = wrapped(tr("Kept for years: %1").arg(years.join(QStringLiteral(", ")))
                               + (retention.permanent ? tr(", or for good") : QString()),
                           0);
    text += wrapped(retention.start == RetentionStart::NextFiscalYear
                        ? tr("Counted from 1 April after the fiscal year of origin.")
                        : tr("Counted from the day after the document was made."),
                    4);
    return text + labelled(tr("Basis"), cited(retention.citation), 4);
}

QString kindsText(const Pack &pack)
{
    if (pack.documentKinds.empty())
        return {};
    QString text = heading(tr("Kinds of documents"));
    for (const DocumentKind &kind : pack.documentKinds) {
        QStringList levels;
        for (const auto &[axis, level] : kind.classes)
            levels << axis + u'=' + level;
        text += wrapped(spoken(kind.title) + QStringLiteral(": ") + levels.join(QStringLiteral(", ")), 0);
        text += labelled(tr("Basis"), cited(kind.citation), 4);
    }
    return text;
}

QString callsText(const Pack &pack)
{
    if (pack.incidentCalls.empty())
        return {};
    QString text = heading(tr("Who is told when something went wrong"));
    for (const IncidentCall &call : pack.incidentCalls) {
        QStringList tellers;
        for (const QString &teller : call.tellers)
            tellers << roleName(pack, teller);
        text += wrapped(call.role.isEmpty() ? spoken(call.body) : roleName(pack, call.role), 0);
        text += labelled(tr("Told by"), tellers.join(QStringLiteral(", ")), 4);
        text += labelled(tr("When"), conditionText(pack, call.when), 4);
        text += labelled(tr("Remark"), spoken(call.remark), 4);
        text += labelled(tr("Basis"), cited(call.citation), 4);
    }
    return text;
}

QString methodsText(const Pack &pack)
{
    QString text;
    if (!pack.sending.methodsBy.isEmpty()) {
        text += wrapped(tr("Methods of encryption are designated by: %1").arg(roleName(pack, pack.sending.methodsBy)), 0);
        text += labelled(tr("Basis"), cited(pack.sending.methods), 4);
    }
    return text + wrapped(tr("A password that was not told, or a receipt that was not confirmed, is asked after in days: %1").arg(pack.sending.overdueDays), 0);
}

QString levelsText(const Pack &pack, const VaultRules::Levels &levels)
{
    QStringList names;
    for (const auto &[axisId, ids] : levels) {
        const Axis *axis = pack.axis(axisId);
        for (const QString &id : ids) {
            const Level *level = axis ? axis->level(id) : nullptr;
            names += level ? spoken(level->name) : id;
        }
    }
    return names.join(QStringLiteral("、"));
}

QString vaultText(const Pack &pack)
{
    QString text;
    if (!pack.vault.escrow.isEmpty()) {
        text += wrapped(tr("What lies in a vault can always be recovered by: %1").arg(roleName(pack, pack.vault.escrow)), 0);
        text += labelled(tr("Basis"), cited(pack.vault.citation), 4);
    }
    if (!pack.vault.required.empty())
        text += wrapped(tr("Must lie in a vault: %1").arg(levelsText(pack, pack.vault.required)), 0);
    if (!pack.vault.offered.empty())
        text += wrapped(tr("A vault is offered for: %1").arg(levelsText(pack, pack.vault.offered)), 0);
    if (!pack.vault.permission.empty())
        text += wrapped(tr("Taken out of a vault with permission only: %1").arg(levelsText(pack, pack.vault.permission)), 0);
    if (pack.vault.secondCopy.months > 0) {
        text += wrapped(tr("Of what lies in a vault there must be a second copy of: %1; asked after again in months: %2")
                            .arg(levelsText(pack, pack.vault.secondCopy.levels)).arg(pack.vault.secondCopy.months), 0);
        text += labelled(tr("Basis"), cited(pack.vault.secondCopy.citation), 4);
    }
    if (pack.vault.longTerm.months > 0) {
        text += wrapped(tr("A vault on a medium that can be carried away, or with something that is kept %1 years or longer, is checked once in months: %2")
                            .arg(pack.vault.longTerm.years).arg(pack.vault.longTerm.months), 0);
        text += labelled(tr("Basis"), cited(pack.vault.longTerm.citation), 4);
    }
    return text;
}

QString disposalText(const Pack &pack)
{
    QStringList reasons;
    for (const DisposalRules::Reason &reason : pack.disposal.reasons)
        reasons += QStringLiteral("%1 (%2)").arg(spoken(reason.text), reason.id);
    QStringList methods;
    for (const DisposalRules::Method &method : pack.disposal.methods)
        methods += QStringLiteral("%1 (%2, %3)").arg(spoken(method.text), method.id, nameOf(method.sanitization));
    QString text = wrapped(tr("Reasons for disposal: %1").arg(reasons.join(QStringLiteral("、"))), 0);
    text += wrapped(tr("Methods of disposal: %1").arg(methods.join(QStringLiteral("、"))), 0);
    for (const DisposalRules::Demand &demand : pack.disposal.demands) {
        const QString classes = levelsText(pack, demand.classes);
        text += wrapped((classes.isEmpty() ? QString() : QString(classes + QStringLiteral("：")) ) + spoken(demand.text), 4);
        text += labelled(tr("Basis"), cited(demand.citation), 8);
    }
    return text;
}

} // namespace

QString officeText(const Pack &pack)
{
    QString text = approvalsText(pack) + heading(tr("In the office"));
    if (const auto &designation = pack.designation) {
        text += wrapped(spoken(designation->word) + QStringLiteral(": ") + roleName(pack, designation->role), 0);
        text += wrapped(spoken(designation->meanwhile), 4);
        text += labelled(tr("Basis"), cited(designation->citation), 4);
    }
    text += dutiesText(pack.separationOfDuties) + passwordText(pack.passwords);
    text += wrapped(tr("Locks itself after minutes without use: %1").arg(pack.idle.minutes), 0);
    text += labelled(tr("Basis"), cited(pack.idle.citation), 4);
    return text + retentionText(pack.retention) + methodsText(pack) + vaultText(pack) + disposalText(pack) + kindsText(pack) + callsText(pack);
}

} // namespace shirushi::cli
