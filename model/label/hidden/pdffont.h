// A font as far as text can be placed and read with it: how its codes are cut, how wide each letter is, and which
// character it stands for (ISO 32000-1, 9.6 to 9.10). Throws as qpdf does. One thread.
#pragma once

#include "label/hidden/pdftokens.h"

#include <QString>

#include <map>

namespace shirushi::label::hiddenpdf {

/// A character map: which codes there are, and what each means.
class CharacterMap
{
public:
    static CharacterMap parse(const std::string &content, const QDeadlineTimer &deadline);

    /// Length of the code that `bytes` begins with, at most what is there.
    std::size_t lengthAt(const std::string &bytes, std::size_t at) const;
    QString textOf(std::uint32_t code) const;
    std::uint32_t characterOf(std::uint32_t code) const;
    bool hasCodeSpace() const { return !m_spaces.empty(); }
    bool hasTexts() const { return !m_texts.empty() || !m_ranges.empty(); }

private:
    struct Space {
        std::size_t length = 0;
        std::uint32_t low = 0;
        std::uint32_t high = 0;
    };
    struct Range {
        std::uint32_t low = 0;
        std::uint32_t high = 0;
        std::u16string first;
    };
    struct CharacterRange {
        std::uint32_t low = 0;
        std::uint32_t high = 0;
        std::uint32_t first = 0;
    };
    void take(const std::string &section, const std::vector<QPDFTokenizer::Token> &tokens);

    std::vector<Space> m_spaces;
    std::map<std::uint32_t, QString> m_texts;
    std::map<std::uint32_t, Range> m_ranges;               // by their first code
    std::map<std::uint32_t, CharacterRange> m_characters;  // by their first code
};

struct ShownLetter {
    QString text;
    double width = 0; // of the size, so that 1 is as wide as high
    bool isBlank = false; // the one-byte code 32, to which word spacing is added
};

class Font
{
public:
    Font(QPDFObjectHandle font, const QDeadlineTimer &deadline);

    bool isVertical() const { return m_isVertical; }
    std::vector<ShownLetter> letters(const std::string &bytes) const;

private:
    enum class Codes { OneByte, TwoBytes, Unicode, ShiftJis, Mapped };

    void readSimple(QPDFObjectHandle font);
    void readComposite(QPDFObjectHandle font, const QDeadlineTimer &deadline);
    void readWidths(QPDFObjectHandle widths);
    double widthOf(std::uint32_t character) const;
    ShownLetter letter(std::uint32_t code, std::size_t length, const std::string &bytes) const;
    std::size_t codeLength(const std::string &bytes, std::size_t at) const;

    Codes m_codes = Codes::OneByte;
    bool m_isVertical = false;
    const std::uint16_t *m_builtInWidths = nullptr;
    double m_unit = 0.001;
    double m_defaultWidth = 1000;
    std::map<std::uint32_t, double> m_widths;
    struct WidthRange {
        std::uint32_t last = 0;
        double width = 0;
    };
    std::map<std::uint32_t, WidthRange> m_widthRanges;
    CharacterMap m_encoding;
    CharacterMap m_toUnicode;
};

} // namespace shirushi::label::hiddenpdf
