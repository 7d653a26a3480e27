#include "crypto/age/bech32.h"
#include "crypto/age/keytext.h"
#include "crypto/keys.h"
#include "model/crypto/agesamples.h"

#include <QTest>

using namespace shirushi;
using namespace shirushi::tests;

class TestBech32 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceptsWhatBip173Accepts_data();
    void acceptsWhatBip173Accepts();
    void refusesWhatBip173Refuses_data();
    void refusesWhatBip173Refuses();
    void hasOneTextForEachValue();
    void everyChangedCharacterIsFound();
    void writesKeysAsTheSpecificationDoes();
    void readsKeysInEitherCase();
    void refusesOtherKeys();
    void readsFilesOfKeys();
};

namespace {

QByteArray textOf(const base::SecretBytes &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace

// Those of BIP 173's valid strings whose data are whole bytes.
void TestBech32::acceptsWhatBip173Accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no data, upper case") << QByteArray("A12UEL5L");
    QTest::newRow("no data, lower case") << QByteArray("a12uel5l");
    QTest::newRow("a 1 in the prefix")
        << QByteArray("an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs");
    QTest::newRow("no data, odd prefix") << QByteArray("?1ezyfcl");
    QTest::newRow("thirty bytes") << QByteArray("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w");
    QTest::newRow("one byte") << QByteArray("a1qqqd87cq");
    QTest::newRow("all characters") << QByteArray("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw");
}

void TestBech32::acceptsWhatBip173Accepts()
{
    QFETCH(QByteArray, text);
    const auto decoded = age::fromBech32(spanOf(text));
    QVERIFY(decoded);
    QCOMPARE(textOf(age::toBech32(decoded->prefix, decoded->bytes.span())), text.toLower());
}

void TestBech32::refusesWhatBip173Refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("prefix out of range: blank") << QByteArray(" 1nwldj5");
    QTest::newRow("prefix out of range: 0x7f") << QByteArray("\x7f" "1axkwrx");
    QTest::newRow("prefix out of range: 0x80") << QByteArray("\x80" "1eym55h");
    QTest::newRow("no separator") << QByteArray("pzry9x0s0muk");
    QTest::newRow("empty prefix") << QByteArray("1pzry9x0s0muk");
    QTest::newRow("foreign character in the data") << QByteArray("x1b4n0q5v");
    QTest::newRow("checksum too short") << QByteArray("li1dgmt3");
    QTest::newRow("foreign character in the checksum") << QByteArray("de1lg7wt\xff");
    QTest::newRow("checksum of the upper-case form") << QByteArray("A1G7SGD8");
    QTest::newRow("empty prefix, no data") << QByteArray("10a06t8");
    QTest::newRow("empty prefix, q") << QByteArray("1qzzfhee");
    QTest::newRow("mixed case") << QByteArray("A12UEl5L");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("very long") << QByteArray("a1") + QByteArray(100000, 'q');
    // Not of BIP 173: right checksums, but data that are no whole bytes with zeros behind.
    QTest::newRow("five bits") << QByteArray("a1q3g6mn3");
    QTest::newRow("a byte and seven bits") << QByteArray("a1qqqd87cpp");
    QTest::newRow("leftover bits that are not zero") << QByteArray("a1qpamnt9j");
}

void TestBech32::refusesWhatBip173Refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!age::fromBech32(spanOf(text)));
}

void TestBech32::hasOneTextForEachValue()
{
    for (qsizetype size = 0; size < 70; ++size) {
        const QByteArray bytes = sampleBytes(size, static_cast<unsigned>(size));
        const QByteArray text = textOf(age::toBech32("x", secret(bytes).span()));
        const auto decoded = age::fromBech32(spanOf(text));
        QVERIFY(decoded);
        QCOMPARE(decoded->prefix, QByteArray("x"));
        QCOMPARE(textOf(decoded->bytes), bytes);
    }
}

void TestBech32::everyChangedCharacterIsFound()
{
    const QByteArray text = age::recipientText(somebody().publicKey);
    for (qsizetype at = 0; at < text.size(); ++at) {
        for (const char other : QByteArrayLiteral("qpzry9x8gf2tvdw0s3jn54khce6mua7l1bioQ -\n")) {
            QByteArray changed = text;
            changed[at] = other;
            QCOMPARE(age::recipientFromText(changed).has_value(), changed == text);
        }
    }
}

// The two examples of C2SP age.md: the identity is 32 times 0x42.
void TestBech32::writesKeysAsTheSpecificationDoes()
{
    const base::SecretBytes identity = secret(QByteArray(32, '\x42'));
    QCOMPARE(textOf(age::identityText(identity)), QByteArray("AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"));
    const auto recipient = crypto::receivingPublicKey(identity);
    QVERIFY(recipient);
    QCOMPARE(age::recipientText(*recipient), QByteArray("age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"));
}

void TestBech32::readsKeysInEitherCase()
{
    const QByteArray recipient = age::recipientText(somebody().publicKey);
    QCOMPARE(age::recipientFromText(recipient), somebody().publicKey);
    QCOMPARE(age::recipientFromText(recipient.toUpper()), somebody().publicKey);
    const QByteArray identity = textOf(age::identityText(somebody().privateKey));
    QVERIFY(age::identityFromText(spanOf(identity)) == somebody().privateKey);
    const QByteArray lower = identity.toLower();
    QVERIFY(age::identityFromText(spanOf(lower)) == somebody().privateKey);
}

void TestBech32::refusesOtherKeys()
{
    const QByteArray identity = textOf(age::identityText(somebody().privateKey));
    QVERIFY(!age::recipientFromText(identity));
    QVERIFY(!age::identityFromText(spanOf(age::recipientText(somebody().publicKey))));
    for (const qsizetype size : {0, 31, 33, 64})
        QVERIFY(!age::recipientFromText(textOf(age::toBech32("age", secret(QByteArray(size, 'x')).span()))));
    QVERIFY(!age::recipientFromText(textOf(age::toBech32("age1pq", secret(QByteArray(32, 'x')).span()))));
}

void TestBech32::readsFilesOfKeys()
{
    const QByteArray identity = textOf(age::identityText(somebody().privateKey));
    const QByteArray recipient = age::recipientText(somebody().publicKey);
    const QString subject = QStringLiteral("keys");
    const QByteArray files[] = {identity, "# created\r\n\r\n" + identity + "\r\n", "\n#\n" + identity + "\n# end", "  " + identity + " \n"};
    for (const QByteArray &file : files) {
        const auto keys = age::identitiesFromFile(spanOf(file), subject);
        QVERIFY(keys && keys->size() == 1);
        QVERIFY(keys->front() == somebody().privateKey);
    }
    const QByteArray two = recipient + "\n# another\n" + recipient + "\n";
    const auto keys = age::recipientsFromFile(spanOf(two), subject);
    QVERIFY(keys && keys->size() == 2 && keys->back() == somebody().publicKey);
    const QByteArray bads[] = {QByteArray(), QByteArray("# only\n"), identity + "\n" + recipient, identity + identity};
    for (const QByteArray &bad : bads) {
        const auto none = age::identitiesFromFile(spanOf(bad), subject);
        QVERIFY(!none);
        QCOMPARE(none.error().code, base::ErrorCode::Damaged);
        QVERIFY(!none.error().message.contains(QStringLiteral("AGE-SECRET")));
    }
}

QTEST_GUILESS_MAIN(TestBech32)
#include "tst_bech32.moc"
