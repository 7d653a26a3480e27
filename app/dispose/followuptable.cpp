#include "dispose/followuptable.h"

#include "dispose/disposewords.h"

#include <QHeaderView>

namespace shirushi::disposals {

namespace {

constexpr int shownLines = 10;

} // namespace

FollowUpTable::FollowUpTable(const widgets::Theme &theme)
    : TickTable(theme), m_lines(new vaults::LinesModel({QString(), tr("What"), tr("It lay on"), tr("To follow")}, this))
{
    setModel(m_lines);
    setAccessibleName(tr("Which open treatments are finished by it"));
    setWordWrap(true);
    setFittedRows(shownLines);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = horizontalHeader();
    for (int column = 1; column < m_lines->columnCount(); ++column)
        header->setSectionResizeMode(column, QHeaderView::Stretch);
}

void FollowUpTable::setLines(const std::vector<Line> &lines)
{
    m_numbers.clear();
    std::vector<QStringList> rows;
    for (const Line &line : lines) {
        m_numbers.push_back(line.record.seq);
        rows.push_back({{}, tr("No. %1: %2").arg(QString::number(line.record.seq), shortName(line.record)), mediumText(line.record), line.followUp});
    }
    m_lines->setLines(std::move(rows));
    if (m_lines->rowCount() > 0)
        selectionModel()->setCurrentIndex(m_lines->index(0, 0), QItemSelectionModel::NoUpdate);
    updateGeometry();
}

std::vector<std::int64_t> FollowUpTable::ticked() const
{
    std::vector<std::int64_t> numbers;
    for (int row = 0; row < m_lines->rowCount(); ++row) {
        if (selectionModel()->isRowSelected(row))
            numbers.push_back(m_numbers[static_cast<std::size_t>(row)]);
    }
    return numbers;
}

} // namespace shirushi::disposals
