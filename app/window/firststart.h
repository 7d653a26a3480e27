// FirstStart: sets the office up, for one person alone or as a new office: which rules, who you are, a password.
// Window thread only.
#pragma once

#include "window/doorpage.h"
#include "window/frontdoor.h"

class QComboBox;

namespace shirushi::window {

class PasswordHints;

class FirstStart : public DoorPage
{
    Q_OBJECT
public:
    enum class Way { Alone, Office };
    FirstStart(const widgets::Theme &theme, FrontDoor &door, Way way);

Q_SIGNALS:
    void done(const Founded &founded);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addOfficeFields();
    void loadRules();
    void showRules(const std::vector<std::shared_ptr<const policy::Pack>> &packs);
    void showRoles();
    people::PasswordOwner owner() const;
    bool check();
    void begin();

    FrontDoor &m_door;
    Way m_way;
    bool m_loading = false; // the packs are being read, or have been
    std::vector<std::shared_ptr<const policy::Pack>> m_packs;
    QComboBox *m_rules;
    QComboBox *m_role;
    QLineEdit *m_name;
    QLineEdit *m_id = nullptr; // of a new office only, like those below
    QLineEdit *m_office = nullptr;
    QLineEdit *m_kana = nullptr;
    QLineEdit *m_department = nullptr;
    QLineEdit *m_password;
    QLineEdit *m_again;
    PasswordHints *m_hints;
    widgets::TextBlock *m_rulesNote;
    Field *m_nameField;
    Field *m_idField = nullptr;
    Field *m_passwordField;
    Field *m_againField;
};

} // namespace shirushi::window
