#include "window/newpassword.h"

#include "classify/work.h"
#include "widgets/choice.h"
#include "window/passwordhints.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

NewPasswordPage::NewPasswordPage(const Theme &theme, FrontDoor &door, const QString &title, const QString &lead,
                                 const QString &action)
    : DoorPage(theme, title, lead, action), m_door(door)
{
}

void NewPasswordPage::addPasswords(std::function<people::PasswordOwner()> owner)
{
    m_password = addPassword(tr("New password"), {}, &m_passwordField);
    m_again = addPassword(tr("New password once more"), {}, &m_againField);
    pair(m_passwordField, m_againField);
    m_hints = new PasswordHints(theme(), m_password);
    m_hints->setRules(m_door.passwordRules(), std::move(owner));
    column()->addWidget(m_hints);
}

bool NewPasswordPage::check()
{
    m_hints->look();
    const bool allowed = m_hints->isAllowed();
    const bool alike = m_password->text() == m_again->text();
    m_passwordField->setWrong(allowed ? QString() : m_hints->firstProblem());
    m_againField->setWrong(alike ? QString() : tr("The two passwords are not alike."));
    if (!allowed || !alike)
        (allowed ? m_again : m_password)->setFocus(Qt::OtherFocusReason);
    return allowed && alike;
}

void NewPasswordPage::carryOut(std::function<base::Result<void>(FrontDoor &, const base::SecretBytes &)> deed,
                               const QString &busy)
{
    auto password = std::make_shared<base::SecretBytes>(takePassword(m_password));
    m_again->clear();
    setProblem({});
    setBusy(true, busy);
    classify::inBackground(this, [deed = std::move(deed), door = &m_door, password] { return deed(*door, *password); },
                           [this](const base::Result<void> &result) {
                               setBusy(false);
                               if (result) {
                                   Q_EMIT done();
                                   return;
                               }
                               setProblem(result.error().message);
                               m_password->setFocus(Qt::OtherFocusReason);
                           });
}

ChangePage::ChangePage(const Theme &theme, FrontDoor &door, const QString &user)
    : NewPasswordPage(theme, door, tr("Choose your own password"),
                      tr("The password you were given was a temporary one. From now on only you know yours."),
                      tr("Change and open(&S)"))
{
    addPasswords([owner = door.ownerOf(user)] { return owner; });
    addOther(tr("Cancel"));
    connect(action(), &QPushButton::clicked, this, [this] {
        if (check())
            carryOut([](FrontDoor &office, const base::SecretBytes &password) { return office.changePassword(password); }, tr("Changing …"));
    });
    setFocusProxy(passwordLine());
}

RecoverPage::RecoverPage(const Theme &theme, FrontDoor &door, const QString &user)
    : NewPasswordPage(theme, door, tr("The password is lost"),
                      door.keepsRoot()
                          ? tr("With the recovery code from the safe you get a new password and are the office's administrator. This "
                               "is recorded. Without the code, ask your administrator for a new access.")
                          : tr("With the recovery code from the safe you get a new password. New keys are made for you on this "
                               "computer, and your administrator answers them with a roster. Without the code nothing can be "
                               "opened here."),
                      door.keepsRoot() ? tr("Open with the code(&S)") : tr("Make new keys(&S)")),
      m_person(new Choice(theme))
{
    for (const Person &person : door.people())
        m_person->addItem(tr("%1 (%2)").arg(person.name, person.id), person.id);
    m_person->setCurrentIndex(qMax(0, m_person->findData(user)));
    column()->addWidget(new Field(theme, tr("Name"), m_person));
    m_code = addLine(tr("Recovery code"), tr("Hyphens and capital letters do not matter."), &m_codeField);
    addPasswords([this] { return this->door().ownerOf(m_person->currentData().toString()); });
    addBack();
    connect(action(), &QPushButton::clicked, this, &RecoverPage::recover);
    setFocusProxy(m_code);
}

void RecoverPage::recover()
{
    const bool hasCode = !m_code->text().trimmed().isEmpty();
    m_codeField->setWrong(hasCode ? QString() : tr("Please enter the recovery code."));
    if (!check() || !hasCode)
        return;
    carryOut([user = m_person->currentData().toString(), code = m_code->text()](
                 FrontDoor &office, const base::SecretBytes &password) { return office.recover(user, code, password); },
             tr("Opening …"));
}

} // namespace shirushi::window
