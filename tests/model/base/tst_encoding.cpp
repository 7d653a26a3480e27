#include "base/encoding.h"
#include "base/error.h"
#include "base/path.h"

#include <QTest>

#include <cerrno>

using namespace shirushi;

class TestEncoding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyLengthComesBack();
    void onlyOneTextMeansAValue_data();
    void onlyOneTextMeansAValue();
    void pathsKeepTheirBytes();
    void errorsStayOnOneLine();
};

void TestEncoding::everyLengthComesBack()
{
    QByteArray bytes;
    for (int i = 0; i < 70; ++i) {
        QCOMPARE(base::fromBase64Url(base::toBase64Url(bytes)), std::optional(bytes));
        QCOMPARE(base::fromHex(base::toHex(bytes)), std::optional(bytes));
        bytes += static_cast<char>(i * 37);
    }
}

void TestEncoding::onlyOneTextMeansAValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("padding") << QByteArray("QQ==");
    QTest::newRow("trailing bits") << QByteArray("QR");
    QTest::newRow("other alphabet") << QByteArray("+/+/");
    QTest::newRow("white space") << QByteArray("QUJD\n");
    QTest::newRow("one character") << QByteArray("Q");
}

void TestEncoding::onlyOneTextMeansAValue()
{
    QFETCH(QByteArray, text);
    QVERIFY(!base::fromBase64Url(text));
}

void TestEncoding::pathsKeepTheirBytes()
{
    const base::Path odd("/files/\x83\x65.csv");
    QVERIFY(base::toDisplay(odd).contains(QChar(QChar::ReplacementCharacter)));
    QCOMPARE(base::withAppended(odd, ".xmp").native(), std::string("/files/\x83\x65.csv.xmp"));
    QCOMPARE(base::toPath(QStringLiteral("/ファイル")).native(), std::string("/ファイル"));
}

void TestEncoding::errorsStayOnOneLine()
{
    base::Error error = base::errorFromErrno(ENOSPC, QStringLiteral("two\nlines"));
    QCOMPARE(error.code, base::ErrorCode::NoSpace);
    QVERIFY(!base::oneLine(error).contains(QChar(u'\n')));
    QCOMPARE(base::errorFromErrno(EROFS, {}).code, base::ErrorCode::NotWritable);
    QCOMPARE(base::errorFromErrno(ENAMETOOLONG, {}).code, base::ErrorCode::NameTooLong);
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
