// AgeReader: an age file opened for reading at any place. Only the chunks that are asked for are read and opened,
// and the last one when the file is opened, so that the size is known to be the true one. Binary files only. Not
// thread-safe; several readers may read one FileSource at once.
#pragma once

#include "crypto/age/chunkcipher.h"
#include "crypto/age/filekey.h"
#include "platform/filesource.h"

namespace shirushi::crypto::age {

class AgeReader
{
public:
    /// `file` must outlive this. Failures as decrypt() has them.
    [[nodiscard]] static Result<AgeReader> open(const platform::FileSource &file, const Identities &identities);

    /// Bytes of the plain content.
    std::uint64_t size() const { return m_size; }

    /// Fills `into` from `offset`; fewer bytes are read only at the end. Payload where a chunk was changed; what is
    /// in `into` then counts for nothing.
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<char> into);

    /// How many chunks have been opened so far.
    std::uint64_t chunksOpened() const { return m_chunksOpened; }

private:
    AgeReader(const platform::FileSource &file, const base::SecretBytes &key, std::uint64_t begin);
    Result<void> measure();
    Result<std::span<const char>> chunk(std::uint64_t number);

    const platform::FileSource *m_file;
    ChunkCipher m_cipher;
    std::uint64_t m_begin;      // of the first chunk, in the file
    std::uint64_t m_chunks = 0; // how many there are
    std::uint64_t m_size = 0;
    std::uint64_t m_chunksOpened = 0;
    base::SecretBytes m_bytes;              // the chunk opened last
    std::optional<std::uint64_t> m_current; // its number
    std::size_t m_currentSize = 0;
};

} // namespace shirushi::crypto::age
