#include "approvals/proposalmodel.h"

#include "widgets/chip.h"
#include "widgets/chipdelegate.h"

namespace shirushi::approvals {

using namespace widgets;

ProposalModel::ProposalModel(const ApprovalDesk &desk, QObject *parent) : QAbstractTableModel(parent), m_desk(desk) {}

void ProposalModel::setProposals(std::vector<Proposal> proposals)
{
    beginResetModel();
    m_rows = std::move(proposals);
    endResetModel();
}

int ProposalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProposalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProposalModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Proposal &row = m_rows[static_cast<std::size_t>(index.row())];
    if (index.column() == ClassColumn) {
        const auto pack = m_desk.rulesOf(row.policy);
        const Chips chips = pack ? chipsOf(*pack, row.classes, ChipSize::Short) : chipsOf(row.classes);
        if (role == ChipsRole)
            return QVariant::fromValue(chips);
        return role == Qt::AccessibleTextRole ? QVariant(spoken(chips)) : QVariant();
    }
    if (role == Qt::ToolTipRole && index.column() == FileColumn)
        return base::toDisplay(row.file);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return index.column() == FileColumn ? base::toDisplay(row.file.filename()) : row.by;
}

QVariant ProposalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("File"), tr("Proposed class"), tr("Proposed by")};
    return titles[section];
}

} // namespace shirushi::approvals
