#include "dispose/plancard.h"

#include "widgets/notice.h"
#include "widgets/quote.h"
#include "widgets/textblock.h"

#include <QFrame>
#include <QVBoxLayout>

namespace shirushi::disposals {

using namespace widgets;

PlanCard::PlanCard(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void PlanCard::clear()
{
    delete m_content;
    m_content = nullptr;
}

void PlanCard::addPart(QVBoxLayout *column, const QString &title, const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    column->addWidget(new TextBlock(m_theme, TextKind::Small, title, Ink::Dim));
    for (const QString &line : lines)
        column->addWidget(new TextBlock(m_theme, TextKind::Body, line));
}

void PlanCard::setPlanned(const Planned &planned)
{
    clear();
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    m_content = card;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(new TextBlock(m_theme, TextKind::Heading, planned.row.name));
    if (!planned.row.problem.isEmpty())
        column->addWidget(new Notice(m_theme, NoticeTone::Wrong, tr("It cannot be done now"), planned.row.problem));
    else if (!planned.refusal.isEmpty())
        column->addWidget(new Notice(m_theme, NoticeTone::Wrong, tr("It may not be disposed of now"), planned.refusal));
    if (!planned.method.isEmpty())
        addPart(column, tr("What is done here"), {planned.method});
    addPart(column, tr("It goes too"), planned.goesToo);
    addPart(column, tr("It may be a copy, and stays"), planned.stays);
    if (!planned.demand.isEmpty())
        addPart(column, tr("What its class asks for"), {planned.demand});
    auto *quote = new Quote(m_theme);
    column->addWidget(quote);
    quote->setCitation(planned.citation);
    if (planned.isSure)
        column->addWidget(new Notice(m_theme, NoticeTone::Good, tr("Overwriting reaches what lies on this medium"), planned.ground));
    const QStringList unsure = planned.copies + planned.doubts;
    if (!unsure.isEmpty())
        column->addWidget(new Notice(m_theme, NoticeTone::Caution, tr("What cannot be promised here"), (unsure + planned.found).join(u'\n')));
    if (!planned.followUp.isEmpty())
        column->addWidget(new Notice(m_theme, NoticeTone::Caution, tr("It is not finished by this"),
                                     tr("Afterwards the medium must be treated: %1. It stays open in the register until that is recorded.").arg(planned.followUp)));
    m_column->addWidget(m_content);
    m_content->show();
}

} // namespace shirushi::disposals
