// The stanza for a password (C2SP age.md, "scrypt recipient stanza"; RFC 7914 with r = 8, p = 1). Any thread.
#pragma once

#include "crypto/age/header.h"

namespace shirushi::crypto::age {

inline constexpr char scryptType[] = "scrypt";

struct ScryptStanza {
    QByteArray salt; // 16 bytes
    int workFactor = 0; // log2 of N, 1 or more; one that is out of all bounds is given as 64
    QByteArray body; // 32 bytes
};

/// Nothing unless there are two arguments, salt and body have their length, and the work factor is a decimal number
/// without a leading zero.
std::optional<ScryptStanza> parseScrypt(const Stanza &stanza);

/// InvalidInput for a work factor out of bounds.
[[nodiscard]] Result<Stanza> wrapForPassword(const base::SecretBytes &fileKey, const base::SecretBytes &password, int workFactor);

/// The file key; nothing where the password is another one. The caller has checked the work factor.
[[nodiscard]] Result<std::optional<base::SecretBytes>> openWithPassword(const ScryptStanza &stanza,
                                                                        const base::SecretBytes &password);

} // namespace shirushi::crypto::age
