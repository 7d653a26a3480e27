// DesignationPage: 指定: the classes that were proposed, to be confirmed one by one or all at once.
// Window thread only; the labels are renewed on a worker.
#pragma once

#include "approvals/proposalmodel.h"
#include "classify/work.h"
#include "widgets/page.h"

class QPushButton;
class QTableView;

namespace shirushi::widgets {
class Notice;
}

namespace shirushi::approvals {

class DesignationPage : public widgets::Page
{
    Q_OBJECT
public:
    DesignationPage(const widgets::Theme &theme, ApprovalDesk &desk, QWidget *parent = nullptr);

    void setProposals(std::vector<Proposal> proposals, const QString &word);
    bool isWorking() const { return m_working; }
    /// After the file that is being written.
    void stop() { m_work.cancel(); }

Q_SIGNALS:
    void left();
    void designated();
    void workEnded();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void designate(bool all);
    void showEnd(const std::vector<Outcome> &outcomes);

    ApprovalDesk &m_desk;
    ProposalModel *m_model;
    widgets::TextBlock *m_title;
    widgets::Notice *m_said;
    QTableView *m_table;
    QPushButton *m_chosen;
    QPushButton *m_all;
    classify::Work m_work;
    bool m_working = false;
};

} // namespace shirushi::approvals
