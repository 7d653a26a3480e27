// DesktopSession over D-Bus: the screen savers' ActiveChanged, logind's Lock, PrepareForSleep and PrepareForShutdown.
#pragma once

#include "platform/desktopsession.h"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace shirushi::platform {

class DesktopSessionBus final : public QObject, public DesktopSession
{
    Q_OBJECT
public:
    DesktopSessionBus(std::function<void()> away, QDBusConnection session, QDBusConnection system);

private Q_SLOTS:
    void screenSaverChanged(bool active);
    void sleepChanged(bool begins);
    void shutdownChanged(bool begins);
    void sessionLocked();

private:
    void listenToSession();
    void delayEnd();

    std::function<void()> m_away;
    QDBusConnection m_session;
    QDBusConnection m_system;
    QDBusUnixFileDescriptor m_delay; // open: sleep and shutdown wait for us
};

} // namespace shirushi::platform
