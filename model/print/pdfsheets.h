// PdfSheets: sheets with text and lines, put together as a PDF 1.7 file with one embedded font. Measures are
// points, from the lower left corner. One object belongs to one thread.
#pragma once

#include "print/textfont.h"

#include <QDateTime>

namespace shirushi::print {

class PdfSheets
{
public:
    PdfSheets(TextFont font, double width, double height)
        : m_font(std::move(font)), m_width(width), m_height(height)
    {
    }

    double width() const { return m_width; }
    double height() const { return m_height; }
    TextFont &font() { return m_font; }

    /// What is drawn from now on is on a new sheet.
    void begin() { m_contents.emplace_back(); }
    /// Back to an earlier one, from 0.
    void turnTo(std::size_t sheet) { m_current = sheet + 1; }
    std::size_t count() const { return m_contents.size(); }

    /// The width of a line of `size` points.
    double measure(const std::u32string &text, double size);
    void text(double x, double y, double size, const std::u32string &text);
    void line(double x1, double y1, double x2, double y2, double thickness = 0.4);
    /// Filled with a light grey.
    void shade(double x, double y, double width, double height);
    /// Filled with black.
    void fill(double x, double y, double width, double height);

    [[nodiscard]] base::Result<QByteArray> toBytes(const QString &title, const QDateTime &made) const;

private:
    QByteArray &content() { return m_current > 0 ? m_contents[m_current - 1] : m_contents.back(); }

    TextFont m_font;
    double m_width;
    double m_height;
    std::vector<QByteArray> m_contents;
    std::size_t m_current = 0; // 0: the last one
};

} // namespace shirushi::print
