#include "window/door.h"

#include "send/checkpage.h"
#include "window/codepage.h"
#include "window/firststart.h"
#include "window/frontdoor.h"
#include "window/joinpage.h"
#include "window/newpassword.h"
#include "window/signinpage.h"
#include "window/welcome.h"

namespace shirushi::window {

Door::Door(const widgets::Theme &theme, FrontDoor &office, send::CheckDesk &check)
    : m_theme(theme), m_office(office), m_checkDesk(check)
{
}

void Door::stand(const QString &keptFor)
{
    m_keptFor = keptFor;
    showFirst();
}

void Door::clear()
{
    leaveCheck();
    if (m_page)
        m_page->deleteLater();
    m_page = nullptr;
    m_keptFor.clear();
}

void Door::showFirst()
{
    if (m_office.isSetUp())
        showSignIn();
    else if (m_office.hasApplied())
        showAnswer();
    else
        showWelcome();
}

void Door::showPage(DoorPage *page, void (Door::*back)())
{
    if (m_page)
        m_page->deleteLater();
    m_page = page;
    addWidget(page);
    setCurrentWidget(page);
    page->setFocus(Qt::OtherFocusReason);
    connect(page, &DoorPage::otherWanted, this, back);
}

void Door::showSignIn()
{
    if (!m_signIn) {
        m_signIn = new SignInPage(m_theme, m_office);
        addWidget(m_signIn);
        connect(m_signIn, &SignInPage::done, this, &Door::afterSignIn);
        connect(m_signIn, &SignInPage::checkWanted, this, [this] { check({}); });
        connect(m_signIn, &SignInPage::otherWanted, this, [this] {
            auto *page = new RecoverPage(m_theme, m_office, m_signIn->user());
            showPage(page, &Door::showFirst);
            connect(page, &RecoverPage::done, this, &Door::afterRecovery);
        });
        connect(m_signIn, &SignInPage::renewalWanted, this, &Door::showRenewal);
    }
    m_office.lock(); // of who gave up changing a temporary password
    setCurrentWidget(m_signIn);
    m_signIn->refresh(m_keptFor);
}

void Door::showWelcome()
{
    auto *page = new Welcome(m_theme);
    showPage(page, &Door::showWelcome);
    const auto begin = [this](FirstStart::Way way) {
        auto *start = new FirstStart(m_theme, m_office, way);
        showPage(start, &Door::showWelcome);
        connect(start, &FirstStart::done, this, &Door::greet);
    };
    connect(page, &Welcome::aloneWanted, this, [begin] { begin(FirstStart::Way::Alone); });
    connect(page, &Welcome::officeWanted, this, [begin] { begin(FirstStart::Way::Office); });
    connect(page, &Welcome::checkWanted, this, [this] { check({}); });
    connect(page, &Welcome::joinWanted, this, [this] {
        auto *join = new JoinPage(m_theme, m_office);
        showPage(join, &Door::showWelcome);
        connect(join, &JoinPage::done, this, &Door::showAnswer);
    });
}

void Door::showAnswer()
{
    auto *page = new AnswerPage(m_theme, m_office);
    showPage(page, &Door::showWelcome);
    connect(page, &AnswerPage::done, this, &Door::entered);
}

void Door::showRenewal()
{
    auto *page = new AnswerPage(m_theme, m_office, AnswerPage::Way::Renewal);
    showPage(page, &Door::showFirst);
    connect(page, &AnswerPage::done, this, &Door::entered);
}

// On a computer that joined an office, an administrator elsewhere has to answer first.
void Door::afterRecovery()
{
    if (m_office.who())
        Q_EMIT entered();
    else
        showRenewal();
}

void Door::check(const std::vector<base::Path> &paths)
{
    if (!m_check) {
        m_check = new send::CheckPage(m_theme, m_checkDesk, send::CheckPage::Place::Door);
        addWidget(m_check);
        connect(m_check, &send::CheckPage::left, this, [this] {
            leaveCheck();
            showFirst();
        });
    }
    setCurrentWidget(m_check);
    if (paths.empty())
        m_check->begin();
    else
        m_check->open(paths);
}

void Door::leaveCheck()
{
    if (m_check)
        m_check->deleteLater();
    m_check = nullptr;
}

void Door::greet(const Founded &founded)
{
    if (founded.recoveryCode.isEmpty()) {
        Q_EMIT entered();
        return;
    }
    auto *page = new CodePage(m_theme, founded);
    showPage(page, &Door::entered);
    connect(page, &CodePage::done, this, &Door::entered);
}

void Door::afterSignIn()
{
    if (!m_office.mustChangePassword()) {
        Q_EMIT entered();
        return;
    }
    auto *page = new ChangePage(m_theme, m_office, m_signIn->user());
    showPage(page, &Door::showFirst);
    connect(page, &ChangePage::done, this, &Door::entered);
}

} // namespace shirushi::window
