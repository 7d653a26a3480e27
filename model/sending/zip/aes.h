// The encryption of WinZip's AE-1 and AE-2 (winzip.com, "AES Encryption Information"): keys from PBKDF2-HMAC-SHA1 with
// 1,000 rounds, AES in counter mode with a little-endian counter from 1, HMAC-SHA1 over the ciphertext cut to 80 bits.
// One object belongs to one thread.
#pragma once

#include "base/result.h"
#include "base/secretbytes.h"

#include <openssl/sha.h>

#include <array>
#include <cstdint>
#include <memory>
#include <span>

struct evp_cipher_ctx_st;

namespace shirushi::sending::zip {

inline constexpr std::size_t macSize = 10;
inline constexpr std::size_t verifierSize = 2;

/// AES-128, -192 or -256 by the number that the archive gives.
enum class Strength : std::uint8_t { Aes128 = 1, Aes192 = 2, Aes256 = 3 };
constexpr std::size_t keySizeOf(Strength strength) { return 8 + 8 * static_cast<std::size_t>(strength); }
constexpr std::size_t saltSizeOf(Strength strength) { return keySizeOf(strength) / 2; }
/// What an entry's bytes are longer by than its ciphertext.
constexpr std::size_t overheadOf(Strength strength) { return saltSizeOf(strength) + verifierSize + macSize; }

/// HMAC-SHA1 (RFC 2104). Wiped when destroyed.
class HmacSha1
{
public:
    explicit HmacSha1(std::span<const std::uint8_t> key);
    HmacSha1(const HmacSha1 &) = default;
    HmacSha1 &operator=(const HmacSha1 &) = default;
    ~HmacSha1();
    void add(std::span<const char> bytes);
    std::array<std::uint8_t, 20> finish();

    /// PBKDF2 (RFC 8018) with the password as key: fills `into`. An own loop over the compression function, because
    /// OpenSSL's takes several times as long, and every entry has its own. Never in pairs: for tests.
    enum class Pairs { WherePossible, Never };
    void stretch(std::span<const std::uint8_t> salt, int rounds, std::span<std::uint8_t> into, Pairs pairs = Pairs::WherePossible) const;

private:
    using Digest = std::array<std::uint8_t, 20>;
    Digest firstOf(std::span<const std::uint8_t> salt, std::uint32_t number) const;
    void stretchOne(const Digest &first, int rounds, std::span<std::uint8_t, 20> sum) const;
    void stretchTwo(const Digest &one, const Digest &other, int rounds, std::span<std::uint8_t> sums) const;

    SHA_CTX m_inner;
    SHA_CTX m_outer;
};

struct Keys {
    base::SecretBytes cipher;
    base::SecretBytes mac;
    std::array<std::uint8_t, verifierSize> verifier{};
};

Keys deriveKeys(const base::SecretBytes &password, std::span<const std::uint8_t> salt, Strength strength);

/// The key stream, from any place on.
class KeyStream
{
public:
    explicit KeyStream(const base::SecretBytes &key);
    ~KeyStream();
    KeyStream(KeyStream &&other) noexcept;
    KeyStream &operator=(KeyStream &&) = delete;

    /// Encrypts or decrypts `bytes`, which stand at `offset` in the entry. False where OpenSSL refuses.
    [[nodiscard]] bool apply(std::uint64_t offset, std::span<char> bytes);

private:
    bool fill(std::uint64_t block, std::size_t blocks);

    evp_cipher_ctx_st *m_context;
    alignas(64) std::array<std::uint8_t, 4096> m_counters{};
    alignas(64) std::array<std::uint8_t, 4096> m_stream{};
};

} // namespace shirushi::sending::zip
