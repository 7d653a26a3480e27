#include "crypto/age/lookahead.h"

#include <cstring>

namespace shirushi::crypto::age {

// False at the end.
base::Result<bool> LookAhead::readMore()
{
    if (m_ended)
        return false;
    m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_at));
    m_at = 0;
    const std::size_t before = m_bytes.size();
    m_bytes.resize(before + m_block);
    const auto got = m_source.read(std::span(m_bytes).subspan(before));
    m_bytes.resize(before + got.value_or(0));
    if (!got)
        return std::unexpected(got.error());
    m_ended = *got < m_block;
    return *got > 0;
}

void LookAhead::skip(std::size_t count)
{
    m_at += count;
    m_position += count;
}

base::Result<std::span<const char>> LookAhead::peek(std::size_t count)
{
    while (held().size() < count) {
        const auto more = readMore();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
    }
    return held().first(std::min(count, held().size()));
}

base::Result<std::span<const char>> LookAhead::line(std::size_t longest)
{
    for (std::size_t searched = 0;;) {
        const std::span<const char> bytes = held();
        const std::size_t end = std::min(bytes.size(), longest);
        const void *found = end > searched ? std::memchr(bytes.data() + searched, '\n', end - searched) : nullptr;
        if (found || end == longest) {
            const std::size_t size =
                found ? static_cast<std::size_t>(static_cast<const char *>(found) - bytes.data()) + 1 : longest;
            skip(size);
            return bytes.first(size);
        }
        searched = end;
        const auto more = readMore();
        if (!more)
            return std::unexpected(more.error());
        if (!*more) {
            const std::span<const char> last = held();
            skip(last.size());
            return last;
        }
    }
}

base::Result<std::size_t> LookAhead::read(std::span<char> into)
{
    const std::size_t known = std::min(held().size(), into.size());
    if (known > 0)
        std::memcpy(into.data(), held().data(), known);
    skip(known);
    if (known == into.size() || m_ended)
        return known;
    const auto got = m_source.read(into.subspan(known));
    if (!got)
        return got;
    m_ended = *got < into.size() - known;
    m_position += *got;
    return known + *got;
}

} // namespace shirushi::crypto::age
