// One line of text with a font of its own, ready to be embedded in a PDF: BIZ UDPGothic, cut down to the
// characters that are used. Every character has a code of its own even where the font draws two alike, so that
// a reader finds exactly the characters that were written, also those beyond the BMP. Any thread.
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <array>
#include <vector>

namespace shirushi::print {

struct EmbeddedText {
    QByteArray fontName;     // with the six letters of a subset: ABCDEF+BIZUDPGothic
    QByteArray fontProgram;  // TrueType; the code of a character is the number of its glyph
    std::size_t glyphs = 0;  // in the program, .notdef and parts of composed ones among them
    std::vector<int> widths; // thousandths of the em, from code 0 on
    QByteArray codes;        // the line, two bytes a character, the higher one first
    QByteArray toUnicode;    // a CMap for the font's ToUnicode
    int ascent = 0;          // thousandths of the em, as are these
    int descent = 0;
    std::array<int, 4> box = {};
    double width = 0;        // of the whole line, in ems
};

/// Characters that break lines become spaces; variation selectors are left out. A character that the font lacks
/// is drawn as 〓 and read back as what it is. NotFound: the font is not installed. Unsupported: no characters,
/// or more than 1000.
[[nodiscard]] base::Result<EmbeddedText> embedText(const QString &text);

} // namespace shirushi::print
