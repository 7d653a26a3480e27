#include "crypto/age/wrapping.h"

#include "crypto/age/chunkcipher.h"

#include <algorithm>

namespace shirushi::crypto::age {

Result<QByteArray> wrapped(const base::SecretBytes &fileKey, const base::SecretBytes &wrapKey)
{
    QByteArray body(wrappedSize, '\0');
    if (fileKey.size() != fileKeySize)
        return failRefused();
    std::copy_n(fileKey.data(), fileKeySize, body.data());
    ChunkCipher cipher(wrapKey, ChunkCipher::Direction::Seal);
    if (!cipher.seal(0, Place::Inner, {body.data(), static_cast<std::size_t>(wrappedSize)})) {
        base::wipe(body.data(), static_cast<std::size_t>(wrappedSize));
        return failRefused();
    }
    return body;
}

std::optional<base::SecretBytes> unwrapped(const QByteArray &body, const base::SecretBytes &wrapKey)
{
    base::SecretBytes bytes(std::span(reinterpret_cast<const std::uint8_t *>(body.constData()), static_cast<std::size_t>(body.size())));
    ChunkCipher cipher(wrapKey, ChunkCipher::Direction::Open);
    if (bytes.size() != static_cast<std::size_t>(wrappedSize)
        || !cipher.open(0, Place::Inner, {reinterpret_cast<char *>(bytes.data()), bytes.size()}))
        return std::nullopt;
    bytes.truncate(fileKeySize);
    return bytes;
}

} // namespace shirushi::crypto::age
