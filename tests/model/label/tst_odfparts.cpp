// OpenDocument packages put together by hand: what others had comes back, what cannot be rewritten is refused, and
// damage harms nothing.
#include "odfbench.h"
#include "samplelabel.h"
#include "zipbuilder.h"

#include <QRandomGenerator>
#include <QTest>

using namespace shirushi;
using base::ErrorCode;
using platform::FileSource;
using tests::stampWith;

Q_DECLARE_METATYPE(shirushi::base::ErrorCode)

namespace {

constexpr char namespaces[] = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                              "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
                              "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                              "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
                              "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
                              "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
                              "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"";

using Parts = std::map<QByteArray, QByteArray>;

QByteArray root(const QByteArray &name, const QByteArray &inner)
{
    return "<office:" + name + ' ' + namespaces + '>' + inner + "</office:" + name + '>';
}

Parts usualParts(const QByteArray &kind = "text")
{
    return {{"mimetype", "application/vnd.oasis.opendocument." + kind},
            {"META-INF/manifest.xml",
             "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
             "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/x\"/></manifest:manifest>"},
            {"meta.xml", root("document-meta", "<office:meta><meta:keyword>予算</meta:keyword></office:meta>")},
            {"styles.xml", root("document-styles",
                                "<office:styles/><office:automatic-styles><style:page-layout style:name=\"a\"/>"
                                "</office:automatic-styles><office:master-styles><style:master-page style:name=\"b\"/>"
                                "</office:master-styles>")},
            {"content.xml", root("document-content", "<office:body><office:" + kind + "><draw:page/></office:" + kind
                                                         + "></office:body>")}};
}

QByteArray packed(Parts parts)
{
    tests::Archive archive;
    const auto add = [&](const QByteArray &name, const QByteArray &content, bool deflate) {
        tests::Record record;
        record.name = name;
        record.content = content;
        record.deflate = deflate;
        archive.records.push_back(record);
    };
    add("mimetype", parts["mimetype"], false);
    parts.erase("mimetype");
    for (const auto &[name, content] : parts)
        add(name, content, true);
    return build(archive);
}

QByteArray userDefined(const QByteArray &name, const QByteArray &value)
{
    return "<meta:user-defined meta:name=\"" + name + "\" meta:value-type=\"string\">" + value + "</meta:user-defined>";
}

} // namespace

class TestOdfParts : public QObject, private tests::OdfBench
{
    Q_OBJECT
private Q_SLOTS:
    void givesBackWhatOthersHad_data();
    void givesBackWhatOthersHad();
    void hidesNothingFromTheHash();
    void refuses_data();
    void refuses();
    void tellsWhereNoMarkFits();
    void survivesDamage();
};

void TestOdfParts::givesBackWhatOthersHad_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &kind, auto change) {
        Parts parts = usualParts(kind);
        change(parts);
        QTest::newRow(name) << packed(parts);
    };
    const auto meta = [](const QByteArray &inner) { return root("document-meta", "<office:meta>" + inner + "</office:meta>"); };
    row("usual", "text", [](Parts &) {});
    row("a template", "text", [](Parts &p) { p["mimetype"] += "-template"; });
    row("<office:meta/>", "text", [](Parts &p) { p["meta.xml"] = root("document-meta", "<office:meta/>"); });
    row("<office:meta />", "text", [](Parts &p) { p["meta.xml"] = root("document-meta", "<office:meta />\n"); });
    row("<office:meta></office:meta>", "text", [&](Parts &p) { p["meta.xml"] = meta({}); });
    row("no meta.xml", "text", [](Parts &p) { p.erase("meta.xml"); });
    row("byte order mark", "text", [](Parts &p) { p["meta.xml"].prepend("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"); });
    row("names of ours", "text", [&](Parts &p) {
        p["meta.xml"] = meta(userDefined("取扱制限", "課内限り") + userDefined("情報資産の分類", "社外秘") + userDefined("a&amp;b", "&lt;"));
    });
    row("the same keyword, the same class", "text", [&](Parts &p) {
        p["meta.xml"] = meta("<meta:keyword>自治体機密性3B・完全性2・可用性1</meta:keyword><meta:keyword>x</meta:keyword>");
    });
    row("another program's classification", "text", [&](Parts &p) {
        p["meta.xml"] = meta(userDefined("urn:bails:IntellectualProperty:BusinessAuthorizationCategory:Name", "Secret")
                             + userDefined("urn:bails:IntellectualProperty:Marking:document-header", "x"));
    });
    row("prefixes of its own", "text", [](Parts &p) {
        p["meta.xml"] = "<o:document-meta xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                        "xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"><o:meta><m:keyword>a</m:keyword>"
                        "</o:meta></o:document-meta>";
    });
    row("a default namespace", "text", [](Parts &p) {
        p["meta.xml"] = "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">"
                        "<office:meta>\n  <!-- nothing -->\n</office:meta></office:document-meta>";
    });
    const auto master = [](const QByteArray &inner) {
        return root("document-styles", "<office:master-styles><style:master-page style:name=\"b\">" + inner
                                           + "</style:master-page></office:master-styles>");
    };
    row("its own header of our words", "text", [&](Parts &p) {
        p["styles.xml"] = master("<style:header><text:p>自治体機密性3B・完全性2・可用性1</text:p></style:header>");
    });
    row("empty headers", "text", [&](Parts &p) {
        p["styles.xml"] = master("<style:header/><style:header-left></style:header-left><style:header-first/>");
    });
    row("a header switched off", "spreadsheet", [&](Parts &p) {
        p["styles.xml"] = master("<style:header style:display=\"false\"><text:p><text:sheet-name>\?\?\?</text:sheet-name></text:p></style:header>"
                                 "<style:header-left style:display=\"false\"/>");
    });
    row("regions", "spreadsheet", [&](Parts &p) {
        p["styles.xml"] = master("<style:header><style:region-left/><style:region-right/></style:header>");
    });
    row("no page style", "text", [&](Parts &p) { p["styles.xml"] = root("document-styles", "\n"); });
    row("no page style in its place", "spreadsheet", [&](Parts &p) {
        p["styles.xml"] = root("document-styles", "<office:automatic-styles/><office:master-styles/>");
    });
    row("few namespaces", "text", [&](Parts &p) {
        p["styles.xml"] = "<office:document-styles xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                          "xmlns:fo=\"http://www.w3.org/1999/XSL/Format\"><office:master-styles/></office:document-styles>";
    });
    row("declarations first", "text", [&](Parts &p) {
        p["styles.xml"] = master("<style:header><text:variable-decls><text:variable-decl/></text:variable-decls>"
                                 "<text:p/></style:header>");
    });
    row("slides", "presentation", [](Parts &p) {
        p["content.xml"] = root("document-content",
                                "<office:automatic-styles/><office:body><office:presentation><draw:page/>"
                                "<draw:page><draw:frame/><presentation:notes/></draw:page></office:presentation>"
                                "</office:body>");
    });
    row("comments that look like ours", "text", [&](Parts &p) {
        p["styles.xml"] = master("<style:header><!--shirushi--><text:p>a</text:p><text:p/><!--/shirushi-->"
                                 "<!--shirushi was x--><!--/shirushi--><!--shirushi opened--></style:header>");
    });
}

void TestOdfParts::givesBackWhatOthersHad()
{
    QFETCH(QByteArray, bytes);
    const FileSource source = saved(bytes, QStringLiteral(".odt"));
    QVERIFY(m_codec->recognises(source));
    platform::MemorySink out;
    const auto written = m_codec->stamp(source, stampWith(true), out);
    QVERIFY2(written, written ? "" : qPrintable(oneLine(written.error())));
    QVERIFY(written->marked);
    checkRoundTrip(source);
}

// Nobody can make a document look as if it were another one by dressing content as a mark of ours.
void TestOdfParts::hidesNothingFromTheHash()
{
    const QByteArray hash = hashOf(saved(packed(usualParts()), QStringLiteral(".odt")));
    for (const QByteArray &hidden :
         {QByteArray("<!--shirushi--><text:p>a</text:p><text:p>b</text:p><!--/shirushi-->"),
          QByteArray("<!--shirushi--><text:p><text:span>b</text:span></text:p><!--/shirushi-->"),
          QByteArray("<!--shirushi was 3c782f3e--><text:p>a</text:p><!--/shirushi-->"),
          QByteArray("<!--shirushi-->" + QByteArray(5000, 'x') + "<!--/shirushi-->")}) {
        Parts parts = usualParts();
        parts["styles.xml"].replace("<office:styles/>", QByteArray("<office:styles/>" + hidden));
        QVERIFY(hashOf(saved(packed(parts), QStringLiteral(".odt"))) != hash);
    }
    Parts parts = usualParts();
    parts["content.xml"].replace("<draw:page/>", "<draw:page/><!--shirushi--><text:p>a</text:p><!--/shirushi-->");
    QVERIFY(hashOf(saved(packed(parts), QStringLiteral(".odt"))) != hash);
    parts = usualParts();
    parts["meta.xml"].replace("予算", "決算");
    QVERIFY(hashOf(saved(packed(parts), QStringLiteral(".odt"))) != hash);
}

void TestOdfParts::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, ErrorCode code, auto change) {
        Parts parts = usualParts();
        change(parts);
        QTest::newRow(name) << packed(parts) << code;
    };
    row("signed", ErrorCode::Signed, [](Parts &p) { p["META-INF/documentsignatures.xml"] = "<x/>"; });
    row("signed macros", ErrorCode::Signed, [](Parts &p) { p["META-INF/macrosignatures.xml"] = "<x/>"; });
    row("encrypted", ErrorCode::Encrypted, [](Parts &p) {
        p["META-INF/manifest.xml"].replace("application/x\"/>", "x\"><manifest:encryption-data/></manifest:file-entry>");
        p["meta.xml"] = "\x01\x02\x03";
    });
    row("encrypted as a whole", ErrorCode::Encrypted, [](Parts &p) { p["encrypted-package"] = "x"; });
    row("no manifest", ErrorCode::Damaged, [](Parts &p) { p.erase("META-INF/manifest.xml"); });
    row("document type declaration", ErrorCode::Unsupported, [](Parts &p) {
        p["meta.xml"].prepend("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>");
    });
    row("UTF-16", ErrorCode::Unsupported, [](Parts &p) { p["meta.xml"] = QByteArray("\xff\xfe<\0a\0/\0>\0", 10); });
    row("another encoding", ErrorCode::Unsupported, [](Parts &p) {
        p["meta.xml"].prepend("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>");
    });
    row("not nested", ErrorCode::Damaged, [](Parts &p) { p["meta.xml"].replace("</meta:keyword>", "</meta:other>"); });
    row("cut off", ErrorCode::Damaged, [](Parts &p) { p["meta.xml"].chop(20); });
    row("nested beyond reason", ErrorCode::TooLarge, [](Parts &p) {
        p["meta.xml"].replace("予算", QByteArray("<a>").repeated(100'000));
    });
    row("no UTF-8", ErrorCode::Damaged, [](Parts &p) { p["meta.xml"].replace("予算", "\xff"); });
}

void TestOdfParts::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const FileSource source = saved(bytes, QStringLiteral(".odt"));
    QVERIFY(m_codec->recognises(source));
    platform::MemorySink out;
    for (const auto &error : {m_codec->stamp(source, stampWith(true), out).error(), m_codec->remove(source, out).error(),
                              m_codec->contentHash(source).error()})
        QCOMPARE(int(error.code), int(code));
    QCOMPARE(out.position(), 0U);
}

void TestOdfParts::tellsWhereNoMarkFits()
{
    Parts parts = usualParts();
    parts.erase("styles.xml");
    const FileSource source = saved(packed(parts), QStringLiteral(".odt"));
    platform::MemorySink out;
    const auto written = m_codec->stamp(source, stampWith(true), out);
    QVERIFY(written && !written->marked);
    QCOMPARE(written->notices.size(), 1);
    QVERIFY(m_codec->read(saved(out.bytes(), QStringLiteral(".odt"))).value().label);
}

void TestOdfParts::survivesDamage()
{
    Parts parts = usualParts("presentation");
    const FileSource whole = stamped(saved(packed(parts), QStringLiteral(".odp")), stampWith(true));
    const QByteArray good = whole.all(1 << 20).value();
    const auto contents = tests::contentsOf(whole);
    QRandomGenerator random(20261121);
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes = good;
        if (round % 2) { // inside the parts, where a checksum would hide it
            Parts damaged;
            for (const auto &[name, content] : contents)
                damaged[QByteArray::fromStdString(name)] = content;
            QByteArray &part = damaged[round % 4 == 1 ? "meta.xml" : "content.xml"];
            for (quint32 i = random.bounded(3U); i < 3; ++i)
                part[random.bounded(static_cast<int>(part.size()))] = "<>/\"'&!-?\0 a="[random.bounded(13)];
            if (random.bounded(6) == 0)
                part.truncate(random.bounded(static_cast<int>(part.size())));
            bytes = packed(damaged);
        } else {
            for (quint32 i = random.bounded(4U); i < 4; ++i)
                bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
        }
        m_count = 0;
        const FileSource source = saved(bytes, QStringLiteral(".odp"));
        (void)m_codec->recognises(source);
        (void)m_codec->read(source);
        const QByteArray hash = hashOf(source);
        platform::MemorySink out;
        if (!m_codec->stamp(source, stampWith(true), out))
            continue;
        QVERIFY(!hash.startsWith("error"));
        const FileSource restamped = saved(out.bytes(), QStringLiteral(".odp"));
        QCOMPARE(m_codec->read(restamped).value().label.value(), tests::sampleLabel());
        QCOMPARE(hashOf(restamped), hash);
    }
}

QTEST_GUILESS_MAIN(TestOdfParts)
#include "tst_odfparts.moc"
