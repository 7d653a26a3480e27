// What a label is worth to those who ask, receive and send on, tried with the real shirushi-cli: changed, somebody else's,
// forged, and that of a PDF which its parcel had to write anew.
#include "app/cli/commandline.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QtTest>

using shirushi::tests::Answer;
using shirushi::tests::words;
using shirushi::tests::contentOf;

namespace {

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

class TestReceive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_line.init(QStringLiteral("kameoka")).code, 0); }
    void whatItsLabelIsWorth();
    void whatWasForged();
    void thePdfThatWasRewritten();

private:
    Answer pack(const QStringList &more) const { return m_line.run(words("send pack --json") + more + m_line.credentials()); }

    shirushi::tests::CommandLine m_line;
};

// A class is the sender's only where its label is: those who ask and those who receive are told.
void TestReceive::whatItsLabelIsWorth()
{
    const auto ask = [&](const QString &file) {
        return m_line.run(words("check send --json --to contractor --channel mail") + QStringList{file});
    };
    const QString edited = m_line.make(QStringLiteral("書きかけ.txt"), "before\n");
    QCOMPARE(m_line.set({edited}, QStringLiteral("importance=III")).code, 0);
    const Answer before = ask(edited);
    QVERIFY2(before.code == 0 && before.err.isEmpty(), before.err);
    QFile file(edited);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write("and more\n") > 0);
    file.close();
    const Answer after = ask(edited);
    QVERIFY2(after.code == 0 && after.err.contains("分類を付けた後で変わっています"), after.err);
    QCOMPARE(pack(words("--to contractor --channel mail --recipient a@example.jp --out") + QStringList{m_line.path(QStringLiteral("edited.zip")), edited}).code, 1);

    shirushi::tests::CommandLine elsewhere;
    QCOMPARE(elsewhere.init(QStringLiteral("kameoka")).code, 0);
    const QString theirs = elsewhere.make(QStringLiteral("他団体.txt"), "theirs\n");
    QCOMPARE(elsewhere.set({theirs}, QStringLiteral("importance=III")).code, 0);
    const Answer asked = ask(theirs);
    QVERIFY2(asked.code == 0 && asked.err.contains("ここでは知られていない人"), asked.err);
    const QString parcel = elsewhere.path(QStringLiteral("theirs.zip"));
    const QString password = elsewhere.path(QStringLiteral("told"));
    QCOMPARE(elsewhere.run(words("send pack --to government --channel lgwan-mail --recipient a@example.jp --out") + QStringList{parcel, QStringLiteral("--password-out"), password, theirs} + elsewhere.credentials()).code, 0);
    const QString into = m_line.path(QStringLiteral("fromElsewhere"));
    QVERIFY(QDir().mkpath(into));
    const Answer received = m_line.run(words("receive --json --passphrase-file") + QStringList{password, QStringLiteral("--into"), into, parcel} + m_line.credentials());
    QVERIFY2(received.code == 0 && received.err.contains("この団体の外の人"), received.err);
    const QJsonObject came = received.json().at(0).toObject();
    QCOMPARE(came.value(QStringLiteral("signature")).toString(), QStringLiteral("unknown-signer"));
    QCOMPARE(came.value(QStringLiteral("content")).toString(), QStringLiteral("same"));
    QCOMPARE(came.value(QStringLiteral("classes")).toObject().value(QStringLiteral("importance")).toString(), QStringLiteral("III"));
    const QJsonObject recorded = m_line.run(words("ledger list --json --kind received") + m_line.credentials()).json().last().toObject();
    QCOMPARE(recorded.value(QStringLiteral("details")).toObject().value(QStringLiteral("signature")).toString(), QStringLiteral("unknown-signer"));
}

// Its class counts nowhere: not when somebody asks, not when it comes in.
void TestReceive::whatWasForged()
{
    const QString secret = m_line.make(QStringLiteral("偽.txt"), "secret\n");
    QCOMPARE(m_line.set({secret}, QStringLiteral("importance=I")).code, 0);
    QByteArray packet = contentOf(secret + QStringLiteral(".xmp"));
    const QRegularExpressionMatch label = QRegularExpression(QStringLiteral("Label>([A-Za-z0-9_-]+)<")).match(QString::fromUtf8(packet));
    QVERIFY(label.hasMatch());
    const QByteArray genuine = label.captured(1).toLatin1();
    QByteArray json = QByteArray::fromBase64(genuine, QByteArray::Base64UrlEncoding);
    QVERIFY(json.contains("\"importance\":\"I\""));
    json.replace("\"importance\":\"I\"", "\"importance\":\"III\"");
    packet.replace(genuine, json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    // In a folder of its own: the genuine label stays with the genuine file.
    const QString place = m_line.path(QStringLiteral("forged"));
    QVERIFY(QDir().mkpath(place));
    const QString forged = place + QStringLiteral("/偽.txt");
    QVERIFY(write(forged, contentOf(secret)) && write(forged + QStringLiteral(".xmp"), packet));
    const QStringList question = words("check send --json --to contractor --channel mail");
    const Answer asked = m_line.run(question + QStringList{forged});
    QVERIFY2(asked.code == 1 && asked.err.contains("署名") && asked.out.isEmpty(), asked.err);
    QCOMPARE(m_line.run(question + words("--class importance=I") + QStringList{forged}).code, 4);
    QCOMPARE(pack(words("--to contractor --channel mail --out") + QStringList{m_line.path(QStringLiteral("f.zip")), forged}).code, 1);

    const QString program = QStandardPaths::findExecutable(QStringLiteral("7zz"));
    if (program.isEmpty())
        QSKIP("7zz is not installed.");
    const QString parcel = m_line.path(QStringLiteral("forged.zip"));
    QCOMPARE(QProcess::execute(program, {QStringLiteral("a"), QStringLiteral("-bso0"), parcel, forged, forged + QStringLiteral(".xmp")}), 0);
    const QString into = m_line.path(QStringLiteral("fromForger"));
    QVERIFY(QDir().mkpath(into));
    const Answer received = m_line.run(words("receive --json --into") + QStringList{into, parcel} + m_line.credentials());
    QVERIFY2(received.code == 0 && received.err.contains("情報管理者の判断"), received.err);
    const QJsonObject came = received.json().at(0).toObject();
    QCOMPARE(came.value(QStringLiteral("signature")).toString(), QStringLiteral("invalid"));
    QVERIFY(!came.contains(QStringLiteral("classes")));
    const QJsonObject recorded = m_line.run(words("ledger list --json --kind received") + m_line.credentials()).json().last().toObject();
    QVERIFY(recorded.value(QStringLiteral("file")).toString().endsWith(QStringLiteral("偽.txt")));
    QVERIFY(!recorded.value(QStringLiteral("after")).isObject());
    QCOMPARE(recorded.value(QStringLiteral("details")).toObject().value(QStringLiteral("signature")).toString(), QStringLiteral("invalid"));
}

// Nobody has changed it since: that it looks so is the password's doing. Its label counts by the record of its coming.
void TestReceive::thePdfThatWasRewritten()
{
    const QByteArrayList objects{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"};
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "xref\n0 4\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    pdf += table + "trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n" + QByteArray::number(pdf.size()) + "\n%%EOF\n";
    const QString file = m_line.make(QStringLiteral("報告.pdf"), pdf);
    QCOMPARE(m_line.set({file}, QStringLiteral("importance=III")).code, 0);
    const QString into = m_line.path(QStringLiteral("pdfs"));
    QVERIFY(QDir().mkpath(into));
    const QString told = m_line.path(QStringLiteral("pdf.pw"));
    const Answer packed = pack(words("--to contractor --channel mail --recipient a@example.jp --format pdf --password-out") + QStringList{told, QStringLiteral("--out"), m_line.path(QStringLiteral("送付.pdf")), file});
    QVERIFY2(packed.code == 0, packed.err);
    const Answer received = m_line.run(words("receive --json --passphrase-file") + QStringList{told, QStringLiteral("--into"), into, m_line.path(QStringLiteral("送付.pdf"))} + m_line.credentials());
    QVERIFY2(received.code == 0 && received.err.contains("書き直されます") && !received.err.contains("分類を付けた後で変わっています"), received.err);
    QCOMPARE(received.json().at(0).toObject().value(QStringLiteral("signature")).toString(), QStringLiteral("valid"));
    QCOMPARE(received.json().at(0).toObject().value(QStringLiteral("content")).toString(), QStringLiteral("rewritten"));

    const QString came = into + QStringLiteral("/送付.pdf");
    const auto content = [&](const QStringList &how) { return m_line.show(QStringList{came} + how).json().at(0).toObject().value(QStringLiteral("content")).toString(); };
    QCOMPARE(content({}), QStringLiteral("changed")); // without the ledger nothing proves it
    QCOMPARE(content(m_line.credentials()), QStringLiteral("same"));
    const QStringList on = words("--to contractor --channel mail --recipient a@example.jp --out");
    const Answer again = pack(on + QStringList{m_line.path(QStringLiteral("on.zip")), came});
    QVERIFY2(again.code == 0, again.err);
    // That very content, and no other with the same label.
    QByteArray other = contentOf(came);
    QVERIFY(other.contains("595"));
    QVERIFY(write(came, other.replace("595", "596")));
    QCOMPARE(content(m_line.credentials()), QStringLiteral("changed"));
    QCOMPARE(pack(on + QStringList{m_line.path(QStringLiteral("other.zip")), came}).code, 1);
}

QTEST_GUILESS_MAIN(TestReceive)
#include "tst_receive.moc"
