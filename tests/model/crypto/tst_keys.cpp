#include "crypto/digest.h"
#include "crypto/keys.h"

#include <QTest>

using namespace shirushi;

class TestKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signsAsRfc8032Says();
    void agreesAsRfc7748Says();
    void refusesLowOrderPoints();
    void hashesAsFips180Says();
};

namespace {

base::SecretBytes secretFromHex(const char *hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex);
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                                       static_cast<std::size_t>(bytes.size())));
}

} // namespace

// RFC 8032 section 7.1, test 2.
void TestKeys::signsAsRfc8032Says()
{
    const auto key = secretFromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    const QByteArray publicKey =
        QByteArray::fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    QCOMPARE(crypto::signingPublicKey(key).value(), publicKey);
    const QByteArray message = QByteArray::fromHex("72");
    const QByteArray signature = crypto::signMessage(key, message).value();
    QCOMPARE(signature.toHex(),
             QByteArray("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    QVERIFY(crypto::verifySignature(publicKey, message, signature));
    QVERIFY(!crypto::verifySignature(publicKey, "r ", signature));
    QVERIFY(!crypto::verifySignature(publicKey.left(31), message, signature));
    QVERIFY(!crypto::verifySignature(publicKey, message, signature.left(63)));
}

// RFC 7748 section 6.1.
void TestKeys::agreesAsRfc7748Says()
{
    const auto bob = secretFromHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    const QByteArray bobPublic = crypto::receivingPublicKey(bob).value();
    QCOMPARE(bobPublic.toHex(), QByteArray("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"));
    const QByteArray alicePublic =
        QByteArray::fromHex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    const auto shared = crypto::agree(bob, alicePublic).value();
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(shared.data()), 32).toHex(),
             QByteArray("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"));
}

void TestKeys::refusesLowOrderPoints()
{
    const auto key = crypto::generateReceivingKey().value();
    QVERIFY(!crypto::agree(key.privateKey, QByteArray(32, '\0')));
    QVERIFY(!crypto::agree(key.privateKey, QByteArray(31, '\1')));
}

void TestKeys::hashesAsFips180Says()
{
    QCOMPARE(crypto::sha256("abc").toHex(),
             QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
