// The header and first directory of a TIFF file (TIFF 6.0 section 2), as far as XMP is concerned: tag 700 in
// that directory. Any thread.
//
// A label is put into a TIFF by appending: the packet, then a copy of the first directory with tag 700 in it,
// to which the header's offset is pointed. Nothing that was there moves, so every other offset stays right, and
// cutting the file off again and putting the old offset back gives the very bytes of before.
#pragma once

#include "base/result.h"
#include "platform/filesource.h"

#include <QByteArray>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace shirushi::label {

struct TiffEntry {
    std::uint16_t tag = 0;
    std::uint16_t type = 0;
    std::uint32_t count = 0;
    QByteArray value; // four bytes: the value itself, or where it is

    bool operator==(const TiffEntry &) const = default;
};

struct TiffDirectory {
    std::uint32_t offset = 0;
    std::vector<TiffEntry> entries; // as they lie, which should be by tag
    QByteArray next;                // four bytes: the offset of the next directory

    std::uint64_t end() const { return offset + 2U + entries.size() * 12U + 4U; }
    const TiffEntry *find(std::uint16_t tag) const;
};

struct TiffFile {
    bool isLittle = true;
    std::uint64_t length = 0; // of the file, bytes
    TiffDirectory first;
    std::optional<base::Error> refusal; // why it must not be rewritten

    std::uint16_t number16(const QByteArray &bytes, qsizetype at) const;
    std::uint32_t number32(const QByteArray &bytes, qsizetype at) const;
    QByteArray bytes16(std::uint16_t number) const;
    QByteArray bytes32(std::uint32_t number) const;
};

inline constexpr std::uint16_t tiffXmpTag = 700;

/// Damaged: no header, or a directory that does not lie in the file; Unsupported: BigTIFF.
[[nodiscard]] base::Result<TiffFile> readTiff(const platform::FileSource &source);

/// The directory at `offset` (8 or more, whole within the first `length` bytes).
[[nodiscard]] base::Result<TiffDirectory> readTiffDirectory(const platform::FileSource &source, const TiffFile &file,
                                                            std::uint64_t offset, std::uint64_t length);

/// The packet in tag 700 of `directory`; empty if there is none. Damaged where it does not lie in the file,
/// Unsupported where it is of an unknown form or beyond 32 MiB.
[[nodiscard]] base::Result<QByteArray> tiffPacket(const platform::FileSource &source, const TiffFile &file,
                                                  const TiffDirectory &directory);

/// `directory` as bytes, with tag 700 saying that `length` bytes lie at `offset`; nothing: without the tag.
QByteArray tiffDirectoryBytes(const TiffFile &file, const TiffDirectory &directory,
                              const std::optional<std::pair<std::uint32_t, std::uint32_t>> &packet);

} // namespace shirushi::label
