// MovePage: 別の保管庫へ移す: into which vault, and who may open it there; then with progress and a way to stop. Window thread only;
// moving is done on a worker.
#pragma once

#include "vault/vaultdesk.h"
#include "widgets/notice.h"
#include "widgets/page.h"

class QComboBox;
class QPushButton;

namespace shirushi::classify {
class ProgressRow;
class Work;
}

namespace shirushi::vaults {

class MovePage : public widgets::Page
{
    Q_OBJECT
public:
    MovePage(const widgets::Theme &theme, VaultDesk &desk, QWidget *parent = nullptr);

    /// Those of `vaults` that can be read, but for the one in which it lies, are offered.
    void begin(const std::vector<Known> &vaults, const base::Path &folder, const Row &row);
    void clear();
    bool isWorking() const { return m_work != nullptr; }
    void stop();

Q_SIGNALS:
    void left();
    void workEnded();

private:
    void chooseVault();
    void showOpeners(const std::vector<Person> &here, const std::vector<Person> &there);
    void judge();
    void carryOut();
    void finish(const base::Result<vault::Moved> &moved);
    void say(const QString &heading, const QString &text, widgets::NoticeTone tone);
    const Known *target() const;

    VaultDesk &m_desk;
    std::vector<Known> m_vaults;
    base::Path m_folder;
    Row m_row;
    widgets::TextBlock *m_title = nullptr;
    widgets::Notice *m_said;
    QWidget *m_form;
    QComboBox *m_vault;
    widgets::TextBlock *m_openers;
    classify::ProgressRow *m_progress;
    QPushButton *m_back;
    QPushButton *m_move;
    classify::Work *m_work = nullptr; // while it is moved
    bool m_isDone = false;
    int m_asked = 0;
};

} // namespace shirushi::vaults
