// Bech32 (BIP 173, without its limit on the length): the text form of age's keys. Upper or lower case, never
// both; the checksum is that of the lower-case text. Pure functions, any thread.
#pragma once

#include "base/secretbytes.h"

#include <QByteArray>

#include <optional>

namespace shirushi::crypto::age {

struct Bech32 {
    QByteArray prefix; // in lower case
    base::SecretBytes bytes;
};

/// At most 16 KiB of text; nothing for a wrong checksum, mixed case, leftover bits, a foreign character.
std::optional<Bech32> fromBech32(std::span<const char> text);

/// In lower case. `prefix`: lower case, printable ASCII, not empty.
base::SecretBytes toBech32(const QByteArray &prefix, std::span<const std::uint8_t> bytes);

} // namespace shirushi::crypto::age
