#include "platform/oldencoding.h"

#include <iconv.h>

#include <memory>

namespace shirushi::platform {

namespace {

struct Close {
    void operator()(void *converter) const { ::iconv_close(converter); }
};

} // namespace

std::optional<QString> fromCp932(const QByteArray &bytes)
{
    const iconv_t opened = ::iconv_open("UTF-8", "CP932");
    if (opened == reinterpret_cast<iconv_t>(-1))
        return std::nullopt;
    const std::unique_ptr<void, Close> converter(opened);
    QByteArray from = bytes;
    QByteArray into(bytes.size() * 3 + 1, '\0'); // half-width kana are one byte there and three here
    char *in = from.data();
    char *out = into.data();
    std::size_t left = static_cast<std::size_t>(from.size());
    std::size_t room = static_cast<std::size_t>(into.size());
    if (::iconv(converter.get(), &in, &left, &out, &room) == static_cast<std::size_t>(-1) || left != 0)
        return std::nullopt;
    into.truncate(into.size() - static_cast<qsizetype>(room));
    return QString::fromUtf8(into);
}

} // namespace shirushi::platform
