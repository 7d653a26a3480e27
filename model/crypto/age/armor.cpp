#include "crypto/age/armor.h"

#include "crypto/age/base64.h"
#include "crypto/age/failure.h"

#include <string_view>

namespace shirushi::crypto::age {

namespace {

constexpr std::string_view firstLine = "-----BEGIN AGE ENCRYPTED FILE-----";
constexpr std::string_view lastLine = "-----END AGE ENCRYPTED FILE-----";
constexpr std::string_view whiteSpace = " \t\n\v\f\r";
constexpr std::string_view dashes = "-----";
constexpr std::size_t longestWhiteSpace = 1024;
constexpr std::size_t longestLine = longestWhiteSpace + 2;
constexpr qsizetype flushAt = 65536;

std::string_view text(std::span<const char> bytes)
{
    return {bytes.data(), bytes.size()};
}

bool isBlank(std::span<const char> bytes)
{
    return text(bytes).find_first_not_of(whiteSpace) == std::string_view::npos;
}

} // namespace

base::Result<bool> beginsArmored(LookAhead &input)
{
    const auto beginning = input.peek(longestWhiteSpace + dashes.size());
    if (!beginning)
        return std::unexpected(beginning.error());
    const std::size_t first = text(*beginning).find_first_not_of(whiteSpace);
    return first != std::string_view::npos && text(*beginning).substr(first).starts_with(dashes);
}

std::unexpected<base::Error> ArmorSource::malformed()
{
    m_isMalformed = true;
    return std::unexpected<base::Error>(fail(Failure::Armor, subject()).error());
}

std::optional<std::uint64_t> ArmorSource::size() const
{
    const auto whole = m_input.size();
    return whole ? std::optional(*whole / 4 * 3) : std::nullopt;
}

// Without its end; nothing is between it and the file's end for the last one, which has none.
base::Result<std::span<const char>> ArmorSource::line()
{
    auto got = m_input.line(longestLine);
    if (!got)
        return got;
    if (got->empty() || (got->back() != '\n' && got->size() == longestLine))
        return malformed();
    std::span<const char> bytes = *got;
    if (bytes.back() == '\n')
        bytes = bytes.first(bytes.size() - 1);
    if (!bytes.empty() && bytes.back() == '\r')
        bytes = bytes.first(bytes.size() - 1);
    return bytes;
}

base::Result<void> ArmorSource::begin()
{
    for (std::size_t passed = 0;;) {
        const auto got = line();
        if (!got)
            return std::unexpected(got.error());
        if (text(*got) == firstLine)
            return {};
        passed += got->size() + 1;
        if (!isBlank(*got) || passed > longestWhiteSpace)
            return malformed();
    }
}

base::Result<void> ArmorSource::end()
{
    m_state = State::Ended;
    const auto rest = m_input.peek(longestWhiteSpace + 1);
    if (!rest)
        return std::unexpected(rest.error());
    if (rest->size() > longestWhiteSpace || !isBlank(*rest))
        return malformed();
    return {};
}

// Zero at the closing mark.
base::Result<std::size_t> ArmorSource::decodeLine(std::span<char> into)
{
    const auto got = line();
    if (!got)
        return std::unexpected(got.error());
    if (text(*got) == lastLine) {
        const auto ended = end();
        return ended ? base::Result<std::size_t>(0) : std::unexpected(ended.error());
    }
    const auto count = m_state == State::Lines && got->size() <= columns ? decodeBase64(*got, Padding::Full, into)
                                                                         : std::nullopt;
    if (!count || *count == 0)
        return malformed();
    if (*count < bytesPerLine)
        m_state = State::LastLineSeen;
    return *count;
}

base::Result<std::size_t> ArmorSource::read(std::span<char> into)
{
    if (m_state == State::Before) {
        if (const auto begun = begin(); !begun)
            return std::unexpected(begun.error());
        m_state = State::Lines;
    }
    std::size_t done = 0;
    while (done < into.size()) {
        if (m_heldFrom < m_heldTo) {
            const std::size_t count = std::min(m_heldTo - m_heldFrom, into.size() - done);
            std::copy_n(m_held.data() + m_heldFrom, count, into.data() + done);
            m_heldFrom += count;
            done += count;
            continue;
        }
        if (m_state == State::Ended)
            break;
        const bool fits = into.size() - done >= bytesPerLine;
        const auto count = decodeLine(fits ? into.subspan(done, bytesPerLine) : std::span<char>(m_held));
        if (!count)
            return count;
        if (fits) {
            done += *count;
        } else {
            m_heldFrom = 0;
            m_heldTo = *count;
        }
    }
    return done;
}

ArmorSink::ArmorSink(platform::Sink &to) : m_to(to), m_text(firstLine.data(), static_cast<qsizetype>(firstLine.size()))
{
    m_text.reserve(flushAt + 2 * static_cast<qsizetype>(firstLine.size()));
    m_text += '\n';
}

void ArmorSink::encodeLine(std::span<const char> bytes)
{
    const qsizetype before = m_text.size();
    m_text.resize(before + static_cast<qsizetype>(paddedSize(bytes.size())));
    encodeBase64(bytes, std::span(m_text.data() + before, paddedSize(bytes.size())));
    m_text += '\n';
}

base::Result<void> ArmorSink::flush()
{
    const auto written = m_to.write(m_text);
    m_text.resize(0);
    return written;
}

base::Result<void> ArmorSink::write(std::span<const char> bytes)
{
    constexpr std::size_t bytesPerLine = 48;
    m_position += bytes.size();
    if (!m_rest.isEmpty()) {
        const std::size_t missing = std::min(bytesPerLine - static_cast<std::size_t>(m_rest.size()), bytes.size());
        m_rest.append(bytes.data(), static_cast<qsizetype>(missing));
        bytes = bytes.subspan(missing);
        if (m_rest.size() < static_cast<qsizetype>(bytesPerLine))
            return {};
        encodeLine(m_rest);
        m_rest.resize(0);
    }
    while (bytes.size() >= bytesPerLine) {
        encodeLine(bytes.first(bytesPerLine));
        bytes = bytes.subspan(bytesPerLine);
        if (m_text.size() >= flushAt) {
            if (const auto flushed = flush(); !flushed)
                return flushed;
        }
    }
    m_rest.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return {};
}

base::Result<void> ArmorSink::finish()
{
    if (!m_rest.isEmpty())
        encodeLine(m_rest);
    m_rest.clear();
    m_text.append(lastLine.data(), static_cast<qsizetype>(lastLine.size()));
    m_text += '\n';
    return flush();
}

} // namespace shirushi::crypto::age
