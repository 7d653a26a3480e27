#include "platform/stagingfolder.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace shirushi;
using platform::StagingFolder;

class TestStagingFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allAtOnce();
    void nothingAfterAFailure();
    void aTakenName();
    void aKillLeavesNoContent();

private:
    static bool put(StagingFolder &staging, const std::string &name, const QByteArray &content)
    {
        return staging.begin(name) && staging.write({content.constData(), static_cast<std::size_t>(content.size())}) && staging.end();
    }
    QStringList filesIn(const QString &folder) const
    {
        QStringList names;
        QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (it.hasNext())
            names += QDir(folder).relativeFilePath(it.next());
        names.sort();
        return names;
    }
};

// More than may stay without a name, in folders too.
void TestStagingFolder::allAtOnce()
{
    QTemporaryDir folder;
    auto staging = StagingFolder::in(base::toPath(folder.path()));
    QVERIFY(staging);
    const int many = static_cast<int>(platform::mostNameless) + 20;
    for (int number = 0; number < many; ++number)
        QVERIFY(put(*staging, "a/" + std::to_string(number), QByteArray::number(number)));
    QVERIFY(put(*staging, "b", "content"));
    QVERIFY(filesIn(folder.path()).size() <= 21);
    const auto done = staging->commit();
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(filesIn(folder.path()).size(), many + 1);
    for (const int number : {0, 255, 256, many - 1}) {
        QFile file(folder.filePath(QStringLiteral("a/%1").arg(number)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray::number(number));
    }
}

void TestStagingFolder::nothingAfterAFailure()
{
    QTemporaryDir folder;
    {
        auto staging = StagingFolder::in(base::toPath(folder.path()));
        QVERIFY(staging && put(*staging, "a", "content"));
    }
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestStagingFolder::aTakenName()
{
    QTemporaryDir folder;
    auto staging = StagingFolder::in(base::toPath(folder.path()));
    QVERIFY(staging && put(*staging, "a", "ours") && put(*staging, "b", "ours"));
    QFile taken(folder.filePath(QStringLiteral("b")));
    QVERIFY(taken.open(QIODevice::WriteOnly) && taken.write("theirs") == 6);
    taken.close();
    const auto done = staging->commit();
    QVERIFY(!done && done.error().code == base::ErrorCode::Changed);
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("a"))));
    QVERIFY(taken.open(QIODevice::ReadOnly) && taken.readAll() == "theirs");
}

void TestStagingFolder::aKillLeavesNoContent()
{
    QTemporaryDir folder;
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        auto staging = StagingFolder::in(base::toPath(folder.path()));
        if (staging && put(*staging, "a", "unmistakable") && staging->begin("b") && staging->write({"unmistakable", 12}))
            ::kill(::getpid(), SIGKILL);
        ::_exit(1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(filesIn(folder.path()), QStringList());
    QVERIFY(StagingFolder::in(base::toPath(folder.path())));
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)); // what was left is gone
}

QTEST_GUILESS_MAIN(TestStagingFolder)
#include "tst_stagingfolder.moc"
