// SIGKILL at random moments while files are being labelled: each file is as it was or labelled, and after the
// next start the ledger says the same.

#include "app/cli/commandline.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

using namespace shirushi;

class TestKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fileAndLedgerAgreeAfterwards();
};

namespace {

constexpr int rounds = 25;
constexpr int filesEachRound = 48;

// A PNG of one pixel and a text file: a rewritten file and one with a sidecar.
QByteArray onePixel()
{
    return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}

} // namespace

void TestKill::fileAndLedgerAgreeAfterwards()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QStringList list = QStringList{QStringLiteral("ledger"), QStringLiteral("list"), QStringLiteral("--json")} + line.credentials();
    QSet<QString> labelled;
    int killedAtWork = 0;
    qint64 working = 0; // µs from the first file to the end, in the first round, which is not killed
    for (int round = 0; round < rounds; ++round) {
        QStringList files;
        for (int i = 0; i < filesEachRound; ++i)
            files += line.make(QStringLiteral("%1-%2.%3").arg(round).arg(i).arg(i % 2 ? QStringLiteral("png") : QStringLiteral("csv")), i % 2 ? onePixel() : QByteArray("氏名,住所\n"));
        QProcess process;
        line.start(process, QStringList{QStringLiteral("label"), QStringLiteral("set"), QStringLiteral("--class"), QStringLiteral("confidentiality=2,integrity=1,availability=1")} + line.credentials() + files);
        QVERIFY(process.waitForStarted());
        // Half of the rounds wait until the first file is done, so that the kill falls into the work.
        if (round % 2 == 0) {
            while (process.state() == QProcess::Running && !process.waitForReadyRead(10)) {
                if (QFile::exists(files.front() + QStringLiteral(".xmp")))
                    break;
            }
            if (round == 0) {
                QElapsedTimer undisturbed;
                undisturbed.start();
                QVERIFY(process.waitForFinished());
                working = undisturbed.nsecsElapsed() / 1000;
            } else {
                QThread::usleep(static_cast<unsigned long>(QRandomGenerator::global()->bounded(working + 1)));
            }
        } else {
            QThread::msleep(static_cast<unsigned long>(QRandomGenerator::global()->bounded(900)));
        }
        process.kill();
        process.waitForFinished();
        killedAtWork += process.exitStatus() == QProcess::CrashExit ? 1 : 0;
    }
    QVERIFY2(killedAtWork > rounds / 8, qPrintable(QString::number(killedAtWork)));

    // The next start mends what was left open.
    QCOMPARE(line.set({line.make(QStringLiteral("last.csv"))}).code, 0);
    QCOMPARE(QDir(line.path(QStringLiteral("files"))).entryList({QStringLiteral(".shirushi-*")}, QDir::Files | QDir::Hidden), QStringList());
    QCOMPARE(QDir(line.path(QStringLiteral("data"))).entryList({QStringLiteral("work-*")}), QStringList());
    const QJsonArray entries = line.run(list).json();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonObject entry = entries[i].toObject();
        QCOMPARE(entry.value(QStringLiteral("seq")).toInt(), static_cast<int>(i + 1));
        const QString file = entry.value(QStringLiteral("file")).toString();
        if (entry.value(QStringLiteral("kind")) == QStringLiteral("label"))
            labelled.insert(file);
        else if (entry.value(QStringLiteral("kind")) == QStringLiteral("undone"))
            labelled.remove(file);
    }
    const QJsonArray shown = line.show({QStringLiteral("--recursive"), line.path(QStringLiteral("files"))}).json();
    QVERIFY(shown.size() > rounds * filesEachRound);
    for (const QJsonValue &file : shown) {
        const QString path = file[QStringLiteral("file")].toString();
        const bool hasLabel = file[QStringLiteral("status")].toString() == u"labelled";
        QVERIFY2(hasLabel == labelled.contains(path), qPrintable(path));
        if (hasLabel)
            QCOMPARE(file[QStringLiteral("signature")].toString(), QStringLiteral("valid"));
        if (path.endsWith(QStringLiteral(".csv")) || !hasLabel) {
            QFile content(path);
            QVERIFY(content.open(QIODevice::ReadOnly));
            QCOMPARE(content.readAll(), path.endsWith(QStringLiteral(".csv")) ? QByteArray("氏名,住所\n") : onePixel());
        }
    }
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
