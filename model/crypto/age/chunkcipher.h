// ChaCha20-Poly1305 (RFC 8439; RFC 7539 as age.md names it) in the chunks of an age payload: 64 KiB each, sealed
// in place with a 16-byte tag behind. The nonce is the chunk's number, 11 bytes big-endian, and a byte that is 1
// for the last chunk; it may repeat in no second payload because every payload has a key of its own.
//
// One object belongs to one thread; it keeps its context, so that a chunk costs nothing but its cipher.
#pragma once

#include "base/secretbytes.h"

#include <memory>
#include <span>

struct evp_cipher_ctx_st;

namespace shirushi::crypto::age {

inline constexpr std::size_t chunkSize = 65536;
inline constexpr std::size_t tagSize = 16;
inline constexpr std::size_t sealedChunkSize = chunkSize + tagSize;

enum class Place { Inner, Last };

class ChunkCipher
{
public:
    enum class Direction { Seal, Open };

    /// `key`: 32 bytes.
    ChunkCipher(const base::SecretBytes &key, Direction direction);

    /// Encrypts all but the last 16 bytes of `chunk`, and puts the tag there. False if the library refuses.
    [[nodiscard]] bool seal(std::uint64_t number, Place place, std::span<char> chunk);

    /// Decrypts all but the last 16 bytes, if they are the tag. False if they are not, or if there are fewer; the
    /// chunk is then as it was.
    [[nodiscard]] bool open(std::uint64_t number, Place place, std::span<char> chunk);

private:
    struct Free {
        void operator()(evp_cipher_ctx_st *context) const;
    };
    bool decrypt(std::uint64_t number, Place place, std::span<char> chunk, bool &isGenuine);

    std::unique_ptr<evp_cipher_ctx_st, Free> m_context;
};

} // namespace shirushi::crypto::age
