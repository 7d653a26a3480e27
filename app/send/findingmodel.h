// FindingModel: what nobody sees in the files that are to be published, as rows: what, where, what it says, how sure that
// is. Window thread only.
#pragma once

#include "sending/publication.h"

#include <QAbstractTableModel>

namespace shirushi::send {

class FindingModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { FileColumn, KindColumn, WhereColumn, ExcerptColumn, CertaintyColumn, ColumnCount };

    explicit FindingModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setFiles(const std::vector<sending::PublishedFile> &files);
    /// All that were found, also those that are too many to be shown.
    std::size_t found() const { return m_found; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString file;
        label::HiddenFinding finding;
    };

    std::vector<Row> m_rows;
    std::size_t m_found = 0;
};

} // namespace shirushi::send
