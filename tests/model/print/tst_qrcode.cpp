// QR codes: what another program reads from the picture is what was put in, up to the longest; what a code cannot hold is
// refused.
#include "print/qrcode.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

class TestQrCode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anotherProgramReadsIt_data();
    void anotherProgramReadsIt();
    void refused_data();
    void refused();

private:
    static QByteArray of(qsizetype length);
};

QByteArray TestQrCode::of(qsizetype length)
{
    const QByteArray characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$%*+-./:";
    QByteArray text;
    for (qsizetype i = 0; i < length; ++i)
        text += characters[(i * 7) % characters.size()];
    return text;
}

void TestQrCode::anotherProgramReadsIt_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const int length : {1, 44, 300, 1'100, 3'391})
        QTest::addRow("%d characters", length) << of(length);
}

void TestQrCode::anotherProgramReadsIt()
{
    QFETCH(const QByteArray, text);
    if (QStandardPaths::findExecutable(QStringLiteral("zbarimg")).isEmpty())
        QSKIP("zbarimg is not installed");
    const auto code = print::qrCode(text);
    QVERIFY(code.has_value());
    QCOMPARE(code->modules.size(), static_cast<std::size_t>(code->size * code->size));
    constexpr int quiet = 4;
    constexpr int scale = 4;
    const int side = (code->size + 2 * quiet) * scale;
    QByteArray picture = "P5 " + QByteArray::number(side) + ' ' + QByteArray::number(side) + " 255\n";
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int column = x / scale - quiet;
            const int row = y / scale - quiet;
            const bool isInside = column >= 0 && row >= 0 && column < code->size && row < code->size;
            picture += isInside && code->at(column, row) ? '\0' : '\xff';
        }
    }
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("code.pgm")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(picture), picture.size());
    file.close();
    QProcess reader;
    reader.start(QStringLiteral("zbarimg"), {QStringLiteral("-q"), QStringLiteral("--raw"), file.fileName()});
    QVERIFY(reader.waitForFinished());
    QCOMPARE(reader.readAllStandardOutput().trimmed(), text);
}

void TestQrCode::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QByteArray() << static_cast<int>(base::ErrorCode::InvalidInput);
    QTest::newRow("small letters") << QByteArray("abc") << static_cast<int>(base::ErrorCode::InvalidInput);
    QTest::newRow("Japanese") << QByteArray("印") << static_cast<int>(base::ErrorCode::InvalidInput);
    QTest::newRow("a zero byte") << QByteArray("A\0B", 3) << static_cast<int>(base::ErrorCode::InvalidInput);
    QTest::newRow("one too many") << of(3'392) << static_cast<int>(base::ErrorCode::TooLarge);
    QTest::newRow("far too many") << of(1'000'000) << static_cast<int>(base::ErrorCode::InvalidInput);
}

void TestQrCode::refused()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, code);
    const auto made = print::qrCode(text);
    QVERIFY(!made.has_value());
    QCOMPARE(static_cast<int>(made.error().code), code);
}

QTEST_GUILESS_MAIN(TestQrCode)
#include "tst_qrcode.moc"
