// SIGKILL at random moments while an item is opened, saved back and closed: after the next start nothing plain is left, what
// was written last is in the item or in a rescue item, and the ledger says the same.
#include "app/cli/commandline.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <QThread>

#include <csignal>

using namespace shirushi;
using tests::Answer;
using tests::words;

class TestVaultOpenKilling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostAndNothingIsLeft();

private:
    Answer run(const QStringList &words) const { return m_line.run(words + m_line.credentials()); }
    QString waitFor(QProcess &process, const char *beginning);
    bool killed(int round, QProcess &process, QByteArray &written);
    QStringList records() const
    {
        return QDir(m_line.path(QStringLiteral("data/openings"))).entryList({QStringLiteral("*.json")}, QDir::Files);
    }

    tests::CommandLine m_line;
    QString m_vault;
    QString m_id;
    QByteArray m_said;
};

namespace {

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

unsigned long upTo(int milliseconds)
{
    return static_cast<unsigned long>(QRandomGenerator::global()->bounded(milliseconds * 1000));
}

} // namespace

// The rest of the line that begins so; empty where the program ended before.
QString TestVaultOpenKilling::waitFor(QProcess &process, const char *beginning)
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        const qsizetype at = m_said.indexOf(beginning);
        const qsizetype end = at < 0 ? -1 : m_said.indexOf('\n', at);
        if (end >= 0)
            return QString::fromUtf8(m_said.mid(at, end - at).mid(static_cast<qsizetype>(qstrlen(beginning))));
        if (process.state() == QProcess::NotRunning || timer.elapsed() > 60'000)
            return {};
        process.waitForReadyRead(5);
        m_said += process.readAllStandardOutput();
    }
}

// While it is opened; while a save goes back; while it is closed with a change; while it is closed without one.
bool TestVaultOpenKilling::killed(int round, QProcess &process, QByteArray &written)
{
    m_said.clear();
    m_line.start(process, words("vault open --with true") + QStringList{m_vault, m_id} + m_line.credentials());
    if (!process.waitForStarted())
        return false;
    const QString document = round % 4 == 0 ? QString() : waitFor(process, "Open: ");
    if (round % 4 == 0) {
        QThread::usleep(upTo(900));
    } else {
        written = QByteArray::number(round) + QByteArray(QRandomGenerator::global()->bounded(1'500'000), static_cast<char>('a' + round % 26));
        QFile file(document);
        if (!file.open(QIODevice::WriteOnly) || file.write(written) != written.size())
            return false;
        file.close();
    }
    const QDir items(m_vault + QStringLiteral("/items"));
    const QStringList before = items.entryList(QDir::Files | QDir::Hidden);
    if (round % 4 == 1) {
        QElapsedTimer timer;
        timer.start();
        while (items.entryList(QDir::Files | QDir::Hidden) == before && timer.elapsed() < 30'000)
            QThread::usleep(200);
        QThread::usleep(upTo(60));
    } else if (round % 4 == 2) {
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QThread::usleep(1'400'000 + upTo(500));
    } else if (round % 4 == 3) {
        waitFor(process, "Saved: ");
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QThread::usleep(upTo(400));
    }
    process.kill();
    process.waitForFinished();
    return process.exitStatus() == QProcess::CrashExit;
}

void TestVaultOpenKilling::nothingIsLostAndNothingIsLeft()
{
    m_line.environment().insert(QStringLiteral("LC_ALL"), QStringLiteral("en_US.UTF-8"));
    QCOMPARE(m_line.init().code, 0);
    m_vault = m_line.path(QStringLiteral("vault"));
    QCOMPARE(run(words("vault create") + QStringList{m_vault}).code, 0);
    const Answer put = run(words("vault put") + QStringList{m_vault, m_line.make(QStringLiteral("a.txt"), "first")});
    QVERIFY2(put.code == 0, put.err);
    m_id = QString::fromUtf8(put.out.split(' ').first());
    QString last = hashOf("first");
    int kills = 0;
    for (int round = 0; round < SHIRUSHI_ROUNDS; ++round) {
        QProcess process;
        QByteArray written;
        kills += killed(round, process, written) ? 1 : 0;
        const QStringList left = records();

        const Answer listed = run(words("vault list --json") + QStringList{m_vault});
        QVERIFY2(listed.code == 0, listed.err);
        const QString now = listed.json().at(0).toObject().value(QStringLiteral("sha256")).toString();
        QCOMPARE(records(), QStringList());
        for (const QString &record : left) {
            const QString folder = QStringLiteral("/shirushi-") + record.chopped(5);
            const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR", QStringLiteral("/dev/shm"));
            for (const QString &place : {runtime, QStringLiteral("/dev/shm"), m_line.path(QStringLiteral("data/opened"))})
                QVERIFY2(!QFile::exists(place + folder), qPrintable(place + folder));
        }
        QStringList kept{now};
        const QJsonArray rescues = run(words("vault rescue list --json")).json();
        for (const QJsonValue &rescue : rescues)
            kept += rescue[QStringLiteral("sha256")].toString();
        if (written.isEmpty()) {
            QCOMPARE(kept, QStringList{last});
        } else {
            QVERIFY2(kept.contains(hashOf(written)), qPrintable(QString::number(round)));
            QVERIFY(now == last || now == hashOf(written));
        }
        for (const QJsonValue &rescue : rescues) {
            const QString id = rescue[QStringLiteral("id")].toString();
            const Answer saved = run(words("vault rescue save") + QStringList{m_vault, id});
            QVERIFY2(saved.code == 0, saved.err);
        }
        last = written.isEmpty() ? last : hashOf(written);
        QCOMPARE(run(words("vault list --json") + QStringList{m_vault}).json().at(0).toObject().value(QStringLiteral("sha256")).toString(), last);
    }
    QVERIFY2(kills > SHIRUSHI_ROUNDS / 8, qPrintable(QString::number(kills)));

    const Answer verified = run(words("vault verify --json") + QStringList{m_vault});
    for (const QJsonValue &finding : verified.json()) {
        const QString code = finding[QStringLiteral("code")].toString();
        QVERIFY2(code == u"orphan" || code == u"leftover", qPrintable(code));
    }
    QCOMPARE(run(words("ledger verify")).code, 0);
    QStringList opened;
    QStringList closed;
    for (const QJsonValue &entry : run(words("ledger list --json --kind vault-opened,vault-closed")).json()) {
        const QString id = entry[QStringLiteral("details")][QStringLiteral("opening")].toString();
        (entry[QStringLiteral("kind")] == QStringLiteral("vault-opened") ? opened : closed) += id;
    }
    QCOMPARE(QSet<QString>(closed.begin(), closed.end()).size(), closed.size()); // each once
    opened.sort();
    closed.sort();
    QCOMPARE(opened, closed);
}

QTEST_GUILESS_MAIN(TestVaultOpenKilling)
#include "tst_vaultopenkilling.moc"
