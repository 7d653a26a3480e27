#include "vault/linesmodel.h"

namespace shirushi::vaults {

void LinesModel::setLines(std::vector<QStringList> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int LinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LinesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
}

QVariant LinesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return m_lines[static_cast<std::size_t>(index.row())].value(index.column());
}

QVariant LinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_titles.value(section)) : QVariant();
}

} // namespace shirushi::vaults
