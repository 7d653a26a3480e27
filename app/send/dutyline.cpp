#include "send/dutyline.h"

#include "widgets/icons.h"
#include "widgets/textblock.h"

#include <QPainter>
#include <QVBoxLayout>

namespace shirushi::send {

using namespace widgets;

DutyLine::DutyLine(const Theme &theme, const QString &text, const QString &note, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(38, 4, 0, 4);
    column->setSpacing(0);
    column->addWidget(new TextBlock(theme, TextKind::Strong, text));
    if (!note.isEmpty())
        column->addWidget(new TextBlock(theme, TextKind::Small, note, Ink::Dim));
}

void DutyLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawPicture(painter, QRectF(4, 5, 24, 24), Picture::Open, m_theme[Ink::Edge]);
}

} // namespace shirushi::send
