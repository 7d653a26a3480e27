// What is inside an entry: expanded in pieces, and checked against the directory's size and CRC-32.
#include "label/zip.h"

#include "crypto/digest.h"
#include "label/zipformat.h"

#include <array>
#include <span>
#include <zlib.h>

namespace shirushi::label {

using base::Result;

namespace {

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
    std::array<char, 32768> m_in;
    std::array<char, 65536> m_out;
};

} // namespace

Result<QByteArray> ZipReader::content(const ZipEntry &entry) const
{
    QByteArray content;
    content.reserve(static_cast<qsizetype>(entry.size));
    const auto expanded = Expansion(*m_source, entry).run([&](std::span<const char> piece) {
        content.append(piece.data(), static_cast<qsizetype>(piece.size()));
    });
    if (!expanded)
        return std::unexpected(expanded.error());
    return content;
}

Result<QByteArray> ZipReader::sha256(const ZipEntry &entry) const
{
    crypto::Sha256 hash;
    const auto expanded = Expansion(*m_source, entry).run([&](std::span<const char> piece) { hash.add(piece); });
    if (!expanded)
        return std::unexpected(expanded.error());
    return hash.finish();
}

} // namespace shirushi::label
