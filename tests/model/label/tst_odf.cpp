#include "label/codec.h"

#include "label/zip.h"
#include "odffixtures.h"
#include "samplelabel.h"
#include "zipbuilder.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace shirushi;
using base::ErrorCode;
using label::Stamp;
using label::ZipReader;
using platform::FileSource;

Q_DECLARE_METATYPE(shirushi::base::ErrorCode)

namespace {

constexpr auto otherClass = u"自治体機密性2・完全性1・可用性1";

Stamp stampWith(bool mark)
{
    Stamp stamp = tests::sampleStamp();
    stamp.mark = mark;
    const QString bails = QStringLiteral("urn:bails:IntellectualProperty:");
    stamp.interoperable = {{bails + QStringLiteral("BusinessAuthorizationCategory:Name"), stamp.classText},
                           {bails + QStringLiteral("Impact:Scale"), QStringLiteral("UK-Cabinet")}};
    return stamp;
}

Stamp otherStamp()
{
    Stamp stamp = stampWith(false);
    stamp.classText = stamp.markText = QString::fromUtf16(otherClass);
    stamp.interoperable.front().second = stamp.classText;
    stamp.label.classes[QStringLiteral("confidentiality")] = QStringLiteral("2");
    stamp.label.reason = QString(300, u'長'); // the label in several pieces
    return stamp;
}

QByteArray squeezed(const QByteArray &text)
{
    return QString::fromUtf8(text).remove(QRegularExpression(QStringLiteral("\\s"))).toUtf8();
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(100'000) || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

std::map<std::string, QByteArray> contentsOf(const FileSource &source)
{
    std::map<std::string, QByteArray> contents;
    const auto reader = ZipReader::open(source);
    if (!reader)
        return contents;
    for (const label::ZipEntry &entry : reader->entries())
        contents[entry.name] = reader->content(entry).value();
    return contents;
}

bool isWellFormed(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    reader.setNamespaceProcessing(false);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

std::vector<std::string> namesOf(const FileSource &source)
{
    std::vector<std::string> names;
    const auto reader = ZipReader::open(source);
    for (const label::ZipEntry &entry : reader.value().entries())
        names.push_back(entry.name);
    return names;
}

} // namespace

class TestOdf : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void labelsWhatLibreOfficeWrote_data();
    void labelsWhatLibreOfficeWrote();
    void isReadByOthers_data() { labelsWhatLibreOfficeWrote_data(); }
    void isReadByOthers();
    void survivesLibreOffice_data() { labelsWhatLibreOfficeWrote_data(); }
    void survivesLibreOffice();
    void givesBackWhatOthersHad_data();
    void givesBackWhatOthersHad();
    void hidesNothingFromTheHash();
    void refuses_data();
    void refuses();
    void tellsWhereNoMarkFits();
    void labelsTheCorpus();
    void survivesDamage();

private:
    FileSource saved(const QByteArray &bytes, const QString &ending);
    FileSource opened(const QString &name);
    FileSource stamped(const FileSource &source, const Stamp &stamp);
    FileSource removed(const FileSource &source);
    QByteArray hashOf(const FileSource &source) const;
    QStringList converted(const QStringList &from, const QString &format);
    std::vector<QByteArray> pdfTexts(std::initializer_list<const FileSource *> sources);
    void checkRoundTrip(const FileSource &source);

    std::unique_ptr<label::Codec> m_codec = label::makeOdfCodec();
    QTemporaryDir m_folder;
    int m_count = 0;
};

FileSource TestOdf::opened(const QString &name)
{
    auto source = FileSource::open(base::toPath(name));
    if (!source)
        qFatal("cannot open %s", qPrintable(name));
    return *std::move(source);
}

FileSource TestOdf::saved(const QByteArray &bytes, const QString &ending)
{
    const QString name = m_folder.filePath(QString::number(++m_count) + ending);
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the fixture");
    file.close();
    return opened(name);
}

FileSource TestOdf::stamped(const FileSource &source, const Stamp &stamp)
{
    platform::MemorySink out;
    const auto written = m_codec->stamp(source, stamp, out);
    if (!written)
        qFatal("%s", qPrintable(oneLine(written.error())));
    return saved(out.bytes(), QString::fromStdString(source.path().extension().string()));
}

FileSource TestOdf::removed(const FileSource &source)
{
    platform::MemorySink out;
    const auto written = m_codec->remove(source, out);
    if (!written)
        qFatal("%s", qPrintable(oneLine(written.error())));
    return saved(out.bytes(), QString::fromStdString(source.path().extension().string()));
}

QByteArray TestOdf::hashOf(const FileSource &source) const
{
    const auto hash = m_codec->contentHash(source);
    return hash ? *hash : "error: " + oneLine(hash.error()).toUtf8();
}

// In one run of LibreOffice, because its start takes longer than the files.
QStringList TestOdf::converted(const QStringList &from, const QString &format)
{
    const QString folder = m_folder.filePath(QStringLiteral("out%1").arg(++m_count));
    outputOf(QStringLiteral("timeout"),
             QStringList{QStringLiteral("100"), QStringLiteral("soffice"),
                         QStringLiteral("-env:UserInstallation=file://") + m_folder.filePath(QStringLiteral("profile")),
                         QStringLiteral("--headless"), QStringLiteral("--convert-to"), format,
                         QStringLiteral("--outdir"), folder}
                 + from);
    QStringList made;
    for (const QString &name : from)
        made += folder + u'/' + QFileInfo(name).completeBaseName() + u'.' + format;
    return made;
}

// The text of each as a PDF that LibreOffice makes of it, without white space.
std::vector<QByteArray> TestOdf::pdfTexts(std::initializer_list<const FileSource *> sources)
{
    QStringList names;
    for (const FileSource *source : sources)
        names += base::toDisplay(source->path());
    std::vector<QByteArray> texts;
    for (const QString &pdf : converted(names, QStringLiteral("pdf")))
        texts.push_back(squeezed(outputOf(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")})));
    return texts;
}

void TestOdf::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("soffice")).isEmpty())
        return;
    const auto make = [&](const char *flat, const QString &name, const QString &format) {
        const QString from = m_folder.filePath(name);
        QFile file(from);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(flat);
        file.close();
        const QString made = converted({from}, format).first();
        QVERIFY(QFile::rename(made, m_folder.filePath(QStringLiteral("fixture.") + format)));
    };
    make(tests::flatText, QStringLiteral("text.fodt"), QStringLiteral("odt"));
    make(tests::flatText, QStringLiteral("template.fodt"), QStringLiteral("ott"));
    make(tests::flatSheets, QStringLiteral("sheets.fods"), QStringLiteral("ods"));
    make(tests::flatSlides, QStringLiteral("slides.fodp"), QStringLiteral("odp"));
    const QByteArray drawing = QByteArray(tests::flatSlides)
                                   .replace("opendocument.presentation\"", "opendocument.graphics\"")
                                   .replace("office:presentation>", "office:drawing>");
    make(drawing.constData(), QStringLiteral("drawing.fodg"), QStringLiteral("odg"));
}

void TestOdf::labelsWhatLibreOfficeWrote_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"odt", "ott", "ods", "odp", "odg"})
        QTest::newRow(format) << QString::fromLatin1(format);
    if (!QFile::exists(m_folder.filePath(QStringLiteral("fixture.odt"))))
        QSKIP("no LibreOffice here");
}

// Everything a label's life holds, with each thing that must not change along the way.
void TestOdf::checkRoundTrip(const FileSource &source)
{
    const auto before = contentsOf(source);
    const auto names = namesOf(source);
    const QByteArray hash = hashOf(source);
    QCOMPARE(hash.size(), 64);

    const FileSource plain = stamped(source, stampWith(false));
    QCOMPARE(hashOf(plain), hash);
    auto after = contentsOf(plain);
    QVERIFY(after.at("meta.xml").contains("機密性3B"));
    for (const auto &[name, content] : before) {
        const bool mayDiffer = name == "meta.xml" || (name == "META-INF/manifest.xml" && !before.contains("meta.xml"));
        if (!mayDiffer)
            QVERIFY2(after[name] == content, name.c_str());
    }
    const auto reading = m_codec->read(plain);
    QVERIFY(reading && reading->label && !reading->malformed && !reading->marked);
    QCOMPARE(*reading->label, tests::sampleLabel());

    const FileSource marked = stamped(plain, stampWith(true));
    QCOMPARE(hashOf(marked), hash);
    const bool hasMark = m_codec->read(marked).value().marked;
    for (const auto &[name, content] : contentsOf(marked)) {
        if (name.ends_with(".xml") && isWellFormed(before.contains(name) ? before.at(name) : "<x/>"))
            QVERIFY2(isWellFormed(content), name.c_str());
    }
    const FileSource again = stamped(marked, otherStamp());
    QCOMPARE(hashOf(again), hash);
    const auto relabelled = m_codec->read(again);
    QCOMPARE(relabelled.value().label.value(), otherStamp().label);
    QCOMPARE(relabelled->marked, hasMark);
    for (const auto &[name, content] : contentsOf(again)) { // nothing piles up
        const auto was = before.find(name);
        QCOMPARE(content.count("機密性3B"), was == before.end() ? 0 : was->second.count("機密性3B"));
    }
    QCOMPARE(contentsOf(stamped(again, stampWith(false))), contentsOf(marked));

    const FileSource bare = removed(again);
    QCOMPARE(contentsOf(bare), before);
    QCOMPARE(namesOf(bare), names);
    QCOMPARE(hashOf(bare), hash);
    QVERIFY(!m_codec->read(bare).value().label);
}

void TestOdf::labelsWhatLibreOfficeWrote()
{
    QFETCH(QString, format);
    const FileSource source = opened(m_folder.filePath(QStringLiteral("fixture.") + format));
    QVERIFY(m_codec->recognises(source));
    QCOMPARE(m_codec->read(source).value().label, std::nullopt);
    checkRoundTrip(source);

    platform::MemorySink out;
    QVERIFY(m_codec->stamp(source, stampWith(true), out).value().marked);
    const FileSource marked = saved(out.bytes(), u'.' + format);
    QVERIFY(m_codec->recognises(marked));
    QVERIFY(m_codec->read(marked).value().marked);
    QCOMPARE(out.bytes().mid(30, 8), QByteArray("mimetype"));
    const auto reader = ZipReader::open(marked);
    QCOMPARE(reader.value().entries().front().name, std::string("mimetype"));
    QCOMPARE(reader->entries().front().method, 0);
    QCOMPARE(reader->entries().front().flags & 8, ZipReader::open(source).value().entries().front().flags & 8);
}

void TestOdf::isReadByOthers()
{
    QFETCH(QString, format);
    const FileSource source = opened(m_folder.filePath(QStringLiteral("fixture.") + format));
    const FileSource marked = stamped(source, stampWith(true));
    const QByteArray mark = stampWith(true).markText.toUtf8();

    const FileSource plain = stamped(source, stampWith(false));
    std::vector<QByteArray> texts = pdfTexts({&source, &marked, &plain});
    const QByteArray before = texts[0];
    QByteArray after = texts[1];
    QVERIFY(!before.isEmpty());
    QCOMPARE(after.count(mark), 2); // every fixture has two pages
    QCOMPARE(after.replace(mark, QByteArray()), before);
    QCOMPARE(texts[2], before);

    const QByteArray said = outputOf(QStringLiteral("exiftool"), {QStringLiteral("-json"), QStringLiteral("-struct"),
                                                                  base::toDisplay(marked.path())});
    const QJsonObject fields = QJsonDocument::fromJson(said).array().first().toObject();
    QCOMPARE(fields.value(QStringLiteral("Keyword")).toString(), stampWith(true).classText);
    QCOMPARE(fields.value(QStringLiteral("User-definedName")).toString(), QStringLiteral("情報資産の分類"));
    QCOMPARE(fields.value(QStringLiteral("User-defined")).toString(), stampWith(true).classText);
    const QByteArray all = outputOf(QStringLiteral("exiftool"), {QStringLiteral("-a"), base::toDisplay(marked.path())});
    QVERIFY(all.contains("必要以上の複製及び配付禁止") && all.contains("Shirushi.Label"));
}

// LibreOffice writes everything anew: the label stays, and the mark is still known as ours.
void TestOdf::survivesLibreOffice()
{
    QFETCH(QString, format);
    const FileSource source = opened(m_folder.filePath(QStringLiteral("fixture.") + format));
    const FileSource marked = stamped(source, stampWith(true));
    const FileSource resaved = opened(converted({base::toDisplay(marked.path())}, format).first());
    const auto reading = m_codec->read(resaved);
    QCOMPARE(reading.value().label.value(), tests::sampleLabel());
    QVERIFY(reading->marked);

    const QByteArray hash = hashOf(resaved);
    const FileSource again = stamped(resaved, otherStamp());
    QCOMPARE(hashOf(again), hash);
    QVERIFY(m_codec->read(again).value().marked);
    const FileSource bare = removed(again);
    const std::vector<QByteArray> texts = pdfTexts({&again, &bare, &source});
    const QByteArray &text = texts[0];
    QCOMPARE(text.count(QString::fromUtf16(otherClass).toUtf8()), 2);
    QVERIFY(!text.contains("機密性3B"));

    QCOMPARE(hashOf(bare), hash);
    QCOMPARE(hashOf(removed(resaved)), hash);
    for (const auto &[name, content] : contentsOf(bare)) {
        QVERIFY2(!content.contains("hirushi"), name.c_str());
        QVERIFY2(!content.contains("機密性"), name.c_str());
        QVERIFY2(!content.contains("urn:bails"), name.c_str());
    }
    QCOMPARE(texts[1], texts[2]);
}

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

void TestOdf::givesBackWhatOthersHad_data()
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

void TestOdf::givesBackWhatOthersHad()
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
void TestOdf::hidesNothingFromTheHash()
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

void TestOdf::refuses_data()
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

void TestOdf::refuses()
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

void TestOdf::tellsWhereNoMarkFits()
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

void TestOdf::labelsTheCorpus()
{
    const QString set = qEnvironmentVariable("SHIRUSHI_CORPUS");
    const QString corpus = set.isEmpty() ? QStringLiteral(SHIRUSHI_SOURCE_DIR "/../shared/corpus") : set;
    QDirIterator files(corpus, {QStringLiteral("*.od?"), QStringLiteral("*.ot?")}, QDir::Files, QDirIterator::Subdirectories);
    int labelled = 0;
    int refused = 0;
    while (files.hasNext()) {
        const FileSource source = opened(files.next());
        if (!m_codec->recognises(source)) {
            qInfo("not ours: %s", source.path().c_str());
            continue;
        }
        if (const auto hash = m_codec->contentHash(source); !hash) {
            qInfo("refused: %s", qPrintable(oneLine(hash.error())));
            ++refused;
            continue;
        }
        checkRoundTrip(source);
        if (QTest::currentTestFailed()) {
            qWarning("%s", source.path().c_str());
            return;
        }
        ++labelled;
    }
    if (labelled + refused == 0)
        QSKIP("no corpus here");
    qInfo("%d labelled, %d refused", labelled, refused);
    QVERIFY(labelled > 0);
}

void TestOdf::survivesDamage()
{
    Parts parts = usualParts("presentation");
    const FileSource whole = stamped(saved(packed(parts), QStringLiteral(".odp")), stampWith(true));
    const QByteArray good = whole.all(1 << 20).value();
    const auto contents = contentsOf(whole);
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

QTEST_GUILESS_MAIN(TestOdf)
#include "tst_odf.moc"
