#include "sending/zip/zipopenness.h"

#include "label/zip/zipformat.h"
#include "sending/zip/records.h"

#include <algorithm>

namespace shirushi::sending::zip {

using namespace label::zip;
using base::Result;

namespace {

constexpr qsizetype extraHeader = 4;
constexpr std::uint64_t narrowDescriptor = 16;
constexpr std::uint64_t wideDescriptor = 24;

// Where what belongs to an entry ends; nothing where something in it lies open, or its records are not as we write them.
Result<std::optional<std::uint64_t>> endOf(Content &archive, const Item &item)
{
    const std::optional<std::uint64_t> open;
    const auto header = archive.bytes(item.offset, localSize);
    if (!header)
        return std::unexpected(header.error());
    const std::uint64_t nameLength = field16(*header, 26);
    const std::uint64_t extraLength = field16(*header, 28);
    const auto names = archive.bytes(item.offset + localSize, nameLength + extraLength);
    if (!names)
        return std::unexpected(names.error());
    const QByteArray extra = names->sliced(static_cast<qsizetype>(nameLength));
    if (field32(*header, 0) != localSignature || names->first(static_cast<qsizetype>(nameLength)) != item.rawName || field32(*header, 14) != 0
        || !hasOnlyOurFields(extra) || !item.isEncrypted || item.vendorVersion != 2 || item.crc != 0)
        return open;
    const std::uint64_t end = item.offset + localSize + nameLength + extraLength + item.packedSize;
    if ((item.flags & descriptorFlag) == 0)
        return end;
    const bool isWide = findExtra(extra, zip64Extra).length >= 0;
    const auto behind = archive.bytes(end, narrowDescriptor);
    if (!behind)
        return std::unexpected(behind.error());
    if (field32(*behind, 0) != descriptorSignature || field32(*behind, 4) != 0)
        return open;
    return end + (isWide ? wideDescriptor : narrowDescriptor);
}

} // namespace

bool hasOnlyOurFields(const QByteArray &extra)
{
    qsizetype at = 0;
    while (at + extraHeader <= extra.size()) {
        const std::uint16_t id = field16(extra, at);
        const qsizetype length = field16(extra, at + 2);
        if ((id != zip64Extra && id != aesExtra) || (id == aesExtra && length != aesExtraSize))
            return false;
        at += extraHeader + length;
    }
    return at == extra.size();
}

Result<bool> showsNamesAlone(Content &archive, const Directory &directory)
{
    if (!directory.isBare || !directory.comment.isEmpty())
        return false;
    std::vector<const Item *> sorted;
    for (const Item &item : directory.items)
        sorted.push_back(&item);
    std::sort(sorted.begin(), sorted.end(), [](const Item *one, const Item *other) { return one->offset < other->offset; });
    std::uint64_t at = 0;
    for (const Item *item : sorted) {
        if (item->offset != at)
            return false;
        const auto end = endOf(archive, *item);
        if (!end)
            return std::unexpected(end.error());
        if (!*end)
            return false;
        at = **end;
    }
    return at == directory.offset;
}

} // namespace shirushi::sending::zip
