#include "widgets/levelbutton.h"

#include "widgets/chip.h"

#include <QPainter>

namespace shirushi::widgets {

LevelButton::LevelButton(const Theme &theme, const QString &text, policy::Tone tone, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_tone(tone)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LevelButton::sizeHint() const
{
    const QFontMetrics metrics(Theme::font(TextKind::Lead));
    return {qMax(72, metrics.horizontalAdvance(text()) + 40), 56};
}

void LevelButton::paintEvent(QPaintEvent *)
{
    const auto [text, ground] = toneInks(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme[isChecked() ? text : Ink::Edge], isChecked() ? 3 : 1));
    painter.setBrush(m_theme[isChecked() || isDown() ? ground : Ink::Ground]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10);
    painter.setFont(Theme::font(TextKind::Lead));
    painter.setPen(m_theme[isChecked() ? text : Ink::Text]);
    painter.drawText(rect(), Qt::AlignCenter, this->text());
}

void LevelButton::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    Q_EMIT focused();
}

} // namespace shirushi::widgets
