// Text forms of bytes: lower-case hex, base64url without padding, and standard base64 without padding.
// Decoding is strict: anything non-canonical is refused. Pure functions, any thread.
#pragma once

#include <QByteArray>

#include <optional>

namespace shirushi::base {

QByteArray toHex(const QByteArray &bytes);
std::optional<QByteArray> fromHex(const QByteArray &text);

QByteArray toBase64Url(const QByteArray &bytes);
std::optional<QByteArray> fromBase64Url(const QByteArray &text);

} // namespace shirushi::base
