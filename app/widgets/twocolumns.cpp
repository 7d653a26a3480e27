#include "widgets/twocolumns.h"

#include <QResizeEvent>
#include <QVBoxLayout>

namespace shirushi::widgets {

TwoColumns::TwoColumns(int right, int turn, QWidget *parent)
    : QWidget(parent), m_rightWidth(right), m_turn(turn), m_rightSide(new QWidget),
      m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_left(new QVBoxLayout),
      m_right(new QVBoxLayout(m_rightSide))
{
    auto *leftSide = new QWidget;
    leftSide->setLayout(m_left);
    for (QVBoxLayout *column : {m_left, m_right}) {
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(10);
    }
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(28);
    m_layout->addWidget(leftSide, 1);
    m_layout->addWidget(m_rightSide, right == 0 ? 1 : 0);
    if (m_rightWidth > 0)
        m_rightSide->setFixedWidth(m_rightWidth);
}

void TwoColumns::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = event->size().width() >= m_turn;
    m_layout->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    if (m_rightWidth == 0)
        return;
    m_rightSide->setMinimumWidth(wide ? m_rightWidth : 0);
    m_rightSide->setMaximumWidth(wide ? m_rightWidth : QWIDGETSIZE_MAX);
}

} // namespace shirushi::widgets
