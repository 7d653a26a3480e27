#include "approvals/queuemodel.h"

#include "widgets/chip.h"
#include "widgets/chipdelegate.h"

#include <algorithm>

namespace shirushi::approvals {

using namespace widgets;

bool belongsTo(const Item &item, Queue queue)
{
    const bool isOpen = item.state == State::Waiting || item.state == State::Flagged || item.state == State::ReportDue;
    switch (queue) {
    case Queue::ForMe:
        return item.waitsForMe || item.mayCountersign || (item.isMine && item.state == State::ReportDue);
    case Queue::Mine:
        return item.isMine;
    case Queue::Decided:
        return !isOpen;
    }
    return false;
}

QueueModel::QueueModel(const ApprovalDesk &desk, QObject *parent) : QAbstractTableModel(parent), m_desk(desk) {}

void QueueModel::setItems(std::vector<Item> items)
{
    beginResetModel();
    m_items = std::move(items);
    sort();
    endResetModel();
}

void QueueModel::setQueue(Queue queue)
{
    beginResetModel();
    m_queue = queue;
    sort();
    endResetModel();
}

void QueueModel::sort()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (belongsTo(m_items[i], m_queue))
            m_rows.push_back(i);
    }
}

int QueueModel::count(Queue queue) const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(),
                                          [queue](const Item &item) { return belongsTo(item, queue); }));
}

const Item *QueueModel::find(const QString &id) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&id](const Item &item) { return item.id == id; });
    return found == m_items.end() ? nullptr : &*found;
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString QueueModel::text(const Item &item, int column) const
{
    switch (column) {
    case ActionColumn:
        return item.action;
    case FilesColumn:
        if (item.files.empty())
            return {};
        return item.files.size() == 1 ? item.files.front().name
                                      : tr("%1 and %n more", nullptr, static_cast<int>(item.files.size()) - 1)
                                            .arg(item.files.front().name);
    case AskerColumn:
        return item.asker;
    case StateColumn:
        return item.stateText;
    default:
        return {};
    }
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Item &item = itemAt(index.row());
    Chips chips;
    if (index.column() == ClassColumn && !item.files.empty()) {
        const File &first = item.files.front();
        const auto pack = m_desk.rulesOf(first.policy);
        chips = pack ? chipsOf(*pack, first.classes, ChipSize::Short) : chipsOf(first.classes);
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(item, index.column());
    case ChipsRole:
        return chips.isEmpty() ? QVariant() : QVariant::fromValue(chips.mid(0, 1));
    case Qt::AccessibleTextRole:
        return chips.isEmpty() ? text(item, index.column()) : spoken(chips);
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("What is asked"), tr("Files"), tr("Class"), tr("Asked by"), tr("State")};
    return titles[section];
}

} // namespace shirushi::approvals
