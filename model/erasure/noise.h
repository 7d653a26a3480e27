// Noise: what a file is overwritten with. It follows from a seed, so that it can be told later, after a kill, whether what
// lies on the disk is ours. It hides nothing and needs no secret. Values; any thread.
#pragma once

#include <QByteArray>

#include <array>
#include <cstdint>

namespace shirushi::erasure {

using Seed = std::array<quint32, 8>;
Seed newSeed();

class Noise
{
public:
    static constexpr std::uint64_t shortest = 4096;
    static constexpr std::uint64_t length = 1 << 20; // bytes at most

    /// As much as a file of `size` bytes needs; repeated where it grows beyond that.
    Noise(const Seed &seed, std::uint64_t size);

    std::uint64_t size() const { return static_cast<std::uint64_t>(m_bytes.size()); }
    /// What belongs at `offset` of the file, without a break.
    const char *at(std::uint64_t offset) const { return m_bytes.constData() + offset % size(); }
    std::uint64_t unbroken(std::uint64_t offset) const { return size() - offset % size(); }
    bool matches(std::uint64_t offset, const char *bytes, std::uint64_t count) const;

private:
    QByteArray m_bytes;
};

} // namespace shirushi::erasure
