// ItemDelegate: a row of a vault: before the name the picture of its state. Window thread only.
#pragma once

#include "widgets/chipdelegate.h"

namespace shirushi::vaults {

class ItemDelegate : public widgets::ChipDelegate
{
    Q_OBJECT
public:
    explicit ItemDelegate(const widgets::Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintLines(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int room) const;

    const widgets::Theme &m_theme;
};

} // namespace shirushi::vaults
