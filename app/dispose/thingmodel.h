// ThingModel: what is to be disposed of, with a box before each row. Window thread only.
#pragma once

#include "dispose/disposedesk.h"

#include <QAbstractTableModel>

namespace shirushi::disposals {

/// By which it is told from others, in a list of thousands.
QString idOf(const Thing &thing);

class ThingModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TickColumn, NameColumn, ClassColumn, RemarkColumn, ColumnCount };

    explicit ThingModel(const DisposeDesk &desk, QObject *parent = nullptr) : QAbstractTableModel(parent), m_desk(desk) {}

    struct Shown {
        Row row;
        QString remark;
    };
    void setRows(std::vector<Shown> rows);
    /// Those that are not there yet; the number of the first new row.
    int add(const std::vector<Shown> &rows);
    const std::vector<Shown> &rows() const { return m_rows; }
    const Row &row(int number) const { return m_rows[static_cast<std::size_t>(number)].row; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Shown &shown, int column) const;

    const DisposeDesk &m_desk;
    std::vector<Shown> m_rows;
};

} // namespace shirushi::disposals
