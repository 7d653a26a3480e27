// The compression function alone is what PBKDF2 needs, and OpenSSL 3 calls all of that old; its own newer functions
// set a whole context up for each of 4,000 calls an entry.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "sending/zip/aes.h"

#include "sending/zip/sha1pair.h"

#include <openssl/evp.h>

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <utility>

namespace shirushi::sending::zip {

namespace {

constexpr std::size_t blockSize = 64;  // SHA-1's
constexpr std::size_t digestSize = 20;
constexpr std::size_t cipherBlock = 16;
constexpr int rounds = 1000;

Sha1Words wordsOf(const SHA_CTX &state)
{
    return {state.h0, state.h1, state.h2, state.h3, state.h4};
}

Sha1Words wordsOf(const std::array<std::uint8_t, digestSize> &digest)
{
    Sha1Words words{};
    for (std::size_t at = 0; at < words.size(); ++at)
        words[at] = qFromBigEndian<quint32>(digest.data() + 4 * at);
    return words;
}

void store(const Sha1Words &words, std::uint8_t *into)
{
    for (std::size_t at = 0; at < words.size(); ++at)
        qToBigEndian<quint32>(words[at], into + 4 * at);
}

// A digest as the only bytes behind a key's block, padded: (64 + 20) · 8 bits.
void padDigest(std::uint8_t *block)
{
    std::memset(block + digestSize, 0, blockSize - digestSize);
    block[digestSize] = 0x80;
    qToBigEndian<quint16>((blockSize + digestSize) * 8, block + blockSize - 2);
}

// One block after a key's own; its digest takes the place of the one that was there.
void transform(const SHA_CTX &key, SHA_CTX &state, std::uint8_t *block)
{
    state.h0 = key.h0;
    state.h1 = key.h1;
    state.h2 = key.h2;
    state.h3 = key.h3;
    state.h4 = key.h4;
    SHA1_Transform(&state, block);
    store(wordsOf(state), block);
}

// By words: the compiler cannot know that the two do not overlap.
void combine(std::span<char> bytes, const std::uint8_t *stream)
{
    std::size_t at = 0;
    for (std::uint64_t one = 0, other = 0; at + sizeof one <= bytes.size(); at += sizeof one) {
        std::memcpy(&one, bytes.data() + at, sizeof one);
        std::memcpy(&other, stream + at, sizeof other);
        one ^= other;
        std::memcpy(bytes.data() + at, &one, sizeof one);
    }
    for (; at < bytes.size(); ++at)
        bytes[at] = static_cast<char>(bytes[at] ^ stream[at]);
}

} // namespace

HmacSha1::HmacSha1(std::span<const std::uint8_t> key)
{
    std::array<std::uint8_t, blockSize> padded{};
    if (key.size() > blockSize)
        SHA1(key.data(), key.size(), padded.data());
    else
        std::copy(key.begin(), key.end(), padded.begin());
    for (std::uint8_t &byte : padded)
        byte ^= 0x36;
    SHA1_Init(&m_inner);
    SHA1_Update(&m_inner, padded.data(), padded.size());
    for (std::uint8_t &byte : padded)
        byte ^= 0x36 ^ 0x5c;
    SHA1_Init(&m_outer);
    SHA1_Update(&m_outer, padded.data(), padded.size());
    base::wipe(padded.data(), padded.size());
}

HmacSha1::~HmacSha1()
{
    base::wipe(&m_inner, sizeof m_inner);
    base::wipe(&m_outer, sizeof m_outer);
}

void HmacSha1::add(std::span<const char> bytes)
{
    SHA1_Update(&m_inner, bytes.data(), bytes.size());
}

std::array<std::uint8_t, 20> HmacSha1::finish()
{
    std::array<std::uint8_t, digestSize> digest{};
    SHA1_Final(digest.data(), &m_inner);
    SHA1_Update(&m_outer, digest.data(), digest.size());
    SHA1_Final(digest.data(), &m_outer);
    return digest;
}

std::array<std::uint8_t, 20> HmacSha1::firstOf(std::span<const std::uint8_t> salt, std::uint32_t number) const
{
    HmacSha1 first(*this);
    std::array<std::uint8_t, 4> index{};
    qToBigEndian<quint32>(number, index.data());
    SHA1_Update(&first.m_inner, salt.data(), salt.size());
    SHA1_Update(&first.m_inner, index.data(), index.size());
    return first.finish();
}

void HmacSha1::stretch(std::span<const std::uint8_t> salt, int count, std::span<std::uint8_t> into, Pairs pairs) const
{
    const bool inPairs = pairs == Pairs::WherePossible && hasSha1Pairs();
    for (std::uint32_t number = 1; !into.empty(); number += inPairs ? 2 : 1) {
        std::array<std::uint8_t, 2 * digestSize> sums{};
        if (inPairs)
            stretchTwo(firstOf(salt, number), firstOf(salt, number + 1), count, sums);
        else
            stretchOne(firstOf(salt, number), count, std::span(sums).first<digestSize>());
        const std::size_t length = std::min(into.size(), inPairs ? 2 * digestSize : digestSize);
        std::copy_n(sums.begin(), length, into.begin());
        into = into.subspan(length);
        base::wipe(sums.data(), sums.size());
    }
}

void HmacSha1::stretchTwo(const Digest &one, const Digest &other, int count, std::span<std::uint8_t> sums) const
{
    Sha1Chain first{wordsOf(one), wordsOf(one)};
    Sha1Chain second{wordsOf(other), wordsOf(other)};
    goOn(wordsOf(m_inner), wordsOf(m_outer), first, second, count - 1);
    store(first.sum, sums.data());
    store(second.sum, sums.data() + digestSize);
    base::wipe(&first, sizeof first);
    base::wipe(&second, sizeof second);
}

void HmacSha1::stretchOne(const Digest &first, int count, std::span<std::uint8_t, 20> sum) const
{
    std::array<std::uint8_t, blockSize> block{};
    SHA_CTX state{};
    padDigest(block.data()); // stays: every round puts its digest before it
    std::copy(first.begin(), first.end(), block.begin());
    std::copy(first.begin(), first.end(), sum.begin());
    for (int round = 1; round < count; ++round) {
        transform(m_inner, state, block.data());
        transform(m_outer, state, block.data());
        for (std::size_t at = 0; at < digestSize; ++at)
            sum[at] ^= block[at];
    }
    base::wipe(&state, sizeof state);
    base::wipe(block.data(), block.size());
}

Keys deriveKeys(const base::SecretBytes &password, std::span<const std::uint8_t> salt, Strength strength)
{
    const std::size_t size = keySizeOf(strength);
    base::SecretBytes derived(2 * size + verifierSize);
    HmacSha1(password.span()).stretch(salt, rounds, derived.span());
    const std::span<const std::uint8_t> all = std::as_const(derived).span();
    Keys keys{base::SecretBytes(all.first(size)), base::SecretBytes(all.subspan(size, size)), {}};
    std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(2 * size), verifierSize, keys.verifier.begin());
    return keys;
}

KeyStream::KeyStream(const base::SecretBytes &key) : m_context(EVP_CIPHER_CTX_new())
{
    const EVP_CIPHER *cipher = key.size() == 32 ? EVP_aes_256_ecb() : key.size() == 24 ? EVP_aes_192_ecb() : EVP_aes_128_ecb();
    if (m_context && EVP_EncryptInit_ex(m_context, cipher, nullptr, key.data(), nullptr) != 1) {
        EVP_CIPHER_CTX_free(m_context);
        m_context = nullptr;
    }
}

KeyStream::KeyStream(KeyStream &&other) noexcept : m_context(std::exchange(other.m_context, nullptr)) {}

KeyStream::~KeyStream()
{
    EVP_CIPHER_CTX_free(m_context);
    base::wipe(m_stream.data(), m_stream.size());
}

// The counter is 16 bytes wide; no entry is so long that the upper eight are needed.
bool KeyStream::fill(std::uint64_t block, std::size_t blocks)
{
    for (std::size_t i = 0; i < blocks; ++i)
        qToLittleEndian<quint64>(block + i + 1, m_counters.data() + i * cipherBlock);
    int length = 0;
    const int wanted = static_cast<int>(blocks * cipherBlock);
    return m_context && EVP_EncryptUpdate(m_context, m_stream.data(), &length, m_counters.data(), wanted) == 1 && length == wanted;
}

bool KeyStream::apply(std::uint64_t offset, std::span<char> bytes)
{
    while (!bytes.empty()) {
        const std::size_t skipped = static_cast<std::size_t>(offset % cipherBlock);
        const std::size_t length = std::min(bytes.size(), m_stream.size() - skipped);
        if (!fill(offset / cipherBlock, (skipped + length + cipherBlock - 1) / cipherBlock))
            return false;
        combine(bytes.first(length), m_stream.data() + skipped);
        bytes = bytes.subspan(length);
        offset += length;
    }
    return true;
}

} // namespace shirushi::sending::zip
