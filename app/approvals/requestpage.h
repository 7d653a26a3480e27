// RequestPage: one request and what can be done about it by who is signed in, by an approver beside them, or by a
// decision on paper. Window thread only; deeds are done on a worker.
#pragma once

#include "approvals/approvaldesk.h"
#include "approvals/askingdesk.h"
#include "widgets/page.h"

#include <functional>

class QPushButton;
class QVBoxLayout;

namespace shirushi::widgets {
class Notice;
}

namespace shirushi::approvals {

class DecisionForm;

class RequestPage : public widgets::Page
{
    Q_OBJECT
public:
    RequestPage(const widgets::Theme &theme, ApprovalDesk &desk, QWidget *parent = nullptr);

    void setItem(const Item &item, bool takesPaper);
    /// Says above it that it was asked for just now, and how it gets to who decides.
    void greet(const Asked &asked);
    void clear();
    bool isWorking() const { return m_working; }

Q_SIGNALS:
    void left();
    /// Something was recorded; `said` is what to tell.
    void done(const QString &said);
    void workEnded();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    using Deed = std::function<base::Result<void>()>;

    QString word() const;
    widgets::Notice *addBand(QVBoxLayout *column, const QString &heading, const QString &text, QWidget *inside);
    void addState(QVBoxLayout *column);
    void addScan(QVBoxLayout *column);
    void addWays(QVBoxLayout *column);
    void addBeside(QVBoxLayout *column);
    void addPaper(QVBoxLayout *column);
    void addNoteDeed(QVBoxLayout *column, const QString &heading, const QString &button, const QString &said,
                     std::function<base::Result<void>(const QString &id, const QString &note)> deed);
    DecisionForm *decisionForm(const std::vector<Approver> &approvers);
    void carryOut(Deed deed, const QString &said, std::function<void(const QString &)> problem);
    void exportFiles();
    void takeOutScan();

    ApprovalDesk &m_desk;
    Item m_item;
    bool m_takesPaper = false;
    QWidget *m_content = nullptr;
    QPushButton *m_back;
    DecisionForm *m_first = nullptr; // has the focus first
    bool m_working = false;
};

} // namespace shirushi::approvals
