// ItemModel: the items of a vault as rows, narrowed by words and to what is due. Window thread only.
#pragma once

#include "vault/vaultdesk.h"

#include <QAbstractTableModel>

namespace shirushi::vaults {

class ItemModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, ClassColumn, StateColumn, ByColumn, UntilColumn, ColumnCount };

    explicit ItemModel(const VaultDesk &desk, QObject *parent = nullptr) : QAbstractTableModel(parent), m_desk(desk) {}

    void setRows(std::vector<Row> rows);
    /// What is open of this vault, in the program that the system has for it.
    void setOpened(std::vector<vault::Opened> opened);
    /// Null: the item is not open here.
    const vault::Opened *openedOf(const QString &item) const;
    /// Every word must stand in the name, folder, class or the name of who put it in; letters of either case.
    void setFilter(const QString &words, bool onlyDue);
    int count() const { return static_cast<int>(m_all.size()); }
    int dueCount() const;
    /// Of how many there should be a second copy.
    int copyDueCount() const;
    const Row &rowAt(int row) const { return m_all[m_shown[static_cast<std::size_t>(row)]]; }
    /// -1: it is not among the rows.
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Row &row, int column) const;
    QString searched(const Row &row) const;
    void choose();

    const VaultDesk &m_desk;
    std::vector<Row> m_all;
    QStringList m_searched; // what is looked through, by the number in m_all
    std::vector<std::size_t> m_shown;
    std::vector<vault::Opened> m_opened;
    QString m_words;
    bool m_onlyDue = false;
};

} // namespace shirushi::vaults
