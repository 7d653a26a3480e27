#include "widgets/checkline.h"

#include "widgets/button.h"
#include "widgets/icons.h"
#include "widgets/linebreaks.h"
#include "widgets/textblock.h"

#include <QPainter>

namespace shirushi::widgets {

namespace {

constexpr int textLeft = 34;
constexpr int step = 26;
constexpr int noteStep = 22;
constexpr int above = 4;

} // namespace

CheckLine::CheckLine(const Theme &theme, const QString &text, const QString &note, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_note(note)
{
    setText(text);
    setCheckable(true);
    setAccessibleName(withoutAccessKey(text));
    setAccessibleDescription(note);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QStringList CheckLine::lines(int width) const
{
    QString plain = text();
    return breakLines(plain.remove(QLatin1Char('&')), QFontMetricsF(Theme::font(TextKind::Body)), width - textLeft - 4);
}

QStringList CheckLine::noteLines(int width) const
{
    if (m_note.isEmpty())
        return {};
    return breakLines(m_note, QFontMetricsF(Theme::font(TextKind::Small)), width - textLeft - 4);
}

int CheckLine::heightForWidth(int width) const
{
    return 2 * above + static_cast<int>(lines(width).size()) * step
           + static_cast<int>(noteLines(width).size()) * noteStep;
}

QSize CheckLine::sizeHint() const
{
    return {400, heightForWidth(qMax(width(), 400))};
}

void CheckLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Ink ink = !isEnabled() ? Ink::Dim : isChecked() ? Ink::Action : Ink::Edge;
    drawPicture(painter, QRectF(2, above + 1, 24, 24), isChecked() ? Picture::Checked : Picture::Unchecked, m_theme[ink]);
    painter.setFont(Theme::font(TextKind::Body));
    painter.setPen(m_theme[isEnabled() ? Ink::Text : Ink::Dim]);
    const QStringList text = lines(width());
    const auto tall = static_cast<int>(text.size()) * step;
    drawLines(painter, QRect(textLeft, above, width() - textLeft, tall), text, step);
    painter.setFont(Theme::font(TextKind::Small));
    painter.setPen(m_theme[Ink::Dim]);
    drawLines(painter, QRect(textLeft, above + tall, width() - textLeft, height() - tall), noteLines(width()), noteStep);
}

} // namespace shirushi::widgets
