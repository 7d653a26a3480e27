#include "window/membermodel.h"

#include "base/clock.h"
#include "widgets/chipdelegate.h"

namespace shirushi::window {

void MemberModel::setMembers(std::vector<Member> members)
{
    beginResetModel();
    m_members = std::move(members);
    endResetModel();
}

int MemberModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_members.size());
}

int MemberModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MemberModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Member &member = m_members[static_cast<std::size_t>(index.row())];
    if (role == widgets::DimRole)
        return member.closed.isValid();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case NameColumn: return tr("%1 (%2)").arg(member.name, member.id);
    case DepartmentColumn: return member.department;
    case RoleColumn: return member.roleTitle;
    case StateColumn: return stateOf(member);
    default: return {};
    }
}

QVariant MemberModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case DepartmentColumn: return tr("Section");
    case RoleColumn: return tr("Position");
    case StateColumn: return tr("State");
    default: return {};
    }
}

QString MemberModel::stateOf(const Member &member)
{
    if (member.closed.isValid())
        return tr("Closed on %1").arg(base::toJapaneseDate(member.closed));
    QStringList states;
    if (member.administrator)
        states += tr("Administrator");
    if (member.temporaryPassword)
        states += tr("Temporary password");
    for (const StandIn &standIn : member.standsFor)
        states += tr("Stands in for %1").arg(standIn.text);
    return states.join(tr(", "));
}

} // namespace shirushi::window
