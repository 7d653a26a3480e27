#include "label/codecset.h"
#include "label/contenthash.h"

#include "model/label/sampleimages.h"
#include "model/label/samplelabel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace shirushi;
using base::ErrorCode;

namespace {

label::Stamp otherStamp()
{
    label::Label value = tests::sampleLabel();
    value.id = QStringLiteral("00000000-0000-4f0e-9d0a-0c2d0f5b7a11");
    value.reason = QString(300, QChar(u'理'));
    label::Stamp stamp = tests::sampleStamp(value);
    stamp.classText = QStringLiteral("重要性分類Ⅰ");
    return stamp;
}

platform::FileSource opened(const QString &path)
{
    auto source = platform::FileSource::open(base::toPath(path));
    if (!source)
        qFatal("cannot open a sample");
    return std::move(*source);
}

} // namespace

class TestImages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void labelComesAndGoes_data();
    void labelComesAndGoes();
    void othersSeeTheLabelAndNothingElseChanged();
    void pixelsStay();
    void editsOfOthersSurvive_data();
    void editsOfOthersSurvive();
    void hashTellsDocumentsApart();
    void refuses_data();
    void refuses();
    void dataBehindTheImageStaysFound_data();
    void dataBehindTheImageStaysFound();

private:
    QString before(const QString &name) const { return m_folder.filePath(QStringLiteral("before/") + name); }
    QString after(const QString &name) const { return m_folder.filePath(QStringLiteral("after/") + name); }

    QTemporaryDir m_folder;
    QStringList m_names;
    QStringList m_stamped;
    label::CodecSet m_codecs;
};

void TestImages::initTestCase()
{
    m_names = tests::makeImages(m_folder.filePath(QStringLiteral("before")));
    QVERIFY2(m_names.size() >= 26, qPrintable(m_names.join(u' ')));
    QDir().mkpath(m_folder.filePath(QStringLiteral("after")));
}

void TestImages::labelComesAndGoes_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : std::as_const(m_names))
        QTest::newRow(qPrintable(name)) << name;
}

void TestImages::labelComesAndGoes()
{
    QFETCH(QString, name);
    const QByteArray original = tests::contentOf(before(name));
    const auto source = opened(before(name));
    const label::Codec *codec = m_codecs.codecFor(source);
    QVERIFY(codec);
    QVERIFY(codec->read(source) && !codec->read(source)->label);

    platform::MemorySink labelled;
    const auto written = codec->stamp(source, tests::sampleStamp(), labelled);
    if (!written) {
        QVERIFY(label::contentHash(source, m_codecs));
        QVERIFY2(name.startsWith(QStringLiteral("corpus-")) || name == QStringLiteral("trailer.jpg"),
                 qPrintable(base::oneLine(written.error())));
        qInfo("%s", qPrintable(base::oneLine(written.error())));
        return;
    }
    QVERIFY(written->notices.isEmpty() && !written->marked);
    tests::save(after(name), labelled.bytes());
    m_stamped += name;
    const QString hash = *label::contentHash(source, m_codecs);
    QCOMPARE(hash.left(hash.indexOf(u':')), codec->name() + u'1');

    const auto stamped = opened(after(name));
    QCOMPARE(codec->read(stamped)->label, std::optional(tests::sampleLabel()));
    QCOMPARE(*label::contentHashLike(hash, stamped, m_codecs), hash);

    platform::MemorySink anew;
    QVERIFY(codec->stamp(stamped, otherStamp(), anew));
    platform::MemorySink direct;
    QVERIFY(codec->stamp(source, otherStamp(), direct));
    QCOMPARE(anew.bytes(), direct.bytes());
    const QString scratch = m_folder.filePath(name);
    tests::save(scratch, anew.bytes());
    const auto relabelled = opened(scratch);
    QCOMPARE(codec->read(relabelled)->label, std::optional(otherStamp().label));
    QCOMPARE(*label::contentHash(relabelled, m_codecs), hash);

    platform::MemorySink bare;
    QVERIFY(codec->remove(relabelled, bare));
    QCOMPARE(bare.bytes(), original);
    platform::MemorySink untouched;
    QVERIFY(codec->remove(source, untouched));
    QCOMPARE(untouched.bytes(), original);
}

void TestImages::othersSeeTheLabelAndNothingElseChanged()
{
    const auto metadata = [&](const QString &folder) {
        std::map<QString, QJsonObject> byName;
        const QByteArray json = tests::outputOf(
            QStringLiteral("exiftool"), {QStringLiteral("-j"), QStringLiteral("-a"), QStringLiteral("-u"),
                                         QStringLiteral("-G1"), QStringLiteral("-b"), m_folder.filePath(folder)});
        const QJsonArray files = QJsonDocument::fromJson(json).array();
        for (const QJsonValue &file : files) {
            const QJsonObject object = file.toObject();
            byName[QFileInfo(object.value(QStringLiteral("SourceFile")).toString()).fileName()] = object;
        }
        return byName;
    };
    const auto split = [](const QJsonObject &object, bool xmp) {
        QJsonObject part;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const bool isPlace = it.key().startsWith(QStringLiteral("System:")) || it.key() == u"SourceFile"
                                 || it.key() == u"ExifTool:ExifToolVersion";
            if (!isPlace && it.key().startsWith(QStringLiteral("XMP-")) == xmp)
                part.insert(it.key(), it.value());
        }
        return part;
    };
    const auto old = metadata(QStringLiteral("before"));
    const auto now = metadata(QStringLiteral("after"));
    QVERIFY(m_stamped.size() >= 26);
    for (const QString &name : std::as_const(m_stamped)) {
        const QJsonObject xmp = split(now.at(name), true);
        QCOMPARE(xmp.value(QStringLiteral("XMP-shirushi:Classification")).toString(),
                 tests::sampleStamp().classText);
        const QJsonValue subject = xmp.value(QStringLiteral("XMP-dc:Subject"));
        QCOMPARE(subject.isArray() ? subject[0].toString() : subject.toString(), tests::sampleStamp().classText);
        QJsonObject theirs = split(old.at(name), true);
        for (auto it = theirs.begin(); it != theirs.end(); ++it) {
            if (it.key() != u"XMP-dc:Subject")
                QVERIFY2(xmp.value(it.key()) == it.value(), qPrintable(name + u' ' + it.key()));
            else
                QVERIFY(subject.toArray().size() == 1 + qMax<qsizetype>(1, it.value().toArray().size()));
        }
        QJsonObject rest = split(now.at(name), false);
        QJsonObject restBefore = split(old.at(name), false);
        for (QJsonObject *object : {&rest, &restBefore}) {
            // exiftool says where it found them, counted from the start of the file
            for (const char *place : {"IFD0:ThumbnailOffset", "IFD1:ThumbnailOffset", "ExifTool:Warning",
                                      "PNG:XMLcomadobexmp"})
                object->remove(QString::fromLatin1(place));
        }
        const QStringList keys = rest.keys() + restBefore.keys();
        for (const QString &key : keys)
            QVERIFY2(rest.value(key) == restBefore.value(key), qPrintable(name + u' ' + key));
        const QString exiv2 = QString::fromUtf8(tests::outputOf(
            QStringLiteral("exiv2"), {QStringLiteral("-q"), QStringLiteral("-PXkt"), QStringLiteral("-gsubject"),
                                      QStringLiteral("-gClassification"), after(name)}));
        QVERIFY2(exiv2.count(tests::sampleStamp().classText) >= 2, qPrintable(name + u' ' + exiv2));
    }
}

void TestImages::pixelsStay()
{
    const auto signatures = [&](const QString &folder) {
        QStringList arguments{QStringLiteral("-quiet"), QStringLiteral("-format"), QStringLiteral("%f %#\n")};
        return tests::outputOf(QStringLiteral("identify"), arguments + m_stamped, m_folder.filePath(folder));
    };
    const QByteArray old = signatures(QStringLiteral("before"));
    QVERIFY(old.count('\n') >= 26);
    QCOMPARE(signatures(QStringLiteral("after")), old);
}

void TestImages::editsOfOthersSurvive_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"plain.jpg", "full.jpg", "plain.png", "zxmp.png", "plain.tif", "xmp.tif", "pages.tif"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

// Another program writes a title into a labelled image: the label stays, and removing it leaves the title.
void TestImages::editsOfOthersSurvive()
{
    QFETCH(QString, name);
    const QString path = m_folder.filePath(name);
    for (const QString &program : {QStringLiteral("exiftool"), QStringLiteral("exiv2")}) {
        QFile::remove(path);
        QVERIFY(QFile::copy(after(name), path));
        if (program == u"exiftool")
            tests::outputOf(program, {QStringLiteral("-overwrite_original"), QStringLiteral("-XMP-dc:Source=出所"), path});
        else
            tests::outputOf(program, {QStringLiteral("-Mset Xmp.dc.source 出所"), path});
        const label::Codec *codec = m_codecs.codecFor(opened(path));
        QVERIFY(tests::contentOf(path) != tests::contentOf(after(name)));
        const auto reading = codec->read(opened(path));
        QVERIFY(reading);
        QCOMPARE(reading->label, std::optional(tests::sampleLabel()));

        platform::MemorySink anew;
        QVERIFY(codec->stamp(opened(path), otherStamp(), anew));
        const QString hash = *label::contentHash(opened(path), m_codecs);
        tests::save(path, anew.bytes());
        QCOMPARE(codec->read(opened(path))->label, std::optional(otherStamp().label));
        QCOMPARE(*label::contentHash(opened(path), m_codecs), hash);

        platform::MemorySink bare;
        QVERIFY(codec->remove(opened(path), bare));
        tests::save(path, bare.bytes());
        const auto without = codec->read(opened(path));
        QVERIFY(without && !without->label && !without->malformed);
        const QByteArray shown = tests::outputOf(
            QStringLiteral("exiftool"), {QStringLiteral("-s3"), QStringLiteral("-XMP-dc:Source"),
                                         QStringLiteral("-XMP-shirushi:all"), QStringLiteral("-XMP-dc:Subject"), path});
        QVERIFY2(shown.startsWith("出所"), shown.constData());
        QVERIFY2(!shown.contains(otherStamp().classText.toUtf8()), shown.constData());
    }
}

void TestImages::hashTellsDocumentsApart()
{
    QSet<QString> hashes;
    for (const QString &name : std::as_const(m_stamped)) {
        const QString hash = *label::contentHash(opened(before(name)), m_codecs);
        hashes.insert(hash);
        // One bit of the last byte before the end, where the picture or the padding is.
        QByteArray other = tests::contentOf(before(name));
        other[other.size() / 2] = static_cast<char>(other[other.size() / 2] ^ 1);
        const QString path = m_folder.filePath(QStringLiteral("other"));
        tests::save(path, other);
        const auto otherHash = label::contentHash(opened(path), m_codecs);
        QVERIFY(otherHash);
        const bool isInXmp = name.startsWith(QStringLiteral("corpus-"));
        QVERIFY(isInXmp || *otherHash != hash);
    }
    // xmp.jpg and plain.jpg are the same picture with and without XMP.
    QCOMPARE(hashes.contains(*label::contentHash(opened(before(QStringLiteral("xmp.jpg"))), m_codecs)), true);
    QVERIFY(hashes.size() >= 20);
}

void TestImages::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray jpeg = tests::contentOf(before(QStringLiteral("xmp.jpg")));
    const QByteArray plain = tests::contentOf(before(QStringLiteral("plain.jpg")));
    const QByteArray png = tests::contentOf(before(QStringLiteral("xmp.png")));
    const QByteArray tiff = tests::contentOf(before(QStringLiteral("plain.tif")));
    const auto segment = [](char marker, const QByteArray &content) -> QByteArray {
        const auto length = content.size() + 2;
        return QByteArray("\xFF") + marker + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) + content;
    };
    const auto withSegment = [&](const QByteArray &piece) { return QByteArray(jpeg).insert(2, piece); };
    const QByteArray extended = segment('\xE1', QByteArray("http://ns.adobe.com/xmp/extension/\0", 35) + "rest");
    QTest::newRow("extended XMP") << withSegment(extended) << ErrorCode::Unsupported;
    const QByteArray another = segment('\xE1', QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) + "<a/>");
    QTest::newRow("two packets") << withSegment(another) << ErrorCode::Unsupported;
    const QByteArray huge = segment('\xE1', QByteArray("http://ns.adobe.com/xap/1.0/\0", 29)
                                                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                                                  "<rdf:Description a='"
                                                + QByteArray(65'000, 'a') + "'/></rdf:RDF>");
    QTest::newRow("no room") << QByteArray(plain).insert(2, huge) << ErrorCode::Unsupported;
    QTest::newRow("XMP behind MPF") << withSegment(segment('\xE2', QByteArray("MPF\0II*\0", 8))) << ErrorCode::Unsupported;
    QTest::newRow("Content Credentials, JPEG")
        << withSegment(segment('\xEB', QByteArray("JP\0\1\0\0\0\1\0\0\0\x20jumb\0\0\0\x10jumdc2pa", 28)))
        << ErrorCode::Signed;
    QTest::newRow("JPEG without a scan") << plain.left(plain.indexOf("\xFF\xDA")) << ErrorCode::Damaged;
    QTest::newRow("JPEG, lying length") << QByteArray(plain).replace(4, 2, "\0\1", 2) << ErrorCode::Damaged;

    QByteArray flipped = png;
    flipped[png.indexOf("IDAT") + 10] = static_cast<char>(flipped[png.indexOf("IDAT") + 10] ^ 1);
    QTest::newRow("PNG, wrong checksum") << flipped << ErrorCode::Damaged;
    QTest::newRow("PNG, cut") << png.left(png.size() - 13) << ErrorCode::Damaged;
    QTest::newRow("PNG, Content Credentials")
        << QByteArray(png).insert(png.indexOf("IDAT") - 4, tests::pngPiece("caBX", "x")) << ErrorCode::Signed;
    const QByteArray bomb = qCompress(QByteArray(64 << 20, ' '), 9).mid(4);
    QTest::newRow("PNG, a text that expands without end")
        << QByteArray(tests::contentOf(before(QStringLiteral("plain.png"))))
               .insert(33, tests::pngPiece("iTXt", QByteArray("XML:com.adobe.xmp\0\1\0\0\0", 22) + bomb))
        << ErrorCode::Damaged;

    QTest::newRow("BigTIFF") << QByteArray(tiff).replace(2, 1, "+") << ErrorCode::Unsupported;
    QTest::newRow("CR2") << QByteArray(tiff).replace(8, 3, "CR\2") << ErrorCode::Unsupported;
    QTest::newRow("TIFF, directory outside") << QByteArray(tiff).replace(4, 4, "\xF0\xFF\xFF\xFF") << ErrorCode::Damaged;
    QTest::newRow("TIFF, directory in the header") << QByteArray(tiff).replace(4, 4, "\2\0\0\0", 4) << ErrorCode::Damaged;
    QTest::newRow("TIFF, cut") << tiff.left(tiff.size() - 3).left(200) << ErrorCode::Damaged;
}

void TestImages::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const QString path = m_folder.filePath(QStringLiteral("refused"));
    tests::save(path, bytes);
    const auto source = opened(path);
    const label::Codec *codec = m_codecs.codecFor(source);
    QVERIFY(codec);
    platform::MemorySink out;
    const auto written = codec->stamp(source, tests::sampleStamp(), out);
    QVERIFY(!written);
    QCOMPARE(written.error().code, code);
    QVERIFY(label::contentHash(source, m_codecs));
}

void TestImages::dataBehindTheImageStaysFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isTaken");
    const QByteArray plain = tests::contentOf(before(QStringLiteral("plain.jpg")));
    const QByteArray exif = QByteArray("\xFF\xE1\0\x34" "Exif\0\0MM\0*\0\0\0\x08", 18)
                            + QByteArray("\0\1\x87\x69\0\4\0\0\0\1\0\0\0\x1A\0\0\0\0", 18)
                            + QByteArray("\0\1\x92\x7C\0\7\0\0\0\4" "note\0\0\0\0", 18);
    const QByteArray camera = QByteArray(plain).insert(2, exif);
    const QByteArray pictures = QByteArray("\xFF\xE2\0\x0A", 4) + QByteArray("MPF\0MM\0*", 8);
    QTest::newRow("nothing behind") << camera << true;
    QTest::newRow("no notes") << plain + "preview" << true;
    QTest::newRow("notes and a preview") << camera + plain << false;
    QTest::newRow("notes and zeros") << camera + QByteArray(100'000, '\0') << true;
    QTest::newRow("notes, zeros and a preview") << camera + QByteArray(100'000, '\0') + plain << false;
    QTest::newRow("notes and a list from the end") << camera + "partsSEFT" << true;
    QTest::newRow("notes and a film") << camera + QByteArray("\0\0\0\x18" "ftypmp42", 12) << true;
    QTest::newRow("notes and a list of pictures")
        << QByteArray(camera).insert(2 + exif.size(), pictures) + plain << true;
}

// A camera's notes may point behind the image, counted from the Exif segment: then nothing may be put between.
// A list of pictures (MPF) counts from itself: the label lies before it, so that both move together.
void TestImages::dataBehindTheImageStaysFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isTaken);
    const QString path = m_folder.filePath(QStringLiteral("camera.jpg"));
    tests::save(path, bytes);
    const auto source = opened(path);
    platform::MemorySink out;
    const auto written = m_codecs.codecFor(source)->stamp(source, tests::sampleStamp(), out);
    QCOMPARE(written.has_value(), isTaken);
    if (!isTaken) {
        QCOMPARE(written.error().code, ErrorCode::Unsupported);
        return;
    }
    const qsizetype list = bytes.indexOf("MPF");
    if (list >= 0)
        QCOMPARE(out.bytes().mid(out.bytes().indexOf("MPF")), bytes.mid(list));
}

QTEST_GUILESS_MAIN(TestImages)
#include "tst_images.moc"
