// Who may open an age file, and the stanzas that carry its key to them (C2SP age.md, "Native recipient types"):
// X25519 keys, as many as one likes, or one password alone. Any thread; a password takes about a second and
// 256 MiB on purpose.
#pragma once

#include "crypto/age/header.h"

namespace shirushi::crypto::age {

inline constexpr int usualWorkFactor = 18; // as age itself: 256 MiB
inline constexpr int highestWorkFactor = 22; // as age itself: 4 GiB

/// Keys or a password, never both.
struct Recipients {
    std::vector<QByteArray> keys; // X25519, 32 bytes each
    std::optional<base::SecretBytes> password;
    int workFactor = usualWorkFactor; // log2 of scrypt's N, 1 to highestWorkFactor
};

/// Whatever may open it; all are tried.
struct Identities {
    std::vector<base::SecretBytes> keys; // X25519, 32 bytes each
    std::vector<base::SecretBytes> passwords;
    int workFactor = highestWorkFactor; // what asks for more is refused unread
};

/// InvalidInput for nobody, for both at once, for an empty password, a work factor out of bounds, and for a key
/// that is none (not 32 bytes, or a low-order point).
[[nodiscard]] Result<std::vector<Stanza>> wrapFileKey(const base::SecretBytes &fileKey, const Recipients &recipients);

/// The 16-byte file key. Header where a stanza of a known type is not as it must be, though it be for somebody
/// else, and where a password's stanza is not alone; NoMatch where nothing opens any. Foreign types are passed over.
[[nodiscard]] Result<base::SecretBytes> unwrapFileKey(const Header &header, const Identities &identities,
                                                      const QString &subject);

} // namespace shirushi::crypto::age
