// A table view as the window has them: whole rows, no grid, a line under each, chips where a cell has any.
// Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QTableView>

namespace shirushi::widgets {

class Table : public QTableView
{
    Q_OBJECT
public:
    explicit Table(const Theme &theme, QWidget *parent = nullptr);

    /// As tall as its rows, up to `rows` of them; the page scrolls, not the table.
    void setFittedRows(int rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static constexpr int rowHeight = 45;
    /// A column that shares what room is left is still to be read; the table scrolls sideways then.
    static constexpr int narrowest = 110;

private:
    int m_fittedRows = 0;
};

} // namespace shirushi::widgets
