#include "crypto/age/bech32.h"

#include <algorithm>
#include <string_view>

namespace shirushi::crypto::age {

namespace {

constexpr std::string_view alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::size_t checksumSize = 6;
constexpr std::size_t longest = 16384;

bool isUpper(char character)
{
    return character >= 'A' && character <= 'Z';
}

bool isLower(char character)
{
    return character >= 'a' && character <= 'z';
}

char lower(char character)
{
    return isUpper(character) ? static_cast<char>(character + ('a' - 'A')) : character;
}

// BIP 173: a BCH code over GF(32), with these five coefficients of its generator.
class Checksum
{
public:
    explicit Checksum(std::string_view prefix)
    {
        for (const char character : prefix)
            add(static_cast<std::uint8_t>(character) >> 5);
        add(0);
        for (const char character : prefix)
            add(static_cast<std::uint8_t>(character) & 31);
    }

    void add(std::uint32_t value)
    {
        constexpr std::uint32_t generator[] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        const std::uint32_t top = m_state >> 25;
        m_state = (m_state & 0x1ffffff) << 5 ^ value;
        for (int bit = 0; bit < 5; ++bit)
            m_state ^= (top >> bit & 1) ? generator[bit] : 0;
    }

    std::uint32_t value() const { return m_state; }

private:
    std::uint32_t m_state = 1;
};

} // namespace

std::optional<Bech32> fromBech32(std::span<const char> text)
{
    const std::string_view all(text.data(), text.size());
    const std::size_t one = all.rfind('1');
    if (all.size() > longest || one == std::string_view::npos || one == 0 || all.size() - one - 1 < checksumSize)
        return std::nullopt;
    if (std::any_of(all.begin(), all.end(), isUpper) && std::any_of(all.begin(), all.end(), isLower))
        return std::nullopt;
    Bech32 result{QByteArray(text.data(), static_cast<qsizetype>(one)).toLower(), {}};
    for (const char character : result.prefix) {
        if (character < 33 || character > 126)
            return std::nullopt;
    }
    Checksum checksum(std::string_view(result.prefix.constData(), one));
    const std::string_view data = all.substr(one + 1);
    const std::size_t size = (data.size() - checksumSize) * 5 / 8;
    result.bytes = base::SecretBytes(size);
    std::uint32_t bits = 0;
    std::size_t held = 0;
    std::size_t done = 0;
    for (std::size_t at = 0; at < data.size(); ++at) {
        const std::size_t value = alphabet.find(lower(data[at]));
        if (value == std::string_view::npos)
            return std::nullopt;
        checksum.add(static_cast<std::uint32_t>(value));
        if (at >= data.size() - checksumSize)
            continue;
        bits = (bits << 5 | static_cast<std::uint32_t>(value)) & 0xfff;
        held += 5;
        if (held >= 8) {
            held -= 8;
            result.bytes.data()[done++] = static_cast<std::uint8_t>(bits >> held);
        }
    }
    // What is left over is fewer than five bits, and zero: one text for each value.
    if (checksum.value() != 1 || held >= 5 || (bits & ((1U << held) - 1)) != 0)
        return std::nullopt;
    return result;
}

base::SecretBytes toBech32(const QByteArray &prefix, std::span<const std::uint8_t> bytes)
{
    const auto prefixSize = static_cast<std::size_t>(prefix.size());
    base::SecretBytes text(prefixSize + 1 + (bytes.size() * 8 + 4) / 5 + checksumSize);
    std::uint8_t *out = std::copy(prefix.begin(), prefix.end(), text.data());
    *out++ = '1';
    Checksum checksum(std::string_view(prefix.constData(), prefixSize));
    const auto put = [&](std::uint32_t value) {
        checksum.add(value);
        *out++ = static_cast<std::uint8_t>(alphabet[value]);
    };
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (const std::uint8_t byte : bytes) {
        bits = (bits << 8 | byte) & 0xfff;
        for (held += 8; held >= 5;) {
            held -= 5;
            put(bits >> held & 31);
        }
    }
    if (held > 0)
        put(bits << (5 - held) & 31);
    for (std::size_t i = 0; i < checksumSize; ++i)
        checksum.add(0);
    const std::uint32_t sum = checksum.value() ^ 1;
    for (std::size_t i = 0; i < checksumSize; ++i)
        *out++ = static_cast<std::uint8_t>(alphabet[sum >> (5 * (checksumSize - 1 - i)) & 31]);
    return text;
}

} // namespace shirushi::crypto::age
