#include "print/embeddedtext.h"

#include "print/truetype.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace shirushi::print {

namespace {

QString tr(const char *sentence)
{
    return QCoreApplication::translate("shirushi::print", sentence);
}

base::Result<TrueType> loadFont()
{
    // The font an application carries with it comes first.
    for (const QString &place : {QStringLiteral(":/fonts/BIZUDPGothic-Regular.ttf"),
                                 QStringLiteral(SHIRUSHI_FONT_REGULAR)}) {
        QFile file(place);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (auto font = TrueType::parse(file.readAll()))
            return std::move(*font);
    }
    return base::failure(base::ErrorCode::NotFound, QStringLiteral("BIZ UDPGothic"),
                         tr("The font for marks is not installed."));
}

std::u32string charactersOf(const QString &text)
{
    std::u32string characters;
    for (const uint code : text.toUcs4()) {
        const bool selector = (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
        const bool breaks = code < 0x20 || code == 0x7f || code == 0x85 || code == 0x2028 || code == 0x2029;
        if (!selector)
            characters += breaks ? U' ' : static_cast<char32_t>(code);
    }
    return characters;
}

/// 〓, as printers have always set it, where the font lacks a character.
std::uint16_t glyphFor(const TrueType &font, char32_t character)
{
    const std::uint16_t glyph = font.glyphOf(character);
    return glyph != 0 ? glyph : font.glyphOf(U'〓');
}

QByteArray hexadecimal(char16_t unit)
{
    return QByteArray::number(unit, 16).rightJustified(4, '0');
}

QByteArray toUnicodeMap(const std::u32string &byCode)
{
    QByteArray map("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                   "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                   "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                   "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n");
    // ISO 32000-1, 9.10.3: at most a hundred entries a block.
    for (std::size_t start = 1; start < byCode.size(); start += 100) {
        const std::size_t end = std::min(byCode.size(), start + 100);
        map += QByteArray::number(static_cast<qulonglong>(end - start)) + " beginbfchar\n";
        for (std::size_t code = start; code < end; ++code) {
            map += '<' + hexadecimal(static_cast<char16_t>(code)) + "> <";
            for (const QChar unit : QString::fromUcs4(&byCode[code], 1))
                map += hexadecimal(unit.unicode());
            map += ">\n";
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

QByteArray subsetName(const QByteArray &program)
{
    const QByteArray digest = QCryptographicHash::hash(program, QCryptographicHash::Sha256);
    QByteArray name;
    for (int i = 0; i < 6; ++i)
        name += static_cast<char>('A' + static_cast<unsigned char>(digest[i]) % 26);
    return name + "+BIZUDPGothic";
}

} // namespace

base::Result<EmbeddedText> embedText(const QString &text)
{
    const std::u32string characters = charactersOf(text);
    if (characters.empty() || characters.size() > 1000)
        return base::failure(base::ErrorCode::Unsupported, text, tr("The mark has no text, or too much."));
    const auto font = loadFont();
    if (!font)
        return std::unexpected(font.error());

    EmbeddedText result;
    std::u32string byCode(1, U'\0');
    std::vector<std::uint16_t> glyphs(1, 0);
    int advance = 0;
    for (const char32_t character : characters) {
        std::size_t code = byCode.find(character, 1);
        if (code == std::u32string::npos) {
            code = byCode.size();
            byCode += character;
            glyphs.push_back(glyphFor(*font, character));
        }
        result.codes += static_cast<char>(code >> 8);
        result.codes += static_cast<char>(code & 0xff);
        advance += font->advanceOf(glyphs[code]);
    }
    auto subset = font->subset(glyphs);
    if (!subset)
        return base::failure(base::ErrorCode::Damaged, QStringLiteral("BIZ UDPGothic"),
                             tr("The font for marks cannot be read."));
    const int em = font->unitsPerEm();
    const auto thousandths = [em](int units) { return (units * 1000 + em / 2) / em; };
    for (const std::uint16_t glyph : glyphs)
        result.widths.push_back(thousandths(font->advanceOf(glyph)));
    result.fontName = subsetName(subset->font);
    result.fontProgram = std::move(subset->font);
    result.glyphs = subset->count;
    result.toUnicode = toUnicodeMap(byCode);
    result.ascent = thousandths(font->ascent());
    result.descent = thousandths(font->descent());
    std::ranges::transform(font->box(), result.box.begin(), thousandths);
    result.width = static_cast<double>(advance) / em;
    return result;
}

} // namespace shirushi::print
