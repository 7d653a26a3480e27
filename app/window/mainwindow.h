// MainWindow: navigation and nothing else: the door, then the frame. Files may be dropped anywhere on it. When nobody has touched it
// for a while, or the desktop locks, it locks itself and keeps the page for the same person; what a page works on is finished first.
// Window thread only.
#pragma once

#include "base/path.h"
#include "widgets/theme.h"
#include "window/desks.h"

#include <QMainWindow>

#include <vector>

class QStackedWidget;

namespace shirushi::window {

class AutoLock;
class Door;
class Frame;

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

private:
    enum class AfterWork { Nothing, Lock, LockAndKeep, Close };

    void makeFrame();
    void enter();
    void showDoor();
    void lockByItself(bool atOnce);
    /// Of what is locked.
    void leave();
    void goOn();
    bool isWorking() const;
    /// Somebody is signed in, and past the door.
    bool isInside() const;

    const widgets::Theme &m_theme;
    Desks m_desks;
    QStackedWidget *m_rooms;
    Door *m_door;
    Frame *m_frame = nullptr;       // made when somebody first signs in,
    AutoLock *m_autoLock = nullptr; // and so is this
    bool m_isPainted = false;
    QString m_keptFor; // the page of before is this person's
    std::vector<base::Path> m_waiting;
    AfterWork m_afterWork = AfterWork::Nothing;
};

} // namespace shirushi::window
