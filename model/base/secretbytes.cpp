#include "base/secretbytes.h"

#include <QDebug>

#include <cstdlib>
#include <cstring>
#include <utility>

namespace shirushi::base {

void wipe(void *memory, std::size_t size) noexcept
{
    if (size == 0)
        return;
    // Called through a volatile pointer: a plain memset before free() may be removed as a dead store.
    static void *(*const volatile overwrite)(void *, int, std::size_t) = &std::memset;
    overwrite(memory, 0, size);
}

SecretBytes::SecretBytes(std::size_t size)
{
    if (size == 0)
        return;
    m_bytes = new std::uint8_t[size]();
    m_size = m_capacity = size;
}

SecretBytes::SecretBytes(std::span<const std::uint8_t> bytes) : SecretBytes(bytes.size())
{
    if (!bytes.empty())
        std::memcpy(m_bytes, bytes.data(), bytes.size());
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr)), m_size(std::exchange(other.m_size, 0)),
      m_capacity(std::exchange(other.m_capacity, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        release();
        m_bytes = std::exchange(other.m_bytes, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    release();
}

void SecretBytes::release() noexcept
{
    if (m_bytes) {
        wipe(m_bytes, m_capacity);
        delete[] m_bytes;
    }
    m_bytes = nullptr;
    m_size = m_capacity = 0;
}

SecretBytes SecretBytes::clone() const
{
    return SecretBytes(span());
}

void SecretBytes::truncate(std::size_t size)
{
    if (size >= m_size)
        return;
    wipe(m_bytes + size, m_size - size);
    m_size = size;
}

bool SecretBytes::operator==(const SecretBytes &other) const
{
    if (m_size != other.m_size)
        return false;
    std::uint8_t difference = 0;
    for (std::size_t i = 0; i < m_size; ++i)
        difference = static_cast<std::uint8_t>(difference | (m_bytes[i] ^ other.m_bytes[i]));
    return difference == 0;
}

QDebug operator<<(QDebug stream, const SecretBytes &)
{
    return stream << "***";
}

} // namespace shirushi::base
