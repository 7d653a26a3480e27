// Hidden data in office documents and pictures: each kind put in by hand, found where it is, and nothing told of a
// document that has none.
#include "label/codecset.h"
#include "label/hidden/hidden.h"

#include "odffixtures.h"
#include "ooxmlpackages.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;
using label::HiddenKind;
using tests::Parts;

namespace {

const QByteArray word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const QByteArray sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const QByteArray slide = "http://schemas.openxmlformats.org/presentationml/2006/main";
const QByteArray relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

QByteArray paragraph(const QByteArray &content)
{
    return "<w:p>" + content + "</w:p>";
}

void link(Parts &parts, const QByteArray &owner, const QByteArray &kind, const QByteArray &target, bool outside = false)
{
    QByteArray &xml = parts[owner];
    if (xml.isEmpty())
        xml = tests::relationshipsXml({});
    const QByteArray one = "<Relationship Id=\"x" + QByteArray::number(xml.size()) + "\" Type=\"" + relations + '/' + kind
                           + "\" Target=\"" + target + "\"" + (outside ? " TargetMode=\"External\"" : "") + "/>";
    xml.insert(xml.indexOf("</Relationships>"), one);
}

Parts withWordComment()
{
    Parts parts = tests::wordParts();
    parts["word/comments.xml"] = "<w:comments xmlns:w=\"" + word + "\"><w:comment w:id=\"1\" w:author=\"山田\">"
                                 + paragraph("<w:r><w:t>数字を直す</w:t></w:r>") + "</w:comment></w:comments>";
    link(parts, "word/_rels/document.xml.rels", "comments", "comments.xml");
    return parts;
}

Parts withHiddenStyle()
{
    Parts parts = tests::wordParts({}, paragraph("<w:r><w:rPr><w:rStyle w:val=\"Kakushi\"/></w:rPr><w:t>様式で隠す</w:t></w:r>"));
    parts["word/styles.xml"] = "<w:styles xmlns:w=\"" + word + "\"><w:style w:styleId=\"Kakushi\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";
    return parts;
}

Parts excelWith(const QByteArray &sheetXml, const QByteArray &state = {})
{
    Parts parts = tests::excelParts();
    parts["xl/worksheets/sheet1.xml"] = "<worksheet xmlns=\"" + sheet + "\">" + sheetXml + "</worksheet>";
    parts["xl/sharedStrings.xml"] = "<sst xmlns=\"" + sheet + "\"><si><t>給与</t><rPh><t>キュウヨ</t></rPh></si></sst>";
    if (!state.isEmpty())
        parts["xl/workbook.xml"].replace("sheetId=", QByteArray("state=\"" + state + "\" sheetId="));
    return parts;
}

Parts slidesWith(const QByteArray &attributes, const QByteArray &shape = {})
{
    Parts parts = tests::powerPointParts();
    parts["ppt/slides/slide1.xml"] = "<p:sld xmlns:p=\"" + slide + "\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                                     + attributes + "><p:cSld><p:spTree>" + shape + "</p:spTree></p:cSld></p:sld>";
    return parts;
}

QByteArray shapeAt(const QByteArray &x, const QByteArray &text)
{
    return "<p:sp><p:spPr><a:xfrm><a:off x=\"" + x + "\" y=\"0\"/><a:ext cx=\"100\" cy=\"100\"/></a:xfrm></p:spPr><p:txBody><a:p><a:r><a:t>"
           + text + "</a:t></a:r></a:p></p:txBody></p:sp>";
}

Parts withNotes()
{
    Parts parts = slidesWith({});
    parts["ppt/notesSlides/notesSlide1.xml"] =
        "<p:notes xmlns:p=\"" + slide + "\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><p:cSld><p:spTree>"
        "<p:sp><p:nvSpPr><p:nvPr><p:ph type=\"sldNum\"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>1</a:t></a:r></a:p></p:txBody></p:sp>"
        "<p:sp><p:nvSpPr><p:nvPr><p:ph type=\"body\"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>ここは話さない</a:t></a:r></a:p></p:txBody></p:sp>"
        "</p:spTree></p:cSld></p:notes>";
    link(parts, "ppt/slides/_rels/slide1.xml.rels", "notesSlide", "../notesSlides/notesSlide1.xml");
    return parts;
}

QByteArray number(quint32 value, int size)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    return bytes;
}

QByteArray tiffEntry(quint16 tag, quint16 type, quint32 count, quint32 value)
{
    return number(tag, 2) + number(type, 2) + number(count, 4) + number(value, 4);
}

// A directory that leads to another one with a place: 35° 0′ 0″ N, 135° 30′ 0″ E.
QByteArray exifWithPlace()
{
    QByteArray bytes = "II*" + QByteArray(1, '\0') + number(8, 4);
    bytes += number(1, 2) + tiffEntry(0x8825, 4, 1, 26) + number(0, 4);
    bytes += number(4, 2) + tiffEntry(1, 2, 2, 'N') + tiffEntry(2, 5, 3, 80) + tiffEntry(3, 2, 2, 'E') + tiffEntry(4, 5, 3, 104) + number(0, 4);
    for (const quint32 value : {35U, 0U, 0U, 135U, 30U, 0U})
        bytes += number(value, 4) + number(1, 4);
    return bytes;
}

QByteArray jpegWith(quint8 marker, const QByteArray &content)
{
    const auto length = static_cast<quint32>(content.size() + 2);
    return QByteArray("\xFF\xD8\xFF", 3) + static_cast<char>(marker) + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF)
           + content + QByteArray("\xFF\xDA\0\2\xFF\xD9", 6);
}

} // namespace

class TestHidden : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isFound_data();
    void isFound();
    void nothingIsToldOfPlainFiles_data();
    void nothingIsToldOfPlainFiles();
    void ourOwnLabelIsNoFinding();
    void openDocuments();
    void encryptedAndUnknownAreFindings();
    void boundsHold();
    void damageEnds_data();
    void damageEnds();
    void wordsAreTold();

private:
    label::HiddenReport lookAt(const QByteArray &bytes, const QString &name = QStringLiteral("file"))
    {
        const QString path = m_folder.filePath(name);
        tests::save(path, bytes);
        auto report = label::findHidden(base::toPath(path));
        return report ? *report : label::HiddenReport{QStringLiteral("error"), {}, {}};
    }

    QTemporaryDir m_folder;
};

void TestHidden::isFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("excerpt");
    const auto row = [](const char *name, const Parts &parts, const char *kind, const char *excerpt) {
        QTest::newRow(name) << tests::packed(parts) << QString::fromLatin1(kind) << QString::fromUtf8(excerpt);
    };
    row("a comment", withWordComment(), "comment", "山田: 数字を直す");
    row("an insertion", tests::wordParts({}, paragraph("<w:ins w:id=\"1\" w:author=\"佐藤\"><w:r><w:t>足した字</w:t></w:r></w:ins>")),
        "tracked-change", "佐藤: 足した字");
    row("a deletion", tests::wordParts({}, paragraph("<w:del w:id=\"1\" w:author=\"佐藤\"><w:r><w:delText>消した字</w:delText></w:r></w:del>")),
        "tracked-change", "佐藤: 消した字");
    row("hidden text", tests::wordParts({}, paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隠し字</w:t></w:r>")), "hidden-text", "隠し字");
    row("hidden by a style", withHiddenStyle(), "hidden-text", "様式で隠す");
    row("white text", tests::wordParts({}, paragraph("<w:r><w:rPr><w:color w:val=\"ffffff\"/></w:rPr><w:t>白い字</w:t></w:r>")), "hidden-text", "白い字");
    row("a strict document", tests::wordParts({true}, paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隠し字</w:t></w:r>")), "hidden-text", "隠し字");
    Parts author = tests::wordParts();
    tests::addCore(author, "<dc:creator>山田 太郎</dc:creator>");
    row("the author", author, "properties", "山田 太郎");
    Parts custom = tests::wordParts();
    tests::addCustom(custom, tests::customProperty(2, "文書番号", "総第5号"));
    row("a property of others", custom, "properties", "総第5号");
    Parts linked = tests::wordParts();
    link(linked, "word/_rels/document.xml.rels", "image", "file:///S:/人事/印.png", true);
    row("a link", linked, "external-link", "file:///S:/人事/印.png");
    Parts templated = tests::wordParts();
    link(templated, "word/_rels/settings.xml.rels", "attachedTemplate", "\\\\server\\雛形.dotx", true);
    row("a template", templated, "properties", "\\\\server\\雛形.dotx");
    Parts macro = tests::wordParts();
    macro["word/vbaProject.bin"] = "\xD0\xCF\x11\xE0";
    row("a macro", macro, "macro", "word/vbaProject.bin");
    Parts embedded = tests::wordParts();
    embedded["word/embeddings/oleObject1.bin"] = "\xD0\xCF\x11\xE0";
    row("an object", embedded, "embedded", "word/embeddings/oleObject1.bin");
    Parts photo = tests::wordParts();
    photo["word/media/image1.jpeg"] = jpegWith(0xE1, QByteArray("Exif\0\0", 6) + exifWithPlace());
    row("a place in a photograph", photo, "location", "35.00000, 135.50000");

    row("a hidden sheet", excelWith("<sheetData/>", "veryHidden"), "hidden-sheet", "");
    row("hidden rows", excelWith("<sheetData><row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"s\"><v>0</v></c></row></sheetData>"), "hidden-rows", "給与");
    row("hidden columns", excelWith("<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"B1\"><v>42</v></c></row></sheetData>"),
        "hidden-columns", "42");
    Parts pivot = excelWith("<sheetData/>");
    pivot["xl/pivotCache/pivotCacheRecords1.xml"] = "<pivotCacheRecords xmlns=\"" + sheet + "\"><r><s v=\"1\"/></r></pivotCacheRecords>";
    row("a pivot table's source", pivot, "cached-data", "");
    Parts note = excelWith("<sheetData/>");
    note["xl/comments1.xml"] = "<comments xmlns=\"" + sheet + "\"><commentList><comment ref=\"B2\"><text><t>要確認</t></text></comment></commentList></comments>";
    row("a sheet's comment", note, "comment", "要確認");

    row("a hidden slide", slidesWith(" show=\"0\"", shapeAt("0", "見せない")), "hidden-slide", "見せない");
    row("text beside the slide", slidesWith({}, shapeAt("99999999", "脇の字")), "outside-page", "脇の字");
    row("speaker's notes", withNotes(), "speaker-notes", "ここは話さない");

    const auto picture = [](const char *name, const QByteArray &bytes, const char *kind, const char *excerpt) {
        QTest::newRow(name) << bytes << QString::fromLatin1(kind) << QString::fromUtf8(excerpt);
    };
    const QByteArray exif = exifWithPlace();
    picture("a JPEG's place", jpegWith(0xE1, QByteArray("Exif\0\0", 6) + exif), "location", "35.00000, 135.50000");
    picture("a JPEG's comment", jpegWith(0xFE, "庁舎裏"), "comment", "庁舎裏");
    picture("a TIFF's place", exif, "location", "35.00000, 135.50000");
    picture("a WebP's place", "RIFF" + number(0, 4) + "WEBPEXIF" + number(static_cast<quint32>(exif.size()), 4) + exif, "location", "35.00000, 135.50000");
    const QByteArray packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                              "<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:aux='http://ns.adobe.com/exif/1.0/aux/' "
                              "aux:SerialNumber='12345'><dc:creator><rdf:Seq><rdf:li>山田</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>";
    const QByteArray withXmp = jpegWith(0xE1, QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) + packet);
    picture("the author in XMP", withXmp, "properties", "山田");
    picture("the camera in XMP", withXmp, "device", "12345");
    picture("a page's comment", "<!DOCTYPE html><title>x</title><!-- 旧案は別紙 -->", "comment", "旧案は別紙");
}

void TestHidden::isFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, kind);
    QFETCH(QString, excerpt);
    const auto report = lookAt(bytes);
    QStringList found;
    for (const auto &finding : report.findings)
        found += wordFor(finding.kind) + u' ' + finding.excerpt;
    const auto match = std::find_if(report.findings.begin(), report.findings.end(), [&](const label::HiddenFinding &finding) {
        return wordFor(finding.kind) == kind && (excerpt.isEmpty() || finding.excerpt == excerpt);
    });
    QVERIFY2(match != report.findings.end(), qPrintable(found.join(u'\n')));
    QCOMPARE(report.counts.contains(HiddenKind::NotLookedInto), false);
}

void TestHidden::nothingIsToldOfPlainFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("Word") << tests::packed(tests::wordParts());
    QTest::newRow("Word, switched off") << tests::packed(tests::wordParts(
        {}, paragraph("<w:r><w:rPr><w:vanish w:val=\"false\"/></w:rPr><w:t>見える字</w:t></w:r>")
                + paragraph("<w:r><w:rPr><w:color w:val=\"FFFFFF\"/><w:shd w:fill=\"000000\"/></w:rPr><w:t>白抜き</w:t></w:r>")));
    QTest::newRow("Excel") << tests::packed(tests::excelParts());
    QTest::newRow("Excel, empty rows hidden") << tests::packed(excelWith("<cols><col min=\"5\" max=\"16384\" hidden=\"1\"/></cols><sheetData>"
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"9\" hidden=\"1\"/></sheetData>"));
    QTest::newRow("PowerPoint") << tests::packed(slidesWith({}, shapeAt("0", "見える")));
    Parts web = tests::wordParts();
    link(web, "word/_rels/document.xml.rels", "hyperlink", "https://www.example.lg.jp/", true);
    QTest::newRow("a link to the web") << tests::packed(web);
    QTest::newRow("text") << QByteArray("氏名,住所\r\n");
    QTest::newRow("text in CP932") << QByteArray("\x8E\x81\x96\xBC\r\n");
    QTest::newRow("JPEG") << jpegWith(0xE0, QByteArray("JFIF\0", 5));
}

void TestHidden::nothingIsToldOfPlainFiles()
{
    QFETCH(QByteArray, bytes);
    const auto report = lookAt(bytes);
    QVERIFY2(report.isEmpty(), qPrintable(report.isEmpty() ? QString() : titleOf(report.findings[0].kind) + report.findings[0].excerpt));
    QVERIFY(!report.format.isEmpty());
}

void TestHidden::ourOwnLabelIsNoFinding()
{
    const label::CodecSet codecs;
    for (const QByteArray &bytes : {tests::packed(tests::wordParts()), jpegWith(0xE0, QByteArray("JFIF\0", 5))}) {
        const QString path = m_folder.filePath(QStringLiteral("bare"));
        tests::save(path, bytes);
        const auto source = platform::FileSource::open(base::toPath(path));
        QVERIFY(source);
        platform::MemorySink out;
        const auto written = codecs.codecFor(*source)->stamp(*source, tests::markedStamp(), out);
        QVERIFY(written);
        const auto report = lookAt(out.bytes());
        QVERIFY2(report.isEmpty(), qPrintable(report.isEmpty() ? QString() : report.findings[0].where + report.findings[0].excerpt));
    }
}

void TestHidden::openDocuments()
{
    if (!tests::hasProgram(QStringLiteral("soffice")))
        QSKIP("LibreOffice is not here");
    QByteArray text = tests::flatText;
    text.replace("<text:p>二段落</text:p>",
                 "<text:p>二段落<office:annotation xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>佐藤</dc:creator><text:p>ここは要確認</text:p></office:annotation></text:p>"
                 "<text:section text:name=\"S2\" text:display=\"none\"><text:p>隠した節</text:p></text:section>");
    QByteArray slides = tests::flatSlides;
    slides.replace("<style:page-layout style:name=\"pm1\">",
                   "<style:style style:name=\"dp9\" style:family=\"drawing-page\"><style:drawing-page-properties presentation:visibility=\"hidden\"/></style:style>"
                   "<style:page-layout style:name=\"pm1\">");
    slides.replace("draw:name=\"二枚目\"", "draw:name=\"二枚目\" draw:style-name=\"dp9\"");
    QByteArray sheets = tests::flatSheets;
    sheets.replace("<style:style style:name=\"ta1\" style:family=\"table\" style:master-page-name=\"Off\"/>",
                   "<style:style style:name=\"ta1\" style:family=\"table\" style:master-page-name=\"Off\"><style:table-properties table:display=\"false\"/></style:style>");
    tests::save(m_folder.filePath(QStringLiteral("a.fodt")), text);
    tests::save(m_folder.filePath(QStringLiteral("b.fodp")), slides);
    tests::save(m_folder.filePath(QStringLiteral("c.fods")), sheets);
    const QString profile = m_folder.filePath(QStringLiteral("profile"));
    // As OpenDocument and as Office, so that both finders see what one program thinks of it.
    const std::vector<std::array<QString, 2>> forms{{QStringLiteral("a.fodt"), QStringLiteral("odt")}, {QStringLiteral("b.fodp"), QStringLiteral("odp")},
                                                    {QStringLiteral("c.fods"), QStringLiteral("ods")}, {QStringLiteral("a.fodt"), QStringLiteral("docx")},
                                                    {QStringLiteral("b.fodp"), QStringLiteral("pptx")}, {QStringLiteral("c.fods"), QStringLiteral("xlsx")}};
    for (const auto &[file, ending] : forms)
        QVERIFY(tests::convert(profile, {m_folder.filePath(file)}, ending, m_folder.path()));
    const auto kindsIn = [this](const char *name) {
        QStringList kinds;
        const auto report = label::findHidden(base::toPath(m_folder.filePath(QLatin1String(name))));
        for (const auto &finding : report->findings)
            kinds += wordFor(finding.kind) + u' ' + finding.excerpt;
        return kinds.join(u'\n');
    };
    for (const char *name : {"a.odt", "a.docx"})
        QVERIFY2(kindsIn(name).contains(QStringLiteral("comment 佐藤: ここは要確認")), qPrintable(kindsIn(name)));
    // In Word's form LibreOffice writes the section as text like any other.
    QVERIFY2(kindsIn("a.odt").contains(QStringLiteral("hidden-text 隠した節")), qPrintable(kindsIn("a.odt")));
    for (const char *name : {"b.odp", "b.pptx"}) {
        QVERIFY2(kindsIn(name).contains(QStringLiteral("speaker-notes 話すこと")), qPrintable(kindsIn(name)));
        QVERIFY2(kindsIn(name).contains(QStringLiteral("hidden-slide")), qPrintable(kindsIn(name)));
    }
    for (const char *name : {"c.ods", "c.xlsx"})
        QVERIFY2(kindsIn(name).contains(QStringLiteral("hidden-sheet")), qPrintable(kindsIn(name)));
}

void TestHidden::encryptedAndUnknownAreFindings()
{
    for (const QByteArray &bytes : {QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 word", 13), QByteArray("\x60\x0E\x82\x01xdw", 7),
                                    QByteArray("PK\3\4 a broken archive with [Content_Types].xml in it"), QByteArray("{\\rtf1 x}"), QByteArray("\0\1\2", 3)}) {
        const auto report = lookAt(bytes);
        QVERIFY(report.counts.contains(HiddenKind::NotLookedInto));
    }
    QVERIFY(!label::findHidden(base::toPath(m_folder.filePath(QStringLiteral("missing")))));
}

void TestHidden::boundsHold()
{
    QByteArray body;
    for (int i = 0; i < 5000; ++i)
        body += paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>" + QByteArray::number(i) + QByteArray(500, 'x') + "</w:t></w:r>");
    const auto report = lookAt(tests::packed(tests::wordParts({}, body)));
    QCOMPARE(report.counts.at(HiddenKind::HiddenText), 5000U);
    QCOMPARE(report.findings.size(), 200U);
    QVERIFY(report.findings[0].excerpt.size() <= 120);
    const auto control = lookAt(tests::packed(tests::wordParts({}, paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a&#x202E;b\nc</w:t></w:r>"))));
    QCOMPARE(control.findings[0].excerpt, QStringLiteral("a b c"));
}

void TestHidden::damageEnds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("Word") << tests::packed(withWordComment());
    QTest::newRow("Excel") << tests::packed(excelWith("<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\" hidden=\"1\"><c r=\"B1\"><v>42</v></c></row></sheetData>"));
    QTest::newRow("PowerPoint") << tests::packed(withNotes());
    QTest::newRow("JPEG") << jpegWith(0xE1, QByteArray("Exif\0\0", 6) + exifWithPlace());
    QTest::newRow("TIFF") << exifWithPlace();
}

void TestHidden::damageEnds()
{
    QFETCH(QByteArray, bytes);
    QRandomGenerator random(20261121);
    for (int i = 0; i < 300; ++i) {
        QByteArray damaged = bytes;
        for (int flips = 1 + i % 4; flips > 0; --flips) {
            const int at = random.bounded(static_cast<int>(damaged.size()));
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.bounded(8)));
        }
        if (i % 5 == 0)
            damaged.truncate(random.bounded(static_cast<int>(damaged.size())));
        const auto report = lookAt(damaged);
        QVERIFY(report.format != QStringLiteral("error"));
        QVERIFY(!report.format.isEmpty() || report.counts.contains(HiddenKind::NotLookedInto));
    }
}

void TestHidden::wordsAreTold()
{
    QStringList words;
    for (const HiddenKind kind : label::hiddenKinds()) {
        QVERIFY(!titleOf(kind).isEmpty());
        QVERIFY(!words.contains(wordFor(kind)));
        words += wordFor(kind);
    }
    QCOMPARE(words.size(), 21);
}

QTEST_GUILESS_MAIN(TestHidden)
#include "tst_hidden.moc"
