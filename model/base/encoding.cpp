#include "base/encoding.h"

namespace shirushi::base {

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray toHex(const QByteArray &bytes)
{
    return bytes.toHex();
}

std::optional<QByteArray> fromHex(const QByteArray &text)
{
    const QByteArray bytes = QByteArray::fromHex(text);
    if (bytes.toHex() != text)
        return std::nullopt;
    return bytes;
}

QByteArray toBase64Url(const QByteArray &bytes)
{
    return bytes.toBase64(base64Url);
}

std::optional<QByteArray> fromBase64Url(const QByteArray &text)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text, base64Url | QByteArray::AbortOnBase64DecodingErrors);
    // Trailing bits and padding would let two texts mean one value.
    if (!decoded || toBase64Url(*decoded) != text)
        return std::nullopt;
    return *decoded;
}

} // namespace shirushi::base
