// What is inside an entry: expanded at once where it is small, else in pieces, and checked against the
// directory's size and CRC-32.
#include "label/zip/zip.h"

#include "crypto/digest.h"
#include "label/zip/zipformat.h"

#include <libdeflate.h>
#include <span>
#include <vector>
#include <zlib.h>

namespace shirushi::label {

using base::Result;

namespace {

constexpr std::uint64_t smallEntry = 4 << 20;   // expanded at once
constexpr std::uint64_t longestKept = 256 << 10; // of one entry
constexpr std::uint64_t mostKept = 4 << 20;      // of all

class Inflater
{
public:
    Inflater() { m_ready = inflateInit2(&m_stream, -MAX_WBITS) == Z_OK; }
    ~Inflater()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    bool isReady() const { return m_ready; }
    z_stream &stream() { return m_stream; }

private:
    z_stream m_stream = {};
    bool m_ready = false;
};

// Hands what `entry` expands to on to `take`, piece by piece, and never more than its size.
class Expansion
{
public:
    Expansion(const platform::FileSource &source, const ZipEntry &entry) : m_source(source), m_entry(entry) {}

    template <typename Take>
    Result<void> run(Take take)
    {
        std::uint64_t offset = m_entry.dataOffset;
        std::uint64_t left = m_entry.compressedSize;
        while (left > 0) {
            const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left, m_in.size()));
            const auto got = m_source.read(offset, {m_in.data(), wanted});
            if (!got)
                return std::unexpected(got.error());
            const bool fine = *got == wanted
                              && (m_entry.method == zip::stored ? pass({m_in.data(), wanted}, take)
                                                                : inflateSome(wanted, take));
            if (!fine)
                return std::unexpected(zip::damaged(m_source));
            offset += wanted;
            left -= wanted;
        }
        // A folder is often "deflated" to no bytes at all.
        const bool ended = m_entry.method == zip::stored || m_entry.compressedSize == 0 || m_ended;
        if (!ended || m_done != m_entry.size || m_crc != m_entry.crc)
            return std::unexpected(zip::damaged(m_source));
        return {};
    }

private:
    template <typename Take>
    bool pass(std::span<const char> piece, Take &take)
    {
        if (piece.size() > m_entry.size - m_done)
            return false;
        m_crc = static_cast<std::uint32_t>(
            crc32_z(m_crc, reinterpret_cast<const Bytef *>(piece.data()), piece.size()));
        m_done += piece.size();
        take(piece);
        return true;
    }

    template <typename Take>
    bool inflateSome(std::size_t length, Take &take)
    {
        if (!m_inflater.isReady() || m_ended)
            return false;
        z_stream &stream = m_inflater.stream();
        stream.next_in = reinterpret_cast<Bytef *>(m_in.data());
        stream.avail_in = static_cast<uInt>(length);
        do {
            stream.next_out = reinterpret_cast<Bytef *>(m_out.data());
            stream.avail_out = static_cast<uInt>(m_out.size());
            const int state = ::inflate(&stream, Z_NO_FLUSH);
            if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
                return false;
            if (!pass({m_out.data(), m_out.size() - stream.avail_out}, take))
                return false;
            m_ended = state == Z_STREAM_END;
        } while (!m_ended && (stream.avail_in > 0 || stream.avail_out == 0));
        return stream.avail_in == 0;
    }

    const platform::FileSource &m_source;
    const ZipEntry &m_entry;
    Inflater m_inflater;
    std::uint64_t m_done = 0;
    std::uint32_t m_crc = 0;
    bool m_ended = false;
    std::vector<char> m_in = std::vector<char>(32768);
    std::vector<char> m_out = std::vector<char>(65536);
};

} // namespace

void ZipReader::FreeInflater::operator()(libdeflate_decompressor *inflater) const
{
    libdeflate_free_decompressor(inflater);
}

libdeflate_decompressor *ZipReader::inflater() const
{
    if (!m_inflater)
        m_inflater.reset(libdeflate_alloc_decompressor());
    return m_inflater.get();
}

// Fills `into`, which is as long as the entry says that it is, exactly; Damaged where it is not so.
Result<void> ZipReader::expandAtOnce(const ZipEntry &entry, std::span<char> into) const
{
    const auto damaged = [&] { return std::unexpected(zip::damaged(*m_source)); };
    const auto length = static_cast<std::size_t>(entry.compressedSize);
    std::vector<char> read;
    auto packed = m_source->held(entry.dataOffset, length);
    if (!packed) {
        read.resize(length);
        const auto got = m_source->read(entry.dataOffset, read);
        if (!got)
            return std::unexpected(got.error());
        if (*got != length)
            return damaged();
        packed = read;
    }
    if (entry.method == zip::stored || length == 0) { // a folder is often "deflated" to no bytes at all
        if (length != into.size())
            return damaged();
        std::copy(packed->begin(), packed->end(), into.begin());
    } else {
        std::size_t used = 0;
        if (!inflater()
            || libdeflate_deflate_decompress_ex(inflater(), packed->data(), length, into.data(), into.size(), &used,
                                                nullptr)
                   != LIBDEFLATE_SUCCESS
            || used != length)
            return damaged();
    }
    return libdeflate_crc32(0, into.data(), into.size()) == entry.crc ? Result<void>() : damaged();
}

Result<QByteArray> ZipReader::expanded(const ZipEntry &entry) const
{
    QByteArray content;
    if (entry.size <= smallEntry && entry.compressedSize <= smallEntry) {
        content = QByteArray(static_cast<qsizetype>(entry.size), Qt::Uninitialized);
        const auto done = expandAtOnce(entry, {content.data(), static_cast<std::size_t>(entry.size)});
        if (!done)
            return std::unexpected(done.error());
        return content;
    }
    content.reserve(static_cast<qsizetype>(entry.size));
    const auto done = Expansion(*m_source, entry).run([&](std::span<const char> piece) {
        content.append(piece.data(), static_cast<qsizetype>(piece.size()));
    });
    if (!done)
        return std::unexpected(done.error());
    return content;
}

Result<QByteArray> ZipReader::content(const ZipEntry &entry) const
{
    const auto kept = m_kept.find(entry.headerOffset);
    if (kept != m_kept.end())
        return kept->second;
    auto content = expanded(entry);
    if (content && entry.size <= longestKept && entry.size <= mostKept - m_keptBytes) {
        m_keptBytes += entry.size;
        m_kept.emplace(entry.headerOffset, *content);
    }
    return content;
}

Result<QByteArray> ZipReader::sha256(const ZipEntry &entry) const
{
    crypto::Sha256 hash;
    const auto kept = m_kept.find(entry.headerOffset);
    if (kept != m_kept.end()) {
        hash.add(kept->second);
    } else if (entry.size <= smallEntry && entry.compressedSize <= smallEntry) {
        if (m_scratch.size() < entry.size)
            m_scratch.resize(static_cast<std::size_t>(entry.size));
        const auto into = std::span(m_scratch).first(static_cast<std::size_t>(entry.size));
        if (const auto done = expandAtOnce(entry, into); !done)
            return std::unexpected(done.error());
        hash.add(into);
    } else {
        const auto done = Expansion(*m_source, entry).run([&](std::span<const char> piece) { hash.add(piece); });
        if (!done)
            return std::unexpected(done.error());
    }
    return hash.finish();
}

} // namespace shirushi::label
