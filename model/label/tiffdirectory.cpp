#include "label/tiffdirectory.h"

#include "label/bytewindow.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label {

using base::ErrorCode;

namespace {

constexpr std::uint32_t longestPacket = 32 << 20;
constexpr std::uint16_t typeByte = 1;
constexpr std::uint16_t typeUndefined = 7;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::unexpected<base::Error> damaged(const platform::FileSource &source)
{
    return base::failure(ErrorCode::Damaged, base::toDisplay(source.path()), tr("The image is damaged."));
}

// Raw files of cameras and signed images look like TIFF; their makers' programs expect them as they were.
std::optional<base::Error> refusalFor(const TiffFile &file, const QByteArray &start, const QString &subject)
{
    constexpr std::uint16_t newSubfileType = 254;
    constexpr std::uint16_t photometric = 262;
    constexpr std::uint16_t make = 271;
    constexpr std::uint16_t subDirectories = 330;
    constexpr std::uint16_t dngVersion = 50706;
    constexpr std::uint16_t dngPrivateData = 50740;
    constexpr std::uint16_t contentCredentials = 52545;
    const auto has = [&](std::uint16_t tag) { return file.first.find(tag) != nullptr; };
    if (has(contentCredentials))
        return base::Error{ErrorCode::Signed, subject, tr("The image carries a signature (Content Credentials)."), {}};

    const TiffEntry *colour = file.first.find(photometric);
    const std::uint16_t space = colour ? file.number16(colour->value, 0) : 0;
    const TiffEntry *kind = file.first.find(newSubfileType);
    const bool isReduced = kind && (file.number32(kind->value, 0) & 1) != 0;
    const bool isRaw = start.mid(8, 2) == "CR" || start.mid(8, 4) == "\xBA\xB0\xAC\xBB" || has(dngVersion)
                       || has(dngPrivateData) || space == 32803 || space == 34892
                       || (has(make) && has(subDirectories) && (isReduced || !colour));
    if (isRaw)
        return base::Error{ErrorCode::Unsupported, subject, tr("This is a raw image of a camera."), {}};
    const auto packets = std::count_if(file.first.entries.begin(), file.first.entries.end(),
                                       [](const TiffEntry &entry) { return entry.tag == tiffXmpTag; });
    if (packets > 1)
        return base::Error{ErrorCode::Unsupported, subject, tr("The image has more than one XMP packet."), {}};
    return std::nullopt;
}

} // namespace

const TiffEntry *TiffDirectory::find(std::uint16_t tag) const
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [tag](const TiffEntry &entry) { return entry.tag == tag; });
    return found == entries.end() ? nullptr : &*found;
}

std::uint16_t TiffFile::number16(const QByteArray &bytes, qsizetype at) const
{
    const auto from = static_cast<std::size_t>(at);
    return isLittle ? littleEndian16(view(bytes), from) : bigEndian16(view(bytes), from);
}

std::uint32_t TiffFile::number32(const QByteArray &bytes, qsizetype at) const
{
    const auto from = static_cast<std::size_t>(at);
    return isLittle ? littleEndian32(view(bytes), from) : bigEndian32(view(bytes), from);
}

QByteArray TiffFile::bytes16(std::uint16_t number) const
{
    const char high = static_cast<char>(number >> 8);
    const char low = static_cast<char>(number & 0xFF);
    return isLittle ? QByteArray() + low + high : QByteArray() + high + low;
}

QByteArray TiffFile::bytes32(std::uint32_t number) const
{
    const QByteArray high = bytes16(static_cast<std::uint16_t>(number >> 16));
    const QByteArray low = bytes16(static_cast<std::uint16_t>(number & 0xFFFF));
    return isLittle ? QByteArray(low + high) : QByteArray(high + low);
}

base::Result<TiffFile> readTiff(const platform::FileSource &source)
{
    const auto start = source.bytes(0, std::min<std::uint64_t>(source.size(), 16));
    if (!start)
        return std::unexpected(start.error());
    TiffFile file;
    file.length = source.size();
    file.isLittle = start->startsWith("II");
    if (start->size() < 8 || (!file.isLittle && !start->startsWith("MM")))
        return damaged(source);
    const std::uint16_t version = file.number16(*start, 2);
    if (version == 43) {
        return base::failure(ErrorCode::Unsupported, base::toDisplay(source.path()),
                             tr("The image has a form that is not changed here."));
    }
    if (version != 42)
        return damaged(source);
    auto first = readTiffDirectory(source, file, file.number32(*start, 4), file.length);
    if (!first)
        return std::unexpected(first.error());
    file.first = std::move(*first);
    file.refusal = refusalFor(file, *start, base::toDisplay(source.path()));
    return file;
}

base::Result<TiffDirectory> readTiffDirectory(const platform::FileSource &source, const TiffFile &file,
                                              std::uint64_t offset, std::uint64_t length)
{
    if (offset < 8 || length < 2 || offset > length - 2)
        return damaged(source);
    const auto countBytes = source.bytes(offset, 2);
    if (!countBytes)
        return std::unexpected(countBytes.error());
    const std::uint32_t count = file.number16(*countBytes, 0);
    const std::uint64_t needed = count * 12ULL + 4;
    if (count == 0 || needed > length - offset - 2)
        return damaged(source);
    const auto bytes = source.bytes(offset + 2, needed);
    if (!bytes)
        return std::unexpected(bytes.error());
    TiffDirectory directory;
    directory.offset = static_cast<std::uint32_t>(offset);
    directory.entries.reserve(count);
    for (qsizetype at = 0; at < static_cast<qsizetype>(count) * 12; at += 12) {
        directory.entries.push_back({file.number16(*bytes, at), file.number16(*bytes, at + 2),
                                     file.number32(*bytes, at + 4), bytes->mid(at + 8, 4)});
    }
    directory.next = bytes->right(4);
    return directory;
}

base::Result<QByteArray> tiffPacket(const platform::FileSource &source, const TiffFile &file,
                                    const TiffDirectory &directory)
{
    const TiffEntry *entry = directory.find(tiffXmpTag);
    if (!entry)
        return QByteArray();
    if ((entry->type != typeByte && entry->type != typeUndefined) || entry->count <= 4
        || entry->count > longestPacket) {
        return base::failure(ErrorCode::Unsupported, base::toDisplay(source.path()),
                             tr("The image has a form that is not changed here."));
    }
    const std::uint64_t offset = file.number32(entry->value, 0);
    if (offset < 8 || offset + entry->count > source.size())
        return damaged(source);
    return source.bytes(offset, entry->count);
}

QByteArray tiffDirectoryBytes(const TiffFile &file, const TiffDirectory &directory,
                              const std::optional<std::pair<std::uint32_t, std::uint32_t>> &packet)
{
    std::vector<TiffEntry> entries;
    TiffEntry ours{tiffXmpTag, typeByte, 0, {}};
    for (const TiffEntry &entry : directory.entries) {
        if (entry.tag == tiffXmpTag)
            ours.type = entry.type;
        else
            entries.push_back(entry);
    }
    if (packet) {
        ours.value = file.bytes32(packet->first);
        ours.count = packet->second;
        const auto place = std::find_if(entries.begin(), entries.end(),
                                        [](const TiffEntry &entry) { return entry.tag > tiffXmpTag; });
        entries.insert(place, ours);
    }
    QByteArray bytes = file.bytes16(static_cast<std::uint16_t>(entries.size()));
    for (const TiffEntry &entry : entries)
        bytes += file.bytes16(entry.tag) + file.bytes16(entry.type) + file.bytes32(entry.count) + entry.value;
    return bytes + directory.next;
}

} // namespace shirushi::label
