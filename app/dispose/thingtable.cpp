#include "dispose/thingtable.h"

#include <QHeaderView>

#include <algorithm>

namespace shirushi::disposals {

namespace {

constexpr int shownThings = 200; // the page scrolls

} // namespace

ThingTable::ThingTable(const widgets::Theme &theme, const DisposeDesk &desk, const QString &name) : TickTable(theme), m_things(new ThingModel(desk, this))
{
    setModel(m_things);
    setAccessibleName(name);
    setWordWrap(true);
    setFittedRows(shownThings);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = horizontalHeader();
    header->setResizeContentsPrecision(100);
    header->setMaximumSectionSize(320);
    header->setSectionResizeMode(ThingModel::NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(ThingModel::ClassColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ThingModel::RemarkColumn, QHeaderView::Stretch);
}

void ThingTable::tickFrom(int first)
{
    if (first >= m_things->rowCount())
        return;
    const QItemSelection fresh(m_things->index(first, 0), m_things->index(m_things->rowCount() - 1, ThingModel::ColumnCount - 1));
    selectionModel()->select(fresh, QItemSelectionModel::Select);
    selectionModel()->setCurrentIndex(m_things->index(first, 0), QItemSelectionModel::NoUpdate);
    updateGeometry();
}

void ThingTable::tick(const std::vector<Thing> &things)
{
    QItemSelection selection;
    for (int row = 0; row < m_things->rowCount(); ++row) {
        if (std::ranges::find(things, m_things->row(row).thing) != things.end())
            selection.select(m_things->index(row, 0), m_things->index(row, ThingModel::ColumnCount - 1));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (m_things->rowCount() > 0)
        selectionModel()->setCurrentIndex(m_things->index(0, 0), QItemSelectionModel::NoUpdate);
    updateGeometry();
}

QList<int> ThingTable::tickedRows() const
{
    QList<int> rows;
    for (int row = 0; row < m_things->rowCount(); ++row) {
        if (selectionModel()->isRowSelected(row))
            rows += row;
    }
    return rows;
}

std::vector<Thing> ThingTable::ticked() const
{
    std::vector<Thing> things;
    const QList<int> rows = tickedRows();
    for (const int row : rows)
        things.push_back(m_things->row(row).thing);
    return things;
}

} // namespace shirushi::disposals
