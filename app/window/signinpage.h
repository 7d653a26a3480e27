// SignInPage: who you are and your password; also what a locked window shows. Window thread only.
#pragma once

#include "window/doorpage.h"
#include "window/frontdoor.h"

class QComboBox;

namespace shirushi::window {

class SignInPage : public DoorPage
{
    Q_OBJECT
public:
    SignInPage(const widgets::Theme &theme, FrontDoor &door);

    /// Reads again who there is; `user` is chosen.
    void refresh(const QString &user = {});

Q_SIGNALS:
    void done();

private:
    void signIn();

    FrontDoor &m_door;
    QComboBox *m_person;
    QLineEdit *m_password;
    Field *m_passwordField;
};

} // namespace shirushi::window
