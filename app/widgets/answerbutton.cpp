#include "widgets/answerbutton.h"

#include "widgets/icons.h"
#include "widgets/linebreaks.h"
#include "widgets/textblock.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace shirushi::widgets {

namespace {

constexpr int side = 18;
constexpr int above = 14;
constexpr int cap = 28; // of the key
constexpr int textStep = 26;
constexpr int noteStep = 22;

} // namespace

AnswerButton::AnswerButton(const Theme &theme, const QString &key, const QString &text, const QString &note,
                           QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_key(key), m_note(note)
{
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(note);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int AnswerButton::textLeft() const
{
    return m_key.isEmpty() && !isCheckable() ? side : side + cap + 16;
}

QStringList AnswerButton::textLines(int width) const
{
    return breakLines(text(), QFontMetricsF(Theme::font(TextKind::Strong)), width - textLeft() - side);
}

QStringList AnswerButton::noteLines(int width) const
{
    if (m_note.isEmpty())
        return {};
    return breakLines(m_note, QFontMetricsF(Theme::font(TextKind::Small)), width - textLeft() - side);
}

int AnswerButton::heightForWidth(int width) const
{
    const auto text = static_cast<int>(textLines(width).size());
    const auto note = static_cast<int>(noteLines(width).size());
    return std::max(2 * above + text * textStep + note * noteStep, 56);
}

QSize AnswerButton::sizeHint() const
{
    return {520, heightForWidth(std::max(width(), 520))};
}

void AnswerButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = isChecked() || isDown();
    painter.setPen(QPen(m_theme[!isEnabled() ? Ink::Line : marked ? Ink::Action : Ink::Edge], marked ? 2 : 1));
    painter.setBrush(m_theme[marked || (isEnabled() && underMouse()) ? Ink::ActionGround : Ink::Ground]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 12, 12);

    const QRect keyCap(side, (height() - 26) / 2, cap, 26);
    if (isCheckable() && !isChecked() && group() && group()->exclusive()) {
        painter.setPen(QPen(m_theme[Ink::Edge], 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(keyCap).center(), 9.5, 9.5); // one of several: round, as the chosen one is
    } else if (isCheckable()) {
        drawPicture(painter, keyCap, isChecked() ? Picture::Verified : Picture::Unchecked,
                    m_theme[isChecked() ? Ink::Action : Ink::Edge]);
    } else if (!m_key.isEmpty()) {
        painter.setPen(m_theme[Ink::Edge]);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(keyCap).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        QFont font = Theme::font(TextKind::Small);
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(m_theme[Ink::Text]);
        painter.drawText(keyCap, Qt::AlignCenter, m_key);
    }
    const QStringList lines = textLines(width());
    const QStringList notes = noteLines(width());
    const auto tall = static_cast<int>(lines.size()) * textStep;
    const int whole = tall + static_cast<int>(notes.size()) * noteStep;
    const QRect place(textLeft(), (height() - whole) / 2, width() - textLeft() - side, whole);
    painter.setFont(Theme::font(TextKind::Strong));
    painter.setPen(m_theme[isEnabled() ? Ink::Text : Ink::Dim]);
    drawLines(painter, place, lines, textStep);
    painter.setFont(Theme::font(TextKind::Small));
    painter.setPen(m_theme[Ink::Dim]);
    drawLines(painter, place.adjusted(0, tall, 0, 0), notes, noteStep);
}

void AnswerButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    case Qt::Key_Down:
        focusNextPrevChild(true);
        break;
    case Qt::Key_Up:
        focusNextPrevChild(false);
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void AnswerButton::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    Q_EMIT focused();
}

void AnswerButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void AnswerButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace shirushi::widgets
