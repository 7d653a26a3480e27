// QueueModel: requests as rows: what waits for me, what I asked, or what was decided. Window thread only.
#pragma once

#include "approvals/approvaldesk.h"

#include <QAbstractTableModel>

namespace shirushi::approvals {

enum class Queue { ForMe, Mine, Decided };

class QueueModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { ActionColumn, FilesColumn, ClassColumn, AskerColumn, StateColumn, ColumnCount };

    explicit QueueModel(const ApprovalDesk &desk, QObject *parent = nullptr);

    void setItems(std::vector<Item> items);
    void setQueue(Queue queue);
    int count(Queue queue) const;
    const Item &itemAt(int row) const { return m_items[m_rows[static_cast<std::size_t>(row)]]; }
    /// Null where it is gone.
    const Item *find(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void sort();
    QString text(const Item &item, int column) const;

    const ApprovalDesk &m_desk;
    std::vector<Item> m_items;
    std::vector<std::size_t> m_rows; // of the queue that is shown
    Queue m_queue = Queue::ForMe;
};

/// Does it belong there?
bool belongsTo(const Item &item, Queue queue);

} // namespace shirushi::approvals
