// age's text form (C2SP age.md, "ASCII armor"; RFC 7468 section 3, strict): base64 with padding in lines of 64
// characters between two marks. Lines end with LF, or with CR LF when read. Nothing else may be there but white
// space in lines of its own before, and white space behind: at most 1,024 bytes of each, as in age itself. One
// object belongs to one thread.
#pragma once

#include "crypto/age/lookahead.h"
#include "platform/sink.h"

#include <array>

namespace shirushi::crypto::age {

/// Whether the text form begins here; white space before it is passed over without being read.
[[nodiscard]] base::Result<bool> beginsArmored(LookAhead &input);

class ArmorSource final : public platform::Source
{
public:
    /// `input` must outlive this.
    explicit ArmorSource(LookAhead &input) : m_input(input) {}

    /// Damaged, and isMalformed(), for any deviation.
    [[nodiscard]] base::Result<std::size_t> read(std::span<char> into) override;
    /// At most: what the input's size allows.
    std::optional<std::uint64_t> size() const override;
    QString subject() const override { return m_input.subject(); }

    bool isMalformed() const { return m_isMalformed; }

private:
    static constexpr std::size_t columns = 64;
    static constexpr std::size_t bytesPerLine = 48;
    enum class State { Before, Lines, LastLineSeen, Ended };

    base::Result<std::span<const char>> line();
    base::Result<void> begin();
    base::Result<void> end();
    base::Result<std::size_t> decodeLine(std::span<char> into);
    std::unexpected<base::Error> malformed();

    LookAhead &m_input;
    State m_state = State::Before;
    bool m_isMalformed = false;
    std::array<char, bytesPerLine> m_held{}; // of a line that did not fit
    std::size_t m_heldFrom = 0;
    std::size_t m_heldTo = 0;
};

class ArmorSink final : public platform::Sink
{
public:
    /// `to` must outlive this.
    explicit ArmorSink(platform::Sink &to);

    using Sink::write;
    [[nodiscard]] base::Result<void> write(std::span<const char> bytes) override;
    /// Writes the last line and the closing mark.
    [[nodiscard]] base::Result<void> finish();
    std::uint64_t position() const override { return m_position; }

private:
    base::Result<void> flush();
    void encodeLine(std::span<const char> bytes);

    platform::Sink &m_to;
    QByteArray m_text;
    QByteArray m_rest; // fewer bytes than make a line
    std::uint64_t m_position = 0;
};

} // namespace shirushi::crypto::age
