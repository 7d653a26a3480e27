// PDF parcels as qpdf and Poppler open them; CMS parcels as OpenSSL's own program does.
#include "model/sending/parcelsamples.h"

#include <QTest>

using namespace shirushi;
using namespace shirushi::tests;
using base::ErrorCode;
using sending::ParcelFormat;

class TestPdfCmsParcel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pdf();
    void pdfWithoutPassword();
    void pdfThatWasChanged();
    void pdfFromElsewhere();
    void pdfRefusals();
    void cms_data();
    void cms();
    void cmsForeign();
    void cmsRefusals();
};

namespace {

QByteArray samplePdf(const QByteArray &more = {})
{
    const QByteArray stream = "BT /F1 24 Tf 72 700 Td (Unmistakable text) Tj ET";
    const QByteArrayList objects{"<</Type/Catalog/Pages 2 0 R" + more + ">>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                 "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                                 "<</Length " + QByteArray::number(stream.size()) + ">>\nstream\n" + stream + "\nendstream",
                                 "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", "<</Title(Unmistakable title)>>"};
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "xref\n0 7\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const qsizetype at = pdf.size();
    return pdf + table + "trailer\n<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n" + QByteArray::number(at) + "\n%%EOF\n";
}

struct Person {
    QByteArray certificate;
    QByteArray key;
};

// By the openssl program, as an office would have them.
Person person(const Bench &bench, const QStringList &algorithm)
{
    const QString key = bench.parcel(QStringLiteral("key.pem"));
    const QString certificate = bench.parcel(QStringLiteral("certificate.pem"));
    const Ran ran = run(QStringLiteral("openssl"), QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-nodes"), QStringLiteral("-subj"), QStringLiteral("/CN=x"), QStringLiteral("-days"),
                                                               QStringLiteral("30"), QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate}
                                                       + algorithm);
    return ran.code == 0 ? Person{contentOf(certificate), contentOf(key)} : Person{};
}

const QStringList rsa{QStringLiteral("-newkey"), QStringLiteral("rsa:2048")};
const QStringList ec{QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256")};

sending::ParcelSecret secretFrom(const Person &sender, const std::vector<QByteArray> &recipients = {})
{
    sending::ParcelSecret made;
    made.certificates = recipients;
    made.ownCertificate = sender.certificate;
    made.ownKey = secret(sender.key);
    return made;
}

} // namespace

void TestPdfCmsParcel::pdf()
{
    Bench bench;
    bench.add(QStringLiteral("報告.pdf"), samplePdf());
    const auto report = bench.pack(ParcelFormat::Pdf, QStringLiteral("報告.pdf"), withPassword(goodPassword));
    QVERIFY2(report, report ? "" : qPrintable(base::oneLine(report.error())));
    QCOMPARE(report->showing, QStringList());
    const QByteArray bytes = contentOf(bench.parcel(QStringLiteral("報告.pdf")));
    QVERIFY(!bytes.contains("Unmistakable") && bytes.contains("/Encrypt"));
    const auto opened = bench.unpack(QStringLiteral("報告.pdf"), withPassword(goodPassword));
    QVERIFY2(opened, opened ? "" : qPrintable(base::oneLine(opened.error())));
    QVERIFY(opened->contents == report->contents);
    QCOMPARE(opened->notes, QStringList());
    QVERIFY(contentOf(bench.out(QStringLiteral("報告.pdf"))).contains("Unmistakable text"));
    bench.clearOut();
    const auto wrong = bench.unpack(QStringLiteral("報告.pdf"), withPassword("another one"));
    QVERIFY(!wrong && wrong.error().code == ErrorCode::WrongPassword);
    QCOMPARE(everythingIn(bench.out()), QStringList());

    if (!has("qpdf") || !has("pdftotext"))
        QSKIP("qpdf or Poppler is not installed.");
    const QString parcel = bench.parcel(QStringLiteral("報告.pdf"));
    const Ran shown = run(QStringLiteral("qpdf"), {QStringLiteral("--show-encryption"), QStringLiteral("--password=") + QString::fromLatin1(goodPassword), parcel});
    QVERIFY2(shown.out.contains("R = 6") && shown.out.contains("AESv3"), shown.out.constData());
    const QString plain = bench.parcel(QStringLiteral("plain.pdf"));
    QCOMPARE(run(QStringLiteral("qpdf"), {QStringLiteral("--decrypt"), QStringLiteral("--password=") + QString::fromLatin1(goodPassword), parcel, plain}).code, 0);
    QCOMPARE(run(QStringLiteral("qpdf"), {QStringLiteral("--check"), plain}).code, 0);
    const Ran text = run(QStringLiteral("pdftotext"), {QStringLiteral("-upw"), QString::fromLatin1(goodPassword), parcel, QStringLiteral("-")});
    QVERIFY2(text.out.contains("Unmistakable text"), text.err.constData());
    QVERIFY(run(QStringLiteral("pdftotext"), {QStringLiteral("-upw"), QStringLiteral("wrong"), parcel, QStringLiteral("-")}).code != 0);
}

// One that somebody sends without a password, signed perhaps, comes out as it is.
void TestPdfCmsParcel::pdfWithoutPassword()
{
    Bench bench;
    put(bench.parcel(QStringLiteral("open.pdf")), samplePdf());
    const auto opened = bench.unpack(QStringLiteral("open.pdf"), withPassword(goodPassword));
    QVERIFY2(opened, opened ? "" : qPrintable(base::oneLine(opened.error())));
    QCOMPARE(contentOf(bench.out(QStringLiteral("open.pdf"))), contentOf(bench.parcel(QStringLiteral("open.pdf"))));
    QCOMPARE(opened->notes.size(), 1); // somebody thought that it had one
    bench.clearOut();
    const auto asked = bench.unpack(QStringLiteral("open.pdf"), {});
    QVERIFY(asked && asked->notes.isEmpty());
}

// Encryption alone would let most of these through with another content.
void TestPdfCmsParcel::pdfThatWasChanged()
{
    Bench bench;
    bench.add(QStringLiteral("p.pdf"), samplePdf());
    QVERIFY(bench.pack(ParcelFormat::Pdf, QStringLiteral("p.pdf"), withPassword(goodPassword)));
    const QByteArray genuine = contentOf(bench.parcel(QStringLiteral("p.pdf")));
    QVERIFY(bench.unpack(QStringLiteral("p.pdf"), withPassword(goodPassword)));
    bench.clearOut();
    const auto first = bench.unpack(QStringLiteral("p.pdf"), withPassword(goodPassword));
    QVERIFY(first && first->isRewritten && first->isProven);
    const QByteArray content = contentOf(bench.out(QStringLiteral("p.pdf")));
    QVERIFY(!content.contains("Shirushi"));
    int refused = 0;
    int count = 0;
    for (qsizetype at = 0; at < genuine.size(); at += 19, ++count) {
        QByteArray changed = genuine;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
        put(bench.parcel(QStringLiteral("p.pdf")), changed);
        bench.clearOut();
        const auto opened = bench.unpack(QStringLiteral("p.pdf"), withPassword(goodPassword));
        refused += opened ? 0 : 1;
        if (!opened)
            QCOMPARE(everythingIn(bench.out()), QStringList());
        else if (opened->notes.isEmpty()) // no doubt was cast on it
            QCOMPARE(contentOf(bench.out(QStringLiteral("p.pdf"))), content);
    }
    QVERIFY2(2 * refused > count, QByteArray::number(refused));
}

// Of another program, it has nothing that would show a change: its recipient is told so.
void TestPdfCmsParcel::pdfFromElsewhere()
{
    if (!has("qpdf"))
        QSKIP("qpdf is not installed.");
    Bench bench;
    put(bench.parcel(QStringLiteral("plain.pdf")), samplePdf());
    QCOMPARE(run(QStringLiteral("qpdf"), {QStringLiteral("--encrypt"), QStringLiteral("open-sesame"), QStringLiteral("owner"), QStringLiteral("256"), QStringLiteral("--"),
                                          bench.parcel(QStringLiteral("plain.pdf")), bench.parcel(QStringLiteral("q.pdf"))}).code, 0);
    const auto opened = bench.unpack(QStringLiteral("q.pdf"), withPassword("open-sesame"));
    QVERIFY2(opened, opened ? "" : qPrintable(base::oneLine(opened.error())));
    QCOMPARE(opened->notes.size(), 1);
}

void TestPdfCmsParcel::pdfRefusals()
{
    Bench several;
    several.add(QStringLiteral("a.pdf"), samplePdf());
    several.add(QStringLiteral("b.pdf"), samplePdf());
    const auto two = several.pack(ParcelFormat::Pdf, QStringLiteral("p.pdf"), withPassword(goodPassword));
    QVERIFY(!two && two.error().code == ErrorCode::Unsupported);
    const auto code = [](const QByteArray &content) {
        Bench bench;
        bench.add(QStringLiteral("a.pdf"), content);
        const auto packed = bench.pack(ParcelFormat::Pdf, QStringLiteral("p.pdf"), withPassword(goodPassword));
        return packed || !everythingIn(bench.parcel({})).isEmpty() ? ErrorCode::Internal : packed.error().code;
    };
    QCOMPARE(code("no PDF"), ErrorCode::Unsupported);
    QCOMPARE(code(samplePdf().left(300)), ErrorCode::Damaged);
    QCOMPARE(code(samplePdf("/AcroForm<</SigFlags 3/Fields[<</FT/Sig/T(s)/V<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>>>>>]>>/Perms<</DocMDP null>>")), ErrorCode::Signed);
    Bench locked;
    locked.add(QStringLiteral("a.pdf"), samplePdf());
    QVERIFY(locked.pack(ParcelFormat::Pdf, QStringLiteral("p.pdf"), withPassword(goodPassword)));
    QCOMPARE(code(contentOf(locked.parcel(QStringLiteral("p.pdf")))), ErrorCode::Encrypted);
}

void TestPdfCmsParcel::cms_data()
{
    QTest::addColumn<QStringList>("algorithm");
    QTest::addColumn<bool>("isSeveral");
    QTest::newRow("RSA") << rsa << false;
    QTest::newRow("EC") << ec << false;
    QTest::newRow("EC, several") << ec << true;
}

void TestPdfCmsParcel::cms()
{
    if (!has("openssl"))
        QSKIP("OpenSSL's program is not installed.");
    QFETCH(const QStringList, algorithm);
    QFETCH(const bool, isSeveral);
    Bench bench;
    bench.add(QStringLiteral("報告.docx"), sampleBytes(400'003));
    if (isSeveral)
        bench.add(QStringLiteral("資料/a.txt"), sampleText(70'000));
    const Person recipient = person(bench, algorithm);
    const Person sender = person(bench, ec);
    QVERIFY(!recipient.key.isEmpty() && !sender.key.isEmpty());
    const QString name = isSeveral ? QStringLiteral("p.zip.p7m") : QStringLiteral("報告.docx.p7m");
    const auto report = bench.pack(ParcelFormat::Cms, name, secretFrom(sender, {recipient.certificate}));
    QVERIFY2(report, report ? "" : qPrintable(base::oneLine(report.error())));
    const auto kind = sending::recognise(report->path);
    QVERIFY(kind && kind->format == ParcelFormat::Cms && kind->need == sending::ParcelNeed::Keys);
    const auto opened = bench.unpack(name, secretFrom(recipient));
    QVERIFY2(opened, opened ? "" : qPrintable(base::oneLine(opened.error())));
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());

    put(bench.parcel(QStringLiteral("r.pem")), recipient.key);
    put(bench.parcel(QStringLiteral("c.pem")), recipient.certificate);
    const QString plain = bench.parcel(QStringLiteral("plain"));
    const Ran ran = run(QStringLiteral("openssl"), {QStringLiteral("cms"), QStringLiteral("-decrypt"), QStringLiteral("-binary"), QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"), bench.parcel(name),
                                                    QStringLiteral("-inkey"), bench.parcel(QStringLiteral("r.pem")), QStringLiteral("-recip"), bench.parcel(QStringLiteral("c.pem")), QStringLiteral("-out"), plain});
    QVERIFY2(ran.code == 0, ran.err.constData());
    if (!isSeveral)
        QCOMPARE(contentOf(plain), contentOf(bench.in(QStringLiteral("報告.docx"))));

    bench.clearOut();
    const auto stranger = bench.unpack(name, secretFrom(person(bench, algorithm)));
    QVERIFY(!stranger && stranger.error().code == ErrorCode::WrongPassword);
    const QByteArray whole = contentOf(bench.parcel(name));
    for (qsizetype at = whole.size() - 5000; at < whole.size(); at += 497) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        put(bench.parcel(QStringLiteral("c.p7m")), changed);
        QVERIFY(!bench.unpack(QStringLiteral("c.p7m"), secretFrom(recipient)));
    }
    QCOMPARE(everythingIn(bench.out()), QStringList());
}

void TestPdfCmsParcel::cmsForeign()
{
    if (!has("openssl"))
        QSKIP("OpenSSL's program is not installed.");
    Bench bench;
    bench.add(QStringLiteral("a.bin"), sampleBytes(100'000));
    const Person recipient = person(bench, rsa);
    put(bench.parcel(QStringLiteral("c.pem")), recipient.certificate);
    for (const char *cipher : {"-aes-256-cbc", "-aes-256-gcm"}) {
        const Ran ran = run(QStringLiteral("openssl"), {QStringLiteral("cms"), QStringLiteral("-encrypt"), QLatin1String(cipher), QStringLiteral("-binary"), QStringLiteral("-outform"), QStringLiteral("DER"), QStringLiteral("-in"),
                                                        bench.in(QStringLiteral("a.bin")), QStringLiteral("-out"), bench.parcel(QStringLiteral("a.bin.p7m")), bench.parcel(QStringLiteral("c.pem"))});
        QVERIFY2(ran.code == 0, ran.err.constData());
        const auto opened = bench.unpack(QStringLiteral("a.bin.p7m"), secretFrom(recipient));
        QVERIFY2(opened, opened ? "" : qPrintable(base::oneLine(opened.error())));
        QCOMPARE(bench.wrongIn(bench.out()), QStringList());
        // Without authentication nothing shows a change: the receiver is told so, and only then.
        QCOMPARE(opened->notes.size(), qstrcmp(cipher, "-aes-256-cbc") == 0 ? 1 : 0);
        bench.clearOut();
    }
}

void TestPdfCmsParcel::cmsRefusals()
{
    if (!has("openssl"))
        QSKIP("OpenSSL's program is not installed.");
    Bench bench;
    bench.add(QStringLiteral("a.bin"), "content");
    const Person sender = person(bench, ec);
    const auto code = [&](const sending::ParcelSecret &given) {
        const auto packed = bench.pack(ParcelFormat::Cms, QStringLiteral("a.bin.p7m"), given);
        return packed || QFileInfo::exists(bench.parcel(QStringLiteral("a.bin.p7m"))) ? ErrorCode::Internal : packed.error().code;
    };
    QCOMPARE(code(secretFrom(sender)), ErrorCode::InvalidInput);
    QCOMPARE(code(secretFrom(sender, {"no certificate"})), ErrorCode::InvalidInput);
    sending::ParcelSecret withoutOwn;
    withoutOwn.certificates = {sender.certificate};
    QCOMPARE(code(withoutOwn), ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(TestPdfCmsParcel)
#include "tst_pdfcmsparcel.moc"
