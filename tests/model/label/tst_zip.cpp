#include "label/zip.h"

#include "crypto/digest.h"
#include "zipbuilder.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;
using base::ErrorCode;
using label::rewriteZip;
using label::ZipChanges;
using label::ZipReader;
using platform::FileSource;
using tests::Archive;
using tests::build;
using tests::Record;

Q_DECLARE_METATYPE(shirushi::base::ErrorCode)

class TestZip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensWhatProgramsWrite_data();
    void opensWhatProgramsWrite();
    void refusesWhatIsOdd_data();
    void refusesWhatIsOdd();
    void refusesDamagedContent();
    void boundsWhatItExpands();
    void keepsEverythingElse();
    void writesWhatOthersRead();
    void unchangedIsTheSame();
    void rewritesTheCorpus();
    void survivesDamage();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    FileSource saved(const QByteArray &bytes);

    QTemporaryDir m_folder;
    int m_count = 0;
};

namespace {

QByteArray text(int lines)
{
    QByteArray bytes;
    for (int i = 0; i < lines; ++i)
        bytes += "<row number=\"" + QByteArray::number(i) + "\">報告書</row>\n";
    return bytes;
}

Record plain(const QByteArray &name, const QByteArray &content = text(20))
{
    Record record;
    record.name = name;
    record.content = content;
    return record;
}

Record streamed(Record record, Record::Descriptor descriptor)
{
    record.flags |= 8;
    record.descriptor = descriptor;
    record.zeroLocalSizes = true;
    return record;
}

Record storedRecord(Record record)
{
    record.deflate = false;
    return record;
}

QByteArray zip64Field(const QByteArray &payload)
{
    QByteArray field;
    tests::put(field, 1, 2);
    tests::put(field, static_cast<quint64>(payload.size()), 2);
    return field + payload;
}

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

FileSource TestZip::saved(const QByteArray &bytes)
{
    const QString name = path(QString::number(++m_count) + QStringLiteral(".zip"));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the fixture");
    file.close();
    auto source = FileSource::open(base::toPath(name));
    if (!source)
        qFatal("cannot read the fixture");
    return *std::move(source);
}

void TestZip::opensWhatProgramsWrite_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("deflated and stored") << build({{plain("a"), storedRecord(plain("b"))}, {}});
    QTest::newRow("Office: padding in an extra field") << build({{[] {
        Record record = plain("[Content_Types].xml");
        record.localExtra = QByteArray("\x20\xa2\x06\x00\x28\xa0\x02\x00\x00\x00", 10);
        record.flags = 6;
        return record;
    }()}, {}});
    QTest::newRow("zipalign: two bytes of padding") << build({{[] {
        Record record = plain("a");
        record.localExtra = QByteArray(2, '\0');
        return record;
    }()}, {}});
    QTest::newRow("descriptor with signature")
        << build({{streamed(plain("a"), Record::WithSignature), plain("b")}, {}});
    QTest::newRow("descriptor without signature") << build({{streamed(plain("a"), Record::Plain), plain("b")}, {}});
    QTest::newRow("descriptor of 64 bits") << build({{streamed(plain("a"), Record::Wide), plain("b")}, {}});
    QTest::newRow("stored with a descriptor")
        << build({{streamed(storedRecord(plain("a")), Record::WithSignature)}, {}});
    QTest::newRow("folder") << build({{storedRecord(plain("Pictures/", {})), plain("Pictures/a.png")}, {}});
    QTest::newRow("comment") << build({{plain("a")}, "written by a test PK"});
    QTest::newRow("ZIP64 end record") << build({{plain("a")}, {}, true});
    QTest::newRow("ZIP64 fields where none is needed") << build({{[] {
        Record record = plain("a");
        record.localExtra = record.centralExtra = zip64Field(QByteArray(16, '\0'));
        return record;
    }()}, {}, true});
    QTest::newRow("only the local header has the UTF-8 bit") << build({{[] {
        Record record = plain("報告.xml");
        record.flags = 0x0800;
        record.centralFlags = 0;
        return record;
    }()}, {}});
    QTest::newRow("many") << build({[] {
        std::vector<Record> records;
        for (int i = 0; i < 3000; ++i)
            records.push_back(plain("part/" + QByteArray::number(i) + ".xml"));
        return records;
    }(), QByteArray(60000, ' ')});
}

void TestZip::opensWhatProgramsWrite()
{
    QFETCH(QByteArray, bytes);
    const FileSource source = saved(bytes);
    const auto reader = ZipReader::open(source);
    QVERIFY2(reader, reader ? "" : qPrintable(oneLine(reader.error())));
    for (const label::ZipEntry &entry : reader->entries()) {
        const auto content = reader->content(entry);
        QVERIFY(content);
        QCOMPARE(*content, entry.name.ends_with('/') ? QByteArray() : text(20));
        QCOMPARE(reader->sha256(entry).value(), crypto::sha256(*content));
        QCOMPARE(reader->find(entry.name), &entry);
    }
    QVERIFY(!reader->find("none"));
}

void TestZip::refusesWhatIsOdd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const Archive good{{plain("a"), plain("b")}, {}};
    const auto row = [&](const char *name, ErrorCode code, auto change) {
        Archive archive = good;
        change(archive);
        QTest::newRow(name) << build(archive) << code;
    };
    const auto damaged = ErrorCode::Damaged;
    QTest::newRow("nothing") << QByteArray() << damaged;
    QTest::newRow("only a beginning") << build(good).first(60) << damaged;
    QTest::newRow("no end") << build(good).chopped(1) << damaged;
    row("bytes before", damaged, [](Archive &a) { a.prefix = "#!/bin/sh\n"; });
    row("bytes after", damaged, [](Archive &a) { a.trailing = "x"; });
    row("bytes between entries", damaged, [](Archive &a) { a.records[1].before = "xxxx"; });
    row("a hidden entry", damaged, [](Archive &a) {
        a.records[1].before = build({{plain("c")}, {}}).first(40);
    });
    row("bytes before the directory", damaged, [](Archive &a) { a.beforeDirectory = "xx"; });
    row("two of a name", damaged, [](Archive &a) { a.records[1].name = "a"; });
    row("another name in the local header", damaged, [](Archive &a) { a.records[1].localName = "c"; });
    row("a name with a zero", damaged, [](Archive &a) { a.records[1].name = QByteArray("a\0b", 3); });
    row("second of two disks", damaged, [](Archive &a) { a.disk = 1; });
    row("one entry too many is told", damaged, [](Archive &a) { a.countMore = 1; });
    row("one entry too few is told", damaged, [](Archive &a) { a.countMore = -1; });
    row("a descriptor nobody speaks of", damaged, [](Archive &a) { a.records[0].descriptor = Record::Plain; });
    row("no descriptor", damaged, [](Archive &a) {
        a.records[0].flags = 8;
        a.records[0].zeroLocalSizes = true;
    });
    row("no sizes in the local header", damaged, [](Archive &a) { a.records[0].zeroLocalSizes = true; });
    row("the directory knows of no descriptor", damaged, [](Archive &a) {
        a.records[0] = streamed(a.records[0], Record::Plain);
        a.records[0].centralFlags = 0;
    });
    row("a stored entry of another size", damaged, [](Archive &a) {
        a.records[0].deflate = false;
        a.records[0].sizeClaimed = 5;
    });
    row("encrypted", ErrorCode::Encrypted, [](Archive &a) { a.records[1].flags = 1; });
    row("strongly encrypted", ErrorCode::Encrypted, [](Archive &a) { a.records[1].flags = 0x41; });
    row("packed with BZIP2", ErrorCode::Unsupported, [](Archive &a) { a.records[1].method = 12; });
    row("an entry of a gigabyte", ErrorCode::TooLarge, [](Archive &a) { a.records[1].sizeClaimed = 1 << 30; });
    row("blown up", ErrorCode::TooLarge, [](Archive &a) { a.records[1].sizeClaimed = 8 << 20; });

    QByteArray bytes = build(good);
    const qsizetype second = bytes.lastIndexOf("PK\x01\x02");
    QTest::newRow("overlap") << QByteArray(bytes).replace(second + 42, 4, QByteArray(4, '\0')) << damaged;
    QTest::newRow("an entry beyond the end") << QByteArray(bytes).replace(second + 42, 4, "\xf0\xf0\xf0\x70") << damaged;
    QTest::newRow("more bytes than the file") << QByteArray(bytes).replace(second + 20, 4, "\xf0\xf0\xf0\x70") << damaged;
    const qsizetype end = bytes.lastIndexOf("PK\x05\x06");
    QTest::newRow("directory elsewhere") << QByteArray(bytes).replace(end + 16, 1, "\x01") << damaged;
    QTest::newRow("65535 entries") << QByteArray(bytes).replace(end + 8, 4, "\xff\xff\xff\xff") << ErrorCode::TooLarge;
}

void TestZip::refusesWhatIsOdd()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const FileSource source = saved(bytes);
    const auto reader = ZipReader::open(source);
    QVERIFY(!reader);
    QCOMPARE(int(reader.error().code), int(code));
    QVERIFY(!reader.error().message.isEmpty());
}

void TestZip::refusesDamagedContent()
{
    const auto contentOf = [this](const QByteArray &bytes) {
        const FileSource source = saved(bytes);
        const auto reader = ZipReader::open(source);
        return reader ? reader->content(reader->entries().front()) : std::unexpected(reader.error());
    };
    const QByteArray good = build({{plain("a")}, {}});
    QVERIFY(contentOf(good));
    QByteArray flipped = good;
    flipped[45] = static_cast<char>(flipped[45] ^ 0x10);
    QCOMPARE(contentOf(flipped).error().code, ErrorCode::Damaged);
    for (const qint64 claimed : {1LL, 2000LL}) {
        Record record = plain("a");
        record.sizeClaimed = claimed;
        QCOMPARE(contentOf(build({{record}, {}})).error().code, ErrorCode::Damaged);
    }
    QByteArray otherCrc = good;
    for (const qsizetype at : {qsizetype(14), good.lastIndexOf("PK\x01\x02") + 16})
        otherCrc[at] = static_cast<char>(otherCrc[at] ^ 1);
    QCOMPARE(contentOf(otherCrc).error().code, ErrorCode::Damaged);
}

void TestZip::boundsWhatItExpands()
{
    const FileSource source = saved(build({{plain("a"), plain("b"), plain("c")}, {}}));
    const auto size = static_cast<std::uint64_t>(text(20).size());
    QVERIFY(ZipReader::open(source, {.entries = 3, .expanded = size * 3, .entry = size}));
    QCOMPARE(ZipReader::open(source, {.entries = 2}).error().code, ErrorCode::TooLarge);
    QCOMPARE(ZipReader::open(source, {.expanded = size * 3 - 1}).error().code, ErrorCode::TooLarge);
    QCOMPARE(ZipReader::open(source, {.entry = size - 1}).error().code, ErrorCode::TooLarge);
    const FileSource bomb = saved(build({{plain("a", QByteArray(4 << 20, '\0'))}, {}}));
    QCOMPARE(ZipReader::open(bomb).error().code, ErrorCode::TooLarge);
}

void TestZip::keepsEverythingElse()
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

void TestZip::writesWhatOthersRead()
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

void TestZip::unchangedIsTheSame()
{
    const QByteArray bytes = build({{storedRecord(plain("a")), streamed(plain("b"), Record::Wide), plain("c/")}, "x"});
    const FileSource source = saved(bytes);
    const auto reader = ZipReader::open(source);
    platform::MemorySink out;
    QVERIFY(rewriteZip(reader.value(), {{"none", std::nullopt}}, out));
    QCOMPARE(out.bytes(), bytes);
}

// What ordinary programs wrote opens; what is refused is known to be damaged.
void TestZip::rewritesTheCorpus()
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

void TestZip::survivesDamage()
{
    Record odd = streamed(plain("b", text(100)), Record::WithSignature);
    odd.localExtra = odd.centralExtra = zip64Field(QByteArray(24, '\1'));
    const QByteArray good = build({{storedRecord(plain("a")), odd, plain("c", text(50))}, "comment", true});
    QRandomGenerator random(20261121);
    int opened = 0;
    for (int round = 0; round < 4000; ++round) {
        QByteArray bytes = good;
        for (quint32 i = random.bounded(4U); i < 4; ++i)
            bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
        if (random.bounded(5) == 0)
            bytes.truncate(random.bounded(static_cast<int>(bytes.size())));
        const FileSource source = saved(bytes);
        m_count = 0;
        const auto reader = ZipReader::open(source);
        if (!reader)
            continue;
        ++opened;
        for (const label::ZipEntry &entry : reader->entries()) {
            if (const auto content = reader->content(entry)) {
                QCOMPARE(static_cast<std::uint64_t>(content->size()), entry.size);
                QCOMPARE(tests::crcOf(*content), entry.crc);
            }
        }
        platform::MemorySink out;
        QVERIFY(rewriteZip(*reader, {{"a", "x"}}, out));
    }
    QVERIFY(opened > 0);
}

QTEST_GUILESS_MAIN(TestZip)
#include "tst_zip.moc"
