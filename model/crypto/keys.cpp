#include "crypto/keys.h"

#include "crypto/digest.h"

#include <QCoreApplication>

#include <memory>
#include <openssl/evp.h>

namespace shirushi::crypto {

namespace {

struct FreeKey {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
struct FreeKeyContext {
    void operator()(EVP_PKEY_CTX *context) const { EVP_PKEY_CTX_free(context); }
};
struct FreeDigestContext {
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreeKeyContext>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreeDigestContext>;

constexpr std::size_t keySize = 32;
constexpr std::size_t signatureSize = 64;

std::unexpected<base::Error> refused()
{
    return base::failure(base::ErrorCode::Internal, {},
                         QCoreApplication::translate("shirushi::crypto", "The cryptographic library refused."));
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

Key privateKeyFrom(int type, const base::SecretBytes &bytes)
{
    return Key(bytes.size() == keySize ? EVP_PKEY_new_raw_private_key(type, nullptr, bytes.data(), keySize)
                                       : nullptr);
}

Key publicKeyFrom(int type, const QByteArray &bytes)
{
    return Key(bytes.size() == keySize ? EVP_PKEY_new_raw_public_key(type, nullptr, bytesOf(bytes), keySize)
                                       : nullptr);
}

base::Result<QByteArray> publicHalf(const Key &key)
{
    QByteArray bytes(keySize, Qt::Uninitialized);
    std::size_t size = keySize;
    if (!key
        || EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(bytes.data()), &size) != 1)
        return refused();
    return bytes;
}

base::Result<KeyPair> generate(int type)
{
    const KeyContext context(EVP_PKEY_CTX_new_id(type, nullptr));
    EVP_PKEY *raw = nullptr;
    if (!context || EVP_PKEY_keygen_init(context.get()) != 1 || EVP_PKEY_keygen(context.get(), &raw) != 1)
        return refused();
    const Key key(raw);
    KeyPair pair{base::SecretBytes(keySize), {}};
    std::size_t size = keySize;
    if (EVP_PKEY_get_raw_private_key(key.get(), pair.privateKey.data(), &size) != 1)
        return refused();
    auto publicKey = publicHalf(key);
    if (!publicKey)
        return std::unexpected(publicKey.error());
    pair.publicKey = *publicKey;
    return pair;
}

} // namespace

base::Result<KeyPair> generateSigningKey()
{
    return generate(EVP_PKEY_ED25519);
}

base::Result<KeyPair> generateReceivingKey()
{
    return generate(EVP_PKEY_X25519);
}

SigningKey::SigningKey(const base::SecretBytes &privateKey)
    : m_key(privateKeyFrom(EVP_PKEY_ED25519, privateKey).release())
{
}

void SigningKey::Free::operator()(EVP_PKEY *key) const
{
    EVP_PKEY_free(key);
}

base::Result<QByteArray> SigningKey::sign(const QByteArray &message) const
{
    const DigestContext context(EVP_MD_CTX_new());
    QByteArray signature(signatureSize, Qt::Uninitialized);
    std::size_t size = signatureSize;
    if (!m_key || !context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) != 1
        || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                          bytesOf(message), static_cast<std::size_t>(message.size()))
               != 1)
        return refused();
    return signature;
}

base::Result<QByteArray> signMessage(const base::SecretBytes &privateKey, const QByteArray &message)
{
    return SigningKey(privateKey).sign(message);
}

bool verifySignature(const QByteArray &publicKey, const QByteArray &message, const QByteArray &signature)
{
    const Key key = publicKeyFrom(EVP_PKEY_ED25519, publicKey);
    const DigestContext context(EVP_MD_CTX_new());
    return key && context && signature.size() == static_cast<qsizetype>(signatureSize)
           && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
           && EVP_DigestVerify(context.get(), bytesOf(signature), signatureSize, bytesOf(message),
                               static_cast<std::size_t>(message.size()))
                  == 1;
}

base::Result<QByteArray> signingPublicKey(const base::SecretBytes &privateKey)
{
    return publicHalf(privateKeyFrom(EVP_PKEY_ED25519, privateKey));
}

base::Result<QByteArray> receivingPublicKey(const base::SecretBytes &privateKey)
{
    return publicHalf(privateKeyFrom(EVP_PKEY_X25519, privateKey));
}

base::Result<base::SecretBytes> agree(const base::SecretBytes &privateKey, const QByteArray &otherPublicKey)
{
    const Key own = privateKeyFrom(EVP_PKEY_X25519, privateKey);
    const Key other = publicKeyFrom(EVP_PKEY_X25519, otherPublicKey);
    if (!own || !other)
        return refused();
    const KeyContext context(EVP_PKEY_CTX_new(own.get(), nullptr));
    base::SecretBytes shared(keySize);
    std::size_t size = keySize;
    // OpenSSL fails the derivation itself when the result is all zero.
    if (!context || EVP_PKEY_derive_init(context.get()) != 1
        || EVP_PKEY_derive_set_peer(context.get(), other.get()) != 1
        || EVP_PKEY_derive(context.get(), shared.data(), &size) != 1)
        return refused();
    return shared;
}

QString keyIdOf(const QByteArray &publicKey)
{
    return QString::fromLatin1(sha256(publicKey).left(16).toHex());
}

} // namespace shirushi::crypto
