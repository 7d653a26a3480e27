// ChipDelegate: chips inside a row of a list or table, drawn by drawChip(). A cell hands them out under
// ChipsRole; a cell without any is drawn as text. Window thread only.
#pragma once

#include "widgets/chip.h"

#include <QStyledItemDelegate>

namespace shirushi::widgets {

inline constexpr int ChipsRole = Qt::UserRole + 1;
/// True for a cell that says there is nothing to say: its text is set in grey.
inline constexpr int DimRole = Qt::UserRole + 2;

class ChipDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// A file's name in `nameColumn` keeps its beginning and its ending where it has no room, other text its beginning.
    explicit ChipDelegate(const Theme &theme, int nameColumn, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintLines(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Theme &m_theme;
    int m_nameColumn;
};

} // namespace shirushi::widgets
