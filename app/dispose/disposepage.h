// DisposePage: 廃棄: the 廃棄予定簿, the plan and the request, the deed after the permission, the 廃棄記録簿, and the ways between.
// Window thread only; everything that reads or erases is done on workers.
#pragma once

#include "dispose/disposedesk.h"
#include "review/verification.h"
#include "widgets/theme.h"

#include <QStackedWidget>

namespace shirushi::classify {
class Work;
}

namespace shirushi::disposals {

class AssetPage;
class DuePage;
class PlanPage;
class ProofPage;
class RegisterPage;
class RunPage;
class StatementPage;

class DisposePage : public QStackedWidget
{
    Q_OBJECT
public:
    /// What of the office its page works with.
    struct Desks {
        DisposeDesk &disposals;
        review::ReviewDesk &review;
    };
    DisposePage(const widgets::Theme &theme, const Desks &desks, review::Verification &verification, QWidget *parent = nullptr);

    /// After signing in.
    void begin();
    /// When the page is shown.
    void comeBack();
    /// Puts them on the 廃棄予定簿, ticked, and shows that.
    void add(const std::vector<Thing> &things);
    /// When the window is locked.
    void clear();
    bool isWorking() const;
    void stop();

Q_SIGNALS:
    void workEnded();
    /// A permission was asked for.
    void requested();
    /// How many requests are permitted and not carried out.
    void waitingChanged(int count);
    void classifyWanted(const std::vector<shirushi::base::Path> &paths);

private:
    void connectDue();
    void connectPlan();
    void connectRun();
    void connectRegister();
    void showDue();
    void loadPending();
    void loadDue();
    void loadFollowUps();
    void showRegister(bool onlyOpen);
    void addAgain(const Pending &pending);
    void read(const std::vector<base::Path> &paths);
    void addAsset(const disposal::Asset &asset, QWidget *back);

    DisposeDesk &m_desk;
    DuePage *m_due;
    AssetPage *m_asset;
    PlanPage *m_plan;
    RunPage *m_run;
    StatementPage *m_statement;
    RegisterPage *m_register;
    ProofPage *m_proof;
    QWidget *m_backFromAsset = nullptr;
    QWidget *m_backFromRun = nullptr;
    classify::Work *m_reading = nullptr; // of files that were added
    std::vector<base::Path> m_unread;    // that were added meanwhile
    int m_cleared = 0; // what was asked before is not for who comes next
};

} // namespace shirushi::disposals
