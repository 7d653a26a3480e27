#include "send/addressform.h"

#include "classify/work.h"
#include "send/formatwords.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/choice.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr int longest = 320; // characters of a line; the book says itself what is too long

} // namespace

AddressForm::AddressForm(const Theme &theme, SendDesk &desk, const sending::Contact &contact, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_desk(desk), m_before(contact), m_kind(new Choice(theme)),
      m_problem(new Notice(theme, NoticeTone::Wrong, {})), m_save(makeButton(tr("Save(&S)"), ButtonKind::Main))
{
    setObjectName(QStringLiteral("card"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(8);
    column->addWidget(new TextBlock(theme, TextKind::Heading, contact.id.isEmpty() ? tr("Add to the address book") : tr("Change")));
    column->addWidget(m_problem);
    m_problem->hide();
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    m_name = addLine(grid, 0, 0, tr("Name"), contact.name);
    m_kana = addLine(grid, 0, 1, tr("Kana"), contact.kana);
    m_organisation = addLine(grid, 2, 0, tr("Organisation"), contact.organisation);
    grid->addWidget(new TextBlock(theme, TextKind::Small, tr("Kind of recipient")), 2, 1);
    m_kind->setAccessibleName(tr("Kind of recipient"));
    m_kind->addItem(tr("Please choose"), QString());
    for (const Named &kind : desk.destinations())
        m_kind->addItem(kind.title, kind.id);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(contact.kind)));
    grid->addWidget(m_kind, 3, 1);
    m_mail = addLine(grid, 4, 0, tr("Mail address"), contact.mail);
    m_telephone = addLine(grid, 4, 1, tr("Telephone"), contact.telephone);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    column->addWidget(new TextBlock(theme, TextKind::Small, tr("Forms that their mail gateway takes off, as far as it is known")));
    for (const sending::ParcelFormat format : sending::parcelFormats()) {
        auto *line = new CheckLine(theme, titleOf(format));
        line->setChecked(contact.stripped.contains(sending::wordFor(format)));
        column->addWidget(line);
        m_stripped.emplace_back(sending::wordFor(format), line);
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    QPushButton *cancel = makeButton(tr("Cancel"), ButtonKind::Plain);
    row->addWidget(m_save);
    row->addWidget(cancel);
    row->addStretch(1);
    column->addLayout(row);
    setFocusProxy(m_name);
    connect(m_save, &QPushButton::clicked, this, &AddressForm::save);
    connect(cancel, &QPushButton::clicked, this, &AddressForm::cancelled);
}

QLineEdit *AddressForm::addLine(QGridLayout *grid, int row, int column, const QString &title, const QString &text)
{
    auto *edit = new QLineEdit(text);
    edit->setMaxLength(longest);
    edit->setAccessibleName(title);
    grid->addWidget(new TextBlock(m_theme, TextKind::Small, title), row, column);
    grid->addWidget(edit, row + 1, column);
    connect(edit, &QLineEdit::returnPressed, this, &AddressForm::save);
    return edit;
}

sending::Contact AddressForm::contact() const
{
    sending::Contact contact = m_before;
    contact.name = m_name->text();
    contact.kana = m_kana->text();
    contact.organisation = m_organisation->text();
    contact.kind = m_kind->currentData().toString();
    contact.mail = m_mail->text();
    contact.telephone = m_telephone->text();
    contact.stripped.clear();
    for (const auto &[format, line] : m_stripped) {
        if (line->isChecked())
            contact.stripped += format;
    }
    return contact;
}

void AddressForm::save()
{
    if (m_working)
        return;
    m_working = true;
    m_save->setEnabled(false);
    m_problem->hide();
    classify::inBackground(this, [desk = &m_desk, contact = contact()] { return contact.id.isEmpty() ? desk->addContact(contact) : desk->changeContact(contact); },
                           [this](const base::Result<BookEntry> &entry) {
                               m_working = false;
                               m_save->setEnabled(true);
                               if (!entry) {
                                   m_problem->setText(tr("It was not saved"), entry.error().message);
                                   m_problem->show();
                                   m_name->setFocus(Qt::OtherFocusReason);
                               } else {
                                   Q_EMIT saved(*entry);
                               }
                               Q_EMIT workEnded();
                           });
}

void AddressForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_working)
        Q_EMIT cancelled();
    else
        QFrame::keyPressEvent(event);
}

} // namespace shirushi::send
