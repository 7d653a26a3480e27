// PDFs that other programs made: by LibreOffice and qpdf in the run, and all of the corpus where it is there.
#include "pdfsamples.h"

#include <QDirIterator>
#include <QElapsedTimer>

using namespace shirushi;
using namespace shirushi::tests;

class PdfRealTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void office_data();
    void office();
    void rewritten_data();
    void rewritten();
    void encryptedIsLeft();
    void manyPages();
    void corpus();

private:
    QString converted(const QString &name, const QString &filter);
    void check(const QString &path);

    QTemporaryDir m_folder;
    QString m_office;
};

static const QByteArray document =
    "<html><head><meta charset=\"utf-8\"><title>報告書</title><meta name=\"keywords\" content=\"山田, 報告\"></head>"
    "<body><h1>自治体の報告書</h1><p>山田太郎 髙﨑 渡邊</p><p style=\"page-break-before:always\">二ページ目</p></body></html>";

QString PdfRealTest::converted(const QString &name, const QString &filter)
{
    QFile page(m_folder.filePath(name + QStringLiteral(".html")));
    if (!page.open(QIODevice::WriteOnly) || page.write(document) != document.size())
        return {};
    page.close();
    run(QStringLiteral("soffice"), {QStringLiteral("-env:UserInstallation=file://") + m_folder.filePath(QStringLiteral("profile")),
                                    QStringLiteral("--headless"), QStringLiteral("--convert-to"), filter, QStringLiteral("--outdir"),
                                    m_folder.path(), page.fileName()}, 120'000);
    return m_folder.filePath(name + QStringLiteral(".pdf"));
}

void PdfRealTest::initTestCase()
{
    m_office = converted(QStringLiteral("office"), QStringLiteral("pdf:writer_web_pdf_Export"));
    QVERIFY(QFile::exists(m_office));
}

static bool isPermitted(base::ErrorCode code)
{
    using base::ErrorCode;
    return code == ErrorCode::Damaged || code == ErrorCode::Encrypted || code == ErrorCode::Signed
           || code == ErrorCode::TooLarge || code == ErrorCode::Unsupported;
}

void PdfRealTest::check(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    PdfOnDisk pdf(m_folder, QStringLiteral("real.pdf"), bytes);
    label::Stamp stamp = sampleStamp();
    const auto written = pdf.stamp(stamp);
    if (!written) {
        QVERIFY2(isPermitted(written.error().code), qPrintable(path));
        return;
    }
    const QByteArray labelled = pdf.bytes();
    const QString labelledText = pdf.text();
    const int labelledCheck = pdf.qpdfCheck();
    QVERIFY2(labelled.startsWith(bytes), qPrintable(path));
    QCOMPARE(pdf.read().value().label, stamp.label);
    const QByteArray hash = pdf.contentHash();
    QCOMPARE(pdf.exiftool(QStringLiteral("XMP-shirushi:Classification")), stamp.classText);

    stamp.mark = true;
    const auto marked = pdf.stamp(stamp);
    QVERIFY2(marked, qPrintable(path));
    QVERIFY2(pdf.bytes().startsWith(bytes), qPrintable(path));
    QCOMPARE(pdf.contentHash(), hash);
    const int markedCheck = pdf.qpdfCheck();
    const QString markedText = pdf.text();
    QVERIFY(pdf.stamp(stamp));
    QCOMPARE(pdf.text(), markedText);
    QVERIFY(pdf.remove());
    QVERIFY2(pdf.bytes() == bytes, qPrintable(path));

    QCOMPARE(pdf.contentHash(), hash);
    QVERIFY2(pdf.text() == labelledText, qPrintable(path));
    const int before = pdf.qpdfCheck();
    QVERIFY2(labelledCheck <= before && markedCheck <= before, qPrintable(path));
    // One mark a page, as far as the pages can be read at all.
    if (before == 0 && marked->marked && marked->notices.isEmpty()) {
        const qsizetype pages = pdf.text().count(u'\f');
        QVERIFY2(markedText.count(stamp.markText) - labelledText.count(stamp.markText) == pages, qPrintable(path));
    }
}

void PdfRealTest::office_data()
{
    QTest::addColumn<int>("part");
    for (const int part : {0, 1, 2, 3})
        QTest::newRow(number(part)) << part;
}

void PdfRealTest::office()
{
    QFETCH(int, part);
    const QString options = QStringLiteral(R"(pdf:writer_web_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"%1"},"UseTaggedPDF":{"type":"boolean","value":"true"}})");
    const QString path = converted(QStringLiteral("part%1").arg(part), options.arg(part));
    check(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    PdfOnDisk pdf(m_folder, QStringLiteral("part.pdf"), file.readAll());
    const label::Stamp stamp = markedStamp();
    QVERIFY(pdf.stamp(stamp).value().marked);
    QCOMPARE(pdf.text().count(stamp.markText), 2);
    QCOMPARE(pdf.exiftool(QStringLiteral("XMP-pdfaid:Part")), part > 0 ? QString::number(part) : QString());
    QCOMPARE(pdf.bytes().contains("urn:shirushi:label:1.0#</pdfaSchema:namespaceURI>"), part > 0);
    if (part > 0) // PDF/A: what the dictionary says of keywords, the packet says too.
        QCOMPARE(pdf.exiftool(QStringLiteral("XMP-pdf:Keywords")).remove(u' ').remove(u','),
                 pdf.exiftool(QStringLiteral("PDF:Keywords")).remove(u' ').remove(u','));
    QCOMPARE(pdf.qpdfCheck(), 0);
}

void PdfRealTest::rewritten_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("object streams") << QStringList{QStringLiteral("--object-streams=generate")};
    QTest::newRow("linearized") << QStringList{QStringLiteral("--linearize")};
    QTest::newRow("linearized, packed") << QStringList{QStringLiteral("--linearize"), QStringLiteral("--object-streams=generate")};
    QTest::newRow("plain") << QStringList{QStringLiteral("--qdf")};
    QTest::newRow("one page of it") << QStringList{QStringLiteral("--pages"), QStringLiteral("."), QStringLiteral("2"), QStringLiteral("--")};
    QTest::newRow("turned") << QStringList{QStringLiteral("--rotate=+90")};
}

void PdfRealTest::rewritten()
{
    QFETCH(QStringList, options);
    const QString path = m_folder.filePath(QStringLiteral("qpdf.pdf"));
    QCOMPARE(run(QStringLiteral("qpdf"), QStringList{m_office} + options + QStringList{path}).code, 0);
    check(path);
    PdfOnDisk pdf(m_folder, QStringLiteral("once.pdf"), {});
    QVERIFY(QFile::remove(pdf.path()) && QFile::copy(path, pdf.path()));
    QVERIFY(pdf.stamp(markedStamp()).value().marked);
}

void PdfRealTest::encryptedIsLeft()
{
    for (const char *password : {"", "secret"}) {
        const QString path = m_folder.filePath(QStringLiteral("locked.pdf"));
        QCOMPARE(run(QStringLiteral("qpdf"), {QStringLiteral("--encrypt"), QString::fromLatin1(password), QStringLiteral("owner"),
                                              QStringLiteral("256"), QStringLiteral("--"), m_office, path}).code, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        PdfOnDisk pdf(m_folder, QStringLiteral("encrypted.pdf"), file.readAll());
        QCOMPARE(pdf.stamp(markedStamp()).error().code, base::ErrorCode::Encrypted);
        QVERIFY(!pdf.read().value().label);
    }
}

void PdfRealTest::manyPages()
{
    PdfBuilder builder;
    QByteArray kids;
    constexpr int pages = 3000;
    for (int i = 0; i < pages; ++i)
        kids += number(10 + i) + " 0 R ";
    builder.put(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .put(2, "<< /Type /Pages /Count " + number(pages) + " /Kids [" + kids + "] /MediaBox [0 0 595 842] >>");
    for (int i = 0; i < pages; ++i)
        builder.put(10 + i, "<< /Type /Page /Parent 2 0 R /Resources << >> >>");
    PdfOnDisk pdf(m_folder, QStringLiteral("many.pdf"), builder.table().bytes());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(pdf.stamp(markedStamp()).value().marked);
    QCOMPARE(pdf.contentHash().size(), 64);
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(pdf.text().count(markedStamp().markText), pages);
}

void PdfRealTest::corpus()
{
    const QString corpus = qEnvironmentVariable("SHIRUSHI_CORPUS", QStringLiteral(SHIRUSHI_SOURCE_DIR "/../shared/corpus"));
    QDirIterator files(corpus, {QStringLiteral("*.pdf")}, QDir::Files, QDirIterator::Subdirectories);
    if (!files.hasNext())
        QSKIP("no corpus here");
    while (files.hasNext() && !QTest::currentTestFailed())
        check(files.next());
}

QTEST_GUILESS_MAIN(PdfRealTest)
#include "tst_pdfreal.moc"
