#include "label/pdf/pdfflate.h"
#include "pdfsamples.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace shirushi;
using namespace shirushi::tests;
using base::ErrorCode;

class PdfCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sound_data();
    void sound();
    void refused_data();
    void refused();
    void recognisedByBytes();
    void whatOthersWroteStays();
    void silentPacketStaysSilent();
    void pdfaIsDescribed();

private:
    QTemporaryDir m_folder;
};

static QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

void PdfCodecTest::sound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("table", onePage().table().bytes());
    row("stream", onePage().stream(6).bytes());
    row("information",
        onePage().put(6, "<< /Title (T) /Keywords (a, b) >>").table("/Root 1 0 R /Info 6 0 R").bytes());
    row("information in the trailer", onePage().table("/Root 1 0 R /Info << /Title (T) >>").bytes());
    row("identifier", onePage().table("/Root 1 0 R /ID [<00><01>]").bytes());
    row("bytes before the header", "garbage\n" + onePage().table().bytes());
    row("bytes behind the end", onePage().table().bytes() + QByteArray(500, ' '));
    row("no line end at the end", onePage().table().bytes().chopped(1));
    row("missing information", onePage().table("/Root 1 0 R /Info 77 0 R").bytes());
    row("size too small", onePage().table("/Root 1 0 R").bytes().replace("/Size 6", "/Size 3"));

    row("size too large", onePage().table("/Root 1 0 R").bytes().replace("/Size 6", "/Size 9"));

    PdfBuilder chain = onePage().table();
    for (int i = 0; i < 50; ++i)
        chain.put(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>")
            .table("/Root 1 0 R /Prev " + number(chain.last()));
    row("chain of tables", chain.bytes());
    PdfBuilder streams = onePage().stream(6);
    streams.put(7, "(x)").stream(8, "/Root 1 0 R /Prev " + number(streams.last()));
    row("chain of streams", streams.bytes());

    PdfBuilder hybrid = onePage();
    const qsizetype packedAt = hybrid.position();
    hybrid.putStream(9, "/Type /ObjStm /N 1 /First 5", "10 0 << /Title (T) >>");
    const qsizetype streamAt = hybrid.position();
    QByteArray rows = QByteArray::fromHex("01") +
                      QByteArray::fromHex(QByteArray::number(packedAt, 16).rightJustified(8, '0')) +
                      QByteArray::fromHex("00"
                                          "020000000900");
    hybrid.putStream(11, "/Type /XRef /W [1 4 1] /Index [9 2] /Size 12", rows);
    hybrid.table("/Root 1 0 R /Info 10 0 R /XRefStm " + number(streamAt));
    row("hybrid", hybrid.bytes());
}

void PdfCodecTest::sound()
{
    QFETCH(QByteArray, bytes);
    for (const bool mark : {false, true}) {
        PdfOnDisk pdf(m_folder, QStringLiteral("sound.pdf"), bytes);
        const int checked = pdf.qpdfCheck();
        const QString text = pdf.text();
        QVERIFY(text.contains(u"Content of the page"));
        QVERIFY(!pdf.read().value().label);
        QCOMPARE(pdf.contentHash(), sha256(bytes));

        label::Stamp stamp = sampleStamp();
        stamp.mark = mark;
        const auto written = pdf.stamp(stamp);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        QCOMPARE(written->marked, mark);
        QVERIFY(pdf.bytes().startsWith(bytes));
        QVERIFY(pdf.bytes().size() > bytes.size());
        QCOMPARE(pdf.contentHash(), sha256(bytes));
        QCOMPARE(pdf.read().value().label, stamp.label);
        QCOMPARE(pdf.read().value().marked, mark);
        QVERIFY(pdf.qpdfCheck() <= checked);
        // exiftool knows a PDF by its first bytes alone.
        if (bytes.startsWith("%PDF-")) {
            QCOMPARE(pdf.exiftool(QStringLiteral("XMP:Subject")), stamp.classText);
            QVERIFY(pdf.exiftool(QStringLiteral("PDF:Keywords")).startsWith(stamp.classText));
        }
        if (!mark)
            QCOMPARE(pdf.text(), text);
        else
            QCOMPARE(pdf.text().count(stamp.markText), 1);

        const QByteArray first = pdf.bytes();
        QVERIFY(pdf.stamp(stamp));
        QCOMPARE(pdf.bytes(), first);
        stamp.label.reason = QStringLiteral("another");
        QVERIFY(pdf.stamp(stamp));
        QVERIFY(pdf.bytes() != first);
        QVERIFY(pdf.bytes().startsWith(bytes));
        QCOMPARE(pdf.read().value().label, stamp.label);
        QCOMPARE(pdf.contentHash(), sha256(bytes));
        QVERIFY(pdf.remove());
        QCOMPARE(pdf.bytes(), bytes);
    }
}

void PdfCodecTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const QByteArray &bytes, ErrorCode code) {
        QTest::newRow(name) << bytes << code;
    };
    const QByteArray plain = onePage().table().bytes();
    row("no cross-reference", plain.first(plain.indexOf("xref\n")), ErrorCode::Damaged);
    row("wrong startxref", QByteArray(plain).replace("startxref\n", "startxref\n1"), ErrorCode::Damaged);
    row("startxref off by some bytes", QByteArray(plain).replace("%PDF-1.5\n", "%PDF-1.5\n%ab\n"),
        ErrorCode::Damaged);
    row("startxref off the end", plain.first(plain.indexOf("startxref")) + "startxref\n99999999\n%%EOF\n",
        ErrorCode::Damaged);
    row("wrong offset of an object", QByteArray(plain).replace("0000000015", "0000000016"),
        ErrorCode::Damaged);
    row("entry of 19 bytes", QByteArray(plain).replace(" 00000 n \n", " 00000 n\n"), ErrorCode::Damaged);
    row("no catalog", onePage().table("/Root 5 0 R").bytes(), ErrorCode::Damaged);
    row("key twice", onePage("/Pages 2 0 R").table().bytes(), ErrorCode::Damaged);
    PdfBuilder loop = onePage();
    row("loop", loop.table("/Root 1 0 R /Prev " + number(loop.position())).bytes(), ErrorCode::Damaged);
    row("huge numbers", QByteArray(plain).replace("xref\n1 1\n", "xref\n1 8000000000\n"), ErrorCode::Damaged);
    row("encrypted", onePage().table("/Root 1 0 R /Encrypt << /Filter /Standard >>").bytes(),
        ErrorCode::Encrypted);
    row("usage rights", onePage("/Perms << /UR3 5 0 R >>").table().bytes(), ErrorCode::Signed);
    row("byte range", onePage().put(6, "<< /ByteRange [0 1 2 3] >>").table().bytes(), ErrorCode::Signed);
    const QByteArray form = "/AcroForm << /Fields [6 0 R] >>";
    row("signed field",
        onePage(form)
            .put(6, "<< /FT /Sig /Kids [7 0 R] >>")
            .put(7, "<< /V << /Filter /X >> >>")
            .table()
            .bytes(),
        ErrorCode::Signed);
    const QByteArray bomb = label::deflated(QByteArray(200 << 20, '\0'));
    PdfBuilder packed = onePage();
    const qsizetype at = packed.position();
    packed.putStream(6, "/Type /XRef /W [1 4 1] /Size 7 /Root 1 0 R /Filter /FlateDecode", bomb)
        .raw("startxref\n" + number(at) + "\n%%EOF\n");
    row("cross-reference bomb", packed.bytes(), ErrorCode::TooLarge);
    row("packet bomb",
        onePage("/Metadata 6 0 R")
            .putStream(6, "/Type /Metadata /Subtype /XML /Filter /FlateDecode", bomb)
            .table()
            .bytes(),
        ErrorCode::TooLarge);
    row("packet that is none",
        onePage("/Metadata 6 0 R").putStream(6, "/Type /Metadata", "<a><b></a>").table().bytes(),
        ErrorCode::Damaged);
}

void PdfCodecTest::refused()
{
    QFETCH(QByteArray, bytes);
    PdfOnDisk pdf(m_folder, QStringLiteral("refused.pdf"), bytes);
    const auto written = pdf.stamp(markedStamp());
    QVERIFY(!written);
    QTEST(written.error().code, "code");
    QVERIFY(!written.error().message.isEmpty());
    QCOMPARE(pdf.contentHash(), sha256(bytes));
    const auto removed = pdf.remove();
    QVERIFY(removed || removed.error().code != ErrorCode::Internal);
    QCOMPARE(pdf.bytes(), bytes);

    // A signature field without a value is nothing that could break.
    PdfOnDisk unsignedForm(m_folder, QStringLiteral("form.pdf"),
                           onePage("/AcroForm << /Fields [6 0 R] /SigFlags 1 >>")
                               .put(6, "<< /FT /Sig /T (s) >>")
                               .table()
                               .bytes());
    QVERIFY(unsignedForm.stamp(markedStamp()));
}

void PdfCodecTest::recognisedByBytes()
{
    const auto codec = label::makePdfCodec();
    const auto recognises = [&](const QByteArray &bytes) {
        return codec->recognises(PdfOnDisk(m_folder, QStringLiteral("any"), bytes).source());
    };
    QVERIFY(recognises("%PDF-1.4\n"));
    QVERIFY(recognises(QByteArray(1000, ' ') + "%PDF-1.4\n"));
    QVERIFY(!recognises(QByteArray(1024, ' ') + "%PDF-1.4\n"));
    QVERIFY(!recognises("PK\x03\x04 %PDF-1.4\n"));
    QVERIFY(!recognises({}));
    QCOMPARE(codec->name(), QStringLiteral("pdf"));
}

static QByteArray packetWith(const QByteArray &description)
{
    return "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta "
           "xmlns:x=\"adobe:ns:meta/\">"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description "
           "rdf:about=\"\" " +
           description + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

static const QByteArray theirPacket =
    packetWith("xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">"
               "<dc:title><rdf:Alt><rdf:li "
               "xml:lang=\"x-default\">T</rdf:li></rdf:Alt></dc:title><pdf:Keywords>old</pdf:Keywords>");

void PdfCodecTest::whatOthersWroteStays()
{
    const QByteArray bytes =
        onePage("/Metadata 7 0 R /Lang (ja)")
            .put(6, "<< /Title (T) /Keywords (old) /Own#20Key 5 0 R >>")
            .putStream(7, "/Type /Metadata /Subtype /XML /Filter /FlateDecode", label::deflated(theirPacket))
            .table("/Root 1 0 R /Info 6 0 R /Other 5 0 R")
            .bytes();
    PdfOnDisk pdf(m_folder, QStringLiteral("theirs.pdf"), bytes);
    const label::Stamp stamp = sampleStamp();
    QVERIFY(pdf.stamp(stamp));
    const QString both = stamp.classText + QStringLiteral("; old");
    QCOMPARE(pdf.exiftool(QStringLiteral("XMP:Keywords")), both);
    QCOMPARE(pdf.exiftool(QStringLiteral("PDF:Keywords")), stamp.classText + QStringLiteral(";, old"));
    QCOMPARE(pdf.exiftool(QStringLiteral("XMP:Title")), QStringLiteral("T"));
    QCOMPARE(pdf.exiftool(QStringLiteral("PDF:Title")), QStringLiteral("T"));
    const QByteArray revision = pdf.bytes().sliced(bytes.size());
    QVERIFY(revision.contains("/Own#20Key 5 0 R"));
    QVERIFY(revision.contains("/Other 5 0 R"));
    QVERIFY(revision.contains("/Lang (ja)"));
    QVERIFY(!revision.contains("FlateDecode"));
    QVERIFY(pdf.remove());
    QCOMPARE(pdf.bytes(), bytes);
}

void PdfCodecTest::silentPacketStaysSilent()
{
    const QByteArray bytes =
        onePage().put(6, "<< /Keywords (old) >>").table("/Root 1 0 R /Info 6 0 R").bytes();
    PdfOnDisk pdf(m_folder, QStringLiteral("silent.pdf"), bytes);
    QVERIFY(pdf.stamp(sampleStamp()));
    QCOMPARE(pdf.exiftool(QStringLiteral("XMP:Keywords")), QString());
    QVERIFY(pdf.exiftool(QStringLiteral("PDF:Keywords")).endsWith(u"old"));
}

void PdfCodecTest::pdfaIsDescribed()
{
    for (const int part : {1, 2, 3, 4}) {
        const QByteArray packet =
            packetWith("xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>" + number(part) +
                       "</pdfaid:part>");
        PdfOnDisk pdf(
            m_folder, QStringLiteral("a.pdf"),
            onePage("/Metadata 6 0 R").putStream(6, "/Type /Metadata /Subtype /XML", packet).table().bytes());
        QVERIFY(pdf.stamp(markedStamp()));
        const QByteArray bytes = pdf.bytes();
        QCOMPARE(bytes.contains("pdfaExtension:schemas"), part < 4);
        QCOMPARE(bytes.contains("pdfaSchema:valueType"), part < 4);
        QCOMPARE(bytes.contains("/Info"), part < 4);
        QCOMPARE(pdf.exiftool(QStringLiteral("XMP-pdfaid:Part")), QString::number(part));
        QVERIFY(bytes.contains("/CIDSet"));
        QVERIFY(!bytes.contains("/DeviceRGB") && !bytes.contains("/DeviceGray"));
    }
}

QTEST_GUILESS_MAIN(PdfCodecTest)
#include "tst_pdfcodec.moc"
