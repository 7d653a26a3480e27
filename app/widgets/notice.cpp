#include "widgets/notice.h"

#include "widgets/icons.h"
#include "widgets/textblock.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace shirushi::widgets {

namespace {

struct ToneLook {
    const char *name;
    Ink ink;
    Picture picture;
};

constexpr ToneLook looks[] = {
    {"action", Ink::Action, Picture::Information},
    {"green", Ink::Green, Picture::Check},
    {"amber", Ink::Amber, Picture::Warning},
    {"red", Ink::Red, Picture::Wrong},
};

const ToneLook &lookOf(NoticeTone tone)
{
    return looks[static_cast<std::size_t>(tone)];
}

} // namespace

Notice::Notice(const Theme &theme, NoticeTone tone, const QString &heading, const QString &text, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_tone(tone), m_heading(new TextBlock(theme, TextKind::Heading)),
      m_text(new TextBlock(theme, TextKind::Small)), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("notice"));
    m_column->setContentsMargins(54, 12, 18, 12);
    m_column->setSpacing(4);
    m_column->addWidget(m_heading);
    m_column->addWidget(m_text);
    setText(heading, text);
    setTone(tone);
}

void Notice::setTone(NoticeTone tone)
{
    m_tone = tone;
    setProperty("tone", QString::fromLatin1(lookOf(tone).name));
    style()->unpolish(this);
    style()->polish(this);
    update();
}

void Notice::setText(const QString &heading, const QString &text)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(heading.isEmpty() ? text : heading);
}

void Notice::add(QWidget *widget)
{
    m_column->addWidget(widget);
}

void Notice::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    drawPicture(painter, QRectF(18, 12, 26, 26), lookOf(m_tone).picture, m_theme[lookOf(m_tone).ink]);
}

} // namespace shirushi::widgets
