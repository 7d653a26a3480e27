#include "crypto/age/x25519stanza.h"

#include "crypto/age/base64.h"
#include "crypto/age/wrapping.h"
#include "crypto/keys.h"
#include "crypto/seal.h"

#include <QCoreApplication>

namespace shirushi::crypto::age {

namespace {

constexpr qsizetype shareSize = 32;

base::Result<base::SecretBytes> wrapKey(const base::SecretBytes &shared, const QByteArray &share, const QByteArray &recipient)
{
    return hkdf(shared, share + recipient, QByteArrayLiteral("age-encryption.org/v1/X25519"));
}

} // namespace

std::optional<X25519Stanza> parseX25519(const Stanza &stanza)
{
    if (stanza.arguments.size() != 1 || stanza.body.size() != wrappedSize)
        return std::nullopt;
    const auto share = fromBase64(stanza.arguments.front());
    if (!share || share->size() != shareSize)
        return std::nullopt;
    return X25519Stanza{*share, stanza.body};
}

Result<Stanza> wrapForKey(const base::SecretBytes &fileKey, const QByteArray &recipient)
{
    const auto ephemeral = generateReceivingKey();
    if (!ephemeral)
        return std::unexpected(Error(ephemeral.error()));
    const auto shared = agree(ephemeral->privateKey, recipient);
    if (!shared) {
        return std::unexpected(
            Error({base::ErrorCode::InvalidInput, {},
                   QCoreApplication::translate("shirushi::crypto", "This is not a key that can be encrypted for."), {}}));
    }
    const auto key = wrapKey(*shared, ephemeral->publicKey, recipient);
    if (!key)
        return std::unexpected(Error(key.error()));
    const auto body = wrapped(fileKey, *key);
    if (!body)
        return std::unexpected(body.error());
    return Stanza{x25519Type, {toBase64(ephemeral->publicKey)}, *body};
}

Result<X25519Opener> X25519Opener::with(const base::SecretBytes &privateKey)
{
    auto recipient = receivingPublicKey(privateKey);
    if (!recipient)
        return std::unexpected(Error(recipient.error()));
    return X25519Opener(privateKey, std::move(*recipient));
}

Result<std::optional<base::SecretBytes>> X25519Opener::open(const X25519Stanza &stanza, const QString &subject) const
{
    // Both are 32 bytes: what fails is the check for an all-zero result.
    const auto shared = agree(m_privateKey, stanza.share);
    if (!shared)
        return fail(Failure::Header, subject);
    const auto key = wrapKey(*shared, stanza.share, m_recipient);
    if (!key)
        return std::unexpected(Error(key.error()));
    return unwrapped(stanza.body, *key);
}

} // namespace shirushi::crypto::age
