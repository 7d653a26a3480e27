#include "approvals/prospectcard.h"

#include "widgets/notice.h"
#include "widgets/quote.h"
#include "widgets/textblock.h"

#include <QFrame>
#include <QVBoxLayout>

namespace shirushi::approvals {

using namespace widgets;

ProspectCard::ProspectCard(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void ProspectCard::setProspect(const Prospect &prospect)
{
    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_column->addWidget(m_content);
    column->addWidget(new TextBlock(m_theme, TextKind::Heading, tr("Who decides")));
    if (!prospect.objections.isEmpty())
        column->addWidget(new Notice(m_theme, NoticeTone::Caution, tr("Before it can be asked for"), prospect.objections.join(u'\n')));
    for (const Decider &decider : prospect.deciders)
        addDecider(decider);
    if (!prospect.reportTo.isEmpty()) {
        column->addWidget(new Notice(m_theme, NoticeTone::Information, tr("Done first, reported afterwards"),
                                     tr("To be told: %1").arg(prospect.reportTo.join(tr(", ")))));
    }
    for (const QString &caution : prospect.cautions)
        column->addWidget(new Notice(m_theme, NoticeTone::Caution, caution));
    m_content->show();
}

void ProspectCard::addDecider(const Decider &decider)
{
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    column->addWidget(new TextBlock(m_theme, TextKind::Heading, tr("%1 by %2").arg(decider.word, decider.role)));
    for (const QString &person : decider.people)
        column->addWidget(new TextBlock(m_theme, TextKind::Body, person));
    auto *quote = new Quote(m_theme);
    column->addWidget(quote);
    quote->setCitation(decider.citation);
    m_content->layout()->addWidget(card);
}

} // namespace shirushi::approvals
