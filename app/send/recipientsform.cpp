#include "send/recipientsform.h"

#include "send/recipientrow.h"
#include "widgets/button.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr std::size_t mostRows = 50;

} // namespace

RecipientsForm::RecipientsForm(const Theme &theme, const SendDesk &desk, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_desk(desk), m_column(new QVBoxLayout),
      m_add(makeButton(tr("One more recipient(&M)"), ButtonKind::Small))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_column->setSpacing(8);
    column->addLayout(m_column);
    auto *row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow();
        m_rows.back()->focusName();
        Q_EMIT changed();
    });
    addRow();
}

void RecipientsForm::addRow()
{
    auto *row = new RecipientRow(m_theme, m_desk);
    connect(row, &RecipientRow::changed, this, &RecipientsForm::changed);
    connect(row, &RecipientRow::chosen, this, &RecipientsForm::chosen);
    connect(row, &RecipientRow::addWanted, this, &RecipientsForm::addWanted);
    connect(row, &RecipientRow::removed, this, [this, row] { removeRow(row); });
    m_column->addWidget(row);
    m_rows.push_back(row);
    numberRows();
}

void RecipientsForm::removeRow(RecipientRow *row)
{
    std::erase(m_rows, row);
    row->hide();
    row->deleteLater();
    numberRows();
    m_rows.front()->focusName();
    Q_EMIT changed();
}

// With one recipient a line is called 名前, with several 受取人2の名前.
void RecipientsForm::numberRows()
{
    const bool isAlone = m_rows.size() == 1;
    int number = 0;
    for (RecipientRow *row : m_rows)
        row->setNumber(isAlone ? 0 : ++number);
    m_add->setEnabled(m_rows.size() < mostRows);
}

std::vector<Recipient> RecipientsForm::recipients() const
{
    std::vector<Recipient> recipients;
    for (const RecipientRow *row : m_rows) {
        if (Recipient recipient = row->recipient(); recipient != Recipient{})
            recipients.push_back(std::move(recipient));
    }
    return recipients;
}

void RecipientsForm::adopt(const BookEntry &entry)
{
    for (RecipientRow *row : m_rows) {
        const Recipient typed = row->recipient();
        const bool isMeant = typed.contact.isEmpty() ? typed.name == entry.contact.name && typed.mail.compare(entry.contact.mail, Qt::CaseInsensitive) == 0
                                                     : typed.contact == entry.contact.id;
        if (isMeant)
            row->setEntry(entry);
    }
    Q_EMIT changed();
}

void RecipientsForm::clear()
{
    while (m_rows.size() > 1) {
        m_rows.back()->hide();
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    m_rows.front()->clear();
    numberRows();
}

} // namespace shirushi::send
