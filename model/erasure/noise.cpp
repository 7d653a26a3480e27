#include "erasure/noise.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cstring>

namespace shirushi::erasure {

Seed newSeed()
{
    Seed seed;
    QRandomGenerator::system()->fillRange(seed.data(), static_cast<qsizetype>(seed.size()));
    return seed;
}

Noise::Noise(const Seed &seed, std::uint64_t size)
    : m_bytes(static_cast<qsizetype>((std::clamp(size, shortest, length) + 3) / 4 * 4), Qt::Uninitialized)
{
    QRandomGenerator generator(seed.data(), static_cast<qsizetype>(seed.size()));
    generator.fillRange(reinterpret_cast<quint32 *>(m_bytes.data()), m_bytes.size() / 4);
}

bool Noise::matches(std::uint64_t offset, const char *bytes, std::uint64_t count) const
{
    while (count > 0) {
        const std::uint64_t part = std::min(count, unbroken(offset));
        if (std::memcmp(bytes, at(offset), static_cast<std::size_t>(part)) != 0)
            return false;
        offset += part;
        bytes += part;
        count -= part;
    }
    return true;
}

} // namespace shirushi::erasure
