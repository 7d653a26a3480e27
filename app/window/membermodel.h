// MemberModel: the people of the office as rows. Window thread only.
#pragma once

#include "window/peopledesk.h"

#include <QAbstractTableModel>

namespace shirushi::window {

class MemberModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, DepartmentColumn, RoleColumn, StateColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setMembers(std::vector<Member> members);
    const std::vector<Member> &members() const { return m_members; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString stateOf(const Member &member);

    std::vector<Member> m_members;
};

} // namespace shirushi::window
