// SIGKILL at random moments while a vault is locked anew, because somebody was let in or put out: after the next start every item
// opens with its content, and what was left undone is finished by “settle”.
#include "app/cli/vaultline.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QThread>

using namespace shirushi;
using tests::Answer;
using tests::words;

class TestVaultMemberKilling : public QObject, private tests::VaultLine
{
    Q_OBJECT
private Q_SLOTS:
    void everyItemOpens();

private:
    QMap<QString, QString> hashes() const; // by id
    void fill();
    bool killed(bool adds, bool isMeasuring);
    bool settle() const; // whether sato is in it then
    void lookAtOne() const;

    QString m_vault;
    QMap<QString, QByteArray> m_contents; // by id
    qint64 m_working = 0;                 // µs from the first item to the end
};

QMap<QString, QString> TestVaultMemberKilling::hashes() const
{
    QMap<QString, QString> found;
    for (const QJsonValue &item : run(words("vault list --json") + QStringList{m_vault}).json())
        found.insert(item[QStringLiteral("id")].toString(), item[QStringLiteral("sha256")].toString());
    return found;
}

void TestVaultMemberKilling::fill()
{
    for (int i = 0; i < 12; ++i) {
        const QByteArray content(i % 6 == 0 ? 2'000'000 : 20'000 + i, static_cast<char>('a' + i));
        const QString id = put(m_vault, m_line.make(QStringLiteral("%1.bin").arg(i), content));
        QCOMPARE(id.size(), 36);
        m_contents.insert(id, content);
    }
}

bool TestVaultMemberKilling::killed(bool adds, bool isMeasuring)
{
    const QDir items(m_vault + QStringLiteral("/items"));
    const QStringList before = items.entryList(QDir::Files | QDir::Hidden);
    QProcess process;
    m_line.start(process, words(adds ? "vault member add" : "vault member remove") + QStringList{m_vault, QStringLiteral("sato")} + m_line.credentials());
    if (!process.waitForStarted())
        return false;
    while (process.state() == QProcess::Running && items.entryList(QDir::Files | QDir::Hidden) == before)
        process.waitForFinished(1);
    if (isMeasuring) {
        QElapsedTimer timer;
        timer.start();
        process.waitForFinished(60'000);
        m_working = timer.nsecsElapsed() / 1000;
    } else {
        QThread::usleep(static_cast<unsigned long>(QRandomGenerator::global()->bounded(m_working + 1)));
    }
    process.kill();
    process.waitForFinished();
    return process.exitStatus() == QProcess::CrashExit;
}

bool TestVaultMemberKilling::settle() const
{
    const Answer settled = run(words("vault member settle --json") + QStringList{m_vault});
    return settled.code == 0 && settled.json().at(0)[QStringLiteral("members")].toArray().contains(QStringLiteral("sato"));
}

void TestVaultMemberKilling::lookAtOne() const
{
    const QStringList ids = m_contents.keys();
    const QString id = ids.at(QRandomGenerator::global()->bounded(static_cast<int>(ids.size())));
    const QString out = m_line.path(QStringLiteral("taken"));
    const Answer got = run(words("vault get") + QStringList{m_vault, id, QStringLiteral("--out"), out});
    QVERIFY2(got.code == 0, got.err);
    QVERIFY(tests::contentOf(out) == m_contents.value(id));
    QVERIFY(QFile::remove(out));
}

void TestVaultMemberKilling::everyItemOpens()
{
    for (const char *name : {"temporary", "real"})
        write(m_line.path(QString::fromUtf8(name)), QByteArray("Kumo-ga-3tsu-nagareru ") + name);
    QCOMPARE(m_line.init().code, 0);
    add("sato", "佐藤 花子", "staff");
    m_vault = vault("vault");
    QCOMPARE(create("vault").size(), 36);
    fill();
    QMap<QString, QString> expected;
    for (auto one = m_contents.begin(); one != m_contents.end(); ++one)
        expected.insert(one.key(), QString::fromLatin1(QCryptographicHash::hash(one.value(), QCryptographicHash::Sha256).toHex()));
    QCOMPARE(hashes(), expected);

    int kills = 0;
    int unfinished = 0;
    bool isIn = false;
    for (int round = 0; round < SHIRUSHI_ROUNDS; ++round) {
        kills += killed(!isIn, round < 2) ? 1 : 0;
        QCOMPARE(hashes(), expected);
        QStringList found = codes(m_vault);
        unfinished += found.contains(QStringLiteral("readers")) ? 1 : 0;
        isIn = settle();
        found = codes(m_vault);
        for (const QString &code : std::as_const(found))
            QVERIFY2(code == u"orphan" || code == u"leftover", qPrintable(code));
        if (round % 4 == 0)
            lookAtOne();
        QCOMPARE(runAs("sato", words("vault list") + QStringList{m_vault}).code == 0, isIn);
    }
    qInfo("%d of %d killed, %d left with items to be locked anew", kills, SHIRUSHI_ROUNDS, unfinished);
    QVERIFY2(kills > SHIRUSHI_ROUNDS / 3, qPrintable(QString::number(kills)));
    QCOMPARE(run(words("ledger verify")).code, 0);
}

QTEST_GUILESS_MAIN(TestVaultMemberKilling)
#include "tst_vaultmemberkilling.moc"
