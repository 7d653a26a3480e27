// Pages at the door where a new password is chosen: ChangePage, in place of a temporary one; RecoverPage, with the
// recovery code of the safe. Window thread only.
#pragma once

#include "window/doorpage.h"
#include "window/frontdoor.h"

class QComboBox;

namespace shirushi::window {

class PasswordHints;

/// Two fields and the rules.
class NewPasswordPage : public DoorPage
{
    Q_OBJECT
public:
    NewPasswordPage(const widgets::Theme &theme, FrontDoor &door, const QString &title, const QString &lead,
                    const QString &action);

Q_SIGNALS:
    void done();

protected:
    void addPasswords(std::function<people::PasswordOwner()> owner);
    FrontDoor &door() const { return m_door; }
    /// Says what is wrong; true where nothing is.
    bool check();
    /// Runs `deed` with the new password away from the window's thread, then says done() or what went wrong.
    void carryOut(std::function<base::Result<void>(FrontDoor &, const base::SecretBytes &)> deed, const QString &busy);
    QLineEdit *passwordLine() const { return m_password; }

private:
    FrontDoor &m_door;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_again = nullptr;
    Field *m_passwordField = nullptr;
    Field *m_againField = nullptr;
    PasswordHints *m_hints = nullptr;
};

class ChangePage : public NewPasswordPage
{
    Q_OBJECT
public:
    /// `user` has just given the temporary password.
    ChangePage(const widgets::Theme &theme, FrontDoor &door, const QString &user);
};

class RecoverPage : public NewPasswordPage
{
    Q_OBJECT
public:
    RecoverPage(const widgets::Theme &theme, FrontDoor &door, const QString &user);

private:
    void recover();

    QComboBox *m_person;
    QLineEdit *m_code = nullptr;
    Field *m_codeField = nullptr;
};

} // namespace shirushi::window
