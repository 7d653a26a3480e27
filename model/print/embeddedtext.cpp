#include "print/embeddedtext.h"

#include "print/textfont.h"

#include <QCoreApplication>

namespace shirushi::print {

base::Result<EmbeddedText> embedText(const QString &text)
{
    const std::u32string characters = charactersOf(text);
    if (characters.empty() || characters.size() > 1000)
        return base::failure(base::ErrorCode::Unsupported, text,
                             QCoreApplication::translate("shirushi::print", "The mark has no text, or too much."));
    auto font = TextFont::load();
    if (!font)
        return std::unexpected(font.error());

    EmbeddedText result;
    result.codes = font->codesOf(characters);
    auto program = font->finish();
    if (!program)
        return std::unexpected(program.error());
    int advance = 0;
    for (const char32_t character : characters)
        advance += program->widths[font->codeOf(character)];
    result.fontName = std::move(program->name);
    result.fontProgram = std::move(program->program);
    result.glyphs = program->glyphs;
    result.widths = std::move(program->widths);
    result.toUnicode = std::move(program->toUnicode);
    result.ascent = program->ascent;
    result.descent = program->descent;
    result.box = program->box;
    result.width = advance / 1000.0;
    return result;
}

} // namespace shirushi::print
