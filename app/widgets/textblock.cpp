#include "widgets/textblock.h"

#include "widgets/linebreaks.h"

#include <QPainter>

#include <algorithm>

namespace shirushi::widgets {

TextBlock::TextBlock(const Theme &theme, TextKind kind, const QString &text, Ink ink, QWidget *parent)
    : QLabel(text, parent), m_theme(theme), m_kind(kind), m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    setFont(Theme::font(kind));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TextBlock::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

int TextBlock::lineStep() const
{
    return qRound(Theme::font(m_kind).pixelSize() * Theme::lineHeight(m_kind));
}

const QStringList &TextBlock::linesAt(int width) const
{
    if (width != m_brokenWidth || text() != m_brokenText) {
        m_lines = breakLines(text(), QFontMetricsF(Theme::font(m_kind)), width);
        m_brokenWidth = width;
        m_brokenText = text();
    }
    return m_lines;
}

int TextBlock::heightForWidth(int width) const
{
    return static_cast<int>(linesAt(width).size()) * lineStep();
}

QSize TextBlock::sizeHint() const
{
    const QFontMetricsF metrics(Theme::font(m_kind));
    double widest = 0;
    int lines = 0;
    for (const QString &line : text().split(QLatin1Char('\n'))) {
        widest = std::max(widest, metrics.horizontalAdvance(line));
        ++lines;
    }
    return {qRound(widest) + 4, lines * lineStep()};
}

QSize TextBlock::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), Theme::font(m_kind).pixelSize() * 6), lineStep()};
}

void TextBlock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(Theme::font(m_kind));
    painter.setPen(isEnabled() ? m_theme[m_ink] : m_theme[Ink::Edge]);
    drawLines(painter, rect(), linesAt(width()), lineStep());
}

void drawLines(QPainter &painter, const QRect &place, const QStringList &lines, int step)
{
    QRect line(place.left(), place.top(), place.width() + 4, step);
    constexpr int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip;
    for (const QString &text : lines) {
        const bool item = text.startsWith(QChar(u'・'));
        if (item)
            painter.drawText(line, flags, text.left(1));
        if (item || text.startsWith(QLatin1Char('\t')))
            painter.drawText(line.adjusted(qRound(listIndent), 0, 0, 0), flags, text.mid(1));
        else
            painter.drawText(line, flags, text);
        line.translate(0, step);
    }
}

} // namespace shirushi::widgets
