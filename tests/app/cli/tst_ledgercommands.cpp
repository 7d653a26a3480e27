// shirushi-cli ledger verify, accept, prove, check-proof, backup, restore, export; list is in tst_cli.cpp.
#include "app/cli/commandline.h"

#include <QTest>

using namespace shirushi;

class TestLedgerCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void verifyWritesNothing();
    void changesAreFoundAndAccepted();
    void proofsAreCheckedWithoutALedger();
    void backupAndRestore();
    void exports();
    void filters();
    void wrongUsage_data();
    void wrongUsage();

private:
    tests::Answer ledger(const QStringList &words) const
    {
        return m_line.run(QStringList{QStringLiteral("ledger")} + words + m_line.credentials());
    }
    QByteArray contentOf(const QString &name) const
    {
        QFile file(m_line.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_line.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    tests::CommandLine m_line;
};

namespace {

QJsonObject firstIn(const tests::Answer &answer)
{
    return answer.json().first().toObject();
}

} // namespace

void TestLedgerCommands::initTestCase()
{
    QCOMPARE(m_line.init().code, 0);
    QCOMPARE(m_line.set({m_line.make(QStringLiteral("受給者名簿.csv")), m_line.make(QStringLiteral("会議録.csv"), "2")}).code, 0);
}

void TestLedgerCommands::verifyWritesNothing()
{
    const QDir data(m_line.path(QStringLiteral("data")));
    const QStringList before = data.entryList(QDir::Files);
    const QByteArray ledgerBefore = contentOf(QStringLiteral("data/ledger.db"));
    const tests::Answer answer = ledger({QStringLiteral("verify"), QStringLiteral("--json")});
    QCOMPARE(answer.code, 0);
    QVERIFY(QJsonDocument::fromJson(answer.out).isArray());
    QVERIFY(answer.json().isEmpty());
    const tests::Answer said = ledger({QStringLiteral("verify")});
    QCOMPARE(said.code, 0);
    QVERIFY(said.out.contains("shirushi.local/ledger/"));
    // The root is the checkpoint's.
    QVERIFY(said.out.contains(contentOf(QStringLiteral("data/checkpoint")).split('\n').at(2)));
    QCOMPARE(data.entryList(QDir::Files), before);
    QCOMPARE(contentOf(QStringLiteral("data/ledger.db")), ledgerBefore);
    QCOMPARE(m_line.run({QStringLiteral("ledger"), QStringLiteral("verify")}).code, 3);
}

void TestLedgerCommands::changesAreFoundAndAccepted()
{
    const QByteArray checkpoint = contentOf(QStringLiteral("data/checkpoint"));
    QVERIFY(!checkpoint.isEmpty());
    QVERIFY(QFile::remove(m_line.path(QStringLiteral("data/checkpoint"))));
    tests::Answer answer = ledger({QStringLiteral("verify"), QStringLiteral("--json")});
    QCOMPARE(answer.code, 1);
    const QJsonObject finding = firstIn(answer);
    QCOMPARE(finding.value(QStringLiteral("kind")).toString(), QStringLiteral("checkpoint-missing"));
    QVERIFY(finding.contains(QStringLiteral("seq")) && finding.contains(QStringLiteral("subject")));
    QVERIFY(!finding.value(QStringLiteral("sentence")).toString().isEmpty());
    QCOMPARE(m_line.set({m_line.file(QStringLiteral("会議録.csv"))}).code, 1); // read-only
    QCOMPARE(ledger({QStringLiteral("list")}).code, 0);                          // and readable
    QCOMPARE(ledger({QStringLiteral("accept")}).code, 2);
    QCOMPARE(ledger({QStringLiteral("accept"), QStringLiteral("--reason"), QStringLiteral("調査済み")}).code, 0);
    QCOMPARE(ledger({QStringLiteral("verify")}).code, 0);
    QCOMPARE(ledger({QStringLiteral("accept"), QStringLiteral("--reason"), QStringLiteral("調査済み")}).code, 1); // nothing to accept
}

void TestLedgerCommands::proofsAreCheckedWithoutALedger()
{
    const tests::Answer proof = ledger({QStringLiteral("prove"), QStringLiteral("2")});
    QCOMPARE(proof.code, 0);
    write(QStringLiteral("proof.json"), proof.out);
    QCOMPARE(ledger({QStringLiteral("prove"), QStringLiteral("999")}).code, 1);
    // Another machine: the roster and the proof are all there is.
    tests::CommandLine elsewhere;
    const QStringList check{QStringLiteral("ledger"), QStringLiteral("check-proof"), QStringLiteral("--json"), QStringLiteral("--roster"),
                            m_line.path(QStringLiteral("data/people/roster.json"))};
    const QString file = m_line.path(QStringLiteral("proof.json"));
    tests::Answer answer = elsewhere.run(check + QStringList{file});
    QCOMPARE(answer.code, 0);
    const QJsonObject said = firstIn(answer);
    QVERIFY(said.value(QStringLiteral("valid")).toBool());
    QCOMPARE(said.value(QStringLiteral("entry")).toObject().value(QStringLiteral("seq")).toInt(), 2);
    const QString office = said.value(QStringLiteral("office")).toString();
    QCOMPARE(elsewhere.run(check + QStringList{QStringLiteral("--root"), office, file}).code, 0);
    QCOMPARE(elsewhere.run(check + QStringList{QStringLiteral("--root"), QStringLiteral("AAAA-BBBB"), file}).code, 1);
    QVERIFY(!QFile::exists(elsewhere.path(QStringLiteral("data"))));
    QCOMPARE(elsewhere.run({QStringLiteral("ledger"), QStringLiteral("check-proof"), file}).code, 1); // no roster
    QCOMPARE(m_line.run({QStringLiteral("ledger"), QStringLiteral("check-proof"), file}).code, 0);

    QVERIFY(proof.out.contains("受給者名簿"));
    write(QStringLiteral("forged.json"), QByteArray(proof.out).replace("受給者名簿", "受給者名薄"));
    answer = elsewhere.run(check + QStringList{m_line.path(QStringLiteral("forged.json"))});
    QCOMPARE(answer.code, 1);
    QCOMPARE(firstIn(answer).value(QStringLiteral("findings")).toArray().first().toObject().value(QStringLiteral("kind")).toString(),
             QStringLiteral("entry-changed"));
    QCOMPARE(elsewhere.run(check + QStringList{m_line.path(QStringLiteral("password"))}).code, 1);
}

void TestLedgerCommands::backupAndRestore()
{
    const QString file = m_line.path(QStringLiteral("控え.db"));
    const tests::Answer made = ledger({QStringLiteral("backup"), QStringLiteral("--json"), file});
    QCOMPARE(made.code, 0);
    QVERIFY(firstIn(made).value(QStringLiteral("seq")).toInt() > 0);
    QCOMPARE(ledger({QStringLiteral("backup"), file}).code, 1); // never over one that is there
    QVERIFY(!contentOf(QStringLiteral("控え.db")).contains("SQLite format 3"));
    QCOMPARE(m_line.set({m_line.make(QStringLiteral("後.csv"), "3")}).code, 0);
    const tests::Answer restored = ledger({QStringLiteral("restore"), QStringLiteral("--json"), file});
    QVERIFY2(restored.code == 0, restored.err.constData());
    const QJsonObject said = firstIn(restored);
    QCOMPARE(said.value(QStringLiteral("lostTo")).toInt() - said.value(QStringLiteral("lostFrom")).toInt(), 1); // the backup's own entry and one label
    QVERIFY(QFile::exists(said.value(QStringLiteral("aside")).toString()));
    QCOMPARE(ledger({QStringLiteral("verify")}).code, 0);
    const QJsonArray all = ledger({QStringLiteral("list"), QStringLiteral("--json")}).json();
    QCOMPARE(all.last().toObject().value(QStringLiteral("kind")).toString(), QStringLiteral("restored"));
}

void TestLedgerCommands::exports()
{
    const auto exported = [&](const QString &format, const QStringList &more = {}) {
        const QString name = QStringLiteral("out.") + format;
        return ledger(QStringList{QStringLiteral("export"), QStringLiteral("--format"), format} + more + QStringList{m_line.path(name)}).code == 0
                   ? contentOf(name) : QByteArray();
    };
    const int count = static_cast<int>(ledger({QStringLiteral("list"), QStringLiteral("--json")}).json().size());
    const QByteArray csv = exported(QStringLiteral("csv"));
    QVERIFY(csv.startsWith("\xef\xbb\xbf"));
    QCOMPARE(csv.count("\r\n"), count + 1);
    QVERIFY(csv.contains("山田 太郎") && csv.contains("受給者名簿.csv") && csv.contains("機密性3B"));
    const QByteArray lines = exported(QStringLiteral("jsonl"));
    QCOMPARE(lines.count('\n'), count);
    QCOMPARE(QJsonDocument::fromJson(lines.left(lines.indexOf('\n'))).object().value(QStringLiteral("kind")).toString(), QStringLiteral("founded"));
    QCOMPARE(exported(QStringLiteral("jsonl"), {QStringLiteral("--kind"), QStringLiteral("label")}).count('\n'), 2); // replaced
    QVERIFY(exported(QStringLiteral("pdf"), {QStringLiteral("--fiscal-year"), QStringLiteral("R8")}).startsWith("%PDF-"));
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
    QVERIFY(!(QFile::permissions(m_line.path(QStringLiteral("out.pdf"))) & others));
}

void TestLedgerCommands::filters()
{
    const auto count = [&](const QStringList &filter) {
        const tests::Answer answer = ledger(QStringList{QStringLiteral("list"), QStringLiteral("--json")} + filter);
        return answer.code == 0 ? static_cast<int>(answer.json().size()) : -1;
    };
    QCOMPARE(count({QStringLiteral("--kind"), QStringLiteral("label")}), 2);
    QCOMPARE(count({QStringLiteral("--text"), QStringLiteral("名簿")}), 1);
    QCOMPARE(count({QStringLiteral("--text"), QStringLiteral("録")}), 1);
    QCOMPARE(count({QStringLiteral("--person"), QStringLiteral("sato")}), 0);
    QCOMPARE(count({QStringLiteral("--department"), QStringLiteral("総務課")}), 0);
    QCOMPARE(count({QStringLiteral("--class"), QStringLiteral("confidentiality=3B"), QStringLiteral("--limit"), QStringLiteral("1")}), 1);
    QCOMPARE(count({QStringLiteral("--until"), QStringLiteral("2000-01-01")}), 0);
    QCOMPARE(count({QStringLiteral("--fiscal-year"), QStringLiteral("1999")}), 0);
}

void TestLedgerCommands::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *words) {
        QTest::newRow(words) << QString::fromUtf8(words).split(u' ');
    };
    row("export out.csv");
    row("export --format docx out.docx");
    row("export --format csv");
    row("export --format csv a b");
    row("list --fiscal-year never");
    row("list --fiscal-year R8 --since 2026-04-01");
    row("list --until tomorrow");
    row("list --limit 0");
    row("list --class confidentiality");
    row("prove");
    row("prove x");
    row("prove 0");
    row("backup");
    row("restore a b");
    row("verify file");
    row("check-proof --user x file");
}

void TestLedgerCommands::wrongUsage()
{
    QFETCH(QStringList, words);
    QCOMPARE(m_line.run(QStringList{QStringLiteral("ledger")} + words).code, 2);
}

QTEST_GUILESS_MAIN(TestLedgerCommands)
#include "tst_ledgercommands.moc"
