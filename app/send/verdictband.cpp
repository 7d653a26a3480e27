#include "send/verdictband.h"

#include "widgets/icons.h"
#include "widgets/textblock.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr int side = 22;
constexpr int picture = 44;

struct Look {
    const char *tone; // of the style sheet
    Ink ink;
    Picture picture;
};

Look lookOf(policy::Ruling ruling)
{
    switch (ruling) {
    case policy::Ruling::Permitted: return {"green", Ink::Green, Picture::Check};
    case policy::Ruling::WithObligations: return {"amber", Ink::Amber, Picture::Conditions};
    case policy::Ruling::Forbidden: break;
    }
    return {"red", Ink::Red, Picture::Forbidden};
}

} // namespace

VerdictBand::VerdictBand(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_sentence(new TextBlock(theme, TextKind::Title)),
      m_situation(new TextBlock(theme, TextKind::Body)), m_draft(new TextBlock(theme, TextKind::Strong))
{
    setObjectName(QStringLiteral("notice"));
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * side + picture, 16, 18, 16);
    column->setSpacing(2);
    for (TextBlock *block : {m_sentence, m_situation, m_draft})
        column->addWidget(block);
}

void VerdictBand::setVerdict(policy::Ruling ruling, const QString &sentence, const QString &situation, const QString &draft)
{
    m_ruling = ruling;
    const Look look = lookOf(ruling);
    setProperty("tone", QString::fromLatin1(look.tone));
    style()->unpolish(this);
    style()->polish(this);
    m_sentence->setText(sentence);
    m_sentence->setInk(look.ink);
    m_situation->setText(situation);
    m_draft->setText(draft);
    m_draft->setVisible(!draft.isEmpty());
    setAccessibleName(sentence);
    setAccessibleDescription(draft.isEmpty() ? situation : situation + u'\n' + draft);
    update();
}

void VerdictBand::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const Look look = lookOf(m_ruling);
    drawPicture(painter, QRectF(side, (height() - picture) / 2.0, picture, picture), look.picture, m_theme[look.ink]);
}

} // namespace shirushi::send
