// Who signs, and whose keys are known: two interfaces that the rooms above implement and the rooms below use.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace shirushi::crypto {

/// Signs as one person (Ed25519, RFC 8032). Any thread may sign.
class Signer
{
public:
    virtual ~Signer() = default;
    /// The person's id, as it goes into labels and entries.
    virtual QString user() const = 0;
    /// Names the public key: keyIdOf(publicKey).
    virtual QString keyId() const = 0;
    /// The 32-byte Ed25519 public key.
    virtual QByteArray publicKey() const = 0;
    /// 64 bytes over `message`.
    [[nodiscard]] virtual base::Result<QByteArray> sign(const QByteArray &message) const = 0;
};

/// Public keys by key id. Any thread.
class KeyDirectory
{
public:
    virtual ~KeyDirectory() = default;
    /// The 32-byte Ed25519 public key, if its owner is known here.
    virtual std::optional<QByteArray> publicKey(const QString &keyId) const = 0;
};

/// For a place without a roster: nobody is known.
class EmptyKeyDirectory final : public KeyDirectory
{
public:
    std::optional<QByteArray> publicKey(const QString &) const override { return std::nullopt; }
};

} // namespace shirushi::crypto
