// Real files that other programs made, odd and broken ones among them, all labelled in one run. Skipped where the
// corpus is not there (SHIRUSHI_CORPUS, or ../shared/corpus beside the source).

#include "app/cli/commandline.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

#include <map>

using namespace shirushi;

class TestCorpus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyFileCarriesAReadableLabel();
    void whatMustNotBeRewrittenIsUntouched();
    void otherProgramsReadTheClass();
    void pdfsAreNoWorse();
    void libreOfficeSeesTheSameText();
    void marksDoNotPileUp();
    void removalGivesTheBytesBack();

private:
    QString copyTo(const QString &folder) const;
    QString original(const QString &copy, const QString &folder) const
    {
        return m_originals + copy.mid(folder.size());
    }
    std::map<QString, QJsonObject> labelsIn(const QString &folder) const;

    std::unique_ptr<tests::CommandLine> m_line;
    QString m_corpus;
    QString m_originals; // a writable copy that is never labelled
    QString m_plain;     // labelled without marks
    QString m_marked;    // labelled with marks
    qsizetype m_count = 0;
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray outputOf(const QString &program, const QStringList &arguments, int *code = nullptr, int milliseconds = 60'000)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(milliseconds)) {
        process.kill();
        process.waitForFinished();
    }
    if (code)
        *code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return process.readAllStandardOutput();
}

bool isPdf(const QString &path)
{
    return path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive);
}

bool isOffice(const QString &path)
{
    static const QStringList endings{QStringLiteral("docx"), QStringLiteral("docm"), QStringLiteral("dotx"),
                                     QStringLiteral("xlsx"), QStringLiteral("xlsm"), QStringLiteral("pptx"),
                                     QStringLiteral("odt"),  QStringLiteral("ods"),  QStringLiteral("odp")};
    return endings.contains(QFileInfo(path).suffix().toLower());
}

const QString classes = QStringLiteral("confidentiality=3B,integrity=2,availability=1");
const QString classText = QStringLiteral("自治体機密性3B・完全性2・可用性1");

// The text that LibreOffice lays out, by file name; a document it does not open is missing.
std::map<QString, QByteArray> textsByLibreOffice(const QStringList &files, const QString &work)
{
    std::map<QString, QByteArray> texts;
    QDir().mkpath(work);
    int number = 0;
    for (const QString &file : files) {
        // Numbered: two documents of the corpus may have one name.
        const QString name = QStringLiteral("%1.%2").arg(number++).arg(QFileInfo(file).suffix());
        QFile::copy(file, work + u'/' + name);
        outputOf(QStringLiteral("soffice"),
                 {QStringLiteral("-env:UserInstallation=file://") + work + QStringLiteral("/profile"), QStringLiteral("--headless"),
                  QStringLiteral("--convert-to"), QStringLiteral("pdf"), QStringLiteral("--outdir"), work, work + u'/' + name});
        const QString pdf = work + u'/' + QFileInfo(name).completeBaseName() + QStringLiteral(".pdf");
        if (QFile::exists(pdf))
            texts.emplace(file, outputOf(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")}));
    }
    return texts;
}

} // namespace

QString TestCorpus::copyTo(const QString &name) const
{
    const QString folder = m_line->path(name);
    QDirIterator files(m_corpus, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString relative = file.mid(m_corpus.size());
        if (relative.startsWith(QStringLiteral("/age/")))
            continue;
        const QString target = folder + relative;
        QDir().mkpath(QFileInfo(target).path());
        QFile::copy(file, target);
        QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    }
    return folder;
}

std::map<QString, QJsonObject> TestCorpus::labelsIn(const QString &folder) const
{
    std::map<QString, QJsonObject> labels;
    const QJsonArray shown = m_line->show({QStringLiteral("--recursive"), folder}).json();
    for (const QJsonValue &file : shown)
        labels.emplace(file[QStringLiteral("file")].toString(), file.toObject());
    return labels;
}

void TestCorpus::initTestCase()
{
    m_corpus = qEnvironmentVariable("SHIRUSHI_CORPUS", QStringLiteral(SHIRUSHI_SOURCE_DIR "/../shared/corpus"));
    if (!QDir(m_corpus).exists())
        QSKIP("the corpus is not here");
    m_corpus = QDir(m_corpus).canonicalPath();
    m_line = std::make_unique<tests::CommandLine>();
    QCOMPARE(m_line->init().code, 0);
    m_originals = copyTo(QStringLiteral("originals"));
    m_plain = copyTo(QStringLiteral("plain"));
    m_marked = copyTo(QStringLiteral("marked"));
    QDirIterator files(m_originals, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        ++m_count;
    }

    QElapsedTimer timer;
    timer.start();
    const tests::Answer plain = m_line->set({QStringLiteral("--recursive"), m_plain}, classes);
    QVERIFY2(plain.code == 0, plain.err);
    const tests::Answer marked = m_line->set({QStringLiteral("--mark"), QStringLiteral("header"), QStringLiteral("--recursive"), m_marked}, classes);
    QVERIFY2(marked.code == 0, marked.err);
    qInfo("%lld files labelled twice in %lld ms", static_cast<long long>(m_count), static_cast<long long>(timer.elapsed()));
}

void TestCorpus::everyFileCarriesAReadableLabel()
{
    for (const QString &folder : {m_plain, m_marked}) {
        const auto labels = labelsIn(folder);
        QCOMPARE(static_cast<qsizetype>(labels.size()), m_count);
        std::map<QString, int> sources;
        for (const auto &[file, found] : labels) {
            QVERIFY2(found.value(QStringLiteral("status")).toString() == u"labelled", qPrintable(file));
            QVERIFY2(found.value(QStringLiteral("signature")).toString() == u"valid", qPrintable(file));
            QVERIFY2(found.value(QStringLiteral("content")).toString() == u"same", qPrintable(file));
            ++sources[found.value(QStringLiteral("source")).toString()];
        }
        for (const auto &[source, count] : sources)
            qInfo("%s: %d", qPrintable(source), count);
    }
}

void TestCorpus::whatMustNotBeRewrittenIsUntouched()
{
    for (const QString &folder : {m_plain, m_marked}) {
        for (const auto &[file, found] : labelsIn(folder)) {
            if (found.value(QStringLiteral("source")).toString() != u"embedded")
                QVERIFY2(contentOf(file) == contentOf(original(file, folder)), qPrintable(file));
            else if (isPdf(file))
                QVERIFY2(contentOf(file).startsWith(contentOf(original(file, folder))), qPrintable(file));
        }
    }
}

void TestCorpus::otherProgramsReadTheClass()
{
    QStringList embedded;
    for (const auto &[file, found] : labelsIn(m_plain)) {
        if (found.value(QStringLiteral("source")).toString() == u"embedded")
            embedded += file;
    }
    QVERIFY(embedded.size() > m_count / 3);
    const QJsonArray read = QJsonDocument::fromJson(outputOf(QStringLiteral("exiftool"), QStringList{QStringLiteral("-json")} + embedded)).array();
    QCOMPARE(read.size(), embedded.size());
    for (const QJsonValue &file : read)
        QVERIFY2(QJsonDocument(file.toObject()).toJson().contains(classText.toUtf8()), qPrintable(file[QStringLiteral("SourceFile")].toString()));
}

void TestCorpus::pdfsAreNoWorse()
{
    for (const auto &[file, found] : labelsIn(m_marked)) {
        if (!isPdf(file) || found.value(QStringLiteral("source")).toString() != u"embedded")
            continue;
        const QString before = original(file, m_marked);
        const QString plain = m_plain + file.mid(m_marked.size());
        int codeBefore = 0;
        outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), before}, &codeBefore);
        const QByteArray text = outputOf(QStringLiteral("pdftotext"), {before, QStringLiteral("-")});
        for (const QString &after : {plain, file}) {
            int codeAfter = 0;
            outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), after}, &codeAfter);
            QVERIFY2(codeBefore != 0 || codeAfter == 0, qPrintable(after));
        }
        QVERIFY2(outputOf(QStringLiteral("pdftotext"), {plain, QStringLiteral("-")}) == text, qPrintable(plain));
    }
}

void TestCorpus::libreOfficeSeesTheSameText()
{
    if (!qEnvironmentVariableIsSet("SHIRUSHI_CORPUS_LIBREOFFICE"))
        QSKIP("a long test: tests/run --long");
    QStringList before, after;
    for (const auto &[file, found] : labelsIn(m_plain)) {
        if (isOffice(file) && found.value(QStringLiteral("source")).toString() == u"embedded") {
            before += original(file, m_plain);
            after += file;
        }
    }
    const auto textsBefore = textsByLibreOffice(before, m_line->path(QStringLiteral("lo-before")));
    const auto textsAfter = textsByLibreOffice(after, m_line->path(QStringLiteral("lo-after")));
    QVERIFY(textsBefore.size() > static_cast<std::size_t>(before.size()) / 2);
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto text = textsBefore.find(before[i]);
        if (text == textsBefore.end())
            continue;
        const auto now = textsAfter.find(after[i]);
        QVERIFY2(now != textsAfter.end(), qPrintable(after[i]));
        if (now->second == text->second)
            continue;
        // A document with the time of day in it differs from itself, too.
        const auto again = textsByLibreOffice({before[i]}, m_line->path(QStringLiteral("lo-again-%1").arg(i)));
        QVERIFY2(again.at(before[i]) != text->second, qPrintable(after[i]));
    }
}

void TestCorpus::marksDoNotPileUp()
{
    std::map<QString, qint64> sizes;
    for (const auto &[file, found] : labelsIn(m_marked))
        sizes[file] = QFileInfo(file).size();
    const tests::Answer again = m_line->set({QStringLiteral("--mark"), QStringLiteral("header"), QStringLiteral("--recursive"), m_marked}, classes);
    QVERIFY2(again.code == 0, again.err);
    for (const auto &[file, size] : sizes) // a label's time and signature differ from one to the next, and compress so
        QVERIFY2(qAbs(QFileInfo(file).size() - size) < 256, qPrintable(file));
}

void TestCorpus::removalGivesTheBytesBack()
{
    std::map<QString, QString> sources;
    for (const auto &[file, found] : labelsIn(m_marked))
        sources[file] = found.value(QStringLiteral("source")).toString();
    const tests::Answer removed =
        m_line->run(QStringList{QStringLiteral("label"), QStringLiteral("remove"), QStringLiteral("--reason"), QStringLiteral("試験"), QStringLiteral("--recursive")} + m_line->credentials() + QStringList{m_marked});
    QVERIFY2(removed.code == 0, removed.err);
    const QStringList exact{QStringLiteral("pdf"), QStringLiteral("jpg"), QStringLiteral("png"), QStringLiteral("tif"), QStringLiteral("tiff")};
    for (const auto &[file, source] : sources) {
        if (source != u"embedded" || exact.contains(QFileInfo(file).suffix().toLower()))
            QVERIFY2(contentOf(file) == contentOf(original(file, m_marked)), qPrintable(file));
        QVERIFY2(!QFile::exists(file + QStringLiteral(".xmp")) || QFile::exists(original(file, m_marked) + QStringLiteral(".xmp")), qPrintable(file));
    }
    for (const auto &[file, found] : labelsIn(m_marked))
        QVERIFY2(found.value(QStringLiteral("status")).toString() != u"labelled", qPrintable(file));
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
