#include "send/sentmodel.h"

#include "review/entrywords.h"

#include <algorithm>

namespace shirushi::send {

namespace {

bool belongs(const Item &item, SentModel::Show show)
{
    switch (show) {
    case SentModel::Show::Pending:
        return item.record.isPending();
    case SentModel::Show::Receipt:
        return item.record.awaitsReceipt();
    case SentModel::Show::Overdue:
        return item.isOverdue;
    case SentModel::Show::All:
        break;
    }
    return true;
}

} // namespace

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
        if (belongs(m_items[i], m_show))
            m_rows.push_back(i);
    }
}

int SentModel::count(Show show) const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [show](const Item &item) { return belongs(item, show); }));
}

int SentModel::waiting() const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [](const Item &item) {
        return item.isMine && (item.record.isPending() || item.isOverdue);
    }));
}

int SentModel::untold() const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [](const Item &item) { return item.isMine && item.record.isPending(); }));
}

int SentModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](std::size_t at) { return m_items[at].record.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
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
        return (item.recipients.isEmpty() ? item.record.recipients : item.recipients).join(tr(", "));
    case SenderColumn:
        return item.by;
    case ReceiptColumn:
        return receiptText(item);
    default:
        return passwordText(item.record);
    }
}

QString SentModel::passwordText(const sending::Record &record) const
{
    if (record.isPending())
        return tr("Not told yet");
    if (!record.hasPassword)
        return tr("No password");
    if (record.forgottenAt.isValid())
        return tr("Erased untold");
    for (const Named &way : m_desk.waysBeside({})) {
        if (way.id == record.deliveredBy)
            return tr("Told: %1").arg(way.title);
    }
    return tr("Told");
}

QString SentModel::receiptText(const Item &item) const
{
    const sending::Record &record = item.record;
    if (record.missentAt.isValid())
        return tr("Mis-sent");
    if (record.confirmedAt.isValid())
        return tr("Confirmed");
    if (!record.awaitsReceipt())
        return QStringLiteral("—");
    return item.isOverdue ? tr("Overdue") : tr("Not confirmed");
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
    case ReceiptColumn:
        return tr("Receipt");
    default:
        return tr("Password");
    }
}

} // namespace shirushi::send
