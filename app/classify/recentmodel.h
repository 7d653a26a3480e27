// RecentModel: the files that were labelled lately, name and chips. Window thread only.
#pragma once

#include "classify/labeldesk.h"
#include "widgets/chip.h"

#include <QAbstractTableModel>

namespace shirushi::classify {

class RecentModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, ClassColumn, ColumnCount };

    explicit RecentModel(const LabelDesk &desk, QObject *parent = nullptr);

    void setFiles(std::vector<RecentFile> files);
    base::Path pathAt(int row) const { return m_rows[static_cast<std::size_t>(row)].path; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const LabelDesk &m_desk;
    std::vector<RecentFile> m_rows;
};

} // namespace shirushi::classify
