// What the one reader of XML takes and refuses, where it says that things stand, and that nothing upsets it.
#include "label/xml/xmltree.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace shirushi::label;
using Token = XmlScanner::Token;

namespace {

XmlFault faultOf(const QByteArray &xml, std::size_t deepest = XmlScanner::deepestNesting)
{
    XmlScanner scanner(viewOf(xml), deepest);
    for (;;) {
        const Token token = scanner.next();
        if (token == Token::End || token == Token::Malformed)
            return scanner.fault();
    }
}

QByteArray numbered(const char *before, int count, const char *after)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += before + QByteArray::number(i) + after;
    return text;
}

const QByteArray sample = "\xef\xbb\xbf<?xml version='1.0'?><!-- - --><a xmlns='u' xmlns:p=\"v\" p:x = 'a>b'>\n"
                          "<p:b y='&lt;'>t&#x65E5;<![CDATA[<z>]]></p:b ><c xmlns='w' xmlns:p='' /><d/></a>\n";

} // namespace

class TestXmlScanner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judges_data();
    void judges();
    void boundsHold();
    void placesAreRight();
    void followsNamespaces();
    void tellsEncodings_data();
    void tellsEncodings();
    void treeChecksNames_data();
    void treeChecksNames();
    void treeKeepsWhatIsAsked();
    void treeIsBounded();
    void textGoesThereAndBack();
    void textInsideElements();
    void splices();
    void survivesDamage();
};

void TestXmlScanner::judges_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<XmlFault>("fault");
    const auto row = [](const char *name, const QByteArray &xml, XmlFault fault) { QTest::newRow(name) << xml << fault; };
    for (const char *good :
         {"<a/>", "<a></a>", "<a b='' c=\"'\"/>", "<a\n\tb = 'x' />", "<a>&amp;&#65;&#x41;</a >", "<名 属='値'>字</名>",
          "<?xml version='1.0'?>\n<!-- c --><a><!--->--><?p q?></a>\n<!--x-->", "<p:a p:b='1' b='2'/>", "<a>]]></a>",
          "<_a-b.c1/>", "<a b='1' b='2'/>"})
        row(good, good, XmlFault::None);
    for (const char *bad :
         {"", " ", "x", "<", "<a", "<a>", "</a>", "<a/><b/>", "<a/>x", "x<a/>", "<a><b></a></b>", "<a b=c/>", "<a b/>",
          "<a b='1'c='2'/>", "<a b='<'/>", "<a b='1", "<a / >", "< a/>", "<a>&x;</a>", "<a>& </a>", "<a>&#0;</a>",
          "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a>&#99999999999999999999;</a>", "<a>&#-1;</a>", "<a>&#x;</a>",
          "<a b='&x;'/>", "<a><!-- </a>", "<a><!-- -- --></a>", "<a><!-- ---></a>", "<a><![CDATA[</a>",
          "<![CDATA[x]]><a/>", "<a><?p</a>", "<1/>", "<a:/>", "<:a/>", "<a:b:c/>", "<a:1/>", "<a 1='2'/>", "<a></ a>",
          "<a></a b='1'>", "<a\"b\"/>"})
        row(bad, bad, XmlFault::NotWellFormed);
    row("document type", "<!DOCTYPE a><a/>", XmlFault::DocumentType);
    row("entities", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", XmlFault::DocumentType);
    row("declaration inside", "<a><!ELEMENT a ANY></a>", XmlFault::DocumentType);
}

void TestXmlScanner::judges()
{
    QFETCH(QByteArray, xml);
    QTEST(faultOf(xml), "fault");
}

void TestXmlScanner::boundsHold()
{
    const auto nested = [](int depth) -> QByteArray { return QByteArray("<a>").repeated(depth) + QByteArray("</a>").repeated(depth); };
    QCOMPARE(faultOf(nested(4096)), XmlFault::None);
    QCOMPARE(faultOf(nested(4097)), XmlFault::TooLarge);
    QCOMPARE(faultOf(nested(3), 3), XmlFault::None);
    QCOMPARE(faultOf(nested(4), 3), XmlFault::TooLarge);
    QCOMPARE(faultOf("<a" + numbered(" b", 4096, "=''") + "/>"), XmlFault::None);
    QCOMPARE(faultOf("<a" + numbered(" b", 4097, "=''") + "/>"), XmlFault::TooLarge);
    const QByteArray bindings = "<b" + numbered(" xmlns:p", 512, "='u'") + "/>";
    QCOMPARE(faultOf("<a>" + bindings + bindings + "</a>"), XmlFault::None);
    QCOMPARE(faultOf("<a xmlns='u'>" + bindings + "</a>"), XmlFault::TooLarge);
}

void TestXmlScanner::placesAreRight()
{
    XmlScanner scanner(viewOf(sample));
    QByteArray tiled = "\xef\xbb\xbf";
    std::vector<std::pair<Token, std::size_t>> tags;
    for (Token token = scanner.next(); token != Token::End; token = scanner.next()) {
        QVERIFY(token != Token::Malformed);
        tiled += bytesOf(viewOf(sample).substr(scanner.begin(), scanner.end() - scanner.begin()));
        if (token == Token::StartTag || token == Token::EndTag)
            tags.emplace_back(token, scanner.depth());
        for (const ScannedAttribute &attribute : scanner.attributes()) {
            QVERIFY(attribute.value.data() == sample.constData() + attribute.valueBegin);
            QVERIFY(isXmlSpace(sample.at(static_cast<qsizetype>(attribute.begin))));
        }
    }
    QCOMPARE(tiled, sample); // every byte belongs to one token
    const std::vector<std::pair<Token, std::size_t>> expected = {
        {Token::StartTag, 1}, {Token::StartTag, 2}, {Token::EndTag, 2}, {Token::StartTag, 2},
        {Token::EndTag, 2},   {Token::StartTag, 2}, {Token::EndTag, 2}, {Token::EndTag, 1}};
    QVERIFY(tags == expected);
}

void TestXmlScanner::followsNamespaces()
{
    XmlScanner scanner(viewOf(sample));
    std::map<std::string_view, std::pair<std::string_view, std::optional<std::string_view>>> seen;
    for (Token token = scanner.next(); token != Token::End; token = scanner.next()) {
        if (token == Token::StartTag)
            seen[scanner.name()] = {scanner.namespaceOf(prefixOf(scanner.name())), scanner.boundTo("p")};
    }
    QVERIFY(seen["a"] == std::pair(std::string_view("u"), std::optional<std::string_view>("v")));
    QVERIFY(seen["p:b"] == std::pair(std::string_view("v"), std::optional<std::string_view>("v")));
    QVERIFY(seen["c"] == std::pair(std::string_view("w"), std::optional<std::string_view>("")));
    QVERIFY(seen["d"] == std::pair(std::string_view("u"), std::optional<std::string_view>("v")));
    QVERIFY(!scanner.boundTo("q"));
    QVERIFY(scanner.namespaceOf("xml") == "http://www.w3.org/XML/1998/namespace");
}

void TestXmlScanner::tellsEncodings_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<int>("encoding");
    const auto row = [](const char *name, const QByteArray &xml, XmlEncoding encoding) {
        QTest::newRow(name) << xml << static_cast<int>(encoding);
    };
    row("nothing said", "<a>字</a>", XmlEncoding::Utf8);
    row("marked", "\xef\xbb\xbf<a/>", XmlEncoding::Utf8);
    row("said", "<?xml version='1.0' encoding='Utf-8'?><a/>", XmlEncoding::Utf8);
    row("ASCII", "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><a/>", XmlEncoding::Utf8);
    row("another", "\xef\xbb\xbf<?xml version='1.0' encoding='Shift_JIS'?><a/>", XmlEncoding::Other);
    row("said behind the declaration", "<?xml version='1.0'?><a encoding='x'/>", XmlEncoding::Utf8);
    row("another instruction", "<?xmlx encoding='x'?><a/>", XmlEncoding::Utf8);
    row("UTF-16 marked", QByteArray("\xff\xfe<\0a\0/\0>\0", 10), XmlEncoding::Other);
    row("UTF-16 bare", QByteArray("\0<\0a\0/\0>", 8), XmlEncoding::Other);
    row("overlong", "<a>\xc0\x80</a>", XmlEncoding::Broken);
    row("zero", QByteArray("<a>a\0</a>", 9), XmlEncoding::Broken);
}

void TestXmlScanner::tellsEncodings()
{
    QFETCH(QByteArray, xml);
    QTEST(static_cast<int>(encodingOf(viewOf(xml))), "encoding");
}

void TestXmlScanner::treeChecksNames_data()
{
    QTest::addColumn<QByteArray>("xml");
    for (const char *bad : {"<p:a/>", "<a p:b=''/>", "<a b='1' b='2'/>", "<a>\x0b</a>", "<a><p:b xmlns:p='u'/><p:b/></a>"})
        QTest::newRow(bad) << QByteArray(bad);
}

void TestXmlScanner::treeChecksNames()
{
    QFETCH(QByteArray, xml);
    QVERIFY(XmlTree::parse(xml, {}));
    const auto checked = XmlTree::parse(xml, {.checksNames = true});
    QVERIFY(!checked);
    QCOMPARE(checked.error(), XmlFault::NotWellFormed);
}

void TestXmlScanner::treeKeepsWhatIsAsked()
{
    const auto tree = XmlTree::parse(sample, {.checksNames = true});
    QVERIFY(tree);
    QCOMPARE(tree->elements().size(), std::size_t(4));
    const XmlElement *b = tree->child(tree->root(), "v", "b");
    QVERIFY(b && b == tree->child(tree->root(), "p:b") && tree->parent(*b) == &tree->root());
    QCOMPARE(tree->text(*b), std::optional(QStringLiteral("t日<z>")));
    QCOMPARE(tree->value(*tree->attribute(*b, "y")), QStringLiteral("<"));
    QVERIFY(tree->raw(tree->attribute(tree->root(), "v", "x")->whole) == " p:x = 'a>b'");
    QVERIFY(tree->raw(b->whole).starts_with("<p:b y") && tree->raw(b->whole).ends_with("</p:b >"));
    QVERIFY(tree->raw(b->startTag()) == "<p:b y='&lt;'>");
    QVERIFY(tree->children(tree->root()).size() == 3 && !tree->text(tree->root()));
    QVERIFY(tree->prefixFor("v") == "p" && !tree->prefixFor("u"));
    const auto shallow = XmlTree::parse(sample, {.deepestKept = 1});
    QVERIFY(shallow && shallow->elements().size() == 1 && shallow->root().whole.end == tree->root().whole.end);
}

void TestXmlScanner::treeIsBounded()
{
    const QByteArray three = "<a><b/><b/></a>";
    QVERIFY(XmlTree::parse(three, {.mostNodes = 3}));
    QCOMPARE(XmlTree::parse(three, {.mostNodes = 2}).error(), XmlFault::TooLarge);
    QVERIFY(XmlTree::parse(three, {.mostNodes = 1, .deepestKept = 1}));
    QCOMPARE(XmlTree::parse("<a b='' c=''/>", {.mostNodes = 1}).error(), XmlFault::TooLarge);
    QCOMPARE(XmlTree::parse(three, {.longest = 14}).error(), XmlFault::TooLarge);
    QVERIFY(XmlTree::parse(three + QByteArray(3, '\0'), {.dropsZeros = true}));
    QCOMPARE(XmlTree::parse(three + QByteArray(3, '\0'), {}).error(), XmlFault::NotWellFormed);
    QCOMPARE(XmlTree::parse(QByteArray("\xff\xfe<\0", 4), {}).error(), XmlFault::Encoding);
}

void TestXmlScanner::textGoesThereAndBack()
{
    const QString text = QStringLiteral("<機密性3B> & \"𠮷野\" 'x'\n\t");
    const QByteArray written = escapedXml(text);
    QCOMPARE(written, QByteArray("&lt;機密性3B&gt; &amp; &quot;𠮷野&quot; &apos;x&apos;\n\t"));
    QCOMPARE(unescapedXml(viewOf(written)), text);
    const QString unwritable = QString(QChar(u'\x01')) + QChar(u'\xd800') + QChar(u'\xdc00') + QChar(u'\xdc00')
                               + QChar(u'\xffff') + u'\r';
    QCOMPARE(escapedXml(unwritable), QByteArray(" \xf0\x90\x80\x80   "));
    QCOMPARE(unescapedXml("&nix;&#0;a&b"), QStringLiteral("\uFFFD\uFFFDa\uFFFDb"));
    const QString marked = QStringLiteral("\uFEFFa&\uFEFFb");
    QCOMPARE(unescapedXml(viewOf(escapedXml(marked))), marked);
}

void TestXmlScanner::textInsideElements()
{
    constexpr std::string_view spaces[] = {"t:s"};
    QCOMPARE(textInXml("a<t:s/>b<t:sp x='>'>c</t:sp><!--d>--><?e >?>&amp;<![CDATA[<f>]]>", spaces),
             QStringLiteral("a bc&<f>"));
    for (const char *cut : {"a<![CDATA[", "a<!--", "a<?", "a<b c='", "a<"})
        QVERIFY(textInXml(cut).startsWith(u'a'));
}

void TestXmlScanner::splices()
{
    Splices splices;
    QVERIFY(splices.isEmpty());
    splices.remove(4, 5);
    splices.insert(1, "x");
    splices.insert(1, "y");
    splices.replace(2, 4, "z");
    QCOMPARE(splices.apply("012345"), QByteArray("0xy1z5"));
}

// Damaged text is walked to its end or to a fault, within its bytes, and no walk is longer than the text.
void TestXmlScanner::survivesDamage()
{
    QRandomGenerator random(20261121);
    const QByteArray pieces = "<>/='\"&;:!-?[] \n\0ax#\xff";
    for (int i = 0; i < 20'000; ++i) {
        QByteArray damaged = sample;
        for (int changes = random.bounded(1, 5); changes > 0; --changes) {
            const int at = random.bounded(static_cast<int>(damaged.size()));
            damaged[at] = pieces.at(random.bounded(static_cast<int>(pieces.size())));
        }
        if (i % 4 == 0)
            damaged.truncate(random.bounded(static_cast<int>(damaged.size())));
        XmlScanner scanner(viewOf(damaged));
        qsizetype steps = 0;
        for (Token token = scanner.next(); token != Token::End && token != Token::Malformed; token = scanner.next()) {
            QVERIFY(scanner.begin() <= scanner.end() && viewOf(damaged).size() >= scanner.end());
            QVERIFY(++steps <= damaged.size());
        }
        const auto tree = XmlTree::parse(damaged, {.checksNames = i % 2 == 0});
        if (tree) {
            QCOMPARE(scanner.fault(), XmlFault::None);
            for (const XmlElement &element : tree->elements())
                QVERIFY(element.whole.begin < element.content.begin && element.content.end <= element.whole.end);
        }
        Q_UNUSED(textInXml(viewOf(damaged)));
    }
}

QTEST_GUILESS_MAIN(TestXmlScanner)
#include "tst_xmlscanner.moc"
