#include "sending/parcelsource.h"

#include <QDateTime>

#include <algorithm>

namespace shirushi::sending {

using base::Result;

Result<ParcelSource> ParcelSource::open(const ParcelFile &file)
{
    ParcelSource source;
    if (file.bytes) {
        source.m_bytes = *file.bytes;
        source.m_modified = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
        return source;
    }
    auto opened = platform::FileSource::open(file.path);
    if (!opened)
        return std::unexpected(opened.error());
    source.m_modified = opened->identity().modifiedNanoseconds;
    source.m_file = std::move(*opened);
    return source;
}

Result<std::size_t> ParcelSource::read(std::uint64_t offset, std::span<char> into) const
{
    if (m_file)
        return m_file->read(offset, into);
    const auto from = static_cast<qsizetype>(std::min(offset, size()));
    const std::size_t count = std::min(into.size(), static_cast<std::size_t>(m_bytes.size() - from));
    std::copy_n(m_bytes.constData() + from, count, into.data());
    return count;
}

bool ParcelSource::isUnchanged() const
{
    if (!m_file)
        return true;
    const auto again = platform::FileSource::open(m_file->path());
    return again && again->identity() == m_file->identity();
}

} // namespace shirushi::sending
