// Key pairs: Ed25519 to sign (RFC 8032), X25519 to receive (RFC 7748). Any thread.
#pragma once

#include "base/result.h"
#include "base/secretbytes.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct evp_pkey_st;

namespace shirushi::crypto {

struct KeyPair {
    base::SecretBytes privateKey; // 32 bytes
    QByteArray publicKey;         // 32 bytes
};

[[nodiscard]] base::Result<KeyPair> generateSigningKey();
[[nodiscard]] base::Result<KeyPair> generateReceivingKey();

/// A private key made ready to sign many times: the public half, half the work of a signature, is found once.
/// Wiped when it is destroyed. Any thread.
class SigningKey
{
public:
    /// `privateKey`: 32 bytes, Ed25519; of any other length, every signature is refused.
    explicit SigningKey(const base::SecretBytes &privateKey);
    /// 64 bytes, Ed25519.
    [[nodiscard]] base::Result<QByteArray> sign(const QByteArray &message) const;

private:
    struct Free {
        void operator()(evp_pkey_st *key) const;
    };
    std::unique_ptr<evp_pkey_st, Free> m_key;
};

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
