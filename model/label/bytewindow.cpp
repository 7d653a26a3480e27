#include "label/bytewindow.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

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

base::Result<void> addRange(crypto::Sha256 &digest, const platform::FileSource &source, std::uint64_t offset,
                            std::uint64_t length)
{
    std::array<char, 256 << 10> buffer;
    while (length > 0) {
        const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(length, buffer.size()));
        const auto got = source.read(offset, {buffer.data(), wanted});
        if (!got)
            return std::unexpected(got.error());
        if (*got != wanted) {
            return base::failure(base::ErrorCode::Changed, base::toDisplay(source.path()),
                                 QCoreApplication::translate("shirushi::platform", "The file ends too early."));
        }
        digest.add(std::span<const char>(buffer.data(), wanted));
        offset += wanted;
        length -= wanted;
    }
    return {};
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
