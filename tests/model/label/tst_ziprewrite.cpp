// Archives written anew with some entries changed: everything else stays, and other programs read them.
#include "ziprecords.h"

#include <QDirIterator>
#include <QProcess>
#include <QTest>

using namespace shirushi;
using label::rewriteZip;
using label::ZipChanges;
using label::ZipReader;
using platform::FileSource;
using tests::build;
using tests::plain;
using tests::Record;
using tests::storedRecord;
using tests::streamed;
using tests::text;
using tests::zip64Field;

namespace {

QString corpus()
{
    const QString set = qEnvironmentVariable("SHIRUSHI_CORPUS");
    return set.isEmpty() ? QStringLiteral(SHIRUSHI_SOURCE_DIR "/../shared/corpus") : set;
}

QStringList packages()
{
    QStringList found;
    QDirIterator files(corpus(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.peek(4).startsWith("PK"))
            found += file.fileName();
    }
    found.sort();
    return found;
}

} // namespace

class TestZipRewrite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEverythingElse();
    void writesWhatOthersRead();
    void unchangedIsTheSame();
    void rewritesTheCorpus();

private:
    QString path(const QString &name) const { return m_folder.path(name); }
    FileSource saved(const QByteArray &bytes) { return m_folder.saved(bytes); }

    tests::ZipFolder m_folder;
};

void TestZipRewrite::keepsEverythingElse()
{
    Record odd = streamed(plain("報告.xml", text(300)), Record::WithSignature);
    odd.flags |= 0x0800;
    odd.centralExtra = QByteArray("UT\x05\x00\x03\x01\x02\x03\x04", 9);
    Record padded = plain("c", text(30));
    padded.localExtra = QByteArray("\x20\xa2\x02\x00\x00\x00", 6);
    const QByteArray before =
        build({{storedRecord(plain("mimetype", "application/x")), odd, padded, plain("d")}, "comment"});
    const FileSource source = saved(before);
    const auto reader = ZipReader::open(source);
    QVERIFY(reader);
    platform::MemorySink out;
    QVERIFY(rewriteZip(*reader, {{"mimetype", "application/y"}, {"c", text(5)}, {"d", std::nullopt}, {"新", "new"}}, out));
    const FileSource rewritten = saved(out.bytes());
    const auto after = ZipReader::open(rewritten);
    QVERIFY(after);

    std::vector<std::string> names;
    for (const label::ZipEntry &entry : after->entries())
        names.push_back(entry.name);
    QCOMPARE(names, (std::vector<std::string>{"mimetype", "報告.xml", "c", "新"}));
    QCOMPARE(after->content(*after->find("mimetype")).value(), QByteArray("application/y"));
    QCOMPARE(after->find("mimetype")->method, 0);
    QCOMPARE(after->content(*after->find("c")).value(), text(5));
    QCOMPARE(after->find("c")->method, 8);
    QCOMPARE(after->find("c")->centralRecord.mid(12, 4), reader->find("c")->centralRecord.mid(12, 4)); // time
    QCOMPARE(after->find("c")->centralRecord.mid(38, 4), reader->find("c")->centralRecord.mid(38, 4)); // attributes
    QCOMPARE(after->find("新")->flags, 0x0800);
    QCOMPARE(after->find("新")->centralRecord.mid(12, 4), QByteArray("\x00\x00\x21\x00", 4));
    QCOMPARE(after->comment(), QByteArray("comment"));

    const label::ZipEntry *kept = after->find("報告.xml");
    const label::ZipEntry *was = reader->find("報告.xml");
    QCOMPARE(rewritten.bytes(kept->headerOffset, kept->endOffset - kept->headerOffset).value(),
             source.bytes(was->headerOffset, was->endOffset - was->headerOffset).value());
    QCOMPARE(QByteArray(kept->centralRecord).remove(42, 4), QByteArray(was->centralRecord).remove(42, 4));
}

void TestZipRewrite::writesWhatOthersRead()
{
    Record wide = plain("wide", text(40)); // sizes and offset only in the ZIP64 field
    QByteArray payload;
    tests::put(payload, static_cast<quint64>(wide.content.size()), 8);
    tests::put(payload, static_cast<quint64>(tests::deflateRaw(wide.content).size()), 8);
    wide.localExtra = zip64Field(payload);
    tests::put(payload, 0, 8);
    wide.centralExtra = zip64Field(payload);
    QByteArray bytes = build({{wide, streamed(plain("b"), Record::Plain)}, {}, true});
    bytes.replace(18, 8, QByteArray(8, '\xff'));
    const qsizetype record = bytes.indexOf("PK\x01\x02");
    bytes.replace(record + 20, 8, QByteArray(8, '\xff')).replace(record + 42, 4, QByteArray(4, '\xff'));
    const FileSource source = saved(bytes);
    const auto reader = ZipReader::open(source);
    QVERIFY2(reader, reader ? "" : qPrintable(oneLine(reader.error())));
    QCOMPARE(reader->content(*reader->find("wide")).value(), wide.content);

    for (const ZipChanges &changes :
         {ZipChanges{{"b", text(3)}}, ZipChanges{{"wide", text(3)}, {"報告", text(4)}}, ZipChanges{{"b", std::nullopt}}}) {
        platform::MemorySink out;
        QVERIFY(rewriteZip(*reader, changes, out));
        const FileSource rewritten = saved(out.bytes());
        QVERIFY(ZipReader::open(rewritten));
        const QString name = base::toDisplay(rewritten.path());
        QCOMPARE(QProcess::execute(QStringLiteral("python3"),
                                   {QStringLiteral("-c"),
                                    QStringLiteral("import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]);"
                                                   "sys.exit(z.testzip() is not None)"),
                                    name}),
                 0);
        QProcess sevenZip;
        sevenZip.start(QStringLiteral("7zz"), {QStringLiteral("t"), name});
        if (sevenZip.waitForStarted()) {
            QVERIFY(sevenZip.waitForFinished());
            const QByteArray said = sevenZip.readAllStandardOutput();
            QVERIFY2(sevenZip.exitCode() == 0 && !said.contains("Warning"), said.constData());
        }
    }
}

void TestZipRewrite::unchangedIsTheSame()
{
    const QByteArray bytes = build({{storedRecord(plain("a")), streamed(plain("b"), Record::Wide), plain("c/")}, "x"});
    const FileSource source = saved(bytes);
    const auto reader = ZipReader::open(source);
    platform::MemorySink out;
    QVERIFY(rewriteZip(reader.value(), {{"none", std::nullopt}}, out));
    QCOMPARE(out.bytes(), bytes);
}

// What ordinary programs wrote opens; what is refused is known to be damaged.
void TestZipRewrite::rewritesTheCorpus()
{
    const QStringList names = packages();
    if (names.isEmpty())
        QSKIP("no corpus here");
    int opened = 0;
    for (const QString &name : names) {
        const auto source = FileSource::open(base::toPath(name));
        QVERIFY(source);
        const auto reader = ZipReader::open(*source);
        if (!reader) {
            qInfo("refused: %s", qPrintable(oneLine(reader.error())));
            continue;
        }
        ++opened;
        platform::MemorySink same;
        QVERIFY(rewriteZip(*reader, {}, same));
        QVERIFY2(same.bytes() == source->all(1 << 30).value(), qPrintable(name));
        if (reader->entries().empty())
            continue;
        platform::MemorySink out;
        const std::string first = reader->entries().front().name;
        QVERIFY(rewriteZip(*reader, {{first, "changed"}, {"new", "new"}}, out));
        const FileSource rewritten = saved(out.bytes());
        const auto after = ZipReader::open(rewritten);
        QVERIFY2(after, qPrintable(name));
        for (const label::ZipEntry &entry : reader->entries()) {
            const label::ZipEntry *kept = after->find(entry.name);
            QVERIFY(kept);
            if (entry.name != first)
                QCOMPARE(kept->crc, entry.crc);
        }
        QCOMPARE(after->content(*after->find(first)).value(), QByteArray("changed"));
        QVERIFY(QFile::remove(base::toDisplay(rewritten.path())));
    }
    qInfo("%d of %lld packages opened", opened, static_cast<long long>(names.size()));
    QVERIFY2(opened * 100 >= names.size() * 97, "ordinary packages are refused");
}

QTEST_GUILESS_MAIN(TestZipRewrite)
#include "tst_ziprewrite.moc"
