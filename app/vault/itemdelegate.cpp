#include "vault/itemdelegate.h"

#include "vault/itemmodel.h"
#include "widgets/icons.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace shirushi::vaults {

using namespace widgets;

namespace {

constexpr int padding = 10;
constexpr int pictureRoom = 42;
constexpr int lineStep = 22;
constexpr int pictureSize = 22;

} // namespace

ItemDelegate::ItemDelegate(const Theme &theme, QObject *parent) : ChipDelegate(theme, ItemModel::NameColumn, parent), m_theme(theme) {}

void ItemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ItemModel *>(index.model());
    const bool isName = index.column() == ItemModel::NameColumn;
    if (!model || (!isName && index.column() != ItemModel::StateColumn)) {
        ChipDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    paintLines(*painter, option, index, isName ? pictureRoom : padding);
    if (!isName)
        return;
    const Row &row = model->rowAt(index.row());
    const QRectF place(option.rect.left() + padding, option.rect.center().y() - pictureSize / 2.0, pictureSize, pictureSize);
    if (!row.problem.isEmpty())
        drawPicture(*painter, place, Picture::Wrong, m_theme[Ink::Red]);
    else if (model->openedOf(row.id))
        drawPicture(*painter, place, Picture::Unlocked, m_theme[Ink::Amber]);
    else
        drawPicture(*painter, place, Picture::Lock, m_theme[row.mayOpen ? Ink::Text : Ink::Dim]);
}

// What it is, and below it, in grey, what there is to it.
void ItemDelegate::paintLines(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int room) const
{
    const QStringList lines = index.data().toString().split(u'\n').mid(0, 2);
    const QRect place = option.rect.adjusted(room, 0, -padding, 0);
    const QFontMetrics metrics(option.font);
    const auto tall = static_cast<int>(lines.size()) * lineStep;
    QRect line(place.left(), place.center().y() - tall / 2 + 1, place.width(), lineStep);
    painter.save();
    painter.setFont(option.font);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        painter.setPen(i == 0 ? option.palette.color(QPalette::Text) : m_theme[Ink::Dim]);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(lines[i], i == 0 ? Qt::ElideMiddle : Qt::ElideRight, place.width()));
        line.translate(0, lineStep);
    }
    painter.restore();
}

} // namespace shirushi::vaults
