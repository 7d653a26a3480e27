#include "crypto/age/armor.h"
#include "crypto/age/base64.h"
#include "model/crypto/agesamples.h"

#include <QTest>

using namespace shirushi;
using namespace shirushi::tests;

class TestArmor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void base64HasOneForm();
    void base64RefusesEverythingElse();
    void givesBackEveryLength();
    void readsWhatIsAllowed_data();
    void readsWhatIsAllowed();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
    void seesWhereArmorBegins();
};

namespace {

const QByteArray begin = "-----BEGIN AGE ENCRYPTED FILE-----\n";
const QByteArray end = "-----END AGE ENCRYPTED FILE-----\n";

// Written in pieces of `piece` bytes.
QByteArray armored(const QByteArray &bytes, qsizetype piece = 1 << 20)
{
    platform::MemorySink sink;
    age::ArmorSink armor(sink);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        if (!armor.write(bytes.mid(at, piece)))
            return {};
    }
    return armor.finish() ? sink.bytes() : QByteArray();
}

// Read in pieces of `piece` bytes; nothing where it is malformed.
std::optional<QByteArray> unarmored(const QByteArray &text, std::size_t piece = 1 << 20)
{
    platform::MemorySource source(text);
    age::LookAhead input(source, 100);
    age::ArmorSource armor(input);
    QByteArray bytes;
    std::vector<char> buffer(piece);
    for (;;) {
        const auto got = armor.read(buffer);
        if (!got)
            return armor.isMalformed() ? std::nullopt : std::optional<QByteArray>("not malformed, but failed");
        bytes.append(buffer.data(), static_cast<qsizetype>(*got));
        if (*got < piece)
            return bytes;
    }
}

} // namespace

void TestArmor::base64HasOneForm()
{
    for (qsizetype size = 0; size < 200; ++size) {
        const QByteArray bytes = sampleBytes(size);
        const QByteArray text = age::toBase64(bytes);
        QCOMPARE(age::fromBase64(text), bytes);
        std::vector<char> padded(age::paddedSize(static_cast<std::size_t>(size)) + 1);
        padded.resize(age::encodeBase64(spanOf(bytes), padded));
        QCOMPARE(QByteArray(padded.data(), static_cast<qsizetype>(padded.size())), bytes.toBase64());
        std::vector<char> decoded(padded.size());
        QCOMPARE(age::decodeBase64(padded, age::Padding::Full, decoded), static_cast<std::size_t>(size));
    }
}

void TestArmor::base64RefusesEverythingElse()
{
    for (const char *bad : {"A", "AAAAA", "AB", "AAB", "AA=", "AA==", "AAA=", "=", "====", "AA A", "AAA\n", "\nAAA", "AA-A", "AA_A", "AA\xc3\xa9", "AAAA="})
        QVERIFY2(!age::fromBase64(QByteArray(bad)), bad);
    std::array<char, 16> into;
    for (const char *bad : {"A", "AA", "AAA", "AAAAA", "A===", "AAAA=", "AAAA==", "AAAA====", "AB==", "AAB=", "=AAA", "A=AA", "AA=A", "====", "AA=\n", "AA\n=="})
        QVERIFY2(!age::decodeBase64(spanOf(QByteArray(bad)), age::Padding::Full, into), bad);
    // Every single character that is not of the alphabet, at every place.
    for (int character = 0; character < 256; ++character) {
        const bool isKnown = QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/").contains(static_cast<char>(character));
        for (qsizetype at = 0; at < 8; ++at) {
            QByteArray text("AAAAAAAA");
            text[at] = static_cast<char>(character);
            QCOMPARE(age::fromBase64(text).has_value(), isKnown);
        }
    }
}

void TestArmor::givesBackEveryLength()
{
    for (qsizetype size = 1; size < 300; ++size) {
        const QByteArray bytes = sampleBytes(size);
        const QByteArray text = armored(bytes);
        QCOMPARE(armored(bytes, 1), text);
        QCOMPARE(armored(bytes, 47), text);
        QCOMPARE(unarmored(text), bytes);
        QCOMPARE(unarmored(text, 1), bytes);
        QCOMPARE(unarmored(text, 50), bytes);
        QByteArray crlf = text;
        QCOMPARE(unarmored(crlf.replace("\n", "\r\n")), bytes);
        QVERIFY(text.startsWith(begin) && text.endsWith(QByteArray("\n" + end)));
        for (const QByteArray &line : text.split('\n'))
            QVERIFY(line.size() <= 64);
    }
    const QByteArray large = sampleBytes(1 << 20);
    QCOMPARE(unarmored(armored(large)), large);
    QCOMPARE(armored({}), begin + end);
    QCOMPARE(unarmored(begin + end), QByteArray());
}

void TestArmor::readsWhatIsAllowed_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray line = sampleBytes(48).toBase64() + "\n";
    QTest::newRow("no final line feed") << begin + "AAAA\n" + end.chopped(1);
    QTest::newRow("empty lines before") << "\n\r\n \t\n" + begin + "AAAA\n" + end;
    QTest::newRow("empty lines behind") << begin + "AAAA\n" + end + "\n \r\n\t";
    QTest::newRow("full last line") << begin + line + line + end;
    QTest::newRow("padded last line of 64 characters") << begin + sampleBytes(47).toBase64() + "\n" + end;
    QTest::newRow("twice padded last line of 64 characters") << begin + line + sampleBytes(46).toBase64() + "\n" + end;
    QTest::newRow("much white space") << QByteArray(1000, '\n') + begin + "AAAA\n" + end + QByteArray(1000, ' ');
}

void TestArmor::readsWhatIsAllowed()
{
    QFETCH(QByteArray, text);
    QVERIFY(unarmored(text).has_value());
    QVERIFY(unarmored(text, 1).has_value());
}

void TestArmor::refusesEverythingElse_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray line = sampleBytes(48).toBase64() + "\n";
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("nothing", {});
    row("only white space", "\n\n");
    row("another type", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    row("in lower case", "-----begin age encrypted file-----\nAAAA\n" + end);
    row("another end", begin + "AAAA\n-----END CERTIFICATE-----\n");
    row("four hyphens", begin.mid(1) + "AAAA\n" + end);
    row("six hyphens", "-" + begin + "AAAA\n" + end);
    row("blank before the begin", " " + begin + "AAAA\n" + end);
    row("blank behind the begin", begin.chopped(1) + " \nAAAA\n" + end);
    row("blank before the end", begin + "AAAA\n " + end);
    row("blank behind the end's line is data", begin + "AAAA\n" + end.chopped(1) + " x\n");
    row("CR CR LF", begin.chopped(1) + "\r\r\nAAAA\n" + end);
    row("headers", begin + "Key: value\n\nAAAA\n" + end);
    row("a checksum", begin + "AAAA\n=AAAA\n" + end);
    row("an empty line first", begin + "\nAAAA\n" + end);
    row("an empty line between", begin + line + "\n" + line + end);
    row("an empty line last", begin + line + "\n" + end);
    row("blank at the start of a line", begin + " AAAA\n" + end);
    row("blank at the end of a line", begin + "AAAA \n" + end);
    row("blank within a line", begin + "AA AA\n" + end);
    row("CR within a line", begin + "AA\rAA\n" + end);
    row("a line feed between padding", begin + "AA=\n=\n" + end);
    row("a short line before another", begin + "AAAA\nAAAA\n" + end);
    row("a padded line before another", begin + sampleBytes(47).toBase64() + "\n" + line + end);
    row("a line too long", begin + sampleBytes(51).toBase64() + "\n" + end);
    row("all on one line", begin + sampleBytes(300).toBase64() + "\n" + end);
    row("no padding", begin + "AA\n" + end);
    row("leftover bits", begin + "AB==\n" + end);
    row("padding alone", begin + "====\n" + end);
    row("URL alphabet", begin + "AA-_\n" + end);
    row("foreign character", begin + "AA*A\n" + end);
    row("no end", begin + "AAAA\n");
    row("no end after a full line", begin + line);
    row("the end's line is cut", begin + "AAAA\n" + end.left(20));
    row("begin alone", begin);
    row("no line feed before the end", begin + "AAAA" + end);
    row("text before", "x\n" + begin + "AAAA\n" + end);
    row("text behind", begin + "AAAA\n" + end + "x\n");
    row("a second one", begin + "AAAA\n" + end + begin + "AAAA\n" + end);
    row("too much white space before", QByteArray(1100, '\n') + begin + "AAAA\n" + end);
    row("too much white space in a line before", QByteArray(1100, ' ') + "\n" + begin + "AAAA\n" + end);
    row("too much white space behind", begin + "AAAA\n" + end + QByteArray(1100, '\n'));
    row("a byte order mark", "\xef\xbb\xbf" + begin + "AAAA\n" + end);
    row("UTF-16", QByteArray(reinterpret_cast<const char *>(u"-----BEGIN AGE ENCRYPTED FILE-----\n"), 70));
    row("an endless line", begin + QByteArray(1 << 20, 'A'));
}

void TestArmor::refusesEverythingElse()
{
    QFETCH(QByteArray, text);
    QCOMPARE(unarmored(text), std::nullopt);
    QCOMPARE(unarmored(text, 1), std::nullopt);
}

void TestArmor::seesWhereArmorBegins()
{
    const auto begins = [](const QByteArray &bytes) {
        platform::MemorySource source(bytes);
        age::LookAhead input(source, 7);
        const auto answer = age::beginsArmored(input);
        return answer && *answer && input.position() == 0;
    };
    QVERIFY(begins(begin));
    QVERIFY(begins("\n \r\n" + begin));
    QVERIFY(begins("----- BEGIN"));
    const QByteArray others[] = {QByteArray(), "----", "\n\n", "age-encryption.org/v1\n", "x" + begin};
    for (const QByteArray &other : others)
        QVERIFY(!begins(other));
}

QTEST_GUILESS_MAIN(TestArmor)
#include "tst_armor.moc"
