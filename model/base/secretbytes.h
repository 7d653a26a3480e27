// SecretBytes: a password or key in memory.
//
// Move-only, wiped when destroyed or moved from, kept out of core dumps and swap where the system allows,
// never printed (a QDebug of it shows ***). Not thread-safe; hand it over by moving.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

class QDebug;

namespace shirushi::base {

class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size);
    explicit SecretBytes(std::span<const std::uint8_t> bytes);
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes();

    /// A second copy, said aloud where one is needed.
    [[nodiscard]] SecretBytes clone() const;

    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    std::uint8_t *data() { return m_bytes; }
    const std::uint8_t *data() const { return m_bytes; }
    std::span<std::uint8_t> span() { return {m_bytes, m_size}; }
    std::span<const std::uint8_t> span() const { return {m_bytes, m_size}; }

    /// Keeps the first `size` bytes and wipes the rest.
    void truncate(std::size_t size);

    /// Compares in constant time.
    bool operator==(const SecretBytes &other) const;

private:
    void release() noexcept;

    std::uint8_t *m_bytes = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

QDebug operator<<(QDebug stream, const SecretBytes &);

/// Overwrites memory in a way the compiler does not remove.
void wipe(void *memory, std::size_t size) noexcept;

} // namespace shirushi::base
