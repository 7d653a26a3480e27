// ZIP parcels, in both directions with 7-Zip, and as bsdtar and Python see them.
#include "model/sending/parcelsamples.h"
#include "sending/zip/aes.h"

#include <openssl/evp.h>

#include <QTest>

using namespace shirushi;
using namespace shirushi::tests;
using sending::ParcelFormat;

class TestZipParcel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void derivation();
    void stretching();
    void roundTrips_data() { kinds(); }
    void roundTrips();
    void sevenZipOpensOurs_data() { kinds(); }
    void sevenZipOpensOurs();
    void weOpenSevenZips_data();
    void weOpenSevenZips();
    void bsdtarOpensOurs();
    void pythonSeesTheNames();
    void nothingShows();
    void wrongPassword();
    void everyBitFlipIsFound_data();
    void everyBitFlipIsFound();
    void anExistingTargetStays();
    void aNameThatIsTaken();
    void badNames_data();
    void badNames();
    void cancelling();
    void plainArchives();
    void decomposedNames();

private:
    static void kinds();
    void tighterThanABomb();
};

namespace {

Bench sample()
{
    Bench bench;
    bench.add(QStringLiteral("empty.txt"), {});
    bench.add(QStringLiteral("名簿　𠮷野.csv"), "山田,太郎\n");
    bench.add(QStringLiteral("資料/第1回/議事録.txt"), sampleText(300'000));
    bench.add(QStringLiteral("資料/図.png"), sampleBytes(1 << 20));
    bench.add(QStringLiteral("long.txt"), sampleText(5'300'000));
    bench.add(QStringLiteral("long.bin"), sampleBytes((3 << 20) + 17, 2));
    return bench;
}

QStringList password(const QByteArray &text = goodPassword)
{
    return {QStringLiteral("-p") + QString::fromLatin1(text)};
}

class Cancelling final : public base::Progress
{
public:
    void report(std::uint64_t, std::uint64_t, const QString &) override {}
    bool cancelled() const override { return true; }
};

} // namespace

void TestZipParcel::kinds()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<bool>("hidden");
    for (const int level : {0, 1, 6, 9}) {
        for (const bool hidden : {false, true})
            QTest::addRow("level %d%s", level, hidden ? " hidden" : "") << level << hidden;
    }
}

void TestZipParcel::derivation()
{
    for (const QByteArray &text : {QByteArray("short"), QByteArray("a password of more than the sixty-four bytes that are one block of SHA-1")}) {
        const QByteArray salt = sampleBytes(16);
        QByteArray expected(66, '\0');
        PKCS5_PBKDF2_HMAC(text.constData(), static_cast<int>(text.size()), reinterpret_cast<const unsigned char *>(salt.constData()), 16, 1000,
                          EVP_sha1(), 66, reinterpret_cast<unsigned char *>(expected.data()));
        const auto keys = sending::zip::deriveKeys(secret(text), {reinterpret_cast<const std::uint8_t *>(salt.constData()), 16},
                                                   sending::zip::Strength::Aes256);
        QVERIFY(keys.cipher == secret(expected.left(32)));
        QVERIFY(keys.mac == secret(expected.mid(32, 32)));
        QCOMPARE(keys.verifier[0], static_cast<std::uint8_t>(expected[64]));
        QCOMPARE(keys.verifier[1], static_cast<std::uint8_t>(expected[65]));
    }
}

// As OpenSSL says, for every length of what comes out, in pairs and one by one.
void TestZipParcel::stretching()
{
    using sending::zip::HmacSha1;
    const QByteArray password("K7QM-3XWD-9HTR-2VEN-P");
    const HmacSha1 mac(std::span(reinterpret_cast<const std::uint8_t *>(password.constData()), static_cast<std::size_t>(password.size())));
    for (const int rounds : {1, 2, 3, 100}) {
        for (std::size_t length = 1; length <= 90; ++length) {
            const QByteArray salt = sampleBytes(static_cast<qsizetype>(length % 17));
            std::vector<std::uint8_t> expected(length);
            PKCS5_PBKDF2_HMAC(password.constData(), static_cast<int>(password.size()), reinterpret_cast<const unsigned char *>(salt.constData()),
                              static_cast<int>(salt.size()), rounds, EVP_sha1(), static_cast<int>(length), expected.data());
            for (const auto pairs : {HmacSha1::Pairs::WherePossible, HmacSha1::Pairs::Never}) {
                std::vector<std::uint8_t> got(length);
                mac.stretch({reinterpret_cast<const std::uint8_t *>(salt.constData()), static_cast<std::size_t>(salt.size())}, rounds, got, pairs);
                QVERIFY2(got == expected, qPrintable(QStringLiteral("%1 rounds, %2 bytes").arg(rounds).arg(length)));
            }
        }
    }
}

void TestZipParcel::roundTrips()
{
    QFETCH(const int, level);
    QFETCH(const bool, hidden);
    const Bench bench = sample();
    const auto report = bench.pack(ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword), {.hidesNames = hidden, .compression = level});
    QVERIFY2(report, report ? "" : qPrintable(base::oneLine(report.error())));
    QCOMPARE(report->contents.size(), bench.files().size());
    QCOMPARE(report->size, static_cast<std::uint64_t>(QFileInfo(bench.parcel(QStringLiteral("p.zip"))).size()));
    QCOMPARE(report->showing.isEmpty(), hidden);
    const auto kind = sending::recognise(report->path);
    QVERIFY(kind && kind->format == ParcelFormat::Zip && !kind->isOpen);
    const auto opened = bench.unpack(QStringLiteral("p.zip"), withPassword(goodPassword));
    QVERIFY2(opened, opened ? "" : qPrintable(base::oneLine(opened.error())));
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());
    QVERIFY(opened->contents == report->contents);
    QCOMPARE(opened->notes, QStringList());
    QCOMPARE(everythingIn(bench.parcel({})), QStringList{QStringLiteral("p.zip")});
    QCOMPARE(everythingIn(bench.out()).filter(QStringLiteral("shirushi")), QStringList());
}

void TestZipParcel::sevenZipOpensOurs()
{
    if (!has("7zz"))
        QSKIP("7-Zip is not installed.");
    QFETCH(const int, level);
    QFETCH(const bool, hidden);
    const Bench bench = sample();
    QVERIFY(bench.pack(ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword), {.hidesNames = hidden, .compression = level}));
    const QString out = QStringLiteral("-o") + bench.out();
    const Ran ran = run(QStringLiteral("7zz"), QStringList{QStringLiteral("x"), out, bench.parcel(QStringLiteral("p.zip"))} + password());
    QVERIFY2(ran.code == 0, QByteArray(ran.out + ran.err).constData());
    QVERIFY2(!ran.out.contains("Warnings"), ran.out.constData());
    if (hidden) {
        QCOMPARE(everythingIn(bench.out()), QStringList{QStringLiteral("contents.zip")});
        const Ran inner = run(QStringLiteral("7zz"), {QStringLiteral("x"), out, bench.out(QStringLiteral("contents.zip"))});
        QVERIFY2(inner.code == 0 && !inner.out.contains("Warnings"), QByteArray(inner.out + inner.err).constData());
    }
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());
    const Ran wrong = run(QStringLiteral("7zz"), QStringList{QStringLiteral("t"), bench.parcel(QStringLiteral("p.zip"))} + password("another"));
    QVERIFY(wrong.code != 0);
}

void TestZipParcel::weOpenSevenZips_data()
{
    QTest::addColumn<QStringList>("options");
    for (const char *encryption : {"AES128", "AES192", "AES256"}) {
        for (const char *level : {"-mx0", "-mx5"})
            QTest::addRow("%s %s", encryption, level) << QStringList{QStringLiteral("-mem=") + QLatin1String(encryption), QLatin1String(level)};
    }
}

void TestZipParcel::weOpenSevenZips()
{
    if (!has("7zz"))
        QSKIP("7-Zip is not installed.");
    QFETCH(const QStringList, options);
    const Bench bench = sample();
    const Ran ran = run(QStringLiteral("7zz"), QStringList{QStringLiteral("a"), QStringLiteral("-tzip"), bench.parcel(QStringLiteral("p.zip")), QStringLiteral(".")}
                                                   + options + password(), bench.in());
    QVERIFY2(ran.code == 0, QByteArray(ran.out + ran.err).constData());
    const auto opened = bench.unpack(QStringLiteral("p.zip"), withPassword(goodPassword));
    QVERIFY2(opened, opened ? "" : qPrintable(base::oneLine(opened.error())));
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());
    bench.clearOut();
    const auto wrong = bench.unpack(QStringLiteral("p.zip"), withPassword("another"));
    QVERIFY(!wrong && wrong.error().code == base::ErrorCode::WrongPassword);
    const auto none = bench.unpack(QStringLiteral("p.zip"), {});
    QVERIFY(!none && none.error().code == base::ErrorCode::Encrypted);
    QCOMPARE(everythingIn(bench.out()), QStringList());
}

void TestZipParcel::bsdtarOpensOurs()
{
    if (!has("bsdtar"))
        QSKIP("bsdtar is not installed.");
    for (const int level : {0, 6}) {
        const Bench bench = sample();
        QVERIFY(bench.pack(ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword), {.compression = level}));
        const Ran ran = run(QStringLiteral("bsdtar"), {QStringLiteral("-x"), QStringLiteral("-f"), bench.parcel(QStringLiteral("p.zip")), QStringLiteral("--passphrase"),
                                                       QString::fromLatin1(goodPassword), QStringLiteral("-C"), bench.out()});
        QVERIFY2(ran.code == 0, ran.err.constData());
        QCOMPARE(bench.wrongIn(bench.out()), QStringList());
    }
}

void TestZipParcel::pythonSeesTheNames()
{
    if (!has("python3"))
        QSKIP("Python is not installed.");
    const Bench bench = sample();
    QVERIFY(bench.pack(ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword)));
    const Ran ran = run(QStringLiteral("python3"), {QStringLiteral("-c"),
                                                    QStringLiteral("import sys, zipfile, unicodedata\n"
                                                                   "for i in zipfile.ZipFile(sys.argv[1]).infolist():\n"
                                                                   "    assert i.CRC == 0 and i.flag_bits & 0x801 == 0x801 and i.compress_type == 99\n"
                                                                   "    assert unicodedata.is_normalized('NFC', i.filename)\n"
                                                                   "    sys.stdout.buffer.write((i.filename + '|%d' % i.file_size + chr(10)).encode())\n"),
                                                    bench.parcel(QStringLiteral("p.zip"))});
    QVERIFY2(ran.code == 0, ran.err.constData());
    QByteArray expected;
    for (const auto &file : bench.files())
        expected += file.name.toUtf8() + '|' + QByteArray::number(QFileInfo(bench.in(file.name)).size()) + '\n';
    QCOMPARE(ran.out, expected);
}

void TestZipParcel::nothingShows()
{
    Bench bench;
    const QByteArray content = "an unmistakable content " + QByteArray("over and over ").repeated(50);
    bench.add(QStringLiteral("要配慮個人情報.txt"), content);
    for (const bool hidden : {false, true}) {
        const auto report = bench.pack(ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword), {.hidesNames = hidden, .compression = 0, .replacesExisting = true});
        QVERIFY(report);
        const QByteArray bytes = contentOf(bench.parcel(QStringLiteral("p.zip")));
        QVERIFY(!bytes.contains("unmistakable"));
        QVERIFY(!bytes.contains(goodPassword));
        QCOMPARE(bytes.contains(QStringLiteral("要配慮個人情報").toUtf8()), !hidden);
        // Equal files must not look equal: each has its own salt.
        const auto again = bench.pack(ParcelFormat::Zip, QStringLiteral("q.zip"), withPassword(goodPassword), {.hidesNames = hidden, .compression = 0, .replacesExisting = true});
        QVERIFY(again && contentOf(bench.parcel(QStringLiteral("q.zip"))) != bytes);
    }
}

void TestZipParcel::wrongPassword()
{
    const Bench bench = sample();
    for (const bool hidden : {false, true}) {
        QVERIFY(bench.pack(ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword), {.hidesNames = hidden, .replacesExisting = true}));
        const auto opened = bench.unpack(QStringLiteral("p.zip"), withPassword("another one"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, base::ErrorCode::WrongPassword);
        QVERIFY(!opened.error().message.isEmpty());
        QCOMPARE(everythingIn(bench.out()), QStringList());
    }
    for (const QByteArray &weak : {QByteArray(), QByteArray("short"), QByteArray("password1234")}) {
        const auto packed = bench.pack(ParcelFormat::Zip, QStringLiteral("weak.zip"), withPassword(weak));
        QVERIFY(!packed && packed.error().code == base::ErrorCode::InvalidInput);
    }
    QVERIFY(!QFileInfo::exists(bench.parcel(QStringLiteral("weak.zip"))));
}

void TestZipParcel::everyBitFlipIsFound_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<bool>("hidden");
    QTest::newRow("stored") << 0 << false;
    QTest::newRow("deflated") << 6 << false;
    QTest::newRow("hidden") << 0 << true;
}

// No changed bit gives other content: either it is refused, with nothing left behind, or it touched what means nothing.
void TestZipParcel::everyBitFlipIsFound()
{
    QFETCH(const int, level);
    QFETCH(const bool, hidden);
    Bench bench;
    bench.add(QStringLiteral("a.txt"), "the first content, the first content");
    bench.add(QStringLiteral("b.txt"), "the second");
    QVERIFY(bench.pack(ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword), {.hidesNames = hidden, .compression = level}));
    const QByteArray whole = contentOf(bench.parcel(QStringLiteral("p.zip")));
    int refused = 0;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
        put(bench.parcel(QStringLiteral("c.zip")), changed);
        const auto opened = bench.unpack(QStringLiteral("c.zip"), withPassword(goodPassword));
        if (opened) {
            for (const auto &content : opened->contents)
                QVERIFY(contentOf(bench.out(content.name)).startsWith("the "));
            bench.clearOut();
        } else {
            ++refused;
            QVERIFY(opened.error().code != base::ErrorCode::Internal);
            QCOMPARE(everythingIn(bench.out()), QStringList());
        }
    }
    QVERIFY(refused > whole.size() / 2);
    for (qsizetype length = 0; length < whole.size(); ++length) {
        put(bench.parcel(QStringLiteral("c.zip")), whole.left(length));
        QVERIFY(!bench.unpack(QStringLiteral("c.zip"), withPassword(goodPassword)));
    }
    QCOMPARE(everythingIn(bench.out()), QStringList());
}

void TestZipParcel::anExistingTargetStays()
{
    Bench bench = sample();
    put(bench.parcel(QStringLiteral("p.zip")), "was here before");
    const auto packed = bench.pack(ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword));
    QVERIFY(!packed && packed.error().code == base::ErrorCode::Changed);
    bench.add(QStringLiteral("gone.txt"), "gone");
    QFile::remove(bench.in(QStringLiteral("gone.txt")));
    const auto failed = bench.pack(ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword), {.replacesExisting = true});
    QVERIFY(!failed && failed.error().code == base::ErrorCode::NotFound);
    QCOMPARE(contentOf(bench.parcel(QStringLiteral("p.zip"))), QByteArray("was here before"));
    QCOMPARE(everythingIn(bench.parcel({})), QStringList{QStringLiteral("p.zip")});
}

void TestZipParcel::aNameThatIsTaken()
{
    const Bench bench = sample();
    QVERIFY(bench.pack(ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword)));
    put(bench.out(QStringLiteral("long.txt")), "mine");
    const auto opened = bench.unpack(QStringLiteral("p.zip"), withPassword(goodPassword));
    QVERIFY(!opened && opened.error().code == base::ErrorCode::Changed);
    QCOMPARE(everythingIn(bench.out()), QStringList{QStringLiteral("long.txt")});
    QCOMPARE(contentOf(bench.out(QStringLiteral("long.txt"))), QByteArray("mine"));
}

void TestZipParcel::badNames_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("parent") << QStringList{QStringLiteral("../a.txt")};
    QTest::newRow("absolute") << QStringList{QStringLiteral("/a.txt")};
    QTest::newRow("device") << QStringList{QStringLiteral("nul.txt")};
    QTest::newRow("twice") << QStringList{QStringLiteral("a.txt"), QStringLiteral("A.TXT")};
    QTest::newRow("twice, decomposed") << QStringList{QStringLiteral("が.txt"), QStringLiteral("か\u3099.txt")};
    QTest::newRow("file and folder") << QStringList{QStringLiteral("a"), QStringLiteral("a/b")};
    QTest::newRow("backwards") << QStringList{QStringLiteral("a\u202etxt.exe")};
}

void TestZipParcel::badNames()
{
    QFETCH(const QStringList, names);
    Bench bench;
    bench.add(QStringLiteral("x.txt"), "x");
    std::vector<sending::ParcelFile> files;
    for (const QString &name : names)
        files.push_back({base::toPath(bench.in(QStringLiteral("x.txt"))), name});
    base::NoProgress progress;
    const auto packed = sending::pack(files, ParcelFormat::Zip, withPassword(goodPassword), {}, base::toPath(bench.parcel(QStringLiteral("p.zip"))), progress);
    QVERIFY(!packed && packed.error().code == base::ErrorCode::InvalidInput);
    QCOMPARE(everythingIn(bench.parcel({})), QStringList());
}

void TestZipParcel::cancelling()
{
    const Bench bench = sample();
    QVERIFY(bench.pack(ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword)));
    Cancelling progress;
    const auto packed = sending::pack(bench.files(), ParcelFormat::Zip, withPassword(goodPassword), {}, base::toPath(bench.parcel(QStringLiteral("q.zip"))), progress);
    QVERIFY(!packed && packed.error().code == base::ErrorCode::Cancelled);
    const auto opened = sending::unpack(base::toPath(bench.parcel(QStringLiteral("p.zip"))), withPassword(goodPassword), base::toPath(bench.out()), {}, progress);
    QVERIFY(!opened && opened.error().code == base::ErrorCode::Cancelled);
    QCOMPARE(everythingIn(bench.parcel({})), QStringList{QStringLiteral("p.zip")});
    QCOMPARE(everythingIn(bench.out()), QStringList());
}

void TestZipParcel::plainArchives()
{
    if (!has("7zz"))
        QSKIP("7-Zip is not installed.");
    const Bench bench = sample();
    const Ran ran = run(QStringLiteral("7zz"), {QStringLiteral("a"), QStringLiteral("-tzip"), bench.parcel(QStringLiteral("p.zip")), QStringLiteral(".")}, bench.in());
    QCOMPARE(ran.code, 0);
    const auto kind = sending::recognise(base::toPath(bench.parcel(QStringLiteral("p.zip"))));
    QVERIFY(kind && kind->isOpen);
    QVERIFY(bench.unpack(QStringLiteral("p.zip"), {}));
    QCOMPARE(bench.wrongIn(bench.out()), QStringList());
}

// A file from a Mac: its name goes in, and comes out, in the form that everybody else writes.
void TestZipParcel::decomposedNames()
{
    Bench bench;
    bench.add(QStringLiteral("か\u3099くせい.txt"), "content");
    QVERIFY(bench.pack(ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword)));
    QVERIFY(bench.unpack(QStringLiteral("p.zip"), withPassword(goodPassword)));
    QCOMPARE(everythingIn(bench.out()), QStringList{QStringLiteral("がくせい.txt")});
}

// White scans and empty disks: what our own send pack makes, our own receive opens, however tight it is.
void TestZipParcel::tighterThanABomb()
{
    Bench bench;
    bench.add(QStringLiteral("白紙.tif"), QByteArray(300 << 20, '\0'));
    for (const bool hidden : {false, true}) {
        const auto report = bench.pack(ParcelFormat::Zip, QStringLiteral("p.zip"), withPassword(goodPassword), {.hidesNames = hidden, .replacesExisting = true});
        QVERIFY2(report, report ? "" : qPrintable(base::oneLine(report.error())));
        QVERIFY(report->size < (300ULL << 20) / sending::UnpackLimits{}.ratio);
        // Where there is no room for it, or less than a count allows, it is refused before anything is written.
        const auto crowded = bench.unpack(QStringLiteral("p.zip"), withPassword(goodPassword), {.room = 200 << 20});
        QVERIFY(!crowded && crowded.error().code == base::ErrorCode::TooLarge);
        QVERIFY2(crowded.error().message.contains(QStringLiteral("315 MB")) && crowded.error().message.contains(QStringLiteral("209 MB")), qPrintable(crowded.error().message));
        const auto large = bench.unpack(QStringLiteral("p.zip"), withPassword(goodPassword), {.total = 200 << 20});
        QVERIFY(!large && large.error().code == base::ErrorCode::TooLarge);
        QVERIFY(!bench.unpack(QStringLiteral("p.zip"), withPassword("another password")));
        QCOMPARE(everythingIn(bench.out()), QStringList());
        const auto opened = bench.unpack(QStringLiteral("p.zip"), withPassword(goodPassword));
        QVERIFY2(opened, opened ? "" : qPrintable(base::oneLine(opened.error())));
        QCOMPARE(bench.wrongIn(bench.out()), QStringList());
        bench.clearOut();
    }
}

QTEST_GUILESS_MAIN(TestZipParcel)
#include "tst_zipparcel.moc"
