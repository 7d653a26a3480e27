// AcceptCard 調べた結果を受け入れて書込みを再開する: beside the findings of a ledger that can only be read, what an
// administrator brings about by taking it as it stands, in words, and the reason; then that it is done. Window thread only;
// the desk is asked on a worker.
#pragma once

#include "review/verification.h"
#include "widgets/theme.h"

#include <QWidget>

class QLineEdit;
class QProgressBar;
class QPushButton;

namespace shirushi::widgets {
class Notice;
class TextBlock;
}

namespace shirushi::review {

class AcceptCard : public QWidget
{
    Q_OBJECT
public:
    AcceptCard(const widgets::Theme &theme, ReviewDesk &desk, QWidget *parent = nullptr);

    /// Shows itself, with what is to be accepted.
    void ask(const std::vector<ledger::Finding> &findings);
    void close();
    bool isWorking() const { return m_working; }

Q_SIGNALS:
    void accepted();
    void closed();
    void workEnded(); // whatever came of it

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addForm();
    void judge();
    void carryOut();
    void showEnd(const base::Result<ledger::Entry> &entry);

    ReviewDesk &m_desk;
    widgets::Notice *m_notice;
    QWidget *m_form;
    widgets::TextBlock *m_what;
    QLineEdit *m_reason;
    QPushButton *m_accept;
    QPushButton *m_leave;
    QProgressBar *m_progress;
    bool m_working = false;
};

/// A finding that an administrator can accept so that the ledger is written again: nothing else stands against it.
bool canBeAccepted(const std::vector<ledger::Finding> &findings);

} // namespace shirushi::review
