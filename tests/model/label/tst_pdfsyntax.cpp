#include "label/pdf/pdfflate.h"
#include "label/pdf/pdfplacement.h"
#include "label/pdf/pdfsyntax.h"

#include <QTest>

using namespace shirushi::label;

class PdfSyntaxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data();
    void values();
    void notValues_data();
    void notValues();
    void windowsThatEndTooEarly();
    void deepNesting();
    void dictionaries();
    void names();
    void strings_data();
    void strings();
    void texts();
    void numbers();
    void flateIsBounded();
    void predictors();
    void placement_data();
    void placement();
};

void PdfSyntaxTest::values_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("first");
    const auto row = [](const char *input, const char *first) {
        QTest::newRow(input) << QByteArray(input) << QByteArray(first);
    };
    row("  % note\n 12 34", "12");
    row("12 0 R 5", "12 0 R");
    row("12 0 Rx", "12");
    row("-.5]", "-.5");
    row("/Na#6de/b", "/Na#6de");
    row("/ /b", "/");
    row("(a(b)\\)c)d", "(a(b)\\)c)");
    row("<48 65>x", "<48 65>");
    row("<</A[1 2 0 R(])]/B<</C null>>>>tail", "<</A[1 2 0 R(])]/B<</C null>>>>");
    row("true/x", "true");
}

void PdfSyntaxTest::values()
{
    QFETCH(QByteArray, input);
    PdfLexer lexer(input);
    const auto value = lexer.value();
    QVERIFY(value);
    QTEST(value->toByteArray(), "first");
}

void PdfSyntaxTest::notValues_data()
{
    QTest::addColumn<QByteArray>("input");
    for (const char *input : {"", "   ", "endobj", ">>", "]", "(open", "(open\\", "<4", "<zz>", "[1 2", "<</A>>",
                              "<<1 2>>", "<</A 1", "--1", "1.2.3", "<"})
        QTest::newRow(input) << QByteArray(input);
}

void PdfSyntaxTest::notValues()
{
    QFETCH(QByteArray, input);
    PdfLexer lexer(input);
    QVERIFY(!lexer.value());
    QVERIFY(lexer.position() <= input.size());
}

void PdfSyntaxTest::windowsThatEndTooEarly()
{
    const QByteArray whole("12 0 obj <</A (b) /C [1 2 0 R] /D <41>>> endobj");
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const QByteArray part = whole.first(size);
        PdfLexer lexer(part, false);
        const bool complete = lexer.objectHeader() && lexer.value() && lexer.keyword("endobj");
        QVERIFY2(!complete, part.constData());
        QVERIFY2(lexer.ranOut() || lexer.atEnd(), part.constData());
    }
    // What may be the start of a reference is no number yet.
    PdfLexer lexer("12 ", false);
    QVERIFY(!lexer.value());
    QVERIFY(lexer.ranOut());
}

void PdfSyntaxTest::deepNesting()
{
    QVERIFY(PdfLexer(QByteArray(QByteArray(90, '[') + QByteArray(90, ']'))).value());
    QVERIFY(!PdfLexer(QByteArray(1'000'000, '[')).value());
    QByteArray dictionaries;
    for (int i = 0; i < 100'000; ++i)
        dictionaries += "<</A";
    QVERIFY(!PdfLexer(dictionaries).value());
}

void PdfSyntaxTest::dictionaries()
{
    auto dictionary = PdfDictionary::parse("<</A 1/B#20C(x)/D 3 0 R>>");
    QVERIFY(dictionary);
    QCOMPARE(dictionary->value("B C"), QByteArray("(x)"));
    dictionary->set("A", "[2]");
    dictionary->remove("D");
    dictionary->set("E", "/F");
    QCOMPARE(dictionary->toBytes(), QByteArray("<< /A [2] /B#20C (x) /E /F >>"));
    QVERIFY(!PdfDictionary::parse("<</A 1/#41 2>>"));
    QVERIFY(!PdfDictionary::parse("[1]"));
    QVERIFY(!PdfDictionary::parse(""));
}

void PdfSyntaxTest::names()
{
    QCOMPARE(pdfName("/A#20#e6#97"), QByteArray("A \xe6\x97"));
    QCOMPARE(pdfName("/A#2"), QByteArray("A#2"));
    QVERIFY(!pdfName("A"));
    QCOMPARE(toPdfName("分#("), QByteArray("/#e5#88#86#23#28"));
}

void PdfSyntaxTest::strings_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("escapes") << QByteArray("(a\\n\\(\\)\\\\\\101\\7x\\\r\ny)")
                             << QByteArray("a\n()\\A\x07xy");
    QTest::newRow("line ends") << QByteArray("(a\r\nb\rc)") << QByteArray("a\nb\nc");
    QTest::newRow("hexadecimal") << QByteArray("<4 1 4>") << QByteArray("A@");
    QTest::newRow("backslash last") << QByteArray("(\\)") << QByteArray();
}

void PdfSyntaxTest::strings()
{
    QFETCH(QByteArray, raw);
    QTEST(pdfString(raw).value_or("none"), "bytes");
}

void PdfSyntaxTest::texts()
{
    for (const QString &text :
         {QStringLiteral("plain (text) \\"), QStringLiteral("自治体機密性3B・𠮷野"), QString()})
        QCOMPARE(pdfText(pdfString(toPdfText(text)).value()), text);
    QCOMPARE(pdfText("\x18\x80\xa0\xe9"), QStringLiteral("˘•€é"));
    QCOMPARE(pdfText("\xff\xfe\x42\x30"), QStringLiteral("あ"));
    QCOMPARE(pdfText("\xef\xbb\xbf\xe3\x81\x82"), QStringLiteral("あ"));
}

void PdfSyntaxTest::numbers()
{
    QCOMPARE(pdfInteger("+12"), std::int64_t(12));
    QVERIFY(!pdfInteger("99999999999999999999"));
    QVERIFY(!pdfInteger(""));
    QVERIFY(!pdfInteger("1.5"));
    QCOMPARE(pdfNumber("-.25"), -0.25);
    QCOMPARE(pdfNumber("3."), 3.0);
    QVERIFY(!pdfNumber("."));
    QVERIFY(!pdfReference("9999999 0 R"));
    QVERIFY(!pdfReference("1 70000 R"));
    QCOMPARE(toPdfNumber(-0.00001), QByteArray("0"));
    QCOMPARE(toPdfNumber(12.34567), QByteArray("12.3457"));
    QCOMPARE(toPdfNumber(100), QByteArray("100"));
}

void PdfSyntaxTest::flateIsBounded()
{
    const QByteArray zeros = deflated(QByteArray(10'000'000, '\0'));
    QCOMPARE(inflated(zeros, 1'000'000).error(), FlateError::TooLarge);
    QCOMPARE(inflated(zeros, 10'000'000).value().size(), 10'000'000);
    QCOMPARE(inflated(zeros.first(zeros.size() / 2), 100'000'000).error(), FlateError::Damaged);
    QCOMPARE(inflated("no zlib data", 100).error(), FlateError::Damaged);
}

void PdfSyntaxTest::predictors()
{
    // None, left, up, average and Paeth, on rows of three bytes.
    const QByteArray rows = QByteArray::fromHex("00010203"
                                                "01010101"
                                                "02010101"
                                                "03010101"
                                                "04010101");
    QCOMPARE(withoutPngPredictor(rows, 3).value(), QByteArray::fromHex("010203"
                                                                       "010203"
                                                                       "020304"
                                                                       "020304"
                                                                       "030405"));
    QVERIFY(!withoutPngPredictor(rows, 6));
    QVERIFY(!withoutPngPredictor(QByteArray::fromHex("0501"), 1));
    QVERIFY(!withoutPngPredictor(rows, 0));
}

void PdfSyntaxTest::placement_data()
{
    QTest::addColumn<int>("rotate");
    QTest::addColumn<double>("unit");
    QTest::addColumn<QByteArray>("matrix");
    // A page of 400 × 600 whose corner is not the origin, a mark of 100 × 10, margins 20 (a twentieth)
    // and 15.
    QTest::newRow("upright") << 0 << 1.0 << QByteArray("1 0 0 1 290 625");
    QTest::newRow("90") << 90 << 1.0 << QByteArray("0 1 -1 0 30 521.65");
    QTest::newRow("180") << 180 << 1.0 << QByteArray("-1 0 0 -1 130 75");
    QTest::newRow("270") << 270 << 1.0 << QByteArray("0 -1 1 0 390 178.35");
    QTest::newRow("unit") << 0 << 2.0 << QByteArray("0.5 0 0 0.5 345.825 636.5");
}

void PdfSyntaxTest::placement()
{
    QFETCH(int, rotate);
    QFETCH(double, unit);
    const PdfPageFrame frame{{10, 50, 410, 650}, rotate, unit};
    QTEST(placeAtTopRight(frame, 100, 10).value_or("nowhere"), "matrix");
    QVERIFY(!placeAtTopRight({{0, 0, 10, 10}, 0, 1}, 100, 10));
    QVERIFY(!placeAtTopRight({{0, 0, 0, 0}, 0, 1}, 100, 10));
}

QTEST_GUILESS_MAIN(PdfSyntaxTest)
#include "tst_pdfsyntax.moc"
