#include "print/embeddedtext.h"
#include "print/truetype.h"

#include <QTest>

using namespace shirushi;

class EmbeddedTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCharacterHasItsCode();
    void charactersBeyondTheFirstPlane();
    void alikeGlyphsStayApart();
    void lackingCharactersAreSetAsGeta();
    void subsetIsAFont();
    void breaksBecomeSpaces();
    void refused_data();
    void refused();
    void brokenFonts();
};

void EmbeddedTextTest::everyCharacterHasItsCode()
{
    const auto text = print::embedText(QStringLiteral("自自A"));
    QVERIFY(text);
    QCOMPARE(text->codes, QByteArray::fromHex("000100010002"));
    QVERIFY(text->toUnicode.contains("<0001> <81ea>\n"));
    QVERIFY(text->toUnicode.contains("<0002> <0041>\n"));
    QCOMPARE(text->widths.size(), std::size_t(3));
    QCOMPARE(text->widths[1], 1000);
    QVERIFY(text->widths[2] > 300 && text->widths[2] < 1000);
    QVERIFY(qAbs(text->width - (2000 + text->widths[2]) / 1000.0) < 0.002);
    QVERIFY(text->ascent > 500 && text->descent < 0);
}

void EmbeddedTextTest::charactersBeyondTheFirstPlane()
{
    const auto text = print::embedText(QStringLiteral("𠮷髙﨑渡邊"));
    QVERIFY(text);
    QVERIFY(text->toUnicode.contains("<0001> <d842dfb7>\n"));
    QVERIFY(text->toUnicode.contains("<0003> <fa11>\n"));
}

void EmbeddedTextTest::alikeGlyphsStayApart()
{
    // The radical ⼭ and the character 山 look the same and are not.
    const auto text = print::embedText(QStringLiteral("山⼭"));
    QVERIFY(text);
    QVERIFY(text->toUnicode.contains("<0001> <5c71>\n"));
    QVERIFY(text->toUnicode.contains("<0002> <2f2d>\n"));
}

void EmbeddedTextTest::lackingCharactersAreSetAsGeta()
{
    const auto text = print::embedText(QStringLiteral("𠮷〓"));
    const auto geta = print::embedText(QStringLiteral("〓〓"));
    QVERIFY(text && geta);
    QVERIFY(text->toUnicode.contains("<0001> <d842dfb7>\n"));
    QCOMPARE(text->widths[1], geta->widths[1]);
    QVERIFY(text->widths[1] > 0);
}

void EmbeddedTextTest::subsetIsAFont()
{
    const auto text = print::embedText(QStringLiteral("重要性分類Ⅰ"));
    QVERIFY(text);
    QVERIFY(text->fontProgram.size() < 20'000);
    QVERIFY(text->fontName.endsWith("+BIZUDPGothic"));
    // A subset has no character table: a code of the text is the number of a glyph.
    QVERIFY(!print::TrueType::parse(text->fontProgram));
    QVERIFY(text->fontProgram.contains("glyf"));
    QCOMPARE(text->glyphs, std::size_t(7));
}

void EmbeddedTextTest::breaksBecomeSpaces()
{
    const auto broken = print::embedText(QStringLiteral("A\nB\u2028C"));
    const auto spaced = print::embedText(QStringLiteral("A B C"));
    QVERIFY(broken && spaced);
    QCOMPARE(broken->codes, spaced->codes);
    QCOMPARE(broken->toUnicode, spaced->toUnicode);
}

void EmbeddedTextTest::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("too much") << QString(1001, u'あ');
}

void EmbeddedTextTest::refused()
{
    QFETCH(QString, text);
    const auto result = print::embedText(text);
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::ErrorCode::Unsupported);
}

void EmbeddedTextTest::brokenFonts()
{
    QVERIFY(!print::TrueType::parse({}));
    QVERIFY(!print::TrueType::parse("OTTO"));
    QFile file(QStringLiteral(SHIRUSHI_FONT_REGULAR));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    for (qsizetype size = 0; size < whole.size(); size += whole.size() / 50)
        QVERIFY(!print::TrueType::parse(whole.first(size)));
    // Tables that lie about what they hold: an answer or none, but an end.
    for (int table = 0; table < 20; ++table) {
        QByteArray bent = whole;
        const qsizetype record = 12 + table * 16;
        bent.replace(record + 8, 4, QByteArray::fromHex("00000040"));
        const auto font = print::TrueType::parse(bent);
        if (font)
            font->subset({0, font->glyphOf(U'自'), 65535});
    }
}

QTEST_GUILESS_MAIN(EmbeddedTextTest)
#include "tst_embeddedtext.moc"
