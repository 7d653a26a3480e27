// Screen locks and sleep over a bus of the test's own.
#include "model/platform/login.h"

#include "platform/desktopsessionbus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QTest>

#include <unistd.h>

using namespace shirushi;
using tests::Login;

class TestDesktopSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void lockedScreensAreTold();
    void sleepWaitsForUs_data();
    void sleepWaitsForUs();
    void withoutABusNothingHappens();

private:
    void emitFrom(const char *path, const char *interface, const char *name, const QVariantList &arguments = {})
    {
        QDBusMessage signal = QDBusMessage::createSignal(QLatin1String(path), QLatin1String(interface), QLatin1String(name));
        signal.setArguments(arguments);
        m_desktop->send(signal);
    }

    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<QDBusConnection> m_desktop; // who speaks
    Login m_login;
};

void TestDesktopSession::initTestCase()
{
    m_daemon.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    if (!m_daemon.waitForStarted(5000) || !m_daemon.waitForReadyRead(5000))
        QSKIP("no dbus-daemon");
    m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
    m_desktop = std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(m_address, QStringLiteral("desktop")));
    QVERIFY(m_desktop->isConnected());
    QVERIFY(m_desktop->registerService(QStringLiteral("org.freedesktop.login1")));
    QVERIFY(m_desktop->registerObject(QStringLiteral("/org/freedesktop/login1"), &m_login, QDBusConnection::ExportAllSlots));
}

void TestDesktopSession::cleanupTestCase()
{
    m_daemon.terminate();
    m_daemon.waitForFinished(5000);
}

void TestDesktopSession::lockedScreensAreTold()
{
    int away = 0;
    const auto bus = QDBusConnection::connectToBus(m_address, QStringLiteral("program"));
    platform::DesktopSessionBus session([&away] { ++away; }, bus, bus);
    QTRY_VERIFY(m_login.asked > 0);
    emitFrom("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", {true});
    QTRY_COMPARE(away, 1);
    emitFrom("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", {false});
    emitFrom("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", {true});
    QTRY_COMPARE(away, 2);
    emitFrom("/org/freedesktop/login1/session/_99", "org.freedesktop.login1.Session", "Lock"); // somebody else's
    emitFrom("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session", "Lock");
    QTRY_COMPARE(away, 3);
    QTest::qWait(100);
    QCOMPARE(away, 3);
    QDBusConnection::disconnectFromBus(QStringLiteral("program"));
}

void TestDesktopSession::sleepWaitsForUs_data()
{
    QTest::addColumn<QString>("signal");
    QTest::newRow("sleep") << QStringLiteral("PrepareForSleep");
    QTest::newRow("shutdown") << QStringLiteral("PrepareForShutdown");
}

void TestDesktopSession::sleepWaitsForUs()
{
    QFETCH(QString, signal);
    int away = 0;
    m_login.asked = 0;
    const auto bus = QDBusConnection::connectToBus(m_address, signal);
    const auto mayReadEnd = [this] {
        char byte = 0;
        return ::read(m_login.reading, &byte, 1) == 0;
    };
    bool waited = false;
    platform::DesktopSessionBus session(
        [&] {
            ++away;
            waited = !mayReadEnd();
        },
        bus, bus);
    QTRY_COMPARE(m_login.asked, 1);
    QTest::qWait(100); // the answer is on its way
    QVERIFY(!mayReadEnd());
    emitFrom("/org/freedesktop/login1", "org.freedesktop.login1.Manager", signal.toLatin1().constData(), {true});
    QTRY_COMPARE(away, 1);
    QVERIFY(waited);
    QTRY_VERIFY(mayReadEnd());
    emitFrom("/org/freedesktop/login1", "org.freedesktop.login1.Manager", signal.toLatin1().constData(), {false});
    QTRY_COMPARE(m_login.asked, 2); // for the next time
    QCOMPARE(away, 1);
    QDBusConnection::disconnectFromBus(signal);
}

void TestDesktopSession::withoutABusNothingHappens()
{
    int away = 0;
    const QDBusConnection none(QStringLiteral("nowhere"));
    platform::DesktopSessionBus session([&away] { ++away; }, none, none);
    QTest::qWait(20);
    QCOMPARE(away, 0);
}

QTEST_GUILESS_MAIN(TestDesktopSession)
#include "tst_desktopsession.moc"
