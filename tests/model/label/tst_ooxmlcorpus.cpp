// Every Office file of the corpus: labelled and readable, or refused with a code; never harmed.
#include "ooxmlfixtures.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace shirushi;
using namespace shirushi::tests;

namespace {

QString corpus()
{
    const QByteArray given = qgetenv("SHIRUSHI_CORPUS");
    return given.isEmpty() ? QStringLiteral(SHIRUSHI_SOURCE_DIR "/../shared/corpus")
                           : QString::fromLocal8Bit(given);
}

// Python's own readers of ZIP and XML, which share nothing with ours, look at every part.
constexpr auto wellFormed = R"(
import sys, zipfile
from xml.parsers import expat
for path in sys.argv[1:]:
    archive = zipfile.ZipFile(path)
    assert archive.testzip() is None, path
    names = archive.namelist()
    assert len(set(names)) == len(names), path
    for name in names:
        if name.startswith('docProps/') and name.endswith('.xml') or name.endswith('.rels') or name == '[Content_Types].xml':
            expat.ParserCreate().Parse(archive.read(name), True)
)";

} // namespace

class TestOoxmlCorpus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void labelsEveryFile();
    void othersOpenThem();
    void officeReadsTheSame();
    void survivesDamage();

private:
    QTemporaryDir m_folder;
    QStringList m_files;
    QStringList m_stamped; // beside m_files; empty where refused
    std::unique_ptr<label::Codec> m_codec = label::makeOoxmlCodec();
    Bench m_bench{*m_codec};
};

void TestOoxmlCorpus::initTestCase()
{
    static const QRegularExpression office(QStringLiteral("\\.(doc|dot|xls|xlt|ppt|pot|pps)[xm]$"),
                                           QRegularExpression::CaseInsensitiveOption);
    QDirIterator iterator(corpus(), QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        const QString path = iterator.next();
        if (office.match(path).hasMatch())
            m_files += path;
    }
    m_files.sort();
    if (m_files.isEmpty())
        QSKIP("The corpus is not here.");
}

void TestOoxmlCorpus::labelsEveryFile()
{
    int number = 0;
    label::Stamp stamp = sampleStamp();
    stamp.mark = true;
    label::Stamp other = sampleStamp();
    other.classText = other.markText = QStringLiteral("重要性分類Ⅱ");
    for (const QString &path : m_files) {
        m_stamped += QString();
        if (!m_bench.recognises(path))
            continue;
        QElapsedTimer timer;
        timer.start();
        const QString ending = path.mid(path.lastIndexOf(u'.'));
        const QString one = m_folder.filePath(QString::number(++number) + ending);
        const QByteArray hash = m_bench.hash(path);
        const auto written = m_bench.stamp(path, stamp, one);
        if (!written) {
            QVERIFY2(!written.error().message.isEmpty(), qPrintable(path));
            continue;
        }
        m_stamped.last() = one;
        const auto reading = m_bench.read(one);
        QVERIFY2(reading && reading->label && *reading->label == stamp.label, qPrintable(path));
        QVERIFY2(written->marked || !written->notices.isEmpty(), qPrintable(path));
        const QString two = m_folder.filePath(QStringLiteral("two"));
        const QString bare = m_folder.filePath(QStringLiteral("bare"));
        QVERIFY2(m_bench.stamp(one, other, two), qPrintable(path));
        QVERIFY2(m_bench.remove(two, bare), qPrintable(path));
        for (const QString &stage : {one, two, bare})
            QVERIFY2(m_bench.hash(stage) == hash, qPrintable(path));
        QVERIFY2(differences(partsOf(path), partsOf(bare)).isEmpty(), qPrintable(path));
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(path));
    }
    QVERIFY(m_stamped.count(QString()) * 5 < m_files.size());
}

void TestOoxmlCorpus::othersOpenThem()
{
    if (!hasProgram(QStringLiteral("python3")))
        QSKIP("python3 is not here.");
    QStringList arguments{QStringLiteral("-c"), QString::fromUtf8(wellFormed)};
    for (const QString &path : m_stamped) {
        if (!path.isEmpty())
            arguments += path;
    }
    QByteArray said;
    QVERIFY2(runs(QStringLiteral("python3"), arguments, &said), said.constData());
}

void TestOoxmlCorpus::officeReadsTheSame()
{
    if (!hasProgram(QStringLiteral("soffice")) || !hasProgram(QStringLiteral("pdftotext")))
        QSKIP("LibreOffice or pdftotext is not here.");
    const QString mark = sampleStamp().markText;
    const QDir folder(m_folder.path());
    QVERIFY(folder.mkpath(QStringLiteral("before")) && folder.mkpath(QStringLiteral("after")));
    QStringList originals;
    QStringList stamped;
    for (qsizetype i = 0; i < m_files.size() && originals.size() < 12; i += 6) {
        if (m_stamped.at(i).isEmpty() || QFileInfo(m_files.at(i)).size() > 100'000)
            continue;
        const QString copy =
            folder.filePath(QStringLiteral("before/") + QFileInfo(m_stamped.at(i)).fileName());
        QVERIFY(QFile::copy(m_files.at(i), copy));
        originals += copy;
        stamped += m_stamped.at(i);
    }
    const QString profile = folder.filePath(QStringLiteral("profile"));
    QVERIFY(convert(profile, originals, QStringLiteral("pdf"), folder.filePath(QStringLiteral("before"))));
    QVERIFY(convert(profile, stamped, QStringLiteral("pdf"), folder.filePath(QStringLiteral("after"))));
    for (const QString &path : stamped) {
        const QString name = QFileInfo(path).completeBaseName() + QStringLiteral(".pdf");
        const QString before = textOfPdf(folder.filePath(QStringLiteral("before/") + name));
        QString after = textOfPdf(folder.filePath(QStringLiteral("after/") + name));
        // LibreOffice prints no page for empty sheets.
        QVERIFY2(before.isEmpty() || after.contains(mark), qPrintable(path));
        // A mark may stand between two pieces of a header: their order is pdftotext's own.
        QString sortedBefore = before;
        QString sortedAfter = after.remove(mark);
        std::sort(sortedBefore.begin(), sortedBefore.end());
        std::sort(sortedAfter.begin(), sortedAfter.end());
        QVERIFY2(sortedBefore == sortedAfter, qPrintable(path));
    }
}

void TestOoxmlCorpus::survivesDamage()
{
    QRandomGenerator random(3);
    const QString damaged = m_folder.filePath(QStringLiteral("damaged"));
    const QString out = m_folder.filePath(QStringLiteral("out"));
    for (qsizetype i = 0; i < m_files.size(); i += 3) {
        const QByteArray whole = loaded(m_files.at(i));
        if (whole.isEmpty() || whole.size() > 200'000)
            continue;
        for (int round = 0; round < 8; ++round) {
            QByteArray bytes = whole;
            for (int change = 0; change <= round; ++change)
                bytes[static_cast<qsizetype>(random.bounded(static_cast<quint32>(bytes.size())))] =
                    static_cast<char>(random.bounded(256));
            if (round % 4 == 3)
                bytes.truncate(static_cast<qsizetype>(random.bounded(static_cast<quint32>(bytes.size()))));
            save(damaged, bytes);
            const QByteArray hash = m_bench.hash(damaged);
            static_cast<void>(m_bench.recognises(damaged));
            static_cast<void>(m_bench.read(damaged));
            if (m_bench.stamp(damaged, sampleStamp(), out)) {
                const auto reading = m_bench.read(out);
                QVERIFY2(reading && reading->label, qPrintable(m_files.at(i)));
                QCOMPARE(m_bench.hash(out), hash);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestOoxmlCorpus)
#include "tst_ooxmlcorpus.moc"
