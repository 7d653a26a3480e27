#include "crypto/age/keytext.h"

#include "crypto/age/bech32.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace shirushi::crypto::age {

namespace {

constexpr std::size_t keySize = 32;
const QByteArray recipientPrefix = QByteArrayLiteral("age");
const QByteArray identityPrefix = QByteArrayLiteral("age-secret-key-");

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::crypto", text);
}

std::optional<base::SecretBytes> keyFrom(std::span<const char> text, const QByteArray &prefix)
{
    auto decoded = fromBech32(text);
    if (!decoded || decoded->prefix != prefix || decoded->bytes.size() != keySize)
        return std::nullopt;
    return std::move(decoded->bytes);
}

std::span<const char> trimmed(std::string_view line)
{
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

// Hands every line that counts to `take`, which says whether it is a key. Zero, or the first line that is none.
template <typename Take>
int readLines(std::span<const char> content, Take take)
{
    std::string_view rest(content.data(), content.size());
    for (int number = 1; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::span<const char> line = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!line.empty() && line.front() != '#' && !take(line))
            return number;
    }
    return 0;
}

template <typename Keys>
base::Result<Keys> checked(Keys keys, int badLine, const QString &subject)
{
    if (badLine > 0)
        return base::failure(base::ErrorCode::Damaged, subject, tr("Line %1 is not a key.").arg(badLine));
    if (keys.empty())
        return base::failure(base::ErrorCode::Damaged, subject, tr("There is no key in this file."));
    return keys;
}

} // namespace

QByteArray recipientText(const QByteArray &publicKey)
{
    const base::SecretBytes text = toBech32(
        recipientPrefix, {reinterpret_cast<const std::uint8_t *>(publicKey.constData()), static_cast<std::size_t>(publicKey.size())});
    return QByteArray(reinterpret_cast<const char *>(text.data()), static_cast<qsizetype>(text.size()));
}

std::optional<QByteArray> recipientFromText(const QByteArray &text)
{
    const auto key = keyFrom({text.constData(), static_cast<std::size_t>(text.size())}, recipientPrefix);
    if (!key)
        return std::nullopt;
    return QByteArray(reinterpret_cast<const char *>(key->data()), keySize);
}

base::SecretBytes identityText(const base::SecretBytes &privateKey)
{
    base::SecretBytes text = toBech32(identityPrefix, privateKey.span());
    for (std::uint8_t &character : text.span()) {
        if (character >= 'a' && character <= 'z')
            character = static_cast<std::uint8_t>(character - ('a' - 'A'));
    }
    return text;
}

std::optional<base::SecretBytes> identityFromText(std::span<const char> text)
{
    return keyFrom(text, identityPrefix);
}

base::Result<std::vector<base::SecretBytes>> identitiesFromFile(std::span<const char> content, const QString &subject)
{
    std::vector<base::SecretBytes> keys;
    const int badLine = readLines(content, [&keys](std::span<const char> line) {
        auto key = identityFromText(line);
        if (key)
            keys.push_back(std::move(*key));
        return key.has_value();
    });
    return checked(std::move(keys), badLine, subject);
}

base::Result<std::vector<QByteArray>> recipientsFromFile(std::span<const char> content, const QString &subject)
{
    std::vector<QByteArray> keys;
    const int badLine = readLines(content, [&keys](std::span<const char> line) {
        const auto key = recipientFromText(QByteArray(line.data(), static_cast<qsizetype>(line.size())));
        if (key)
            keys.push_back(*key);
        return key.has_value();
    });
    return checked(std::move(keys), badLine, subject);
}

} // namespace shirushi::crypto::age
