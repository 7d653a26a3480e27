#include "crypto/keys.h"
#include "crypto/seal.h"

#include <QTest>

using namespace shirushi;

class TestSeal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void derivesAsRfc7914Says();
    void refusesParametersOutOfBounds();
    void expandsAsRfc5869Says();
    void everyChangedBitIsFound();
    void onlyTheRecipientOpens();
    void emptySecretTravels();
};

namespace {

base::SecretBytes secret(const QByteArray &text)
{
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text.constData()),
                                       static_cast<std::size_t>(text.size())));
}

QByteArray plain(const base::SecretBytes &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace

// RFC 7914 section 12, third vector (its first 32 bytes; scrypt's output is a prefix of the longer one).
void TestSeal::derivesAsRfc7914Says()
{
    const auto key = crypto::deriveKey(secret("pleaseletmein"), "SodiumChloride", {14, 8, 1});
    QVERIFY(key);
    QCOMPARE(plain(*key).toHex(),
             QByteArray("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"));
}

void TestSeal::refusesParametersOutOfBounds()
{
    QCOMPARE(crypto::currentScrypt(), (crypto::ScryptParameters{17, 8, 1}));
    for (const crypto::ScryptParameters &bad :
         {crypto::ScryptParameters{9, 8, 1}, {23, 8, 1}, {17, 0, 1}, {17, 8, 0}, {17, 33, 1}, {17, 8, 17}})
        QVERIFY(!crypto::deriveKey(secret("x"), "salt", bad));
}

// RFC 5869 appendix A.1 (its first 32 bytes).
void TestSeal::expandsAsRfc5869Says()
{
    const auto key = crypto::hkdf(secret(QByteArray(22, '\x0b')), QByteArray::fromHex("000102030405060708090a0b0c"),
                                  QByteArray::fromHex("f0f1f2f3f4f5f6f7f8f9"));
    QVERIFY(key);
    QCOMPARE(plain(*key).toHex(), QByteArray("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"));
}

void TestSeal::everyChangedBitIsFound()
{
    const auto key = crypto::randomSecret(32).value();
    const QByteArray box = crypto::sealWithKey(key, secret("台帳の鍵"), "context").value();
    QCOMPARE(plain(crypto::openWithKey(key, box, "context").value()), QByteArray("台帳の鍵"));
    QCOMPARE(crypto::openWithKey(key, box, "other").error().code, base::ErrorCode::WrongPassword);
    for (qsizetype byte = 0; byte < box.size(); ++byte) {
        QByteArray changed = box;
        changed[byte] = static_cast<char>(changed[byte] ^ 1);
        QCOMPARE(crypto::openWithKey(key, changed, "context").error().code, base::ErrorCode::WrongPassword);
        QCOMPARE(crypto::openWithKey(key, box.left(byte), "context").error().code, base::ErrorCode::WrongPassword);
    }
}

void TestSeal::onlyTheRecipientOpens()
{
    const auto yamada = crypto::generateReceivingKey().value();
    const auto sato = crypto::generateReceivingKey().value();
    const QByteArray box = crypto::sealToKey(yamada.publicKey, secret("key"), "context").value();
    QCOMPARE(plain(crypto::openWithPrivateKey(yamada.privateKey, box, "context").value()), QByteArray("key"));
    QCOMPARE(crypto::openWithPrivateKey(sato.privateKey, box, "context").error().code,
             base::ErrorCode::WrongPassword);
    QVERIFY(box != crypto::sealToKey(yamada.publicKey, secret("key"), "context").value());
}

void TestSeal::emptySecretTravels()
{
    const auto key = crypto::randomSecret(32).value();
    const QByteArray box = crypto::sealWithKey(key, {}, "context").value();
    QCOMPARE(crypto::openWithKey(key, box, "context").value().size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(TestSeal)
#include "tst_seal.moc"
