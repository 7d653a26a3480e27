// Labels and marks in Office packages written by hand: what goes in, what comes back, what is refused.
#include "ooxmlfixtures.h"

#include "label/ooxml/ooxmloutline.h"
#include "label/properties.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtEndian>

using namespace shirushi;
using namespace shirushi::tests;
using base::ErrorCode;

Q_DECLARE_METATYPE(shirushi::tests::Parts)
Q_DECLARE_METATYPE(shirushi::base::ErrorCode)

namespace {

label::Stamp markedStamp()
{
    label::Stamp stamp = sampleStamp();
    stamp.mark = true;
    stamp.interoperable = {
        {QStringLiteral("urn:bails:IntellectualProperty:BusinessAuthorizationCategory:Name"),
         stamp.classText},
        {QStringLiteral("urn:bails:IntellectualProperty:Impact:Scale"), QStringLiteral("UK-Cabinet")}};
    return stamp;
}

label::Stamp otherStamp()
{
    label::Label other = sampleLabel();
    other.classes[QStringLiteral("confidentiality")] = QStringLiteral("2");
    label::Stamp stamp = sampleStamp(other);
    stamp.classText = stamp.markText = QStringLiteral("機密性2 & <完全性1>");
    stamp.restrictionText.clear();
    return stamp;
}

QByteArray utf16(const QByteArray &xml)
{
    const QString text = QString::fromUtf8(xml).replace(QStringLiteral("UTF-8"), QStringLiteral("UTF-16"));
    QByteArray bytes("\xff\xfe");
    for (const QChar character : text) {
        bytes += static_cast<char>(character.unicode() & 0xff);
        bytes += static_cast<char>(character.unicode() >> 8);
    }
    return bytes;
}

const QByteArray headerType = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";

// Three sections: the first with default and first-page headers of its own, the second inheriting, the third
// with a first page and no header for it; even pages differ and have none.
Parts sectionedParts(const Vocabulary &v)
{
    const QByteArray body =
        "<w:p><w:pPr><w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId7\"/><w:headerReference "
        "w:type=\"first\" "
        "r:id=\"rId8\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:titlePg/></w:sectPr></w:pPr></w:p>"
        "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:sectPrChange "
        "w:id=\"1\"><w:sectPr/></w:sectPrChange>"
        "</w:sectPr></w:pPr></w:p><w:p/><w:sectPr><w:titlePg w:val=\"true\"/></w:sectPr>";
    Parts parts = wordParts(v, body);
    const QByteArray header = xmlHead + ("<w:hdr xmlns:w=\"" + v.markup("wordprocessingml") +
                                         "\"><w:p><w:r><w:t>既存</w:t></w:r></w:p></w:hdr>");
    parts["word/header1.xml"] = header;
    parts["word/header2.xml"] = header;
    parts["word/settings.xml"] = xmlHead + ("<w:settings xmlns:w=\"" + v.markup("wordprocessingml") +
                                            "\"><w:evenAndOddHeaders/></w:settings>");
    parts["word/_rels/document.xml.rels"] =
        relationshipsXml({{"rId7", v.relationships() + "/header", "header1.xml"},
                          {"rId8", v.relationships() + "/header", "/word/header2.xml"},
                          {"rId9", v.relationships() + "/settings", "settings.xml"}});
    parts["[Content_Types].xml"] = contentTypesXml({{"word/document.xml", wordMain},
                                                    {"word/header1.xml", headerType},
                                                    {"word/header2.xml", headerType}});
    return parts;
}

Parts withMacros()
{
    Parts parts = wordParts({}, "<w:p/>", "application/vnd.ms-word.document.macroEnabled.main+xml");
    parts["word/vbaProject.bin"] = QByteArray("\xd0\xcf\x11\xe0 macros");
    parts["word/vbaProjectSignature.bin"] = "signature of the macros";
    return parts;
}

Parts withNamesOfOurs()
{
    Parts parts = wordParts();
    addCustom(parts, customProperty(2, "情報資産の分類", "独自の値") + customProperty(9, "Unrelated", "1") +
                         customProperty(2147483647, "urn:bails:IntellectualProperty:Impact:Scale", "own") +
                         customProperty(17, "urn:bails:IntellectualProperty:Marking:document-header", "own"));
    addCore(parts, "<dc:creator>A</dc:creator><cp:category>分類A &amp; B</cp:category><cp:keywords>k1; "
                   "k2</cp:keywords>");
    return parts;
}

Parts withEmptyCore()
{
    Parts parts = excelParts();
    addCore(parts, "<cp:category></cp:category><cp:keywords />");
    addCustom(parts, {});
    return parts;
}

} // namespace

class TestOoxmlCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesInAndComesOut_data();
    void goesInAndComesOut();
    void knowsItsOwn_data();
    void knowsItsOwn();
    void propertiesAreWhatOthersRead();
    void othersPropertiesComeBack();
    void keywordsThatWereJoinedAnewAreTakenApart();
    void marksEverySection();
    void marksSheets_data();
    void marksSheets();
    void marksSlides();
    void leavesHeadersThatAreNone();
    void noMarkUnlessAsked();
    void tellsWhatHasNoRoom();
    void refuses_data();
    void refuses();
    void marksAreLeftOutWhereTheyCannotBe();
    void showsPurviewLabels();
    void otherDocumentsHaveOtherHashes();
    void survivesDamage();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    std::unique_ptr<label::Codec> m_codec = label::makeOoxmlCodec();
    Bench m_bench{*m_codec};
};

void TestOoxmlCodec::goesInAndComesOut_data()
{
    QTest::addColumn<Parts>("parts");
    const Vocabulary strict{true};
    QTest::newRow("docx") << wordParts();
    QTest::newRow("docx strict") << wordParts(strict);
    QTest::newRow("docx without section") << wordParts({}, "<w:p/>");
    QTest::newRow("docx sections") << sectionedParts({});
    QTest::newRow("docx sections strict") << sectionedParts(strict);
    QTest::newRow("docm") << withMacros();
    QTest::newRow("dotx") << wordParts(
        {}, "<w:p/><w:sectPr><w:titlePg w:val=\"0\"/></w:sectPr>",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml");
    QTest::newRow("names of ours") << withNamesOfOurs();
    QTest::newRow("empty properties") << withEmptyCore();
    QTest::newRow("xlsx") << excelParts();
    QTest::newRow("xlsx strict") << excelParts(strict);
    QTest::newRow("xltx") << excelParts(
        {}, "<headerFooter/>",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml");
    QTest::newRow("xlsx headers") << excelParts(
        {},
        "<pageSetup/><headerFooter differentOddEven=\"1\" differentFirst=\"true\"><oddHeader>&amp;C表&amp;R右"
        "</oddHeader><oddFooter>&amp;P</oddFooter><firstFooter>x</firstFooter></headerFooter><drawing/>");
    QTest::newRow("xlsx empty header") << excelParts({}, "<headerFooter><oddHeader/></headerFooter>");
    QTest::newRow("pptx") << powerPointParts();
    QTest::newRow("pptx strict") << powerPointParts(strict);
    QTest::newRow("potx") << powerPointParts(
        {}, "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml");
    Parts elsewhere = wordParts();
    elsewhere["Dokument/Haupt.xml"] = elsewhere.extract("word/document.xml").mapped();
    elsewhere["[Content_Types].xml"].replace("/word/document.xml", "/DOKUMENT/haupt.xml");
    elsewhere["_rels/.rels"].replace("word/document.xml", "./x/../dokument/Haupt.xml");
    QTest::newRow("docx elsewhere") << elsewhere;
}

void TestOoxmlCodec::goesInAndComesOut()
{
    QFETCH(Parts, parts);
    const QString original = path(QStringLiteral("original"));
    save(original, packed(parts));
    QVERIFY(m_bench.recognises(original));
    const QByteArray hash = m_bench.hash(original);
    QCOMPARE(hash.size(), 64);

    const auto check = [&](const QString &stage, const label::Stamp &stamp, bool marked) {
        const auto reading = m_bench.read(path(stage));
        QVERIFY(reading && reading->label && !reading->malformed);
        QCOMPARE(*reading->label, stamp.label);
        QCOMPARE(reading->marked, marked);
        QCOMPARE(m_bench.hash(path(stage)), hash);
    };
    label::Stamp plain = markedStamp();
    plain.mark = false;
    const QString one = path(QStringLiteral("1"));
    QVERIFY(m_bench.stamp(original, plain, one));
    check(QStringLiteral("1"), plain, false);
    const QStringList touched = differences(parts, partsOf(one));
    for (const QString &part : touched) {
        QVERIFY2(part.startsWith(QStringLiteral("docProps/")) || part == u"_rels/.rels" ||
                     part == u"[Content_Types].xml",
                 qPrintable(part));
    }
    const auto marked = m_bench.stamp(one, markedStamp(), path(QStringLiteral("2")));
    QVERIFY(marked && marked->marked && marked->notices.isEmpty());
    check(QStringLiteral("2"), markedStamp(), true);
    const auto relabelled = m_bench.stamp(path(QStringLiteral("2")), otherStamp(), path(QStringLiteral("3")));
    QVERIFY(relabelled && relabelled->marked);
    check(QStringLiteral("3"), otherStamp(), true);
    for (const auto &[name, content] : partsOf(path(QStringLiteral("3")))) {
        QVERIFY2(!content.contains(markedStamp().classText.toUtf8()), name.constData());
        if (!name.endsWith(".bin"))
            QVERIFY2(label::ooxml::outlineOf(content, 1, QString()), name.constData());
    }
    // Stamping twice is as good as once.
    QVERIFY(m_bench.stamp(path(QStringLiteral("3")), otherStamp(), path(QStringLiteral("4"))));
    QCOMPARE(differences(partsOf(path(QStringLiteral("3"))), partsOf(path(QStringLiteral("4")))),
             QStringList());

    QVERIFY(m_bench.remove(path(QStringLiteral("4")), path(QStringLiteral("5"))));
    QCOMPARE(differences(partsOf(path(QStringLiteral("5"))), parts), QStringList());
    QCOMPARE(m_bench.hash(path(QStringLiteral("5"))), hash);
    const auto removed = m_bench.read(path(QStringLiteral("5")));
    QVERIFY(removed && !removed->label && !removed->malformed && !removed->marked);
}

void TestOoxmlCodec::knowsItsOwn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("own");
    QTest::newRow("docx") << packed(wordParts()) << true;
    QTest::newRow("no archive") << QByteArray("a plain text") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("OLE2") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 encrypted") << false;
    QTest::newRow("other archive") << packed({{"a.txt", "a"}}) << false;
    QTest::newRow("xlsb") << packed(excelParts({}, {},
                                               "application/vnd.ms-excel.sheet.binary.macroEnabled.main"))
                          << false;
    QTest::newRow("vsdx") << packed(wordParts({}, {}, "application/vnd.ms-visio.drawing.main+xml")) << false;
    QTest::newRow("cut docx") << packed(wordParts()).chopped(40) << true;
    QTest::newRow("UTF-16 content types") << [] {
        Parts parts = wordParts();
        parts["[Content_Types].xml"] = utf16(parts["[Content_Types].xml"]);
        return packed(parts);
    }() << true;
}

void TestOoxmlCodec::knowsItsOwn()
{
    QFETCH(QByteArray, bytes);
    save(path(QStringLiteral("file")), bytes);
    QTEST(m_bench.recognises(path(QStringLiteral("file"))), "own");
}

void TestOoxmlCodec::propertiesAreWhatOthersRead()
{
    Parts parts = wordParts();
    addCore(parts, "<cp:category>会計</cp:category>");
    save(path(QStringLiteral("a.docx")), packed(parts));
    QVERIFY(m_bench.stamp(path(QStringLiteral("a.docx")), markedStamp(), path(QStringLiteral("b.docx"))));
    const Parts stamped = partsOf(path(QStringLiteral("b.docx")));
    const QByteArray custom = stamped.at("docProps/custom.xml");
    const auto outline = label::ooxml::outlineOf(custom, 3, QString());
    QVERIFY(outline);
    int pid = 2;
    for (const label::ooxml::Element &element : *outline) {
        if (element.depth != 2)
            continue;
        QVERIFY(element.name == "property"); // a prefix makes Word report corruption
        QVERIFY(element.attribute("fmtid") == "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}");
        QVERIFY(*element.attribute("pid") == std::to_string(pid++));
    }
    QVERIFY(custom.contains("name=\"情報資産の分類\"><vt:lpwstr>自治体機密性3B・完全性2・可用性1<"));
    QVERIFY(custom.contains("name=\"urn:bails:IntellectualProperty:Impact:Scale\"><vt:lpwstr>UK-Cabinet<"));
    QVERIFY(stamped.at("docProps/core.xml")
                .contains("<cp:category>自治体機密性3B・完全性2・可用性1; 会計</cp:category>"));
    QVERIFY(stamped.at("docProps/core.xml").contains(">自治体機密性3B・完全性2・可用性1</cp:keywords>"));
    if (!hasProgram(QStringLiteral("exiftool")) ||
        !runs(QStringLiteral("perl"), {QStringLiteral("-MArchive::Zip"), QStringLiteral("-e1")}))
        QSKIP("exiftool with Archive::Zip is not here.");
    QByteArray said;
    QVERIFY(runs(QStringLiteral("exiftool"),
                 {QStringLiteral("-s3"), QStringLiteral("-Category"), QStringLiteral("-Keywords"),
                  path(QStringLiteral("b.docx"))},
                 &said));
    QCOMPARE(said, QByteArray("自治体機密性3B・完全性2・可用性1; 会計\n自治体機密性3B・完全性2・可用性1\n"));
}

void TestOoxmlCodec::othersPropertiesComeBack()
{
    save(path(QStringLiteral("a")), packed(withNamesOfOurs()));
    QVERIFY(m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("b"))));
    const QByteArray custom = partsOf(path(QStringLiteral("b"))).at("docProps/custom.xml");
    QVERIFY(custom.contains("name=\"Shirushi.Before:情報資産の分類\"><vt:lpwstr>独自の値<"));
    QVERIFY(custom.contains("pid=\"9\" name=\"Unrelated\""));
    // Names and identifiers are unique, although the highest one was taken.
    QSet<QByteArray> seen;
    const auto outline = label::ooxml::outlineOf(custom, 2, QString());
    QVERIFY(outline);
    for (std::size_t i = 1; i < outline->size(); ++i) {
        for (const char *attribute : {"pid", "name"}) {
            const QByteArray value = label::bytesOf(*outline->at(i).attribute(attribute)).toLower();
            QVERIFY2(!seen.contains(value), value.constData());
            seen.insert(value);
        }
    }
    // A class that somebody chose in LibreOffice since is not ours to take.
    Parts edited = partsOf(path(QStringLiteral("b")));
    edited["docProps/custom.xml"].replace(
        "BusinessAuthorizationCategory:Name\"><vt:lpwstr>自治体機密性3B・完全性2・可用性1",
        "BusinessAuthorizationCategory:Name\"><vt:lpwstr>Confidential");
    save(path(QStringLiteral("c")), packed(edited));
    QVERIFY(m_bench.remove(path(QStringLiteral("c")), path(QStringLiteral("d"))));
    QVERIFY(partsOf(path(QStringLiteral("d"))).at("docProps/custom.xml").contains("Confidential"));
}

// LibreOffice takes the semicolon between keywords away when it saves a document anew.
void TestOoxmlCodec::keywordsThatWereJoinedAnewAreTakenApart()
{
    Parts parts = wordParts();
    addCore(parts, "<cp:keywords>他の語 二つ目</cp:keywords>");
    save(path(QStringLiteral("a")), packed(parts));
    QVERIFY(m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("b"))));
    Parts saved = partsOf(path(QStringLiteral("b")));
    QVERIFY(saved["docProps/core.xml"].contains("可用性1; 他の語"));
    saved["docProps/core.xml"].replace("可用性1; 他の語", "可用性1 他の語");
    save(path(QStringLiteral("c")), packed(saved));
    QVERIFY(m_bench.remove(path(QStringLiteral("c")), path(QStringLiteral("d"))));
    QVERIFY(partsOf(path(QStringLiteral("d"))).at("docProps/core.xml").contains(">他の語 二つ目</cp:keywords>"));
}

void TestOoxmlCodec::marksEverySection()
{
    save(path(QStringLiteral("a")), packed(sectionedParts({})));
    const auto written = m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("b")));
    QVERIFY(written && written->marked);
    const Parts parts = partsOf(path(QStringLiteral("b")));
    const QByteArray mark = "<w:jc w:val=\"right\"/></w:pPr><w:r><w:t>自治体機密性3B・完全性2・可用性1</w:t>";
    int headers = 0;
    for (const auto &[name, content] : parts) {
        if (!content.contains("<w:hdr"))
            continue;
        ++headers;
        QCOMPARE(content.count(mark), 1);
    }
    QCOMPARE(headers, 3); // two that were there, and one for even pages
    const QByteArray document = parts.at("word/document.xml");
    QCOMPARE(document.count("headerReference"), 3);
    QVERIFY(document.contains("<w:sectPr><w:headerReference w:type=\"even\" "
                              "r:id=\"shirushiHeader\"/><w:headerReference w:type=\"default\""));
    QVERIFY(parts.at("word/header1.xml").indexOf(mark) < parts.at("word/header1.xml").indexOf("既存"));
}

void TestOoxmlCodec::marksSheets_data()
{
    QTest::addColumn<QByteArray>("tail");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray ours = "&amp;R&amp;K01+000&amp;K01+000自治体機密性3B・完全性2・可用性1";
    QTest::newRow("none") << QByteArray("<pageMargins/><rowBreaks/>")
                          << "<pageMargins/><headerFooter ><oddHeader >" + ours +
                                 "</oddHeader></headerFooter><rowBreaks/>";
    QTest::newRow("protected") << QByteArray("<sheetProtection sheet=\"1\"/><drawing/>")
                               << "<sheetProtection sheet=\"1\"/><headerFooter ><oddHeader >" + ours +
                                      "</oddHeader></headerFooter><drawing/>";
    QTest::newRow("kept") << QByteArray(
                                 "<headerFooter><oddHeader>&amp;L左&amp;R&amp;D</oddHeader></headerFooter>")
                          << "<oddHeader>&amp;L左" + ours + "\n&amp;D</oddHeader>";
    QTest::newRow("even and first") << QByteArray(
                                           "<headerFooter differentOddEven=\"1\" "
                                           "differentFirst=\"1\"><evenFooter>e</evenFooter></headerFooter>")
                                    << "<oddHeader >" + ours + "</oddHeader><evenHeader >" + ours +
                                           "</evenHeader><evenFooter>e</evenFooter><firstHeader >" + ours +
                                           "</firstHeader>";
    QTest::newRow("not in effect") << QByteArray("<headerFooter><evenHeader>e</evenHeader></headerFooter>")
                                   << "<oddHeader >" + ours + "</oddHeader><evenHeader>e</evenHeader>";
}

void TestOoxmlCodec::marksSheets()
{
    QFETCH(QByteArray, tail);
    QFETCH(QByteArray, expected);
    save(path(QStringLiteral("a")), packed(excelParts({}, tail)));
    QVERIFY(m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("b"))));
    const QByteArray sheet = partsOf(path(QStringLiteral("b"))).at("xl/worksheets/sheet1.xml");
    QVERIFY2(sheet.contains(expected), sheet.constData());
}

void TestOoxmlCodec::marksSlides()
{
    save(path(QStringLiteral("a")), packed(powerPointParts()));
    QVERIFY(m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("b"))));
    const QByteArray slide = partsOf(path(QStringLiteral("b"))).at("ppt/slides/slide1.xml");
    QVERIFY(slide.contains("<p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id=\"8\" name=\"Shirushi mark\"/>"));
    QVERIFY(slide.contains("</p:sp><p:extLst>"));
    QVERIFY(slide.contains("<a:off x=\"5791200\" y=\"114300\"/><a:ext cx=\"6096000\""));
    QVERIFY(slide.contains("<a:t>自治体機密性3B・完全性2・可用性1</a:t>"));
}

// A reference to what its relationship does not call a header: what went in there would not be found again.
void TestOoxmlCodec::leavesHeadersThatAreNone()
{
    Parts parts = sectionedParts({});
    parts["word/_rels/document.xml.rels"].replace("/header\" Target=\"header1.xml", "/image\" Target=\"header1.xml");
    save(path(QStringLiteral("a")), packed(parts));
    const auto written = m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("b")));
    QVERIFY(written && written->marked);
    QCOMPARE(written->notices.size(), 1);
    QCOMPARE(partsOf(path(QStringLiteral("b"))).at("word/header1.xml"), parts.at("word/header1.xml"));
    QCOMPARE(m_bench.hash(path(QStringLiteral("b"))), m_bench.hash(path(QStringLiteral("a"))));
    QVERIFY(m_bench.remove(path(QStringLiteral("b")), path(QStringLiteral("c"))));
    QVERIFY(differences(partsOf(path(QStringLiteral("c"))), parts).isEmpty());
}

void TestOoxmlCodec::noMarkUnlessAsked()
{
    save(path(QStringLiteral("a")), packed(sectionedParts({})));
    const auto written = m_bench.stamp(path(QStringLiteral("a")), otherStamp(), path(QStringLiteral("b")));
    QVERIFY(written && !written->marked);
    QCOMPARE(partsOf(path(QStringLiteral("b"))).at("word/document.xml"),
             sectionedParts({}).at("word/document.xml"));
}

void TestOoxmlCodec::tellsWhatHasNoRoom()
{
    const QByteArray tail =
        "<headerFooter><oddHeader>" + QByteArray(250, 'x') + "</oddHeader></headerFooter>";
    save(path(QStringLiteral("a")), packed(excelParts({}, tail)));
    const auto written = m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("b")));
    QVERIFY(written && !written->marked);
    QCOMPARE(written->notices.size(), 1);
    const auto reading = m_bench.read(path(QStringLiteral("b")));
    QVERIFY(reading && reading->label && !reading->marked);
    QCOMPARE(m_bench.hash(path(QStringLiteral("a"))), m_bench.hash(path(QStringLiteral("b"))));
}

void TestOoxmlCodec::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    Parts parts = wordParts();
    addRootPart(parts, "_xmlsignatures/origin.sigs",
                "application/vnd.openxmlformats-package.digital-signature-origin",
                "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin", {});
    QTest::newRow("signed") << packed(parts) << ErrorCode::Signed;
    parts = wordParts();
    parts["word/document.xml"].replace("<w:document",
                                       "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document");
    QTest::newRow("external entity") << packed(parts) << ErrorCode::Unsupported;
    parts = wordParts();
    const QByteArray farIn = "<!--" + QByteArray(100'000, ' ') + "--><!DOCTYPE d><w:document";
    parts["word/document.xml"].replace("<w:document", farIn);
    QTest::newRow("document type far in") << packed(parts) << ErrorCode::Unsupported;
    parts = wordParts();
    parts["word/document.xml"] = utf16("<!DOCTYPE d><d/>");
    QTest::newRow("document type in UTF-16") << packed(parts) << ErrorCode::Unsupported;
    parts = wordParts();
    addCore(parts, {});
    parts["docProps/core.xml"] = utf16(parts["docProps/core.xml"]);
    QTest::newRow("UTF-16 properties") << packed(parts) << ErrorCode::Unsupported;
    parts = wordParts();
    parts["[Content_Types].xml"] = utf16(parts["[Content_Types].xml"]);
    QTest::newRow("UTF-16 content types") << packed(parts) << ErrorCode::Unsupported;
    parts = wordParts();
    addCustom(parts, {});
    parts["docProps/custom.xml"] = "<!DOCTYPE p [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><p>&b;</p>";
    QTest::newRow("entities") << packed(parts) << ErrorCode::Unsupported;
    parts = wordParts();
    addCustom(parts, {});
    parts["docProps/custom.xml"].chop(5);
    QTest::newRow("cut properties") << packed(parts) << ErrorCode::Damaged;
    parts = wordParts();
    addCustom(parts, {});
    addRootPart(parts, "docProps/more.xml",
                "application/vnd.openxmlformats-officedocument.custom-properties+xml",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
                customXml({}));
    QTest::newRow("two custom parts") << packed(parts) << ErrorCode::Damaged;
    parts = wordParts();
    addCore(parts, {});
    parts.erase("docProps/core.xml");
    QTest::newRow("missing part") << packed(parts) << ErrorCode::Damaged;
    parts = wordParts();
    parts.erase("word/document.xml");
    QTest::newRow("no document") << packed(parts) << ErrorCode::Damaged;
    parts = wordParts();
    parts.erase("_rels/.rels");
    QTest::newRow("no relationships") << packed(parts) << ErrorCode::Damaged;
    QTest::newRow("cut") << packed(wordParts()).chopped(30) << ErrorCode::Damaged;
    parts = wordParts();
    parts["word/document.xml"] = QByteArray(80 << 20, ' ');
    QTest::newRow("bomb") << packed(parts) << ErrorCode::TooLarge;
    QTest::newRow("other kind") << packed(wordParts({}, {}, "application/vnd.ms-visio.drawing.main+xml"))
                                << ErrorCode::Unsupported;
}

void TestOoxmlCodec::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    save(path(QStringLiteral("a")), bytes);
    const auto written =
        m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("never")));
    QVERIFY(!written);
    QCOMPARE(written.error().code, code);
    QVERIFY(!written.error().message.isEmpty());
    QVERIFY(!QFile::exists(path(QStringLiteral("never"))));
}

// The label is what matters: a document whose text we cannot edit still takes it.
void TestOoxmlCodec::marksAreLeftOutWhereTheyCannotBe()
{
    Parts parts = wordParts();
    parts["word/document.xml"] = utf16(parts["word/document.xml"]);
    save(path(QStringLiteral("a")), packed(parts));
    const auto written = m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("b")));
    QVERIFY(written && !written->marked);
    QCOMPARE(written->notices.size(), 1);
    const auto reading = m_bench.read(path(QStringLiteral("b")));
    QVERIFY(reading && reading->label);
}

void TestOoxmlCodec::showsPurviewLabels()
{
    Parts parts = wordParts();
    addCustom(parts, customProperty(2, "MSIP_Label_0a0a0a0a-1111-2222-3333-444444444444_Name", "社外秘"));
    addRootPart(parts, "docMetadata/LabelInfo.xml", "application/vnd.ms-office.classificationlabels+xml",
                "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels",
                "<clbl:labelList xmlns:clbl=\"http://schemas.microsoft.com/office/2020/mipLabelMetadata\">"
                "<clbl:label id=\"{0A0A0A0A-1111-2222-3333-444444444444}\" enabled=\"1\" removed=\"0\"/>"
                "<clbl:label id=\"{bbbbbbbb-1111-2222-3333-444444444444}\" enabled=\"1\" removed=\"0\"/>"
                "<clbl:label id=\"{cccccccc-1111-2222-3333-444444444444}\" removed=\"1\"/></clbl:labelList>");
    save(path(QStringLiteral("a")), packed(parts));
    QVERIFY(m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("b"))));
    const auto reading = m_bench.read(path(QStringLiteral("b")));
    QVERIFY(reading && reading->label);
    const std::vector<label::ForeignLabel> expected{
        {QStringLiteral("Microsoft Purview"), QStringLiteral("社外秘")},
        {QStringLiteral("Microsoft Purview"), QStringLiteral("bbbbbbbb-1111-2222-3333-444444444444")}};
    QCOMPARE(reading->foreign.size(), expected.size());
    QVERIFY(reading->foreign == expected);
    QCOMPARE(partsOf(path(QStringLiteral("b"))).at("docMetadata/LabelInfo.xml"),
             parts.at("docMetadata/LabelInfo.xml"));
}

void TestOoxmlCodec::otherDocumentsHaveOtherHashes()
{
    QSet<QByteArray> hashes;
    std::vector<Parts> documents{wordParts(),  wordParts({true}), wordParts({}, "<w:p/>"),
                                 excelParts(), powerPointParts(), sectionedParts({}),
                                 withMacros(), withNamesOfOurs()};
    Parts renamed = wordParts();
    renamed["word/other.xml"] = "x";
    documents.push_back(renamed);
    for (const Parts &parts : documents) {
        save(path(QStringLiteral("a")), packed(parts));
        const QByteArray hash = m_bench.hash(path(QStringLiteral("a")));
        QCOMPARE(hash.size(), 64);
        QVERIFY(!hashes.contains(hash));
        hashes.insert(hash);
    }
}

// Parts with bytes changed at random, in a container that is whole: nothing but a result or an error.
void TestOoxmlCodec::survivesDamage()
{
    QRandomGenerator random(20261121);
    int stamped = 0;
    for (const Parts &whole :
         {sectionedParts({}), excelParts({}, "<headerFooter/>"), powerPointParts(), withNamesOfOurs()}) {
        save(path(QStringLiteral("a")), packed(whole));
        QVERIFY(m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("b"))));
        const Parts marked = partsOf(path(QStringLiteral("b")));
        for (int round = 0; round < 150; ++round) {
            Parts parts = marked;
            for (auto &[name, content] : parts) {
                if (content.isEmpty() || random.bounded(3) != 0)
                    continue;
                const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(content.size())));
                if (random.bounded(2) == 0)
                    content[at] = static_cast<char>(random.bounded(256));
                else
                    content.remove(at, static_cast<qsizetype>(random.bounded(40)));
            }
            save(path(QStringLiteral("c")), packed(parts));
            const QByteArray hash = m_bench.hash(path(QStringLiteral("c")));
            static_cast<void>(m_bench.read(path(QStringLiteral("c"))));
            static_cast<void>(m_bench.remove(path(QStringLiteral("c")), path(QStringLiteral("d"))));
            if (!m_bench.stamp(path(QStringLiteral("c")), otherStamp(), path(QStringLiteral("d"))))
                continue;
            ++stamped;
            const auto reading = m_bench.read(path(QStringLiteral("d")));
            QVERIFY(reading && reading->label && *reading->label == otherStamp().label);
            QCOMPARE(m_bench.hash(path(QStringLiteral("d"))), hash);
        }
    }
    QVERIFY2(stamped > 50, QByteArray::number(stamped).constData());
}

QTEST_GUILESS_MAIN(TestOoxmlCodec)
#include "tst_ooxmlcodec.moc"
