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

private:
    evp_md_ctx_st *m_context = nullptr;
};

/// 32 bytes.
QByteArray sha256(const QByteArray &bytes);

/// Of `length` bytes of a file from `offset`: 32 bytes.
[[nodiscard]] base::Result<QByteArray> sha256(const platform::FileSource &source, std::uint64_t offset,
                                              std::uint64_t length);

/// Of a whole file: 32 bytes.
[[nodiscard]] base::Result<QByteArray> sha256(const platform::FileSource &source);

} // namespace shirushi::crypto
