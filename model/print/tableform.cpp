#include "print/tableform.h"

#include "base/clock.h"
#include "print/linebreaks.h"
#include "print/pdfsheets.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace shirushi::print {

namespace {

constexpr double shortEdge = 595.28; // A4, points
constexpr double longEdge = 841.89;
constexpr double margin = 42.5; // 15 mm: room for punched holes
constexpr double titleSize = 15;
constexpr double lineSpacing = 12 / 8.5; // of the text size
constexpr double padding = 3;
constexpr double sealWidth = 62;
constexpr double sealHeight = 52;
constexpr qsizetype mostSeals = 6;
constexpr qsizetype longestCell = 4000; // characters

QString tr(const char *sentence)
{
    return QCoreApplication::translate("shirushi::print", sentence);
}

using Lines = std::vector<std::u32string>;

class Layout
{
public:
    Layout(const TableForm &form, TextFont font)
        : m_textSize(form.textSize), m_lineHeight(form.textSize * lineSpacing), m_form(form),
          m_sheets(std::move(font), form.landscape ? longEdge : shortEdge, form.landscape ? shortEdge : longEdge)
    {
        const int shares = std::accumulate(form.columns.begin(), form.columns.end(), 0,
                                           [](int sum, const TableColumn &column) { return sum + std::max(1, column.share); });
        double x = margin;
        for (const TableColumn &column : form.columns) {
            m_edges.push_back(x);
            x += (m_sheets.width() - 2 * margin) * std::max(1, column.share) / shares;
        }
        m_edges.push_back(m_sheets.width() - margin);
    }

    base::Result<QByteArray> run()
    {
        QStringList headings;
        for (const TableColumn &column : m_form.columns)
            headings += column.heading;
        m_headings = cellsOf(headings);
        m_sheets.begin();
        m_y = m_sheets.height() - margin;
        drawHead();
        drawHeadings();
        for (const QStringList &row : m_form.rows)
            drawRow(cellsOf(row));
        if (m_form.rows.empty())
            m_sheets.text(margin + padding, m_y - m_lineHeight, m_textSize, charactersOf(tr("There are no entries.")));
        drawFeet();
        return m_sheets.toBytes(m_form.subject.isEmpty() ? m_form.title : m_form.title + u' ' + m_form.subject,
                                m_form.made);
    }

private:
    std::vector<Lines> cellsOf(const QStringList &texts)
    {
        std::vector<Lines> cells;
        for (std::size_t column = 0; column < m_form.columns.size(); ++column) {
            const double width = m_edges[column + 1] - m_edges[column] - 2 * padding;
            cells.push_back(paragraphsInLines(texts[static_cast<qsizetype>(column)].left(longestCell), static_cast<int>(width * 1000 / m_textSize),
                                              [this](char32_t character) { return m_sheets.font().widthOf(character); }));
        }
        return cells;
    }

    double heightOf(const std::vector<Lines> &cells) const
    {
        std::size_t lines = 1;
        for (const Lines &cell : cells)
            lines = std::max(lines, cell.size());
        return static_cast<double>(lines) * m_lineHeight + 2 * padding;
    }

    void drawHead()
    {
        const double top = m_y;
        m_sheets.text(margin, top - titleSize, titleSize, charactersOf(m_form.title));
        if (!m_form.subject.isEmpty()) {
            const double x = margin + m_sheets.measure(charactersOf(m_form.title), titleSize) + 14;
            m_sheets.text(x, top - titleSize, titleSize - 3, charactersOf(m_form.subject));
        }
        double y = top - titleSize - 8;
        for (const QString &note : m_form.notes)
            m_sheets.text(margin, y -= m_lineHeight, m_textSize, charactersOf(note));
        if (!m_form.approvals.isEmpty())
            y = std::min(y, drawSeals(top));
        m_y = y - 8;
    }

    // 承認欄: a narrow column with its name, then a box for each seal. Its lower edge.
    double drawSeals(double top)
    {
        const qsizetype count = std::min(mostSeals, m_form.approvals.size());
        const double right = m_sheets.width() - margin;
        const double left = right - static_cast<double>(count) * sealWidth - 16;
        const double headEdge = top - m_lineHeight - 2;
        const double bottom = headEdge - sealHeight;
        for (const double y : {top, bottom})
            m_sheets.line(left, y, right, y);
        m_sheets.line(left + 16, headEdge, right, headEdge);
        for (const double x : {left, right})
            m_sheets.line(x, top, x, bottom);
        const std::u32string name = charactersOf(tr("Approval box"));
        double y = (top + bottom) / 2 + static_cast<double>(name.size()) * m_lineHeight / 2;
        for (const char32_t character : name)
            m_sheets.text(left + 4, y -= m_lineHeight, m_textSize, std::u32string(1, character));
        for (qsizetype i = 0; i < count; ++i) {
            const double x = left + 16 + static_cast<double>(i) * sealWidth;
            m_sheets.line(x, top, x, bottom);
            const std::u32string head = charactersOf(m_form.approvals[i]);
            const double size = std::min(m_textSize, (sealWidth - 4) / std::max(1.0, m_sheets.measure(head, 1)));
            m_sheets.text(x + (sealWidth - m_sheets.measure(head, size)) / 2, top - m_lineHeight + 1, size, head);
        }
        return bottom;
    }

    void drawHeadings()
    {
        const double height = heightOf(m_headings);
        m_sheets.shade(margin, m_y - height, m_sheets.width() - 2 * margin, height);
        m_sheets.line(margin, m_y, m_sheets.width() - margin, m_y, 0.8);
        drawCells(m_headings, height);
    }

    void drawRow(std::vector<Lines> cells)
    {
        const double foot = margin + m_lineHeight;
        const double headings = heightOf(m_headings);
        const auto most = static_cast<std::size_t>((m_sheets.height() - margin - foot - headings - 2 * padding) / m_lineHeight);
        for (Lines &cell : cells) {
            if (cell.size() > most) {
                cell.resize(most);
                cell.back() += U"…";
            }
        }
        const double height = heightOf(cells);
        if (m_y - height < foot) {
            m_sheets.begin();
            m_y = m_sheets.height() - margin;
            drawHeadings();
        }
        drawCells(cells, height);
    }

    void drawCells(const std::vector<Lines> &cells, double height)
    {
        for (std::size_t column = 0; column < cells.size(); ++column) {
            double y = m_y - padding + (m_lineHeight - m_textSize) / 2 + 1;
            for (const std::u32string &line : cells[column]) {
                y -= m_lineHeight;
                const double x = m_form.columns[column].alignRight
                                     ? m_edges[column + 1] - padding - m_sheets.measure(line, m_textSize)
                                     : m_edges[column] + padding;
                m_sheets.text(x, y, m_textSize, line);
            }
        }
        for (const double x : m_edges)
            m_sheets.line(x, m_y, x, m_y - height);
        m_y -= height;
        m_sheets.line(margin, m_y, m_sheets.width() - margin, m_y);
    }

    // When the number of sheets is known.
    void drawFeet()
    {
        const std::size_t count = m_sheets.count();
        const QDateTime made = m_form.made.toLocalTime();
        const std::u32string date =
            charactersOf(tr("Made on %1").arg(base::toJapaneseDate(made.date()) + made.toString(QStringLiteral(" HH:mm"))));
        for (std::size_t sheet = 0; sheet < count; ++sheet) {
            m_sheets.turnTo(sheet);
            const std::u32string number = charactersOf(QStringLiteral("%1/%2").arg(sheet + 1).arg(count));
            m_sheets.text((m_sheets.width() - m_sheets.measure(number, m_textSize)) / 2, margin - m_lineHeight, m_textSize, number);
            m_sheets.text(m_sheets.width() - margin - m_sheets.measure(date, m_textSize), margin - m_lineHeight, m_textSize, date);
            if (sheet > 0)
                m_sheets.text(margin, margin - m_lineHeight, m_textSize, charactersOf(m_form.title));
        }
    }

    const double m_textSize;
    const double m_lineHeight;
    const TableForm &m_form;
    PdfSheets m_sheets;
    std::vector<double> m_edges;
    std::vector<Lines> m_headings;
    double m_y = 0;
};

} // namespace

base::Result<QByteArray> toPdf(const TableForm &form)
{
    const auto columns = static_cast<qsizetype>(form.columns.size());
    const bool isTable = columns > 0 && std::all_of(form.rows.begin(), form.rows.end(), [columns](const QStringList &row) {
                             return row.size() == columns;
                         });
    if (!isTable)
        return base::failure(base::ErrorCode::InvalidInput, form.title, tr("The table cannot be printed."));
    if (form.rows.size() > TableForm::mostRows) {
        return base::failure(base::ErrorCode::TooLarge, form.title,
                             tr("These are too many entries to print. Please choose a shorter period."));
    }
    auto font = TextFont::load();
    if (!font)
        return std::unexpected(font.error());
    return Layout(form, std::move(*font)).run();
}

} // namespace shirushi::print
