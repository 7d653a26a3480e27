// The self-check before release. Makers that make wrong parcels stand between the files and pack(): what they wrote is
// changed before it is opened again, or gives something away. Nothing of it may get its name.
#include "model/sending/parcelsamples.h"

#include "platform/sink.h"
#include "sending/parcelparts.h"
#include "sending/zip/zipwriter.h"

#include <QtTest>

#include <functional>

using namespace shirushi;
using namespace shirushi::tests;
using base::ErrorCode;
using sending::ParcelFormat;
using sending::ParcelMaker;

namespace {

using Change = std::function<QByteArray(QByteArray)>;

// A real maker, whose parcel is changed after it was written.
class Changing final : public ParcelMaker
{
public:
    Changing(const ParcelMaker &real, Change change) : m_real(real), m_change(std::move(change)) {}
    base::Result<std::vector<sending::ParcelContent>> write(const std::vector<sending::ParcelFile> &files, const QString &name,
                                                            const sending::ParcelSecret &secret, const sending::ParcelOptions &options,
                                                            platform::Sink &to, base::Progress &progress) const override
    {
        platform::MemorySink whole;
        auto contents = m_real.write(files, name, secret, options, whole, progress);
        if (!contents)
            return contents;
        if (const auto written = to.write(m_change(whole.bytes())); !written)
            return std::unexpected(written.error());
        return contents;
    }
    base::Result<void> read(const platform::FileSource &parcel, const QString &name, const sending::ParcelSecret &secret,
                            const sending::UnpackLimits &limits, sending::ContentTaker &taker, base::Progress &progress) const override
    {
        return m_real.read(parcel, name, secret, limits, taker, progress);
    }
    base::Result<QStringList> showing(const platform::FileSource &parcel) const override { return m_real.showing(parcel); }

private:
    const ParcelMaker &m_real;
    Change m_change;
};

// Writes a ZIP without encryption, or with names although they are to be hidden.
class Careless final : public ParcelMaker
{
public:
    explicit Careless(bool encrypts) : m_encrypts(encrypts) {}
    base::Result<std::vector<sending::ParcelContent>> write(const std::vector<sending::ParcelFile> &files, const QString &,
                                                            const sending::ParcelSecret &secret, const sending::ParcelOptions &options,
                                                            platform::Sink &to, base::Progress &progress) const override
    {
        return sending::zip::writeZip(files, to, {m_encrypts ? &secret.password : nullptr, options.compression}, progress);
    }
    base::Result<void> read(const platform::FileSource &parcel, const QString &name, const sending::ParcelSecret &secret,
                            const sending::UnpackLimits &limits, sending::ContentTaker &taker, base::Progress &progress) const override
    {
        return sending::zipMaker().read(parcel, name, secret, limits, taker, progress);
    }
    base::Result<QStringList> showing(const platform::FileSource &parcel) const override { return sending::zipMaker().showing(parcel); }

private:
    bool m_encrypts;
};

const ParcelMaker &makerOf(ParcelFormat format)
{
    switch (format) {
    case ParcelFormat::Pdf: return sending::pdfMaker();
    case ParcelFormat::Age: return sending::ageMaker();
    case ParcelFormat::Cms: return sending::cmsMaker();
    case ParcelFormat::Html: return sending::htmlMaker();
    case ParcelFormat::Zip: break;
    }
    return sending::zipMaker();
}

QByteArray samplePdf()
{
    const QByteArray text = "BT /F1 24 Tf 72 700 Td (Unmistakable) Tj ET";
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n4 0 obj<</Length "
           + QByteArray::number(text.size()) + ">>stream\n" + text + "\nendstream endobj\n";
}

// With its table of objects, so that nothing needs repair.
QByteArray withTable(QByteArray pdf)
{
    QByteArray table = "xref\n0 5\n0000000000 65535 f \n";
    for (int number = 1; number <= 4; ++number)
        table += QByteArray::number(pdf.indexOf(QByteArray(QByteArray::number(number) + " 0 obj"))).rightJustified(10, '0') + " 00000 n \n";
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + table + "trailer<</Size 5/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace

class TestSelfCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aChangedByteIsFound_data();
    void aChangedByteIsFound();
    void whatGivesAwayIsFound_data();
    void whatGivesAwayIsFound();
    void carelessMakers();
    void metadataInClearIsFound();
    void aForeignStanzaIsFound();
    void theDigestsAreOfWhatCameOut();

private:
    sending::ParcelSecret secretFor(ParcelFormat format) const
    {
        sending::ParcelSecret made = withPassword(goodPassword);
        if (format == ParcelFormat::Cms) {
            made.certificates = {m_certificate};
            made.ownCertificate = m_certificate;
            made.ownKey = secret(m_key);
        }
        return made;
    }
    base::Result<sending::ParcelReport> pack(const Bench &bench, const ParcelMaker &maker, ParcelFormat format, bool hidesNames) const
    {
        base::NoProgress progress;
        const sending::ParcelOptions options{.hidesNames = hidesNames, .compression = 0, .passwordWork = 10};
        return sending::packWith(maker, format, bench.files(), secretFor(format), options, base::toPath(bench.parcel(m_name)), progress);
    }
    // Files as the format takes them.
    Bench benchFor(ParcelFormat format)
    {
        Bench bench;
        m_name = QStringLiteral("p") + sending::endingFor(format);
        if (format == ParcelFormat::Pdf) {
            bench.add(m_name, withTable(samplePdf()));
        } else {
            bench.add(QStringLiteral("名簿.txt"), "an unmistakable content, an unmistakable content");
            bench.add(QStringLiteral("b.bin"), sampleBytes(3000));
        }
        return bench;
    }

    QString m_name;
    QByteArray m_certificate;
    QByteArray m_key;
};

void TestSelfCheck::initTestCase()
{
    QTemporaryDir folder;
    const QString key = folder.filePath(QStringLiteral("k"));
    const QString certificate = folder.filePath(QStringLiteral("c"));
    QCOMPARE(run(QStringLiteral("openssl"), {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-nodes"), QStringLiteral("-subj"), QStringLiteral("/CN=x"), QStringLiteral("-days"),
                                             QStringLiteral("30"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"),
                                             QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate}).code, 0);
    m_key = contentOf(key);
    m_certificate = contentOf(certificate);
}

void TestSelfCheck::aChangedByteIsFound_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("hidesNames");
    QTest::addColumn<int>("step"); // of a hundred places
    QTest::newRow("zip") << int(ParcelFormat::Zip) << false << 1;
    QTest::newRow("zip with hidden names") << int(ParcelFormat::Zip) << true << 1;
    QTest::newRow("pdf") << int(ParcelFormat::Pdf) << true << 1;
    QTest::newRow("age") << int(ParcelFormat::Age) << true << 1;
    QTest::newRow("cms") << int(ParcelFormat::Cms) << true << 1;
    QTest::newRow("html") << int(ParcelFormat::Html) << true << 5; // its key costs 600,000 rounds each time
}

// At every hundredth of the parcel: it does not go, or what was changed means nothing to whoever opens it.
void TestSelfCheck::aChangedByteIsFound()
{
    QFETCH(const int, format);
    QFETCH(const bool, hidesNames);
    QFETCH(const int, step);
    const auto kind = ParcelFormat(format);
    Bench bench = benchFor(kind);
    const auto right = pack(bench, makerOf(kind), kind, hidesNames);
    QVERIFY2(right, right ? "" : qPrintable(base::oneLine(right.error())));
    QFile::remove(bench.parcel(m_name));
    int refused = 0;
    int tried = 0;
    for (int place = 0; place <= 100; place += step, ++tried) {
        const auto flip = [&](QByteArray bytes) {
            const qsizetype at = std::min(bytes.size() * place / 100, bytes.size() - 1);
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << (place % 8)));
            return bytes;
        };
        const Changing maker(makerOf(kind), flip);
        const auto report = pack(bench, maker, kind, hidesNames);
        if (report) {
            QVERIFY(report->contents == right->contents);
            base::NoProgress progress;
            const auto opened = sending::unpack(base::toPath(bench.parcel(m_name)), secretFor(kind), base::toPath(bench.out()), {}, progress);
            QVERIFY2(opened, opened ? "" : qPrintable(base::oneLine(opened.error())));
            QVERIFY(opened->contents == right->contents);
            bench.clearOut();
            QVERIFY(QFile::remove(bench.parcel(m_name)));
        } else {
            ++refused;
        }
        QCOMPARE(everythingIn(bench.parcel({})), QStringList());
    }
    QVERIFY2(refused * 2 >= tried, qPrintable(QStringLiteral("%1 of %2").arg(refused).arg(tried)));
}

void TestSelfCheck::whatGivesAwayIsFound_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("zip: a comment") << int(ParcelFormat::Zip) << QByteArray("comment");
    QTest::newRow("zip: something before the directory") << int(ParcelFormat::Zip) << QByteArray("gap");
    QTest::newRow("zip: a checksum at the entry") << int(ParcelFormat::Zip) << QByteArray("local checksum");
    QTest::newRow("zip: a checksum in the directory") << int(ParcelFormat::Zip) << QByteArray("central checksum");
    QTest::newRow("zip: a foreign field") << int(ParcelFormat::Zip) << QByteArray("field");
    QTest::newRow("cms: something behind it") << int(ParcelFormat::Cms) << QByteArray("behind");
    QTest::newRow("html: a title") << int(ParcelFormat::Html) << QByteArray("title");
    QTest::newRow("html: another header") << int(ParcelFormat::Html) << QByteArray("another script");
    QTest::newRow("html: something behind it") << int(ParcelFormat::Html) << QByteArray("behind");
}

// Each of these opens and gives every byte, and says too much to whoever cannot open it.
void TestSelfCheck::whatGivesAwayIsFound()
{
    QFETCH(const int, format);
    QFETCH(const QByteArray, kind);
    const QByteArray name = QStringLiteral("名簿.txt").toUtf8();
    const auto put32 = [](QByteArray &bytes, qsizetype at, quint32 value) {
        for (int place = 0; place < 4; ++place)
            bytes[at + place] = static_cast<char>(value >> (8 * place));
    };
    const auto change = [&](QByteArray bytes) {
        const qsizetype end = bytes.lastIndexOf("PK\5\6");
        const qsizetype directory = bytes.indexOf("PK\1\2");
        if (kind == "comment") {
            bytes[end + 20] = static_cast<char>(name.size());
            bytes += name;
        } else if (kind == "gap") {
            put32(bytes, end + 16, static_cast<quint32>(directory + name.size()));
            bytes.insert(directory, name);
        } else if (kind == "local checksum") {
            put32(bytes, 14, 0x12345678);
        } else if (kind == "central checksum") {
            put32(bytes, directory + 16, 0x12345678);
        } else if (kind == "field") {
            // The encryption's field stays, and one of another kind follows it in the last record of the directory.
            const qsizetype last = bytes.lastIndexOf("PK\1\2");
            const QByteArray field = QByteArray("\x75\x70", 2) + static_cast<char>(name.size()) + '\0' + name;
            bytes[last + 30] = static_cast<char>(bytes[last + 30] + field.size());
            put32(bytes, end + 12, static_cast<quint32>(end - directory + field.size()));
            bytes.insert(end, field);
        } else if (kind == "title") {
            bytes.replace("<title>", QByteArray("<title>" + name));
        } else if (kind == "another script") {
            bytes.replace("</main>", QByteArray("<p>" + name + "</p></main>"));
        } else if (kind == "behind") {
            bytes += name;
        }
        return bytes;
    };
    const auto which = ParcelFormat(format);
    Bench bench = benchFor(which);
    const Changing maker(makerOf(which), change);
    const auto report = pack(bench, maker, which, false);
    QVERIFY(!report);
    QVERIFY2(report.error().code == ErrorCode::Internal, qPrintable(base::oneLine(report.error())));
    QVERIFY2(report.error().message.contains(QStringLiteral("lay open")), qPrintable(report.error().message));
    QCOMPARE(everythingIn(bench.parcel({})), QStringList());
}

void TestSelfCheck::carelessMakers()
{
    Bench bench = benchFor(ParcelFormat::Zip);
    for (const bool encrypts : {false, true}) {
        const auto report = pack(bench, Careless(encrypts), ParcelFormat::Zip, true);
        QVERIFY(!report);
        QVERIFY2(report.error().message.contains(QStringLiteral("lay open")), qPrintable(report.error().message));
    }
    QCOMPARE(everythingIn(bench.parcel({})), QStringList());
    QVERIFY(pack(bench, Careless(true), ParcelFormat::Zip, false)); // names may show, and nothing else does
}

void TestSelfCheck::metadataInClearIsFound()
{
    if (!has("qpdf"))
        QSKIP("qpdf is not installed.");
    Bench bench = benchFor(ParcelFormat::Pdf);
    const QString password = QString::fromLatin1(goodPassword);
    const auto shows = [&](const QStringList &how) {
        const QString made = bench.parcel(QStringLiteral("made.pdf"));
        if (run(QStringLiteral("qpdf"), QStringList{QStringLiteral("--allow-weak-crypto"), QStringLiteral("--encrypt"), password, password} + how
                                            + QStringList{QStringLiteral("--"), bench.in(m_name), made}).code != 0)
            return false;
        const auto source = platform::FileSource::open(base::toPath(made));
        return source && !sending::pdfMaker().showing(*source);
    };
    QVERIFY(shows({QStringLiteral("256"), QStringLiteral("--cleartext-metadata")}));
    QVERIFY(shows({QStringLiteral("128"), QStringLiteral("--use-aes=y")}));
    QVERIFY(shows({QStringLiteral("40")}));
    QVERIFY(!shows({QStringLiteral("256")})); // all of it, as ours are
}

void TestSelfCheck::aForeignStanzaIsFound()
{
    Bench bench = benchFor(ParcelFormat::Age);
    QVERIFY(pack(bench, sending::ageMaker(), ParcelFormat::Age, true));
    QByteArray bytes = contentOf(bench.parcel(m_name));
    const auto isRefused = [&] {
        put(bench.parcel(QStringLiteral("c.age")), bytes);
        const auto source = platform::FileSource::open(base::toPath(bench.parcel(QStringLiteral("c.age"))));
        return source && !sending::ageMaker().showing(*source);
    };
    QVERIFY(!isRefused());
    bytes.replace("\n---", "\n-> name secret.txt\nAAAA\n---");
    QVERIFY(isRefused());
}

void TestSelfCheck::theDigestsAreOfWhatCameOut()
{
    for (const ParcelFormat format : sending::parcelFormats()) {
        Bench bench = benchFor(format);
        const auto report = pack(bench, makerOf(format), format, true);
        QVERIFY2(report, report ? "" : qPrintable(base::oneLine(report.error())));
        for (const sending::ParcelContent &content : report->contents) {
            QCOMPARE(content.sha256.size(), 32);
            if (format != ParcelFormat::Pdf)
                QCOMPARE(content.sha256, QCryptographicHash::hash(contentOf(bench.in(content.name)), QCryptographicHash::Sha256));
        }
    }
}

QTEST_GUILESS_MAIN(TestSelfCheck)
#include "tst_selfcheck.moc"
