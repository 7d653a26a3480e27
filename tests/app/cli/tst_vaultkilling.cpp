// SIGKILL at random moments while files are put into a vault: after the next start each file is in one place, outside or in
// the vault, with its content, and the ledger says the same.
#include "app/cli/commandline.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

using namespace shirushi;

class TestVaultKilling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachFileIsInOnePlace();

private:
    /// In a vault of its own.
    void rounds(int first, int last);
    void ledgerAgrees();

    tests::CommandLine m_line;
    int m_killed = 0;
    qsizetype m_stored = 0;
};

namespace {

constexpr int filesEachRound = 24;
constexpr int roundsEachVault = 40; // to look into a folder of thousands takes longer than the work that is to be hit

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ');
}

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

void TestVaultKilling::rounds(int first, int last)
{
    const QString vault = m_line.path(QStringLiteral("vault-%1").arg(first));
    QCOMPARE(m_line.run(words("vault create") + QStringList{vault} + m_line.credentials()).code, 0);
    const QDir items(vault + QStringLiteral("/items"));
    QRandomGenerator &random = *QRandomGenerator::global();
    qint64 working = 0; // µs from the first item to the end, in the first round, which is not killed
    qsizetype stored = 0;
    for (int round = first; round < last; ++round) {
        QMap<QString, QByteArray> hashes; // by name
        QStringList files;
        for (int i = 0; i < filesEachRound; ++i) {
            const QString name = QStringLiteral("%1-%2.bin").arg(round).arg(i);
            const QByteArray content(random.bounded(1, i % 8 == 0 ? 3'000'000 : 30'000), static_cast<char>(random.bounded(256)));
            files += m_line.make(name, content);
            hashes.insert(name, hashOf(content));
        }
        const qsizetype before = items.entryList(QDir::Files | QDir::Hidden).size();
        QProcess process;
        m_line.start(process, words("vault put") + QStringList{vault} + files + m_line.credentials());
        QVERIFY(process.waitForStarted());
        while (process.state() == QProcess::Running && items.entryList(QDir::Files | QDir::Hidden).size() == before)
            process.waitForFinished(1);
        if (round == first) {
            QElapsedTimer undisturbed;
            undisturbed.start();
            QVERIFY(process.waitForFinished(60'000));
            working = undisturbed.nsecsElapsed() / 1000;
        } else {
            QThread::usleep(static_cast<unsigned long>(random.bounded(working + 1)));
        }
        process.kill();
        process.waitForFinished();
        m_killed += process.exitStatus() == QProcess::CrashExit ? 1 : 0;

        const tests::Answer listed = m_line.run(words("vault list --json") + QStringList{vault} + m_line.credentials());
        QVERIFY2(listed.code == 0, listed.err);
        QMap<QString, QString> inVault;
        for (const QJsonValue &item : listed.json())
            inVault.insert(item[QStringLiteral("name")].toString(), item[QStringLiteral("sha256")].toString());
        QCOMPARE(inVault.size(), listed.json().size()); // none is in it twice
        stored = inVault.size();
        for (auto file = hashes.begin(); file != hashes.end(); ++file) {
            const bool isOutside = QFile::exists(m_line.file(file.key()));
            QVERIFY2(isOutside != inVault.contains(file.key()), qPrintable(file.key()));
            QByteArray now = inVault.value(file.key()).toLatin1();
            if (isOutside) {
                QFile left(m_line.file(file.key()));
                QVERIFY(left.open(QIODevice::ReadOnly));
                now = hashOf(left.readAll());
                QVERIFY(left.remove());
            }
            QCOMPARE(now, file.value());
        }
        QCOMPARE(QDir(m_line.path(QStringLiteral("files"))).entryList(QDir::Files | QDir::Hidden), QStringList());
    }
    m_stored += stored;
    const tests::Answer verified = m_line.run(words("vault verify --json") + QStringList{vault} + m_line.credentials());
    for (const QJsonValue &finding : verified.json()) {
        const QString code = finding[QStringLiteral("code")].toString();
        QVERIFY2(code == u"orphan" || code == u"leftover", qPrintable(code));
    }
}

void TestVaultKilling::ledgerAgrees()
{
    QCOMPARE(m_line.run(words("ledger verify") + m_line.credentials()).code, 0);
    QSet<qint64> undone;
    QSet<qint64> put;
    for (const QJsonValue &entry : m_line.run(words("ledger list --json --kind undone,vault-put") + m_line.credentials()).json()) {
        if (entry[QStringLiteral("kind")] == QStringLiteral("undone"))
            undone.insert(entry[QStringLiteral("details")][QStringLiteral("of")].toInteger());
        else
            put.insert(entry[QStringLiteral("seq")].toInteger());
    }
    QCOMPARE((put - undone).size(), m_stored);
}

void TestVaultKilling::eachFileIsInOnePlace()
{
    QCOMPARE(m_line.init().code, 0);
    for (int first = 0; first < SHIRUSHI_ROUNDS && !QTest::currentTestFailed(); first += roundsEachVault)
        rounds(first, std::min(first + roundsEachVault, SHIRUSHI_ROUNDS));
    if (QTest::currentTestFailed())
        return;
    qInfo("%d of %d killed", m_killed, SHIRUSHI_ROUNDS);
    QVERIFY2(m_killed > SHIRUSHI_ROUNDS / 3, qPrintable(QString::number(m_killed)));
    ledgerAgrees();
}

QTEST_GUILESS_MAIN(TestVaultKilling)
#include "tst_vaultkilling.moc"
