#include "platform/desktopsessionbus.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <array>

namespace shirushi::platform {

namespace {

const QString loginService = QStringLiteral("org.freedesktop.login1");
const QString loginPath = QStringLiteral("/org/freedesktop/login1");
const QString loginManager = QStringLiteral("org.freedesktop.login1.Manager");

// KDE and many others speak the first; the path is not the same everywhere.
constexpr std::array screenSavers{"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver",
                                  "org.mate.ScreenSaver", "org.xfce.ScreenSaver"};

} // namespace

std::unique_ptr<DesktopSession> DesktopSession::watch(std::function<void()> away)
{
    return std::make_unique<DesktopSessionBus>(std::move(away), QDBusConnection::sessionBus(), QDBusConnection::systemBus());
}

DesktopSessionBus::DesktopSessionBus(std::function<void()> away, QDBusConnection session, QDBusConnection system)
    : m_away(std::move(away)), m_session(std::move(session)), m_system(std::move(system))
{
    if (m_session.isConnected()) {
        for (const char *name : screenSavers) {
            m_session.connect(QString(), QString(), QLatin1String(name), QStringLiteral("ActiveChanged"), this,
                              SLOT(screenSaverChanged(bool)));
        }
    }
    if (m_system.isConnected()) {
        m_system.connect(loginService, loginPath, loginManager, QStringLiteral("PrepareForSleep"), this,
                         SLOT(sleepChanged(bool)));
        m_system.connect(loginService, loginPath, loginManager, QStringLiteral("PrepareForShutdown"), this,
                         SLOT(shutdownChanged(bool)));
        listenToSession();
        delayEnd();
    }
}

// Only our own session's lock: another person's on the same computer is not ours.
void DesktopSessionBus::listenToSession()
{
    QDBusMessage ask = QDBusMessage::createMethodCall(loginService, loginPath, loginManager, QStringLiteral("GetSessionByPID"));
    ask << static_cast<uint>(QCoreApplication::applicationPid());
    auto *watcher = new QDBusPendingCallWatcher(m_system.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (!reply.isError()) {
            m_system.connect(loginService, reply.value().path(), QStringLiteral("org.freedesktop.login1.Session"),
                             QStringLiteral("Lock"), this, SLOT(sessionLocked()));
        }
    });
}

void DesktopSessionBus::delayEnd()
{
    QDBusMessage ask = QDBusMessage::createMethodCall(loginService, loginPath, loginManager, QStringLiteral("Inhibit"));
    ask << QStringLiteral("sleep:shutdown") << QStringLiteral("Shirushi")
        << QCoreApplication::translate("shirushi::platform", "Locking what is open") << QStringLiteral("delay");
    auto *watcher = new QDBusPendingCallWatcher(m_system.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (!reply.isError())
            m_delay = reply.value();
    });
}

void DesktopSessionBus::screenSaverChanged(bool active)
{
    if (active)
        m_away();
}

void DesktopSessionBus::sleepChanged(bool begins)
{
    if (!begins) {
        delayEnd();
        return;
    }
    m_away();
    m_delay = {};
}

void DesktopSessionBus::shutdownChanged(bool begins)
{
    sleepChanged(begins);
}

void DesktopSessionBus::sessionLocked()
{
    m_away();
}

} // namespace shirushi::platform
