#include "label/pdfflate.h"

#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace shirushi::label {

std::expected<QByteArray, FlateError> inflated(const QByteArray &data, std::uint64_t limit)
{
    z_stream stream = {};
    if (data.size() > std::numeric_limits<uInt>::max() || inflateInit(&stream) != Z_OK)
        return std::unexpected(FlateError::TooLarge);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.constData()));
    stream.avail_in = static_cast<uInt>(data.size());
    QByteArray out;
    int state = Z_OK;
    while (state == Z_OK && static_cast<std::uint64_t>(out.size()) <= limit) {
        const qsizetype before = out.size();
        const qsizetype step = std::clamp<qsizetype>(before, 4096, 1 << 20);
        out.resize(before + step);
        stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
        stream.avail_out = static_cast<uInt>(step);
        state = inflate(&stream, Z_NO_FLUSH);
        out.resize(before + step - static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
    if (static_cast<std::uint64_t>(out.size()) > limit)
        return std::unexpected(FlateError::TooLarge);
    if (state != Z_STREAM_END)
        return std::unexpected(FlateError::Damaged);
    return out;
}

QByteArray deflated(const QByteArray &data)
{
    uLongf length = compressBound(static_cast<uLong>(data.size()));
    QByteArray out(static_cast<qsizetype>(length), Qt::Uninitialized);
    compress2(reinterpret_cast<Bytef *>(out.data()), &length, reinterpret_cast<const Bytef *>(data.constData()),
              static_cast<uLong>(data.size()), Z_BEST_COMPRESSION);
    out.resize(static_cast<qsizetype>(length));
    return out;
}

std::expected<QByteArray, FlateError> withoutPngPredictor(const QByteArray &data, std::uint64_t columns)
{
    if (columns == 0 || columns > (1U << 20) || static_cast<std::uint64_t>(data.size()) % (columns + 1) != 0)
        return std::unexpected(FlateError::Damaged);
    const auto width = static_cast<qsizetype>(columns);
    const qsizetype rows = data.size() / (width + 1);
    QByteArray out(rows * width, '\0');
    const QByteArray firstAbove(width, '\0');
    const auto *above = reinterpret_cast<const unsigned char *>(firstAbove.constData());
    for (qsizetype row = 0; row < rows; ++row) {
        const auto *in = reinterpret_cast<const unsigned char *>(data.constData()) + row * (width + 1);
        auto *line = reinterpret_cast<unsigned char *>(out.data()) + row * width;
        const unsigned char filter = *in++;
        if (filter > 4)
            return std::unexpected(FlateError::Damaged);
        for (qsizetype i = 0; i < width; ++i) {
            const int left = i > 0 ? line[i - 1] : 0;
            const int corner = i > 0 ? above[i - 1] : 0;
            const int up = above[i];
            const int base = left + up - corner;
            const int nearest = std::abs(base - left) <= std::abs(base - up) && std::abs(base - left) <= std::abs(base - corner)
                                    ? left
                                : std::abs(base - up) <= std::abs(base - corner) ? up
                                                                                 : corner;
            const int guesses[] = {0, left, up, (left + up) / 2, nearest};
            line[i] = static_cast<unsigned char>(in[i] + guesses[filter]);
        }
        above = line;
    }
    return out;
}

} // namespace shirushi::label
