// The forms of the people section: adding somebody, admitting who applied, a new access, closing an account. Each stands in the page and says what is wrong beside the field. Window thread only.
#pragma once

#include "window/doorpage.h"
#include "window/peopledesk.h"

#include "people/passwordrules.h"

class QComboBox;

namespace shirushi::widgets {
class CheckLine;
class Notice;
}

namespace shirushi::window {

class PasswordHints;

/// Fields, a sentence for what went wrong, and two buttons.
class PeopleForm : public QWidget
{
    Q_OBJECT
public:
    PeopleForm(const widgets::Theme &theme, PeopleDesk &desk, const QString &title, const QString &action);

Q_SIGNALS:
    void done(const QString &said);
    void cancelled();

protected:
    const widgets::Theme &theme() const { return m_theme; }
    PeopleDesk &desk() const { return m_desk; }
    QVBoxLayout *column() const { return m_column; }
    QLineEdit *addLine(const QString &title, const QString &note, Field **field);
    QComboBox *addRoles(const QString &chosen);
    /// Temporary password with its rules.
    QLineEdit *addPassword(const policy::PasswordRules &rules, std::function<people::PasswordOwner()> owner, Field **field);
    virtual void carryOut() = 0;
    /// Away from the window's thread.
    void run(std::function<base::Result<void>()> deed, const QString &said);

private:
    const widgets::Theme &m_theme;
    PeopleDesk &m_desk;
    QVBoxLayout *m_column;
    widgets::Notice *m_problem;
    QWidget *m_fields;
};

class AddForm : public PeopleForm
{
    Q_OBJECT
public:
    AddForm(const widgets::Theme &theme, PeopleDesk &desk, const policy::PasswordRules &rules);

private:
    void carryOut() override;
    QLineEdit *m_name;
    QLineEdit *m_kana;
    QLineEdit *m_department;
    QLineEdit *m_id;
    QLineEdit *m_password;
    QComboBox *m_role;
    widgets::CheckLine *m_administrator;
    Field *m_nameField;
    Field *m_idField;
    Field *m_passwordField;
};

class AdmitForm : public PeopleForm
{
    Q_OBJECT
public:
    AdmitForm(const widgets::Theme &theme, PeopleDesk &desk, const base::Path &application);

private:
    void carryOut() override;
    base::Path m_application;
    QComboBox *m_role;
};

/// Somebody of the office has lost their password on another desktop and made new keys there.
class RenewalForm : public PeopleForm
{
    Q_OBJECT
public:
    RenewalForm(const widgets::Theme &theme, PeopleDesk &desk, const base::Path &application, const Applied &applied);

private:
    void carryOut() override;
    base::Path m_application;
    widgets::CheckLine *m_asked;
    Field *m_askedField;
};

class RoleForm : public PeopleForm
{
    Q_OBJECT
public:
    RoleForm(const widgets::Theme &theme, PeopleDesk &desk, const Member &member);

private:
    void carryOut() override;
    Member m_member;
    QComboBox *m_role;
};

class AccessForm : public PeopleForm
{
    Q_OBJECT
public:
    AccessForm(const widgets::Theme &theme, PeopleDesk &desk, const policy::PasswordRules &rules, const Member &member);

private:
    void carryOut() override;
    Member m_member;
    QLineEdit *m_password;
    Field *m_passwordField;
};

/// With the checklist of what must be returned.
class CloseForm : public PeopleForm
{
    Q_OBJECT
public:
    CloseForm(const widgets::Theme &theme, PeopleDesk &desk, const Member &member);

private:
    void carryOut() override;
    Member m_member;
    QLineEdit *m_reason;
    Field *m_reasonField;
};

} // namespace shirushi::window
