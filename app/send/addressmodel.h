// AddressModel: those of the address book as rows. Window thread only.
#pragma once

#include "send/senddesk.h"

#include <QAbstractTableModel>

namespace shirushi::send {

class AddressModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, OrganisationColumn, KindColumn, MailColumn, TelephoneColumn, CheckColumn, ColumnCount };

    explicit AddressModel(const SendDesk &desk, QObject *parent = nullptr) : QAbstractTableModel(parent), m_desk(desk) {}

    void setEntries(std::vector<BookEntry> entries);
    const BookEntry &entryAt(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    /// -1: it is not among them.
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const SendDesk &m_desk;
    std::vector<BookEntry> m_entries;
};

} // namespace shirushi::send
