#include "label/zip.h"

#include "label/zipformat.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label {

using base::ErrorCode;
using base::Result;
using platform::FileSource;

namespace {

constexpr std::uint64_t longestDirectory = 32ULL << 20;
constexpr std::uint64_t longestArchive = 0xfffffffeULL; // so that what we write never needs ZIP64
constexpr std::uint64_t firstTail = 16384;              // most directories end within it: one read for both
constexpr std::uint64_t longestTail = zip::endSize + zip::locator64Size + zip::end64Size + 65535;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

// Serves the end of the file from memory and everything before it from the file.
class Tail
{
public:
    explicit Tail(const FileSource &source) : m_source(source), m_start(source.size()) {}

    Result<void> load(std::uint64_t length)
    {
        length = std::min(length, m_source.size());
        auto got = m_source.bytes(m_source.size() - length, length);
        if (!got)
            return std::unexpected(got.error());
        m_bytes = *std::move(got);
        m_start = m_source.size() - length;
        return {};
    }

    Result<QByteArray> bytes(std::uint64_t offset, std::uint64_t length) const
    {
        if (offset > m_source.size() || length > m_source.size() - offset)
            return std::unexpected(zip::damaged(m_source));
        if (offset < m_start)
            return m_source.bytes(offset, length);
        return m_bytes.mid(static_cast<qsizetype>(offset - m_start), static_cast<qsizetype>(length));
    }

    /// Offset of the end record whose comment ends exactly with the file.
    std::optional<std::uint64_t> findEnd() const
    {
        for (qsizetype at = m_bytes.size() - zip::endSize; at >= 0; --at) {
            if (zip::field32(m_bytes, at) == zip::endSignature
                && at + zip::endSize + zip::field16(m_bytes, at + 20) == m_bytes.size())
                return m_start + static_cast<std::uint64_t>(at);
        }
        return std::nullopt;
    }

private:
    const FileSource &m_source;
    std::uint64_t m_start;
    QByteArray m_bytes;
};

struct Directory {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t count = 0;
    QByteArray comment;
};

// A value of the plain end record must be the ZIP64 record's, or say that it is to be found there.
bool agrees(std::uint64_t plain, std::uint64_t none, std::uint64_t wide)
{
    return plain == none || plain == wide;
}

// APPNOTE 4.3.14 and 4.3.15. Where there is no locator, the directory ends at the end record.
Result<void> readEnd64(const FileSource &source, const Tail &tail, std::uint64_t &endOffset, Directory &directory)
{
    if (endOffset < zip::locator64Size + zip::end64Size)
        return {};
    const auto locator = tail.bytes(endOffset - zip::locator64Size, zip::locator64Size);
    if (!locator)
        return std::unexpected(locator.error());
    if (zip::field32(*locator, 0) != zip::locator64Signature)
        return {};
    const std::uint64_t recordOffset = endOffset - zip::locator64Size - zip::end64Size;
    const auto record = tail.bytes(recordOffset, zip::end64Size);
    if (!record)
        return std::unexpected(record.error());
    const std::uint64_t count = zip::field64(*record, 32);
    const std::uint64_t size = zip::field64(*record, 40);
    const std::uint64_t offset = zip::field64(*record, 48);
    const bool single = zip::field32(*locator, 4) == 0 && zip::field32(*locator, 16) <= 1
                        && zip::field32(*record, 16) == 0 && zip::field32(*record, 20) == 0;
    if (!single || zip::field64(*locator, 8) != recordOffset || zip::field32(*record, 0) != zip::end64Signature
        || zip::field64(*record, 4) != zip::end64Size - 12 || zip::field64(*record, 24) != count
        || !agrees(directory.count, zip::none16, count) || !agrees(directory.size, zip::none32, size)
        || !agrees(directory.offset, zip::none32, offset))
        return std::unexpected(zip::damaged(source));
    directory.count = count;
    directory.size = size;
    directory.offset = offset;
    endOffset = recordOffset;
    return {};
}

Result<Directory> readEnd(const FileSource &source, Tail &tail)
{
    if (const auto loaded = tail.load(firstTail); !loaded)
        return std::unexpected(loaded.error());
    auto found = tail.findEnd();
    if (!found && source.size() > firstTail) {
        if (const auto loaded = tail.load(longestTail); !loaded)
            return std::unexpected(loaded.error());
        found = tail.findEnd();
    }
    if (!found)
        return std::unexpected(zip::damaged(source));
    const auto end = tail.bytes(*found, source.size() - *found);
    if (!end)
        return std::unexpected(end.error());
    Directory directory{zip::field32(*end, 16), zip::field32(*end, 12), zip::field16(*end, 10),
                        end->sliced(zip::endSize)};
    const auto onOnePart = [&](qsizetype at) { return zip::field16(*end, at) == 0 || zip::field16(*end, at) == zip::none16; };
    if (!onOnePart(4) || !onOnePart(6) || zip::field16(*end, 8) != directory.count)
        return std::unexpected(zip::damaged(source));
    std::uint64_t directoryEnd = *found;
    if (const auto wide = readEnd64(source, tail, directoryEnd, directory); !wide)
        return std::unexpected(wide.error());
    if (directory.offset > directoryEnd || directoryEnd - directory.offset != directory.size)
        return std::unexpected(zip::damaged(source));
    return directory;
}

// APPNOTE 4.5.3: the fields are there only for what the record itself cannot hold, in this order.
bool readWideSizes(const QByteArray &extra, std::uint64_t &size, std::uint64_t &compressedSize,
                   std::uint64_t *offset)
{
    const zip::ExtraField field = zip::findExtra(extra, zip::zip64Extra);
    qsizetype at = field.at;
    for (std::uint64_t *value : {&size, &compressedSize, offset}) {
        if (!value || *value != zip::none32)
            continue;
        if (field.length < 0 || at + 8 > field.at + field.length)
            return false;
        *value = zip::field64(extra, at);
        at += 8;
    }
    return true;
}

// Reads the record at `at` and moves on behind it.
Result<ZipEntry> readCentral(const FileSource &source, const QByteArray &directory, qsizetype &at)
{
    const auto damaged = [&] { return std::unexpected(zip::damaged(source)); };
    if (directory.size() - at < zip::centralSize || zip::field32(directory, at) != zip::centralSignature)
        return damaged();
    const qsizetype nameLength = zip::field16(directory, at + 28);
    const qsizetype extraLength = zip::field16(directory, at + 30);
    const qsizetype length = zip::centralSize + nameLength + extraLength + zip::field16(directory, at + 32);
    const std::uint16_t disk = zip::field16(directory, at + 34);
    if (length > directory.size() - at || nameLength == 0 || (disk != 0 && disk != zip::none16))
        return damaged();
    ZipEntry entry;
    entry.centralRecord = directory.mid(at, length);
    entry.name.assign(entry.centralRecord.constData() + zip::centralSize, static_cast<std::size_t>(nameLength));
    entry.flags = zip::field16(entry.centralRecord, 8);
    entry.method = zip::field16(entry.centralRecord, 10);
    entry.crc = zip::field32(entry.centralRecord, 16);
    entry.compressedSize = zip::field32(entry.centralRecord, 20);
    entry.size = zip::field32(entry.centralRecord, 24);
    entry.headerOffset = zip::field32(entry.centralRecord, 42);
    const QByteArray extra = entry.centralRecord.mid(zip::centralSize + nameLength, extraLength);
    if (!readWideSizes(extra, entry.size, entry.compressedSize, &entry.headerOffset)
        || entry.name.find('\0') != std::string::npos)
        return damaged();
    at += length;
    return entry;
}

Result<void> checkEntry(const FileSource &source, const ZipEntry &entry, const ZipLimits &limits)
{
    const QString subject = base::toDisplay(source.path());
    if (entry.flags & zip::encryptedFlags)
        return base::failure(ErrorCode::Encrypted, subject, tr("The file is encrypted."));
    if (entry.method != zip::stored && entry.method != zip::deflated) {
        return base::failure(ErrorCode::Unsupported, subject,
                             tr("The file is packed in a way that Shirushi does not know."));
    }
    if (entry.compressedSize > source.size() || (entry.method == zip::stored && entry.size != entry.compressedSize))
        return std::unexpected(zip::damaged(source));
    const bool blownUp = entry.size > (1ULL << 20)
                         && entry.size / limits.ratio > std::max<std::uint64_t>(entry.compressedSize, 1);
    if (entry.size > limits.entry || blownUp)
        return std::unexpected(zip::tooLarge(source));
    return {};
}

struct LocalHeader {
    std::uint32_t crc = 0;
    std::uint64_t compressedSize = 0;
    std::uint64_t size = 0;
};

// What a writer that streams does not know yet is 0 in the local header, and follows in the descriptor.
bool agreesWithCentral(const LocalHeader &header, const ZipEntry &entry)
{
    if (header.crc == entry.crc && header.compressedSize == entry.compressedSize && header.size == entry.size)
        return true;
    return (entry.flags & zip::descriptorFlag) != 0 && (header.crc == 0 || header.crc == entry.crc)
           && (header.compressedSize == 0 || header.compressedSize == entry.compressedSize)
           && (header.size == 0 || header.size == entry.size);
}

Result<LocalHeader> readLocal(const FileSource &source, const Tail &tail, ZipEntry &entry)
{
    const auto damaged = [&] { return std::unexpected(zip::damaged(source)); };
    const auto fixed = tail.bytes(entry.headerOffset, zip::localSize + entry.name.size());
    if (!fixed)
        return std::unexpected(fixed.error());
    const std::uint16_t differing = zip::field16(*fixed, 6) ^ entry.flags;
    if (zip::field32(*fixed, 0) != zip::localSignature || zip::field16(*fixed, 8) != entry.method
        || (differing & ~(zip::deflateLevelFlags | zip::utf8Flag)) != 0
        || zip::field16(*fixed, 26) != entry.name.size()
        || fixed->sliced(zip::localSize) != QByteArrayView(entry.name))
        return damaged();
    LocalHeader header{zip::field32(*fixed, 14), zip::field32(*fixed, 18), zip::field32(*fixed, 22)};
    const std::uint64_t extraOffset = entry.headerOffset + zip::localSize + entry.name.size();
    const std::uint16_t extraLength = zip::field16(*fixed, 28);
    if (header.size == zip::none32 || header.compressedSize == zip::none32) {
        const auto extra = tail.bytes(extraOffset, extraLength);
        if (!extra)
            return std::unexpected(extra.error());
        if (!readWideSizes(*extra, header.size, header.compressedSize, nullptr))
            return damaged();
    }
    entry.dataOffset = extraOffset + extraLength;
    return header;
}

// APPNOTE 4.3.9: crc and sizes of 4 or 8 bytes, with a signature or without.
bool isDescriptor(const QByteArray &bytes, const ZipEntry &entry)
{
    const bool isSigned = bytes.size() == 16 || bytes.size() == 24;
    const qsizetype at = isSigned ? 4 : 0;
    if ((isSigned && zip::field32(bytes, 0) != zip::descriptorSignature) || zip::field32(bytes, at) != entry.crc)
        return false;
    if (bytes.size() - at == 12)
        return zip::field32(bytes, at + 4) == entry.compressedSize && zip::field32(bytes, at + 8) == entry.size;
    return bytes.size() - at == 20 && zip::field64(bytes, at + 4) == entry.compressedSize
           && zip::field64(bytes, at + 12) == entry.size;
}

// Checks the local header of `entry` and that nothing but a descriptor lies between its data and `next`.
Result<void> locate(const FileSource &source, const Tail &tail, ZipEntry &entry, std::uint64_t next)
{
    const auto damaged = [&] { return std::unexpected(zip::damaged(source)); };
    const auto header = readLocal(source, tail, entry);
    if (!header)
        return std::unexpected(header.error());
    if (!agreesWithCentral(*header, entry) || entry.dataOffset > next
        || entry.compressedSize > next - entry.dataOffset)
        return damaged();
    const std::uint64_t dataEnd = entry.dataOffset + entry.compressedSize;
    const std::uint64_t between = next - dataEnd;
    entry.endOffset = next;
    if (between == 0)
        return header->compressedSize == entry.compressedSize && header->size == entry.size ? Result<void>() : damaged();
    if ((entry.flags & zip::descriptorFlag) == 0 || between < 12 || between > 24)
        return damaged();
    const auto descriptor = tail.bytes(dataEnd, between);
    if (!descriptor)
        return std::unexpected(descriptor.error());
    return isDescriptor(*descriptor, entry) ? Result<void>() : damaged();
}

Result<void> locateAll(const FileSource &source, const Tail &tail, std::vector<ZipEntry> &entries,
                       std::uint64_t directoryOffset)
{
    std::vector<ZipEntry *> placed;
    placed.reserve(entries.size());
    for (ZipEntry &entry : entries)
        placed.push_back(&entry);
    std::ranges::sort(placed, {}, &ZipEntry::headerOffset);
    if ((placed.empty() ? directoryOffset : placed.front()->headerOffset) != 0)
        return std::unexpected(zip::damaged(source));
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const std::uint64_t next = i + 1 < placed.size() ? placed[i + 1]->headerOffset : directoryOffset;
        if (const auto located = locate(source, tail, *placed[i], next); !located)
            return located;
    }
    return {};
}

} // namespace

Result<ZipReader> ZipReader::open(const FileSource &source, const ZipLimits &limits)
{
    if (source.size() > longestArchive)
        return std::unexpected(zip::tooLarge(source));
    Tail tail(source);
    auto directory = readEnd(source, tail);
    if (!directory)
        return std::unexpected(directory.error());
    if (directory->count > limits.entries || directory->size > longestDirectory)
        return std::unexpected(zip::tooLarge(source));
    const auto records = tail.bytes(directory->offset, directory->size);
    if (!records)
        return std::unexpected(records.error());

    ZipReader reader;
    reader.m_source = &source;
    reader.m_comment = directory->comment;
    qsizetype at = 0;
    std::uint64_t expanded = 0;
    for (std::uint64_t i = 0; i < directory->count; ++i) {
        auto entry = readCentral(source, *records, at);
        if (!entry)
            return std::unexpected(entry.error());
        if (const auto checked = checkEntry(source, *entry, limits); !checked)
            return std::unexpected(checked.error());
        expanded += entry->size;
        if (expanded > limits.expanded)
            return std::unexpected(zip::tooLarge(source));
        if (!reader.m_byName.emplace(entry->name, reader.m_entries.size()).second)
            return std::unexpected(zip::damaged(source));
        reader.m_entries.push_back(*std::move(entry));
    }
    if (at != records->size())
        return std::unexpected(zip::damaged(source));
    if (const auto located = locateAll(source, tail, reader.m_entries, directory->offset); !located)
        return std::unexpected(located.error());
    return reader;
}

const ZipEntry *ZipReader::find(std::string_view name) const
{
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? nullptr : &m_entries[found->second];
}

} // namespace shirushi::label
