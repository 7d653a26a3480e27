#include "vault/itemdelegate.h"

#include "vault/itemmodel.h"
#include "widgets/icons.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace shirushi::vaults {

using namespace widgets;

namespace {

constexpr int pictureRoom = 36;
constexpr int pictureSize = 22;

} // namespace

ItemDelegate::ItemDelegate(const Theme &theme, QObject *parent) : ChipDelegate(theme, ItemModel::NameColumn, parent), m_theme(theme) {}

void ItemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ItemModel *>(index.model());
    if (index.column() != ItemModel::NameColumn || !model) {
        ChipDelegate::paint(painter, option, index);
        return;
    }
    const Row &row = model->rowAt(index.row());
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    ground.rect.setWidth(pictureRoom);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    const QRectF place(option.rect.left() + 10, option.rect.center().y() - pictureSize / 2.0, pictureSize, pictureSize);
    if (!row.problem.isEmpty())
        drawPicture(*painter, place, Picture::Wrong, m_theme[Ink::Red]);
    else
        drawPicture(*painter, place, Picture::Lock, m_theme[row.mayOpen ? Ink::Text : Ink::Dim]);
    QStyleOptionViewItem words = option;
    words.rect.adjust(pictureRoom, 0, 0, 0);
    ChipDelegate::paint(painter, words, index);
}

} // namespace shirushi::vaults
