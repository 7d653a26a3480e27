#include "send/recipientrow.h"

#include "send/bookcompleter.h"
#include "send/contactwords.h"
#include "widgets/button.h"
#include "widgets/textblock.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr int longest = 200; // characters of a line

} // namespace

RecipientRow::RecipientRow(const Theme &theme, const SendDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_grid(new QGridLayout(this)), m_known(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)),
      m_add(makeButton(tr("Add to the address book"), ButtonKind::Small)), m_remove(makeButton(tr("Take away"), ButtonKind::Small))
{
    setObjectName(QStringLiteral("card"));
    m_grid->setContentsMargins(14, 8, 14, 12);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    const auto line = [&](int row, int column, bool searches) {
        auto *edit = new QLineEdit;
        edit->setMaxLength(longest);
        m_grid->addWidget(new TextBlock(theme, TextKind::Small), row, column);
        m_grid->addWidget(edit, row + 1, column);
        connect(edit, &QLineEdit::textEdited, this, &RecipientRow::edited);
        if (searches)
            connect(new BookCompleter(desk, edit, this), &BookCompleter::chosen, this, [this](const BookEntry &entry) {
                setEntry(entry);
                Q_EMIT chosen(entry.contact.kind);
                Q_EMIT changed();
            });
        return edit;
    };
    m_name = line(0, 0, true);
    m_organisation = line(0, 1, true);
    m_mail = line(2, 0, true);
    m_telephone = line(2, 1, false);
    m_grid->addWidget(m_known, 4, 0, 1, 2);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    row->addStretch(1);
    m_grid->addLayout(row, 5, 0, 1, 2);
    connect(m_remove, &QPushButton::clicked, this, &RecipientRow::removed);
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT addWanted(recipient()); });
    judge();
}

void RecipientRow::setNumber(int number)
{
    const auto name = [&](QLineEdit *edit, int at, int column, const QString &title) {
        static_cast<TextBlock *>(m_grid->itemAtPosition(at, column)->widget())->setText(title);
        edit->setAccessibleName(number == 0 ? title : tr("Recipient %1: %2").arg(number).arg(title));
    };
    name(m_name, 0, 0, tr("Name"));
    name(m_organisation, 0, 1, tr("Organisation"));
    name(m_mail, 2, 0, tr("Mail address"));
    name(m_telephone, 2, 1, tr("Telephone"));
    m_name->setPlaceholderText(tr("Name, kana or organisation"));
    m_remove->setAccessibleName(tr("Take recipient %1 away").arg(number));
    m_remove->setVisible(number != 0);
}

void RecipientRow::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

Recipient RecipientRow::recipient() const
{
    return {m_name->text().simplified(), m_organisation->text().simplified(), m_mail->text().simplified(), m_telephone->text().simplified(),
            m_contact};
}

void RecipientRow::setEntry(const BookEntry &entry)
{
    m_name->setText(entry.contact.name);
    m_organisation->setText(entry.contact.organisation);
    m_mail->setText(entry.contact.mail);
    m_telephone->setText(entry.contact.telephone);
    m_contact = entry.contact.id;
    m_known->setText(tr("From the address book: %1").arg(QStringList{titleIn(m_desk.destinations(), entry.contact.kind), checkText(entry)}
                                                             .join(QStringLiteral("　"))));
    judge();
}

void RecipientRow::clear()
{
    for (QLineEdit *edit : {m_name, m_organisation, m_mail, m_telephone})
        edit->clear();
    m_contact.clear();
    judge();
}

// What was typed over is no longer what the address book has.
void RecipientRow::edited()
{
    m_contact.clear();
    judge();
    Q_EMIT changed();
}

void RecipientRow::judge()
{
    m_known->setVisible(!m_contact.isEmpty());
    m_add->setVisible(m_contact.isEmpty() && !m_name->text().trimmed().isEmpty());
}

} // namespace shirushi::send
