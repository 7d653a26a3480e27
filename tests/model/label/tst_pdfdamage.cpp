// PDFs with bytes changed, cut, repeated: refused, or labelled with every byte of before in its place.
#include "pdfsamples.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace shirushi;
using namespace shirushi::tests;

class PdfDamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changedBytes_data();
    void changedBytes();
    void cut_data();
    void cut();
    void hostileShapes_data();
    void hostileShapes();
    void corpusChanged();

private:
    QTemporaryDir m_folder;
};

static int numberFrom(const char *variable, int otherwise)
{
    bool isSet = false;
    const int value = qEnvironmentVariableIntValue(variable, &isSet);
    return isSet ? value : otherwise;
}

/// Everything the codec can do with `bytes`; false if a byte of them was lost or it took 10 s.
static bool survives(PdfOnDisk &pdf, const QByteArray &bytes)
{
    QElapsedTimer timer;
    timer.start();
    pdf.set(bytes);
    static_cast<void>(pdf.read());
    const QByteArray hash = pdf.contentHash();
    if (const auto removed = pdf.remove(); !removed && pdf.bytes() != bytes)
        return false;
    const QByteArray base = pdf.bytes();
    if (!base.startsWith(bytes) && !bytes.startsWith(base))
        return false;
    pdf.set(bytes);
    if (pdf.stamp(markedStamp())) {
        const bool readable = pdf.read() && pdf.read()->label == markedStamp().label;
        if (!readable || pdf.contentHash() != hash)
            return false;
        if (!pdf.remove() || pdf.bytes() != base)
            return false;
    }
    return timer.elapsed() < 10'000 * SHIRUSHI_SLOWNESS;
}

static QByteArray bent(const QByteArray &bytes, QRandomGenerator &random)
{
    QByteArray result = bytes;
    const int changes = random.bounded(1, 5);
    for (int i = 0; i < changes && !result.isEmpty(); ++i) {
        const qsizetype at = random.bounded(static_cast<int>(result.size()));
        switch (random.bounded(5)) {
        case 0:
            result[at] = static_cast<char>(random.bounded(256));
            break;
        case 1:
            result[at] = static_cast<char>(result[at] ^ 1 << random.bounded(8));
            break;
        case 2:
            result.remove(at, random.bounded(1, 40));
            break;
        case 3:
            result.insert(at,
                          result.mid(random.bounded(static_cast<int>(result.size())), random.bounded(1, 60)));
            break;
        default:
            result[at] = "0123456789<>[]()/R% "[random.bounded(20)];
            break;
        }
    }
    return result;
}

static void sampleRows()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray table =
        onePage("/AcroForm << /Fields [6 0 R] >>").put(6, "<< /FT /Tx /T (t) >>").table().bytes();
    const QByteArray stream = onePage().stream(6, "/Root 1 0 R /ID [<00><01>]").bytes();
    QTest::newRow("table") << table;
    QTest::newRow("stream") << stream;
    QTemporaryDir folder;
    PdfOnDisk pdf(folder, QStringLiteral("labelled.pdf"), table);
    QVERIFY(pdf.stamp(markedStamp()));
    QTest::newRow("labelled") << pdf.bytes();
    const QString packed = folder.filePath(QStringLiteral("packed.pdf"));
    QCOMPARE(
        run(QStringLiteral("qpdf"), {QStringLiteral("--object-streams=generate"), pdf.path(), packed}).code,
        0);
    QFile file(packed);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QTest::newRow("packed") << file.readAll();
}

void PdfDamageTest::changedBytes_data()
{
    sampleRows();
}

void PdfDamageTest::changedBytes()
{
    QFETCH(QByteArray, bytes);
    PdfOnDisk pdf(m_folder, QStringLiteral("changed.pdf"), bytes);
    const int rounds = numberFrom("SHIRUSHI_ROUNDS", 400);
    QRandomGenerator random(static_cast<quint32>(numberFrom("SHIRUSHI_SEED", 1)));
    for (int round = 0; round < rounds; ++round) {
        const QByteArray changed = bent(bytes, random);
        if (!survives(pdf, changed)) {
            QFile kept(QStringLiteral(SHIRUSHI_BINARY_DIR "/damaged.pdf"));
            QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write(changed) == changed.size());
            QFAIL(qPrintable(QStringLiteral("round %1, kept as damaged.pdf").arg(round)));
        }
    }
}

void PdfDamageTest::cut_data()
{
    sampleRows();
}

void PdfDamageTest::cut()
{
    QFETCH(QByteArray, bytes);
    PdfOnDisk pdf(m_folder, QStringLiteral("cut.pdf"), bytes);
    const qsizetype step = std::max<qsizetype>(1, bytes.size() / 300);
    for (qsizetype size = 0; size < bytes.size(); size += step)
        QVERIFY2(survives(pdf, bytes.first(size)), number(size).constData());
}

void PdfDamageTest::hostileShapes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    PdfBuilder tree;
    tree.put(1, "<< /Type /Catalog /Pages 2 0 R >>");
    for (int i = 2; i < 5000; ++i)
        tree.put(i, "<< /Type /Pages /Count 1 /Kids [" + number(i + 1) + " 0 R] >>");
    row("deep page tree", tree.put(5000, "<< /Type /Page >>").table().bytes());
    PdfBuilder wide;
    QByteArray kids;
    for (int i = 0; i < 20'000; ++i)
        kids += "3 0 R 2 0 R ";
    wide.put(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .put(2, "<< /Kids [" + kids + "] >>")
        .put(3, "<< /Type /Page >>");
    row("the same page again and again", wide.table().bytes());
    PdfBuilder round;
    round.put(1, "2 0 R").put(2, "1 0 R");
    row("references in a circle", round.table().bytes());
    row("length in a circle",
        onePage("/Metadata 6 0 R").put(6, "<< /Length 6 0 R >>\nstream\n\nendstream").table().bytes());
    row("deep value", onePage("/X " + QByteArray(100'000, '[')).table().bytes());
    row("many subsections",
        PdfBuilder()
            .raw("xref\n" + QByteArray("0 0\n").repeated(300'000) + "trailer <<>>\nstartxref\n15\n%%EOF")
            .bytes());
    PdfBuilder chain = onePage().table();
    for (int i = 0; i < 12'000; ++i)
        chain.put(5, "1").table("/Root 1 0 R /Prev " + number(chain.last()));
    row("endless chain", chain.bytes());
    PdfBuilder packed = onePage();
    const qsizetype at = packed.position();
    packed.putStream(9, "/Type /ObjStm /N 1000000 /First 20", "1 0 1 0 1 0 1 0 1 0 <<>>");
    QByteArray rows;
    for (int i = 0; i < 10; ++i)
        rows += QByteArray::fromHex("020000000900");
    packed.putStream(11, "/Type /XRef /W [1 4 1] /Size 10 /Root 1 0 R", rows)
        .raw("startxref\n" + number(at) + "\n%%EOF\n");
    row("object stream in itself", packed.bytes());
    QByteArray fields;
    for (int i = 0; i < 50'000; ++i)
        fields += "6 0 R << /Kids 7 0 R >> ";
    row("fields in a circle", onePage("/AcroForm << /Fields 7 0 R >>")
                                  .put(6, "<< /Kids [6 0 R 7 0 R] >>")
                                  .put(7, '[' + fields + ']')
                                  .table()
                                  .bytes());
}

void PdfDamageTest::hostileShapes()
{
    QFETCH(QByteArray, bytes);
    PdfOnDisk pdf(m_folder, QStringLiteral("hostile.pdf"), bytes);
    QVERIFY(survives(pdf, bytes));
}

void PdfDamageTest::corpusChanged()
{
    const QString corpus =
        qEnvironmentVariable("SHIRUSHI_CORPUS", QStringLiteral(SHIRUSHI_SOURCE_DIR "/../shared/corpus"));
    QDirIterator files(corpus, {QStringLiteral("*.pdf")}, QDir::Files, QDirIterator::Subdirectories);
    if (!files.hasNext())
        QSKIP("no corpus here");
    QRandomGenerator random(7);
    const int rounds = numberFrom("SHIRUSHI_ROUNDS", 20) / 10;
    PdfOnDisk pdf(m_folder, QStringLiteral("corpus.pdf"), {});
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly) || file.size() > 2'000'000)
            continue;
        const QByteArray bytes = file.readAll();
        for (int round = 0; round < rounds; ++round)
            QVERIFY2(survives(pdf, bent(bytes, random)), qPrintable(file.fileName()));
    }
}

QTEST_GUILESS_MAIN(PdfDamageTest)
#include "tst_pdfdamage.moc"
