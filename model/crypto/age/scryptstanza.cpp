#include "crypto/age/scryptstanza.h"

#include "crypto/age/base64.h"
#include "crypto/age/filekey.h"
#include "crypto/age/wrapping.h"
#include "crypto/seal.h"

#include <QCoreApplication>

#include <openssl/evp.h>

namespace shirushi::crypto::age {

namespace {

constexpr qsizetype saltSize = 16;
constexpr std::uint64_t blockSize = 8; // r
constexpr int beyondAllBounds = 64;

std::optional<int> workFactorFrom(const QByteArray &text)
{
    if (text.isEmpty() || text.front() == '0')
        return std::nullopt;
    int number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        number = std::min(number * 10 + (digit - '0'), beyondAllBounds);
    }
    return number;
}

Result<base::SecretBytes> wrapKey(const base::SecretBytes &password, const QByteArray &salt, int workFactor)
{
    if (workFactor < 1 || workFactor > highestWorkFactor) {
        return std::unexpected(
            Error({base::ErrorCode::InvalidInput, {},
                   QCoreApplication::translate("shirushi::crypto", "These key derivation parameters are out of bounds."), {}}));
    }
    const QByteArray labelled = QByteArrayLiteral("age-encryption.org/v1/scrypt") + salt;
    const std::uint64_t n = 1ULL << workFactor;
    const std::uint64_t memory = 128 * blockSize * (n + 4) + 4096;
    const std::uint8_t none = 0;
    base::SecretBytes key(32);
    if (EVP_PBE_scrypt(reinterpret_cast<const char *>(password.isEmpty() ? &none : password.data()), password.size(),
                       reinterpret_cast<const unsigned char *>(labelled.constData()),
                       static_cast<std::size_t>(labelled.size()), n, blockSize, 1, memory, key.data(), key.size())
        != 1)
        return failRefused();
    return key;
}

} // namespace

std::optional<ScryptStanza> parseScrypt(const Stanza &stanza)
{
    if (stanza.arguments.size() != 2 || stanza.body.size() != wrappedSize)
        return std::nullopt;
    const auto salt = fromBase64(stanza.arguments[0]);
    const auto workFactor = workFactorFrom(stanza.arguments[1]);
    if (!salt || salt->size() != saltSize || !workFactor)
        return std::nullopt;
    return ScryptStanza{*salt, *workFactor, stanza.body};
}

Result<Stanza> wrapForPassword(const base::SecretBytes &fileKey, const base::SecretBytes &password, int workFactor)
{
    const auto salt = randomBytes(saltSize);
    if (!salt)
        return std::unexpected(Error(salt.error()));
    const auto key = wrapKey(password, *salt, workFactor);
    if (!key)
        return std::unexpected(key.error());
    const auto body = wrapped(fileKey, *key);
    if (!body)
        return std::unexpected(body.error());
    return Stanza{scryptType, {toBase64(*salt), QByteArray::number(workFactor)}, *body};
}

Result<std::optional<base::SecretBytes>> openWithPassword(const ScryptStanza &stanza, const base::SecretBytes &password)
{
    const auto key = wrapKey(password, stanza.salt, stanza.workFactor);
    if (!key)
        return std::unexpected(key.error());
    return unwrapped(stanza.body, *key);
}

} // namespace shirushi::crypto::age
