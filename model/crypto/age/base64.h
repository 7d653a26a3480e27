// Standard base64 (RFC 4648 section 4), as strict as age asks for: no white space, no foreign characters, and
// one form for each value, so that trailing bits are zero (section 3.5). Pure functions, any thread.
#pragma once

#include <QByteArray>

#include <optional>
#include <span>

namespace shirushi::crypto::age {

enum class Padding {
    None, // in headers: "=" is refused
    Full, // in armor: "=" up to a multiple of four
};

/// Characters that hold `bytes` bytes with padding.
constexpr std::size_t paddedSize(std::size_t bytes)
{
    return (bytes + 2) / 3 * 4;
}

QByteArray toBase64(const QByteArray &bytes);
std::optional<QByteArray> fromBase64(std::span<const char> text);

/// Decodes into `into`, which has room for three bytes for every four characters begun. How many bytes there
/// were, or nothing.
std::optional<std::size_t> decodeBase64(std::span<const char> text, Padding padding, std::span<char> into);

/// Encodes with padding into `into`, which has room for paddedSize(); how many characters there are.
std::size_t encodeBase64(std::span<const char> bytes, std::span<char> into);

} // namespace shirushi::crypto::age
