#include "sending/zip/deflate.h"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>

namespace shirushi::sending::zip {

namespace {

constexpr std::size_t sampleSize = 65536;
constexpr int memoryLevel = 8;
constexpr std::size_t syncMark = 16; // what a flushed piece may be longer by

} // namespace

void Deflater::FreeCompressor::operator()(libdeflate_compressor *compressor) const
{
    libdeflate_free_compressor(compressor);
}

void Deflater::EndStream::operator()(z_stream_s *stream) const
{
    deflateEnd(stream);
    delete stream;
}

Deflater::Deflater(int level) : m_level(level) {}

Deflater::~Deflater() = default;

std::optional<std::size_t> Deflater::whole(std::span<const char> content, std::vector<char> &into)
{
    if (!m_whole)
        m_whole.reset(libdeflate_alloc_compressor(m_level));
    if (!m_whole || content.empty())
        return std::nullopt;
    into.resize(content.size());
    const std::size_t length = libdeflate_deflate_compress(m_whole.get(), content.data(), content.size(), into.data(), into.size() - 1);
    if (length == 0)
        return std::nullopt;
    return length;
}

std::optional<std::size_t> Deflater::piece(std::span<const char> before, std::span<const char> content, bool isLast, std::vector<char> &into)
{
    if (!m_stream) {
        auto stream = std::make_unique<z_stream>();
        if (deflateInit2(stream.get(), m_level, Z_DEFLATED, -MAX_WBITS, memoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
            return std::nullopt;
        m_stream.reset(stream.release());
    } else if (deflateReset(m_stream.get()) != Z_OK) {
        return std::nullopt;
    }
    z_stream &stream = *m_stream;
    if (!before.empty()
        && deflateSetDictionary(&stream, reinterpret_cast<const Bytef *>(before.data()), static_cast<uInt>(before.size())) != Z_OK)
        return std::nullopt;
    into.resize(deflateBound(&stream, static_cast<uLong>(content.size())) + syncMark);
    stream.next_in = reinterpret_cast<z_const Bytef *>(const_cast<char *>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(into.data());
    stream.avail_out = static_cast<uInt>(into.size());
    const int state = deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH);
    if (state != (isLast ? Z_STREAM_END : Z_OK) || stream.avail_in != 0 || stream.avail_out == 0)
        return std::nullopt;
    return into.size() - stream.avail_out;
}

bool Deflater::pays(std::span<const char> sample)
{
    if (!m_quick)
        m_quick.reset(libdeflate_alloc_compressor(1));
    if (!m_quick)
        return true;
    const std::span<const char> begin = sample.first(std::min(sample.size(), sampleSize));
    m_trial.resize(begin.size());
    const std::size_t most = begin.size() - begin.size() / 32;
    return libdeflate_deflate_compress(m_quick.get(), begin.data(), begin.size(), m_trial.data(), most) != 0;
}

} // namespace shirushi::sending::zip
