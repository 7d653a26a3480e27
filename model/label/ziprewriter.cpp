#include "label/zip.h"

#include "label/zipformat.h"

#include <algorithm>
#include <zlib.h>

namespace shirushi::label {

using base::Result;

namespace {

constexpr int deflateLevel = 6;
constexpr std::uint16_t versionNeeded = 20;        // deflate and folders, APPNOTE 4.4.3.2
constexpr std::uint16_t firstDosDate = (1 << 5) | 1; // 1980-01-01

Result<QByteArray> deflated(const QByteArray &content, const platform::FileSource &source)
{
    z_stream stream = {};
    if (deflateInit2(&stream, deflateLevel, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return std::unexpected(zip::tooLarge(source));
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(content.size()))),
                      Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.constData()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int state = ::deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    if (state != Z_STREAM_END)
        return std::unexpected(zip::tooLarge(source));
    return packed;
}

// An entry as it will be in the new archive: its place, and its record in the central directory.
struct Planned {
    const ZipEntry *entry = nullptr; // null: new
    QByteArray centralRecord;
};

QByteArray newCentralRecord(const std::string &name)
{
    const bool ascii = std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    QByteArray record(zip::centralSize, '\0');
    zip::set32(record, 0, zip::centralSignature);
    zip::set16(record, 4, versionNeeded);
    zip::set16(record, 8, ascii ? 0 : zip::utf8Flag);
    zip::set16(record, 10, zip::deflated);
    zip::set16(record, 14, firstDosDate);
    zip::set16(record, 28, static_cast<std::uint16_t>(name.size()));
    return record.append(name.data(), static_cast<qsizetype>(name.size()));
}

QByteArray changedCentralRecord(const ZipEntry &entry)
{
    QByteArray record = entry.centralRecord;
    const qsizetype extraAt = zip::centralSize + zip::field16(record, 28);
    const qsizetype extraLength = zip::field16(record, 30);
    const QByteArray extra = zip::withoutZip64(record.mid(extraAt, extraLength));
    record.replace(extraAt, extraLength, extra);
    zip::set16(record, 30, static_cast<std::uint16_t>(extra.size()));
    zip::set16(record, 8, entry.flags & zip::utf8Flag);
    zip::set16(record, 34, 0);
    return record;
}

QByteArray localHeader(const QByteArray &centralRecord)
{
    QByteArray header;
    zip::put32(header, zip::localSignature);
    header += centralRecord.mid(6, 22); // version, flags, method, time, date, crc, sizes: the same order
    const std::uint16_t nameLength = zip::field16(centralRecord, 28);
    zip::put16(header, nameLength);
    zip::put16(header, 0);
    return header += centralRecord.mid(zip::centralSize, nameLength);
}

// The header's place, in the field that holds it: the record's own, or its ZIP64 field after the sizes that
// are there (APPNOTE 4.5.3).
void setHeaderOffset(QByteArray &record, std::uint32_t offset)
{
    if (zip::field32(record, 42) != zip::none32)
        return zip::set32(record, 42, offset);
    const qsizetype extraAt = zip::centralSize + zip::field16(record, 28);
    const zip::ExtraField field = zip::findExtra(record.mid(extraAt, zip::field16(record, 30)), zip::zip64Extra);
    qsizetype at = extraAt + field.at;
    for (const qsizetype size : {24, 20})
        at += zip::field32(record, size) == zip::none32 ? 8 : 0;
    zip::set32(record, at, offset);
    zip::set32(record, at + 4, 0);
}

class Rewriting
{
public:
    Rewriting(const ZipReader &reader, platform::Sink &out)
        : m_reader(reader), m_source(reader.source()), m_out(out), m_start(out.position())
    {
    }

    Result<void> run(const ZipChanges &changes)
    {
        std::vector<const ZipEntry *> placed;
        for (const ZipEntry &entry : m_reader.entries())
            placed.push_back(&entry);
        std::ranges::sort(placed, {}, &ZipEntry::headerOffset);
        for (const ZipEntry *entry : placed) {
            const auto change = changes.find(entry->name);
            const auto done = change == changes.end() ? keep(*entry)
                              : change->second        ? replace(*entry, *change->second)
                                                      : flush();
            if (!done)
                return done;
        }
        if (const auto flushed = flush(); !flushed)
            return flushed;
        for (const auto &[name, content] : changes) {
            if (!content || m_reader.find(name))
                continue;
            if (const auto added = add({nullptr, newCentralRecord(name)}, *content); !added)
                return added;
        }
        return writeDirectory();
    }

private:
    std::uint64_t position() const { return m_out.position() - m_start; }

    Result<void> keep(const ZipEntry &entry)
    {
        if (m_runStart == m_runEnd || m_runEnd != entry.headerOffset) {
            if (const auto flushed = flush(); !flushed)
                return flushed;
            m_runStart = entry.headerOffset;
        }
        m_runEnd = entry.endOffset;
        Planned planned{&entry, entry.centralRecord};
        return plan(std::move(planned), position() + (entry.headerOffset - m_runStart));
    }

    Result<void> flush()
    {
        const std::uint64_t start = std::exchange(m_runStart, 0);
        const std::uint64_t end = std::exchange(m_runEnd, 0);
        return end > start ? m_out.copy(m_source, start, end - start) : Result<void>();
    }

    Result<void> replace(const ZipEntry &entry, const QByteArray &content)
    {
        if (const auto flushed = flush(); !flushed)
            return flushed;
        return add({&entry, changedCentralRecord(entry)}, content);
    }

    Result<void> add(Planned planned, const QByteArray &content)
    {
        QByteArray &record = planned.centralRecord;
        const bool packs = zip::field16(record, 10) == zip::deflated;
        const auto data = packs ? deflated(content, m_source) : Result<QByteArray>(content);
        if (!data)
            return std::unexpected(data.error());
        const uLong crc = crc32_z(0, reinterpret_cast<const Bytef *>(content.constData()),
                                  static_cast<z_size_t>(content.size()));
        zip::set16(record, 6, versionNeeded);
        zip::set32(record, 16, static_cast<std::uint32_t>(crc));
        zip::set32(record, 20, static_cast<std::uint32_t>(data->size()));
        zip::set32(record, 24, static_cast<std::uint32_t>(content.size()));
        zip::set32(record, 42, 0);
        const QByteArray header = localHeader(record);
        if (const auto planning = plan(std::move(planned), position()); !planning)
            return planning;
        if (const auto written = m_out.write(header); !written)
            return written;
        return m_out.write(*data);
    }

    Result<void> plan(Planned planned, std::uint64_t offset)
    {
        if (offset >= zip::none32)
            return std::unexpected(zip::tooLarge(m_source));
        setHeaderOffset(planned.centralRecord, static_cast<std::uint32_t>(offset));
        if (planned.entry)
            m_records.emplace(planned.entry, std::move(planned.centralRecord));
        else
            m_newRecords.push_back(std::move(planned.centralRecord));
        return {};
    }

    Result<void> writeDirectory()
    {
        QByteArray directory;
        for (const ZipEntry &entry : m_reader.entries()) {
            if (const auto record = m_records.find(&entry); record != m_records.end())
                directory += record->second;
        }
        for (const QByteArray &record : m_newRecords)
            directory += record;
        const std::size_t count = m_records.size() + m_newRecords.size();
        const std::uint64_t offset = position();
        if (count >= zip::none16 || offset >= zip::none32
            || static_cast<std::uint64_t>(directory.size()) >= zip::none32 - offset)
            return std::unexpected(zip::tooLarge(m_source));
        const auto size = static_cast<std::uint32_t>(directory.size());
        zip::put32(directory, zip::endSignature);
        zip::put32(directory, 0); // disk numbers
        zip::put16(directory, static_cast<std::uint16_t>(count));
        zip::put16(directory, static_cast<std::uint16_t>(count));
        zip::put32(directory, size);
        zip::put32(directory, static_cast<std::uint32_t>(offset));
        zip::put16(directory, static_cast<std::uint16_t>(m_reader.comment().size()));
        return m_out.write(directory + m_reader.comment());
    }

    const ZipReader &m_reader;
    const platform::FileSource &m_source;
    platform::Sink &m_out;
    std::uint64_t m_start;
    std::uint64_t m_runStart = 0;
    std::uint64_t m_runEnd = 0;
    std::map<const ZipEntry *, QByteArray> m_records;
    std::vector<QByteArray> m_newRecords;
};

bool fits(const ZipChanges &changes)
{
    return std::ranges::all_of(changes, [](const auto &change) {
        return !change.first.empty() && change.first.size() < zip::none16
               && (!change.second || static_cast<std::uint64_t>(change.second->size()) < (1ULL << 31));
    });
}

} // namespace

Result<void> rewriteZip(const ZipReader &reader, const ZipChanges &changes, platform::Sink &out)
{
    if (!fits(changes))
        return std::unexpected(zip::tooLarge(reader.source()));
    return Rewriting(reader, out).run(changes);
}

} // namespace shirushi::label
