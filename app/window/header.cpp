#include "window/header.h"

#include "widgets/button.h"
#include "widgets/icons.h"
#include "widgets/textblock.h"
#include "window/frontdoor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

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

Header::Header(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_rules(plainLabel()), m_locksIn(plainLabel()), m_ledger(makeButton({}, ButtonKind::Header)),
      m_person(plainLabel())
{
    setObjectName(QStringLiteral("header"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(52);
    auto *name = new TextBlock(theme, TextKind::Lead, tr("Shirushi"), Ink::Action);
    name->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_rules->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_locksIn->setForegroundRole(QPalette::WindowText);
    QFont heavy = m_locksIn->font();
    heavy.setBold(true);
    m_locksIn->setFont(heavy);
    m_locksIn->hide();
    setLedger(LedgerState::Open);
    connect(m_ledger, &QPushButton::clicked, this, &Header::ledgerWanted);
    auto *lock = makeButton(tr("Lock and leave"), ButtonKind::Header);
    lock->setIcon(icon(Picture::Lock, theme, Ink::Text));
    lock->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    lock->setToolTip(tr("Lock and leave (Ctrl+L)"));
    for (QPushButton *button : {m_ledger, lock})
        button->setIconSize({18, 18});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 0, 14, 1);
    layout->setSpacing(20);
    layout->addWidget(name);
    layout->addWidget(m_rules, 1);
    layout->addWidget(m_locksIn);
    layout->addWidget(m_ledger);
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

void Header::setLocksIn(int seconds)
{
    m_locksIn->setText(seconds > 0 ? tr("Locks in %n seconds", nullptr, seconds) : QString());
    m_locksIn->setVisible(seconds > 0);
    elide();
}

// Says what has been looked at, and no more.
void Header::setLedger(LedgerState state, const QDateTime &checkedAt)
{
    const struct {
        QString text;
        Picture picture;
        Ink ink;
    } looks[] = {
        {tr("Ledger: ready to record"), Picture::Ledger, Ink::Green},
        {tr("Ledger: being checked"), Picture::Ledger, Ink::Action},
        {tr("Ledger: in order (checked %1)").arg(checkedAt.toLocalTime().toString(QStringLiteral("HH:mm"))),
         Picture::Verified, Ink::Green},
        {tr("Ledger: please look"), Picture::Wrong, Ink::Red},
    };
    const auto &look = looks[static_cast<std::size_t>(state)];
    m_ledger->setText(look.text);
    m_ledger->setAccessibleName(look.text);
    m_ledger->setToolTip(tr("Leads to the records"));
    m_ledger->setIcon(icon(look.picture, m_theme, look.ink));
    m_ledger->setProperty("wrong", state == LedgerState::Questioned);
    m_ledger->style()->unpolish(m_ledger);
    m_ledger->style()->polish(m_ledger);
    elide();
}

void Header::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

void Header::elide()
{
    if (!layout())
        return;
    layout()->activate(); // what stands beside it may have another width by now
    m_rules->setText(m_rules->fontMetrics().elidedText(m_rulesText, Qt::ElideRight, m_rules->width()));
}

} // namespace shirushi::window
