// SignInPage: who you are and your password; also what a locked window shows. After wrong passwords it counts down
// how long the next attempt has to wait. Window thread only.
#pragma once

#include "window/doorpage.h"
#include "window/frontdoor.h"

#include <QTimer>

class QComboBox;

namespace shirushi::window {

class SignInPage : public DoorPage
{
    Q_OBJECT
public:
    SignInPage(const widgets::Theme &theme, FrontDoor &door);

    /// Reads again who there is; `user` is chosen.
    void refresh(const QString &user = {});
    QString user() const;

Q_SIGNALS:
    void done();
    /// The roster has come that answers somebody's new keys.
    void renewalWanted();
    /// 送れるか確認, without signing in.
    void checkWanted();

private:
    void signIn();
    void countDown();

    FrontDoor &m_door;
    QComboBox *m_person;
    QLineEdit *m_password;
    Field *m_passwordField;
    widgets::Notice *m_waiting; // somebody's new keys wait for a roster
    QTimer m_wait;
};

} // namespace shirushi::window
