// LinesTable: a table of words that are only read, two lines a row, as tall as its rows. Window thread only.
#pragma once

#include "vault/linesmodel.h"
#include "widgets/table.h"

namespace shirushi::vaults {

class LinesTable : public widgets::Table
{
    Q_OBJECT
public:
    /// `rows`: how many it shows at most; what is below is reached with the keyboard or the wheel.
    LinesTable(const widgets::Theme &theme, const QString &name, const QStringList &titles, int rows);

    void setLines(std::vector<QStringList> lines);
    /// -1: none.
    int chosen() const;

private:
    LinesModel *m_lines;
};

} // namespace shirushi::vaults
