#include "send/telephonecard.h"

#include "send/contactwords.h"
#include "widgets/textblock.h"

#include <QVBoxLayout>

#include <utility>

namespace shirushi::send {

using namespace widgets;

TelephoneCard::TelephoneCard(const Theme &theme, QWidget *parent) : QFrame(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("card"));
    m_column->setContentsMargins(16, 10, 16, 12);
}

void TelephoneCard::setNumbers(const std::vector<BookEntry> &known, const QStringList &typed)
{
    if (QWidget *old = std::exchange(m_content, nullptr)) {
        old->hide();
        old->deleteLater();
    }
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    QStringList digits;
    bool hasNumber = false;
    for (const BookEntry &entry : known) {
        if (entry.contact.telephone.isEmpty())
            continue;
        digits += sending::telephoneDigits(entry.contact.telephone);
        add(textOf({entry.contact.name, entry.contact.organisation, {}, {}}), entry.contact.telephone,
            tr("Address book: %1").arg(checkText(entry)), entry.contact.isChecked());
        hasNumber = true;
    }
    for (const QString &number : typed) {
        if (digits.contains(sending::telephoneDigits(number)))
            continue;
        add({}, number, tr("Typed, and not in the address book. Please compare it with the contract or the like before you call."), false);
        hasNumber = true;
    }
    if (!hasNumber) {
        column->addWidget(new TextBlock(m_theme, TextKind::Body,
                                        tr("The address book has no telephone number. Please look it up elsewhere than in a mail.")));
    }
    m_column->addWidget(m_content);
}

void TelephoneCard::add(const QString &whose, const QString &number, const QString &note, bool isGood)
{
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    if (!whose.isEmpty())
        column->addWidget(new TextBlock(m_theme, TextKind::Small, whose, Ink::Dim));
    auto *large = new TextBlock(m_theme, TextKind::Title, number);
    large->setAccessibleName(tr("Telephone number: %1").arg(number));
    column->addWidget(large);
    column->addWidget(new TextBlock(m_theme, TextKind::Small, note, isGood ? Ink::Dim : Ink::Text));
}

} // namespace shirushi::send
