// What overwriting can promise at a place: mounts, media, signs beside a file, and what programs leave of a document.
#include "erasure/ground.h"
#include "erasure/leftovers.h"
#include "erasure/mountinfo.h"
#include "erasure/neighbours.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <fcntl.h>

using namespace shirushi;

class TestGround : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsMounts();
    void knowsMedia_data();
    void knowsMedia();
    void asksTheKernel_data();
    void asksTheKernel();
    void seesSyncedFoldersAndSnapshots();
    void findsLeftovers();
    void foldersAreReadOnce();
    void everyDoubtHasASentence();

private:
    base::Path path(const QString &name) const { return base::toPath(m_folder.filePath(name)); }
    base::Path make(const QString &name, const QByteArray &content = "x") const
    {
        QDir(m_folder.path()).mkpath(QFileInfo(name).path());
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return path(name);
    }

    // Nothing of the desktop that the test runs on.
    erasure::DesktopFolders desktop() const { return {path(QStringLiteral("cache")), path(QStringLiteral("data")), path(QStringLiteral("config"))}; }

    QTemporaryDir m_folder;
};

void TestGround::readsMounts()
{
    const auto mounts = erasure::mountsFrom("36 35 98:0 /mnt1 /mnt2\\040x rw,noatime master:1 - ext3 /dev/root rw,errors=continue\n"
                                            "no mount at all\n\n"
                                            "40 35 0:30 / /net rw - nfs4 server:/share rw,vers=4.2\n");
    QCOMPARE(mounts.size(), std::size_t(2));
    QCOMPARE(mounts[0].point, QStringLiteral("/mnt2 x"));
    QCOMPARE(mounts[0].device, QStringLiteral("98:0"));
    QVERIFY(mounts[0].options.contains(QStringLiteral("errors=continue")));
    QCOMPARE(erasure::mountWithId(mounts, 40)->source, QStringLiteral("server:/share"));
    QVERIFY(!erasure::mountWithId(mounts, 41));
}

void TestGround::knowsMedia_data()
{
    QTest::addColumn<QString>("place"); // below /sys/devices
    QTest::addColumn<QString>("rotational");
    QTest::addColumn<QString>("maker");
    QTest::addColumn<QString>("name");
    QTest::newRow("hard disk") << "pci/ata1/block/sda" << "1" << "WDC" << "rotating";
    QTest::newRow("SSD") << "pci/nvme0/block/nvme0n1" << "0" << "Samsung" << "solid-state";
    QTest::newRow("USB stick that says it rotates") << "pci/usb2/2-1/block/sdb" << "1" << "BUFFALO" << "removable";
    QTest::newRow("virtual disk that says it rotates") << "pci/virtio0/block/vda" << "1" << "" << "unknown";
    QTest::newRow("virtual machine's SCSI disk") << "pci/ata1/block/sda" << "1" << "QEMU" << "unknown";
    QTest::newRow("nothing known") << "pci/ata1/block/sdc" << "" << "" << "unknown";
}

void TestGround::knowsMedia()
{
    QFETCH(QString, place);
    QFETCH(QString, rotational);
    QFETCH(QString, maker);
    QFETCH(QString, name);
    const QString sys = QStringLiteral("sys-") + QString::number(qHash(place + maker));
    make(sys + QStringLiteral("/devices/") + place + QStringLiteral("/queue/rotational"), rotational.toUtf8());
    make(sys + QStringLiteral("/devices/") + place + QStringLiteral("/device/vendor"), maker.toUtf8());
    make(sys + QStringLiteral("/devices/") + place + QStringLiteral("/part1/partition"), "1");
    QDir(m_folder.path()).mkpath(sys + QStringLiteral("/dev/block"));
    std::filesystem::create_symlink(path(sys + QStringLiteral("/devices/") + place + QStringLiteral("/part1")), path(sys + QStringLiteral("/dev/block/8:1")));
    const erasure::Medium medium = erasure::mediumOf(QStringLiteral("8:1"), path(sys));
    QCOMPARE(erasure::nameOf(medium), name);
    QVERIFY(maker.isEmpty() || medium.name.contains(maker));
}

void TestGround::asksTheKernel_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("doubt");
    QTest::newRow("btrfs") << "btrfs" << "rw" << "copy-on-write";
    QTest::newRow("zfs") << "zfs" << "rw" << "copy-on-write";
    QTest::newRow("f2fs") << "f2fs" << "rw" << "log-structured";
    QTest::newRow("overlay") << "overlay" << "rw" << "overlay";
    QTest::newRow("nfs") << "nfs4" << "rw" << "network";
    QTest::newRow("samba") << "cifs" << "rw" << "network";
    QTest::newRow("sshfs") << "fuse.sshfs" << "rw" << "network";
    QTest::newRow("some program's") << "fuse.rclone" << "rw" << "program";
    QTest::newRow("tmpfs") << "tmpfs" << "rw" << "memory";
    QTest::newRow("journalled data") << "ext4" << "rw,data=journal" << "data-journal";
    QTest::newRow("unknown") << "newfs" << "rw" << "system-unknown";
    QTest::newRow("in place, but what it lies on does not show") << "vfat" << "rw" << "medium-unknown";
}

// The mount of the file as the kernel numbers it, under another file system's name.
void TestGround::asksTheKernel()
{
    QFETCH(QString, system);
    QFETCH(QString, options);
    QFETCH(QString, doubt);
    const base::Path file = make(QStringLiteral("document.txt"));
    struct statx status = {};
    QCOMPARE(::statx(AT_FDCWD, file.c_str(), 0, STATX_MNT_ID, &status), 0);
    const QString proc = QStringLiteral("proc-") + QString::fromUtf8(QTest::currentDataTag()).simplified().replace(u' ', u'-');
    make(proc + QStringLiteral("/self/mountinfo"),
         QStringLiteral("%1 1 8:99 / / rw - %2 source %3\n").arg(status.stx_mnt_id).arg(system, options).toUtf8());
    const auto ground = erasure::groundOf(file, {path(proc), path(QStringLiteral("no-sys"))});
    QVERIFY(ground.has_value());
    QCOMPARE(ground->fileSystem, system);
    QVERIFY2(ground->doubts.contains(doubt), qPrintable(ground->doubts.join(u' ')));
    QVERIFY(!ground->isSure());
    QVERIFY(!erasure::groundOf(path(QStringLiteral("nothing"))));
}

void TestGround::seesSyncedFoldersAndSnapshots()
{
    const base::Path file = make(QStringLiteral("shared/team/document.txt"));
    const auto neighboursOf = [this](const base::Path &of) {
        erasure::Surroundings around;
        return erasure::neighboursOf(of, path(QStringLiteral("shared")), around);
    };
    QVERIFY(neighboursOf(file).synced.isEmpty());
    make(QStringLiteral("shared/.stfolder/x"));
    QCOMPARE(neighboursOf(file).synced.size(), 1);
    QVERIFY(erasure::groundOf(file)->doubts.contains(QStringLiteral("synced")));
    make(QStringLiteral("shared/.snapshots/1/x"));
    QVERIFY(erasure::groundOf(file)->doubts.contains(QStringLiteral("snapshot")));
    QVERIFY(!erasure::groundOf(file)->witnesses.isEmpty());
}

void TestGround::findsLeftovers()
{
    const base::Path file = make(QStringLiteral("left/相談 記録.docx"));
    for (const char *name : {"相談 記録.docx.xmp", "~$相談 記録.docx", ".~lock.相談 記録.docx#", "相談 記録.docx~", ".相談 記録.docx.swp", "相談 記録.docx.~3~",
                             "相談 記録.docx.bak", "相談 記録 (sato's conflicted copy).docx"})
        make(QStringLiteral("left/") + QString::fromUtf8(name));
    for (const char *name : {"相談 記録2.docx", "other.docx~", "~$other.docx"}) // of other documents
        make(QStringLiteral("left/") + QString::fromUtf8(name));
    const QByteArray address = "file://" + QByteArray(file.parent_path().c_str()) + "/%E7%9B%B8%E8%AB%87%20%E8%A8%98%E9%8C%B2.docx";
    const QString picture = QString::fromLatin1(QCryptographicHash::hash(address, QCryptographicHash::Md5).toHex()) + QStringLiteral(".png");
    make(QStringLiteral("cache/thumbnails/normal/") + picture);
    make(QStringLiteral("cache/thumbnails/fail/gnome-thumbnail-factory/") + picture);
    make(QStringLiteral("cache/thumbnails/large/0123.png"));
    std::map<std::string, int> kinds;
    for (const erasure::Leftover &leftover : erasure::leftoversOf(file, desktop()))
        ++kinds[erasure::nameOf(leftover.kind)];
    QCOMPARE(kinds["sidecar"], 1);
    QCOMPARE(kinds["lock"], 2);
    QCOMPARE(kinds["version"], 3);
    QCOMPARE(kinds["suspect"], 2);
    QCOMPARE(kinds["thumbnail"], 2);
}

void TestGround::foldersAreReadOnce()
{
    const base::Path one = make(QStringLiteral("many/one.txt"));
    const base::Path two = make(QStringLiteral("many/two.txt"));
    make(QStringLiteral("many/one.txt~"));
    make(QStringLiteral("many/two (conflicted copy).txt"));
    erasure::Surroundings around;
    QCOMPARE(erasure::leftoversOf(one, around, desktop()).size(), 1U);
    make(QStringLiteral("many/two.txt~")); // too late for this one
    QCOMPARE(erasure::leftoversOf(two, around, desktop()).size(), 1U);
    QCOMPARE(erasure::leftoversOf(two, desktop()).size(), 2U);
    QVERIFY(around.namesIn(path(QStringLiteral("nothing"))).empty());
}

void TestGround::everyDoubtHasASentence()
{
    for (const char *doubt : {"copy-on-write", "log-structured", "data-journal", "inline-data", "shared-extents", "encoded", "overlay", "network", "program",
                              "memory", "flash", "medium-unknown", "snapshot", "synced", "system-unknown"})
        QVERIFY(erasure::sentenceOf(QLatin1String(doubt)).size() > 20);
    QCOMPARE(erasure::sentenceOf(QStringLiteral("new")), QStringLiteral("new"));
}

QTEST_GUILESS_MAIN(TestGround)
#include "tst_ground.moc"
