// On real file systems in image files, where this machine lets one mount them: after a disposal the marker bytes are not in the
// image, and where they may be, the ground says so beforehand.
#include "erasure/erasure.h"
#include "erasure/ground.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace shirushi;

namespace {

const QByteArray marker = "SHIRUSHI-MARKER-7f3a91c2-";

QByteArray marked(qsizetype size)
{
    QByteArray bytes;
    while (bytes.size() < size)
        bytes += marker;
    return bytes.left(size);
}

bool run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace

class TestFileSystems : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLeftInTheImage_data();
    void nothingIsLeftInTheImage();
};

void TestFileSystems::nothingIsLeftInTheImage_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QStringList>("making"); // options of mkfs
    QTest::addColumn<QString>("mounting");
    QTest::addColumn<QString>("doubt"); // that must be told; empty: nothing may be left
    QTest::newRow("ext4") << "ext4" << QStringList{QStringLiteral("-q"), QStringLiteral("-F"), QStringLiteral("-O"), QStringLiteral("^inline_data")} << "data=ordered" << "";
    QTest::newRow("ext4, inline data") << "ext4" << QStringList{QStringLiteral("-q"), QStringLiteral("-F"), QStringLiteral("-O"), QStringLiteral("inline_data"), QStringLiteral("-I"), QStringLiteral("1024")} << "data=ordered" << "inline-data";
    QTest::newRow("ext4, journalled data") << "ext4" << QStringList{QStringLiteral("-q"), QStringLiteral("-F")} << "data=journal" << "data-journal";
    QTest::newRow("vfat") << "vfat" << QStringList() << "rw" << "";
    QTest::newRow("xfs") << "xfs" << QStringList{QStringLiteral("-q"), QStringLiteral("-f")} << "rw" << "";
    QTest::newRow("btrfs") << "btrfs" << QStringList{QStringLiteral("-q"), QStringLiteral("-f")} << "rw" << "copy-on-write";
}

void TestFileSystems::nothingIsLeftInTheImage()
{
    QFETCH(QString, system);
    QFETCH(QStringList, making);
    QFETCH(QString, mounting);
    QFETCH(QString, doubt);
    const QString maker = QStandardPaths::findExecutable(QStringLiteral("mkfs.") + system, {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin"), QStringLiteral("/usr/bin")});
    if (maker.isEmpty())
        QSKIP("mkfs for this file system is not installed");
    if (::geteuid() != 0)
        QSKIP("only the superuser mounts");
    QTemporaryDir folder;
    const QString image = folder.filePath(QStringLiteral("image"));
    const QString place = folder.filePath(QStringLiteral("place"));
    QVERIFY(QDir().mkdir(place));
    QFile made(image);
    QVERIFY(made.open(QIODevice::WriteOnly));
    QVERIFY(made.resize(system == u"xfs" ? qint64(320) << 20 : qint64(128) << 20));
    made.close();
    if (!run(maker, making + QStringList{image}))
        QSKIP("mkfs does not make it");
    if (!run(QStringLiteral("mount"), {QStringLiteral("-o"), QStringLiteral("loop,") + mounting, image, place}))
        QSKIP("this machine does not let one mount an image");
    QStringList doubts;
    bool isErased = true;
    for (const qsizetype size : {100, 5000, 1'000'000}) {
        const QString name = place + QStringLiteral("/document-%1").arg(size);
        QFile file(name);
        isErased = isErased && file.open(QIODevice::WriteOnly) && file.write(marked(size)) == size;
        file.close();
        ::sync();
        const auto ground = erasure::groundOf(base::toPath(name));
        if (ground)
            doubts += ground->doubts;
        isErased = isErased && ground && erasure::erase(base::toPath(name)).has_value();
    }
    const bool isUnmounted = run(QStringLiteral("umount"), {place});
    QVERIFY(isErased);
    QVERIFY(isUnmounted);
    QVERIFY2(doubts.contains(QStringLiteral("medium-unknown")), qPrintable(doubts.join(u' '))); // an image is no disk
    QVERIFY2(doubt.isEmpty() || doubts.contains(doubt), qPrintable(doubts.join(u' ')));
    QFile after(image);
    QVERIFY(after.open(QIODevice::ReadOnly));
    const QByteArray bytes = after.readAll();
    const bool isLeft = bytes.contains(marker);
    qInfo("content left: %s; names left: %s", isLeft ? "yes" : "no", bytes.contains("document-5000") ? "yes" : "no");
    if (doubt.isEmpty())
        QVERIFY(!isLeft);
}

QTEST_GUILESS_MAIN(TestFileSystems)
#include "tst_filesystems.moc"
