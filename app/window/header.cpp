#include "window/header.h"

#include "widgets/button.h"
#include "widgets/icons.h"
#include "widgets/textblock.h"
#include "window/frontdoor.h"

#include <QHBoxLayout>
#include <QLabel>

namespace shirushi::window {

using namespace widgets;

namespace {

QLabel *plainLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setFont(Theme::font(TextKind::Small));
    return label;
}

} // namespace

Header::Header(const Theme &theme, QWidget *parent) : QWidget(parent), m_rules(plainLabel()), m_person(plainLabel())
{
    setObjectName(QStringLiteral("header"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(52);
    auto *name = new TextBlock(theme, TextKind::Lead, tr("Shirushi"), Ink::Action);
    name->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_rules->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    // Nobody is signed in without it. That nobody has changed it is more than has been looked at.
    auto *ledger = makeButton(tr("Ledger: ready to record"), ButtonKind::Header);
    ledger->setIcon(icon(Picture::Ledger, theme, Ink::Green));
    ledger->setFocusPolicy(Qt::NoFocus);
    ledger->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *lock = makeButton(tr("Lock and leave"), ButtonKind::Header);
    lock->setIcon(icon(Picture::Lock, theme, Ink::Text));
    lock->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    lock->setToolTip(tr("Lock and leave (Ctrl+L)"));
    for (QPushButton *button : {ledger, lock})
        button->setIconSize({18, 18});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 0, 14, 1);
    layout->setSpacing(20);
    layout->addWidget(name);
    layout->addWidget(m_rules, 1);
    layout->addWidget(ledger);
    layout->addWidget(m_person);
    layout->addWidget(lock);
    connect(lock, &QPushButton::clicked, this, &Header::lockWanted);
}

void Header::setState(const QString &rules, const Person &person)
{
    m_rulesText = rules;
    m_rules->setToolTip(rules);
    m_rules->setAccessibleName(tr("Rules in force: %1").arg(rules));
    m_person->setText(person.title.isEmpty() ? person.name : person.title + QStringLiteral("　") + person.name);
    m_person->setAccessibleName(tr("Signed in: %1").arg(m_person->text()));
    elide();
}

void Header::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    elide();
}

void Header::elide()
{
    m_rules->setText(m_rules->fontMetrics().elidedText(m_rulesText, Qt::ElideRight, m_rules->width()));
}

} // namespace shirushi::window
