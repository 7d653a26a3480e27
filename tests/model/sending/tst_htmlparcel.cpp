// Pages that open themselves: in Chromium, with no network, as a person does it; and by ourselves.
#include "model/sending/parcelsamples.h"

#include <QTest>

using namespace shirushi;
using namespace shirushi::tests;
using base::ErrorCode;
using sending::ParcelFormat;

class TestHtmlParcel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sizes_data();
    void sizes();
    void severalFiles();
    void whatLiesOpen();
    void changedPages();
    void chromiumOpensIt_data();
    void chromiumOpensIt();
    void chromiumSaysNo();

private:
    static QString chromium() { return QStandardPaths::findExecutable(QStringLiteral("chromium")); }
    static Ran openedInChromium(const Bench &bench, const QString &password);
};

namespace {

constexpr char chunkMark[] = "<script type=\"application/octet-stream\" class=\"chunk\">";

} // namespace

void TestHtmlParcel::sizes_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, (3 << 20) + 7})
        QTest::addRow("%lld", static_cast<long long>(size)) << size;
}

void TestHtmlParcel::sizes()
{
    QFETCH(const qsizetype, size);
    Bench bench;
    bench.add(QStringLiteral("報告　書.bin"), sampleBytes(size));
    const auto report = bench.pack(ParcelFormat::Html, QStringLiteral("p.html"), withPassword(goodPassword));
    QVERIFY2(report, report ? "" : qPrintable(base::oneLine(report.error())));
    const auto kind = sending::recognise(report->path);
    QVERIFY(kind && kind->format == ParcelFormat::Html);
    const auto opened = bench.unpack(QStringLiteral("p.html"), withPassword(goodPassword));
    QVERIFY2(opened, opened ? "" : qPrintable(base::oneLine(opened.error())));
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());
}

void TestHtmlParcel::severalFiles()
{
    Bench bench;
    bench.add(QStringLiteral("a/b.txt"), sampleText(50'000));
    bench.add(QStringLiteral("c.bin"), sampleBytes(2'000'000));
    QVERIFY(bench.pack(ParcelFormat::Html, QStringLiteral("p.html"), withPassword(goodPassword)));
    QVERIFY(bench.unpack(QStringLiteral("p.html"), withPassword(goodPassword)));
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());
}

void TestHtmlParcel::whatLiesOpen()
{
    Bench bench;
    bench.add(QStringLiteral("名簿.txt"), "an unmistakable content");
    QVERIFY(bench.pack(ParcelFormat::Html, QStringLiteral("p.html"), withPassword(goodPassword)));
    const QByteArray page = contentOf(bench.parcel(QStringLiteral("p.html")));
    QVERIFY(!page.contains("unmistakable") && !page.contains(QByteArray("unmistakable").toBase64()) && !page.contains(QStringLiteral("名簿").toUtf8()));
    QVERIFY(!page.contains(goodPassword));
    QVERIFY(page.contains("default-src 'none'; script-src 'sha256-") && !page.contains("@SCRIPT"));
    for (const char *foreign : {"http://", "https://", "src=", "href=\"", "unsafe-inline", "unsafe-eval"})
        QVERIFY2(!page.contains(foreign), foreign);
    const auto wrong = bench.unpack(QStringLiteral("p.html"), withPassword("another one"));
    QVERIFY(!wrong && wrong.error().code == ErrorCode::WrongPassword);
    QCOMPARE(everythingIn(bench.out()), QStringList());
}

// A chunk that is changed, cut off, swapped or taken from another page is found, and so is another header.
void TestHtmlParcel::changedPages()
{
    Bench bench;
    bench.add(QStringLiteral("a.bin"), sampleBytes((3 << 20) + 5));
    QVERIFY(bench.pack(ParcelFormat::Html, QStringLiteral("p.html"), withPassword(goodPassword)));
    QVERIFY(bench.pack(ParcelFormat::Html, QStringLiteral("q.html"), withPassword(goodPassword)));
    const QByteArray page = contentOf(bench.parcel(QStringLiteral("p.html")));
    const QByteArray other = contentOf(bench.parcel(QStringLiteral("q.html")));
    const auto lines = [](const QByteArray &text) { return text.split('\n'); };
    const QByteArrayList whole = lines(page);
    qsizetype first = 0;
    while (!whole[first].startsWith(chunkMark))
        ++first;
    const auto isRefused = [&](const QByteArrayList &changed) {
        put(bench.parcel(QStringLiteral("c.html")), changed.join('\n'));
        return !bench.unpack(QStringLiteral("c.html"), withPassword(goodPassword)) && everythingIn(bench.out()).isEmpty();
    };
    QByteArrayList changed = whole;
    changed[first + 2][200] = changed[first + 2][200] == 'A' ? 'B' : 'A';
    QVERIFY(isRefused(changed));
    changed = whole;
    changed.removeAt(first + 4); // the last
    QVERIFY(isRefused(changed));
    changed = whole;
    changed.removeAt(first + 2);
    QVERIFY(isRefused(changed));
    changed = whole;
    changed.swapItemsAt(first + 1, first + 2);
    QVERIFY(isRefused(changed));
    changed = whole;
    changed[first + 1] = lines(other)[first + 1];
    QVERIFY(isRefused(changed));
    changed = whole;
    for (QByteArray &line : changed)
        line.replace("\"rounds\":600000", "\"rounds\":600001");
    QVERIFY(changed != whole && isRefused(changed));
}

Ran TestHtmlParcel::openedInChromium(const Bench &bench, const QString &password)
{
    return run(QStringLiteral("python3"), {QStringLiteral(SHIRUSHI_SOURCE_DIR "/tests/model/sending/openpage.py"), chromium(), bench.parcel(QStringLiteral("p.html")), password, bench.out()});
}

void TestHtmlParcel::chromiumOpensIt_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("empty") << qsizetype(0);
    QTest::newRow("several chunks") << qsizetype((2 << 20) + 12345);
}

void TestHtmlParcel::chromiumOpensIt()
{
    if (chromium().isEmpty() || !has("python3"))
        QSKIP("Chromium is not installed.");
    QFETCH(const qsizetype, size);
    Bench bench;
    bench.add(QStringLiteral("報告書.pdf"), sampleBytes(size));
    const auto password = sending::makePassword();
    sending::ParcelSecret made;
    made.password = password->clone();
    QVERIFY(bench.pack(ParcelFormat::Html, QStringLiteral("p.html"), made));
    // As somebody types it who was told it on the telephone.
    const QString typed = QString::fromLatin1(reinterpret_cast<const char *>(password->data()), static_cast<qsizetype>(password->size())).toLower().replace(u'-', u' ');
    const Ran ran = openedInChromium(bench, typed);
    QVERIFY2(ran.code == 0 && ran.out.startsWith("good "), QByteArray(ran.out + ran.err).constData());
    QVERIFY2(ran.out.contains("focus save"), ran.out.constData());
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());
}

void TestHtmlParcel::chromiumSaysNo()
{
    if (chromium().isEmpty() || !has("python3"))
        QSKIP("Chromium is not installed.");
    Bench bench;
    bench.add(QStringLiteral("a.txt"), "content");
    QVERIFY(bench.pack(ParcelFormat::Html, QStringLiteral("p.html"), withPassword(goodPassword)));
    const Ran ran = openedInChromium(bench, QStringLiteral("another password"));
    QVERIFY2(ran.code == 0 && ran.out.startsWith("wrong "), QByteArray(ran.out + ran.err).constData());
    QVERIFY2(ran.out.contains("focus password"), ran.out.constData());
    QCOMPARE(everythingIn(bench.out()), QStringList());
}

QTEST_GUILESS_MAIN(TestHtmlParcel)
#include "tst_htmlparcel.moc"
