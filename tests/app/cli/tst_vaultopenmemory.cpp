// vault open, after the item is closed and before the program ends: neither the content nor the password is in its memory any more,
// nor in any file. It is kept alive by an output that takes no more.
#include "app/cli/commandline.h"
#include "model/vault/memorysearch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace shirushi;
using tests::Answer;
using tests::words;

class TestVaultOpenMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLeft();

private:
    Answer run(const QStringList &more) const { return m_line.run(more + m_line.credentials()); }
    static QByteArray random()
    {
        QByteArray bytes(20, Qt::Uninitialized);
        for (char &byte : bytes)
            byte = static_cast<char>(QRandomGenerator::global()->bounded(256));
        return bytes.toHex();
    }
    static QByteArray lineFrom(int pipe)
    {
        QByteArray line;
        QElapsedTimer timer;
        timer.start();
        while (!line.endsWith('\n') && timer.elapsed() < 60'000) {
            char byte = 0;
            if (::read(pipe, &byte, 1) == 1)
                line += byte;
            else
                QTest::qWait(20);
        }
        return line.trimmed();
    }

    tests::CommandLine m_line;
};

void TestVaultOpenMemory::nothingIsLeft()
{
    m_line.environment().insert(QStringLiteral("LC_ALL"), QStringLiteral("en_US.UTF-8"));
    const QString temporary = m_line.path(QStringLiteral("tmp"));
    QVERIFY(QDir().mkpath(temporary));
    m_line.environment().insert(QStringLiteral("TMPDIR"), temporary);
    QCOMPARE(m_line.init().code, 0);
    const QString vault = m_line.path(QStringLiteral("vault"));
    QCOMPARE(run(words("vault create") + QStringList{vault}).code, 0);
    const QByteArray before = random();
    const QByteArray after = random();
    const Answer stored = run(words("vault put --json") + QStringList{vault, m_line.make(QStringLiteral("名簿.txt"), before.repeated(5000))});
    const QString id = stored.json().at(0).toObject().value(QStringLiteral("id")).toString();
    QVERIFY(!id.isEmpty());
    const tests::Needles contents{{QStringLiteral("the content"), before}, {QStringLiteral("the change"), after}};
    tests::Needles all = contents;
    all.insert(QStringLiteral("the password"), "correct horse battery staple");

    const QByteArray out = m_line.path(QStringLiteral("out")).toLocal8Bit();
    QCOMPARE(::mkfifo(out.constData(), 0600), 0);
    const int pipe = ::open(out.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(pipe >= 0);
    QProcess process;
    process.setStandardOutputFile(QString::fromLocal8Bit(out), QIODevice::Append);
    m_line.start(process, words("vault open") + QStringList{vault, id, QStringLiteral("--with"), QStringLiteral("true")} + m_line.credentials());
    const QByteArray first = lineFrom(pipe);
    QVERIFY2(first.startsWith("Open: "), first);
    const QString document = QString::fromUtf8(first.mid(6));
    QFile file(document);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(after.repeated(5000)) > 0);
    file.close();
    QVERIFY(lineFrom(pipe).startsWith("Saved: "));
    if (tests::searchMemory(process.processId(), all).bytes == 0) {
        process.terminate();
        process.waitForFinished();
        QSKIP("this account may not read another process's memory");
    }
    // Whatever it says next has to wait.
    ::fcntl(pipe, F_SETPIPE_SZ, 4096);
    const QByteArray full(4096, 'x');
    while (::write(pipe, full.constData(), 4096) > 0 || ::write(pipe, full.constData(), 1) > 0) { }
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(document), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(run(words("ledger list --json --kind vault-closed")).json().size(), qsizetype(1), 20'000);
    QTest::qWait(500);
    QCOMPARE(process.state(), QProcess::Running);
    const tests::Memory memory = tests::searchMemory(process.processId(), all);
    QVERIFY(memory.bytes > 0);
    QCOMPARE(memory.found.join(u'\n'), QString());
    const tests::Memory core = tests::searchCore(process.processId(), all);
    QCOMPARE(core.found.join(u'\n'), QString());
    for (const QString &place : {m_line.path(QStringLiteral("data")), vault, temporary, m_line.path(QStringLiteral("files")), QStringLiteral("/dev/shm")})
        QCOMPARE(tests::searchFiles(place, contents), QStringList());
    QByteArray drained(65536, 0);
    while (::read(pipe, drained.data(), 65536) > 0) { }
    QVERIFY(process.waitForFinished(20'000));
    ::close(pipe);
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestVaultOpenMemory)
#include "tst_vaultopenmemory.moc"
