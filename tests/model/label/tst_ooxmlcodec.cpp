// Labels and marks in Office packages written by hand: what goes in, and what comes back.
#include "ooxmlpackages.h"

#include "label/ooxml/ooxmloutline.h"
#include "label/properties.h"

#include <QTemporaryDir>
#include <QtEndian>

using namespace shirushi;
using namespace shirushi::tests;

Q_DECLARE_METATYPE(shirushi::tests::Parts)

namespace {

Parts withMacros()
{
    Parts parts = wordParts({}, "<w:p/>", "application/vnd.ms-word.document.macroEnabled.main+xml");
    parts["word/vbaProject.bin"] = QByteArray("\xd0\xcf\x11\xe0 macros");
    parts["word/vbaProjectSignature.bin"] = "signature of the macros";
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
    void showsPurviewLabels();
    void otherDocumentsHaveOtherHashes();

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

QTEST_GUILESS_MAIN(TestOoxmlCodec)
#include "tst_ooxmlcodec.moc"
