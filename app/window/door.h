// Door: what stands before the office: the first start, signing in, recovering, joining; and the question whether something may be sent,
// for which nobody needs to sign in. Window thread only.
#pragma once

#include "base/path.h"
#include "widgets/theme.h"

#include <QStackedWidget>

#include <vector>

namespace shirushi::send {
class CheckDesk;
class CheckPage;
}

namespace shirushi::window {

class DoorPage;
class FrontDoor;
class SignInPage;
struct Founded;

class Door : public QStackedWidget
{
    Q_OBJECT
public:
    /// Theme and desks must outlive it.
    Door(const widgets::Theme &theme, FrontDoor &office, send::CheckDesk &check);

    /// What comes first here. `keptFor`: the page of before waits for this person; empty: for nobody.
    void stand(const QString &keptFor);
    void check(const std::vector<base::Path> &paths);
    /// Somebody is inside: what stood here for a while goes.
    void clear();

Q_SIGNALS:
    void entered();

private:
    void showFirst();
    void showWelcome();
    void showSignIn();
    void showAnswer();
    void showRenewal();
    void greet(const Founded &founded);
    void afterSignIn();
    void afterRecovery();
    void leaveCheck();
    /// In place of the page of before; `back` where its other button leads to.
    void showPage(DoorPage *page, void (Door::*back)());

    const widgets::Theme &m_theme;
    FrontDoor &m_office;
    send::CheckDesk &m_checkDesk;
    DoorPage *m_page = nullptr; // what stands there for a while only
    SignInPage *m_signIn = nullptr;
    send::CheckPage *m_check = nullptr; // while somebody checks without signing in
    QString m_keptFor;
};

} // namespace shirushi::window
