// Publishing and the newer sides of sending, as scripts do it: hidden data is shown and stops the record, a copy is
// compared, folders go with their labels, and what may go without encryption says why.
#include "app/cli/commandline.h"

#include <QtTest>

using shirushi::tests::Answer;
using shirushi::tests::contentOf;
using shirushi::tests::words;

class TestPublish : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void hiddenDataStopsTheRecord();
    void isComparedLater();
    void recordsKindsAndNoWords();
    void theRulesForbid();
    void foldersGoWithTheirLabels();
    void linksAreRefusedByName();
    void plainOnlyWhereTheArticleLeavesIt();
    void theCoverSheetLiesInside();

private:
    Answer by(const shirushi::tests::CommandLine &line, const QStringList &command) const { return line.run(command + line.credentials()); }

    shirushi::tests::CommandLine m_kameoka;
    shirushi::tests::CommandLine m_buzen;
    QString m_page;
    QString m_id;
};

void TestPublish::initTestCase()
{
    QCOMPARE(m_kameoka.init(QStringLiteral("kameoka")).code, 0);
    QCOMPARE(m_buzen.init(QStringLiteral("buzen-council"), QStringLiteral("councillor")).code, 0);
    m_page = m_kameoka.make(QStringLiteral("案内.html"), "<!DOCTYPE html><title>案内</title><!-- himitsu no kotoba -->\n");
    QCOMPARE(m_kameoka.set({m_page}, QStringLiteral("importance=III")).code, 0);
}

void TestPublish::hiddenDataStopsTheRecord()
{
    const Answer checked = m_kameoka.run(words("publish check --json") << m_page);
    QCOMPARE(checked.code, 1);
    QCOMPARE(checked.json().at(0).toObject().value(QStringLiteral("findings")).toArray().at(0).toObject().value(QStringLiteral("kind")).toString(),
             QStringLiteral("comment"));
    const QStringList order = words("publish record --json --place https://www.example.lg.jp/annai.html") << m_page;
    QCOMPARE(by(m_kameoka, order).code, 1);
    QCOMPARE(by(m_kameoka, words("publish list --json")).json().size(), 0);
    const Answer recorded = by(m_kameoka, order + QStringList{QStringLiteral("--accept-hidden")});
    QVERIFY2(recorded.code == 0, recorded.err);
    const QJsonObject file = recorded.json().at(0).toObject();
    m_id = file.value(QStringLiteral("id")).toString();
    QVERIFY(!m_id.isEmpty());
    QCOMPARE(file.value(QStringLiteral("sha256")).toString().size(), 64);
    QCOMPARE(file.value(QStringLiteral("acquiredSha256")).toString(), file.value(QStringLiteral("sha256")).toString());
}

void TestPublish::isComparedLater()
{
    const QString copy = m_kameoka.path(QStringLiteral("copy.html"));
    QVERIFY(QFile::copy(m_page, copy));
    const auto compare = [&](const QStringList &more) {
        return by(m_kameoka, words("publish compare --json") + more + QStringList{copy});
    };
    const Answer same = compare({});
    QVERIFY2(same.code == 0, same.err);
    QCOMPARE(same.json().at(0).toObject().value(QStringLiteral("compared")).toString(), QStringLiteral("same"));
    QFile changed(copy);
    QVERIFY(changed.open(QIODevice::Append));
    changed.write("x");
    changed.close();
    QCOMPARE(compare({}).code, 1); // neither by content nor by name
    const Answer differs = compare({QStringLiteral("--id"), m_id});
    QCOMPARE(differs.code, 1);
    QCOMPARE(differs.json().at(0).toObject().value(QStringLiteral("compared")).toString(), QStringLiteral("differs"));
    QCOMPARE(by(m_kameoka, words("publish list --json")).json().at(0).toObject().value(QStringLiteral("compared")).toString(), QStringLiteral("differs"));
    QCOMPARE(by(m_kameoka, words("ledger list --json --kind publication-check")).json().size(), 2);
    QCOMPARE(by(m_kameoka, words("ledger verify --json")).json().size(), 0);
}

void TestPublish::recordsKindsAndNoWords()
{
    const Answer listed = by(m_kameoka, words("ledger list --json --kind published"));
    QCOMPARE(listed.json().size(), 1);
    QVERIFY(!listed.out.contains("himitsu"));
    const QString out = m_kameoka.path(QStringLiteral("all.jsonl"));
    QCOMPARE(by(m_kameoka, words("ledger export --format jsonl") << out).code, 0);
    QVERIFY(contentOf(out).contains("\"hidden\":{\"comment\":1}"));
    QVERIFY(!contentOf(out).contains("himitsu"));
}

void TestPublish::theRulesForbid()
{
    const QString secret = m_buzen.make(QStringLiteral("名簿.csv"));
    QCOMPARE(m_buzen.set({secret}, QStringLiteral("confidentiality=2,integrity=1,availability=1")).code, 0);
    const Answer refused = by(m_buzen, words("publish record --place 議会だより") << secret);
    QCOMPARE(refused.code, 4);
    QVERIFY2(refused.err.contains("第2章"), refused.err);
    QCOMPARE(by(m_buzen, words("publish list --json")).json().size(), 0);
}

void TestPublish::foldersGoWithTheirLabels()
{
    QVERIFY(QDir(m_kameoka.path(QStringLiteral("files"))).mkpath(QStringLiteral("資料/内/空")));
    const QString one = m_kameoka.make(QStringLiteral("資料/一.csv"));
    const QString two = m_kameoka.make(QStringLiteral("資料/内/二.csv"), "2\n");
    QCOMPARE(m_kameoka.set({one, two}, QStringLiteral("importance=III")).code, 0);
    const QString out = m_kameoka.path(QStringLiteral("folder.zip"));
    const Answer sent = by(m_kameoka, words("send pack --json --to contractor --channel mail --out") << out << m_kameoka.file(QStringLiteral("資料")));
    QVERIFY2(sent.code == 0, sent.err);
    QStringList names;
    for (const auto &content : sent.json().at(0).toObject().value(QStringLiteral("contents")).toArray())
        names += content.toObject().value(QStringLiteral("name")).toString();
    QCOMPARE(names, (QStringList{QStringLiteral("資料/一.csv"), QStringLiteral("資料/一.csv.xmp"), QStringLiteral("資料/内/二.csv"),
                                 QStringLiteral("資料/内/二.csv.xmp")}));
    QVERIFY2(sent.err.contains("空"), sent.err);
}

void TestPublish::linksAreRefusedByName()
{
    const QString link = m_kameoka.file(QStringLiteral("資料/近道.csv"));
    QVERIFY(QFile::link(m_page, link));
    const QString out = m_kameoka.path(QStringLiteral("never.zip"));
    const Answer refused = by(m_kameoka, words("send pack --to contractor --channel mail --out") << out << m_kameoka.file(QStringLiteral("資料")));
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("近道.csv"), refused.err);
    QVERIFY(!QFile::exists(out));
    QVERIFY(QFile::remove(link));
}

void TestPublish::plainOnlyWhereTheArticleLeavesIt()
{
    const QString agenda = m_buzen.make(QStringLiteral("議案.csv"), "3\n");
    QCOMPARE(m_buzen.set({agenda}, QStringLiteral("confidentiality=2,integrity=1,availability=1")).code, 0);
    const QString out = m_buzen.path(QStringLiteral("plain"));
    const QStringList order = words("send pack --to internal --channel mail --format none --out") << out << agenda;
    const Answer unreasoned = by(m_buzen, order);
    QVERIFY2(unreasoned.code == 2 && unreasoned.err.contains("必要に応じ"), unreasoned.err);
    QVERIFY(!QFile::exists(out));
    const Answer sent = by(m_buzen, order + QStringList{QStringLiteral("--plain-reason"), QStringLiteral("庁内だけの回線を使うため")});
    QVERIFY2(sent.code == 0, sent.err);
    QCOMPARE(contentOf(out + QStringLiteral("/議案.csv")), contentOf(agenda));
    QVERIFY(QFile::exists(out + QStringLiteral("/議案.csv.xmp")));
    const Answer listed = by(m_buzen, words("send list --json"));
    QCOMPARE(listed.json().at(0).toObject().value(QStringLiteral("format")).toString(), QStringLiteral("none"));
    QCOMPARE(listed.json().at(0).toObject().value(QStringLiteral("pending")).toBool(), false);
}

void TestPublish::theCoverSheetLiesInside()
{
    const QString file = m_kameoka.make(QStringLiteral("添付.csv"), "4\n");
    QCOMPARE(m_kameoka.set({file}, QStringLiteral("importance=III")).code, 0);
    const QString out = m_kameoka.path(QStringLiteral("cover.zip"));
    const QString password = m_kameoka.path(QStringLiteral("cover.password"));
    const Answer sent = by(m_kameoka, words("send pack --json --to contractor --channel mail --recipient suzuki@example.jp --hide-names --contact 0771-00-0000 --out")
                                          << out << QStringLiteral("--password-out") << password << file);
    QVERIFY2(sent.code == 0, sent.err);
    QVERIFY(!contentOf(out).contains("送付書")); // with hidden names it is inside the encryption
    QVERIFY(QDir().mkpath(m_kameoka.path(QStringLiteral("in"))));
    const Answer received = by(m_kameoka, words("receive --json --into") << m_kameoka.path(QStringLiteral("in")) << QStringLiteral("--passphrase-file") << password << out);
    QVERIFY2(received.code == 0, received.err);
    QVERIFY2(!received.err.contains("送付書"), received.err); // it carries the class of the files
    QVERIFY(contentOf(m_kameoka.path(QStringLiteral("in/送付書.pdf"))).startsWith("%PDF-"));
    const Answer refused = by(m_kameoka, words("send pack --to contractor --channel mail --format pdf --cover --out") << m_kameoka.path(QStringLiteral("c.pdf")) << file);
    QCOMPARE(refused.code, 2);
    QVERIFY(!QFile::exists(m_kameoka.path(QStringLiteral("c.pdf"))));
}

QTEST_GUILESS_MAIN(TestPublish)
#include "tst_publish.moc"
