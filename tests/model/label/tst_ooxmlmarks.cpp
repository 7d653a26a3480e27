// Visible marks in Office packages written by hand: on every section, sheet and slide, or told why not.
#include "ooxmlpackages.h"

#include <QTemporaryDir>

using namespace shirushi;
using namespace shirushi::tests;

class TestOoxmlMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void marksEverySection();
    void marksSheets_data();
    void marksSheets();
    void marksSlides();
    void leavesHeadersThatAreNone();
    void noMarkUnlessAsked();
    void tellsWhatHasNoRoom();
    void marksAreLeftOutWhereTheyCannotBe();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    std::unique_ptr<label::Codec> m_codec = label::makeOoxmlCodec();
    Bench m_bench{*m_codec};
};

void TestOoxmlMarks::marksEverySection()
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

void TestOoxmlMarks::marksSheets_data()
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

void TestOoxmlMarks::marksSheets()
{
    QFETCH(QByteArray, tail);
    QFETCH(QByteArray, expected);
    save(path(QStringLiteral("a")), packed(excelParts({}, tail)));
    QVERIFY(m_bench.stamp(path(QStringLiteral("a")), markedStamp(), path(QStringLiteral("b"))));
    const QByteArray sheet = partsOf(path(QStringLiteral("b"))).at("xl/worksheets/sheet1.xml");
    QVERIFY2(sheet.contains(expected), sheet.constData());
}

void TestOoxmlMarks::marksSlides()
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
void TestOoxmlMarks::leavesHeadersThatAreNone()
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

void TestOoxmlMarks::noMarkUnlessAsked()
{
    save(path(QStringLiteral("a")), packed(sectionedParts({})));
    const auto written = m_bench.stamp(path(QStringLiteral("a")), otherStamp(), path(QStringLiteral("b")));
    QVERIFY(written && !written->marked);
    QCOMPARE(partsOf(path(QStringLiteral("b"))).at("word/document.xml"),
             sectionedParts({}).at("word/document.xml"));
}

void TestOoxmlMarks::tellsWhatHasNoRoom()
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

// The label is what matters: a document whose text we cannot edit still takes it.
void TestOoxmlMarks::marksAreLeftOutWhereTheyCannotBe()
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

QTEST_GUILESS_MAIN(TestOoxmlMarks)
#include "tst_ooxmlmarks.moc"
