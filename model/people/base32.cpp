#include "people/base32.h"

#include <vector>

namespace shirushi::people {

namespace {

constexpr char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int radix = 32;
constexpr int groupSize = 4;
constexpr int bitsPerDigit = 5;

int valueOf(QChar character)
{
    const char upper = character.toUpper().toLatin1();
    if (upper == 'O')
        return 0;
    if (upper == 'I' || upper == 'L')
        return 1;
    for (int value = 0; value < radix; ++value) {
        if (digits[value] == upper)
            return value;
    }
    return -1;
}

// A hybrid system as ISO/IEC 7064 has them (MOD 37,36 …), for 32 characters: finds every wrong character.
int checkValue(const std::vector<int> &values)
{
    int product = radix;
    for (const int value : values) {
        int sum = (product + value) % radix;
        if (sum == 0)
            sum = radix;
        product = sum * 2 % (radix + 1);
    }
    return (radix + 1 - product) % radix;
}

} // namespace

QString toGroups(const base::SecretBytes &bytes)
{
    std::vector<int> values;
    const std::size_t bits = bytes.size() * 8;
    for (std::size_t bit = 0; bit < bits; bit += bitsPerDigit) {
        int value = 0;
        for (std::size_t i = bit; i < bit + bitsPerDigit; ++i) {
            const int set = i < bits ? (bytes.data()[i / 8] >> (7 - i % 8)) & 1 : 0;
            value = value * 2 + set;
        }
        values.push_back(value);
    }
    QString text;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0 && i % groupSize == 0)
            text += u'-';
        text += QLatin1Char(digits[values[i]]);
    }
    if (values.size() % groupSize == 0)
        text += u'-';
    text += QLatin1Char(digits[checkValue(values)]);
    base::wipe(values.data(), values.size() * sizeof(int));
    return text;
}

std::optional<base::SecretBytes> fromGroups(const QString &text, std::size_t size)
{
    QString typed;
    for (const QChar character : text.normalized(QString::NormalizationForm_KC)) {
        if (!character.isSpace() && character != u'-')
            typed += character;
    }
    const std::size_t count = (size * 8 + bitsPerDigit - 1) / bitsPerDigit;
    if (static_cast<std::size_t>(typed.size()) != count + 1)
        return std::nullopt;
    base::SecretBytes bytes(size);
    std::vector<int> values;
    for (std::size_t i = 0; i < count; ++i) {
        const int value = valueOf(typed[static_cast<qsizetype>(i)]);
        if (value < 0)
            return std::nullopt;
        values.push_back(value);
        for (std::size_t bit = 0; bit < bitsPerDigit; ++bit) {
            const std::size_t at = i * bitsPerDigit + bit;
            const int set = (value >> (bitsPerDigit - 1 - bit)) & 1;
            if (at >= size * 8 && set)
                return std::nullopt; // trailing bits would let two texts mean one value
            if (at < size * 8 && set)
                bytes.data()[at / 8] = static_cast<std::uint8_t>(bytes.data()[at / 8] | (1 << (7 - at % 8)));
        }
    }
    const bool isRight = valueOf(typed.back()) == checkValue(values);
    base::wipe(values.data(), values.size() * sizeof(int));
    base::wipe(typed.data(), static_cast<std::size_t>(typed.size()) * sizeof(QChar));
    if (!isRight)
        return std::nullopt;
    return bytes;
}

} // namespace shirushi::people
