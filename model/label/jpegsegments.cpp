#include "label/jpegsegments.h"

#include "label/bytewindow.h"

#include <QCoreApplication>

#include <cstring>

namespace shirushi::label {

using base::ErrorCode;

namespace {

constexpr std::size_t mostSegments = 100'000;
constexpr std::size_t headerReadAhead = 4'096;
constexpr std::size_t longestFill = 4'096;
constexpr std::uint8_t startOfImage = 0xD8;
constexpr std::uint8_t endOfImage = 0xD9;
constexpr std::uint8_t startOfScan = 0xDA;

std::unexpected<base::Error> damaged(const platform::FileSource &source)
{
    return base::failure(ErrorCode::Damaged, base::toDisplay(source.path()),
                         QCoreApplication::translate("shirushi::label", "The image is damaged."));
}

bool standsAlone(std::uint8_t marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
}

bool isNamed(std::uint8_t marker)
{
    return (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE;
}

// The segment at `offset`: marker and extent. Only for markers with a length.
base::Result<JpegSegment> segmentAt(ByteWindow &window, std::uint64_t offset)
{
    for (std::size_t fill = 0; fill < longestFill; ++fill, ++offset) {
        const auto bytes = window.at(offset, 4 + 64);
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->size() < 4 || (*bytes)[0] != '\xFF')
            return damaged(window.source());
        if ((*bytes)[1] == '\xFF')
            continue;
        JpegSegment segment;
        segment.marker = static_cast<std::uint8_t>((*bytes)[1]);
        segment.begin = offset;
        segment.content = offset + 4;
        const std::uint16_t length = bigEndian16(*bytes, 2);
        segment.end = offset + 2 + length;
        if (standsAlone(segment.marker) || segment.marker == 0 || segment.marker == startOfImage
            || segment.marker == endOfImage || length < 2 || segment.end > window.source().size())
            return damaged(window.source());
        const auto start = bytes->substr(4, std::min<std::size_t>(64, length - 2U));
        segment.start = QByteArray(start.data(), static_cast<qsizetype>(start.size()));
        return segment;
    }
    return damaged(window.source());
}

} // namespace

base::Result<JpegHeader> readJpegHeader(const platform::FileSource &source)
{
    ByteWindow window(source, headerReadAhead);
    const auto first = window.at(0, 2);
    if (!first)
        return std::unexpected(first.error());
    if (*first != "\xFF\xD8")
        return damaged(source);
    JpegHeader header;
    std::uint64_t offset = 2;
    for (std::size_t count = 0; count < mostSegments; ++count) {
        auto segment = segmentAt(window, offset);
        if (!segment)
            return std::unexpected(segment.error());
        if (segment->marker == startOfScan) {
            header.scan = segment->begin;
            return header;
        }
        offset = segment->end;
        if (isNamed(segment->marker))
            header.segments.push_back(std::move(*segment));
    }
    return base::failure(ErrorCode::TooLarge, base::toDisplay(source.path()),
                         QCoreApplication::translate("shirushi::label", "The image has too many parts."));
}

base::Result<std::uint64_t> endOfJpeg(const platform::FileSource &source, std::uint64_t scan)
{
    ByteWindow window(source);
    std::uint64_t offset = scan;
    while (offset < source.size()) {
        const auto bytes = window.at(offset, ByteWindow::size);
        if (!bytes)
            return std::unexpected(bytes.error());
        const void *found = std::memchr(bytes->data(), 0xFF, bytes->size());
        if (!found) {
            offset += bytes->size();
            continue;
        }
        offset += static_cast<std::uint64_t>(static_cast<const char *>(found) - bytes->data());
        const auto marker = window.at(offset, 4);
        if (!marker)
            return std::unexpected(marker.error());
        if (marker->size() < 2)
            break;
        const auto code = static_cast<std::uint8_t>((*marker)[1]);
        if (code == endOfImage)
            return offset + 2;
        if (code == 0 || standsAlone(code))
            offset += 2;
        else if (code == 0xFF)
            offset += 1;
        else if (marker->size() == 4 && bigEndian16(*marker, 2) >= 2)
            offset += 2U + bigEndian16(*marker, 2);
        else
            offset += 2;
    }
    return source.size();
}

bool hasMakerNote(const QByteArray &exif)
{
    constexpr std::uint16_t exifPointer = 0x8769;
    constexpr std::uint16_t makerNote = 0x927C;
    const auto bytes = std::string_view(exif.constData(), static_cast<std::size_t>(exif.size())).substr(6);
    if (bytes.size() < 8)
        return false;
    const bool isLittle = bytes.starts_with("II");
    const auto number16 = [&](std::size_t at) { return isLittle ? littleEndian16(bytes, at) : bigEndian16(bytes, at); };
    const auto number32 = [&](std::size_t at) { return isLittle ? littleEndian32(bytes, at) : bigEndian32(bytes, at); };
    // Of `tag` in the directory at `directory`: its value or offset.
    const auto valueOf = [&](std::size_t directory, std::uint16_t tag) -> std::optional<std::uint32_t> {
        if (directory > bytes.size() - 2)
            return std::nullopt;
        const std::size_t count = number16(directory);
        for (std::size_t i = 0; i < count && directory + 2 + (i + 1) * 12 <= bytes.size(); ++i) {
            const std::size_t entry = directory + 2 + i * 12;
            if (number16(entry) == tag)
                return number32(entry + 8);
        }
        return std::nullopt;
    };
    const auto directory = valueOf(number32(4), exifPointer);
    return directory && valueOf(*directory, makerNote).has_value();
}

} // namespace shirushi::label
