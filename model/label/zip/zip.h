// ZIP containers (PKWARE APPNOTE 6.3) as office documents use them: read strictly, rewritten without touching
// what is not changed. Every unchanged entry keeps its bytes, its header fields and its order; nothing of it
// is recompressed. Not thread-safe; the FileSource must outlive the reader.
#pragma once

#include "base/result.h"
#include "platform/filesource.h"
#include "platform/sink.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

struct libdeflate_decompressor;

namespace shirushi::label {

struct ZipLimits {
    std::size_t entries = 20'000;
    std::uint64_t expanded = 2ULL << 30; // all entries together, bytes
    std::uint64_t entry = 512ULL << 20;  // one entry, bytes
    std::uint64_t ratio = 1'000;         // expanded : stored, for entries over 1 MiB
};

struct ZipEntry {
    std::string name; // bytes as they are in the central directory
    std::uint16_t method = 0; // 0 stored, 8 deflated
    std::uint16_t flags = 0;
    std::uint32_t crc = 0;
    std::uint64_t compressedSize = 0;
    std::uint64_t size = 0;
    std::uint64_t headerOffset = 0; // of the local header in the file
    std::uint64_t dataOffset = 0;   // of its first data byte
    std::uint64_t endOffset = 0;    // behind its data descriptor, if it has one
    QByteArray centralRecord;       // its record in the central directory, byte for byte
};

class ZipReader
{
public:
    /// Reads the directory and checks each local header against it. Damaged: not a well-formed single-part
    /// archive (bytes before or between entries that nothing accounts for, overlaps, duplicate names, wrong
    /// sizes). Encrypted: an entry is. TooLarge: beyond `limits`. Unsupported: a method other than 0 and 8.
    [[nodiscard]] static base::Result<ZipReader> open(const platform::FileSource &source,
                                                      const ZipLimits &limits = {});

    /// In the order of the central directory.
    const std::vector<ZipEntry> &entries() const { return m_entries; }
    const ZipEntry *find(std::string_view name) const;

    /// The expanded bytes of `entry`; checks size and CRC-32 (Damaged otherwise). Small ones are kept, so that
    /// asking again costs nothing.
    [[nodiscard]] base::Result<QByteArray> content(const ZipEntry &entry) const;

    /// SHA-256 of the expanded bytes, without holding them all.
    [[nodiscard]] base::Result<QByteArray> sha256(const ZipEntry &entry) const;

    const platform::FileSource &source() const { return *m_source; }
    const QByteArray &comment() const { return m_comment; }

private:
    struct FreeInflater {
        void operator()(libdeflate_decompressor *inflater) const;
    };

    libdeflate_decompressor *inflater() const;
    [[nodiscard]] base::Result<QByteArray> expanded(const ZipEntry &entry) const;
    [[nodiscard]] base::Result<void> expandAtOnce(const ZipEntry &entry, std::span<char> into) const;

    const platform::FileSource *m_source = nullptr;
    std::vector<ZipEntry> m_entries;
    mutable std::unique_ptr<libdeflate_decompressor, FreeInflater> m_inflater;
    mutable std::vector<char> m_scratch;
    mutable std::map<std::uint64_t, QByteArray> m_kept; // contents by the offset of their header
    mutable std::uint64_t m_keptBytes = 0;
    std::map<std::string, std::size_t, std::less<>> m_byName;
    QByteArray m_comment;
};

/// New content by entry name; nothing: the entry is left out. A name that is not there yet is appended.
using ZipChanges = std::map<std::string, std::optional<QByteArray>>;

/// Writes the archive with `changes` to `out`. A changed entry keeps its place, time and attributes, is
/// deflated if it was (and new ones are), and never carries a data descriptor.
[[nodiscard]] base::Result<void> rewriteZip(const ZipReader &reader, const ZipChanges &changes,
                                            platform::Sink &out);

} // namespace shirushi::label
