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
};

namespace {

constexpr int filesEachRound = 24;

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ');
}

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

void TestVaultKilling::eachFileIsInOnePlace()
{
    const tests::CommandLine line;
    QCOMPARE(line.init().code, 0);
    const QString vault = line.path(QStringLiteral("vault"));
    QCOMPARE(line.run(words("vault create") + QStringList{vault} + line.credentials()).code, 0);
    const QDir items(vault + QStringLiteral("/items"));
    QRandomGenerator &random = *QRandomGenerator::global();
    int killed = 0;
    qint64 working = 0; // µs from the first item to the end, in the first round, which is not killed
    qsizetype stored = 0;
    for (int round = 0; round < SHIRUSHI_ROUNDS; ++round) {
        QMap<QString, QByteArray> hashes; // by name
        QStringList files;
        for (int i = 0; i < filesEachRound; ++i) {
            const QString name = QStringLiteral("%1-%2.bin").arg(round).arg(i);
            const QByteArray content(random.bounded(1, i % 8 == 0 ? 3'000'000 : 30'000), static_cast<char>(random.bounded(256)));
            files += line.make(name, content);
            hashes.insert(name, hashOf(content));
        }
        const qsizetype before = items.entryList(QDir::Files | QDir::Hidden).size();
        QProcess process;
        line.start(process, words("vault put") + QStringList{vault} + files + line.credentials());
        QVERIFY(process.waitForStarted());
        while (process.state() == QProcess::Running && items.entryList(QDir::Files | QDir::Hidden).size() == before)
            process.waitForFinished(1);
        if (round == 0) {
            QElapsedTimer undisturbed;
            undisturbed.start();
            QVERIFY(process.waitForFinished(60'000));
            working = undisturbed.nsecsElapsed() / 1000;
        } else {
            QThread::usleep(static_cast<unsigned long>(random.bounded(working + 1)));
        }
        process.kill();
        process.waitForFinished();
        killed += process.exitStatus() == QProcess::CrashExit ? 1 : 0;

        const tests::Answer listed = line.run(words("vault list --json") + QStringList{vault} + line.credentials());
        QVERIFY2(listed.code == 0, listed.err);
        QMap<QString, QString> inVault;
        for (const QJsonValue &item : listed.json())
            inVault.insert(item[QStringLiteral("name")].toString(), item[QStringLiteral("sha256")].toString());
        QCOMPARE(inVault.size(), listed.json().size()); // none is in it twice
        stored = inVault.size();
        for (auto file = hashes.begin(); file != hashes.end(); ++file) {
            const bool isOutside = QFile::exists(line.file(file.key()));
            QVERIFY2(isOutside != inVault.contains(file.key()), qPrintable(file.key()));
            QByteArray now = inVault.value(file.key()).toLatin1();
            if (isOutside) {
                QFile left(line.file(file.key()));
                QVERIFY(left.open(QIODevice::ReadOnly));
                now = hashOf(left.readAll());
                QVERIFY(left.remove());
            }
            QCOMPARE(now, file.value());
        }
        QCOMPARE(QDir(line.path(QStringLiteral("files"))).entryList(QDir::Files | QDir::Hidden), QStringList());
    }
    QVERIFY2(killed > SHIRUSHI_ROUNDS / 3, qPrintable(QString::number(killed)));

    const tests::Answer verified = line.run(words("vault verify --json") + QStringList{vault} + line.credentials());
    for (const QJsonValue &finding : verified.json()) {
        const QString code = finding[QStringLiteral("code")].toString();
        QVERIFY2(code == u"orphan" || code == u"leftover", qPrintable(code));
    }
    QCOMPARE(line.run(words("ledger verify") + line.credentials()).code, 0);
    QSet<qint64> undone;
    QSet<qint64> put;
    for (const QJsonValue &entry : line.run(words("ledger list --json --kind undone,vault-put") + line.credentials()).json()) {
        if (entry[QStringLiteral("kind")] == QStringLiteral("undone"))
            undone.insert(entry[QStringLiteral("details")][QStringLiteral("of")].toInteger());
        else
            put.insert(entry[QStringLiteral("seq")].toInteger());
    }
    QCOMPARE((put - undone).size(), stored);
}

QTEST_GUILESS_MAIN(TestVaultKilling)
#include "tst_vaultkilling.moc"
