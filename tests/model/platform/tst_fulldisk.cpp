// A disk that is full and a place that cannot be written: nothing is lost, and the error says what it is. Needs
// to mount a small file system in a name space of its own; skipped where the machine does not let it.

#include "platform/replacement.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>

using namespace shirushi;

class TestFullDisk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aFullDiskLosesNothing();
    void aReadOnlyPlaceIsNotWritten();

private:
    QTemporaryDir m_folder;
};

void TestFullDisk::initTestCase()
{
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
        || ::mount("tmpfs", qPrintable(m_folder.path()), "tmpfs", 0, "size=256k") != 0)
        QSKIP("this machine does not let a test mount a file system");
}

void TestFullDisk::aFullDiskLosesNothing()
{
    const QString name = m_folder.filePath(QStringLiteral("a"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(150'000, 'x'));
    file.close();
    {
        auto source = platform::FileSource::open(base::toPath(name));
        auto replacement = platform::Replacement::of(*source);
        QVERIFY(replacement);
        const auto written = replacement->write(QByteArray(200'000, 'y'));
        QVERIFY(!written);
        QCOMPARE(written.error().code, base::ErrorCode::NoSpace);
    }
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("a")});
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(150'000, 'x'));
}

void TestFullDisk::aReadOnlyPlaceIsNotWritten()
{
    QCOMPARE(::mount(nullptr, qPrintable(m_folder.path()), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);
    auto source = platform::FileSource::open(base::toPath(m_folder.filePath(QStringLiteral("a"))));
    QVERIFY(source);
    QCOMPARE(platform::Replacement::of(*source).error().code, base::ErrorCode::NotWritable);
    QCOMPARE(::mount(nullptr, qPrintable(m_folder.path()), nullptr, MS_REMOUNT, nullptr), 0);
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
