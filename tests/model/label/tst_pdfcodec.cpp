#include "label/pdfflate.h"
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
    void marks_data();
    void marks();
    void marksAreRenewedNotRepeated();
    void marksBeyondTheFirstPlane();
    void sharedAndInheritedThingsStay();
    void revisionOfOthers_data();
    void revisionOfOthers();
    void rewrittenByOthers();
    void forgedRevisions_data();
    void forgedRevisions();
    void noPlaceForAMark();

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
    row("information", onePage().put(6, "<< /Title (T) /Keywords (a, b) >>").table("/Root 1 0 R /Info 6 0 R").bytes());
    row("information in the trailer", onePage().table("/Root 1 0 R /Info << /Title (T) >>").bytes());
    row("identifier", onePage().table("/Root 1 0 R /ID [<00><01>]").bytes());
    row("bytes before the header", "garbage\n" + onePage().table().bytes());
    row("bytes behind the end", onePage().table().bytes() + QByteArray(500, ' '));
    row("no line end at the end", onePage().table().bytes().chopped(1));
    row("missing information", onePage().table("/Root 1 0 R /Info 77 0 R").bytes());
    row("size too small", onePage().table("/Root 1 0 R").bytes().replace("/Size 6", "/Size 3"));

    PdfBuilder chain = onePage().table();
    for (int i = 0; i < 50; ++i)
        chain.put(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>").table("/Root 1 0 R /Prev " + number(chain.last()));
    row("chain of tables", chain.bytes());
    PdfBuilder streams = onePage().stream(6);
    streams.put(7, "(x)").stream(8, "/Root 1 0 R /Prev " + number(streams.last()));
    row("chain of streams", streams.bytes());

    PdfBuilder hybrid = onePage();
    const qsizetype packedAt = hybrid.position();
    hybrid.putStream(9, "/Type /ObjStm /N 1 /First 5", "10 0 << /Title (T) >>");
    const qsizetype streamAt = hybrid.position();
    QByteArray rows = QByteArray::fromHex("01") + QByteArray::fromHex(QByteArray::number(packedAt, 16).rightJustified(8, '0'))
                      + QByteArray::fromHex("00" "020000000900");
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
    row("startxref off by some bytes", QByteArray(plain).replace("%PDF-1.5\n", "%PDF-1.5\n%ab\n"), ErrorCode::Damaged);
    row("startxref off the end", plain.first(plain.indexOf("startxref")) + "startxref\n99999999\n%%EOF\n", ErrorCode::Damaged);
    row("wrong offset of an object", QByteArray(plain).replace("0000000015", "0000000016"), ErrorCode::Damaged);
    row("entry of 19 bytes", QByteArray(plain).replace(" 00000 n \n", " 00000 n\n"), ErrorCode::Damaged);
    row("no catalog", onePage().table("/Root 5 0 R").bytes(), ErrorCode::Damaged);
    row("key twice", onePage("/Pages 2 0 R").table().bytes(), ErrorCode::Damaged);
    PdfBuilder loop = onePage();
    row("loop", loop.table("/Root 1 0 R /Prev " + number(loop.position())).bytes(), ErrorCode::Damaged);
    row("huge numbers", QByteArray(plain).replace("xref\n1 1\n", "xref\n1 8000000000\n"), ErrorCode::Damaged);
    row("encrypted", onePage().table("/Root 1 0 R /Encrypt << /Filter /Standard >>").bytes(), ErrorCode::Encrypted);
    row("usage rights", onePage("/Perms << /UR3 5 0 R >>").table().bytes(), ErrorCode::Signed);
    row("byte range", onePage().put(6, "<< /ByteRange [0 1 2 3] >>").table().bytes(), ErrorCode::Signed);
    const QByteArray form = "/AcroForm << /Fields [6 0 R] >>";
    row("signed field", onePage(form).put(6, "<< /FT /Sig /Kids [7 0 R] >>").put(7, "<< /V << /Filter /X >> >>").table().bytes(),
        ErrorCode::Signed);
    const QByteArray bomb = label::deflated(QByteArray(200 << 20, '\0'));
    PdfBuilder packed = onePage();
    const qsizetype at = packed.position();
    packed.putStream(6, "/Type /XRef /W [1 4 1] /Size 7 /Root 1 0 R /Filter /FlateDecode", bomb)
        .raw("startxref\n" + number(at) + "\n%%EOF\n");
    row("cross-reference bomb", packed.bytes(), ErrorCode::TooLarge);
    row("packet bomb", onePage("/Metadata 6 0 R").putStream(6, "/Type /Metadata /Subtype /XML /Filter /FlateDecode", bomb).table().bytes(),
        ErrorCode::TooLarge);
    row("packet that is none", onePage("/Metadata 6 0 R").putStream(6, "/Type /Metadata", "<a><b></a>").table().bytes(),
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
                           onePage("/AcroForm << /Fields [6 0 R] /SigFlags 1 >>").put(6, "<< /FT /Sig /T (s) >>").table().bytes());
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
    return "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\" "
           + description + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

static const QByteArray theirPacket = packetWith(
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">"
    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">T</rdf:li></rdf:Alt></dc:title><pdf:Keywords>old</pdf:Keywords>");

void PdfCodecTest::whatOthersWroteStays()
{
    const QByteArray bytes = onePage("/Metadata 7 0 R /Lang (ja)")
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
    const QByteArray bytes = onePage().put(6, "<< /Keywords (old) >>").table("/Root 1 0 R /Info 6 0 R").bytes();
    PdfOnDisk pdf(m_folder, QStringLiteral("silent.pdf"), bytes);
    QVERIFY(pdf.stamp(sampleStamp()));
    QCOMPARE(pdf.exiftool(QStringLiteral("XMP:Keywords")), QString());
    QVERIFY(pdf.exiftool(QStringLiteral("PDF:Keywords")).endsWith(u"old"));
}

void PdfCodecTest::pdfaIsDescribed()
{
    for (const int part : {1, 2, 3, 4}) {
        const QByteArray packet = packetWith("xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>" + number(part)
                                             + "</pdfaid:part>");
        PdfOnDisk pdf(m_folder, QStringLiteral("a.pdf"),
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

void PdfCodecTest::marks_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("plain") << QByteArray();
    for (const int rotate : {90, 180, 270, -90, 450})
        QTest::newRow(number(rotate)) << QByteArray("/Rotate " + number(rotate));
    QTest::newRow("crop box") << QByteArray("/CropBox [50 50 500 780]");
    QTest::newRow("offset") << QByteArray("/MediaBox [-100 -200 400 500]");
    QTest::newRow("corners the other way") << QByteArray("/MediaBox [595 842 0 0]");
    QTest::newRow("user unit") << QByteArray("/UserUnit 2");
    QTest::newRow("own resources") << QByteArray("/Resources << /Font << /F1 5 0 R >> /XObject << /ShirushiMark 4 0 R >> >>");
}

void PdfCodecTest::marks()
{
    QFETCH(QByteArray, page);
    const QByteArray bytes = onePage({}, page).table().bytes();
    PdfOnDisk pdf(m_folder, QStringLiteral("marks.pdf"), bytes);
    const label::Stamp stamp = markedStamp();
    QVERIFY(pdf.stamp(stamp).value().marked);
    QCOMPARE(pdf.qpdfCheck(), 0);
    QCOMPARE(pdf.text().count(stamp.markText), 1);

    // Where it stands on the page as it is seen: in the upper right corner, and whole.
    const QString boxes = run(QStringLiteral("pdftotext"), {QStringLiteral("-q"), QStringLiteral("-bbox"), QStringLiteral("-cropbox"), pdf.path(), QStringLiteral("-")}).output;
    const QRegularExpression pageSize(QStringLiteral("<page width=\"([\\d.]+)\" height=\"([\\d.]+)\""));
    const auto size = pageSize.match(boxes);
    QVERIFY2(size.hasMatch(), qPrintable(boxes));
    const QRegularExpression word(QStringLiteral("xMin=\"([-\\d.]+)\" yMin=\"([-\\d.]+)\" xMax=\"([-\\d.]+)\" yMax=\"([-\\d.]+)\">自治体"));
    const auto place = word.match(boxes);
    QVERIFY2(place.hasMatch(), qPrintable(boxes));
    // The size is told as if the page stood upright.
    const double width = size.captured(page.contains("90") || page.contains("270") || page.contains("450") ? 2 : 1).toDouble();
    QVERIFY2(place.captured(1).toDouble() > width / 3, qPrintable(boxes));
    QVERIFY2(place.captured(3).toDouble() < width - 10, qPrintable(boxes));
    QVERIFY2(place.captured(2).toDouble() > 5 && place.captured(4).toDouble() < 60, qPrintable(boxes));
    QVERIFY(pdf.remove());
    QCOMPARE(pdf.bytes(), bytes);
}

void PdfCodecTest::marksAreRenewedNotRepeated()
{
    const QByteArray bytes = onePage().stream(6).bytes();
    PdfOnDisk pdf(m_folder, QStringLiteral("renewed.pdf"), bytes);
    QVERIFY(pdf.stamp(markedStamp()));
    label::Stamp lower = markedStamp(QStringLiteral("重要性分類Ⅰ"));
    lower.mark = false;
    QVERIFY(pdf.stamp(lower).value().marked);
    QVERIFY(!pdf.text().contains(u"自治体"));
    QCOMPARE(pdf.text().count(QStringLiteral("重要性分類Ⅰ")), 1);
    QVERIFY(pdf.remove());
    QCOMPARE(pdf.bytes(), bytes);
    QVERIFY(!pdf.stamp(lower).value().marked);
    QVERIFY(!pdf.text().contains(u"重要性"));
}

void PdfCodecTest::marksBeyondTheFirstPlane()
{
    const QString text = QStringLiteral("自治体用日山田 𠮷野 髙﨑 渡邊 𠀋 Ⅲ ①");
    PdfOnDisk pdf(m_folder, QStringLiteral("planes.pdf"), onePage().table().bytes());
    QVERIFY(pdf.stamp(markedStamp(text)));
    QVERIFY2(pdf.text().contains(text), qPrintable(pdf.text()));
    QCOMPARE(pdf.exiftool(QStringLiteral("XMP:Subject")), text);
}

void PdfCodecTest::sharedAndInheritedThingsStay()
{
    PdfBuilder builder;
    builder.put(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .put(2, "<< /Type /Pages /Kids [3 0 R 8 0 R 3 0 R] /Count 3 /MediaBox [0 0 595 842] /Resources 7 0 R >>")
        .put(3, "<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>")
        .putStream(4, {}, "0.1 0 0 0.1 0 0 cm BT /F1 240 Tf 720 7000 Td (Content of the page) Tj ET")
        .put(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        .put(6, "[4 0 R]")
        .put(7, "<< /Font << /F1 5 0 R >> /XObject 9 0 R >>")
        .put(8, "<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>")
        .put(9, "<< >>");
    PdfOnDisk pdf(m_folder, QStringLiteral("shared.pdf"), builder.table().bytes());
    const label::Stamp stamp = markedStamp();
    const int checked = pdf.qpdfCheck();
    QVERIFY(pdf.stamp(stamp));
    QVERIFY(pdf.qpdfCheck() <= checked);
    QCOMPARE(pdf.text().count(stamp.markText), 3);
    QCOMPARE(pdf.text().count(QStringLiteral("Content of the page")), 3);
}

void PdfCodecTest::revisionOfOthers_data()
{
    QTest::addColumn<bool>("mark");
    QTest::addColumn<bool>("exiftool");
    QTest::newRow("exiftool, no mark") << false << true;
    QTest::newRow("exiftool, mark") << true << true;
    QTest::newRow("by hand, no mark") << false << false;
    QTest::newRow("by hand, mark") << true << false;
}

void PdfCodecTest::revisionOfOthers()
{
    QFETCH(bool, mark);
    QFETCH(bool, exiftool);
    const QByteArray original = onePage().put(6, "<< /Keywords (old) >>").table("/Root 1 0 R /Info 6 0 R").bytes();
    PdfOnDisk pdf(m_folder, QStringLiteral("others.pdf"), original);
    label::Stamp stamp = markedStamp();
    stamp.mark = mark;
    QVERIFY(pdf.stamp(stamp));
    const QByteArray labelled = pdf.bytes();
    if (exiftool) {
        QCOMPARE(run(QStringLiteral("exiftool"), {QStringLiteral("-q"), QStringLiteral("-overwrite_original"),
                                                  QStringLiteral("-Author=Somebody"), pdf.path()}).code, 0);
    } else {
        PdfBuilder more(labelled);
        more.put(50, "(theirs)");
        const QByteArray last = labelled.sliced(labelled.lastIndexOf("startxref\n") + 10).split('\n').first();
        pdf.set(more.table("/Root 1 0 R /Info 6 0 R /Prev " + last).bytes());
    }
    const QByteArray edited = pdf.bytes();
    QVERIFY(edited.startsWith(labelled));
    // The label is still there, and the content is not what it was given to.
    QCOMPARE(pdf.read().value().label, stamp.label);
    QCOMPARE(pdf.contentHash(), sha256(edited));

    label::Stamp next = stamp;
    next.classText = next.markText = QStringLiteral("重要性分類Ⅰ");
    next.mark = false;
    for (int times = 0; times < 2; ++times) {
        QVERIFY(pdf.stamp(next));
        QVERIFY(pdf.bytes().startsWith(edited));
        QCOMPARE(pdf.contentHash(), sha256(edited));
        QCOMPARE(pdf.qpdfCheck(), 0);
        QCOMPARE(pdf.text().count(QStringLiteral("重要性分類Ⅰ")), mark ? 1 : 0);
        QVERIFY(!pdf.text().contains(u"自治体"));
    }
    QCOMPARE(pdf.exiftool(QStringLiteral("XMP:Subject")), next.classText);
    for (int times = 0; times < 2; ++times) {
        QVERIFY(pdf.remove());
        QVERIFY(pdf.bytes().startsWith(edited));
        QCOMPARE(pdf.contentHash(), sha256(edited));
        QVERIFY(!pdf.read().value().label);
        QVERIFY(!pdf.read().value().marked);
        QVERIFY(!pdf.read().value().malformed);
        QCOMPARE(pdf.qpdfCheck(), 0);
        QVERIFY(!pdf.text().contains(u"分類") && !pdf.text().contains(u"自治体"));
        QCOMPARE(pdf.exiftool(QStringLiteral("PDF:Keywords")), QStringLiteral("old"));
        QCOMPARE(pdf.exiftool(QStringLiteral("XMP:Subject")), QString());
        if (exiftool)
            QCOMPARE(pdf.exiftool(QStringLiteral("PDF:Author")), QStringLiteral("Somebody"));
    }
    QVERIFY(pdf.stamp(stamp));
    QVERIFY(pdf.bytes().startsWith(edited));
    QCOMPARE(pdf.text().count(stamp.markText), mark ? 1 : 0);
}

void PdfCodecTest::rewrittenByOthers()
{
    PdfOnDisk pdf(m_folder, QStringLiteral("rewritten.pdf"), onePage().table().bytes());
    const label::Stamp stamp = markedStamp();
    QVERIFY(pdf.stamp(stamp));
    for (const char *option : {"--object-streams=generate", "--linearize", "--qdf"}) {
        PdfOnDisk other(m_folder, QStringLiteral("other.pdf"), {});
        QCOMPARE(run(QStringLiteral("qpdf"), {QString::fromLatin1(option), pdf.path(), other.path()}).code, 0);
        const QByteArray rewritten = other.bytes();
        QCOMPARE(other.read().value().label, stamp.label);
        QVERIFY(other.read().value().marked);
        QVERIFY(other.stamp(markedStamp(QStringLiteral("重要性分類Ⅰ"))));
        QVERIFY(other.bytes().startsWith(rewritten));
        QCOMPARE(other.qpdfCheck(), 0);
        QVERIFY(!other.text().contains(u"自治体"));
        QCOMPARE(other.text().count(QStringLiteral("重要性分類Ⅰ")), 1);
        QVERIFY(other.remove());
        QCOMPARE(other.qpdfCheck(), 0);
        QVERIFY(!other.read().value().label);
        QVERIFY(!other.text().contains(u"分類") && !other.text().contains(u"自治体"));
        QVERIFY(other.text().contains(u"Content of the page"));
    }
}

/// `revision` with `from` replaced by as many bytes, and its line made to fit again.
static QByteArray withNewLine(QByteArray bytes, qsizetype prefix, qsizetype claimed)
{
    const qsizetype line = bytes.lastIndexOf("%Shirushi 1 ");
    const qsizetype end = bytes.indexOf('\n', line);
    const QByteArray digest = sha256(bytes.mid(prefix, line - prefix));
    const QByteArray fitting = "%Shirushi 1 " + number(claimed) + ' ' + digest;
    return bytes.replace(line, end - line, fitting);
}

void PdfCodecTest::forgedRevisions_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray original = onePage().table().bytes();
    PdfOnDisk pdf(m_folder, QStringLiteral("forged.pdf"), original);
    QVERIFY(pdf.stamp(markedStamp()));
    const QByteArray whole = pdf.bytes();
    const qsizetype start = original.size();
    const auto replaced = [&](const char *from, const char *to) {
        Q_ASSERT(qstrlen(from) == qstrlen(to) && whole.indexOf(from, start) > 0);
        QByteArray bytes = whole;
        bytes.replace(bytes.indexOf(from, start), static_cast<qsizetype>(qstrlen(from)), to);
        return bytes;
    };
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("digest does not fit", replaced("/Pagination", "/Paginatiox"));
    row("page drawn otherwise", withNewLine(replaced("/Pagination", "/Paginatiox"), start, start));
    row("content left out", withNewLine(replaced("R 4 0 R ", "R 5 0 R "), start, start));
    row("catalog of another", withNewLine(replaced("/Pages 2 0 R", "/Pages 3 0 R"), start, start));
    row("higher form", withNewLine(replaced("/BBox [0 0 1", "/BBox [0 9 1"), start, start));
    row("trailer goes on elsewhere", withNewLine(replaced("/Prev ", "/Prex "), start, start));
    row("shorter prefix", withNewLine(whole, start - 10, start - 10));
    row("longer prefix", withNewLine(whole, start + 1, start + 1));
    row("prefix of nothing", withNewLine(whole, 0, 0));
    const QByteArray tail = whole.sliced(whole.lastIndexOf("%Shirushi 1 "));
    row("line alone", original + tail);
    row("line behind another's revision",
        withNewLine(PdfBuilder(original).put(5, "(x)").table("/Root 1 0 R /Prev 999").bytes().chopped(6) + tail, start, start));
    row("with a byte behind", whole + ' ');
}

void PdfCodecTest::forgedRevisions()
{
    QFETCH(QByteArray, bytes);
    PdfOnDisk pdf(m_folder, QStringLiteral("forged.pdf"), bytes);
    QCOMPARE(pdf.contentHash(), sha256(bytes));
    for (const bool stamp : {true, false}) {
        pdf.set(bytes);
        const bool done = stamp ? pdf.stamp(markedStamp()).has_value() : pdf.remove().has_value();
        QVERIFY(pdf.bytes().startsWith(bytes));
        QVERIFY(done || pdf.bytes() == bytes);
    }
}

void PdfCodecTest::noPlaceForAMark()
{
    PdfOnDisk tiny(m_folder, QStringLiteral("tiny.pdf"), onePage({}, "/MediaBox [0 0 20 20]").table().bytes());
    const auto written = tiny.stamp(markedStamp());
    QVERIFY(written);
    QVERIFY(!written->marked);
    QCOMPARE(written->notices.size(), 1);
    QVERIFY(tiny.read().value().label);

    const QByteArray kid = "<< /Type /Page /MediaBox [0 0 100 100] >>";
    PdfBuilder direct;
    direct.put(1, "<< /Type /Catalog /Pages 2 0 R >>").put(2, "<< /Type /Pages /Count 1 /Kids [" + kid + "] >>");
    PdfOnDisk odd(m_folder, QStringLiteral("odd.pdf"), direct.table().bytes());
    const auto oddly = odd.stamp(markedStamp());
    QVERIFY(oddly);
    QVERIFY(!oddly->marked);
    QCOMPARE(oddly->notices.size(), 1);
    QVERIFY(odd.remove());
    QCOMPARE(odd.bytes(), direct.bytes());
}

QTEST_GUILESS_MAIN(PdfCodecTest)
#include "tst_pdfcodec.moc"
