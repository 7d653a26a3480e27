// Keys as age writes them (C2SP age.md, "The X25519 recipient type"): age1… names a public key, AGE-SECRET-KEY-1…
// is a private one. A person's receiving key (keys.h) is such a key, so that any age program opens what was
// encrypted for them. Pure functions, any thread.
#pragma once

#include "base/result.h"
#include "base/secretbytes.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace shirushi::crypto::age {

/// age1… for a 32-byte X25519 public key.
QByteArray recipientText(const QByteArray &publicKey);
/// The 32 bytes; nothing for any other text.
std::optional<QByteArray> recipientFromText(const QByteArray &text);

/// AGE-SECRET-KEY-1… for a 32-byte X25519 private key.
base::SecretBytes identityText(const base::SecretBytes &privateKey);
/// The 32 bytes; nothing for any other text.
std::optional<base::SecretBytes> identityFromText(std::span<const char> text);

/// The largest file of keys that is read, in bytes.
inline constexpr std::uint64_t largestKeyFile = 1 << 20;

/// The keys in a file of them, one a line; empty lines and lines that begin with "#" are passed over. Damaged
/// where a line is something else, or there is no key at all; the error never repeats the line.
[[nodiscard]] base::Result<std::vector<base::SecretBytes>> identitiesFromFile(std::span<const char> content,
                                                                              const QString &subject);
[[nodiscard]] base::Result<std::vector<QByteArray>> recipientsFromFile(std::span<const char> content,
                                                                       const QString &subject);

} // namespace shirushi::crypto::age
