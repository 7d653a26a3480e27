// The text at the beginning of an age file (C2SP age.md, "ABNF definition of file header"): the version, a stanza
// for each who may open it, and a MAC over both. Read strictly: one header has one form. Pure but for reading; any
// thread.
#pragma once

#include "base/secretbytes.h"
#include "crypto/age/failure.h"
#include "crypto/age/lookahead.h"

namespace shirushi::crypto::age {

/// The largest header that is read, in bytes: about 10,000 recipients.
inline constexpr std::size_t largestHeader = 1 << 20;

struct Stanza {
    QByteArray type;
    std::vector<QByteArray> arguments; // those after the type
    QByteArray body;                   // decoded

    bool operator==(const Stanza &) const = default;
};

struct Header {
    std::vector<Stanza> stanzas;
    QByteArray covered; // the bytes that the MAC is over: all up to and including "---"
    QByteArray mac;     // 32 bytes
};

/// Reads up to the end of the MAC's line. Header for any deviation from the grammar.
[[nodiscard]] Result<Header> readHeader(LookAhead &input);

/// The header's bytes with the MAC under `fileKey`.
[[nodiscard]] Result<QByteArray> writeHeader(const std::vector<Stanza> &stanzas, const base::SecretBytes &fileKey);

/// Mac unless it is right under `fileKey`.
[[nodiscard]] Result<void> checkMac(const Header &header, const base::SecretBytes &fileKey, const QString &subject);

} // namespace shirushi::crypto::age
