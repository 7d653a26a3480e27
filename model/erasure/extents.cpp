#include "erasure/extents.h"

#include <QByteArray>

#include <cstdint>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <sys/ioctl.h>

namespace shirushi::erasure {

namespace {

constexpr std::uint32_t atOnce = 256;
constexpr int mostRounds = 400; // about 100,000 extents

} // namespace

Extents extentsOf(int descriptor)
{
    Extents extents;
    QByteArray buffer(static_cast<qsizetype>(sizeof(fiemap) + atOnce * sizeof(fiemap_extent)), '\0');
    auto *map = reinterpret_cast<fiemap *>(buffer.data());
    std::uint64_t from = 0;
    for (int round = 0; round < mostRounds; ++round) {
        buffer.fill('\0');
        map->fm_start = from;
        map->fm_length = FIEMAP_MAX_OFFSET - from;
        map->fm_flags = FIEMAP_FLAG_SYNC;
        map->fm_extent_count = atOnce;
        if (::ioctl(descriptor, FS_IOC_FIEMAP, map) != 0)
            return extents;
        extents.isKnown = true;
        bool isLast = map->fm_mapped_extents == 0;
        for (std::uint32_t i = 0; i < map->fm_mapped_extents; ++i) {
            const fiemap_extent &extent = map->fm_extents[i];
            extents.isInline = extents.isInline || (extent.fe_flags & (FIEMAP_EXTENT_DATA_INLINE | FIEMAP_EXTENT_DATA_TAIL)) != 0;
            extents.isShared = extents.isShared || (extent.fe_flags & FIEMAP_EXTENT_SHARED) != 0;
            extents.isEncoded = extents.isEncoded || (extent.fe_flags & (FIEMAP_EXTENT_ENCODED | FIEMAP_EXTENT_DATA_ENCRYPTED)) != 0;
            isLast = isLast || (extent.fe_flags & FIEMAP_EXTENT_LAST) != 0;
            from = extent.fe_logical + extent.fe_length;
        }
        if (isLast)
            break;
    }
    return extents;
}

} // namespace shirushi::erasure
