// ChipDelegate: chips inside a row of a list or table, drawn by drawChip(). A cell hands them out under
// ChipsRole; a cell without any is drawn as text. Window thread only.
#pragma once

#include "widgets/chip.h"

#include <QStyledItemDelegate>

namespace shirushi::widgets {

inline constexpr int ChipsRole = Qt::UserRole + 1;

class ChipDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ChipDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace shirushi::widgets
