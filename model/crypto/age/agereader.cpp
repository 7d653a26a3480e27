#include "crypto/age/agereader.h"

#include "crypto/age/agefile.h"

#include <algorithm>

namespace shirushi::crypto::age {

Result<AgeReader> AgeReader::open(const platform::FileSource &file, const Identities &identities)
{
    platform::FileSequence bytes(file);
    LookAhead input(bytes);
    const auto key = readPayloadKey(input, identities);
    if (!key)
        return std::unexpected(key.error());
    AgeReader reader(file, *key, input.position());
    if (const auto measured = reader.measure(); !measured)
        return std::unexpected(measured.error());
    return reader;
}

AgeReader::AgeReader(const platform::FileSource &file, const base::SecretBytes &key, std::uint64_t begin)
    : m_file(&file), m_cipher(key, ChunkCipher::Direction::Open), m_begin(begin), m_bytes(sealedChunkSize)
{
}

// The sizes follow from the file's; that they are true, from the last chunk, which is marked as the last.
Result<void> AgeReader::measure()
{
    const std::uint64_t sealed = m_file->size() - std::min(m_begin, m_file->size());
    m_chunks = (sealed + sealedChunkSize - 1) / sealedChunkSize;
    const std::uint64_t last = m_chunks == 0 ? 0 : sealed - (m_chunks - 1) * sealedChunkSize;
    if (last < tagSize || (last == tagSize && m_chunks > 1))
        return fail(Failure::Payload, base::toDisplay(m_file->path()));
    m_size = sealed - m_chunks * tagSize;
    if (const auto opened = chunk(m_chunks - 1); !opened)
        return std::unexpected(opened.error());
    return {};
}

Result<std::span<const char>> AgeReader::chunk(std::uint64_t number)
{
    char *const bytes = reinterpret_cast<char *>(m_bytes.data());
    if (m_current != number) {
        const std::uint64_t size = std::min<std::uint64_t>(m_size - number * chunkSize, chunkSize) + tagSize;
        const std::span<char> sealed(bytes, static_cast<std::size_t>(size));
        m_current.reset();
        const auto got = m_file->read(m_begin + number * sealedChunkSize, sealed);
        if (!got)
            return std::unexpected(Error(got.error()));
        const Place place = number + 1 == m_chunks ? Place::Last : Place::Inner;
        if (*got != sealed.size() || !m_cipher.open(number, place, sealed))
            return fail(Failure::Payload, base::toDisplay(m_file->path()));
        ++m_chunksOpened;
        m_current = number;
        m_currentSize = sealed.size() - tagSize;
    }
    return std::span<const char>(bytes, m_currentSize);
}

Result<std::size_t> AgeReader::read(std::uint64_t offset, std::span<char> into)
{
    std::size_t done = 0;
    while (done < into.size() && offset < m_size) {
        const auto bytes = chunk(offset / chunkSize);
        if (!bytes)
            return std::unexpected(bytes.error());
        const std::size_t from = static_cast<std::size_t>(offset % chunkSize);
        const std::size_t count = std::min(bytes->size() - from, into.size() - done);
        std::copy_n(bytes->data() + from, count, into.data() + done);
        done += count;
        offset += count;
    }
    return done;
}

} // namespace shirushi::crypto::age
