// PublicationModel: what was published, as rows, with what the newest comparison said. Window thread only.
#pragma once

#include "sending/publication.h"

#include <QAbstractTableModel>

namespace shirushi::send {

class PublicationModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TimeColumn, FileColumn, PlaceColumn, ComparedColumn, ColumnCount };

    explicit PublicationModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setRecords(std::vector<sending::PublicationRecord> records);
    const sending::PublicationRecord &recordAt(int row) const { return m_records[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<sending::PublicationRecord> m_records;
};

} // namespace shirushi::send
