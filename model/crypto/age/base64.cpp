#include "crypto/age/base64.h"

#include <array>
#include <cstdint>

namespace shirushi::crypto::age {

namespace {

constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t foreign = 0xff;

constexpr std::array<std::uint8_t, 256> valuesOfCharacters()
{
    std::array<std::uint8_t, 256> values{};
    values.fill(foreign);
    for (std::uint8_t value = 0; value < 64; ++value)
        values[static_cast<std::uint8_t>(alphabet[value])] = value;
    return values;
}

constexpr auto values = valuesOfCharacters();

std::uint32_t valueOf(char character)
{
    return values[static_cast<std::uint8_t>(character)];
}

std::uint32_t byteOf(char character)
{
    return static_cast<std::uint8_t>(character);
}

// The last two or three characters. False for foreign characters, and where bits are left over that are not zero.
bool decodeRest(std::span<const char> text, char *out)
{
    std::uint32_t group = 0;
    std::uint32_t seen = 0;
    for (const char character : text) {
        seen |= valueOf(character);
        group = (group << 6) | (valueOf(character) & 63);
    }
    if (text.size() == 2) {
        *out = static_cast<char>(group >> 4);
        return seen < 64 && (group & 15) == 0;
    }
    out[0] = static_cast<char>(group >> 10);
    out[1] = static_cast<char>(group >> 2);
    return text.size() == 3 && seen < 64 && (group & 3) == 0;
}

} // namespace

std::optional<std::size_t> decodeBase64(std::span<const char> text, Padding padding, std::span<char> into)
{
    if (padding == Padding::Full) {
        if (text.size() % 4 != 0)
            return std::nullopt;
        for (int signs = 0; signs < 2 && !text.empty() && text.back() == '='; ++signs)
            text = text.first(text.size() - 1);
    }
    const std::size_t rest = text.size() % 4;
    const std::size_t groups = text.size() / 4;
    char *out = into.data();
    std::uint32_t seen = 0; // a foreign character leaves a bit above the sixth
    for (std::size_t at = 0; at < groups * 4; at += 4) {
        const std::uint32_t a = valueOf(text[at]);
        const std::uint32_t b = valueOf(text[at + 1]);
        const std::uint32_t c = valueOf(text[at + 2]);
        const std::uint32_t d = valueOf(text[at + 3]);
        seen |= a | b | c | d;
        *out++ = static_cast<char>(a << 2 | b >> 4);
        *out++ = static_cast<char>(b << 4 | c >> 2);
        *out++ = static_cast<char>(c << 6 | d);
    }
    if (seen >= 64)
        return std::nullopt;
    if (rest == 0)
        return groups * 3;
    if (!decodeRest(text.last(rest), out))
        return std::nullopt;
    return groups * 3 + rest - 1;
}

std::size_t encodeBase64(std::span<const char> bytes, std::span<char> into)
{
    char *out = into.data();
    while (bytes.size() >= 3) {
        const std::uint32_t group = byteOf(bytes[0]) << 16 | byteOf(bytes[1]) << 8 | byteOf(bytes[2]);
        *out++ = alphabet[group >> 18];
        *out++ = alphabet[group >> 12 & 63];
        *out++ = alphabet[group >> 6 & 63];
        *out++ = alphabet[group & 63];
        bytes = bytes.subspan(3);
    }
    if (!bytes.empty()) {
        const std::uint32_t group = byteOf(bytes[0]) << 16 | (bytes.size() > 1 ? byteOf(bytes[1]) << 8 : 0);
        *out++ = alphabet[group >> 18];
        *out++ = alphabet[group >> 12 & 63];
        *out++ = bytes.size() > 1 ? alphabet[group >> 6 & 63] : '=';
        *out++ = '=';
    }
    return static_cast<std::size_t>(out - into.data());
}

QByteArray toBase64(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::OmitTrailingEquals);
}

std::optional<QByteArray> fromBase64(std::span<const char> text)
{
    QByteArray bytes(static_cast<qsizetype>((text.size() + 3) / 4 * 3), Qt::Uninitialized);
    const auto size = decodeBase64(text, Padding::None, {bytes.data(), static_cast<std::size_t>(bytes.size())});
    if (!size)
        return std::nullopt;
    bytes.truncate(static_cast<qsizetype>(*size));
    return bytes;
}

} // namespace shirushi::crypto::age
