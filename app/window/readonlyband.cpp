#include "window/readonlyband.h"

#include "review/integrityband.h"
#include "widgets/button.h"
#include "widgets/notice.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

ReadOnlyBand::ReadOnlyBand(const Theme &theme, review::Verification &verification, QWidget *parent)
    : QWidget(parent), m_verification(verification), m_notice(new Notice(theme, NoticeTone::Wrong, {}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 14, 32, 0);
    column->addWidget(m_notice);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 4, 0, 2);
    QPushButton *details = makeButton(tr("See the findings"), ButtonKind::Small);
    row->addWidget(details);
    row->addStretch(1);
    m_notice->add(box);
    connect(details, &QPushButton::clicked, this, &ReadOnlyBand::detailsWanted);
    connect(&verification, &review::Verification::changed, this, &ReadOnlyBand::refresh);
    refresh();
}

void ReadOnlyBand::setPageWrites(bool writes)
{
    m_writes = writes;
    refresh();
}

void ReadOnlyBand::refresh()
{
    const QString reason = review::readOnlyReason(m_verification);
    m_notice->setText(tr("Nothing can be recorded at present: the ledger can only be read"), reason);
    setVisible(m_writes && !reason.isEmpty());
}

} // namespace shirushi::window
