// NewVaultPage: a vault is made: where, what it is called, and for whom. Window thread only; it is made on a worker.
#pragma once

#include "vault/vaultdesk.h"
#include "widgets/page.h"

class QLineEdit;
class QPushButton;

namespace shirushi::widgets {
class Notice;
}

namespace shirushi::vaults {

class PeopleList;

class NewVaultPage : public widgets::Page
{
    Q_OBJECT
public:
    NewVaultPage(const widgets::Theme &theme, VaultDesk &desk, QWidget *parent = nullptr);

    /// `why`: said above; may be empty.
    void begin(const QString &why);
    void clear();
    bool isWorking() const { return m_working; }
    /// The folder in which the vault's own is made.
    void setPlace(const base::Path &place);

Q_SIGNALS:
    void left();
    void made(const shirushi::vaults::Known &vault);
    void workEnded();

private:
    void choosePlace();
    void judge();
    void carryOut();

    VaultDesk &m_desk;
    widgets::Notice *m_why;
    widgets::Notice *m_problem;
    QWidget *m_form;
    QLineEdit *m_name;
    QLineEdit *m_place;
    widgets::TextBlock *m_folder;
    widgets::TextBlock *m_escrow;
    widgets::TextBlock *m_alone;
    PeopleList *m_people;
    QPushButton *m_back;
    QPushButton *m_make;
    bool m_working = false;
};

} // namespace shirushi::vaults
