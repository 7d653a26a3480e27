// A parcel from the check to the password that was told, and back out of it, as scripts do it: shirushi-cli over a real
// data folder, 7zz as the recipient.
#include "app/cli/commandline.h"

#include <QStandardPaths>
#include <QtTest>

using shirushi::tests::Answer;

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ');
}

} // namespace

class TestSend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void forbiddenIsForbidden();
    void waitsForTheApproval();
    void goesAndComesBack();
    void thePasswordTakesAnotherWay();
    void refusesWhatIsNoOrder_data();
    void refusesWhatIsNoOrder();

private:
    Answer pack(const QStringList &more) const { return m_line.run(words("send pack --json") + more + m_line.credentials()); }
    QStringList bySato() const
    {
        return {QStringLiteral("--user"), QStringLiteral("sato"), QStringLiteral("--password-file"), m_line.path(QStringLiteral("second"))};
    }
    QByteArray contentOf(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &path, const QByteArray &content) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    shirushi::tests::CommandLine m_line;
    QString m_secret; // II
    QString m_top;    // I
    QString m_open;   // III
    QString m_sent;   // the parcel's number
};

void TestSend::initTestCase()
{
    QCOMPARE(m_line.init(QStringLiteral("kameoka")).code, 0);
    m_secret = m_line.make(QStringLiteral("名簿.csv"), "氏名,住所\n山田,亀岡\n");
    m_top = m_line.make(QStringLiteral("秘.csv"), "1\n");
    m_open = m_line.make(QStringLiteral("案内.txt"), "2\n");
    QCOMPARE(m_line.set({m_secret}, QStringLiteral("importance=II")).code, 0);
    QCOMPARE(m_line.set({m_top}, QStringLiteral("importance=I")).code, 0);
    QCOMPARE(m_line.set({m_open}, QStringLiteral("importance=III")).code, 0);
    write(m_line.path(QStringLiteral("first")), "Kari-no-7-aikotoba\n");
    write(m_line.path(QStringLiteral("second")), "Hontou-no-8-aikotoba\n");
    QCOMPARE(m_line.run(words("user add --id sato --name 佐藤 --role information-manager --initial-password-file")
                        + QStringList{m_line.path(QStringLiteral("first"))} + m_line.credentials()).code, 0);
    QCOMPARE(m_line.run(words("user passwd --new-password-file") + QStringList{m_line.path(QStringLiteral("second"))}
                        + QStringList{QStringLiteral("--user"), QStringLiteral("sato"), QStringLiteral("--password-file"),
                                      m_line.path(QStringLiteral("first"))}).code, 0);
}

void TestSend::forbiddenIsForbidden()
{
    const QString out = m_line.path(QStringLiteral("no.zip"));
    const Answer answer = pack(words("--to contractor --channel mail --out") + QStringList{out, m_top});
    QCOMPARE(answer.code, 4);
    QVERIFY2(answer.err.contains("第9条第1項"), answer.err);
    QVERIFY(!QFile::exists(out));
    QVERIFY(QDir(m_line.path(QStringLiteral("data/pending"))).isEmpty());
}

void TestSend::waitsForTheApproval()
{
    const QString out = m_line.path(QStringLiteral("parcel.zip"));
    const QStringList order = words("--to contractor --channel mail --recipient a@example.jp --recipient b@example.jp --purpose 委託 --out")
                              + QStringList{out, QStringLiteral("--password-out"), m_line.path(QStringLiteral("told")), m_secret};
    QCOMPARE(pack(order).code, 4);
    QVERIFY(!QFile::exists(out));

    const Answer asked = m_line.run(words("request new --action send --destination contractor --channel mail --purpose 委託")
                                    + QStringList{m_secret} + m_line.credentials());
    QVERIFY2(asked.code == 0, asked.err);
    QCOMPARE(pack(order).code, 4); // asked for is not given
    const Answer given = m_line.run(words("request approve") + QStringList{QString::fromUtf8(asked.out.trimmed())} + bySato());
    QVERIFY2(given.code == 0, given.err);

    const Answer sent = pack(order);
    QVERIFY2(sent.code == 0, sent.err);
    m_sent = sent.json().at(0).toObject().value(QStringLiteral("id")).toString();
    QCOMPARE(sent.json().at(0).toObject().value(QStringLiteral("request")).toString().toUtf8(), asked.out.trimmed());
    QVERIFY(QFile::exists(out));
    QCOMPARE(pack(order).code, 1); // the name is taken: what is there stays
}

void TestSend::goesAndComesBack()
{
    const QByteArray password = contentOf(m_line.path(QStringLiteral("told"))).trimmed();
    QVERIFY(password.size() >= 17);
    const QString program = QStandardPaths::findExecutable(QStringLiteral("7zz"));
    if (!program.isEmpty()) {
        QProcess recipient;
        recipient.start(program, {QStringLiteral("x"), QStringLiteral("-o") + m_line.path(QStringLiteral("theirs")),
                                  QStringLiteral("-p") + QString::fromLatin1(password), m_line.path(QStringLiteral("parcel.zip"))});
        QVERIFY(recipient.waitForFinished() && recipient.exitCode() == 0);
        QCOMPARE(contentOf(m_line.path(QStringLiteral("theirs/名簿.csv"))), contentOf(m_secret));
    }
    QVERIFY(QDir(m_line.path(QString())).mkdir(QStringLiteral("got")));
    write(m_line.path(QStringLiteral("typed")), password.toLower() + '\n');
    const auto receive = [&](const QString &typed) {
        return m_line.run(words("receive --json --into") + QStringList{m_line.path(QStringLiteral("got")), QStringLiteral("--passphrase-file"),
                          typed, m_line.path(QStringLiteral("parcel.zip"))} + m_line.credentials());
    };
    QCOMPARE(receive(m_line.path(QStringLiteral("first"))).code, 1);
    QVERIFY(QDir(m_line.path(QStringLiteral("got"))).isEmpty());
    const Answer received = receive(m_line.path(QStringLiteral("typed")));
    QVERIFY2(received.code == 0, received.err);
    QCOMPARE(received.json().size(), 1);
    QVERIFY(received.json().at(0).toObject().value(QStringLiteral("labelled")).toBool());
    QCOMPARE(contentOf(m_line.path(QStringLiteral("got/名簿.csv"))), contentOf(m_secret));
    QCOMPARE(m_line.run(words("ledger list --json --kind received") + m_line.credentials()).json().size(), 1);
}

void TestSend::thePasswordTakesAnotherWay()
{
    const auto pending = [&] { return m_line.run(words("send list --pending --json") + m_line.credentials()).json().size(); };
    const QByteArray password = contentOf(m_line.path(QStringLiteral("told"))).trimmed();
    QCOMPARE(pending(), 1);
    const QString sealed = m_line.path(QStringLiteral("data/pending/") + m_sent + QStringLiteral(".sealed"));
    QVERIFY(QFile::exists(sealed));
    QCOMPARE(m_line.run(words("send password --out") + QStringList{m_line.path(QStringLiteral("again")), m_sent} + m_line.credentials()).code, 0);
    QCOMPARE(contentOf(m_line.path(QStringLiteral("again"))).trimmed(), password);
    QCOMPARE(m_line.run(words("send password --out") + QStringList{m_line.path(QStringLiteral("others")), m_sent} + bySato()).code, 1);
    QVERIFY(!QFile::exists(m_line.path(QStringLiteral("others"))));
    const auto told = [&](const char *way) {
        return m_line.run(words("send delivered --by") + QStringList{QLatin1String(way), m_sent} + m_line.credentials());
    };
    const Answer same = told("mail");
    QCOMPARE(same.code, 4);
    QVERIFY2(same.err.contains("第9条第3項"), same.err);
    QCOMPARE(told("lgwan-mail").code, 4);
    QCOMPARE(told("pigeon").code, 2);
    QVERIFY(QFile::exists(sealed));
    QCOMPARE(told("telephone").code, 0);
    QVERIFY(!QFile::exists(sealed));
    QCOMPARE(pending(), 0);
    QCOMPARE(told("telephone").code, 2); // once is enough
    QCOMPARE(m_line.run(words("ledger verify --json") + m_line.credentials()).json().size(), 0);

    // Nowhere in what we keep is the password to be found.
    QDirIterator files(m_line.path(QStringLiteral("data")), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QByteArray content = contentOf(files.next());
        QVERIFY2(!content.contains(password) && !content.contains(QByteArray(password).replace("-", "")), qPrintable(files.filePath()));
    }
}

void TestSend::refusesWhatIsNoOrder_data()
{
    QTest::addColumn<QStringList>("order");
    QTest::addColumn<int>("code");
    const QString out = m_line.path(QStringLiteral("never.zip"));
    const QString plain = m_line.make(QStringLiteral("無印.txt"), "3\n");
    QTest::newRow("no such destination") << words("--to moon --channel mail --out") + QStringList{out, m_open} << 2;
    QTest::newRow("no such channel") << words("--to resident --channel pigeon --out") + QStringList{out, m_open} << 2;
    QTest::newRow("no such format") << words("--to resident --channel mail --format rar --out") + QStringList{out, m_open} << 2;
    QTest::newRow("no file") << words("--to resident --channel mail --out") + QStringList{out} << 2;
    QTest::newRow("without a label") << words("--to resident --channel mail --out") + QStringList{out, plain} << 1;
    QTest::newRow("not there") << words("--to resident --channel mail --out") + QStringList{out, m_line.file(QStringLiteral("x"))} << 1;
    QTest::newRow("a law that is not named") << words("--to government --channel lgwan-mail --given legal-basis,no-other-method --out")
                                                    + QStringList{out, m_top} << 2;
}

void TestSend::refusesWhatIsNoOrder()
{
    QFETCH(QStringList, order);
    QFETCH(int, code);
    const Answer answer = pack(order);
    QVERIFY2(answer.code == code, answer.err);
    QVERIFY(!answer.err.isEmpty());
    QVERIFY(!QFile::exists(m_line.path(QStringLiteral("never.zip"))));
    QVERIFY(QDir(m_line.path(QStringLiteral("data/pending"))).isEmpty());
}

QTEST_GUILESS_MAIN(TestSend)
#include "tst_send.moc"
