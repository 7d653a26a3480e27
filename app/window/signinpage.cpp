#include "window/signinpage.h"

#include "classify/work.h"
#include "widgets/button.h"
#include "widgets/choice.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

SignInPage::SignInPage(const Theme &theme, FrontDoor &door)
    : DoorPage(theme, tr("Sign in"), {}, tr("Open(&S)")), m_door(door), m_person(new Choice(theme)),
      m_waiting(new Notice(theme, NoticeTone::Information, {}))
{
    auto *answer = makeButton(tr("The roster has come(&R)"), ButtonKind::Small);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 4, 0, 2);
    row->addWidget(answer);
    row->addStretch(1);
    m_waiting->add(box);
    column()->addWidget(m_waiting);
    connect(answer, &QPushButton::clicked, this, &SignInPage::renewalWanted);
    column()->addWidget(new Field(theme, tr("Name"), m_person));
    m_password = addPassword(tr("Password"), {}, &m_passwordField);
    addOther(tr("The password is lost …"));
    QPushButton *check = makeButton(tr("Check whether something may be sent(&C)"), ButtonKind::Plain);
    addBelow(new TextBlock(theme, TextKind::Small, tr("Without signing in:"), Ink::Dim));
    addBelow(check);
    connect(check, &QPushButton::clicked, this, &SignInPage::checkWanted);
    m_wait.setInterval(200);
    connect(&m_wait, &QTimer::timeout, this, &SignInPage::countDown);
    connect(m_person, &QComboBox::currentIndexChanged, this, &SignInPage::countDown);
    connect(action(), &QPushButton::clicked, this, &SignInPage::signIn);
    setFocusProxy(m_password);
}

void SignInPage::refresh(const QString &user)
{
    const QString chosen = user.isEmpty() ? m_person->currentData().toString() : user;
    m_person->clear();
    for (const Person &person : m_door.people())
        m_person->addItem(tr("%1 (%2)").arg(person.name, person.id), person.id);
    m_person->setCurrentIndex(qMax(0, m_person->findData(chosen)));
    const auto renewing = m_door.renewing();
    if (renewing)
        m_waiting->setText(tr("The new keys of %1 wait for the administrator's answer").arg(renewing->name));
    m_waiting->setVisible(renewing.has_value());
    m_passwordField->setWrong({});
    setProblem({});
    m_password->clear();
    countDown();
    m_password->setFocus(Qt::OtherFocusReason);
}

QString SignInPage::user() const
{
    return m_person->currentData().toString();
}

void SignInPage::countDown()
{
    const auto left = m_person->currentIndex() < 0 ? std::chrono::milliseconds() : m_door.waitFor(user());
    const bool waits = left.count() > 0;
    if (waits == m_wait.isActive() && !waits)
        return;
    action()->setEnabled(!waits);
    setActionText(waits ? tr("In %n seconds again", nullptr, static_cast<int>((left.count() + 999) / 1000)) : QString());
    if (waits)
        m_wait.start();
    else
        m_wait.stop();
}

void SignInPage::signIn()
{
    if (!action()->isEnabled())
        return;
    if (m_password->text().isEmpty()) {
        m_passwordField->setWrong(tr("Please enter your password."));
        m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString user = this->user();
    auto password = std::make_shared<base::SecretBytes>(takePassword(m_password));
    setProblem({});
    setBusy(true, tr("Opening …"));
    classify::inBackground(this, [door = &m_door, user, password] { return door->signIn(user, *password); },
                           [this](const base::Result<void> &result) {
                               setBusy(false);
                               if (result) {
                                   Q_EMIT done();
                                   return;
                               }
                               m_password->setFocus(Qt::OtherFocusReason);
                               m_passwordField->setWrong(result.error().message);
                               countDown();
                           });
}

} // namespace shirushi::window
