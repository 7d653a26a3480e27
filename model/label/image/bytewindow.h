// ByteWindow: looks into a file through a buffer, so that walking over small structures costs few system
// calls and big files are never held whole. Not thread-safe; the FileSource must outlive it.
#pragma once

#include "platform/filesource.h"

#include <string>
#include <string_view>

namespace shirushi::label {

class ByteWindow
{
public:
    static constexpr std::size_t size = 64 << 10;

    /// `readAhead` bytes are read at a time: few for walking from one small header to the next far one.
    explicit ByteWindow(const platform::FileSource &source, std::size_t readAhead = size)
        : m_source(&source), m_readAhead(readAhead)
    {
    }

    /// Up to `length` (at most ByteWindow::size) bytes from `offset`, fewer at the end of the file; valid until
    /// the next call.
    [[nodiscard]] base::Result<std::string_view> at(std::uint64_t offset, std::size_t length);

    const platform::FileSource &source() const { return *m_source; }

private:
    const platform::FileSource *m_source;
    std::size_t m_readAhead;
    std::string m_buffer;
    std::uint64_t m_begin = 0;
};

/// Whole numbers as they lie in files; `bytes` has at least 2 or 4 of them from `at`.
std::uint16_t bigEndian16(std::string_view bytes, std::size_t at);
std::uint32_t bigEndian32(std::string_view bytes, std::size_t at);
std::uint16_t littleEndian16(std::string_view bytes, std::size_t at);
std::uint32_t littleEndian32(std::string_view bytes, std::size_t at);

} // namespace shirushi::label
