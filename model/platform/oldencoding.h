// Text in the encoding of Japanese Windows: names in archives that older programs made. Any thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace shirushi::platform {

/// CP932 (Shift_JIS with Microsoft's additions) as text; nothing where the bytes are none.
std::optional<QString> fromCp932(const QByteArray &bytes);

} // namespace shirushi::platform
