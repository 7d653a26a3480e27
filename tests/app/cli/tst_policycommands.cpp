#include "cli/policycommands.h"

#include "cli/exitcode.h"
#include "cli/terminaltext.h"
#include "model/policy/samplepack.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

namespace {

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

} // namespace

class TestPolicyCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void list();
    void show();
    void coverage();
    void testing();
    void validating();
    void wrongUsage_data();
    void wrongUsage();
    void linesFitTheTerminal();

private:
    void write(const char *name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(text(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    int run(const char *arguments)
    {
        m_out.clear();
        m_err.clear();
        QTextStream out(&m_out);
        QTextStream err(&m_err);
        const auto library = policy::Library::load(base::toPath(m_folder->path()));
        return cli::runPolicyCommand(text(arguments).split(u' ', Qt::SkipEmptyParts), library, m_folder->path(), out,
                                     err);
    }
    QJsonArray json() const { return QJsonDocument::fromJson(m_out.toUtf8()).array(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_out;
    QString m_err;
};

void TestPolicyCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write("sample.json", policy::sample::json());
}

void TestPolicyCommands::list()
{
    QCOMPARE(run("list"), cli::AllDone);
    QVERIFY(m_out.contains(text("sample         1.2   ")));
    QCOMPARE(run("list --json"), cli::AllDone);
    bool found = false;
    for (const QJsonValue &value : json()) {
        if (value[text("id")] == text("sample")) {
            found = true;
            QCOMPARE(value[text("title")].toString(), text("見本市の基準"));
            QCOMPARE(value[text("axes")].toArray(), QJsonArray({text("secrecy"), text("integrity")}));
        }
    }
    QVERIFY(found);
    write("broken.json", "{");
    QCOMPARE(run("list"), cli::SomeFailed);
    QVERIFY(m_err.contains(text("broken.json")));
}

void TestPolicyCommands::show()
{
    QCOMPARE(run("show sample"), cli::AllDone);
    for (const char *part : {"秘密性高", "「個人の情報」", "複製禁止", "どこから来ましたか", "mail-high-proviso", "管理者",
                             "[no-other-method]", "no other", "承認を得る", "第9条第1項ただし書",
                             "管理者 [security-manager]: 承認", "指定: 管理者 [security-manager]", "「止むを得ない場合を除き」",
                             "at least 14 characters", "upper, digit", "minutes without use: 5", "2, 4",
                             "メモ: integrity=1, secrecy=middle"})
        QVERIFY2(m_out.contains(text(part)), part);
    QCOMPARE(run("show --json sample"), cli::AllDone);
    QCOMPARE(json().size(), 1);
    const QJsonObject pack = json().first().toObject();
    QCOMPARE(pack[text("rules")].toArray().size(), 5);
    QCOMPARE(pack[text("rules")][1][text("obligations")][0][text("word")][text("ja")].toString(), text("承認"));
    QCOMPARE(pack[text("designation")][text("role")].toString(), text("security-manager"));
    QCOMPARE(pack[text("idle")][text("minutes")].toInt(), 5);
    QCOMPARE(pack[text("passwords")][text("minimumLength")].toInt(), 14);
    QCOMPARE(pack[text("retention")][text("start")].toString(), text("day-after"));
    QCOMPARE(pack[text("incidentCalls")][2][text("tellers")][0].toString(), text("security-manager"));
    QCOMPARE(pack[text("sending")][text("overdueDays")].toInt(), 3);
    QCOMPARE(pack[text("documentKinds")][0][text("classes")][text("secrecy")].toString(), text("middle"));
    QCOMPARE(pack[text("roles")][3][text("heldBy")].toArray(), QJsonArray({text("security-manager")}));
    QCOMPARE(pack[text("axes")][0][text("levels")][0][text("criterion")][text("quote")].toString(),
             text("個人の情報"));
    QCOMPARE(run("show kameoka"), cli::AllDone);
    for (const char *part : {"Seen to by: ", "[asset-manager]", "To be told: ", "[information-supervisor]"})
        QVERIFY2(m_out.contains(text(part)), part);
    QCOMPARE(run("show nobody"), cli::SomeFailed);
    QVERIFY(m_err.contains(text("nobody")) && m_err.contains(m_folder->path()));
}

void TestPolicyCommands::coverage()
{
    QCOMPARE(run("coverage sample"), cli::AllDone);
    for (const char *part : {"K001", "第9条", "「送信してはならない」", "送信のときに止めます", "[should]", "Not served",
                             "Articles: 3 (Served 1, Partly served 0, Planned 1, Not served 1)"})
        QVERIFY2(m_out.contains(text(part)), part);
    QCOMPARE(run("coverage sample --json"), cli::AllDone);
    QCOMPARE(json().size(), 3);
    const QJsonObject first = json().first().toObject();
    QCOMPARE(first[text("state")].toString(), text("planned"));
    QCOMPARE(first[text("feature")].toString(), text("send"));
    QCOMPARE(first[text("strength")].toString(), text("must"));
}

void TestPolicyCommands::testing()
{
    QCOMPARE(run("test sample"), cli::AllDone);
    QCOMPARE(m_out, text("15 passed, 0 failed\n"));
    write("sample.json",
          policy::sample::with("\"channel\": \"mail\", \"ruling\": \"forbidden\"", "\"channel\": \"mail\", \"ruling\": \"permitted\""));
    QCOMPARE(run("test sample"), cli::SomeFailed);
    QCOMPARE(m_out.count(u'\n'), 2);
    QVERIFY(m_out.startsWith(text("sample case-8 (高を送る): ")));
    QVERIFY(m_out.endsWith(text("14 passed, 1 failed\n")));
    QCOMPARE(run("test --json sample"), cli::SomeFailed);
    QCOMPARE(json().size(), 15);
    QCOMPARE(json()[7][text("passed")].toBool(true), false);
    QCOMPARE(json()[7][text("differences")].toArray().size(), 1);
    QCOMPARE(run("test"), cli::SomeFailed);
    QVERIFY(m_out.contains(text("sample case-8")));
}

void TestPolicyCommands::validating()
{
    const QByteArray good = m_folder->filePath(text("sample.json")).toUtf8();
    QCOMPARE(run(QByteArray("validate " + good).constData()), cli::AllDone);
    QCOMPARE(run(QByteArray("validate --json " + good).constData()), cli::AllDone);
    QCOMPARE(json().size(), 0);
    const QByteArray broken = policy::sample::with("\"rank\": 3", "\"rank\": 2");
    write("sample.json", broken);
    QCOMPARE(run(QByteArray("validate " + good).constData()), cli::SomeFailed);
    const int line = policy::sample::lineOf(broken, "\"id\": \"middle\"");
    const QString place = QStringLiteral(":%1: /axes/0/levels/1/rank: ").arg(line);
    QVERIFY2(m_out.contains(place), qPrintable(m_out));
    QCOMPARE(run(QByteArray("validate --json " + good).constData()), cli::SomeFailed);
    QCOMPARE(json().size(), 1);
    QCOMPARE(json()[0][text("line")].toInt(), line);
    QCOMPARE(json()[0][text("path")].toString(), text("/axes/0/levels/1/rank"));
    QCOMPARE(run("validate /nowhere/at/all"), cli::SomeFailed);
    QVERIFY(m_err.contains(text("/nowhere/at/all")));
}

void TestPolicyCommands::wrongUsage_data()
{
    QTest::addColumn<QByteArray>("arguments");
    for (const char *arguments : {"", "--json", "shout", "list x", "show", "show a b", "coverage", "test a b",
                                  "validate", "validate a b", "list --colour", "show sample --help"})
        QTest::newRow(arguments) << QByteArray(arguments);
}

void TestPolicyCommands::wrongUsage()
{
    QFETCH(QByteArray, arguments);
    QCOMPARE(run(arguments.constData()), cli::WrongUsage);
    QVERIFY(m_out.isEmpty());
    QVERIFY(!m_err.isEmpty());
}

void TestPolicyCommands::linesFitTheTerminal()
{
    QCOMPARE(cli::columns(text("a亀Ⅰ𠮷")), 1 + 2 + 2 + 2);
    const QString lines = cli::wrapped(text("重要性分類Ⅰに該当する電子情報は、電子メール等により送信してはならない。ただし、他に合理的な方法がない場合には、"
                                            "承認を得る。 A longer English sentence stands here as well, with words."),
                                       4, 40);
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        QVERIFY2(cli::columns(line) <= 40, qPrintable(line));
        QVERIFY(line.startsWith(text("    ")) && !line.startsWith(text("    、")) && !line.startsWith(text("    。")));
    }
    QVERIFY(lines.contains(text("English")) && lines.contains(text("sentence")));
    QCOMPARE(cli::wrapped(text("a\x1b[31m"), 0).contains(QChar(0x1b)), false);
    QCOMPARE(cli::wrapped(QString(200, u'x'), 0).count(u'\n'), 3);
}

QTEST_GUILESS_MAIN(TestPolicyCommands)
#include "tst_policycommands.moc"
