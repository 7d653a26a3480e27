#include "crypto/seal.h"

#include "crypto/keys.h"

#include <QCoreApplication>

#include <memory>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

namespace shirushi::crypto {

namespace {

constexpr int keySize = 32;
constexpr int nonceSize = 12;
constexpr int tagSize = 16;
constexpr int shareSize = 32;
constexpr std::uint64_t scryptMemoryLimit = 1ULL << 30;

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};
struct FreeKdf {
    void operator()(EVP_KDF_CTX *context) const { EVP_KDF_CTX_free(context); }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, FreeKdf>;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::crypto", text);
}

std::unexpected<base::Error> refused()
{
    return base::failure(base::ErrorCode::Internal, {}, tr("The cryptographic library refused."));
}

std::unexpected<base::Error> wrong()
{
    return base::failure(base::ErrorCode::WrongPassword, {}, tr("The password is wrong, or the data was changed."));
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

} // namespace

bool isWeaker(const ScryptParameters &stored, const ScryptParameters &wanted)
{
    return stored.log2N < wanted.log2N || stored.r < wanted.r || stored.p < wanted.p;
}

base::Result<base::SecretBytes> deriveKey(const base::SecretBytes &password, const QByteArray &salt,
                                          const ScryptParameters &parameters)
{
    const auto [log2N, r, p] = parameters;
    if (log2N < 10 || log2N > 22 || r < 1 || r > 32 || p < 1 || p > 16) {
        return base::failure(base::ErrorCode::InvalidInput, {},
                             tr("These key derivation parameters are out of bounds."));
    }
    base::SecretBytes key(keySize);
    if (EVP_PBE_scrypt(reinterpret_cast<const char *>(password.data()), password.size(), bytesOf(salt),
                       static_cast<std::size_t>(salt.size()), 1ULL << log2N, static_cast<std::uint64_t>(r),
                       static_cast<std::uint64_t>(p), scryptMemoryLimit, key.data(), key.size())
        != 1)
        return refused();
    return key;
}

base::Result<QByteArray> sealWithKey(const base::SecretBytes &key, const base::SecretBytes &secret,
                                     const QByteArray &context)
{
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    const auto nonce = randomBytes(nonceSize);
    if (!nonce)
        return std::unexpected(nonce.error());
    QByteArray box = *nonce;
    box.resize(nonceSize + static_cast<qsizetype>(secret.size()) + tagSize);
    unsigned char *const sealed = bytesOf(box) + nonceSize;
    int length = 0;
    if (!cipher || key.size() != keySize
        || EVP_EncryptInit_ex2(cipher.get(), EVP_chacha20_poly1305(), key.data(), bytesOf(*nonce), nullptr) != 1
        || EVP_EncryptUpdate(cipher.get(), nullptr, &length, bytesOf(context), static_cast<int>(context.size())) != 1
        || EVP_EncryptUpdate(cipher.get(), sealed, &length, secret.data(), static_cast<int>(secret.size())) != 1
        || EVP_EncryptFinal_ex(cipher.get(), sealed + length, &length) != 1
        || EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, tagSize, sealed + secret.size()) != 1)
        return refused();
    return box;
}

base::Result<base::SecretBytes> openWithKey(const base::SecretBytes &key, const QByteArray &box,
                                            const QByteArray &context)
{
    if (box.size() < nonceSize + tagSize)
        return wrong();
    const int size = static_cast<int>(box.size()) - nonceSize - tagSize;
    base::SecretBytes secret(static_cast<std::size_t>(size));
    QByteArray tag = box.right(tagSize);
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    int length = 0;
    unsigned char none = 0;
    if (!cipher || key.size() != keySize
        || EVP_DecryptInit_ex2(cipher.get(), EVP_chacha20_poly1305(), key.data(), bytesOf(box), nullptr) != 1
        || EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, tagSize, tag.data()) != 1
        || EVP_DecryptUpdate(cipher.get(), nullptr, &length, bytesOf(context), static_cast<int>(context.size())) != 1
        || EVP_DecryptUpdate(cipher.get(), size > 0 ? secret.data() : &none, &length, bytesOf(box) + nonceSize, size)
               != 1)
        return refused();
    if (EVP_DecryptFinal_ex(cipher.get(), &none, &length) != 1)
        return wrong();
    return secret;
}

base::Result<QByteArray> sealToKey(const QByteArray &recipient, const base::SecretBytes &secret,
                                   const QByteArray &context)
{
    const auto ephemeral = generateReceivingKey();
    if (!ephemeral)
        return std::unexpected(ephemeral.error());
    const auto shared = agree(ephemeral->privateKey, recipient);
    if (!shared)
        return std::unexpected(shared.error());
    const auto key = hkdf(*shared, ephemeral->publicKey + recipient, context);
    if (!key)
        return std::unexpected(key.error());
    const auto box = sealWithKey(*key, secret, context);
    if (!box)
        return std::unexpected(box.error());
    return ephemeral->publicKey + *box;
}

base::Result<base::SecretBytes> openWithPrivateKey(const base::SecretBytes &privateKey, const QByteArray &box,
                                                   const QByteArray &context)
{
    if (box.size() < shareSize)
        return wrong();
    const QByteArray share = box.left(shareSize);
    const auto recipient = receivingPublicKey(privateKey);
    if (!recipient)
        return std::unexpected(recipient.error());
    const auto shared = agree(privateKey, share);
    if (!shared)
        return wrong();
    const auto key = hkdf(*shared, share + *recipient, context);
    if (!key)
        return std::unexpected(key.error());
    return openWithKey(*key, box.mid(shareSize), context);
}

base::Result<base::SecretBytes> randomSecret(std::size_t size)
{
    base::SecretBytes bytes(size);
    if (RAND_priv_bytes(bytes.data(), static_cast<int>(size)) != 1)
        return refused();
    return bytes;
}

base::Result<QByteArray> randomBytes(std::size_t size)
{
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (RAND_bytes(bytesOf(bytes), static_cast<int>(size)) != 1)
        return refused();
    return bytes;
}

base::Result<base::SecretBytes> hkdf(const base::SecretBytes &key, const QByteArray &salt, const QByteArray &info)
{
    EVP_KDF *const algorithm = EVP_KDF_fetch(nullptr, "HKDF", nullptr);
    const KdfContext context(algorithm ? EVP_KDF_CTX_new(algorithm) : nullptr);
    EVP_KDF_free(algorithm);
    base::SecretBytes derived(keySize);
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, const_cast<std::uint8_t *>(key.data()), key.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, const_cast<char *>(salt.constData()),
                                          static_cast<std::size_t>(salt.size())),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, const_cast<char *>(info.constData()),
                                          static_cast<std::size_t>(info.size())),
        OSSL_PARAM_construct_end()};
    if (!context || EVP_KDF_derive(context.get(), derived.data(), derived.size(), parameters) != 1)
        return refused();
    return derived;
}

} // namespace shirushi::crypto
