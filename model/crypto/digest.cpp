#include "crypto/digest.h"

#include <QCoreApplication>

#include <array>
#include <openssl/evp.h>
#include <utility>

namespace shirushi::crypto {

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    Q_CHECK_PTR(m_context);
    EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr);
}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(m_context);
}

Sha256::Sha256(Sha256 &&other) noexcept : m_context(std::exchange(other.m_context, nullptr)) {}

Sha256 &Sha256::operator=(Sha256 &&other) noexcept
{
    std::swap(m_context, other.m_context);
    return *this;
}

void Sha256::add(std::span<const char> bytes)
{
    EVP_DigestUpdate(m_context, bytes.data(), bytes.size());
}

QByteArray Sha256::finish()
{
    QByteArray digest(32, Qt::Uninitialized);
    EVP_DigestFinal_ex(m_context, reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr);
    return digest;
}

QByteArray sha256(const QByteArray &bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

base::Result<QByteArray> sha256(const platform::FileSource &source, std::uint64_t offset, std::uint64_t length)
{
    Sha256 hash;
    std::array<char, 65536> buffer;
    while (length > 0) {
        const std::size_t wanted = length < buffer.size() ? static_cast<std::size_t>(length) : buffer.size();
        const auto got = source.read(offset, {buffer.data(), wanted});
        if (!got)
            return std::unexpected(got.error());
        if (*got != wanted) {
            return base::failure(base::ErrorCode::Changed, base::toDisplay(source.path()),
                                 QCoreApplication::translate("shirushi::crypto", "The file ends too early."));
        }
        hash.add(std::span<const char>(buffer.data(), wanted));
        offset += wanted;
        length -= wanted;
    }
    return hash.finish();
}

base::Result<QByteArray> sha256(const platform::FileSource &source)
{
    return sha256(source, 0, source.size());
}

} // namespace shirushi::crypto
