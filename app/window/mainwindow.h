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

namespace shirushi::window {

class AutoLock;
class DoorPage;
class FrontDoor;
class Header;
class Rail;
class SignInPage;
struct Founded;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Door and desk must outlive the window, and so must the theme.
    MainWindow(const widgets::Theme &theme, FrontDoor &door, classify::LabelDesk &desk);
    ~MainWindow() override;

    /// Opens them as soon as somebody is signed in.
    void open(std::vector<base::Path> paths);
    void lock();

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildFrame();
    void addPage(widgets::Picture picture, const QString &title, QWidget *page, bool below,
                 std::function<void()> shown);
    void showPage(int number);
    void enter();
    void greet(const Founded &founded);
    void lockByItself(bool atOnce);
    void showDoor();
    void showWelcome();
    void showAnswer();
    /// In place of the door's page of before; `back` where its other button leads to.
    void showDoorPage(DoorPage *page, void (MainWindow::*back)());
    void afterSignIn();

    const widgets::Theme &m_theme;
    FrontDoor &m_door;
    classify::LabelDesk &m_desk;
    QStackedWidget *m_rooms;
    bool m_isPainted = false;
    DoorPage *m_doorPage = nullptr; // what stands there for a while only
    AutoLock *m_autoLock = nullptr; // made when somebody first signs in
    QString m_keptFor;              // the page of before is this person's
    SignInPage *m_signIn = nullptr;
    QWidget *m_frame = nullptr; // made when somebody first signs in
    Header *m_header = nullptr;
    Rail *m_rail = nullptr;
    QStackedWidget *m_pages = nullptr;
    std::vector<std::function<void()>> m_shown; // called when the page of that number is shown
    classify::ClassifyPage *m_classify = nullptr;
    std::vector<base::Path> m_waiting;
    enum class AfterWork { Nothing, Lock, LockAndKeep, Close } m_afterWork = AfterWork::Nothing;
};

} // namespace shirushi::window
