// ParcelSource: what goes into a parcel, opened for reading: a file, or bytes that lie on no disk. Reading is positional;
// any number of threads may read at once.
#pragma once

#include "platform/filesource.h"
#include "sending/parcel.h"

namespace shirushi::sending {

class ParcelSource
{
public:
    /// The errors of FileSource::open().
    [[nodiscard]] static base::Result<ParcelSource> open(const ParcelFile &file);

    std::uint64_t size() const { return m_file ? m_file->size() : static_cast<std::uint64_t>(m_bytes.size()); }
    /// Fills `into` from `offset`; fewer bytes are read only at the end.
    [[nodiscard]] base::Result<std::size_t> read(std::uint64_t offset, std::span<char> into) const;
    /// Since 1970; of bytes, when they were opened.
    std::int64_t modifiedNanoseconds() const { return m_modified; }
    /// False once another program has changed the file or put another in its place.
    bool isUnchanged() const;

private:
    std::optional<platform::FileSource> m_file;
    QByteArray m_bytes;
    std::int64_t m_modified = 0;
};

} // namespace shirushi::sending
