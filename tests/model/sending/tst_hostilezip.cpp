// Archives that somebody means ill with, or that old programs made: opened, or refused whole with a sentence.
#include "model/label/zipbuilder.h"
#include "model/sending/parcelsamples.h"

#include <QTest>

using namespace shirushi;
using namespace shirushi::tests;
using base::ErrorCode;

class TestHostileZip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refused_data();
    void refused();
    void oldNames();
    void decomposedNames();
    void harmlessOnes();
    void links();
    void bombs();
    void oldEncryption();
    void whatNobodyEncrypted();
};

namespace {

Record record(const QByteArray &name, const QByteArray &content = "content")
{
    Record made;
    made.name = name;
    made.content = content;
    made.flags = 0x800;
    return made;
}

// The sentence, after the parcel was refused and nothing was left behind.
base::Error refusal(const Bench &bench, const QByteArray &bytes, const sending::UnpackLimits &limits = {})
{
    put(bench.parcel(QStringLiteral("p.zip")), bytes);
    const auto opened = bench.unpack(QStringLiteral("p.zip"), {}, limits);
    if (opened)
        return {ErrorCode::Internal, {}, QStringLiteral("it was opened"), {}};
    if (!everythingIn(bench.out()).isEmpty())
        return {ErrorCode::Internal, {}, QStringLiteral("something was left: ") + everythingIn(bench.out()).join(u' '), {}};
    return opened.error();
}

} // namespace

void TestHostileZip::refused_data()
{
    QTest::addColumn<QByteArrayList>("names");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *what, const QByteArrayList &names, ErrorCode code) { QTest::newRow(what) << names << code; };
    row("parent", {"../evil.txt"}, ErrorCode::OutsideFolder);
    row("parent inside", {"a/../../evil.txt"}, ErrorCode::OutsideFolder);
    row("parent with backslashes", {"..\\evil.txt"}, ErrorCode::OutsideFolder);
    row("absolute", {"/etc/evil"}, ErrorCode::OutsideFolder);
    row("absolute with backslash", {"\\evil"}, ErrorCode::OutsideFolder);
    row("drive", {"C:\\evil.txt"}, ErrorCode::OutsideFolder);
    row("drive, relative", {"c:evil.txt"}, ErrorCode::OutsideFolder);
    row("share", {"//server/share/evil"}, ErrorCode::OutsideFolder);
    row("device", {"CON"}, ErrorCode::Unsupported);
    row("device with an ending", {"a/nul.txt"}, ErrorCode::Unsupported);
    row("port", {"com1.log"}, ErrorCode::Unsupported);
    row("stream", {"a.txt:evil"}, ErrorCode::Unsupported);
    row("control character", {"a\x01.txt"}, ErrorCode::Unsupported);
    row("line feed", {"a\nb.txt"}, ErrorCode::Unsupported);
    row("direction of writing", {"a\u202etxt.exe"}, ErrorCode::Unsupported);
    row("dot at the end", {"a.txt."}, ErrorCode::Unsupported);
    row("space at the end", {"a/b /c"}, ErrorCode::Unsupported);
    row("nothing between", {"a//b"}, ErrorCode::Damaged);
    row("too long", {QByteArray(300, 'a')}, ErrorCode::NameTooLong);
    row("too deep", {QByteArray("a/").repeated(40) + "b"}, ErrorCode::NameTooLong);
    row("twice", {"a.txt", "a.txt"}, ErrorCode::Damaged);
    row("twice by case", {"a.txt", "A.TXT"}, ErrorCode::Damaged);
    row("twice by form", {"が.txt", "か\u3099.txt"}, ErrorCode::Damaged);
    row("twice by width", {"a.txt", "ａ.txt"}, ErrorCode::Damaged);
    row("file and folder", {"a", "a/b"}, ErrorCode::Damaged);
    row("folder and file", {"a/b", "A"}, ErrorCode::Damaged);
    row("neither encoding", {QByteArray("\xff\xfe\x80.txt")}, ErrorCode::Unsupported);
    row("only a folder", {"a/"}, ErrorCode::Damaged);
}

void TestHostileZip::refused()
{
    QFETCH(const QByteArrayList, names);
    QFETCH(const ErrorCode, code);
    Archive archive;
    for (const QByteArray &name : names)
        archive.records.push_back(record(name, name.endsWith('/') ? QByteArray() : QByteArray("content")));
    const Bench bench;
    const base::Error error = refusal(bench, build(archive));
    QVERIFY2(error.code == code, qPrintable(QString::number(static_cast<int>(error.code)) + QStringLiteral(" ") + error.message));
    QVERIFY(!error.message.isEmpty() && !error.message.contains(u'\n') && !error.message.contains(QChar(0x202e)));
    QVERIFY(!QFileInfo::exists(bench.out(QStringLiteral("../evil.txt"))));
}

void TestHostileZip::oldNames()
{
    Record made = record(QByteArray::fromHex("8e9197bf5c95f12e747874")); // 資料\表.txt in CP932, whose 表 ends in a backslash
    made.name = QByteArray::fromHex("8e9197bf2f955c2e747874");          // 資料/表.txt
    made.flags = 0;
    Bench bench;
    put(bench.parcel(QStringLiteral("p.zip")), build({.records = {made}}));
    const auto opened = bench.unpack(QStringLiteral("p.zip"), {});
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    QCOMPARE(contentOf(bench.out(QStringLiteral("資料/表.txt"))), QByteArray("content"));
    QCOMPARE(opened->notes.size(), 1);
}

void TestHostileZip::decomposedNames()
{
    Record made = record(QByteArray("か\u3099くせい.txt"));
    made.flags = 0; // as a Mac writes it
    Bench bench;
    put(bench.parcel(QStringLiteral("p.zip")), build({.records = {made}}));
    QVERIFY(bench.unpack(QStringLiteral("p.zip"), {}));
    QCOMPARE(everythingIn(bench.out()), QStringList{QStringLiteral("がくせい.txt")});
}

void TestHostileZip::harmlessOnes()
{
    Bench bench;
    put(bench.parcel(QStringLiteral("p.zip")), build({.records = {record("./a.txt"), record("b\\c.txt"), record("console.txt"), record("d/", {})}, .comment = "a comment", .zip64 = true}));
    const auto opened = bench.unpack(QStringLiteral("p.zip"), {});
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    QCOMPARE(everythingIn(bench.out()), (QStringList{QStringLiteral("a.txt"), QStringLiteral("b"), QStringLiteral("b/c.txt"), QStringLiteral("console.txt")}));
}

void TestHostileZip::links()
{
    if (!has("python3"))
        QSKIP("Python is not installed.");
    const Bench bench;
    const QString path = bench.parcel(QStringLiteral("link.zip"));
    const Ran ran = run(QStringLiteral("python3"), {QStringLiteral("-c"),
                                                    QStringLiteral("import sys, zipfile, stat\n"
                                                                   "i = zipfile.ZipInfo('link'); i.create_system = 3; i.external_attr = (stat.S_IFLNK | 0o777) << 16\n"
                                                                   "z = zipfile.ZipFile(sys.argv[1], 'w'); z.writestr(i, '/etc'); z.writestr('link/passwd', 'x'); z.close()\n"),
                                                    path});
    QCOMPARE(ran.code, 0);
    QCOMPARE(refusal(bench, contentOf(path)).code, ErrorCode::OutsideFolder);
    // A link that was in the folder before: nothing goes through it.
    QVERIFY(QFile::link(QStringLiteral("/tmp"), bench.out(QStringLiteral("a"))));
    put(bench.parcel(QStringLiteral("p.zip")), build({.records = {record("a/evil-through-a-link.txt")}}));
    const auto opened = bench.unpack(QStringLiteral("p.zip"), {});
    QVERIFY(!opened && opened.error().code == ErrorCode::Changed);
    QVERIFY(!QFileInfo::exists(QStringLiteral("/tmp/evil-through-a-link.txt")));
}

void TestHostileZip::bombs()
{
    const Bench bench;
    Archive many;
    for (int i = 0; i < 1000; ++i)
        many.records.push_back(record("f" + QByteArray::number(i)));
    QCOMPARE(refusal(bench, build(many), {.entries = 999}).code, ErrorCode::TooLarge);
    const QByteArray zeros(300 << 20, '\0');
    const QByteArray bomb = build({.records = {record("zeros", zeros)}});
    QCOMPARE(refusal(bench, bomb).code, ErrorCode::TooLarge);
    QCOMPARE(refusal(bench, build({.records = {record("a", QByteArray(1 << 20, 'a'))}}), {.total = 1000}).code, ErrorCode::TooLarge);
    // More comes out than the directory says.
    Record liar = record("liar", QByteArray(10 << 20, 'a'));
    liar.sizeClaimed = 100;
    QCOMPARE(refusal(bench, build({.records = {liar}})).code, ErrorCode::Damaged);
    // Two entries of the same bytes.
    const QByteArray one = build({.records = {record("a", sampleBytes(1000)), record("b", sampleBytes(1000))}});
    QByteArray overlapping = one;
    const qsizetype second = overlapping.indexOf("PK\1\2", overlapping.indexOf("PK\1\2") + 4);
    overlapping.replace(second + 42, 4, QByteArray(4, '\0'));
    QCOMPARE(refusal(bench, overlapping).code, ErrorCode::Damaged);
}

void TestHostileZip::oldEncryption()
{
    Record made = record("a.txt");
    made.flags = 0x801;
    const Bench bench;
    QCOMPARE(refusal(bench, build({.records = {made}})).code, ErrorCode::Unsupported);
}

// An archive's password proves nothing of what somebody added without knowing it.
void TestHostileZip::whatNobodyEncrypted()
{
    if (!has("python3"))
        QSKIP("python3 is not installed.");
    Bench bench;
    bench.add(QStringLiteral("表.txt"), sampleText(1000));
    QVERIFY(bench.pack(sending::ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword)).has_value());
    const auto genuine = bench.unpack(QStringLiteral("p.zip"), withPassword(goodPassword));
    QVERIFY(genuine && genuine->notes.isEmpty());
    QVERIFY(QDir(bench.out()).removeRecursively() && QDir().mkpath(bench.out()));
    const Ran added = run(QStringLiteral("python3"), {QStringLiteral("-c"), QStringLiteral("import sys, zipfile\n"
                                                                                          "with zipfile.ZipFile(sys.argv[1], 'a') as z: z.writestr('added.txt', 'x')"),
                                                      bench.parcel(QStringLiteral("p.zip"))});
    QVERIFY2(added.code == 0, added.err);
    const auto mixed = bench.unpack(QStringLiteral("p.zip"), withPassword(goodPassword));
    QVERIFY2(mixed, mixed ? "" : qPrintable(base::oneLine(mixed.error())));
    QCOMPARE(mixed->contents.size(), std::size_t(2));
    QCOMPARE(mixed->notes.size(), 1);
    QVERIFY2(mixed->notes.first().endsWith(QStringLiteral(": added.txt")), qPrintable(mixed->notes.first()));
    put(bench.parcel(QStringLiteral("open.zip")), build({.records = {record("b.txt")}}));
    const auto open = bench.unpack(QStringLiteral("open.zip"), withPassword(goodPassword));
    QVERIFY(open && open->notes.size() == 1);
    QVERIFY(QDir(bench.out()).removeRecursively() && QDir().mkpath(bench.out()));
    const auto asked = bench.unpack(QStringLiteral("open.zip"), {});
    QVERIFY(asked && asked->notes.isEmpty()); // nobody took it for a locked one
}

QTEST_GUILESS_MAIN(TestHostileZip)
#include "tst_hostilezip.moc"
