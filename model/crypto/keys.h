// Key pairs: Ed25519 to sign (RFC 8032), X25519 to receive (RFC 7748). Any thread.
#pragma once

#include "base/result.h"
#include "base/secretbytes.h"

#include <QByteArray>
#include <QString>

namespace shirushi::crypto {

struct KeyPair {
    base::SecretBytes privateKey; // 32 bytes
    QByteArray publicKey;         // 32 bytes
};

[[nodiscard]] base::Result<KeyPair> generateSigningKey();
[[nodiscard]] base::Result<KeyPair> generateReceivingKey();

/// 64 bytes, Ed25519.
[[nodiscard]] base::Result<QByteArray> signMessage(const base::SecretBytes &privateKey, const QByteArray &message);
/// False for a wrong signature, and for keys and signatures of another length.
bool verifySignature(const QByteArray &publicKey, const QByteArray &message, const QByteArray &signature);

/// The public half of a private key.
[[nodiscard]] base::Result<QByteArray> signingPublicKey(const base::SecretBytes &privateKey);
[[nodiscard]] base::Result<QByteArray> receivingPublicKey(const base::SecretBytes &privateKey);

/// X25519; an all-zero result (low-order point) is an error.
[[nodiscard]] base::Result<base::SecretBytes> agree(const base::SecretBytes &privateKey,
                                                    const QByteArray &otherPublicKey);

/// Names a public signing key: the first 16 bytes of its SHA-256, as hex.
QString keyIdOf(const QByteArray &publicKey);

} // namespace shirushi::crypto
