#include "vault/peoplelist.h"

#include <QHeaderView>

namespace shirushi::vaults {

namespace {

constexpr int shownPeople = 200; // the page scrolls

} // namespace

void PeopleModel::setPeople(std::vector<Person> people)
{
    beginResetModel();
    m_people = std::move(people);
    endResetModel();
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (!isText || index.row() >= rowCount())
        return {};
    const Person &person = m_people[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case NameColumn:
        return tr("%1 (%2)").arg(person.name, person.id);
    case DepartmentColumn:
        return person.department;
    default:
        return role == Qt::AccessibleTextRole ? person.name : QString();
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section == TickColumn)
        return {};
    return section == NameColumn ? tr("Person") : tr("Section");
}

PeopleList::PeopleList(const widgets::Theme &theme, const QString &name) : TickTable(theme), m_people(new PeopleModel(this))
{
    setModel(m_people);
    setAccessibleName(name);
    setFittedRows(shownPeople);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionResizeMode(PeopleModel::NameColumn, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(PeopleModel::DepartmentColumn, QHeaderView::Stretch);
}

void PeopleList::setPeople(std::vector<Person> people, const QStringList &ticked)
{
    m_people->setPeople(std::move(people));
    QItemSelection selection;
    for (int row = 0; row < m_people->rowCount(); ++row) {
        if (ticked.contains(m_people->people()[static_cast<std::size_t>(row)].id))
            selection.select(m_people->index(row, 0), m_people->index(row, PeopleModel::ColumnCount - 1));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (m_people->rowCount() > 0)
        selectionModel()->setCurrentIndex(m_people->index(0, 0), QItemSelectionModel::NoUpdate);
    updateGeometry();
}

QStringList PeopleList::ticked() const
{
    QStringList ids;
    for (int row = 0; row < m_people->rowCount(); ++row) {
        if (selectionModel()->isRowSelected(row))
            ids += m_people->people()[static_cast<std::size_t>(row)].id;
    }
    return ids;
}

} // namespace shirushi::vaults
