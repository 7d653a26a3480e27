// Small images put together byte by byte, without any other program.
#pragma once

#include "model/label/packets.h"
#include "model/label/zipbuilder.h"

#include <QByteArray>

namespace shirushi::fuzz {

inline QByteArray big(quint64 value, int bytes)
{
    QByteArray out;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out += static_cast<char>(value >> shift & 0xff);
    return out;
}

inline QByteArray jpegSegment(char marker, const QByteArray &content)
{
    return '\xff' + QByteArray(1, marker) + big(static_cast<quint64>(content.size()) + 2, 2) + content;
}

/// `metadata` between SOI and the tables.
inline QByteArray jpegWith(const QByteArray &metadata)
{
    return "\xff\xd8" + metadata + jpegSegment('\xdb', QByteArray(65, '\1'))
           + jpegSegment('\xc0', QByteArray("\x08\0\1\0\1\1\1\x11\0", 9)) + jpegSegment('\xda', QByteArray("\1\1\0\0\x3f\0", 6))
           + QByteArray("\x12\xff\0\x34", 4) + "\xff\xd9";
}

inline QByteArray exifWith(const QByteArray &entry)
{
    return QByteArray("Exif\0\0MM\0*\0\0\0\x08\0\1", 16) + entry + QByteArray(4, '\0');
}

inline QByteArray pngChunk(const QByteArray &type, const QByteArray &content)
{
    const QByteArray body = type + content;
    return big(static_cast<quint64>(content.size()), 4) + body + big(tests::crcOf(body), 4);
}

inline QByteArray pngWith(const QByteArray &chunks)
{
    return QByteArray("\x89PNG\r\n\x1A\n", 8) + pngChunk("IHDR", QByteArray("\0\0\0\1\0\0\0\1\x08\0\0\0\0", 13)) + chunks
           + pngChunk("IDAT", QByteArray::fromHex("789c6360000000020001")) + pngChunk("IEND", {});
}

inline QByteArray xmpChunk(const QByteArray &packet)
{
    return pngChunk("iTXt", QByteArray("XML:com.adobe.xmp\0\0\0\0\0", 22) + packet);
}

/// A page of one pixel, with `packet` as its XMP where it is not empty.
inline QByteArray tiffWith(const QByteArray &packet, bool isLittle)
{
    const auto number = [&](quint64 value, int bytes) -> QByteArray {
        QByteArray out = big(value, bytes);
        if (isLittle)
            std::reverse(out.begin(), out.end());
        return out;
    };
    const auto entry = [&](quint16 tag, quint16 type, quint32 count, const QByteArray &value) -> QByteArray {
        return number(tag, 2) + number(type, 2) + number(count, 4) + value + QByteArray(4 - value.size(), '\0');
    };
    const auto length = static_cast<quint32>(packet.size());
    QByteArray entries = entry(256, 3, 1, number(1, 2)) + entry(257, 3, 1, number(1, 2)) + entry(258, 3, 1, number(8, 2))
                         + entry(259, 3, 1, number(1, 2)) + entry(262, 3, 1, number(1, 2)) + entry(273, 4, 1, number(8, 4))
                         + entry(278, 3, 1, number(1, 2)) + entry(279, 4, 1, number(1, 4));
    const quint32 at = 10;
    if (length > 0)
        entries += entry(700, 1, length, number(at, 4));
    const quint32 directory = at + length + length % 2;
    return (isLittle ? QByteArray("II*\0", 4) : QByteArray("MM\0*", 4)) + number(directory, 4) + QByteArray("\x7f\0", 2) + packet
           + QByteArray(length % 2, '\0') + number(static_cast<quint64>(entries.size() / 12), 2) + entries + number(0, 4);
}

} // namespace shirushi::fuzz
