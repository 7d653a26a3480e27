// After the lock, nothing of what was open is left: neither in the process's memory, nor in its core dump, nor in any file.
#include "model/vault/memorysearch.h"
#include "model/vault/vaultoffice.h"

#include "crypto/age/keytext.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

#include <unistd.h>

using namespace shirushi;
using tests::Needles;
using tests::VaultOffice;

class TestVaultMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLeft_data();
    void nothingIsLeft();

private:
    static QByteArray random()
    {
        QByteArray bytes(20, Qt::Uninitialized);
        for (char &byte : bytes)
            byte = static_cast<char>(QRandomGenerator::global()->bounded(256));
        return bytes.toHex();
    }
    static QByteArray lineOf(QProcess &process)
    {
        for (int i = 0; i < 600 && !process.canReadLine() && process.state() != QProcess::NotRunning; ++i)
            process.waitForReadyRead(100);
        return process.readLine().trimmed();
    }
};

void TestVaultMemory::nothingIsLeft_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("a page") << 3'000;
    QTest::newRow("several chunks") << 3'000'000;
}

void TestVaultMemory::nothingIsLeft()
{
    QFETCH(int, size);
    const VaultOffice fixture;
    auto &office = const_cast<VaultOffice &>(fixture);
    const QByteArray before = random();
    const QByteArray after = random();
    QString id;
    Needles secrets;
    const QByteArray word("Kumo-ga-3tsu-nagareru");
    {
        const auto desk = office.signIn("yamada");
        auto vault = vault::Vault::create({office.place("vault"), {}, {}}, office.parts(*desk));
        QVERIFY(vault.has_value());
        id = office.put(*vault, office.make(QStringLiteral("名簿.txt"), before.repeated(size / static_cast<int>(before.size()))));
        const base::SecretBytes &key = desk->session.keys().receiving;
        secrets = {{QStringLiteral("the private key"), QByteArray(reinterpret_cast<const char *>(key.data()), static_cast<qsizetype>(key.size()))},
                   {QStringLiteral("the password"), word}};
    }
    QVERIFY(!id.isEmpty());
    const Needles contents{{QStringLiteral("the content"), before}, {QStringLiteral("the change"), after}};
    QTemporaryDir outside; // not among what is searched
    const QString passwordFile = outside.filePath(QStringLiteral("password"));
    QFile password(passwordFile);
    QVERIFY(password.open(QIODevice::WriteOnly) && password.write(word) == word.size());
    password.close();

    const QTemporaryDir temporary;
    QProcess holder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TMPDIR"), temporary.path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), temporary.path());
    holder.setProcessEnvironment(environment);
    holder.start(QStringLiteral(VAULT_HOLDER), {office.path("data"), office.path("vault"), id, passwordFile});
    const QString document = QString::fromUtf8(lineOf(holder));
    QVERIFY2(QFile::exists(document), qPrintable(document));
    // Somebody works on it in another program.
    QFile file(document);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(after.repeated(size / static_cast<int>(after.size()))) > 0);
    file.close();
    QCOMPARE(lineOf(holder), QByteArray("saved"));

    // What can be found is found: the key is needed as long as somebody is signed in.
    const tests::Memory open = tests::searchMemory(holder.processId(), secrets);
    if (open.bytes == 0)
        QSKIP("this account may not read another process's memory");
    QVERIFY2(!open.found.filter(QStringLiteral("the private key")).isEmpty(), "the search finds nothing at all");
    QVERIFY(!tests::searchFiles(QFileInfo(document).absolutePath(), contents).isEmpty());

    holder.write("lock\n");
    QCOMPARE(lineOf(holder), QByteArray("locked"));
    Needles all = contents;
    all.insert(secrets);
    const tests::Memory memory = tests::searchMemory(holder.processId(), all);
    const tests::Memory core = tests::searchCore(holder.processId(), all);
    qInfo("%lld MiB of memory and %lld MiB of a core dump were looked through", static_cast<long long>(memory.bytes >> 20),
          static_cast<long long>(core.bytes >> 20));
    QCOMPARE(memory.found.join(u'\n'), QString());
    QCOMPARE(core.found.join(u'\n'), QString());
    QVERIFY(!QFile::exists(document));
    QStringList places{office.path("data"), office.path("vault"), temporary.path(), QStringLiteral("/dev/shm")};
    for (const QString &place : std::as_const(places))
        QCOMPARE(tests::searchFiles(place, contents), QStringList());
    holder.write("end\n");
    QVERIFY(holder.waitForFinished(10'000));
    QCOMPARE(holder.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestVaultMemory)
#include "tst_vaultmemory.moc"
