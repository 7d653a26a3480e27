#include "disposal/register.h"

#include "base/clock.h"
#include "disposal/items.h"
#include "disposal/leavings.h"
#include "erasure/ground.h"
#include "policy/approvals.h"
#include "print/csv.h"
#include "print/tableform.h"

#include <QCoreApplication>

namespace shirushi::disposal {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::disposal", text);
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Verified: return tr("Overwritten, read back and removed");
    case Outcome::Interrupted: return tr("Interrupted; overwritten and removed afterwards");
    case Outcome::Gone: return tr("Interrupted; it was gone when the work was taken up again");
    case Outcome::Stated: break;
    }
    return tr("As stated by the person");
}

QString methodText(const QString &id, const RegisterWords &words)
{
    const policy::DisposalRules::Method *method = words.pack->disposal.method(id);
    return method ? method->text.ja : id;
}

QString deedText(const Record &record)
{
    return record.isErasure() ? tr("Erasure") : tr("Disposal");
}

QString nistText(policy::Sanitization sanitization)
{
    switch (sanitization) {
    case policy::Sanitization::Clear: return QStringLiteral("Clear");
    case policy::Sanitization::Purge: return QStringLiteral("Purge");
    case policy::Sanitization::Destroy: break;
    }
    return QStringLiteral("Destroy");
}

QString personText(const Record &record, const RegisterWords &words)
{
    return record.performer.isEmpty() ? words.personName(record.by) : words.personName(record.performer);
}

QString dayText(const Record &record)
{
    if (record.doneOn.isValid())
        return base::toJapaneseDate(record.doneOn);
    const QDateTime at = record.at.toLocalTime();
    return base::toJapaneseDate(at.date()) + at.toString(QStringLiteral(" HH:mm"));
}

} // namespace

QString classText(const Record &record, const RegisterWords &words)
{
    if (record.policy == words.pack->id && policy::checkClasses(*words.pack, record.classes))
        return policy::classText(*words.pack, record.classes);
    QStringList parts;
    for (const auto &[axis, level] : record.classes)
        parts += axis + u'=' + level;
    return parts.join(QStringLiteral("、"));
}

QString permissionText(const Record &record, const RegisterWords &words)
{
    if (record.request.isEmpty())
        return tr("Not needed (%1)").arg(record.reason.text);
    QStringList parts;
    for (const Approver &approver : record.approvers) {
        const policy::Role *role = words.pack->role(approver.role);
        parts += (role ? role->title.ja : approver.role) + u' ' + (approver.onPaper ? approver.by : words.personName(approver.by));
    }
    return parts.join(QStringLiteral("、")) + u'\n' + record.request.left(8);
}

QString treatmentText(const Record &record, const RegisterWords &words)
{
    return methodText(record.method, words) + QStringLiteral("（%1）").arg(nistText(record.sanitization)) + u'\n' + outcomeText(record.outcome);
}

QString remarksText(const Record &record, const RegisterWords &words)
{
    QStringList parts;
    if (!record.witness.isEmpty())
        parts += tr("Witness: %1").arg(record.witness);
    if (!record.contractor.isEmpty())
        parts += tr("Contractor: %1").arg(record.contractor);
    if (!record.certificate.isEmpty())
        parts += tr("Certificate: %1").arg(record.certificate);
    if (record.hasAttachment)
        parts += tr("A file is kept with the entry");
    for (const Evidence &one : record.evidence)
        parts += tr("In a vault: %1").arg(one.name);
    for (const QString &doubt : record.doubts)
        parts += erasure::sentenceOf(doubt);
    for (const QString &copy : record.copies)
        parts += sentenceOfCopy(copy);
    if (!record.followUp.isEmpty())
        parts += tr("To follow: %1").arg(methodText(record.followUp, words));
    for (const std::int64_t seq : record.closes)
        parts += tr("Follows entry %1").arg(seq);
    if (!record.namesakes.isEmpty())
        parts += tr("One content under several names; with it went: %1").arg(record.namesakes.join(QStringLiteral("、")));
    parts += mentionsText(record);
    if (!record.suspects.isEmpty())
        parts += tr("Left: %1").arg(record.suspects.join(QStringLiteral("、")));
    return parts.join(u'\n');
}

QStringList approvalHeads(const policy::Pack &pack)
{
    QStringList heads;
    for (const policy::Approval &approval : policy::approvalsFor(pack, {disposeAction, {}, {}, {}, {}, {}})) {
        if (const policy::Role *role = pack.role(approval.approver))
            heads += role->title.ja;
    }
    heads.removeDuplicates();
    return heads;
}

QStringList registerHeads()
{
    return {tr("No."), tr("Date and time"), tr("Person"), tr("Deed"), tr("Asset"), tr("Class"), tr("Reason"), tr("Permission"), tr("Treatment"), tr("Remarks")};
}

QStringList registerCells(const Record &record, const RegisterWords &words)
{
    return {QString::number(record.seq), dayText(record), personText(record, words), deedText(record), record.name, classText(record, words),
            record.reason.text, permissionText(record, words), treatmentText(record, words), remarksText(record, words)};
}

base::Result<QByteArray> registerPdf(const std::vector<Record> &records, int year, const RegisterWords &words, const QStringList &approvals,
                                     const QDateTime &now)
{
    print::TableForm form{tr("Register of disposals"), year > 0 ? base::toJapaneseFiscalYear(year) : QString(), {words.pack->title.ja}, approvals, now, true, {}, {}};
    const QStringList heads = registerHeads();
    constexpr int widths[] = {4, 11, 8, 4, 20, 10, 10, 12, 14, 20};
    for (qsizetype i = 0; i < heads.size(); ++i)
        form.columns.push_back({heads[i], widths[i], i == 0});
    form.textSize = 7.5;
    for (const Record &record : records)
        form.rows.push_back(registerCells(record, words));
    return print::toPdf(form);
}

QByteArray registerCsv(const std::vector<Record> &records, const RegisterWords &words)
{
    QByteArray csv = print::csvMark() + print::csvRecord(registerHeads() + QStringList{tr("Content hash"), tr("SHA-256")});
    for (const Record &record : records)
        csv += print::csvRecord(registerCells(record, words) + QStringList{record.contentHash, record.sha256});
    return csv;
}

} // namespace shirushi::disposal
