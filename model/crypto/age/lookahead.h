// LookAhead: a source that can be looked at before it is read, and read by lines. Not thread-safe. The source
// must outlive it.
#pragma once

#include "platform/source.h"

#include <vector>

namespace shirushi::crypto::age {

class LookAhead final : public platform::Source
{
public:
    /// Reads `block` bytes of the source at a time, where it has to look ahead.
    explicit LookAhead(platform::Source &source, std::size_t block = 4096) : m_source(source), m_block(block) {}

    /// The next bytes, at most `count`, fewer only at the end; they are still to be read. Valid until the next call.
    [[nodiscard]] base::Result<std::span<const char>> peek(std::size_t count);

    /// The next line with its line feed. Without one: the end of the source, or of `longest` bytes. Valid until the
    /// next call.
    [[nodiscard]] base::Result<std::span<const char>> line(std::size_t longest);

    [[nodiscard]] base::Result<std::size_t> read(std::span<char> into) override;
    std::optional<std::uint64_t> size() const override { return m_source.size(); }
    QString subject() const override { return m_source.subject(); }

    /// How many bytes have been read, by lines or otherwise.
    std::uint64_t position() const { return m_position; }

private:
    base::Result<bool> readMore();
    std::span<const char> held() const { return std::span(m_bytes).subspan(m_at); }
    void skip(std::size_t count);

    platform::Source &m_source;
    std::size_t m_block;
    std::vector<char> m_bytes;
    std::size_t m_at = 0;
    std::uint64_t m_position = 0;
    bool m_ended = false;
};

} // namespace shirushi::crypto::age
