// OpenDocument files that LibreOffice made, and those of the corpus.
#include "label/zip/zip.h"
#include "odfbench.h"
#include "odffixtures.h"
#include "samplelabel.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace shirushi;
using label::ZipReader;
using platform::FileSource;
using tests::contentsOf;
using tests::otherStamp;
using tests::stampWith;

namespace {

QByteArray squeezed(const QByteArray &text)
{
    return QString::fromUtf8(text).remove(QRegularExpression(QStringLiteral("\\s"))).toUtf8();
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(100'000) || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

} // namespace

class TestOdf : public QObject, private tests::OdfBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void labelsWhatLibreOfficeWrote_data();
    void labelsWhatLibreOfficeWrote();
    void isReadByOthers_data() { labelsWhatLibreOfficeWrote_data(); }
    void isReadByOthers();
    void survivesLibreOffice_data() { labelsWhatLibreOfficeWrote_data(); }
    void survivesLibreOffice();
    void labelsTheCorpus();

private:
    QStringList converted(const QStringList &from, const QString &format);
    std::vector<QByteArray> pdfTexts(std::initializer_list<const FileSource *> sources);
};

// In one run of LibreOffice, because its start takes longer than the files.
QStringList TestOdf::converted(const QStringList &from, const QString &format)
{
    const QString folder = m_folder.filePath(QStringLiteral("out%1").arg(++m_count));
    outputOf(QStringLiteral("timeout"),
             QStringList{QStringLiteral("100"), QStringLiteral("soffice"),
                         QStringLiteral("-env:UserInstallation=file://") + m_folder.filePath(QStringLiteral("profile")),
                         QStringLiteral("--headless"), QStringLiteral("--convert-to"), format,
                         QStringLiteral("--outdir"), folder}
                 + from);
    QStringList made;
    for (const QString &name : from)
        made += folder + u'/' + QFileInfo(name).completeBaseName() + u'.' + format;
    return made;
}

// The text of each as a PDF that LibreOffice makes of it, without white space.
std::vector<QByteArray> TestOdf::pdfTexts(std::initializer_list<const FileSource *> sources)
{
    QStringList names;
    for (const FileSource *source : sources)
        names += base::toDisplay(source->path());
    std::vector<QByteArray> texts;
    for (const QString &pdf : converted(names, QStringLiteral("pdf")))
        texts.push_back(squeezed(outputOf(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")})));
    return texts;
}

void TestOdf::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("soffice")).isEmpty())
        return;
    const auto make = [&](const char *flat, const QString &name, const QString &format) {
        const QString from = m_folder.filePath(name);
        QFile file(from);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(flat);
        file.close();
        const QString made = converted({from}, format).first();
        QVERIFY(QFile::rename(made, m_folder.filePath(QStringLiteral("fixture.") + format)));
    };
    make(tests::flatText, QStringLiteral("text.fodt"), QStringLiteral("odt"));
    make(tests::flatText, QStringLiteral("template.fodt"), QStringLiteral("ott"));
    make(tests::flatSheets, QStringLiteral("sheets.fods"), QStringLiteral("ods"));
    make(tests::flatSlides, QStringLiteral("slides.fodp"), QStringLiteral("odp"));
    const QByteArray drawing = QByteArray(tests::flatSlides)
                                   .replace("opendocument.presentation\"", "opendocument.graphics\"")
                                   .replace("office:presentation>", "office:drawing>");
    make(drawing.constData(), QStringLiteral("drawing.fodg"), QStringLiteral("odg"));
}

void TestOdf::labelsWhatLibreOfficeWrote_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"odt", "ott", "ods", "odp", "odg"})
        QTest::newRow(format) << QString::fromLatin1(format);
    if (!QFile::exists(m_folder.filePath(QStringLiteral("fixture.odt"))))
        QSKIP("no LibreOffice here");
}

void TestOdf::labelsWhatLibreOfficeWrote()
{
    QFETCH(QString, format);
    const FileSource source = opened(m_folder.filePath(QStringLiteral("fixture.") + format));
    QVERIFY(m_codec->recognises(source));
    QCOMPARE(m_codec->read(source).value().label, std::nullopt);
    checkRoundTrip(source);

    platform::MemorySink out;
    QVERIFY(m_codec->stamp(source, stampWith(true), out).value().marked);
    const FileSource marked = saved(out.bytes(), u'.' + format);
    QVERIFY(m_codec->recognises(marked));
    QVERIFY(m_codec->read(marked).value().marked);
    QCOMPARE(out.bytes().mid(30, 8), QByteArray("mimetype"));
    const auto reader = ZipReader::open(marked);
    QCOMPARE(reader.value().entries().front().name, std::string("mimetype"));
    QCOMPARE(reader->entries().front().method, 0);
    QCOMPARE(reader->entries().front().flags & 8, ZipReader::open(source).value().entries().front().flags & 8);
}

void TestOdf::isReadByOthers()
{
    QFETCH(QString, format);
    const FileSource source = opened(m_folder.filePath(QStringLiteral("fixture.") + format));
    const FileSource marked = stamped(source, stampWith(true));
    const QByteArray mark = stampWith(true).markText.toUtf8();

    const FileSource plain = stamped(source, stampWith(false));
    std::vector<QByteArray> texts = pdfTexts({&source, &marked, &plain});
    const QByteArray before = texts[0];
    QByteArray after = texts[1];
    QVERIFY(!before.isEmpty());
    QCOMPARE(after.count(mark), 2); // every fixture has two pages
    QCOMPARE(after.replace(mark, QByteArray()), before);
    QCOMPARE(texts[2], before);

    const QByteArray said = outputOf(QStringLiteral("exiftool"), {QStringLiteral("-json"), QStringLiteral("-struct"),
                                                                  base::toDisplay(marked.path())});
    const QJsonObject fields = QJsonDocument::fromJson(said).array().first().toObject();
    QCOMPARE(fields.value(QStringLiteral("Keyword")).toString(), stampWith(true).classText);
    QCOMPARE(fields.value(QStringLiteral("User-definedName")).toString(), QStringLiteral("情報資産の分類"));
    QCOMPARE(fields.value(QStringLiteral("User-defined")).toString(), stampWith(true).classText);
    const QByteArray all = outputOf(QStringLiteral("exiftool"), {QStringLiteral("-a"), base::toDisplay(marked.path())});
    QVERIFY(all.contains("必要以上の複製及び配付禁止") && all.contains("Shirushi.Label"));
}

// LibreOffice writes everything anew: the label stays, and the mark is still known as ours.
void TestOdf::survivesLibreOffice()
{
    QFETCH(QString, format);
    const FileSource source = opened(m_folder.filePath(QStringLiteral("fixture.") + format));
    const FileSource marked = stamped(source, stampWith(true));
    const FileSource resaved = opened(converted({base::toDisplay(marked.path())}, format).first());
    const auto reading = m_codec->read(resaved);
    QCOMPARE(reading.value().label.value(), tests::sampleLabel());
    QVERIFY(reading->marked);

    const QByteArray hash = hashOf(resaved);
    const FileSource again = stamped(resaved, otherStamp());
    QCOMPARE(hashOf(again), hash);
    QVERIFY(m_codec->read(again).value().marked);
    const FileSource bare = removed(again);
    const std::vector<QByteArray> texts = pdfTexts({&again, &bare, &source});
    const QByteArray &text = texts[0];
    QCOMPARE(text.count(QString::fromUtf16(tests::otherClass).toUtf8()), 2);
    QVERIFY(!text.contains("機密性3B"));

    QCOMPARE(hashOf(bare), hash);
    QCOMPARE(hashOf(removed(resaved)), hash);
    for (const auto &[name, content] : contentsOf(bare)) {
        QVERIFY2(!content.contains("hirushi"), name.c_str());
        QVERIFY2(!content.contains("機密性"), name.c_str());
        QVERIFY2(!content.contains("urn:bails"), name.c_str());
    }
    QCOMPARE(texts[1], texts[2]);
}

void TestOdf::labelsTheCorpus()
{
    const QString set = qEnvironmentVariable("SHIRUSHI_CORPUS");
    const QString corpus = set.isEmpty() ? QStringLiteral(SHIRUSHI_SOURCE_DIR "/../shared/corpus") : set;
    QDirIterator files(corpus, {QStringLiteral("*.od?"), QStringLiteral("*.ot?")}, QDir::Files, QDirIterator::Subdirectories);
    int labelled = 0;
    int refused = 0;
    while (files.hasNext()) {
        const FileSource source = opened(files.next());
        if (!m_codec->recognises(source)) {
            qInfo("not ours: %s", source.path().c_str());
            continue;
        }
        if (const auto hash = m_codec->contentHash(source); !hash) {
            qInfo("refused: %s", qPrintable(oneLine(hash.error())));
            ++refused;
            continue;
        }
        checkRoundTrip(source);
        if (QTest::currentTestFailed()) {
            qWarning("%s", source.path().c_str());
            return;
        }
        ++labelled;
    }
    if (labelled + refused == 0)
        QSKIP("no corpus here");
    qInfo("%d labelled, %d refused", labelled, refused);
    QVERIFY(labelled > 0);
}

QTEST_GUILESS_MAIN(TestOdf)
#include "tst_odf.moc"
