// The stanza for an X25519 key (C2SP age.md, "X25519 recipient stanza"). Any thread.
#pragma once

#include "crypto/age/header.h"

namespace shirushi::crypto::age {

inline constexpr char x25519Type[] = "X25519";

struct X25519Stanza {
    QByteArray share; // 32 bytes
    QByteArray body;  // 32 bytes
};

/// Nothing unless there is one argument, and both have their length.
std::optional<X25519Stanza> parseX25519(const Stanza &stanza);

/// InvalidInput for a key that is none.
[[nodiscard]] Result<Stanza> wrapForKey(const base::SecretBytes &fileKey, const QByteArray &recipient);

/// Opens stanzas with one private key, which must outlive this.
class X25519Opener
{
public:
    [[nodiscard]] static Result<X25519Opener> with(const base::SecretBytes &privateKey);

    /// The file key; nothing where the stanza is for another key; Header for a low-order share.
    [[nodiscard]] Result<std::optional<base::SecretBytes>> open(const X25519Stanza &stanza, const QString &subject) const;

private:
    X25519Opener(const base::SecretBytes &privateKey, QByteArray recipient)
        : m_privateKey(privateKey), m_recipient(std::move(recipient))
    {
    }

    const base::SecretBytes &m_privateKey;
    QByteArray m_recipient;
};

} // namespace shirushi::crypto::age
