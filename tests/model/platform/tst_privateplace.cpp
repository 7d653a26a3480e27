// Where plaintext may lie, and whether the program that left a note still runs.
#include "platform/privateplace.h"
#include "platform/processmark.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace shirushi;

class TestPrivatePlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void memoryFirst();
    void neverWhereItIsCopied();
    void ownFolders();
    void processes();
};

void TestPrivatePlace::memoryFirst()
{
    QTemporaryDir folder;
    const base::Path fallback = base::toPath(folder.filePath(QStringLiteral("data/opened")));
    const base::Path other = base::toPath(folder.path()); // usable, and of the disk's kind
    const auto onDisk = platform::privatePlace(10, fallback, platform::isInMemory(other) ? std::vector<base::Path>() : std::vector{other});
    QVERIFY(onDisk.has_value());
    QCOMPARE(onDisk->folder, fallback);
    QCOMPARE(onDisk->isInMemory, platform::isInMemory(other));
    QCOMPARE(platform::privatePlace(UINT64_MAX / 4, fallback, {}).error().code, base::ErrorCode::NoSpace);
    if (!platform::isInMemory("/dev/shm"))
        QSKIP("no memory file system here");
    QCOMPARE(platform::privatePlace(10, fallback, {"/nowhere", "/dev/shm"}), (platform::PrivatePlace{"/dev/shm", true}));
    QCOMPARE(platform::privatePlace(UINT64_MAX / 4, fallback, {"/dev/shm"}).error().code, base::ErrorCode::NoSpace);
}

void TestPrivatePlace::neverWhereItIsCopied()
{
    QTemporaryDir folder;
    const auto refuses = [&](const QString &name, const QString &sign) {
        QDir(folder.path()).mkpath(name + QStringLiteral("/deep/data"));
        if (!sign.isEmpty()) {
            QFile file(folder.filePath(name + u'/' + sign));
            if (!file.open(QIODevice::WriteOnly))
                return false;
        }
        const auto place = platform::privatePlace(10, base::toPath(folder.filePath(name + QStringLiteral("/deep/data/opened"))), {});
        return !place && place.error().code == base::ErrorCode::Unsupported;
    };
    QVERIFY(refuses(QStringLiteral("a"), QStringLiteral(".stfolder")));
    QVERIFY(refuses(QStringLiteral("b"), QStringLiteral(".dropbox")));
    QVERIFY(refuses(QStringLiteral("OneDrive - 亀岡市"), {}));
    QVERIFY(!refuses(QStringLiteral("c"), QStringLiteral("名簿.xlsx")));
}

void TestPrivatePlace::ownFolders()
{
    QTemporaryDir folder;
    const base::Path made = base::toPath(folder.filePath(QStringLiteral("own")));
    const mode_t before = ::umask(0);
    QVERIFY(platform::makePrivateFolder(made).has_value());
    ::umask(before);
    struct stat status = {};
    QCOMPARE(::stat(made.c_str(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t(0700));
    QVERIFY(!platform::makePrivateFolder(made).has_value()); // somebody else's, perhaps
}

void TestPrivatePlace::processes()
{
    const platform::ProcessMark mine = platform::ProcessMark::ofThisProcess();
    if (mine.desktop.isEmpty())
        QSKIP("this installation has no number");
    QVERIFY(mine.isHere());
    QVERIFY(!mine.isDead());
    QCOMPARE(platform::processMarkFrom(platform::toJson(mine)), mine);
    QVERIFY(!platform::processMarkFrom({}).has_value());
    platform::ProcessMark other = mine;
    other.started += 1; // its number was given to another
    QVERIFY(other.isDead());
    other = mine;
    other.boot = QStringLiteral("before");
    QVERIFY(other.isDead());
    other.desktop = QStringLiteral("another");
    QVERIFY(!other.isHere());
    QVERIFY(!other.isDead()); // nobody can say
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    platform::ProcessMark gone = mine;
    gone.number = child;
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(gone.isDead());
}

QTEST_GUILESS_MAIN(TestPrivatePlace)
#include "tst_privateplace.moc"
