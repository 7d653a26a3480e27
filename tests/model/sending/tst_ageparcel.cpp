// age parcels, in both directions with Debian's age.
#include "crypto/age/keytext.h"
#include "crypto/keys.h"
#include "model/sending/parcelsamples.h"

#include <QTest>

using namespace shirushi;
using namespace shirushi::tests;
using sending::ParcelFormat;

class TestAgeParcel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneFileGoesAsItIs();
    void oneFileUnderAnotherName();
    void severalFiles();
    void withAPassword();
    void damage();
    void needsAnOwnKey();
    void armored();
};

namespace {

const crypto::KeyPair &sender()
{
    static const crypto::KeyPair pair = std::move(*crypto::generateReceivingKey());
    return pair;
}

const crypto::KeyPair &recipient()
{
    static const crypto::KeyPair pair = std::move(*crypto::generateReceivingKey());
    return pair;
}

sending::ParcelSecret forRecipient()
{
    sending::ParcelSecret made;
    made.recipients.push_back(recipient().publicKey);
    made.keys.push_back(sender().privateKey.clone());
    return made;
}

sending::ParcelSecret asRecipient()
{
    sending::ParcelSecret made;
    made.keys.push_back(recipient().privateKey.clone());
    return made;
}

QString keyFile(const Bench &bench)
{
    const base::SecretBytes text = crypto::age::identityText(recipient().privateKey);
    put(bench.parcel(QStringLiteral("key")), QByteArray(reinterpret_cast<const char *>(text.data()), static_cast<qsizetype>(text.size())) + "\n");
    return bench.parcel(QStringLiteral("key"));
}

} // namespace

void TestAgeParcel::oneFileGoesAsItIs()
{
    Bench bench;
    bench.add(QStringLiteral("報告.pdf"), sampleBytes(300'001));
    const auto report = bench.pack(ParcelFormat::Age, QStringLiteral("報告.pdf.age"), forRecipient());
    QVERIFY2(report, report ? "" : qPrintable(base::oneLine(report.error())));
    QCOMPARE(report->showing, QStringList());
    QVERIFY(bench.unpack(QStringLiteral("報告.pdf.age"), asRecipient()));
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());
    if (!has("age"))
        QSKIP("age is not installed.");
    const QString plain = bench.parcel(QStringLiteral("plain"));
    const Ran ran = run(QStringLiteral("age"), {QStringLiteral("-d"), QStringLiteral("-i"), keyFile(bench), QStringLiteral("-o"), plain, bench.parcel(QStringLiteral("報告.pdf.age"))});
    QVERIFY2(ran.code == 0, ran.err.constData());
    QCOMPARE(contentOf(plain), contentOf(bench.in(QStringLiteral("報告.pdf"))));
}

// The name would be lost: the file goes in an archive.
void TestAgeParcel::oneFileUnderAnotherName()
{
    Bench bench;
    bench.add(QStringLiteral("報告.docx"), sampleBytes(70'000));
    QVERIFY(bench.pack(ParcelFormat::Age, QStringLiteral("2026-11.age"), forRecipient()));
    const auto opened = bench.unpack(QStringLiteral("2026-11.age"), asRecipient());
    QVERIFY(opened);
    QCOMPARE(everythingIn(bench.out()), QStringList{QStringLiteral("報告.docx")});
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());
}

void TestAgeParcel::severalFiles()
{
    Bench bench;
    bench.add(QStringLiteral("a/b.txt"), sampleText(200'000));
    bench.add(QStringLiteral("c.bin"), sampleBytes((3 << 20) + 5));
    bench.add(QStringLiteral("empty"), {});
    const auto report = bench.pack(ParcelFormat::Age, QStringLiteral("p.zip.age"), forRecipient());
    QVERIFY2(report, report ? "" : qPrintable(base::oneLine(report.error())));
    const auto opened = bench.unpack(QStringLiteral("p.zip.age"), asRecipient());
    QVERIFY2(opened, opened ? "" : qPrintable(base::oneLine(opened.error())));
    QVERIFY(opened->contents == report->contents);
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());
    if (!has("age") || !has("7zz"))
        QSKIP("age or 7-Zip is not installed.");
    const QString plain = bench.parcel(QStringLiteral("plain.zip"));
    QCOMPARE(run(QStringLiteral("age"), {QStringLiteral("-d"), QStringLiteral("-i"), keyFile(bench), QStringLiteral("-o"), plain, bench.parcel(QStringLiteral("p.zip.age"))}).code, 0);
    bench.clearOut();
    const Ran ran = run(QStringLiteral("7zz"), {QStringLiteral("x"), QStringLiteral("-o") + bench.out(), plain});
    QVERIFY2(ran.code == 0, ran.out.constData());
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());
}

void TestAgeParcel::withAPassword()
{
    Bench bench;
    bench.add(QStringLiteral("a.txt"), "content");
    QVERIFY(bench.pack(ParcelFormat::Age, QStringLiteral("a.txt.age"), withPassword(goodPassword), {.passwordWork = 10}));
    const auto kind = sending::recognise(base::toPath(bench.parcel(QStringLiteral("a.txt.age"))));
    QVERIFY(kind && kind->format == ParcelFormat::Age && kind->need == sending::ParcelNeed::Password);
    const auto wrong = bench.unpack(QStringLiteral("a.txt.age"), withPassword("another one"));
    QVERIFY(!wrong && wrong.error().code == base::ErrorCode::WrongPassword);
    QCOMPARE(everythingIn(bench.out()), QStringList());
    QVERIFY(bench.unpack(QStringLiteral("a.txt.age"), withPassword(goodPassword)));
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());
    const auto weak = bench.pack(ParcelFormat::Age, QStringLiteral("b.age"), withPassword("short"));
    QVERIFY(!weak && weak.error().code == base::ErrorCode::InvalidInput);
}

void TestAgeParcel::damage()
{
    Bench bench;
    bench.add(QStringLiteral("a.bin"), sampleBytes(200'000));
    QVERIFY(bench.pack(ParcelFormat::Age, QStringLiteral("a.bin.age"), forRecipient()));
    const QByteArray whole = contentOf(bench.parcel(QStringLiteral("a.bin.age")));
    for (qsizetype at = 0; at < whole.size(); at += 997) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 4);
        put(bench.parcel(QStringLiteral("c.age")), changed);
        QVERIFY(!bench.unpack(QStringLiteral("c.age"), asRecipient()));
    }
    put(bench.parcel(QStringLiteral("c.age")), whole.left(whole.size() - 70'000));
    QVERIFY(!bench.unpack(QStringLiteral("c.age"), asRecipient()));
    QCOMPARE(everythingIn(bench.out()), QStringList());
}

void TestAgeParcel::needsAnOwnKey()
{
    Bench bench;
    bench.add(QStringLiteral("a.txt"), "content");
    sending::ParcelSecret without;
    without.recipients.push_back(recipient().publicKey);
    const auto packed = bench.pack(ParcelFormat::Age, QStringLiteral("a.txt.age"), without);
    QVERIFY(!packed && packed.error().code == base::ErrorCode::InvalidInput);
    QCOMPARE(everythingIn(bench.parcel({})), QStringList());
}

void TestAgeParcel::armored()
{
    if (!has("age"))
        QSKIP("age is not installed.");
    Bench bench;
    bench.add(QStringLiteral("a.txt"), sampleText(100'000));
    const Ran ran = run(QStringLiteral("age"), {QStringLiteral("-a"), QStringLiteral("-r"), QString::fromLatin1(crypto::age::recipientText(recipient().publicKey)), QStringLiteral("-o"),
                                                bench.parcel(QStringLiteral("a.txt.age")), bench.in(QStringLiteral("a.txt"))});
    QVERIFY2(ran.code == 0, ran.err.constData());
    const auto kind = sending::recognise(base::toPath(bench.parcel(QStringLiteral("a.txt.age"))));
    QVERIFY(kind && kind->need == sending::ParcelNeed::Keys);
    QVERIFY(bench.unpack(QStringLiteral("a.txt.age"), asRecipient()));
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());
}

QTEST_GUILESS_MAIN(TestAgeParcel)
#include "tst_ageparcel.moc"
