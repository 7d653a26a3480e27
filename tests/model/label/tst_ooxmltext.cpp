// Where things stand in XML text, edits that can be taken back, and Excel's header text.
#include "label/ooxml/ooxmlheadertext.h"
#include "label/ooxml/ooxmloutline.h"

#include <QTest>

using namespace shirushi;
using namespace shirushi::label;
using namespace shirushi::label::ooxml;

class TestOoxmlText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesWhatIsNotWellFormed_data();
    void refusesWhatIsNotWellFormed();
    void findsElements();
    void editsAreTakenBack_data();
    void editsAreTakenBack();
    void textIsEscaped();
    void headerMarks_data();
    void headerMarks();
    void headerMarksOfOthers();
    void headerWithoutRoom();
};

void TestOoxmlText::refusesWhatIsNotWellFormed_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<int>("code");
    const int damaged = static_cast<int>(base::ErrorCode::Damaged);
    const int unsupported = static_cast<int>(base::ErrorCode::Unsupported);
    QTest::newRow("empty") << QByteArray() << damaged;
    QTest::newRow("open") << QByteArray("<a><b></b>") << damaged;
    QTest::newRow("crossed") << QByteArray("<a><b></a></b>") << damaged;
    QTest::newRow("two roots") << QByteArray("<a/><b/>") << damaged;
    QTest::newRow("text outside") << QByteArray("<a/>x") << damaged;
    QTest::newRow("no quotes") << QByteArray("<a b=c/>") << damaged;
    QTest::newRow("no space") << QByteArray("<a b=\"c\"d=\"e\"/>") << damaged;
    QTest::newRow("less in value") << QByteArray("<a b=\"<\"/>") << damaged;
    QTest::newRow("unknown entity") << QByteArray("<a>&x;</a>") << damaged;
    QTest::newRow("lone ampersand") << QByteArray("<a>& </a>") << damaged;
    QTest::newRow("document type") << QByteArray("<!DOCTYPE a [<!ENTITY x 'y'>]><a/>") << damaged;
    QTest::newRow("cut tag") << QByteArray("<a b=\"c") << damaged;
    QTest::newRow("cut comment") << QByteArray("<a><!-- ") << damaged;
    QTest::newRow("deep") << QByteArray("<a>").repeated(100'000) << damaged;
    QTest::newRow("not UTF-8") << QByteArray("<a>\xe3\x81</a>") << unsupported;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe<\0a\0/\0>\0", 10) << unsupported;
    QTest::newRow("other encoding") << QByteArray("<?xml version='1.0' encoding='Shift_JIS'?><a/>")
                                    << unsupported;
}

void TestOoxmlText::refusesWhatIsNotWellFormed()
{
    QFETCH(QByteArray, xml);
    const auto outline = outlineOf(xml, 3, QStringLiteral("x"));
    QVERIFY(!outline);
    QTEST(static_cast<int>(outline.error().code), "code");
}

void TestOoxmlText::findsElements()
{
    const QByteArray xml =
        "\xef\xbb\xbf<?xml version='1.0'?><!-- c --><a xmlns='u' xmlns:p=\"v\" p:x = 'a>b'>"
        "<p:b y='&lt;'>t<![CDATA[<z>]]></p:b ><c xmlns='w' /></a>\n";
    const auto outline = outlineOf(xml, 2, QStringLiteral("x"));
    QVERIFY(outline);
    QCOMPARE(outline->size(), std::size_t(3));
    const Element &a = outline->at(0);
    const Element &b = outline->at(1);
    const Element &c = outline->at(2);
    QVERIFY(a.uri == "u" && b.uri == "v" && c.uri == "w");
    QVERIFY(a.attribute("x", "v") == "a>b" && !a.attribute("x"));
    QVERIFY(b.local() == "b" && b.prefix() == "p" && b.parent == 0 && b.spacedEnd && !b.spacedStart);
    QCOMPARE(unescapedXml(*b.attribute("y")), QStringLiteral("<"));
    QCOMPARE(textInXml(viewOf(xml).substr(b.contentBegin, b.contentEnd - b.contentBegin)),
             QStringLiteral("t<z>"));
    QVERIFY(c.selfClosing && c.end == a.contentEnd);
    QCOMPARE(a.prefixFor("v"), std::optional(QByteArray("p")));
}

void TestOoxmlText::editsAreTakenBack_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("with children") << QByteArray("<a><b/></a>");
    QTest::newRow("empty") << QByteArray("<a></a>");
    QTest::newRow("closed") << QByteArray("<a/>");
    QTest::newRow("closed with space") << QByteArray("<a x='1' />");
    QTest::newRow("white space") << QByteArray("<a>\n  <b/>\n</a>");
}

void TestOoxmlText::editsAreTakenBack()
{
    QFETCH(QByteArray, xml);
    const auto before = outlineOf(xml, 1, QStringLiteral("x"));
    QVERIFY(before);
    Edits edits(xml);
    edits.append(before->front(), "<ours>1</ours><ours>2</ours>");
    const QByteArray edited = edits.apply();
    const auto after = outlineOf(edited, 2, QStringLiteral("x"));
    QVERIFY2(after, edited.constData());
    std::vector<const Element *> ours;
    for (const Element &element : *after) {
        if (element.name == "ours")
            ours.push_back(&element);
    }
    QCOMPARE(ours.size(), std::size_t(2));
    Edits back(edited);
    back.remove(after->front(), ours);
    QCOMPARE(back.apply(), xml);
}

void TestOoxmlText::textIsEscaped()
{
    const QString text = QStringLiteral("<機密性3B> & \"𠮷野\"") + QChar(u'\x01') + QChar(u'\xd800');
    QCOMPARE(escapedXml(text), QByteArray("&lt;機密性3B&gt; &amp; &quot;𠮷野&quot;  "));
    QCOMPARE(unescapedXml("&lt;&#x20BB7;&#26085;&amp;amp;&apos;"), QStringLiteral("<𠮷日&amp;'"));
    QCOMPARE(unescapedXml("&#x110000;&#0;&nix;"), QString(3, QChar::ReplacementCharacter));
}

namespace {

QString applied(QString header, const std::optional<HeaderEdit> &edit)
{
    return edit ? header.replace(edit->begin, edit->end - edit->begin, edit->with)
                : QStringLiteral("nothing");
}

} // namespace

void TestOoxmlText::headerMarks_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("marked");
    const QString token = QString::fromUtf16(headerToken);
    QTest::newRow("empty") << QString() << (QStringLiteral("&R") + token + QStringLiteral("機密 && 3B"));
    QTest::newRow("centre") << QStringLiteral("表題")
                            << (QStringLiteral("表題&R") + token + QStringLiteral("機密 && 3B"));
    QTest::newRow("right") << QStringLiteral("&L左&C中&R右")
                           << (QStringLiteral("&L左&C中&R") + token + QStringLiteral("機密 && 3B\n右"));
    QTest::newRow("right first") << QStringLiteral("&R&\"MS,Bold\"&12右&L左")
                                 << (QStringLiteral("&R") + token +
                                     QStringLiteral("機密 && 3B\n&\"MS,Bold\"&12右&L左"));
    QTest::newRow("empty right") << QStringLiteral("&R")
                                 << (QStringLiteral("&R") + token + QStringLiteral("機密 && 3B\n"));
    QTest::newRow("ampersands") << QStringLiteral("A&&R B")
                                << (QStringLiteral("A&&R B&R") + token + QStringLiteral("機密 && 3B"));
    QTest::newRow("font named R") << QStringLiteral("&\"&R\"x")
                                  << (QStringLiteral("&\"&R\"x&R") + token + QStringLiteral("機密 && 3B"));
    QTest::newRow("colour of others")
        << QStringLiteral("&R&K01+000機密")
        << (QStringLiteral("&R") + token + QStringLiteral("機密 && 3B\n&K01+000機密"));
}

void TestOoxmlText::headerMarks()
{
    QFETCH(QString, header);
    QFETCH(QString, marked);
    QVERIFY(!headerMarkRemoval(header, {}));
    QCOMPARE(applied(header, headerMarkInsertion(header, QStringLiteral("機密 & 3B"))), marked);
    QCOMPARE(applied(marked, headerMarkRemoval(marked, {})), header);
}

void TestOoxmlText::headerMarksOfOthers()
{
    const QString saved = QStringLiteral("&C&A&R&\"Liberation Sans,Regular\"&10機密 && 3B");
    QVERIFY(!headerMarkRemoval(saved, {}));
    QCOMPARE(applied(saved, headerMarkRemoval(saved, {QStringLiteral("機密 & 3B")})), QStringLiteral("&C&A"));
    QVERIFY(!headerMarkRemoval(QStringLiteral("&R&10機密 && 3Bの表"), {QStringLiteral("機密 & 3B")}));
}

void TestOoxmlText::headerWithoutRoom()
{
    const QString mark = QStringLiteral("機密性3B");
    const qsizetype room = longestHeader - 2 - QStringView(headerToken).size() - mark.size();
    QVERIFY(headerMarkInsertion(QString(room, u'x'), mark));
    QVERIFY(!headerMarkInsertion(QString(room + 1, u'x'), mark));
    // Whatever follows these would be swallowed, and could not be found again.
    QVERIFY(!headerMarkInsertion(QStringLiteral("&\"Arial"), mark));
    QVERIFY(!headerMarkInsertion(QStringLiteral("x&"), mark));
    QVERIFY(!headerMarkInsertion(QStringLiteral("&K12"), mark));
}

QTEST_GUILESS_MAIN(TestOoxmlText)
#include "tst_ooxmltext.moc"
