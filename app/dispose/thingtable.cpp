#include "dispose/thingtable.h"

#include <QHeaderView>
#include <QSet>

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

void ThingTable::tick(const std::vector<Thing> &things, int current)
{
    QSet<QString> ticked;
    for (const Thing &thing : things)
        ticked.insert(idOf(thing));
    QItemSelection selection;
    for (int row = 0; row < m_things->rowCount(); ++row) {
        if (ticked.contains(idOf(m_things->row(row).thing)))
            selection.select(m_things->index(row, 0), m_things->index(row, ThingModel::ColumnCount - 1));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (const int last = m_things->rowCount() - 1; last >= 0)
        selectionModel()->setCurrentIndex(m_things->index(std::clamp(current, 0, last), 0), QItemSelectionModel::NoUpdate);
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
