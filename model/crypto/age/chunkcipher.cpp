#include "crypto/age/chunkcipher.h"

#include <array>
#include <openssl/evp.h>

namespace shirushi::crypto::age {

namespace {

using Nonce = std::array<unsigned char, 12>;

Nonce nonceFor(std::uint64_t number, Place place)
{
    Nonce nonce{};
    for (std::size_t i = 0; i < 8; ++i)
        nonce[10 - i] = static_cast<unsigned char>(number >> (8 * i));
    nonce[11] = place == Place::Last ? 1 : 0;
    return nonce;
}

unsigned char *bytesOf(std::span<char> chunk)
{
    return reinterpret_cast<unsigned char *>(chunk.data());
}

} // namespace

void ChunkCipher::Free::operator()(evp_cipher_ctx_st *context) const
{
    EVP_CIPHER_CTX_free(context);
}

ChunkCipher::ChunkCipher(const base::SecretBytes &key, Direction direction) : m_context(EVP_CIPHER_CTX_new())
{
    if (m_context
        && (key.size() != 32
            || EVP_CipherInit_ex2(m_context.get(), EVP_chacha20_poly1305(), key.data(), nullptr,
                                  direction == Direction::Seal ? 1 : 0, nullptr)
                   != 1))
        m_context.reset();
}

bool ChunkCipher::seal(std::uint64_t number, Place place, std::span<char> chunk)
{
    const Nonce nonce = nonceFor(number, place);
    const std::size_t size = chunk.size() - tagSize;
    unsigned char *const bytes = bytesOf(chunk);
    int done = 0;
    return m_context && chunk.size() >= tagSize
           && EVP_EncryptInit_ex2(m_context.get(), nullptr, nullptr, nonce.data(), nullptr) == 1
           && EVP_EncryptUpdate(m_context.get(), bytes, &done, bytes, static_cast<int>(size)) == 1
           && EVP_EncryptFinal_ex(m_context.get(), bytes + size, &done) == 1
           && EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_AEAD_GET_TAG, tagSize, bytes + size) == 1;
}

bool ChunkCipher::decrypt(std::uint64_t number, Place place, std::span<char> chunk, bool &isGenuine)
{
    const Nonce nonce = nonceFor(number, place);
    const std::size_t size = chunk.size() - tagSize;
    unsigned char *const bytes = bytesOf(chunk);
    int done = 0;
    if (!m_context || EVP_DecryptInit_ex2(m_context.get(), nullptr, nullptr, nonce.data(), nullptr) != 1
        || EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_AEAD_SET_TAG, tagSize, bytes + size) != 1
        || EVP_DecryptUpdate(m_context.get(), bytes, &done, bytes, static_cast<int>(size)) != 1)
        return false;
    unsigned char none = 0;
    isGenuine = EVP_DecryptFinal_ex(m_context.get(), &none, &done) == 1;
    return true;
}

bool ChunkCipher::open(std::uint64_t number, Place place, std::span<char> chunk)
{
    if (chunk.size() < tagSize)
        return false;
    bool isGenuine = false;
    if (!decrypt(number, place, chunk, isGenuine))
        return false;
    // A stream cipher: the same again gives the bytes of before, and what is not genuine is never left readable.
    bool ignored = false;
    if (!isGenuine && !decrypt(number, place, chunk, ignored))
        base::wipe(chunk.data(), chunk.size() - tagSize);
    return isGenuine;
}

} // namespace shirushi::crypto::age
