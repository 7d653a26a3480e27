#include "send/answergrid.h"

#include "widgets/answerbutton.h"

#include <QGridLayout>
#include <QResizeEvent>

namespace shirushi::send {

namespace {

constexpr int wideEnough = 620; // for two side by side

int columnsAt(int width)
{
    return width >= wideEnough ? 2 : 1;
}

} // namespace

AnswerGrid::AnswerGrid(QWidget *parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
}

void AnswerGrid::setButtons(const std::vector<widgets::AnswerButton *> &buttons)
{
    for (widgets::AnswerButton *button : m_buttons) {
        m_layout->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
    m_buttons = buttons;
    arrange(columnsAt(width()));
    for (widgets::AnswerButton *button : m_buttons)
        button->show();
}

void AnswerGrid::arrange(int columns)
{
    m_columns = columns;
    for (widgets::AnswerButton *button : m_buttons)
        m_layout->removeWidget(button);
    int place = 0;
    for (widgets::AnswerButton *button : m_buttons) {
        m_layout->addWidget(button, place / columns, place % columns);
        ++place;
    }
    m_layout->setColumnStretch(0, 1);
    m_layout->setColumnStretch(1, columns > 1 ? 1 : 0);
}

void AnswerGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const int columns = columnsAt(event->size().width()); columns != m_columns)
        arrange(columns);
}

} // namespace shirushi::send
