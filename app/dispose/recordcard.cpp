#include "dispose/recordcard.h"

#include "dispose/disposewords.h"
#include "widgets/button.h"
#include "widgets/textblock.h"
#include "widgets/wraprow.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::disposals {

using namespace widgets;

RecordCard::RecordCard(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_certificate(makeButton(tr("Certificate(&C)"), ButtonKind::Small)), m_attachment(makeButton(tr("Photo or scan(&A)"), ButtonKind::Small)),
      m_follow(makeButton(tr("See to what must follow(&F)"), ButtonKind::Small)), m_details(new TextBlock(theme, TextKind::Small))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *row = new WrapRow;
    column->addLayout(row);
    for (QPushButton *button : {m_follow, m_certificate, m_attachment})
        row->addWidget(button);
    column->addWidget(m_details);
    connect(m_certificate, &QPushButton::clicked, this, &RecordCard::certificateWanted);
    connect(m_attachment, &QPushButton::clicked, this, &RecordCard::attachmentWanted);
    connect(m_follow, &QPushButton::clicked, this, &RecordCard::followUpWanted);
}

void RecordCard::setLine(const Line *line)
{
    setVisible(line);
    if (!line)
        return;
    m_details->setText(detailsText(*line));
    m_attachment->setVisible(line->record.hasAttachment);
    m_follow->setVisible(line->isOpen);
}

void RecordCard::setSaving(bool saving)
{
    m_certificate->setEnabled(!saving);
    m_attachment->setEnabled(!saving);
}

} // namespace shirushi::disposals
