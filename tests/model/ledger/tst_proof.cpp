// Signed notes, checkpoints and proofs of entries as files: what is written is read back, and nothing else is.
#include "base/encoding.h"
#include "base/canonicaljson.h"
#include "crypto/seal.h"
#include "ledger/entryproof.h"
#include "model/onepersonledger.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;
using ledger::FindingKind;

class TestProof : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void notesComeBack();
    void malformedNotes_data();
    void malformedNotes();
    void malformedCheckpoints_data();
    void malformedCheckpoints();
    void proofsComeBack();
    void damagedProofs_data();
    void damagedProofs();
    void malformedProofs_data();
    void malformedProofs();

private:
    std::vector<ledger::Finding> check(const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    tests::OnePerson m_yamada{QStringLiteral("yamada")};
    tests::OnePerson m_stranger{QStringLiteral("stranger")};
    tests::SomePeople m_people;
    QJsonObject m_proof; // of entry 7 of 300
};

void TestProof::initTestCase()
{
    m_people.add(m_yamada);
    const base::SystemClock clock;
    auto ledger = ledger::Ledger::create(tests::ledgerParts(base::toPath(m_folder.path()), {&m_yamada}), crypto::randomSecret(32).value());
    QVERIFY(ledger);
    auto batch = ledger->begin(m_yamada, clock);
    for (int i = 1; i <= 300; ++i)
        QVERIFY(batch->append({QStringLiteral("label"), QStringLiteral("/%1").arg(i), {}, {}, {}, {}, {}, {}}));
    QVERIFY(batch->commit());
    for (const std::int64_t seq : {1, 2, 255, 256, 257, 300}) {
        const auto inclusion = ledger->prove(seq);
        QVERIFY(inclusion);
        QVERIFY(check(ledger::proofToBytes(*inclusion)).empty());
    }
    QCOMPARE(ledger->prove(301).error().code, base::ErrorCode::NotFound);
    QCOMPARE(ledger->prove(0).error().code, base::ErrorCode::NotFound);
    QCOMPARE(ledger->prove(-1).error().code, base::ErrorCode::NotFound);
    m_proof = *base::parseJsonObject(ledger::proofToBytes(*ledger->prove(7)), {});
}

std::vector<ledger::Finding> TestProof::check(const QByteArray &bytes) const
{
    const auto inclusion = ledger::proofFromBytes(bytes, {});
    return inclusion ? ledger::checkProof(*inclusion, m_people)
                     : std::vector<ledger::Finding>{{FindingKind::EntryUnreadable, -1, {}, {}}};
}

void TestProof::notesComeBack()
{
    const auto note = ledger::signNote(QStringLiteral("一行目\n\n三行目\n"), m_yamada);
    QVERIFY(note);
    const QByteArray bytes = ledger::toBytes(*note);
    const auto again = ledger::noteFromBytes(bytes, {});
    QVERIFY(again);
    QCOMPARE(*again, *note);
    QCOMPARE(ledger::toBytes(*again), bytes);
    QVERIFY(ledger::isSignedBy(*again, QStringLiteral("yamada"), m_yamada.publicKey()));
    QVERIFY(!ledger::isSignedBy(*again, QStringLiteral("sato"), m_yamada.publicKey()));
    QVERIFY(!ledger::isSignedBy(*again, QStringLiteral("yamada"), m_stranger.publicKey()));
    ledger::SignedNote changed = *again;
    changed.text.replace(u'一', u'二');
    QVERIFY(!ledger::isSignedBy(changed, QStringLiteral("yamada"), m_yamada.publicKey()));
    QVERIFY(!ledger::signNote(QStringLiteral("no line feed"), m_yamada));
    QVERIFY(!ledger::signNote(QStringLiteral("a\tb\n"), m_yamada));
}

void TestProof::malformedNotes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray dash("\xe2\x80\x94");
    const QByteArray signature = QByteArray(68, 'x').toBase64();
    const QByteArray good = "text\n\n" + dash + " yamada " + signature + "\n";
    QVERIFY(ledger::noteFromBytes(good, {}));
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("empty", {});
    row("text alone", "text\n");
    row("no signature", "text\n\n");
    row("no final line feed", good.chopped(1));
    row("no blank line", "text\n" + dash + " yamada " + signature + "\n");
    row("a hyphen for the dash", "text\n\n- yamada " + signature + "\n");
    row("no name", "text\n\n" + dash + "  " + signature + "\n");
    row("a plus in the name", "text\n\n" + dash + " ya+mada " + signature + "\n");
    row("four words", "text\n\n" + dash + " yamada x " + signature + "\n");
    row("no base64", "text\n\n" + dash + " yamada ****\n");
    row("base64 without padding", "text\n\n" + dash + " yamada " + QByteArray(68, 'x').toBase64(QByteArray::OmitTrailingEquals) + "\n");
    row("base64 with loose bits", "text\n\n" + dash + " yamada eHh4eHh4eHh5\n" + dash + " yamada eHh4eHh4eHh=\n");
    row("too short a signature", "text\n\n" + dash + " yamada " + QByteArray(4, 'x').toBase64() + "\n");
    row("one good and one bad line", good + "rubbish\n");
    row("carriage returns", QByteArray(good).replace("\n", "\r\n"));
    row("a tabulator in the text", "te\txt\n\n" + dash + " yamada " + signature + "\n");
    row("no UTF-8", "te\xff\n\n" + dash + " yamada " + signature + "\n");
    row("a byte order mark", "\xef\xbb\xbf" + good);
    row("zero bytes", QByteArray(100, '\0'));
    row("too long", "text\n" + QByteArray(20'000, 'a') + "\n\n" + dash + " yamada " + signature + "\n");
}

void TestProof::malformedNotes()
{
    QFETCH(QByteArray, bytes);
    const auto note = ledger::noteFromBytes(bytes, QStringLiteral("file"));
    QVERIFY(!note);
    QCOMPARE(note.error().code, base::ErrorCode::InvalidInput);
    QCOMPARE(note.error().subject, QStringLiteral("file"));
    QVERIFY(!ledger::checkpointFromBytes(bytes, {}));
}

void TestProof::malformedCheckpoints_data()
{
    QTest::addColumn<QString>("text");
    const QString root = QString::fromLatin1(QByteArray(32, 'r').toBase64());
    const ledger::Checkpoint good{QStringLiteral("shirushi.local/ledger/x"), 7, *ledger::toHash(QByteArray(32, 'r'))};
    QCOMPARE(*ledger::checkpointFromText(ledger::checkpointText(good), {}), good);
    QCOMPARE(*ledger::checkpointFromText(ledger::checkpointText(good) + QStringLiteral("an extension\n"), {}), good);
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("empty", {});
    row("two lines", QStringLiteral("origin\n7\n"));
    row("no origin", QStringLiteral("\n7\n%1\n").arg(root));
    row("no number", QStringLiteral("origin\nseven\n%1\n").arg(root));
    row("a sign", QStringLiteral("origin\n+7\n%1\n").arg(root));
    row("negative", QStringLiteral("origin\n-7\n%1\n").arg(root));
    row("leading zero", QStringLiteral("origin\n07\n%1\n").arg(root));
    row("spaces", QStringLiteral("origin\n 7\n%1\n").arg(root));
    row("full-width digits", QStringLiteral("origin\n７\n%1\n").arg(root));
    row("beyond 64 bits", QStringLiteral("origin\n18446744073709551616\n%1\n").arg(root));
    row("short root", QStringLiteral("origin\n7\n%1\n").arg(QString::fromLatin1(QByteArray(31, 'r').toBase64())));
    row("long root", QStringLiteral("origin\n7\n%1\n").arg(QString::fromLatin1(QByteArray(33, 'r').toBase64())));
    row("root without padding", QStringLiteral("origin\n7\n%1\n").arg(root.chopped(1)));
    row("root in base64url", QStringLiteral("origin\n7\n%1\n").arg(QString::fromLatin1(QByteArray(32, '\xff').toBase64(QByteArray::Base64UrlEncoding))));
    row("no final line feed", QStringLiteral("origin\n7\n%1").arg(root));
}

void TestProof::malformedCheckpoints()
{
    QFETCH(QString, text);
    QVERIFY(!ledger::checkpointFromText(text, {}));
}

void TestProof::proofsComeBack()
{
    const QByteArray bytes = base::canonicalJson(m_proof);
    QCOMPARE(check(bytes), std::vector<ledger::Finding>());
    const auto inclusion = ledger::proofFromBytes(bytes, {});
    QCOMPARE(ledger::proofToBytes(*inclusion), bytes + '\n');
    QCOMPARE(ledger::entryFromJson(inclusion->entry)->seq, std::int64_t(7));
    // Somebody who does not know the writer.
    tests::SomePeople others;
    others.add(m_stranger);
    QCOMPARE(ledger::checkProof(*inclusion, others).front().kind, FindingKind::SignerUnknown);
}

void TestProof::damagedProofs_data()
{
    QTest::addColumn<QJsonObject>("proof");
    QTest::addColumn<QString>("finding");
    const QString entryMember = QStringLiteral("entry");
    const QString proofMember = QStringLiteral("proof");
    const QString checkpointMember = QStringLiteral("checkpoint");
    const auto with = [this](const QString &member, const QJsonValue &value) {
        QJsonObject proof = m_proof;
        proof.insert(member, value);
        return proof;
    };
    const QString entry = m_proof.value(entryMember).toString();
    const QString checkpoint = m_proof.value(checkpointMember).toString();
    const QJsonArray path = m_proof.value(proofMember).toArray();
    const auto row = [](const char *name, const QJsonObject &proof, const char *finding) {
        QTest::newRow(name) << proof << QString::fromLatin1(finding);
    };
    row("another file", with(entryMember, QString(entry).replace(QStringLiteral("\"/7\""), QStringLiteral("\"/8\""))), "entry-changed");
    row("another number", with(entryMember, QString(entry).replace(QStringLiteral("\"seq\":7"), QStringLiteral("\"seq\":8"))), "entry-changed");
    row("another person", with(entryMember, QString(entry).replace(QStringLiteral("\"yamada\""), QStringLiteral("\"sato\""))), "signer-unknown");
    row("another key", with(entryMember, QString(entry).replace(m_yamada.keyId(), m_stranger.keyId())), "signer-unknown");
    row("no entry", with(entryMember, QStringLiteral("{}")), "entry-unreadable");
    row("a space in the entry", with(entryMember, QString(entry).replace(QStringLiteral("\"/7\""), QStringLiteral(" \"/7\""))), "entry-changed");
    row("another size", with(checkpointMember, QString(checkpoint).replace(QStringLiteral("\n300\n"), QStringLiteral("\n301\n"))), "checkpoint-invalid");
    row("another origin", with(checkpointMember, QString(checkpoint).replace(QStringLiteral("shirushi.local"), QStringLiteral("shirushi.locel"))), "checkpoint-invalid");
    row("signed by a name that is not his", with(checkpointMember, QString(checkpoint).replace(QStringLiteral("— yamada"), QStringLiteral("— stranger"))), "checkpoint-invalid");
    const ledger::Checkpoint own = ledger::checkpointFromBytes(checkpoint.toUtf8(), {})->checkpoint;
    row("signed by a stranger", with(checkpointMember, QString::fromUtf8(ledger::toBytes(ledger::signCheckpoint(own, m_stranger)->note))), "checkpoint-invalid");
    ledger::Checkpoint other = own;
    other.root[3] ^= 1;
    row("signed, with another root", with(checkpointMember, QString::fromUtf8(ledger::toBytes(ledger::signCheckpoint(other, m_yamada)->note))), "history-rewritten");
    other = own;
    other.size = 6;
    row("signed, of before the entry", with(checkpointMember, QString::fromUtf8(ledger::toBytes(ledger::signCheckpoint(other, m_yamada)->note))), "history-rewritten");
    QJsonArray changed = path;
    changed.removeLast();
    row("a hash less", with(proofMember, changed), "history-rewritten");
    changed = path;
    changed.append(path.first());
    row("a hash more", with(proofMember, changed), "history-rewritten");
    changed = path;
    changed[0] = path[1];
    row("a hash twice", with(proofMember, changed), "history-rewritten");
    row("no hashes", with(proofMember, QJsonArray()), "history-rewritten");
}

void TestProof::damagedProofs()
{
    QFETCH(QJsonObject, proof);
    QFETCH(QString, finding);
    const auto findings = check(base::canonicalJson(proof));
    QVERIFY(!findings.empty());
    QCOMPARE(ledger::nameOf(findings.front().kind), finding);
    QVERIFY(findings.front().seq >= 0); // read, and found wrong
}

void TestProof::malformedProofs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    const auto with = [this](const QString &member, const QJsonValue &value) {
        QJsonObject proof = m_proof;
        proof.insert(member, value);
        return base::canonicalJson(proof);
    };
    row("empty", {});
    row("no JSON", "proof");
    row("an array", "[]");
    row("an empty object", "{}");
    row("of a later form", with(QStringLiteral("version"), 2));
    row("no version", with(QStringLiteral("version"), QJsonValue()));
    row("no checkpoint", with(QStringLiteral("checkpoint"), QString()));
    row("a checkpoint that is a number", with(QStringLiteral("checkpoint"), 7));
    row("no hash", with(QStringLiteral("proof"), QJsonArray{QStringLiteral("x")}));
    row("a short hash", with(QStringLiteral("proof"), QJsonArray{QString::fromLatin1(base::toBase64Url(QByteArray(31, 'x')))}));
    QJsonArray tooMany;
    for (int i = 0; i < 65; ++i)
        tooMany.append(QString::fromLatin1(base::toBase64Url(QByteArray(32, 'x'))));
    row("more hashes than a tree can have", with(QStringLiteral("proof"), tooMany));
    row("cut off", base::canonicalJson(m_proof).chopped(5));
}

void TestProof::malformedProofs()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!ledger::proofFromBytes(bytes, {}));
}

QTEST_GUILESS_MAIN(TestProof)
#include "tst_proof.moc"
