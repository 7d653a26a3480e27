// What --json prints: of every command one array, whatever else it says.
#include "app/cli/commandline.h"

#include <QRegularExpression>
#include <QTest>

using namespace shirushi;
using tests::Answer;
using tests::words;

class TestJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void oneArray_data();
    void oneArray();
    void everyCommandIsInTheTable();

private:
    void write(const char *name, const QByteArray &content) const
    {
        QFile file(m_line.path(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    tests::CommandLine m_line;
    QString m_request;
};

void TestJson::initTestCase()
{
    QCOMPARE(m_line.init(QStringLiteral("kameoka")).code, 0);
    m_line.make(QStringLiteral("a.csv"));
    m_line.make(QStringLiteral("b.csv"), "2");
    m_line.make(QStringLiteral("c.csv"), "3");
    QCOMPARE(m_line.set({m_line.file(QStringLiteral("a.csv"))}, QStringLiteral("importance=I")).code, 0);
    write("kari", "Kari-no-7-aikotoba\n");
    const Answer asked = m_line.run(words("request new --action dispose --purpose 満了 files/a.csv") + m_line.credentials());
    QCOMPARE(asked.code, 0);
    m_request = QString::fromUtf8(asked.out.trimmed());
    const Answer proof = m_line.run(words("ledger prove 1") + m_line.credentials());
    write("proof.json", proof.out);
}

// In the order in which they are run: some need what those before have made. $ID stands for the request.
void TestJson::oneArray_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("elements"); // -1: some
    const auto row = [](const char *command, int code, int elements) {
        QTest::newRow(command) << QString::fromUtf8(command) << code << elements;
    };
    row("label set --class importance=II files/b.csv", 0, 1);
    row("label show files/a.csv files/b.csv", 0, 2);
    row("label remove --reason 誤り files/b.csv", 0, 1);
    row("label designate", 0, -1);
    row("check send --to contractor --channel mail files/a.csv", 4, 1);
    row("check send --to contractor --channel mail --class importance=II", 5, 1);
    row("check send --to contractor --channel mail --class importance=III", 0, 1);
    row("check send --to contractor --channel mail files/b.csv", 1, -2);
    row("send pack --to contractor --channel mail --out none.zip files/a.csv", 4, -2);
    row("send list", 0, 0);
    row("send password nothing --out none.txt", 2, -2);
    row("send delivered nothing --by telephone", 1, -2);
    row("send draft nothing --from a@example.jp --out x.eml", 1, -2);
    row("send missent nothing", 1, -2);
    row("send confirmed nothing", 1, -2);
    row("send forget nothing", 1, -2);
    row("vault create vault", 0, 1);
    row("vault put --keep vault files/a.csv", 0, 1);
    row("vault put vault files/nothing.csv", 1, 1);
    row("vault list vault", 0, 1);
    row("vault get vault nothing --out none.txt", 1, -2);
    row("vault recover vault nothing --out none.txt --reason 不在", 1, -2);
    row("vault request vault nothing --purpose 監査", 1, -2);
    row("vault set vault nothing --final", 1, 0);
    row("vault open vault nothing --with true", 1, -2);
    row("vault lock", 0, 1);
    row("vault rescue list", 0, 0);
    row("vault member settle vault", 0, 1);
    row("vault move vault nothing --to vault", 1, -2);
    row("vault verify vault", 0, 0);
    row("vault copied vault --where 本庁の書庫", 0, 1);
    row("vault due vault", 0, 0);
    row("dispose plan files/a.csv", 0, 1);
    row("dispose plan files/nothing.csv", 1, 1);
    row("dispose request --reason retention-over files/a.csv", 0, 1);
    row("dispose request --reason retention-over files/b.csv", 1, -2); // no class
    row("dispose run files/a.csv", 4, -2);
    row("dispose run", 2, -2);
    row("dispose run --reason draft-abandoned files/c.csv", 0, 1);
    row("dispose list", 0, 1);
    row("dispose list --open --year 令和8", 0, -1);
    row("dispose verify", 0, 0);
    row("dispose report", 0, 1);
    row("dispose report --year heute", 2, -2);
    row("dispose certificate 1 --out c.pdf", 1, -2);
    row("key export --out key.txt", 0, 1);
    row("address add --name 山田 --kind contractor --mail a@example.jp", 0, 1);
    row("address add --name 山田 --kind moon", 2, -2);
    row("address list 山田", 0, 1);
    row("address list だれか", 0, 0);
    row("address change nothing --kana やまだ", 1, -2);
    row("address check nothing", 1, -2);
    row("address remove nothing", 1, -2);
    row("receive files/a.csv --into files", 1, -2);
    row("check send --to moon --channel mail --class importance=I", 2, -2);
    row("publish check files/a.csv files/b.csv", 0, 2);
    row("publish check missing.csv", 1, 0);
    row("publish record --place 市ホームページ files/a.csv", 4, -2);
    row("publish record files/a.csv", 2, -2);
    row("publish compare files/a.csv", 1, -2);
    row("publish list", 0, 0);
    row("ledger list --kind label", 0, 2);
    row("ledger export --format csv out.csv", 0, 1);
    row("ledger verify", 0, 0);
    row("ledger accept --reason x", 1, -2);
    row("ledger check-proof proof.json", 0, 1);
    row("ledger backup second.db", 0, 1);
    row("user add --id sato --name 佐藤 --role staff --initial-password-file kari", 0, 1);
    row("user list", 0, 2);
    row("user keys --out keys.json", 0, 1);
    row("user let-in keys.json", 1, -2); // they sign in here already
    row("user change sato --department 税務課", 0, 1);
    row("user reissue sato --initial-password-file kari", 0, 1);
    row("user close sato --reason 異動", 0, 1);
    row("user close nobody --reason 異動", 1, -2);
    row("roster import data/people/roster.json", 0, 1);
    row("office recovery-code", 0, 1);
    row("office allow paper-decisions yes", 0, 1);
    row("office methods zip,age", 0, 1);
    row("office methods none", 0, 1);
    row("office methods rar", 2, -2);
    row("office shared-folder none", 0, 1);
    row("policy list", 0, 6);
    row("policy show kameoka", 0, -1);
    row("policy show nothing", 1, -2);
    row("policy coverage kameoka", 0, -1);
    row("policy test kameoka", 0, -1);
    row("policy validate password", 1, -1);
    row("request check --action label files/a.csv", 0, 1);
    row("request list", 0, 2);
    row("request show $ID", 0, 1);
    row("request show nothing", 1, -2);
    row("request export $ID files", 0, 1);
    row("request import files", 0, 1);
    row("request paper $ID --decided-by 課長 --decided-on 2026-04-01 --number 1", 0, 1);
    row("request scan $ID --out scan.pdf", 1, -2);
    row("request withdraw $ID", 0, 1);
    row("request new --action dispose --purpose 次 files/a.csv", 0, 1);
    row("request approve $ID", 1, -2);
    row("request refuse $ID", 1, -2);
    row("request countersign $ID", 1, -2);
    row("request report $ID --to staff", 2, -2);
    row("user passwd --new-password-file kari", 0, 1);
}

void TestJson::oneArray()
{
    QFETCH(QString, command);
    QFETCH(int, code);
    QFETCH(int, elements);
    const bool isOpen = command.startsWith(u"policy") || command.startsWith(u"check ") || command.startsWith(u"publish check")
                        || command.startsWith(u"ledger check-proof");
    const Answer answer = m_line.run(QString(command).replace(QStringLiteral("$ID"), m_request).split(u' ') + words("--json")
                                     + (isOpen ? QStringList() : m_line.credentials()));
    if (elements == -2) { // what failed prints nothing but a line on standard error
        QVERIFY2(answer.code != 0, answer.out);
        QVERIFY2(answer.out.isEmpty(), answer.out);
        QVERIFY(!answer.err.isEmpty());
        return;
    }
    QVERIFY2(answer.code == code, answer.err);
    const QJsonDocument document = QJsonDocument::fromJson(answer.out);
    QVERIFY2(document.isArray(), answer.out);
    if (elements >= 0)
        QCOMPARE(document.array().size(), elements);
    for (const QJsonValue &element : document.array())
        QVERIFY(element.isObject());
}

// Some print or write a file, whatever is asked: a proof, the roster, age files. The others need an office of their own.
void TestJson::everyCommandIsInTheTable()
{
    const QStringList elsewhere{QStringLiteral("init"),        QStringLiteral("ledger prove"),   QStringLiteral("roster export"),
                                QStringLiteral("user apply"),  QStringLiteral("user admit"),     QStringLiteral("user recover"),
                                QStringLiteral("ledger restore"), QStringLiteral("age decrypt"), QStringLiteral("age encrypt")};
    QFile source(QStringLiteral(SHIRUSHI_SOURCE_DIR "/app/cli/main.cpp"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    QFile table(QStringLiteral(SHIRUSHI_SOURCE_DIR "/tests/app/cli/tst_json.cpp"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    const QString rows = QString::fromUtf8(table.readAll());
    static const QRegularExpression command(QStringLiteral("^    \\{\"([a-z -]+)\", run"), QRegularExpression::MultilineOption);
    int count = 0;
    auto found = command.globalMatch(QString::fromUtf8(source.readAll()));
    while (found.hasNext()) {
        const QString name = found.next().captured(1);
        QVERIFY2(elsewhere.contains(name) || rows.contains(QStringLiteral("row(\"") + name), qPrintable(name));
        ++count;
    }
    QVERIFY(count > 35);

    tests::CommandLine line;
    const QStringList begin = words("init --user yamada --name 山田 --role staff --policy kameoka --json --password-file") << line.path(QStringLiteral("password"));
    const Answer begun = line.run(begin);
    QCOMPARE(begun.code, 0);
    QCOMPARE(begun.json().size(), 1);
    QVERIFY(begun.json().first().toObject().contains(QStringLiteral("recoveryCode")));
    for (const char *file : {"ledger prove 1", "roster export"}) {
        const Answer answer = line.run(words(file) + words("--json") + line.credentials());
        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.out, line.run(words(file) + line.credentials()).out);
        QVERIFY(QJsonDocument::fromJson(answer.out).isObject());
    }
    // Somebody applies on another desktop.
    tests::CommandLine other;
    const Answer applied = other.run(words("user apply --id sato --name 佐藤 --json --password-file") << other.path(QStringLiteral("password")));
    QCOMPARE(applied.code, 0);
    QCOMPARE(applied.json().size(), 1);
    const Answer admitted = line.run(words("user admit --role staff --json") + line.credentials()
                                     + QStringList{other.path(QStringLiteral("data/people/application.json"))});
    QCOMPARE(admitted.code, 0);
    QCOMPARE(admitted.json().size(), 1);
    QCOMPARE(line.run(words("ledger backup x.db") + line.credentials()).code, 0);
    const Answer restored = line.run(words("ledger restore x.db --json") + line.credentials());
    QCOMPARE(restored.code, 0);
    QCOMPARE(restored.json().size(), 1);
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
