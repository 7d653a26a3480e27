// What is open is locked when the person goes away: the screen is locked, the computer sleeps or is shut down. Over a bus of the
// test's own.
#include "app/cli/commandline.h"
#include "model/platform/login.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using namespace shirushi;
using tests::Answer;
using tests::words;

class TestVaultAway : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isLocked_data();
    void isLocked();

private:
    Answer run(const QStringList &words) const { return m_line.run(words + m_line.credentials()); }

    tests::CommandLine m_line;
    QProcess m_daemon;
    std::unique_ptr<QDBusConnection> m_desktop; // who speaks
    tests::Login m_login;
};

void TestVaultAway::initTestCase()
{
    m_daemon.start(QStringLiteral("dbus-daemon"), words("--session --nofork --print-address"));
    if (!m_daemon.waitForStarted(5000) || !m_daemon.waitForReadyRead(5000))
        QSKIP("no dbus-daemon");
    const QString address = QString::fromLatin1(m_daemon.readLine()).trimmed();
    m_desktop = std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(address, QStringLiteral("desktop")));
    QVERIFY(m_desktop->registerService(QStringLiteral("org.freedesktop.login1")));
    QVERIFY(m_desktop->registerObject(QStringLiteral("/org/freedesktop/login1"), &m_login, QDBusConnection::ExportAllSlots));
    m_line.environment().insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), address);
    m_line.environment().insert(QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS"), address);
    m_line.environment().insert(QStringLiteral("LC_ALL"), QStringLiteral("en_US.UTF-8"));
    QCOMPARE(m_line.init().code, 0);
    QCOMPARE(run(words("vault create") + QStringList{m_line.path(QStringLiteral("vault"))}).code, 0);
}

void TestVaultAway::cleanupTestCase()
{
    m_daemon.terminate();
    m_daemon.waitForFinished(5000);
}

void TestVaultAway::isLocked_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("waits");
    const QString manager = QStringLiteral("org.freedesktop.login1.Manager");
    const QString login = QStringLiteral("/org/freedesktop/login1");
    QTest::newRow("screen") << QStringLiteral("/ScreenSaver") << QStringLiteral("org.freedesktop.ScreenSaver") << QStringLiteral("ActiveChanged") << false;
    QTest::newRow("sleep") << login << manager << QStringLiteral("PrepareForSleep") << true;
    QTest::newRow("shutdown") << login << manager << QStringLiteral("PrepareForShutdown") << true;
}

void TestVaultAway::isLocked()
{
    QFETCH(QString, path);
    QFETCH(QString, interface);
    QFETCH(QString, name);
    QFETCH(bool, waits);
    const QString vault = m_line.path(QStringLiteral("vault"));
    const Answer put = run(words("vault put") + QStringList{vault, m_line.make(name, "1")});
    QVERIFY2(put.code == 0, put.err);
    const QString id = QString::fromUtf8(put.out.split(' ').first());
    m_login.asked = 0;
    QProcess process;
    m_line.start(process, words("vault open --with true") + QStringList{vault, id} + m_line.credentials());
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardOutput()).contains('\n'), 60'000);
    const QString document = QString::fromUtf8(said.left(said.indexOf('\n')).mid(6));
    QVERIFY2(QFile::exists(document), said);
    QTRY_VERIFY_WITH_TIMEOUT(m_login.asked > 0, 60'000);
    {
        QFile file(document);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("what was written last");
    }
    QDBusMessage signal = QDBusMessage::createSignal(path, interface, name);
    signal.setArguments({true});
    m_desktop->send(signal);
    if (waits) {
        // The sleep may begin when nobody holds the pipe's other end any more: then nothing plain is there.
        char byte = 0;
        QTRY_VERIFY_WITH_TIMEOUT(::read(m_login.reading, &byte, 1) == 0, 60'000);
        QVERIFY(!QFile::exists(document));
    }
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(!QFile::exists(document));
    const QString out = m_line.path(QStringLiteral("out"));
    QFile::remove(out);
    QCOMPARE(run(words("vault get") + QStringList{vault, id, QStringLiteral("--out"), out}).code, 0);
    QCOMPARE(tests::contentOf(out), QByteArray("what was written last"));
}

QTEST_GUILESS_MAIN(TestVaultAway)
#include "tst_vaultaway.moc"
