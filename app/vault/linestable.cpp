#include "vault/linestable.h"

#include <QHeaderView>

namespace shirushi::vaults {

LinesTable::LinesTable(const widgets::Theme &theme, const QString &name, const QStringList &titles, int rows)
    : Table(theme), m_lines(new LinesModel(titles, this))
{
    setModel(m_lines);
    setAccessibleName(name);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setWordWrap(true);
    setFittedRows(rows);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = horizontalHeader();
    header->setResizeContentsPrecision(100);
    header->setMaximumSectionSize(360);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(static_cast<int>(titles.size()) - 1, QHeaderView::Stretch);
}

void LinesTable::setLines(std::vector<QStringList> lines)
{
    const bool isEmpty = lines.empty();
    m_lines->setLines(std::move(lines));
    setVisible(!isEmpty);
    updateGeometry();
    if (!isEmpty)
        setCurrentIndex(m_lines->index(0, 0));
}

int LinesTable::chosen() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

} // namespace shirushi::vaults
