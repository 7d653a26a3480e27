// AutoLock: says when nobody has touched the program for as long as the rules allow, also across a sleep of the
// computer, and when the desktop itself locks. Window thread only.
#pragma once

#include "platform/desktopsession.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace shirushi::window {

class AutoLock : public QObject
{
    Q_OBJECT
public:
    explicit AutoLock(QObject *parent = nullptr);

    /// Begins anew: somebody has just signed in.
    void start(std::chrono::milliseconds idle);
    void stop();
    /// Somebody is at work, in another program.
    void touch();

Q_SIGNALS:
    void idle();
    /// In the last minute: how many seconds are left; 0: somebody has touched it.
    void counting(int seconds);
    void away(); // the desktop locks or sleeps: at once

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    std::unique_ptr<platform::DesktopSession> m_session;
    std::chrono::milliseconds m_idle{};
    QElapsedTimer m_untouched; // stands still while the computer sleeps
    QDateTime m_touched;       // and the clock on the wall does not
    QTimer m_timer;
    bool m_isCounting = false;
};

} // namespace shirushi::window
