// PutPage: 保管庫に入れる: what, into which vault, how long it is kept and for whom; then with progress and a way to stop, and
// what became of each file. Window thread only; putting is done on a worker.
#pragma once

#include "vault/vaultdesk.h"
#include "widgets/page.h"

class QComboBox;
class QPushButton;

namespace shirushi::classify {
class ProgressRow;
class Work;
}
namespace shirushi::widgets {
class CheckLine;
class Notice;
}

namespace shirushi::vaults {

class KeepingForm;
class LinesTable;
class PeopleList;

class PutPage : public widgets::Page
{
    Q_OBJECT
public:
    PutPage(const widgets::Theme &theme, VaultDesk &desk, QWidget *parent = nullptr);

    /// Those of `vaults` that can be read are offered.
    void begin(const std::vector<Known> &vaults, const base::Path &chosen, const std::vector<base::Path> &paths);
    void add(const std::vector<base::Path> &paths);
    void clear();
    bool isWorking() const { return m_work != nullptr; }
    void stop();

Q_SIGNALS:
    /// Back to the list of this vault; `item`: what was put in; empty: nothing.
    void left(const shirushi::base::Path &folder, const QString &item);
    void workEnded();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void addForm(QVBoxLayout *column);
    void chooseVault();
    void showPaths();
    void judge();
    void carryOut();
    void finish(const base::Result<std::vector<vault::Stored>> &stored, bool wasStopped);
    void showOutcome(const std::vector<vault::Stored> &stored, bool wasStopped);
    base::Path folder() const;

    VaultDesk &m_desk;
    std::vector<Known> m_vaults;
    std::vector<base::Path> m_paths;
    QString m_putIn; // id of the first
    widgets::Notice *m_said;
    QWidget *m_form;
    QComboBox *m_vault;
    LinesTable *m_files;
    KeepingForm *m_keeping;
    widgets::CheckLine *m_keeps;
    widgets::CheckLine *m_final;
    widgets::CheckLine *m_alone;
    PeopleList *m_people;
    classify::ProgressRow *m_progress;
    LinesTable *m_outcome;
    QPushButton *m_back;
    QPushButton *m_put;
    classify::Work *m_work = nullptr; // while it puts in
    bool m_isDone = false;
    int m_asked = 0;
};

} // namespace shirushi::vaults
