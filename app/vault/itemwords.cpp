#include "vault/itemwords.h"

#include "base/clock.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace shirushi::vaults {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vaults", text);
}

} // namespace

QString keepingText(const vault::Keeping &keeping)
{
    if (keeping.permanent)
        return tr("For good");
    return keeping.years > 0 ? QCoreApplication::translate("shirushi::vaults", "%n years", nullptr, keeping.years) : tr("Not decided yet");
}

QString untilText(const Row &row)
{
    return row.lastDay.isValid() ? base::toJapaneseDate(row.lastDay) : keepingText(row.keeping);
}

QString stateText(const Row &row)
{
    if (!row.problem.isEmpty())
        return tr("Cannot be read") + u'\n' + row.problem;
    const QString state = row.isFinal ? tr("Locked, write-protected") : tr("Locked");
    if (!row.mayOpen)
        return state + u'\n' + tr("You can only recover it, with a reason.");
    if (row.isUnsettled)
        return state + u'\n' + tr("Not yet locked anew for its members.");
    if (!row.recoveredBy.isEmpty())
        return state + u'\n' + tr("Was recovered by %1").arg(row.recoveredBy);
    if (row.isCopyDue)
        return state + u'\n' + tr("No second copy is known.");
    if (row.isDue)
        return state + u'\n' + tr("Due for disposal");
    return row.ownMembers ? state + u'\n' + tr("Only for: %1").arg(row.openers.join(tr(", "))) : state;
}

QString stateText(const vault::Opened &opened)
{
    const QString since = tr("Open since %1").arg(QLocale().toString(opened.since.toLocalTime().time(), QStringLiteral("H:mm"))) + u'\n';
    if (opened.problem)
        return since + opened.problem->message;
    switch (opened.state) {
    case vault::OpenState::Changed:
        return since + tr("Changed. It is saved when the program has written it.");
    case vault::OpenState::Saving:
        return since + tr("The change is being saved.");
    case vault::OpenState::Saved:
        return since + tr("Changes are saved (%1)").arg(QLocale().toString(opened.savedAt.toLocalTime().time(), QStringLiteral("H:mm")));
    case vault::OpenState::Closing:
        return since + tr("It is being closed.");
    default:
        break;
    }
    if (opened.isReadOnly)
        return since + (opened.isFinal ? tr("Write-protected: changes are not kept.") : tr("Read-only: changes are not kept."));
    return since + tr("Changes are saved by themselves.");
}

QString closedText(const vault::Opened &opened)
{
    QStringList lines = opened.notices;
    if (!opened.rescues.isEmpty())
        lines += tr("What could not be saved lies encrypted beside the vault: see above the list.");
    return lines.join(u'\n');
}

int waitingIn(const Overview &overview)
{
    const bool isCopyDue = std::ranges::any_of(overview.rows, &Row::isCopyDue);
    return (isCopyDue ? 1 : 0) + (overview.isCheckDue ? 1 : 0);
}

QString openersText(const Row &row)
{
    return row.ownMembers ? row.openers.join(tr(", ")) : tr("All members of the vault");
}

QString sizeText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeTraditionalFormat);
}

QString timeText(const QDateTime &time)
{
    const QDateTime here = time.toLocalTime();
    const bool isThisYear = here.date().year() == QDate::currentDate().year();
    return QLocale().toString(here, isThisYear ? tr("MMM d, hh:mm") : tr("MMM d, yyyy, hh:mm"));
}

QString deedText(const vault::Event &event)
{
    if (event.deed == u"put")
        return tr("Put in");
    if (event.deed == u"saved")
        return tr("Saved");
    if (event.deed == u"changed")
        return tr("Retention or write protection changed");
    if (event.deed == u"members")
        return tr("Locked anew for other people");
    if (event.deed == u"recovered")
        return tr("Recovered. Reason: %1").arg(event.note);
    if (event.deed == u"moved")
        return tr("Moved here from the vault %1").arg(event.note);
    return event.deed;
}

QString outcomeText(const vault::Stored &stored, bool keepsOriginals)
{
    if (stored.error)
        return tr("Not put in: %1").arg(stored.error->message);
    QString text = stored.hasOriginal ? tr("Put in, but the original is still there.")
                   : keepsOriginals   ? tr("Put in. The original was kept.")
                                      : tr("Put in. The original was erased.");
    for (const QString &notice : stored.notices)
        text += u' ' + notice;
    return text;
}

QString leftText(const vault::Relocked &relocked)
{
    QStringList lines;
    if (relocked.isStopped)
        lines += tr("The work was stopped. It can be finished at any time.");
    const int count = static_cast<int>(relocked.forOthers);
    if (count > 0)
        lines.append(QCoreApplication::translate("shirushi::vaults", "%n items can only be locked anew by their own members.", nullptr, count));
    for (const base::Error &error : relocked.errors) {
        if (lines.size() == 6) {
            lines += tr("And more.");
            break;
        }
        lines += error.subject.isEmpty() ? error.message : tr("%1: %2").arg(error.subject, error.message);
    }
    return lines.join(u'\n');
}

} // namespace shirushi::vaults
