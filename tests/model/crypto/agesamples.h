// Keys, files and short ways to encrypt and decrypt in memory, for the tests of age's format.
#pragma once

#include "crypto/age/agefile.h"
#include "crypto/age/chunkcipher.h"
#include "crypto/age/payload.h"
#include "crypto/age/wrapping.h"
#include "crypto/keys.h"
#include "crypto/seal.h"

#include <random>

namespace shirushi::tests {

namespace age = crypto::age;

inline base::SecretBytes secret(const QByteArray &text)
{
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text.constData()), static_cast<std::size_t>(text.size())));
}

inline std::span<const char> spanOf(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

/// Bytes that do not repeat, the same each time.
inline QByteArray sampleBytes(qsizetype size, unsigned number = 1)
{
    std::mt19937_64 random(number);
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at)
        bytes[at] = static_cast<char>(random() >> 56);
    return bytes;
}

struct Decrypted {
    std::optional<age::Failure> failure;
    base::ErrorCode code = base::ErrorCode::Internal;
    QString message;
    QByteArray bytes; // what came out, before a failure too
    bool isGood(const QByteArray &expected) const { return !failure && bytes == expected; }
};

inline Decrypted decrypted(const QByteArray &file, const age::Identities &identities, age::Expected expected = age::Expected::Either)
{
    platform::MemorySource source(file, QStringLiteral("sample"));
    platform::MemorySink sink;
    base::NoProgress progress;
    const auto done = age::decrypt(source, sink, identities, progress, expected);
    Decrypted result;
    result.bytes = sink.bytes();
    if (!done) {
        result.failure = done.error().failure;
        result.code = done.error().code;
        result.message = done.error().message;
    }
    return result;
}

/// Empty where it fails.
inline QByteArray encrypted(const QByteArray &bytes, const age::Recipients &recipients, age::Form form = age::Form::Binary)
{
    platform::MemorySource source(bytes);
    platform::MemorySink sink;
    base::NoProgress progress;
    return age::encrypt(source, sink, recipients, progress, form) ? sink.bytes() : QByteArray();
}

inline age::Recipients forKeys(std::vector<QByteArray> keys)
{
    age::Recipients recipients;
    recipients.keys = std::move(keys);
    return recipients;
}

inline age::Recipients forPassword(const QByteArray &password, int workFactor = 4)
{
    age::Recipients recipients;
    recipients.password = secret(password);
    recipients.workFactor = workFactor;
    return recipients;
}

inline age::Identities withKey(const base::SecretBytes &key)
{
    age::Identities identities;
    identities.keys.push_back(key.clone());
    return identities;
}

inline age::Identities withPassword(const QByteArray &password)
{
    age::Identities identities;
    identities.passwords.push_back(secret(password));
    return identities;
}

/// The header's lines before its end.
inline QByteArray headerOf(const QByteArray &file)
{
    return file.left(file.indexOf("\n--- ") + 1);
}

/// One person's key pair, made when the test begins.
inline const crypto::KeyPair &somebody()
{
    static const crypto::KeyPair pair = std::move(*crypto::generateReceivingKey());
    return pair;
}

/// A file for somebody(), put together piece by piece, so that every piece can be wrong.
struct HandMade {
    base::SecretBytes fileKey = std::move(*crypto::randomSecret(age::fileKeySize));
    QByteArray nonce = *crypto::randomBytes(age::payloadNonceSize);
    QByteArray chunks;

    HandMade &add(std::uint64_t number, age::Place place, const QByteArray &plain)
    {
        QByteArray chunk = plain + QByteArray(age::tagSize, '\0');
        age::ChunkCipher cipher(*age::payloadKey(fileKey, nonce), age::ChunkCipher::Direction::Seal);
        if (cipher.seal(number, place, {chunk.data(), static_cast<std::size_t>(chunk.size())}))
            chunks += chunk;
        return *this;
    }

    std::vector<age::Stanza> stanzas() const { return *age::wrapFileKey(fileKey, forKeys({somebody().publicKey})); }
    QByteArray withStanzas(const std::vector<age::Stanza> &stanzas) const
    {
        return *age::writeHeader(stanzas, fileKey) + nonce + chunks;
    }
    QByteArray file() const { return withStanzas(stanzas()); }
};

} // namespace shirushi::tests
