// ApprovalsPage: 承認: the queue, a request, making one, the classes to be designated, and the ways between them; and the
// office's shared folder, by which requests and decisions come and go. Window thread only.
#pragma once

#include "approvals/approvaldesk.h"
#include "approvals/askingdesk.h"
#include "widgets/section.h"
#include "widgets/theme.h"

#include <QStackedWidget>

namespace shirushi::approvals {

class AskPage;
class DesignationPage;
class QueueModel;
class QueuePage;
class RequestPage;
class SharedFolderWatch;

class ApprovalsPage : public QStackedWidget, public widgets::Section
{
    Q_OBJECT
public:
    ApprovalsPage(const widgets::Theme &theme, ApprovalDesk &desk, AskingDesk &asking,
                  QWidget *parent = nullptr);

    /// Looks into the shared folder from now on.
    void begin() override;
    /// The queue, or the request that is being made.
    void comeBack() override;
    /// The page that makes a request, with what is known already.
    void ask(const Asking &asking = {}, const std::vector<base::Path> &files = {});
    void clear() override;
    void conceal() override { clear(); }
    bool isWorking() const override;
    void stop() override;

Q_SIGNALS:
    /// How many wait for who is signed in.
    void waitingChanged(int count);
    void workEnded();
    void classifyWanted(const std::vector<shirushi::base::Path> &paths);

private:
    void showQueue();
    void load();
    void open(const QString &id);
    void chooseFiles();
    void takeIn(bool shared, const std::vector<base::Path> &files = {});
    void tell(const std::vector<Outcome> &outcomes);

    ApprovalDesk &m_desk;
    QueueModel *m_model;
    QueuePage *m_queue;
    RequestPage *m_request;
    AskPage *m_ask;
    DesignationPage *m_designation;
    SharedFolderWatch *m_watch;
    Overview m_overview; // its items are the model's
    std::optional<Asked> m_justAsked; // until it is shown
    bool m_open = false; // somebody is signed in
    bool m_importing = false;
    bool m_lookAgain = false; // in the shared folder, once that is done
    int m_asked = 0;
};

} // namespace shirushi::approvals
