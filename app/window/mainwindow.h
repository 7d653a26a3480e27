// MainWindow: navigation and nothing else: the door (first start, signing in), then the frame of header, rail
// and pages. Files may be dropped anywhere on it. When nobody has touched it for a while, or the desktop locks, it
// locks itself and keeps the page for the same person. Window thread only.
#pragma once

#include "base/path.h"
#include "widgets/icons.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QStackedWidget;

namespace shirushi::classify {
class ClassifyPage;
class LabelDesk;
}
namespace shirushi::approvals {
class ApprovalDesk;
class ApprovalsPage;
class AskingDesk;
}
namespace shirushi::disposals {
class DisposeDesk;
class DisposePage;
}
namespace shirushi::send {
class CheckDesk;
class CheckPage;
class ReceivePage;
class SendDesk;
class SendPage;
}
namespace shirushi::vaults {
class VaultDesk;
class VaultPage;
}
namespace shirushi::review {
class ReviewDesk;
class ReviewPage;
class Verification;
}

namespace shirushi::window {

class AutoLock;
class DoorPage;
class FrontDoor;
class Header;
class Rail;
class ReadOnlyBand;
class SettingsPage;
class SignInPage;
struct Founded;

/// What the window's pages ask of the office behind it.
struct Desks {
    FrontDoor &door;
    classify::LabelDesk &labels;
    review::ReviewDesk &review;
    approvals::ApprovalDesk &approvals;
    approvals::AskingDesk &asking;
    send::CheckDesk &check;
    send::SendDesk &sending;
    vaults::VaultDesk &vaults;
    disposals::DisposeDesk &disposals;
};

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// The desks must outlive the window, and so must the theme.
    MainWindow(const widgets::Theme &theme, const Desks &desks);
    ~MainWindow() override;

    /// Opens them as soon as somebody is signed in.
    void open(std::vector<base::Path> paths);
    /// 送れるか確認, with them where there are any; before the door where nobody is signed in.
    void check(const std::vector<base::Path> &paths);
    void lock();

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

Q_SIGNALS:
    /// The rules permit these files to be sent, and who checked it wants to go on.
    void sendWanted(const std::vector<shirushi::base::Path> &files, const QString &destination, const QString &channel,
                    const QStringList &given);

private:
    void buildFrame();
    struct PageEntry {
        std::function<void()> shown; // called when it is shown
        bool writes = false;         // into the ledger
    };
    int addPage(widgets::Picture picture, const QString &title, QWidget *page, bool below, PageEntry entry);
    void addPages();
    struct PageNumbers {
        int sending;
        int vault;
        int disposal;
        int approvals;
        int help;
    };
    void connectPages(PageNumbers numbers);
    void showPage(int number);
    void showLedger();
    bool isInTheOffice() const;
    void goOn();
    bool isWorking() const;
    void stopWork();
    void enter();
    void greet(const Founded &founded);
    void lockByItself(bool atOnce);
    void showDoor();
    void showWelcome();
    void showAnswer();
    void showRenewal();
    void afterRecovery();
    void showDoorCheck(const std::vector<base::Path> &paths);
    void leaveDoorCheck();
    send::CheckPage *checkPage();
    /// In place of the door's page of before; `back` where its other button leads to.
    void showDoorPage(DoorPage *page, void (MainWindow::*back)());
    void afterSignIn();

    const widgets::Theme &m_theme;
    Desks m_desks;
    FrontDoor &m_door;
    QStackedWidget *m_rooms;
    bool m_isPainted = false;
    DoorPage *m_doorPage = nullptr; // what stands there for a while only
    AutoLock *m_autoLock = nullptr; // made when somebody first signs in
    QString m_keptFor;              // the page of before is this person's
    send::CheckPage *m_doorCheck = nullptr; // while somebody checks without signing in
    SignInPage *m_signIn = nullptr;
    QWidget *m_frame = nullptr; // made when somebody first signs in
    Header *m_header = nullptr;
    Rail *m_rail = nullptr;
    QStackedWidget *m_pages = nullptr;
    std::vector<PageEntry> m_entries; // by the page's number
    review::Verification *m_verification;
    ReadOnlyBand *m_readOnly = nullptr;
    classify::ClassifyPage *m_classify = nullptr;
    QWidget *m_checkPlace = nullptr; // in the frame
    send::CheckPage *m_check = nullptr; // made when it is first shown
    approvals::ApprovalsPage *m_approvals = nullptr;
    send::SendPage *m_send = nullptr;
    send::ReceivePage *m_receive = nullptr;
    vaults::VaultPage *m_vault = nullptr;
    disposals::DisposePage *m_dispose = nullptr;
    review::ReviewPage *m_review = nullptr;
    SettingsPage *m_settings = nullptr;
    int m_checkNumber = 0;
    int m_reviewNumber = 0;
    std::vector<base::Path> m_waiting;
    enum class AfterWork { Nothing, Lock, LockAndKeep, Close } m_afterWork = AfterWork::Nothing;
};

} // namespace shirushi::window
