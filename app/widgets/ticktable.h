// TickTable: a table with a box before each row. What is ticked is what is selected: a click on a row or Space
// ticks it and leaves the others, Shift reaches from there to here, Ctrl+A and the box in the header take all.
// The model's first column holds nothing but the box. Window thread only.
#pragma once

#include "widgets/table.h"

namespace shirushi::widgets {

class TickTable : public Table
{
    Q_OBJECT
public:
    static constexpr int tickColumn = 0;
    static constexpr int tickWidth = 42;

    explicit TickTable(const Theme &theme, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    bool allTicked() const;
    /// Ticks every row, or none.
    void tickAll(bool ticked);

Q_SIGNALS:
    void ticksChanged();

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override;
};

} // namespace shirushi::widgets
