// SentModel: what was sent, as rows: those whose password has not been told, whose receipt is not confirmed, that have been
// open for too long, or all. Window thread only.
#pragma once

#include "send/senddesk.h"

#include <QAbstractTableModel>

namespace shirushi::send {

class SentModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TimeColumn, ParcelColumn, RecipientColumn, SenderColumn, StateColumn, ReceiptColumn, ColumnCount };
    enum class Show { Pending, Receipt, Overdue, All };

    explicit SentModel(const SendDesk &desk, QObject *parent = nullptr) : QAbstractTableModel(parent), m_desk(desk) {}

    void setItems(std::vector<Item> items);
    void setShow(Show show);
    int count(Show show) const;
    /// Of one's own: a password to be told, or something open for too long.
    int waiting() const;
    /// Of one's own: those passwords alone.
    int untold() const;
    /// -1: it is not among the rows.
    int rowOf(const QString &id) const;
    const Item &itemAt(int row) const { return m_items[m_rows[static_cast<std::size_t>(row)]]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void sort();
    QString text(const Item &item, int column) const;
    QString passwordText(const sending::Record &record) const;
    QString receiptText(const Item &item) const;

    const SendDesk &m_desk;
    std::vector<Item> m_items;
    std::vector<std::size_t> m_rows;
    Show m_show = Show::Pending;
};

/// The last part of a path as the ledger has it.
QString nameOf(const QString &path);

} // namespace shirushi::send
