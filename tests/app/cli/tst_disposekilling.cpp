// SIGKILL at random moments while files are erased: after the next start each file is there as it was and without a record, or
// it is gone and has one, and nothing else is left in the folder. Some of them are one content under two names. And Ctrl+C.
#include "app/cli/commandline.h"

#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include <csignal>
#include <unistd.h>

using namespace shirushi;
using tests::words;

class TestDisposeKilling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordAndDiskAgree();
    void whatWasNotReachedIsSaid();
};

void TestDisposeKilling::recordAndDiskAgree()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    QRandomGenerator &random = *QRandomGenerator::global();
    QDir folder(line.path(QStringLiteral("files")));
    QSet<QString> recorded;
    int killed = 0;
    int interrupted = 0;
    for (int round = 0; round < SHIRUSHI_ROUNDS; ++round) {
        QMap<QString, QByteArray> contents; // by path
        QMap<QString, QString> twins;
        for (int i = 0; i < 90; ++i) {
            const QByteArray content(random.bounded(1, i % 10 == 0 ? 8'000'000 : 60'000), static_cast<char>(random.bounded(1, 256)));
            const QString file = line.make(QStringLiteral("%1-%2.bin").arg(round).arg(i), content);
            contents.insert(file, content);
            if (i % 3 == 0) { // the one or the other of them comes first
                const QString other = line.file(QStringLiteral("%1-%2.bin").arg(round).arg(random.bounded(2) == 0 ? QStringLiteral("0%1").arg(i) : QStringLiteral("z%1").arg(i)));
                QCOMPARE(::link(QFile::encodeName(file).constData(), QFile::encodeName(other).constData()), 0);
                contents.insert(other, content);
                twins.insert(file, other);
            }
        }
        QProcess process;
        line.start(process, words("dispose run --reason draft-abandoned") + contents.keys() + line.credentials());
        QVERIFY(process.waitForStarted());
        // Until the first of them is at work.
        while (process.state() == QProcess::Running && folder.entryList(QDir::Files | QDir::Hidden).size() == contents.size() && random.bounded(400) > 0)
            process.waitForFinished(1);
        // In memory all of it takes some milliseconds, on a disk some hundred.
        QThread::usleep(static_cast<unsigned long>(random.bounded(round % 2 == 0 ? 4'000 : 150'000)));
        process.kill();
        process.waitForFinished();
        killed += process.exitStatus() == QProcess::CrashExit ? 1 : 0;

        const tests::Answer listed = line.run(words("dispose list --json") + line.credentials());
        QVERIFY2(listed.code == 0, listed.err);
        QSet<QString> now;
        for (const QJsonValue &record : listed.json()) {
            const QString name = record[QStringLiteral("name")].toString();
            QVERIFY2(!now.contains(name), qPrintable(name)); // once each
            now.insert(name);
            interrupted += !recorded.contains(name) && record[QStringLiteral("outcome")].toString() != u"verified" ? 1 : 0;
        }
        for (auto twin = twins.begin(); twin != twins.end(); ++twin)
            QVERIFY2(now.contains(twin.key()) == now.contains(twin.value()), qPrintable(twin.key())); // both or none
        for (auto file = contents.begin(); file != contents.end(); ++file) {
            QVERIFY2(QFile::exists(file.key()) != now.contains(file.key()), qPrintable(file.key()));
            if (QFile::exists(file.key())) {
                QCOMPARE(tests::contentOf(file.key()), file.value());
                QVERIFY(QFile::remove(file.key()));
            }
        }
        QCOMPARE(folder.entryList(QDir::Files | QDir::Hidden), QStringList());
        recorded = now;
    }
    qInfo("%d of %d killed, %d files finished afterwards", killed, SHIRUSHI_ROUNDS, interrupted);
    QVERIFY(killed > 0);
    QCOMPARE(line.run(words("ledger verify") + line.credentials()).code, 0);
    QCOMPARE(line.run(words("dispose verify --json") + line.credentials()).json().size(), 0);
}

void TestDisposeKilling::whatWasNotReachedIsSaid()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    QSet<QString> files;
    for (int i = 0; i < 1200; ++i)
        files.insert(line.make(QStringLiteral("%1.bin").arg(i), QByteArray(20'000, 'x')));
    QProcess process;
    line.start(process, words("dispose run --json --reason draft-abandoned") + files.values() + line.credentials());
    QVERIFY(process.waitForStarted());
    const QDir folder(line.path(QStringLiteral("files")));
    while (process.state() == QProcess::Running && folder.entryList(QDir::Files).size() == files.size())
        process.waitForFinished(2);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    const QJsonArray told = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    int untouched = 0;
    for (const QJsonValue &one : told) {
        const QString file = one[QStringLiteral("file")].toString();
        QVERIFY2(files.remove(file), qPrintable(file)); // once each
        QCOMPARE(QFile::exists(file), one[QStringLiteral("record")].isNull());
        QCOMPARE(QFile::exists(file), one[QStringLiteral("error")].isString());
        untouched += QFile::exists(file) ? 1 : 0;
    }
    QVERIFY(files.isEmpty());
    if (untouched == 0)
        QSKIP("it was done before it could be stopped");
    QCOMPARE(process.exitCode(), 1);
}

QTEST_GUILESS_MAIN(TestDisposeKilling)
#include "tst_disposekilling.moc"
