#include "send/sentmodel.h"

#include "review/entrywords.h"

#include <algorithm>

namespace shirushi::send {

QString nameOf(const QString &path)
{
    return path.mid(std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\')) + 1);
}

void SentModel::setItems(std::vector<Item> items)
{
    beginResetModel();
    m_items = std::move(items);
    sort();
    endResetModel();
}

void SentModel::setShow(Show show)
{
    beginResetModel();
    m_show = show;
    sort();
    endResetModel();
}

void SentModel::sort()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_show == Show::All || m_items[i].record.isPending())
            m_rows.push_back(i);
    }
}

int SentModel::count(Show show) const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [show](const Item &item) {
        return show == Show::All || item.record.isPending();
    }));
}

int SentModel::waiting() const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [](const Item &item) {
        return item.isMine && item.record.isPending();
    }));
}

int SentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SentModel::text(const Item &item, int column) const
{
    switch (column) {
    case TimeColumn:
        return review::shortTime(item.record.at, QDate::currentDate());
    case ParcelColumn:
        return nameOf(item.record.parcel);
    case RecipientColumn:
        return item.record.recipients.join(tr(", "));
    case SenderColumn:
        return item.by;
    default:
        break;
    }
    if (item.record.isPending())
        return tr("Not told yet");
    if (!item.record.hasPassword)
        return tr("No password");
    for (const Named &way : m_desk.waysBeside({})) {
        if (way.id == item.record.deliveredBy)
            return tr("Told: %1").arg(way.title);
    }
    return tr("Told");
}

QVariant SentModel::data(const QModelIndex &index, int role) const
{
    const Item &item = itemAt(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return text(item, index.column());
    if (role == Qt::ToolTipRole)
        return index.column() == ParcelColumn ? item.record.parcel : text(item, index.column());
    return {};
}

QVariant SentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Sent");
    case ParcelColumn:
        return tr("Parcel");
    case RecipientColumn:
        return tr("Recipients");
    case SenderColumn:
        return tr("By");
    default:
        return tr("Password");
    }
}

} // namespace shirushi::send
