#include "widgets/table.h"

#include "widgets/chipdelegate.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace shirushi::widgets {

Table::Table(const Theme &theme, QWidget *parent) : QTableView(parent)
{
    setItemDelegate(new ChipDelegate(theme, 0, this));
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTextElideMode(Qt::ElideMiddle);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(rowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
}

void Table::setFittedRows(int rows)
{
    m_fittedRows = rows;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, &QWidget::updateGeometry);
}

QSize Table::sizeHint() const
{
    if (m_fittedRows == 0)
        return QTableView::sizeHint();
    const int rows = model() ? std::min(model()->rowCount(), m_fittedRows) : 0;
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    const QScrollBar *bar = horizontalScrollBar();
    return {300, rows * rowHeight + header + (bar->maximum() > 0 ? bar->sizeHint().height() : 0)};
}

QSize Table::minimumSizeHint() const
{
    return m_fittedRows == 0 ? QSize(200, 160) : QSize(200, sizeHint().height());
}

} // namespace shirushi::widgets
