#include "widgets/chipdelegate.h"

#include <QPainter>

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
        QStyledItemDelegate::paint(painter, text, index);
        return;
    }
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    QStyledItemDelegate::paint(painter, ground, QModelIndex());
    painter->save();
    painter->setClipRect(option.rect);
    QPoint at(option.rect.left() + padding, option.rect.center().y() - chipHeight / 2);
    for (const Chip &chip : chips) {
        drawChip(*painter, at, chip, m_theme);
        at.rx() += chipWidth(chip) + gap;
    }
    painter->restore();
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
