// Revisions that others appended to ours, files that others rewrote, and revisions that only claim to be ours.
#include "pdfsamples.h"

#include <QCryptographicHash>

using namespace shirushi;
using namespace shirushi::tests;
using base::ErrorCode;

class PdfRevisionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void revisionOfOthers_data();
    void revisionOfOthers();
    void rewrittenByOthers();
    void forgedRevisions_data();
    void forgedRevisions();

private:
    QTemporaryDir m_folder;
};

static QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// `revision` with `from` replaced by as many bytes, and its line made to fit again.
static QByteArray withNewLine(QByteArray bytes, qsizetype prefix, qsizetype claimed)
{
    const qsizetype line = bytes.lastIndexOf("%Shirushi 1 ");
    const qsizetype end = bytes.indexOf('\n', line);
    const QByteArray digest = sha256(bytes.mid(prefix, line - prefix));
    const QByteArray fitting = "%Shirushi 1 " + number(claimed) + ' ' + digest;
    return bytes.replace(line, end - line, fitting);
}

void PdfRevisionsTest::revisionOfOthers_data()
{
    QTest::addColumn<bool>("mark");
    QTest::addColumn<bool>("exiftool");
    QTest::newRow("exiftool, no mark") << false << true;
    QTest::newRow("exiftool, mark") << true << true;
    QTest::newRow("by hand, no mark") << false << false;
    QTest::newRow("by hand, mark") << true << false;
}

void PdfRevisionsTest::revisionOfOthers()
{
    QFETCH(bool, mark);
    QFETCH(bool, exiftool);
    const QByteArray original =
        onePage().put(6, "<< /Keywords (old) >>").table("/Root 1 0 R /Info 6 0 R").bytes();
    PdfOnDisk pdf(m_folder, QStringLiteral("others.pdf"), original);
    label::Stamp stamp = markedStamp();
    stamp.mark = mark;
    QVERIFY(pdf.stamp(stamp));
    const QByteArray labelled = pdf.bytes();
    if (exiftool) {
        QCOMPARE(run(QStringLiteral("exiftool"), {QStringLiteral("-q"), QStringLiteral("-overwrite_original"),
                                                  QStringLiteral("-Author=Somebody"), pdf.path()})
                     .code,
                 0);
    } else {
        PdfBuilder more(labelled);
        more.put(50, "(theirs)");
        const QByteArray last = labelled.sliced(labelled.lastIndexOf("startxref\n") + 10).split('\n').first();
        pdf.set(more.table("/Root 1 0 R /Info 6 0 R /Prev " + last).bytes());
    }
    const QByteArray edited = pdf.bytes();
    QVERIFY(edited.startsWith(labelled));
    // The label is still there, and the content is not what it was given to.
    QCOMPARE(pdf.read().value().label, stamp.label);
    QCOMPARE(pdf.contentHash(), sha256(edited));

    label::Stamp next = stamp;
    next.classText = next.markText = QStringLiteral("重要性分類Ⅰ");
    next.mark = false;
    for (int times = 0; times < 2; ++times) {
        QVERIFY(pdf.stamp(next));
        QVERIFY(pdf.bytes().startsWith(edited));
        QCOMPARE(pdf.contentHash(), sha256(edited));
        QCOMPARE(pdf.qpdfCheck(), 0);
        QCOMPARE(pdf.text().count(QStringLiteral("重要性分類Ⅰ")), mark ? 1 : 0);
        QVERIFY(!pdf.text().contains(u"自治体"));
    }
    QCOMPARE(pdf.exiftool(QStringLiteral("XMP:Subject")), next.classText);
    for (int times = 0; times < 2; ++times) {
        QVERIFY(pdf.remove());
        QVERIFY(pdf.bytes().startsWith(edited));
        QCOMPARE(pdf.contentHash(), sha256(edited));
        QVERIFY(!pdf.read().value().label);
        QVERIFY(!pdf.read().value().marked);
        QVERIFY(!pdf.read().value().malformed);
        QCOMPARE(pdf.qpdfCheck(), 0);
        QVERIFY(!pdf.text().contains(u"分類") && !pdf.text().contains(u"自治体"));
        QCOMPARE(pdf.exiftool(QStringLiteral("PDF:Keywords")), QStringLiteral("old"));
        QCOMPARE(pdf.exiftool(QStringLiteral("XMP:Subject")), QString());
        if (exiftool)
            QCOMPARE(pdf.exiftool(QStringLiteral("PDF:Author")), QStringLiteral("Somebody"));
    }
    QVERIFY(pdf.stamp(stamp));
    QVERIFY(pdf.bytes().startsWith(edited));
    QCOMPARE(pdf.text().count(stamp.markText), mark ? 1 : 0);
}

void PdfRevisionsTest::rewrittenByOthers()
{
    PdfOnDisk pdf(m_folder, QStringLiteral("rewritten.pdf"), onePage().table().bytes());
    const label::Stamp stamp = markedStamp();
    QVERIFY(pdf.stamp(stamp));
    for (const char *option : {"--object-streams=generate", "--linearize", "--qdf"}) {
        PdfOnDisk other(m_folder, QStringLiteral("other.pdf"), {});
        QCOMPARE(run(QStringLiteral("qpdf"), {QString::fromLatin1(option), pdf.path(), other.path()}).code,
                 0);
        const QByteArray rewritten = other.bytes();
        QCOMPARE(other.read().value().label, stamp.label);
        QVERIFY(other.read().value().marked);
        QVERIFY(other.stamp(markedStamp(QStringLiteral("重要性分類Ⅰ"))));
        QVERIFY(other.bytes().startsWith(rewritten));
        QCOMPARE(other.qpdfCheck(), 0);
        QVERIFY(!other.text().contains(u"自治体"));
        QCOMPARE(other.text().count(QStringLiteral("重要性分類Ⅰ")), 1);
        QVERIFY(other.remove());
        QCOMPARE(other.qpdfCheck(), 0);
        QVERIFY(!other.read().value().label);
        QVERIFY(!other.text().contains(u"分類") && !other.text().contains(u"自治体"));
        QVERIFY(other.text().contains(u"Content of the page"));
    }
}

void PdfRevisionsTest::forgedRevisions_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray original = onePage().table().bytes();
    PdfOnDisk pdf(m_folder, QStringLiteral("forged.pdf"), original);
    QVERIFY(pdf.stamp(markedStamp()));
    const QByteArray whole = pdf.bytes();
    const qsizetype start = original.size();
    const auto replaced = [&](const char *from, const char *to) {
        Q_ASSERT(qstrlen(from) == qstrlen(to) && whole.indexOf(from, start) > 0);
        QByteArray bytes = whole;
        bytes.replace(bytes.indexOf(from, start), static_cast<qsizetype>(qstrlen(from)), to);
        return bytes;
    };
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("digest does not fit", replaced("/Pagination", "/Paginatiox"));
    row("page drawn otherwise", withNewLine(replaced("/Pagination", "/Paginatiox"), start, start));
    row("content left out", withNewLine(replaced("R 4 0 R ", "R 5 0 R "), start, start));
    row("catalog of another", withNewLine(replaced("/Pages 2 0 R", "/Pages 3 0 R"), start, start));
    row("higher form", withNewLine(replaced("/BBox [0 0 1", "/BBox [0 9 1"), start, start));
    row("trailer goes on elsewhere", withNewLine(replaced("/Prev ", "/Prex "), start, start));
    row("shorter prefix", withNewLine(whole, start - 10, start - 10));
    row("longer prefix", withNewLine(whole, start + 1, start + 1));
    row("prefix of nothing", withNewLine(whole, 0, 0));
    const QByteArray tail = whole.sliced(whole.lastIndexOf("%Shirushi 1 "));
    row("line alone", original + tail);
    row("line behind another's revision",
        withNewLine(PdfBuilder(original).put(5, "(x)").table("/Root 1 0 R /Prev 999").bytes().chopped(6) +
                        tail,
                    start, start));
    row("with a byte behind", whole + ' ');
}

void PdfRevisionsTest::forgedRevisions()
{
    QFETCH(QByteArray, bytes);
    PdfOnDisk pdf(m_folder, QStringLiteral("forged.pdf"), bytes);
    QCOMPARE(pdf.contentHash(), sha256(bytes));
    for (const bool stamp : {true, false}) {
        pdf.set(bytes);
        const bool done = stamp ? pdf.stamp(markedStamp()).has_value() : pdf.remove().has_value();
        QVERIFY(pdf.bytes().startsWith(bytes));
        QVERIFY(done || pdf.bytes() == bytes);
    }
}

QTEST_GUILESS_MAIN(PdfRevisionsTest)
#include "tst_pdfrevisions.moc"
