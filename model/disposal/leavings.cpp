#include "disposal/leavings.h"

#include "ledger/personalnumber.h"

#include <QCoreApplication>

namespace shirushi::disposal {

namespace {

using Kind = erasure::Leftover::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::disposal", text);
}

// As a record keeps them, before and after it was in the ledger.
QString nameOf(const erasure::Leftover &leftover)
{
    const bool isElsewhere = leftover.kind == Kind::RecentEntry || leftover.kind == Kind::Mention;
    return ledger::withoutPersonalNumbers(base::toDisplay(isElsewhere ? leftover.place() : leftover.file.filename()));
}

QStringList &listFor(Kind kind, Record &record)
{
    switch (kind) {
    case Kind::RecentEntry: return record.entries;
    case Kind::Mention: return record.mentions;
    case Kind::Suspect: return record.suspects;
    default: return record.leftovers;
    }
}

void add(const QString &name, QStringList &names)
{
    if (!names.contains(name))
        names += name;
}

} // namespace

void note(const std::vector<erasure::Leftover> &leftovers, Record &record)
{
    for (const erasure::Leftover &leftover : leftovers)
        add(nameOf(leftover), listFor(leftover.kind, record));
}

QStringList removeLeavings(const base::Path &file, erasure::Surroundings &around, Record &record)
{
    QStringList notices;
    for (const erasure::Leftover &leftover : erasure::leftoversOf(file, around)) {
        const QString name = nameOf(leftover);
        const QString place = base::toDisplay(leftover.place());
        add(name, listFor(leftover.kind, record));
        if (leftover.kind == Kind::Suspect) {
            notices += tr("It may be a copy, and stays: %1").arg(place);
        } else if (leftover.kind == Kind::Mention) {
            notices += tr("It names the file, and stays: %1").arg(place);
        } else if (const auto removed = erasure::remove(leftover); !removed) {
            listFor(leftover.kind, record).removeAll(name);
            add(name, leftover.kind == Kind::RecentEntry ? record.mentions : record.suspects);
            notices += tr("It could not be erased: %1").arg(base::oneLine(removed.error()));
        }
    }
    return notices;
}

QStringList goingText(const Record &record)
{
    QStringList going = record.leftovers;
    for (const QString &list : record.entries)
        going += tr("the entry in %1").arg(list);
    return going;
}

QStringList mentionsText(const Record &record)
{
    QStringList sentences;
    for (const QString &place : record.mentions)
        sentences += tr("Its name stays in: %1").arg(place);
    return sentences;
}

} // namespace shirushi::disposal
