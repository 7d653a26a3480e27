#include "window/deputyform.h"

#include "widgets/button.h"
#include "widgets/choice.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

DeputyForm::DeputyForm(const Theme &theme, PeopleDesk &desk, const Member &member)
    : PeopleForm(theme, desk, tr("%1 stands in for somebody").arg(member.name), tr("Set(&A)")), m_member(member),
      m_standsFor(new Choice(theme)), m_from(new DateChoice(theme, QDate::currentDate())),
      m_until(new DateChoice(theme, QDate::currentDate().addDays(7)))
{
    addPresent();
    for (const Member &other : desk.members()) {
        if (other.id != member.id && !other.closed.isValid())
            m_standsFor->addItem(tr("%1 (%2)").arg(other.name, other.roleTitle), other.id);
    }
    column()->addWidget(new Field(theme, tr("For whom"), m_standsFor));
    column()->addWidget(new Field(theme, tr("First day"), m_from));
    column()->addWidget(new Field(theme, tr("Last day"), m_until));
    setFocusProxy(m_standsFor);
}

void DeputyForm::carryOut()
{
    run([desk = &desk(), id = m_member.id, other = m_standsFor->currentData().toString(), from = m_from->date(),
         until = m_until->date()] { return desk->setDeputy(id, other, from, until); },
        tr("The deputy was set."));
}

void DeputyForm::addPresent()
{
    for (const StandIn &standIn : m_member.standsFor) {
        auto *row = new QHBoxLayout;
        row->addWidget(new TextBlock(theme(), TextKind::Body, tr("Stands in for %1").arg(standIn.text)), 1, Qt::AlignVCenter);
        QPushButton *end = makeButton(tr("End it now"), ButtonKind::Small);
        end->setAccessibleName(tr("End it now: %1").arg(standIn.text));
        row->addWidget(end);
        column()->addLayout(row);
        connect(end, &QPushButton::clicked, this, [this, other = standIn.standsFor] {
            run([desk = &desk(), id = m_member.id, other] { return desk->endDeputy(id, other); }, tr("The deputy has ended."));
        });
    }
}

} // namespace shirushi::window
