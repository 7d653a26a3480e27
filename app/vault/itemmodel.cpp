#include "vault/itemmodel.h"

#include "vault/itemwords.h"
#include "widgets/chip.h"
#include "widgets/chipdelegate.h"

#include <algorithm>

namespace shirushi::vaults {

using namespace widgets;

namespace {

Chips chipsFor(const VaultDesk &desk, const Row &row)
{
    if (row.classes.empty())
        return {};
    const auto pack = desk.rulesOf(row.policy);
    return pack ? chipsOf(*pack, row.classes, ChipSize::Short) : chipsOf(row.classes);
}

} // namespace

void ItemModel::setRows(std::vector<Row> rows)
{
    beginResetModel();
    m_all = std::move(rows);
    m_searched.clear();
    for (const Row &row : m_all)
        m_searched += searched(row);
    choose();
    endResetModel();
}

void ItemModel::setOpened(std::vector<vault::Opened> opened)
{
    if (opened == m_opened)
        return;
    m_opened = std::move(opened);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const vault::Opened *ItemModel::openedOf(const QString &item) const
{
    const auto found = std::find_if(m_opened.begin(), m_opened.end(), [&](const vault::Opened &one) {
        return one.item == item && one.state != vault::OpenState::Closed;
    });
    return found == m_opened.end() ? nullptr : &*found;
}

QString ItemModel::searched(const Row &row) const
{
    return QStringList{row.name, row.path, row.by, spoken(chipsFor(m_desk, row)), row.id}.join(u'\n').toCaseFolded();
}

void ItemModel::setFilter(const QString &words, bool onlyDue)
{
    beginResetModel();
    m_words = words.toCaseFolded();
    m_onlyDue = onlyDue;
    choose();
    endResetModel();
}

void ItemModel::choose()
{
    const QStringList words = m_words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_shown.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        const QString &text = m_searched[static_cast<qsizetype>(i)];
        const bool fits = std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); });
        if (fits && (!m_onlyDue || m_all[i].isDue))
            m_shown.push_back(i);
    }
}

int ItemModel::copyDueCount() const
{
    return static_cast<int>(std::count_if(m_all.begin(), m_all.end(), [](const Row &row) { return row.isCopyDue; }));
}

int ItemModel::dueCount() const
{
    return static_cast<int>(std::count_if(m_all.begin(), m_all.end(), [](const Row &row) { return row.isDue; }));
}

int ItemModel::rowOf(const QString &id) const
{
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (m_all[m_shown[i]].id == id)
            return static_cast<int>(i);
    }
    return -1;
}

int ItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ItemModel::text(const Row &row, int column) const
{
    switch (column) {
    case NameColumn:
        if (row.name.isEmpty())
            return row.id;
        return row.path.isEmpty() ? row.name : QString(row.name + u'\n' + row.path);
    case ClassColumn:
        return row.problem.isEmpty() ? tr("No class") : QString();
    case StateColumn:
        if (const vault::Opened *open = openedOf(row.id))
            return stateText(*open);
        return stateText(row);
    case ByColumn:
        return row.by;
    case UntilColumn:
        return row.problem.isEmpty() ? untilText(row) : QString();
    default:
        return {};
    }
}

QVariant ItemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = rowAt(index.row());
    const bool isClass = index.column() == ClassColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (isClass && !row.classes.empty())
            return spoken(chipsFor(m_desk, row));
        return text(row, index.column()).replace(u'\n', u' ');
    case ChipsRole:
        if (const Chips chips = isClass ? chipsFor(m_desk, row) : Chips(); !chips.isEmpty())
            return QVariant::fromValue(chips);
        return {};
    case DimRole:
        return (isClass && row.classes.empty()) || (index.column() == UntilColumn && !row.lastDay.isValid() && !row.keeping.permanent);
    default:
        return {};
    }
}

QVariant ItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("Name"), tr("Class"), tr("State"), tr("Put in by"), tr("Kept until")};
    return titles[section];
}

} // namespace shirushi::vaults
