#include "classify/filesview.h"

#include "widgets/chip.h"
#include "widgets/chipdelegate.h"

#include <QHeaderView>

#include <algorithm>
#include <numeric>

namespace shirushi::classify {

using namespace widgets;

namespace {

constexpr int narrowRoom = 800; // below it what a file shows now has no column of its own
constexpr int padding = 20;
constexpr int gap = 6;
constexpr int leastForTexts = 216; // name and remark together
constexpr int leastRemark = 104;

int widthOf(const Chips &chips)
{
    return std::accumulate(chips.begin(), chips.end(), padding,
                           [](int width, const Chip &chip) { return width + chipWidth(chip) + gap; });
}

} // namespace

FilesView::FilesView(const Theme &theme, const LabelDesk &desk, FileTable &table, QWidget *parent)
    : TickTable(theme, parent), m_desk(desk), m_table(table)
{
    setModel(&table);
    setAccessibleName(tr("Files"));
    horizontalHeader()->setMinimumSectionSize(tickWidth);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

int FilesView::widestLabel() const
{
    int width = 104;
    for (int row = 0; row < m_table.rowCount(); ++row)
        width = std::max(width, widthOf(m_table.index(row, FileTable::NowColumn).data(ChipsRole).value<Chips>()));
    return std::min(width, 300);
}

int FilesView::widestDecision() const
{
    const auto pack = m_desk.rules();
    policy::Classes widest;
    for (const policy::Axis &axis : pack->axes)
        widest[axis.id] = axis.levels.front().id;
    return widthOf(chipsOf(*pack, widest, ChipSize::Short));
}

void FilesView::fitColumns()
{
    if (m_table.rowCount() == 0)
        return;
    const int room = viewport()->width();
    const bool narrow = room < narrowRoom;
    const int source = narrow ? 110 : 130;
    const int now = narrow ? 0 : widestLabel();
    const int decision = widestDecision();
    const int left = std::max(room - tickWidth - source - now - decision, leastForTexts);
    const int remark = std::max(left * 2 / 5, leastRemark);
    QHeaderView *header = horizontalHeader();
    header->setSectionHidden(FileTable::NowColumn, narrow);
    header->resizeSection(FileTable::SourceColumn, source);
    header->resizeSection(FileTable::NowColumn, now);
    header->resizeSection(FileTable::NewColumn, decision);
    header->resizeSection(FileTable::RemarkColumn, remark);
    header->resizeSection(FileTable::NameColumn, left - remark);
}

QList<int> FilesView::tickedRows() const
{
    QList<int> rows;
    const QModelIndexList indexes = selectionModel()->selectedRows();
    for (const QModelIndex &index : indexes)
        rows.append(index.row());
    return rows;
}

void FilesView::resizeEvent(QResizeEvent *event)
{
    TickTable::resizeEvent(event);
    fitColumns();
}

} // namespace shirushi::classify
