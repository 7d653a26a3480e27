#include "window/signinpage.h"

#include "classify/work.h"
#include "widgets/choice.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

SignInPage::SignInPage(const Theme &theme, FrontDoor &door)
    : DoorPage(theme, tr("Sign in"), {}, tr("Open(&S)")), m_door(door), m_person(new Choice(theme))
{
    column()->addWidget(new Field(theme, tr("Name"), m_person));
    m_password = addPassword(tr("Password"), {}, &m_passwordField);
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
    m_passwordField->setWrong({});
    setProblem({});
    m_password->clear();
    m_password->setFocus(Qt::OtherFocusReason);
}

void SignInPage::signIn()
{
    if (m_password->text().isEmpty()) {
        m_passwordField->setWrong(tr("Please enter your password."));
        m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString user = m_person->currentData().toString();
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
                           });
}

} // namespace shirushi::window
