// Sealing small secrets: under a password, or to somebody's X25519 key. Any thread; the password way takes
// about a quarter of a second and 128 MiB on purpose.
//
// A wrong password, a wrong key and a changed box all give WrongPassword: an attacker learns nothing more.
#pragma once

#include "base/result.h"
#include "base/secretbytes.h"

#include <QByteArray>

#include <cstdint>

namespace shirushi::crypto {

/// scrypt (RFC 7914). N is 2^log2N.
struct ScryptParameters {
    int log2N = 17;
    int r = 8;
    int p = 1;
    bool operator==(const ScryptParameters &) const = default;
};

/// The weakest parameters that are still accepted when a password is set. In a source of its own, so that a program of
/// the tests can be linked with a cheap one (tests/model/cheappasswords.cpp); nothing that runs can change it.
ScryptParameters currentScrypt();

/// True where `stored` costs an attacker less than `wanted`.
bool isWeaker(const ScryptParameters &stored, const ScryptParameters &wanted);

/// 32 bytes from a password. InvalidInput for parameters out of bounds (log2N 10–22, r 1–32, p 1–16).
[[nodiscard]] base::Result<base::SecretBytes> deriveKey(const base::SecretBytes &password, const QByteArray &salt,
                                                        const ScryptParameters &parameters);

/// ChaCha20-Poly1305 (RFC 8439) under a 32-byte key: 12-byte random nonce, ciphertext, 16-byte tag.
/// `context` is authenticated with it and must be given again.
[[nodiscard]] base::Result<QByteArray> sealWithKey(const base::SecretBytes &key, const base::SecretBytes &secret,
                                                   const QByteArray &context);
[[nodiscard]] base::Result<base::SecretBytes> openWithKey(const base::SecretBytes &key, const QByteArray &box,
                                                          const QByteArray &context);

/// To an X25519 public key, as an age stanza does (age-encryption.org/v1): 32-byte ephemeral share, then the
/// box under HKDF-SHA-256(shared secret, salt = share ‖ recipient, info = context).
[[nodiscard]] base::Result<QByteArray> sealToKey(const QByteArray &recipient, const base::SecretBytes &secret,
                                                 const QByteArray &context);
[[nodiscard]] base::Result<base::SecretBytes> openWithPrivateKey(const base::SecretBytes &privateKey,
                                                                 const QByteArray &box, const QByteArray &context);

/// `size` bytes from the system's generator.
[[nodiscard]] base::Result<base::SecretBytes> randomSecret(std::size_t size);
[[nodiscard]] base::Result<QByteArray> randomBytes(std::size_t size);

/// HKDF-SHA-256 (RFC 5869), 32 bytes.
[[nodiscard]] base::Result<base::SecretBytes> hkdf(const base::SecretBytes &key, const QByteArray &salt,
                                                   const QByteArray &info);

} // namespace shirushi::crypto
