// TakePage: 取り出す: a copy of an item, with the permission that the rules want, or recovered with a reason by who can. Window
// thread only; the copy is made on a worker.
#pragma once

#include "vault/vaultdesk.h"
#include "widgets/notice.h"
#include "widgets/page.h"

#include <optional>

class QLineEdit;
class QPushButton;
class QTimer;

namespace shirushi::classify {
class ProgressRow;
class Work;
}
namespace shirushi::widgets {
class CheckLine;
}

namespace shirushi::vaults {

class TakePage : public widgets::Page
{
    Q_OBJECT
public:
    TakePage(const widgets::Theme &theme, VaultDesk &desk, QWidget *parent = nullptr);

    /// `counter`: of an older content; 0: the newest.
    void begin(const base::Path &folder, const Row &row, std::int64_t counter);
    /// An approval may have come meanwhile.
    void lookAgain();
    void clear();
    bool isWorking() const { return m_work != nullptr || m_asking; }
    void stop();
    void setTarget(const base::Path &target);

Q_SIGNALS:
    void left();
    /// It was asked for: others have something to decide.
    void asked();
    void workEnded();

private:
    void addForm(QVBoxLayout *column);
    void chooseTarget();
    void look();
    void showProspect(const base::Result<TakeProspect> &prospect);
    void judge();
    void ask();
    void carryOut();
    void finish(const base::Result<vault::Taken> &taken);
    vault::TakeOrder order() const;
    void say(const QString &heading, const QString &text, widgets::NoticeTone tone);

    VaultDesk &m_desk;
    base::Path m_folder;
    Row m_row;
    std::int64_t m_counter = 0;
    base::Path m_target;
    bool m_recovers = false;
    std::optional<TakeProspect> m_prospect;
    widgets::TextBlock *m_title = nullptr;
    widgets::TextBlock *m_lead;
    widgets::Notice *m_said;
    QWidget *m_place; // of the copy that was made
    QWidget *m_form;
    QLineEdit *m_targetLine;
    widgets::CheckLine *m_outside;
    widgets::TextBlock *m_wordsTitle;
    QLineEdit *m_words; // what for, or why
    widgets::Notice *m_verdict;
    QPushButton *m_ask;
    classify::ProgressRow *m_progress;
    QPushButton *m_back;
    QPushButton *m_take;
    QTimer *m_typing;
    classify::Work *m_work = nullptr; // while the copy is made
    bool m_asking = false;
    bool m_isDone = false;
    int m_asked = 0;
};

} // namespace shirushi::vaults
