#include "label/codecset.h"

#include "model/label/sampleimages.h"
#include "model/label/samplelabel.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace shirushi;

namespace {

constexpr qint64 longestTurn = 10'000 * SHIRUSHI_SLOWNESS; // milliseconds a file may take

void putBig(QByteArray &bytes, qsizetype at, quint32 number)
{
    for (int i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<char>(number >> (24 - 8 * i) & 0xFF);
}

} // namespace

class TestImageDamage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isRefusedOrExact_data();
    void isRefusedOrExact();
    void hostileStructuresEnd_data();
    void hostileStructuresEnd();

private:
    void check(const QByteArray &bytes);

    QTemporaryDir m_folder;
    QStringList m_names;
    label::CodecSet m_codecs;
    int m_labelled = 0;
};

void TestImageDamage::initTestCase()
{
    m_names = tests::makeImages(m_folder.filePath(QStringLiteral("before")));
    QVERIFY(m_names.size() >= 26);
}

void TestImageDamage::isRefusedOrExact_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : std::as_const(m_names))
        QTest::newRow(qPrintable(name)) << name;
}

// Whatever the file is, it is refused, or it takes a label that can be read, keeps its hash, and comes back.
void TestImageDamage::check(const QByteArray &bytes)
{
    const QString path = m_folder.filePath(QStringLiteral("damaged"));
    tests::save(path, bytes);
    const auto source = platform::FileSource::open(base::toPath(path));
    QVERIFY(source);
    const label::Codec *codec = m_codecs.codecFor(*source);
    if (!codec)
        return;
    (void)codec->read(*source);
    const auto hash = codec->contentHash(*source);
    platform::MemorySink labelled;
    if (!codec->stamp(*source, tests::sampleStamp(), labelled))
        return;
    QVERIFY(hash);
    ++m_labelled;
    const QString labelledPath = m_folder.filePath(QStringLiteral("labelled"));
    tests::save(labelledPath, labelled.bytes());
    const auto again = platform::FileSource::open(base::toPath(labelledPath));
    QVERIFY(again);
    const auto reading = codec->read(*again);
    QVERIFY(reading);
    QCOMPARE(reading->label, std::optional(tests::sampleLabel()));
    const auto hashAgain = codec->contentHash(*again);
    QVERIFY(hashAgain);
    QCOMPARE(*hashAgain, *hash);
    platform::MemorySink bare;
    QVERIFY(codec->remove(*again, bare));
    QCOMPARE(bare.bytes(), bytes);
}

void TestImageDamage::isRefusedOrExact()
{
    QFETCH(QString, name);
    const QByteArray original = tests::contentOf(m_folder.filePath(QStringLiteral("before/") + name));
    QRandomGenerator random(20261120U + static_cast<quint32>(qHash(name, 0) % 1000));
    for (int i = 0; i < 120; ++i) {
        QByteArray bytes = original;
        if (i % 4 == 0)
            bytes.truncate(random.bounded(static_cast<int>(bytes.size())));
        for (int flips = i % 4; flips > 0 && !bytes.isEmpty(); --flips) {
            // Mostly where the structure is: near the beginning and the end.
            const int reach = static_cast<int>(i % 8 < 6 ? qMin<qsizetype>(bytes.size(), 1'500) : bytes.size());
            const int from = i % 3 == 0 ? static_cast<int>(bytes.size()) - reach : 0;
            const int at = from + random.bounded(reach);
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.bounded(8)));
        }
        check(bytes);
        if (QTest::currentTestFailed()) {
            tests::save(QStringLiteral(SHIRUSHI_BINARY_DIR "/damaged-image"), bytes);
            return;
        }
    }
}

void TestImageDamage::hostileStructuresEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray jpeg = tests::contentOf(m_folder.filePath(QStringLiteral("before/plain.jpg")));
    const QByteArray png = tests::contentOf(m_folder.filePath(QStringLiteral("before/plain.png")));
    const QByteArray tiff = tests::contentOf(m_folder.filePath(QStringLiteral("before/plain.tif")));
    QTest::newRow("many segments") << jpeg.left(2) + QByteArray("\xFF\xFE\0\2", 4).repeated(5'000'000) + jpeg.mid(2);
    QTest::newRow("fill bytes") << jpeg.left(2) + QByteArray(20'000'000, '\xFF') + jpeg.mid(2);
    QTest::newRow("many chunks") << png.left(33) + tests::pngPiece("teSt", {}).repeated(2'000'000) + png.mid(33);
    QByteArray lying = png;
    putBig(lying, png.indexOf("IDAT") - 4, 0x7FFFFFFF);
    QTest::newRow("lying chunk") << lying;
    QByteArray looping = tiff;
    const qsizetype end = tiff.size() - 4;
    looping.replace(end, 4, looping.mid(4, 4)); // whatever stands last points to the first directory
    QTest::newRow("looping directories") << looping;
    QByteArray big = QByteArray("MM\0*\0\0\0\x08\xFF\xFF", 10) + QByteArray(65'535 * 12 + 4, '\1');
    QTest::newRow("largest directory") << big;
    const QByteArray exif = QByteArray("Exif\0\0MM\0*\0\0\0\x08\0\1\x87\x69\0\4\0\0\0\1\xFF\xFF\xFF\xFF", 28);
    QTest::newRow("Exif that points nowhere")
        << jpeg.left(2) + QByteArray("\xFF\xE1\0\x1E", 4) + exif + jpeg.mid(2) + "behind";
}

void TestImageDamage::hostileStructuresEnd()
{
    QFETCH(QByteArray, bytes);
    QElapsedTimer timer;
    timer.start();
    check(bytes);
    QVERIFY2(timer.elapsed() < longestTurn, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(m_labelled > 500); // the damage before this was not all refused
}

QTEST_GUILESS_MAIN(TestImageDamage)
#include "tst_imagedamage.moc"
