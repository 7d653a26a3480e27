// Text that a PDF holds and nobody sees: page contents written by hand, one way of hiding each, and what LibreOffice
// makes of a black rectangle over a line.
#include "label/hidden/hidden.h"
#include "label/pdf/pdfflate.h"

#include "ooxmlfixtures.h"
#include "pdfsamples.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace shirushi;
using label::HiddenKind;

namespace {

const QByteArray line = "BT /F1 24 Tf 72 700 Td (Secret name) Tj ET\n";
const QByteArray over = "70 695 150 25 re f\n"; // over the line above

tests::PdfBuilder pageWith(const QByteArray &content, const QByteArray &pageEntries = {}, const QByteArray &catalogEntries = {})
{
    tests::PdfBuilder builder;
    builder.put(1, "<< /Type /Catalog /Pages 2 0 R " + catalogEntries + " >>")
        .put(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>")
        .put(3, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R /I 7 0 R >> "
                "/ExtGState << /T << /ca 0.3 >> /M << /BM /Multiply >> >> /Properties << /L 8 0 R >> >> " + pageEntries + " >>")
        .putStream(4, {}, content)
        .put(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        .putStream(6, "/Type /XObject /Subtype /Form /BBox [0 0 200 50]", "0 g 0 0 200 50 re f")
        .putStream(7, "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x")
        .put(8, "<< /Type /OCG /Name (Draft) >>");
    return builder;
}

QByteArray annotated(const QByteArray &annotation)
{
    return pageWith(line, "/Annots [9 0 R]").put(9, "<< /Type /Annot " + annotation + " >>").table().bytes();
}

} // namespace

class TestHiddenPdf : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isFound_data();
    void isFound();
    void isSeen_data();
    void isSeen();
    void libreOfficesBlackBox();
    void ourOwnRevisionIsNoFinding();
    void lockedIsAFinding();
    void damageEnds();
    void hostileContentEnds_data();
    void hostileContentEnds();

private:
    label::HiddenReport lookAt(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QStringLiteral("x.pdf"));
        tests::save(path, bytes);
        return label::findHidden(base::toPath(path)).value();
    }
    static QString told(const label::HiddenReport &report)
    {
        QStringList all;
        for (const auto &finding : report.findings)
            all += wordFor(finding.kind) + u' ' + finding.where + u' ' + finding.excerpt;
        return all.join(u'\n');
    }

    QTemporaryDir m_folder;
};

void TestHiddenPdf::isFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("excerpt");
    const auto row = [](const char *name, const QByteArray &bytes, const char *kind, const char *excerpt) {
        QTest::newRow(name) << bytes << QString::fromLatin1(kind) << QString::fromUtf8(excerpt);
    };
    const auto page = [&](const char *name, const QByteArray &content, const char *kind, const char *excerpt = "Secret name") {
        row(name, pageWith(content).table().bytes(), kind, excerpt);
    };
    page("a black box", line + "0 g " + over, "covered-text");
    page("a white box", line + "1 g " + over, "covered-text");
    page("a box of lines", line + "0 g 70 695 m 220 695 l 220 720 l 70 720 l h f", "covered-text");
    page("a box in two pieces", line + "70 695 60 25 re f 130 695 90 25 re f", "covered-text");
    page("a thick line", line + "25 w 70 707 m 220 707 l S", "covered-text");
    page("a box in a form", line + "q 1 0 0 1 60 690 cm /X Do Q", "covered-text");
    page("a picture", line + "q 200 0 0 40 60 690 cm /I Do Q", "covered-text");
    page("a box in another scale", "q 0.1 0 0 0.1 0 0 cm BT /F1 240 Tf 720 7000 Td (Secret name) Tj ET 700 6950 1500 250 re f Q", "covered-text");
    page("turned by 90 degrees", "q 0 1 -1 0 595 0 cm BT /F1 24 Tf 72 300 Td (Secret name) Tj ET 70 295 150 25 re f Q", "covered-text");
    page("only half of the line", line + "70 695 76 25 re f", "covered-text", "Secret");
    page("dark and mixed", line + "/M gs 0 g " + over, "covered-text");
    page("in pieces", "BT /F1 24 Tf 72 700 Td [(Sec) -20 (ret) -250 (name)] TJ ET " + over, "covered-text", "Secretname");
    page("white on white", "1 g " + line, "hidden-text");
    page("white on white paper that is painted", "1 g 0 0 595 842 re f " + line, "hidden-text");
    page("invisible", "3 Tr " + line, "hidden-text");
    page("transparent", "/T gs q 0.01 0 0 0.01 0 0 cm Q BT /F1 0.4 Tf 72 700 Td (Secret name) Tj ET", "hidden-text");
    page("outside the page", "BT /F1 24 Tf 72 900 Td (Secret name) Tj ET", "outside-page");
    page("clipped away", "q 0 0 10 10 re W n " + line + " Q", "outside-page");
    row("cropped away", pageWith(line, "/CropBox [0 0 300 300]").table().bytes(), "outside-page", "Secret name");
    row("in a hidden layer", pageWith("/OC /L BDC " + line + "EMC", {}, "/OCProperties << /OCGs [8 0 R] /D << /OFF [8 0 R] >> >>").table().bytes(),
        "hidden-layer", "Secret name");
    row("redaction that was never applied", annotated("/Subtype /Redact /Rect [70 695 220 720]"), "covered-text", "Secret name");
    row("a drawn square", annotated("/Subtype /Square /Rect [70 695 220 720] /IC [0 0 0]"), "covered-text", "Secret name");
    row("a drawn square as it looks", annotated("/Subtype /Square /Rect [60 690 260 740] /AP << /N 6 0 R >>"), "covered-text", "Secret name");
    row("a note", annotated("/Subtype /Text /Rect [0 0 9 9] /T (Sato) /Contents (check this)"), "comment", "Sato: check this");
    row("a script", pageWith({}, {}, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>").table().bytes(), "script", "app.alert(1)");
    row("a file", pageWith({}, {}, "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (list.xlsx) >>] >> >>").table().bytes(),
        "embedded", "list.xlsx");
    row("the author", pageWith({}).put(9, "<< /Author (Yamada) /Producer (x) >>").table("/Root 1 0 R /Info 9 0 R").bytes(), "properties", "Yamada");
    tests::PdfBuilder twice = pageWith({}).table();
    const QByteArray before = QByteArray::number(twice.last());
    row("an earlier version", twice.put(9, "null").table("/Root 1 0 R /Prev " + before).bytes(), "earlier-version", "");
    // Two-byte codes with a table that says what they mean, as office programs write them.
    const QByteArray table = "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <0002> <5C71> endbfrange";
    row("Japanese",
        pageWith("BT /F1 24 Tf 72 700 Td <00010002> Tj ET " + over)
            .put(5, "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 1000 >>] /ToUnicode 9 0 R >>")
            .putStream(9, {}, table).table().bytes(),
        "covered-text", "山屲");
    row("Japanese without a table",
        pageWith("BT /F1 24 Tf 72 700 Td <5C717530> Tj ET " + over)
            .put(5, "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 >>] >>")
            .table().bytes(),
        "covered-text", "山田");
}

void TestHiddenPdf::isFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, kind);
    QFETCH(QString, excerpt);
    const auto report = lookAt(bytes);
    const bool isThere = std::any_of(report.findings.begin(), report.findings.end(), [&](const label::HiddenFinding &finding) {
        return wordFor(finding.kind) == kind && (excerpt.isEmpty() || finding.excerpt == excerpt);
    });
    QVERIFY2(isThere, qPrintable(told(report)));
    QVERIFY2(!report.counts.contains(HiddenKind::NotLookedInto), qPrintable(told(report)));
}

void TestHiddenPdf::isSeen_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << line;
    QTest::newRow("a box before the text") << "0 g " + over + "1 g " + line;
    QTest::newRow("a box beside it") << line + "300 695 100 25 re f";
    QTest::newRow("a frame") << line + "70 695 150 25 re S";
    QTest::newRow("a frame that is filled") << line + "60 685 170 45 re 70 695 150 25 re f*";
    QTest::newRow("underlined") << line + "70 696 150 2 re f";
    QTest::newRow("struck through") << line + "70 706 150 2 re f";
    QTest::newRow("transparent") << line + "/T gs " + over;
    QTest::newRow("marked in yellow") << line + "/M gs 1 1 0 rg " + over;
    QTest::newRow("clipped away") << line + "q 0 0 10 10 re W n " + over + " Q";
    QTest::newRow("a scan with its text") << "q 595 0 0 842 0 0 cm /I Do Q 3 Tr " + line;
    QTest::newRow("a scan over its text") << line + "q 595 0 0 842 0 0 cm /I Do Q";
    QTest::newRow("a path that is not painted") << line + "70 695 150 25 re n";
    QTest::newRow("a picture of numbers") << line + QByteArray("BI /W 2 /H 1 /BPC 8 /CS /G ID f\xff EI\n");
}

void TestHiddenPdf::isSeen()
{
    QFETCH(QByteArray, content);
    const auto report = lookAt(pageWith(content).table().bytes());
    QVERIFY2(report.isEmpty(), qPrintable(told(report)));
}

void TestHiddenPdf::libreOfficesBlackBox()
{
    if (!tests::hasProgram(QStringLiteral("soffice")))
        QSKIP("LibreOffice is not here");
    const QByteArray document = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:style style:name="B" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="#000000" style:run-through="foreground" style:wrap="run-through" style:horizontal-pos="from-left" style:horizontal-rel="page" style:vertical-pos="from-top" style:vertical-rel="page"/></style:style>
<style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style></office:automatic-styles>
<office:body><office:text>
<text:p>公開してよい文章です。<draw:rect text:anchor-type="paragraph" draw:style-name="B" svg:width="5cm" svg:height="0.7cm" svg:x="2cm" svg:y="2.4cm"><text:p/></draw:rect></text:p>
<text:p>氏名　山田太郎　住所　亀岡市安町野々神八番地　電話番号</text:p><text:p>続きの文章<text:span text:style-name="W">白い秘密</text:span></text:p>
</office:text></office:body></office:document>)xml";
    tests::save(m_folder.filePath(QStringLiteral("box.fodt")), document);
    QVERIFY(tests::convert(m_folder.filePath(QStringLiteral("profile")), {m_folder.filePath(QStringLiteral("box.fodt"))}, QStringLiteral("pdf"), m_folder.path()));
    const auto report = label::findHidden(base::toPath(m_folder.filePath(QStringLiteral("box.pdf")))).value();
    QCOMPARE(report.findings.size(), 2U);
    QCOMPARE(report.findings[0].kind, HiddenKind::CoveredText);
    QVERIFY2(report.findings[0].excerpt.contains(QStringLiteral("山田太郎")), qPrintable(report.findings[0].excerpt));
    QVERIFY2(!report.findings[0].excerpt.contains(QStringLiteral("電話")), qPrintable(report.findings[0].excerpt));
    QCOMPARE(report.findings[1].excerpt, QStringLiteral("白い秘密"));
}

void TestHiddenPdf::ourOwnRevisionIsNoFinding()
{
    tests::PdfOnDisk pdf(m_folder, QStringLiteral("own.pdf"), pageWith(line).table().bytes());
    label::Stamp stamp = tests::sampleStamp();
    stamp.mark = true;
    QVERIFY(pdf.stamp(stamp));
    const auto report = lookAt(pdf.bytes());
    QVERIFY2(report.isEmpty(), qPrintable(told(report)));
}

void TestHiddenPdf::lockedIsAFinding()
{
    const QString plain = m_folder.filePath(QStringLiteral("plain.pdf"));
    tests::save(plain, pageWith(line).table().bytes());
    const QString locked = m_folder.filePath(QStringLiteral("locked.pdf"));
    if (!tests::hasProgram(QStringLiteral("qpdf")))
        QSKIP("qpdf is not here");
    QVERIFY(tests::runs(QStringLiteral("qpdf"), {QStringLiteral("--encrypt"), QStringLiteral("u"), QStringLiteral("o"), QStringLiteral("256"), QStringLiteral("--"), plain, locked}));
    const auto report = label::findHidden(base::toPath(locked)).value();
    QVERIFY(report.counts.contains(HiddenKind::NotLookedInto));
}

void TestHiddenPdf::damageEnds()
{
    const QByteArray whole = pageWith("BT /F1 24 Tf 72 700 Td [(Sec) -20 (ret)] TJ ET q 1 0 0 1 60 690 cm /X Do Q /OC /L BDC EMC " + over,
                                      "/Annots [<< /Type /Annot /Subtype /Redact /Rect [70 695 220 720] >>]").table().bytes();
    QRandomGenerator random(20261121);
    QElapsedTimer timer;
    for (int i = 0; i < 400; ++i) {
        QByteArray bytes = whole;
        for (int flips = 1 + i % 5; flips > 0; --flips) {
            const int at = random.bounded(static_cast<int>(bytes.size()));
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.bounded(8)));
        }
        timer.start();
        const auto report = lookAt(bytes);
        QVERIFY(timer.elapsed() < 10'000 * SHIRUSHI_SLOWNESS);
        QVERIFY(!report.format.isEmpty() || report.counts.contains(HiddenKind::NotLookedInto));
    }
}

void TestHiddenPdf::hostileContentEnds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto content = [](const char *name, const QByteArray &bytes) {
        tests::PdfBuilder builder = pageWith({});
        builder.putStream(4, "/Filter /FlateDecode", label::deflated(bytes));
        QTest::newRow(name) << builder.table().bytes();
    };
    content("many covers over many letters", "BT /F1 8 Tf 72 700 Td" + QByteArray(" (aaaaaaaaaaaaaaaaaaaa) Tj").repeated(20'000) + " ET "
                                                 + QByteArray("70 690 500 30 re f ").repeated(50'000));
    content("one path of many points", line + "0 0 m " + QByteArray("600 900 l 0 850 l ").repeated(300'000) + "f");
    content("deep states", QByteArray("q ").repeated(2'000'000));
    content("operands without end", QByteArray("1 ").repeated(5'000'000));
    content("a bomb", QByteArray(200'000'000, ' '));
    content("brackets", QByteArray("[").repeated(3'000'000));
    content("numbers out of reach", "1e300 0 0 1e300 0 0 cm 99999999999999999999999 0 0 1 1 1 cm " + line + "1e308 1e308 1e308 1e308 re f");
    tests::PdfBuilder loop = pageWith("/X Do /X Do");
    loop.putStream(6, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>", QByteArray("/X Do ").repeated(50));
    QTest::newRow("forms in themselves") << loop.table().bytes();
    QTest::newRow("pages in themselves") << tests::PdfBuilder().put(1, "<< /Type /Catalog /Pages 2 0 R >>").put(2, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>").table().bytes();
}

void TestHiddenPdf::hostileContentEnds()
{
    QFETCH(QByteArray, bytes);
    QElapsedTimer timer;
    timer.start();
    lookAt(bytes);
    QVERIFY2(timer.elapsed() < 10'000 * SHIRUSHI_SLOWNESS, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestHiddenPdf)
#include "tst_hiddenpdf.moc"
