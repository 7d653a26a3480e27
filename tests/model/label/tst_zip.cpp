#include "label/zip/zip.h"

#include "crypto/digest.h"
#include "ziprecords.h"

#include <QRandomGenerator>
#include <QTest>

using namespace shirushi;
using base::ErrorCode;
using label::rewriteZip;
using label::ZipChanges;
using label::ZipReader;
using platform::FileSource;
using tests::Archive;
using tests::build;
using tests::plain;
using tests::Record;
using tests::storedRecord;
using tests::streamed;
using tests::text;
using tests::zip64Field;

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
    void survivesDamage();

private:
    FileSource saved(const QByteArray &bytes) { return m_folder.saved(bytes); }

    tests::ZipFolder m_folder;
};

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
        m_folder.startAnew();
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
