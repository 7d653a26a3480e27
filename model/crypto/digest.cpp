#include "crypto/digest.h"

#include "base/secretbytes.h"

#include <QCoreApplication>

#include <algorithm>
#include <openssl/evp.h>
#include <utility>
#include <vector>

namespace shirushi::crypto {

namespace {

constexpr std::size_t readAtOnce = 256 * 1024;

// Looked up once: OpenSSL 3 otherwise searches its providers at every start of a digest.
const EVP_MD *algorithm()
{
    static const EVP_MD *const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
}

} // namespace

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    Q_CHECK_PTR(m_context);
    EVP_DigestInit_ex(m_context, algorithm(), nullptr);
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
    finish(std::span<std::uint8_t, 32>(reinterpret_cast<std::uint8_t *>(digest.data()), 32));
    return digest;
}

void Sha256::finish(std::span<std::uint8_t, 32> digest)
{
    EVP_DigestFinal_ex(m_context, digest.data(), nullptr);
    EVP_DigestInit_ex(m_context, algorithm(), nullptr);
}

QByteArray Sha256::current() const
{
    QByteArray digest(32, Qt::Uninitialized);
    EVP_MD_CTX *copy = EVP_MD_CTX_new();
    Q_CHECK_PTR(copy);
    EVP_MD_CTX_copy_ex(copy, m_context);
    EVP_DigestFinal_ex(copy, reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    EVP_MD_CTX_free(copy);
    return digest;
}

QByteArray sha256(const QByteArray &bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

namespace {

struct WipedAtTheEnd {
    std::vector<char> &bytes;
    ~WipedAtTheEnd() { base::wipe(bytes.data(), bytes.size()); }
};

} // namespace

base::Result<void> addTo(Sha256 &hash, const platform::FileSource &source, std::uint64_t offset,
                         std::uint64_t length)
{
    if (const auto bytes = source.held(offset, length)) {
        hash.add(*bytes);
        return {};
    }
    // What is read may be a document that nobody else is to see.
    std::vector<char> buffer(static_cast<std::size_t>(std::min<std::uint64_t>(length, readAtOnce)));
    const WipedAtTheEnd wiped{buffer};
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
    return {};
}

base::Result<QByteArray> sha256(const platform::FileSource &source, std::uint64_t offset, std::uint64_t length)
{
    Sha256 hash;
    if (const auto added = addTo(hash, source, offset, length); !added)
        return std::unexpected(added.error());
    return hash.finish();
}

base::Result<QByteArray> sha256(const platform::FileSource &source)
{
    return sha256(source, 0, source.size());
}

base::Result<QByteArray> FileDigest::ofFirst(std::uint64_t length)
{
    if (length < m_done)
        return sha256(m_source, 0, length);
    const auto added = addTo(m_hash, m_source, m_done, length - m_done);
    if (!added) {
        m_hash = Sha256();
        m_done = 0;
        return std::unexpected(added.error());
    }
    m_done = length;
    return m_hash.current();
}

base::Result<QByteArray> FileDigest::ofWhole()
{
    if (!m_whole.isEmpty())
        return m_whole;
    auto digest = ofFirst(m_source.size());
    if (digest)
        m_whole = *digest;
    return digest;
}

} // namespace shirushi::crypto
