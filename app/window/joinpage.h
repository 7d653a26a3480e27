// JoinPage and AnswerPage 職場に参加する: making the application, and taking the roster that answers it; also the one that
// answers new keys after a lost password.
// Window thread only.
#pragma once

#include "window/doorpage.h"
#include "window/frontdoor.h"

namespace shirushi::widgets {
class CheckLine;
}

namespace shirushi::window {

class PasswordHints;

class JoinPage : public DoorPage
{
    Q_OBJECT
public:
    JoinPage(const widgets::Theme &theme, FrontDoor &door);

Q_SIGNALS:
    void done();

private:
    people::PasswordOwner owner() const;
    bool check();
    void apply();

    FrontDoor &m_door;
    QLineEdit *m_name;
    QLineEdit *m_kana;
    QLineEdit *m_department;
    QLineEdit *m_id;
    QLineEdit *m_password;
    QLineEdit *m_again;
    PasswordHints *m_hints;
    Field *m_nameField;
    Field *m_idField;
    Field *m_passwordField;
    Field *m_againField;
};

class AnswerPage : public DoorPage
{
    Q_OBJECT
public:
    enum class Way { Joining, Renewal };
    AnswerPage(const widgets::Theme &theme, FrontDoor &door, Way way = Way::Joining);

    /// What the file dialogue leads to.
    void take(const base::Path &roster);

Q_SIGNALS:
    void done();

private:
    void choose();
    void showRoster(bool isRead);
    void join();

    FrontDoor &m_door;
    Way m_way;
    base::Path m_roster;
    widgets::TextBlock *m_office;
    widgets::TextBlock *m_fingerprint;
    widgets::CheckLine *m_compared;
    QLineEdit *m_password;
    Field *m_passwordField;
};

} // namespace shirushi::window
