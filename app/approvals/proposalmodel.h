// ProposalModel: classes that wait for their designation, as rows. Window thread only.
#pragma once

#include "approvals/approvaldesk.h"

#include <QAbstractTableModel>

namespace shirushi::approvals {

class ProposalModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { FileColumn, ClassColumn, PersonColumn, ColumnCount };

    explicit ProposalModel(const ApprovalDesk &desk, QObject *parent = nullptr);
    void setProposals(std::vector<Proposal> proposals);
    const base::Path &fileAt(int row) const { return m_rows[static_cast<std::size_t>(row)].file; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const ApprovalDesk &m_desk;
    std::vector<Proposal> m_rows;
};

} // namespace shirushi::approvals
