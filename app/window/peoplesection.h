// PeopleSection 「人」: the people of the office for who administers it: the list, what can be done about the one that
// is chosen, the office's switches, recovery code and fingerprint. Window thread only.
#pragma once

#include "people/passwordrules.h"
#include "widgets/theme.h"
#include "window/peopledesk.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace shirushi::widgets {
class CheckLine;
class Notice;
class Table;
class TextBlock;
}

namespace shirushi::window {

class MemberModel;
class PeopleForm;

class PeopleSection : public QWidget
{
    Q_OBJECT
public:
    PeopleSection(const widgets::Theme &theme, PeopleDesk &desk, const policy::PasswordRules &rules);

    /// What the file dialogue leads to.
    void takeApplication(const base::Path &application);

Q_SIGNALS:
    /// A form has opened in the page.
    void revealWanted(QWidget *form);

private:
    void addList();
    void addOffice();
    void refresh();
    void show(PeopleForm *form);
    void say(bool isGood, const QString &sentence, const QString &more = {});
    /// Nothing where no row is chosen, or that account is closed.
    const Member *chosen() const;
    void setSwitches();
    void makeCode();
    void admit();
    void saveRoster();

    const widgets::Theme &m_theme;
    PeopleDesk &m_desk;
    policy::PasswordRules m_rules;
    QVBoxLayout *m_layout;
    widgets::Notice *m_said;
    MemberModel *m_members;
    widgets::Table *m_list;
    QVBoxLayout *m_formPlace;
    PeopleForm *m_form = nullptr;
    std::vector<QPushButton *> m_forChosen;
    widgets::CheckLine *m_paper;
    widgets::CheckLine *m_shared;
    widgets::TextBlock *m_fingerprint;
};

} // namespace shirushi::window
