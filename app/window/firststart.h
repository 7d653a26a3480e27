// FirstStart: sets the office up: which rules, who you are, a password. Window thread only.
#pragma once

#include "window/doorpage.h"
#include "window/frontdoor.h"

class QComboBox;

namespace shirushi::window {

class FirstStart : public DoorPage
{
    Q_OBJECT
public:
    FirstStart(const widgets::Theme &theme, FrontDoor &door);

Q_SIGNALS:
    void done();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void loadRules();
    void showRules(const std::vector<std::shared_ptr<const policy::Pack>> &packs);
    void showRoles();
    bool check();
    void begin();

    FrontDoor &m_door;
    bool m_loading = false; // the packs are being read, or have been
    std::vector<std::shared_ptr<const policy::Pack>> m_packs;
    QComboBox *m_rules;
    QComboBox *m_role;
    QLineEdit *m_name;
    QLineEdit *m_id;
    QLineEdit *m_password;
    QLineEdit *m_again;
    widgets::TextBlock *m_rulesNote;
    Field *m_nameField;
    Field *m_idField;
    Field *m_passwordField;
    Field *m_againField;
};

} // namespace shirushi::window
