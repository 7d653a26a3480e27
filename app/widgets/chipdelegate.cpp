#include "widgets/chipdelegate.h"

#include "widgets/linebreaks.h"
#include "widgets/textblock.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace shirushi::widgets {

namespace {

constexpr int padding = 10;
constexpr int gap = 6;

} // namespace

ChipDelegate::ChipDelegate(const Theme &theme, int nameColumn, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_nameColumn(nameColumn)
{
}

void ChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto chips = index.data(ChipsRole).value<Chips>();
    if (chips.isEmpty()) {
        QStyleOptionViewItem text = option;
        text.textElideMode = index.column() == m_nameColumn ? Qt::ElideMiddle : Qt::ElideRight;
        if (index.data(DimRole).toBool())
            text.palette.setColor(QPalette::Text, m_theme[Ink::Dim]);
        if (text.features & QStyleOptionViewItem::WrapText)
            paintLines(*painter, text, index);
        else
            QStyledItemDelegate::paint(painter, text, index);
        return;
    }
    paintGround(*painter, option, index);
    painter->save();
    painter->setClipRect(option.rect);
    QPoint at(option.rect.left() + padding, option.rect.center().y() - chipHeight / 2);
    for (const Chip &chip : chips) {
        drawChip(*painter, at, chip, m_theme);
        at.rx() += chipWidth(chip) + gap;
    }
    painter->restore();
}

// By the style itself: QStyledItemDelegate::paint() with no index would write what the last cell had.
void ChipDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, &painter, option.widget);
}

// Qt would break a word anywhere and leave a single character over.
void ChipDelegate::paintLines(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option, index);
    const QString words = index.data().toString();
    const QFontMetrics metrics(option.font);
    const QRect room = option.rect.adjusted(padding, 0, -padding, 0);
    QStringList lines = breakLines(words, metrics, room.width());
    if (lines.size() > 2) {
        const QString rest = words.mid(words.indexOf(lines[0]) + lines[0].size()).simplified();
        lines = {lines[0], metrics.elidedText(rest, option.textElideMode, room.width())};
    }
    painter.save();
    painter.setFont(option.font);
    painter.setPen(option.palette.color(QPalette::Text));
    const int step = std::min(metrics.height() + 2, room.height() / 2);
    const auto tall = static_cast<int>(lines.size()) * step;
    drawLines(painter, QRect(room.left(), room.center().y() - tall / 2 + 1, room.width(), tall), lines, step);
    painter.restore();
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto chips = index.data(ChipsRole).value<Chips>();
    if (chips.isEmpty())
        return QStyledItemDelegate::sizeHint(option, index);
    int width = 2 * padding - gap;
    for (const Chip &chip : chips)
        width += chipWidth(chip) + gap;
    return {width, chipHeight + 18};
}

} // namespace shirushi::widgets
