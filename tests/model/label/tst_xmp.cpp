#include "label/xmp/xmp.h"

#include "model/label/packets.h"
#include "model/label/samplelabel.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;
using base::ErrorCode;

namespace {

const QString subject = QStringLiteral("test");

label::Stamp otherStamp()
{
    label::Stamp stamp = tests::sampleStamp();
    stamp.label.id = QStringLiteral("00000000-54d3-4f0e-9d0a-0c2d0f5b7a11");
    stamp.classText = QStringLiteral("重要性分類Ⅰ <&\"'>");
    stamp.restrictionText.clear();
    return stamp;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString saved(const QTemporaryDir &folder, const QByteArray &bytes)
{
    const QString path = folder.filePath(QStringLiteral("packet.xmp"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return path;
}

QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(30'000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

class TestXmp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newPacketIsOnlyOurs();
    void keepsOthersAndGivesThemBack_data();
    void keepsOthersAndGivesThemBack();
    void takesOutWithoutBefore_data() { keepsOthersAndGivesThemBack_data(); }
    void takesOutWithoutBefore();
    void otherProgramsReadIt_data();
    void otherProgramsReadIt();
    void editsOfOthersSurviveRemoval();
    void joinsKeywords();
    void describesItselfForPdfA();
    void staysWithinItsRoom();
    void refuses_data();
    void refuses();
    void seesPurview();
    void staysBoundedOnHostileInput();
    void survivesDamage();
};

void TestXmp::newPacketIsOnlyOurs()
{
    label::XmpOptions options;
    options.extra = {{QStringLiteral("TiffOffset"), QStringLiteral("8")}};
    const auto packet = label::writeXmp({}, tests::sampleStamp(), options, subject);
    QVERIFY(packet);
    const auto reading = label::readXmp(*packet, subject);
    QVERIFY(reading);
    QCOMPARE(reading->label, std::optional(tests::sampleLabel()));
    QCOMPARE(reading->classText, tests::sampleStamp().classText);
    QVERIFY(!reading->malformed && !reading->hasBefore);
    QCOMPARE(reading->extra, options.extra);
    QCOMPARE(label::withoutOurXmp(*packet, subject), QByteArray());
}

void TestXmp::keepsOthersAndGivesThemBack_data()
{
    QTest::addColumn<QByteArray>("packet");
    for (const auto &[name, packet] : tests::foreignPackets())
        QTest::newRow(name) << packet;
    QString corpus = qEnvironmentVariable("SHIRUSHI_CORPUS", QStringLiteral(SHIRUSHI_SOURCE_DIR "/../shared/corpus"));
    const QFileInfoList files = QDir(corpus + QStringLiteral("/images")).entryInfoList({QStringLiteral("*.xmp")});
    for (const QFileInfo &file : files)
        QTest::newRow(qPrintable(file.fileName())) << contentOf(file.filePath());
}

void TestXmp::keepsOthersAndGivesThemBack()
{
    QFETCH(QByteArray, packet);
    const auto first = label::writeXmp(packet, tests::sampleStamp(), {}, subject);
    QVERIFY2(first, first ? "" : qPrintable(base::oneLine(first.error())));
    const auto reading = label::readXmp(*first, subject);
    QVERIFY(reading);
    QCOMPARE(reading->label, std::optional(tests::sampleLabel()));
    QCOMPARE(reading->before, packet);
    QCOMPARE(label::withoutOurXmp(*first, subject), packet);

    const auto second = label::writeXmp(*first, otherStamp(), {}, subject);
    QVERIFY(second);
    QCOMPARE(label::readXmp(*second, subject)->label, std::optional(otherStamp().label));
    QCOMPARE(label::readXmp(*second, subject)->classText, otherStamp().classText);
    QCOMPARE(*second, *label::writeXmp(packet, otherStamp(), {}, subject));
    QCOMPARE(label::withoutOurXmp(*second, subject), packet);
}

void TestXmp::takesOutWithoutBefore()
{
    QFETCH(QByteArray, packet);
    label::XmpOptions options;
    options.keepBefore = false;
    options.keywords = true;
    options.pdfaExtension = true;
    const auto first = label::writeXmp(packet, tests::sampleStamp(), options, subject);
    QVERIFY(first);
    const auto rest = label::withoutOurXmp(*first, subject);
    QVERIFY(rest);
    QVERIFY(!rest->contains("shirushi"));
    const QByteArray name = QTest::currentDataTag();
    const bool isRewritten = name.startsWith("subject attribute") || name.startsWith("subject text")
                             || name.startsWith("subject empty") || name.startsWith("no nodes");
    if (!isRewritten && !name.contains("class already"))
        QCOMPARE(*rest, packet);
}

// Without RDF that is no XMP, at which those programs stop.
void TestXmp::otherProgramsReadIt_data()
{
    QTest::addColumn<QByteArray>("packet");
    for (const auto &[name, packet] : tests::foreignPackets()) {
        const bool isOdd = packet.contains("rdf:resource='x'") || packet.contains("x:Thing")
                           || !packet.contains("xmpmeta");
        if (!isOdd)
            QTest::newRow(name) << packet;
    }
}

void TestXmp::otherProgramsReadIt()
{
    QFETCH(QByteArray, packet);
    QTemporaryDir folder;
    const auto stamped = label::writeXmp(packet, tests::sampleStamp(), {}, subject);
    QVERIFY(stamped);
    const QString path = saved(folder, *stamped);
    const QString exiftool =
        outputOf(QStringLiteral("exiftool"), {QStringLiteral("-s3"), QStringLiteral("-XMP-dc:Subject"),
                                              QStringLiteral("-XMP-shirushi:Classification"), path});
    QVERIFY2(exiftool.startsWith(tests::sampleStamp().classText), qPrintable(exiftool));
    QVERIFY2(exiftool.trimmed().endsWith(tests::sampleStamp().classText), qPrintable(exiftool));
    const QString exiv2 =
        outputOf(QStringLiteral("exiv2"), {QStringLiteral("-PXkt"), QStringLiteral("-gsubject"),
                                           QStringLiteral("-gClassification"), path});
    QVERIFY2(exiv2.count(tests::sampleStamp().classText) >= 2, qPrintable(exiv2));
}

void TestXmp::editsOfOthersSurviveRemoval()
{
    QTemporaryDir folder;
    for (const QByteArray &packet : {QByteArray(), tests::foreignPackets().front().second}) {
        const auto stamped = label::writeXmp(packet, tests::sampleStamp(), {}, subject);
        QVERIFY(stamped);
        const QString path = saved(folder, *stamped);
        outputOf(QStringLiteral("exiftool"),
                 {QStringLiteral("-overwrite_original"), QStringLiteral("-XMP-dc:Title=新しい題"), path});
        const QByteArray edited = contentOf(path);
        QVERIFY(edited != *stamped);
        QCOMPARE(label::readXmp(edited, subject)->label, std::optional(tests::sampleLabel()));

        const auto removed = label::withoutOurXmp(edited, subject);
        QVERIFY(removed);
        QVERIFY(removed->contains("新しい題"));
        QVERIFY(!removed->contains("shirushi"));
        QVERIFY(!removed->contains(tests::sampleStamp().classText.toUtf8()));
        QCOMPARE(removed->contains("川"), !packet.isEmpty());

        const auto again = label::writeXmp(edited, otherStamp(), {}, subject);
        QVERIFY(again);
        QVERIFY(again->contains("新しい題"));
        QCOMPARE(label::withoutOurXmp(*again, subject), *removed);
    }
}

void TestXmp::joinsKeywords()
{
    label::XmpOptions options;
    options.keepBefore = false;
    options.keywords = true;
    const QByteArray ours = tests::sampleStamp().classText.toUtf8();
    const auto joined = label::writeXmp(tests::packetAround(tests::described("pdf:Keywords=\"k\"", "")),
                                        tests::sampleStamp(), options, subject);
    QVERIFY(joined && joined->contains(QByteArray("pdf:Keywords=\"" + ours + "; k\"")));
    const auto added = label::writeXmp({}, tests::sampleStamp(), options, subject);
    QVERIFY(added && added->contains(QByteArray("<pdf:Keywords>" + ours + "</pdf:Keywords>")));
    const QByteArray element = tests::packetAround(tests::described("", "<pdf:Keywords>k</pdf:Keywords>"));
    const auto inElement = label::writeXmp(element, tests::sampleStamp(), options, subject);
    QVERIFY(inElement && inElement->contains(QByteArray("<pdf:Keywords>" + ours + "; k</pdf:Keywords>")));
    QCOMPARE(label::withoutOurXmp(*inElement, subject), element);
}

void TestXmp::describesItselfForPdfA()
{
    label::XmpOptions options;
    options.pdfaExtension = true;
    options.keepBefore = false;
    const auto alone = label::writeXmp({}, tests::sampleStamp(), options, subject);
    QVERIFY(alone && alone->contains("<pdfaSchema:namespaceURI>urn:shirushi:label:1.0#<"));
    QVERIFY(alone->contains("<pdfaProperty:name>Label<"));
    QCOMPARE(label::withoutOurXmp(*alone, subject), QByteArray());

    const QByteArray theirs = tests::packetAround(
        "  <rdf:Description rdf:about='' xmlns:pdfaExtension='http://www.aiim.org/pdfa/ns/extension/' "
        "xmlns:pdfaSchema='http://www.aiim.org/pdfa/ns/schema#'><pdfaExtension:schemas><rdf:Bag>\n"
        "   <rdf:li rdf:parseType='Resource'><pdfaSchema:namespaceURI>urn:a</pdfaSchema:namespaceURI></rdf:li>\n"
        "  </rdf:Bag></pdfaExtension:schemas></rdf:Description>\n");
    const auto both = label::writeXmp(theirs, tests::sampleStamp(), options, subject);
    QVERIFY(both);
    QCOMPARE(both->count("<pdfaExtension:schemas>"), 1);
    QCOMPARE(label::withoutOurXmp(*both, subject), theirs);
}

void TestXmp::staysWithinItsRoom()
{
    label::XmpOptions options;
    options.maximum = 65'502;
    const QByteArray bag = "<dc:subject><rdf:Bag><rdf:li>a</rdf:li></rdf:Bag></dc:subject><dc:rights>";
    const auto packet = [&](int text, int padding) {
        return tests::packetAround(tests::described("", bag + QByteArray(text, 'r') + "</dc:rights>"),
                                   QByteArray(padding, ' '));
    };
    // Little; only without padding; only without padding and `before`; not at all.
    for (const auto &[text, padding] : {std::pair(1'000, 2'000), std::pair(20'000, 20'000), std::pair(50'000, 100)}) {
        const QByteArray theirs = packet(text, padding);
        const auto stamped = label::writeXmp(theirs, tests::sampleStamp(), options, subject);
        QVERIFY(stamped);
        QVERIFY(stamped->size() <= options.maximum);
        QCOMPARE(label::withoutOurXmp(*stamped, subject), theirs);
    }
    const auto refused = label::writeXmp(packet(65'000, 0), tests::sampleStamp(), options, subject);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unsupported);
}

void TestXmp::refuses_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray good = tests::foreignPackets().front().second;
    QTest::newRow("empty") << QByteArray() << ErrorCode::Damaged;
    QTest::newRow("cut") << good.left(good.size() - 60) << ErrorCode::Damaged;
    QTest::newRow("doctype") << "<!DOCTYPE r [<!ENTITY a 'b'>]>" + good << ErrorCode::Damaged;
    QTest::newRow("entity") << QByteArray(good).replace("山", "&a;") << ErrorCode::Damaged;
    QTest::newRow("not UTF-8") << QByteArray(good).replace("山", "\xC0\x80") << ErrorCode::Damaged;
    QTest::newRow("unbound prefix") << QByteArray(good).replace("xmlns:dc", "xmlns:dd") << ErrorCode::Damaged;
    QTest::newRow("attribute twice")
        << tests::packetAround(tests::described("dc:a='1' dc:a='2'", "")) << ErrorCode::Damaged;
    QTest::newRow("no RDF") << QByteArray("<x:xmpmeta xmlns:x='adobe:ns:meta/'/>") << ErrorCode::Damaged;
    QTest::newRow("two RDF") << "<a>" + QByteArray(good).mid(good.indexOf("<rdf:RDF"),
                                                          good.indexOf("</x:") - good.indexOf("<rdf:RDF")).repeated(2)
                                    + "</a>"
                             << ErrorCode::Unsupported;
    const QString text = QString::fromUtf8(good);
    QTest::newRow("UTF-16") << QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)
                            << ErrorCode::Unsupported;
    QTest::newRow("declared as Shift_JIS")
        << "<?xml version='1.0' encoding='Shift_JIS'?>" + good << ErrorCode::Unsupported;
}

void TestXmp::refuses()
{
    QFETCH(QByteArray, packet);
    QFETCH(ErrorCode, code);
    const auto reading = label::readXmp(packet, subject);
    QVERIFY(!reading);
    QCOMPARE(reading.error().code, code);
    if (!packet.isEmpty())
        QVERIFY(!label::writeXmp(packet, tests::sampleStamp(), {}, subject));
}

void TestXmp::seesPurview()
{
    const auto reading = label::readXmp(
        tests::packetAround(tests::described("xmlns:p='http://ns.adobe.com/pdfx/1.3/'",
                                             "<p:MSIP_Label_0a-1b_Name>社外秘</p:MSIP_Label_0a-1b_Name>"
                                             "<p:MSIP_Label_0a-1b_Enabled>true</p:MSIP_Label_0a-1b_Enabled>")),
        subject);
    QVERIFY(reading);
    QCOMPARE(reading->foreign.size(), std::size_t(1));
    QCOMPARE(reading->foreign.front().name, QStringLiteral("社外秘"));
}

void TestXmp::staysBoundedOnHostileInput()
{
    QByteArray manyAttributes;
    for (int i = 0; i < 300'000; ++i)
        manyAttributes += " a" + QByteArray::number(i) + "='&#x41;'";
    const std::vector<QByteArray> inputs = {
        QByteArray("<a>").repeated(1'000'000),
        QByteArray("<a/>").repeated(1'000'000),
        "<a>" + QByteArray("<b/>").repeated(2'000'000) + "</a>",
        tests::packetAround(tests::described(manyAttributes, "")),
        QByteArray("&").repeated(10'000'000),
        "<a>" + QByteArray("&#x").repeated(8'000'000),
        QByteArray("<!--").repeated(8'000'000),
        "<a b='" + QByteArray("<").repeated(30'000'000),
        QByteArray(40'000'000, ' '),
    };
    for (const QByteArray &input : inputs) {
        QElapsedTimer timer;
        timer.start();
        if (const auto reading = label::readXmp(input, subject))
            QVERIFY(!reading->label);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
}

// Whatever is done to a labelled packet, it is refused, or what comes of it can be read again.
void TestXmp::survivesDamage()
{
    QRandomGenerator random(20261120);
    for (const auto &[name, packet] : tests::foreignPackets()) {
        const QByteArray stamped = *label::writeXmp(packet, tests::sampleStamp(), {}, subject);
        for (int i = 0; i < 300; ++i) {
            QByteArray damaged = stamped;
            if (i % 3 == 0)
                damaged.truncate(random.bounded(static_cast<int>(stamped.size())));
            for (int flips = i % 3; flips > 0; --flips) {
                const int at = random.bounded(static_cast<int>(damaged.size()));
                damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.bounded(8)));
            }
            const auto again = label::writeXmp(damaged, otherStamp(), {}, subject);
            if (!again || damaged.isEmpty())
                continue;
            const auto reading = label::readXmp(*again, subject);
            QVERIFY(reading);
            QCOMPARE(reading->label, std::optional(otherStamp().label));
            const auto removed = label::withoutOurXmp(*again, subject);
            QVERIFY(removed);
            QVERIFY(removed->isEmpty() || !label::readXmp(*removed, subject)->label);
        }
    }
}

QTEST_GUILESS_MAIN(TestXmp)
#include "tst_xmp.moc"
