// SHA-256 (FIPS 180-4). One object belongs to one thread.
#pragma once

#include "base/result.h"
#include "platform/filesource.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <span>

struct evp_md_ctx_st;

namespace shirushi::crypto {

class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(std::span<const char> bytes);
    void add(const QByteArray &bytes) { add(std::span<const char>(bytes.constData(), static_cast<std::size_t>(bytes.size()))); }

    /// 32 bytes; the object then starts anew.
    QByteArray finish();
    void finish(std::span<std::uint8_t, 32> digest);

    /// 32 bytes, of what was added so far; the object can be added to further.
    QByteArray current() const;

private:
    evp_md_ctx_st *m_context = nullptr;
};

/// Of a file and of its beginning, with one reading for both where the beginning is asked for first. Belongs to
/// one thread; the FileSource must outlive it.
class FileDigest
{
public:
    /// `whole`: that of all, where it is known.
    explicit FileDigest(const platform::FileSource &source, QByteArray whole = {}) : m_source(source), m_whole(std::move(whole)) {}

    /// Of the first `length` bytes: 32 bytes.
    [[nodiscard]] base::Result<QByteArray> ofFirst(std::uint64_t length);
    /// Of all: 32 bytes.
    [[nodiscard]] base::Result<QByteArray> ofWhole();

private:
    const platform::FileSource &m_source;
    Sha256 m_hash; // of the first m_done bytes
    std::uint64_t m_done = 0;
    QByteArray m_whole;
};

/// 32 bytes.
QByteArray sha256(const QByteArray &bytes);

/// Adds `length` bytes of a file from `offset`; Changed if the file has become shorter.
[[nodiscard]] base::Result<void> addTo(Sha256 &hash, const platform::FileSource &source, std::uint64_t offset,
                                       std::uint64_t length);

/// Of `length` bytes of a file from `offset`: 32 bytes.
[[nodiscard]] base::Result<QByteArray> sha256(const platform::FileSource &source, std::uint64_t offset,
                                              std::uint64_t length);

/// Of a whole file: 32 bytes.
[[nodiscard]] base::Result<QByteArray> sha256(const platform::FileSource &source);

} // namespace shirushi::crypto
