#include "review/recordmodel.h"

#include "classify/labelcard.h"
#include "classify/work.h"
#include "review/entrywords.h"
#include "widgets/chipdelegate.h"

#include <algorithm>

namespace shirushi::review {

using namespace widgets;

namespace {

struct Answer {
    base::Result<Part> part;
    std::vector<Someone> people;
};

} // namespace

RecordModel::RecordModel(const ReviewDesk &desk, QObject *parent) : QAbstractTableModel(parent), m_desk(desk) {}

void RecordModel::show(const Filter &filter, std::int64_t before)
{
    m_filter = filter;
    m_fromNewest = before == 0;
    m_starts = {before};
    load();
}

void RecordModel::older()
{
    if (!m_more || m_rows.empty())
        return;
    m_starts.push_back(m_rows.back().seq);
    load();
}

void RecordModel::newer()
{
    if (m_starts.size() < 2)
        return;
    m_starts.pop_back();
    load();
}

void RecordModel::clear()
{
    ++m_asked;
    beginResetModel();
    m_rows.clear();
    m_more = false;
    m_starts.clear();
    endResetModel();
}

void RecordModel::load()
{
    const int asked = ++m_asked;
    const auto ask = [desk = &m_desk, filter = m_filter, before = m_starts.back()] {
        return Answer{desk->entries(filter, before, partSize), desk->people()};
    };
    classify::inBackground(this, ask, [this, asked](Answer answer) {
        if (asked != m_asked)
            return;
        beginResetModel();
        m_people = std::move(answer.people);
        m_rows = answer.part ? std::move(answer.part->entries) : std::vector<ledger::Entry>();
        m_more = answer.part && answer.part->more;
        endResetModel();
        Q_EMIT loaded(answer.part ? QString() : answer.part.error().message);
    });
}

QString RecordModel::nameOf(const QString &user) const
{
    const auto found = std::find_if(m_people.begin(), m_people.end(),
                                    [&user](const Someone &person) { return person.id == user; });
    return found == m_people.end() || found->name.isEmpty() ? user : found->name;
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Chips chipsOf(const ReviewDesk &desk, const QJsonValue &side, ChipSize size)
{
    const policy::Classes classes = classesOf(side);
    if (classes.empty())
        return {};
    const auto pack = desk.rulesOf(policyOf(side));
    return pack ? widgets::chipsOf(*pack, classes, size) : widgets::chipsOf(classes);
}

// The column has room for the first axis; the others stand in what a pointer or a screen reader gets.
Chips RecordModel::chips(const ledger::Entry &entry, bool full) const
{
    const QJsonValue &side = entry.draft.after.isObject() ? entry.draft.after : entry.draft.before;
    Chips all = chipsOf(m_desk, side, full ? ChipSize::Full : ChipSize::Short);
    return full || all.size() < 2 ? all : all.mid(0, 1);
}

QString RecordModel::text(const ledger::Entry &entry, int column) const
{
    switch (column) {
    case TimeColumn:
        return shortTime(entry.at, QDate::currentDate());
    case DeedColumn:
        return deedText(entry);
    case FileColumn:
        return fileNameOf(entry);
    case PersonColumn:
        return nameOf(entry.user);
    default:
        return {};
    }
}

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ledger::Entry &entry = entryAt(index.row());
    const bool isClass = index.column() == ClassColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case ChipsRole:
        return isClass ? QVariant::fromValue(chips(entry, false)) : QVariant();
    case Qt::AccessibleTextRole:
        return isClass ? spoken(chips(entry, true)) : text(entry, index.column());
    case Qt::ToolTipRole:
        if (index.column() == TimeColumn)
            return tr("Entry %1, %2").arg(entry.seq).arg(classify::localTime(entry.at));
        if (index.column() == FileColumn)
            return entry.draft.file;
        return isClass ? spoken(chips(entry, true)) : text(entry, index.column());
    default:
        return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("When"), tr("What was done"), tr("File"), tr("Class"), tr("Who")};
    return titles[section];
}

} // namespace shirushi::review
