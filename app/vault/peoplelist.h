// PeopleList: people with a box before each. Window thread only.
#pragma once

#include "vault/vaultdesk.h"
#include "widgets/ticktable.h"

#include <QAbstractTableModel>

namespace shirushi::vaults {

class PeopleModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TickColumn, NameColumn, DepartmentColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setPeople(std::vector<Person> people);
    const std::vector<Person> &people() const { return m_people; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Person> m_people;
};

class PeopleList : public widgets::TickTable
{
    Q_OBJECT
public:
    explicit PeopleList(const widgets::Theme &theme, const QString &name);

    void setPeople(std::vector<Person> people, const QStringList &ticked);
    bool isEmpty() const { return m_people->people().empty(); }
    /// Ids, in the order of the list.
    QStringList ticked() const;

private:
    PeopleModel *m_people;
};

} // namespace shirushi::vaults
