#include "label/image/bytewindow.h"

#include <algorithm>

namespace shirushi::label {

namespace {

std::uint32_t byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

} // namespace

base::Result<std::string_view> ByteWindow::at(std::uint64_t offset, std::size_t length)
{
    length = std::min(length, size);
    const std::uint64_t fileSize = m_source->size();
    const std::uint64_t left = offset < fileSize ? fileSize - offset : 0;
    if (const auto known = m_source->held(offset, std::min<std::uint64_t>(length, left)))
        return std::string_view(known->data(), known->size());
    const bool isInside = offset >= m_begin && offset - m_begin <= m_buffer.size()
                          && m_buffer.size() - (offset - m_begin) >= length;
    if (!isInside) {
        m_buffer.resize(std::max(length, m_readAhead));
        m_begin = offset;
        const auto got = m_source->read(offset, m_buffer);
        if (!got) {
            m_buffer.clear();
            return std::unexpected(got.error());
        }
        m_buffer.resize(*got);
    }
    return std::string_view(m_buffer).substr(static_cast<std::size_t>(offset - m_begin), length);
}

std::uint16_t bigEndian16(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(byteAt(bytes, at) << 8 | byteAt(bytes, at + 1));
}

std::uint32_t bigEndian32(std::string_view bytes, std::size_t at)
{
    return byteAt(bytes, at) << 24 | byteAt(bytes, at + 1) << 16 | byteAt(bytes, at + 2) << 8 | byteAt(bytes, at + 3);
}

std::uint16_t littleEndian16(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(byteAt(bytes, at + 1) << 8 | byteAt(bytes, at));
}

std::uint32_t littleEndian32(std::string_view bytes, std::size_t at)
{
    return byteAt(bytes, at + 3) << 24 | byteAt(bytes, at + 2) << 16 | byteAt(bytes, at + 1) << 8 | byteAt(bytes, at);
}

} // namespace shirushi::label
