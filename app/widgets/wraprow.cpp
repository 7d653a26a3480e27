#include "widgets/wraprow.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace shirushi::widgets {

namespace {

constexpr int gap = 10; // between two in a row, and between rows

} // namespace

WrapRow::WrapRow()
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(gap);
}

WrapRow::~WrapRow() = default;

void WrapRow::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *WrapRow::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *WrapRow::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    const auto at = m_items.begin() + index;
    QLayoutItem *taken = at->release();
    m_items.erase(at);
    return taken;
}

int WrapRow::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

QSize WrapRow::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? spacing() : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return {width, height};
}

QSize WrapRow::minimumSize() const
{
    QSize widest;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            widest = widest.expandedTo(item->minimumSize());
    }
    return widest;
}

void WrapRow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

// The height that it takes.
int WrapRow::arrange(const QRect &rect, bool isReal) const
{
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint();
        size.setWidth(std::min(size.width(), std::max(rect.width(), item->minimumSize().width())));
        if (x > 0 && x + size.width() > rect.width()) {
            x = 0;
            y += rowHeight + spacing();
            rowHeight = 0;
        }
        if (isReal) {
            const QRect place(rect.topLeft() + QPoint(x, y), size);
            item->setGeometry(parentWidget() ? QStyle::visualRect(parentWidget()->layoutDirection(), rect, place) : place);
        }
        x += size.width() + spacing();
        rowHeight = std::max(rowHeight, size.height());
    }
    return y + rowHeight;
}

} // namespace shirushi::widgets
