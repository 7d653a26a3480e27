#include "widgets/choice.h"

#include "widgets/icons.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace shirushi::widgets {

Choice::Choice(const Theme &theme, QWidget *parent) : QComboBox(parent), m_theme(theme)
{
    // The style sheet's item height only reaches a styled delegate.
    setItemDelegate(new QStyledItemDelegate(this));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMinimumContentsLength(10);
}

void Choice::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    drawPicture(painter, QRectF(width() - 34, (height() - 24) / 2.0, 24, 24), Picture::Down,
                m_theme[isEnabled() ? Ink::Text : Ink::Dim]);
}

void Choice::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

DateChoice::DateChoice(const Theme &theme, QDate date, QWidget *parent) : QDateEdit(date, parent), m_theme(theme)
{
    setCalendarPopup(true);
    setMinimumWidth(220);
}

void DateChoice::paintEvent(QPaintEvent *event)
{
    QDateEdit::paintEvent(event);
    QPainter painter(this);
    drawPicture(painter, QRectF(width() - 34, (height() - 22) / 2.0, 22, 22), Picture::Calendar,
                m_theme[isEnabled() ? Ink::Text : Ink::Dim]);
}

void DateChoice::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace shirushi::widgets
