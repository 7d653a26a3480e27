// A 16-byte file key under a key of its own: what every stanza's body is (C2SP age.md). The nonce is zero because
// each wrapping key, made from a fresh share or salt, is used once. Any thread.
#pragma once

#include "crypto/age/failure.h"

#include "base/secretbytes.h"

#include <QByteArray>

#include <optional>

namespace shirushi::crypto::age {

inline constexpr std::size_t fileKeySize = 16;
inline constexpr qsizetype wrappedSize = 32;

[[nodiscard]] Result<QByteArray> wrapped(const base::SecretBytes &fileKey, const base::SecretBytes &wrapKey);

/// Nothing where it was wrapped under another key. `body` has wrappedSize bytes: the length is checked before, or
/// one body could be made to open under many passwords.
std::optional<base::SecretBytes> unwrapped(const QByteArray &body, const base::SecretBytes &wrapKey);

} // namespace shirushi::crypto::age
