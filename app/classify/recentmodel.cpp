#include "classify/recentmodel.h"

#include "classify/decision.h"
#include "widgets/chipdelegate.h"

namespace shirushi::classify {

RecentModel::RecentModel(const LabelDesk &desk, QObject *parent) : QAbstractTableModel(parent), m_desk(desk) {}

void RecentModel::setFiles(std::vector<RecentFile> files)
{
    beginResetModel();
    m_rows = std::move(files);
    endResetModel();
}

int RecentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RecentFile &file = m_rows[static_cast<std::size_t>(index.row())];
    if (index.column() == NameColumn) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return fileName(file.path);
        return role == Qt::ToolTipRole ? base::toDisplay(file.path) : QVariant();
    }
    const auto pack = m_desk.rulesOf(file.policy);
    const widgets::Chips chips = pack ? widgets::chipsOf(*pack, file.classes, widgets::ChipSize::Short)
                                      : widgets::chipsOf(file.classes);
    if (role == widgets::ChipsRole)
        return QVariant::fromValue(chips);
    return role == Qt::AccessibleTextRole ? QVariant(widgets::spoken(chips)) : QVariant();
}

} // namespace shirushi::classify
