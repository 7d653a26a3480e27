#include "dispose/disposewords.h"

#include "base/clock.h"
#include "disposal/register.h"
#include "erasure/ground.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::disposals {

namespace {

constexpr int mostNames = 10;
constexpr qsizetype methodCell = 8; // of disposal::registerCells()

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::disposals", text);
}

} // namespace

QString dueText(const Row &row)
{
    if (!row.lastDay.isValid())
        return row.note;
    const QString day = base::toJapaneseDate(row.lastDay);
    return row.lastDay < QDate::currentDate() ? tr("Its retention ended on %1").arg(day) : tr("Kept until %1").arg(day);
}

QString dayText(const QDateTime &at)
{
    return base::toJapaneseDate(at.toLocalTime().date());
}

QString deedAndReason(const Pending &pending)
{
    return pending.isErasure ? tr("Erasure: %1").arg(pending.reason) : tr("Disposal: %1").arg(pending.reason);
}

QString thingsText(const Pending &pending)
{
    const auto left = static_cast<int>(pending.names.size());
    if (left == 0)
        return {};
    const QString names = left > 1 ? tr("%1 and %2 more").arg(pending.names.front()).arg(left - 1) : pending.names.front();
    const int gone = static_cast<int>(pending.total) - left;
    return gone > 0 ? tr("%1 (%2 are gone)").arg(names).arg(gone) : names;
}

QString stateText(const Pending &pending)
{
    if (pending.mayRun)
        return pending.validUntil.isValid() ? tr("Permitted until %1").arg(dayText(pending.validUntil)) : tr("Permitted");
    return pending.comment.isEmpty() ? pending.stateText : tr("%1: %2").arg(pending.stateText, pending.comment);
}

QString namesText(const QStringList &names)
{
    if (names.size() <= mostNames)
        return names.join(u'\n');
    const int left = static_cast<int>(names.size()) - mostNames;
    const QString more = QCoreApplication::translate("shirushi::disposals", "and %n more", nullptr, left);
    return names.first(mostNames).join(u'\n') + u'\n' + more;
}

QString interruptionText(const disposal::Recovered &recovered)
{
    QStringList lines;
    if (!recovered.gone.isEmpty())
        lines += tr("These are gone, and have their record now:") + u'\n' + namesText(recovered.gone);
    if (!recovered.untouched.isEmpty())
        lines += tr("These were not touched and are where they were:") + u'\n' + namesText(recovered.untouched);
    if (!recovered.untouched.isEmpty())
        lines += tr("To go on, choose the request below once more.");
    return (lines + recovered.notices).join(u'\n');
}

QString kindText(const QString &kind)
{
    return kind == u"medium"  ? tr("Storage medium")
           : kind == u"paper" ? tr("Paper")
           : kind == u"device" ? tr("Device")
           : kind == u"item"  ? tr("Item of a vault")
                              : tr("File");
}

QString nistText(policy::Sanitization sanitization)
{
    return sanitization == policy::Sanitization::Clear   ? QStringLiteral("Clear")
           : sanitization == policy::Sanitization::Purge ? QStringLiteral("Purge")
                                                         : QStringLiteral("Destroy");
}

QString mediumText(const disposal::Record &record)
{
    return QString(erasure::mediumWords(record.mediumKind) + u' ' + record.medium).trimmed();
}

QString planText(const Planned &planned)
{
    if (!planned.row.problem.isEmpty())
        return planned.row.problem;
    if (!planned.refusal.isEmpty())
        return planned.refusal;
    if (planned.isStated)
        return tr("Done by a person, who records it");
    return planned.followUp.isEmpty() ? planned.method : tr("%1; then: %2").arg(planned.method, planned.followUp);
}

QString shortName(const disposal::Record &record)
{
    if (record.kind != u"file" && record.kind != u"item")
        return record.name + u'\n' + kindText(record.kind);
    const qsizetype slash = record.name.lastIndexOf(u'/');
    return slash < 0 ? record.name : QString(record.name.sliced(slash + 1) + u'\n' + record.name.first(slash));
}

QString treatmentText(const Line &line)
{
    const QString method = line.cells.value(methodCell).section(u'\n', 0, 0);
    return line.isOpen ? tr("%1\nTo follow: %2").arg(method, line.followUp) : method;
}

QString detailsText(const Line &line)
{
    const QStringList heads = disposal::registerHeads();
    QStringList lines;
    for (qsizetype i = 0; i < heads.size() && i < line.cells.size(); ++i) {
        QString cell = line.cells[i];
        if (!cell.isEmpty())
            lines += tr("%1: %2").arg(heads[i], cell.replace(u'\n', tr(", ")));
    }
    return lines.join(u'\n');
}

QString reviewText(const Register &found)
{
    if (found.reviews.empty())
        return tr("Not reviewed yet");
    const Review &review = found.reviews.front();
    const auto later = static_cast<int>(std::ranges::count_if(found.lines, [&](const Line &line) { return line.record.seq > review.seq; }));
    const QString text = tr("Reviewed by %1 on %2 (entry %3)").arg(review.by, dayText(review.at)).arg(review.seq);
    if (later == 0)
        return text;
    const QString after = QCoreApplication::translate("shirushi::disposals", "%n came afterwards", nullptr, later);
    return text + u'\n' + after;
}

} // namespace shirushi::disposals
