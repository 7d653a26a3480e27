// Visible marks on the pages of small PDF files: where they stand, what they say, and what stays as it was.
#include "pdfsamples.h"

using namespace shirushi;
using namespace shirushi::tests;
using base::ErrorCode;

class PdfMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data();
    void marks();
    void marksAreRenewedNotRepeated();
    void marksBeyondTheFirstPlane();
    void sharedAndInheritedThingsStay();
    void noPlaceForAMark();

private:
    QTemporaryDir m_folder;
};

void PdfMarksTest::marks_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("plain") << QByteArray();
    for (const int rotate : {90, 180, 270, -90, 450})
        QTest::newRow(number(rotate)) << QByteArray("/Rotate " + number(rotate));
    QTest::newRow("crop box") << QByteArray("/CropBox [50 50 500 780]");
    QTest::newRow("offset") << QByteArray("/MediaBox [-100 -200 400 500]");
    QTest::newRow("corners the other way") << QByteArray("/MediaBox [595 842 0 0]");
    QTest::newRow("user unit") << QByteArray("/UserUnit 2");
    QTest::newRow("own resources") << QByteArray(
        "/Resources << /Font << /F1 5 0 R >> /XObject << /ShirushiMark 4 0 R >> >>");
}

void PdfMarksTest::marks()
{
    QFETCH(QByteArray, page);
    const QByteArray bytes = onePage({}, page).table().bytes();
    PdfOnDisk pdf(m_folder, QStringLiteral("marks.pdf"), bytes);
    const label::Stamp stamp = markedStamp();
    QVERIFY(pdf.stamp(stamp).value().marked);
    QCOMPARE(pdf.qpdfCheck(), 0);
    QCOMPARE(pdf.text().count(stamp.markText), 1);

    // Where it stands on the page as it is seen: in the upper right corner, and whole.
    const QString boxes =
        run(QStringLiteral("pdftotext"), {QStringLiteral("-q"), QStringLiteral("-bbox"),
                                          QStringLiteral("-cropbox"), pdf.path(), QStringLiteral("-")})
            .output;
    const QRegularExpression pageSize(QStringLiteral("<page width=\"([\\d.]+)\" height=\"([\\d.]+)\""));
    const auto size = pageSize.match(boxes);
    QVERIFY2(size.hasMatch(), qPrintable(boxes));
    const QRegularExpression word(QStringLiteral(
        "xMin=\"([-\\d.]+)\" yMin=\"([-\\d.]+)\" xMax=\"([-\\d.]+)\" yMax=\"([-\\d.]+)\">自治体"));
    const auto place = word.match(boxes);
    QVERIFY2(place.hasMatch(), qPrintable(boxes));
    // The size is told as if the page stood upright.
    const double width =
        size.captured(page.contains("90") || page.contains("270") || page.contains("450") ? 2 : 1).toDouble();
    QVERIFY2(place.captured(1).toDouble() > width / 3, qPrintable(boxes));
    QVERIFY2(place.captured(3).toDouble() < width - 10, qPrintable(boxes));
    QVERIFY2(place.captured(2).toDouble() > 5 && place.captured(4).toDouble() < 60, qPrintable(boxes));
    QVERIFY(pdf.remove());
    QCOMPARE(pdf.bytes(), bytes);
}

void PdfMarksTest::marksAreRenewedNotRepeated()
{
    const QByteArray bytes = onePage().stream(6).bytes();
    PdfOnDisk pdf(m_folder, QStringLiteral("renewed.pdf"), bytes);
    QVERIFY(pdf.stamp(markedStamp()));
    label::Stamp lower = markedStamp(QStringLiteral("重要性分類Ⅰ"));
    lower.mark = false;
    QVERIFY(pdf.stamp(lower).value().marked);
    QVERIFY(!pdf.text().contains(u"自治体"));
    QCOMPARE(pdf.text().count(QStringLiteral("重要性分類Ⅰ")), 1);
    QVERIFY(pdf.remove());
    QCOMPARE(pdf.bytes(), bytes);
    QVERIFY(!pdf.stamp(lower).value().marked);
    QVERIFY(!pdf.text().contains(u"重要性"));
}

void PdfMarksTest::marksBeyondTheFirstPlane()
{
    const QString text = QStringLiteral("自治体用日山田 𠮷野 髙﨑 渡邊 𠀋 Ⅲ ①");
    PdfOnDisk pdf(m_folder, QStringLiteral("planes.pdf"), onePage().table().bytes());
    QVERIFY(pdf.stamp(markedStamp(text)));
    QVERIFY2(pdf.text().contains(text), qPrintable(pdf.text()));
    QCOMPARE(pdf.exiftool(QStringLiteral("XMP:Subject")), text);
}

void PdfMarksTest::sharedAndInheritedThingsStay()
{
    PdfBuilder builder;
    builder.put(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .put(2,
             "<< /Type /Pages /Kids [3 0 R 8 0 R 3 0 R] /Count 3 /MediaBox [0 0 595 842] /Resources 7 0 R >>")
        .put(3, "<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>")
        .putStream(4, {}, "0.1 0 0 0.1 0 0 cm BT /F1 240 Tf 720 7000 Td (Content of the page) Tj ET")
        .put(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        .put(6, "[4 0 R]")
        .put(7, "<< /Font << /F1 5 0 R >> /XObject 9 0 R >>")
        .put(8, "<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>")
        .put(9, "<< >>");
    PdfOnDisk pdf(m_folder, QStringLiteral("shared.pdf"), builder.table().bytes());
    const label::Stamp stamp = markedStamp();
    const int checked = pdf.qpdfCheck();
    QVERIFY(pdf.stamp(stamp));
    QVERIFY(pdf.qpdfCheck() <= checked);
    QCOMPARE(pdf.text().count(stamp.markText), 3);
    QCOMPARE(pdf.text().count(QStringLiteral("Content of the page")), 3);
}

void PdfMarksTest::noPlaceForAMark()
{
    PdfOnDisk tiny(m_folder, QStringLiteral("tiny.pdf"),
                   onePage({}, "/MediaBox [0 0 20 20]").table().bytes());
    const auto written = tiny.stamp(markedStamp());
    QVERIFY(written);
    QVERIFY(!written->marked);
    QCOMPARE(written->notices.size(), 1);
    QVERIFY(tiny.read().value().label);

    const QByteArray kid = "<< /Type /Page /MediaBox [0 0 100 100] >>";
    PdfBuilder direct;
    direct.put(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .put(2, "<< /Type /Pages /Count 1 /Kids [" + kid + "] >>");
    PdfOnDisk odd(m_folder, QStringLiteral("odd.pdf"), direct.table().bytes());
    const auto oddly = odd.stamp(markedStamp());
    QVERIFY(oddly);
    QVERIFY(!oddly->marked);
    QCOMPARE(oddly->notices.size(), 1);
    for (const char *type : {"/Catalog", "/Page"}) {
        PdfBuilder itself;
        itself.put(1, QByteArray("<< /Type ") + type + " /Pages 2 0 R >>")
            .put(2, "<< /Type /Pages /Count 1 /Kids [1 0 R] /MediaBox [0 0 595 842] >>");
        PdfOnDisk circle(m_folder, QStringLiteral("circle.pdf"), itself.table().bytes());
        const auto circled = circle.stamp(markedStamp());
        QVERIFY(circled);
        QVERIFY(!circled->marked);
        QVERIFY(circle.remove());
        QCOMPARE(circle.bytes(), itself.bytes());
    }
    QVERIFY(odd.remove());
    QCOMPARE(odd.bytes(), direct.bytes());
}

QTEST_GUILESS_MAIN(PdfMarksTest)
#include "tst_pdfmarks.moc"
