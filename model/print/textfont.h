// TextFont: BIZ UDPGothic, cut down to the characters that a document uses, for embedding in a PDF. Every
// character has a code of its own even where the font draws two alike, so that a reader finds exactly the
// characters that were written, also those beyond the BMP. One object belongs to one thread.
#pragma once

#include "base/result.h"
#include "print/truetype.h"

#include <QByteArray>

#include <array>
#include <unordered_map>
#include <vector>

namespace shirushi::print {

/// What a PDF needs to know of the font, once all text has been set.
struct FontProgram {
    QByteArray name;         // with the six letters of a subset: ABCDEF+BIZUDPGothic
    QByteArray program;      // TrueType; the code of a character is the number of its glyph
    std::size_t glyphs = 0;  // in the program, .notdef and parts of composed ones among them
    std::vector<int> widths; // thousandths of the em, from code 0 on
    QByteArray toUnicode;    // a CMap for the font's ToUnicode
    int ascent = 0;          // thousandths of the em, as are these
    int descent = 0;
    std::array<int, 4> box = {};
};

/// The characters that are set: those that break lines become spaces, variation selectors are left out.
std::u32string charactersOf(const QString &text);

class TextFont
{
public:
    /// NotFound: the font is not installed.
    [[nodiscard]] static base::Result<TextFont> load();

    /// The code of a character, given out when it is first asked for. One that the font lacks is drawn as 〓.
    std::uint16_t codeOf(char32_t character);
    /// In thousandths of the em.
    int widthOf(char32_t character);
    /// Two bytes a character, the higher one first.
    QByteArray codesOf(const std::u32string &characters);

    /// Damaged where the font cannot be cut down.
    [[nodiscard]] base::Result<FontProgram> finish() const;

private:
    explicit TextFont(TrueType font) : m_font(std::move(font)), m_byCode(1, U'\0'), m_glyphs(1, 0) {}
    int thousandths(int units) const;

    TrueType m_font;
    std::u32string m_byCode;
    std::vector<std::uint16_t> m_glyphs;
    std::unordered_map<char32_t, std::uint16_t> m_codes;
};

} // namespace shirushi::print
