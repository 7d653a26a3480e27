#include "print/textfont.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace shirushi::print {

namespace {

constexpr std::size_t mostCodes = 0xfff0;

QString tr(const char *sentence)
{
    return QCoreApplication::translate("shirushi::print", sentence);
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

base::Result<TextFont> TextFont::load()
{
    // The font an application carries with it comes first.
    for (const QString &place :
         {QStringLiteral(":/fonts/BIZUDPGothic-Regular.ttf"), QStringLiteral(SHIRUSHI_FONT_REGULAR)}) {
        QFile file(place);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (auto font = TrueType::parse(file.readAll()))
            return TextFont(std::move(*font));
    }
    return base::failure(base::ErrorCode::NotFound, QStringLiteral("BIZ UDPGothic"),
                         tr("The font for marks is not installed."));
}

std::uint16_t TextFont::codeOf(char32_t character)
{
    if (const auto found = m_codes.find(character); found != m_codes.end())
        return found->second;
    // 〓, as printers have always set it, where the font lacks a character, or codes have run out.
    if (m_byCode.size() >= mostCodes)
        return 0;
    const std::uint16_t own = m_font.glyphOf(character);
    const auto code = static_cast<std::uint16_t>(m_byCode.size());
    m_byCode += character;
    m_glyphs.push_back(own != 0 ? own : m_font.glyphOf(U'〓'));
    m_codes.emplace(character, code);
    return code;
}

int TextFont::widthOf(char32_t character)
{
    return thousandths(m_font.advanceOf(m_glyphs[codeOf(character)]));
}

QByteArray TextFont::codesOf(const std::u32string &characters)
{
    QByteArray codes;
    codes.reserve(static_cast<qsizetype>(2 * characters.size()));
    for (const char32_t character : characters) {
        const std::uint16_t code = codeOf(character);
        codes += static_cast<char>(code >> 8);
        codes += static_cast<char>(code & 0xff);
    }
    return codes;
}

base::Result<FontProgram> TextFont::finish() const
{
    auto subset = m_font.subset(m_glyphs);
    if (!subset)
        return base::failure(base::ErrorCode::Damaged, QStringLiteral("BIZ UDPGothic"),
                             tr("The font for marks cannot be read."));
    FontProgram result;
    for (const std::uint16_t glyph : m_glyphs)
        result.widths.push_back(thousandths(m_font.advanceOf(glyph)));
    result.name = subsetName(subset->font);
    result.program = std::move(subset->font);
    result.glyphs = subset->count;
    result.toUnicode = toUnicodeMap(m_byCode);
    result.ascent = thousandths(m_font.ascent());
    result.descent = thousandths(m_font.descent());
    std::ranges::transform(m_font.box(), result.box.begin(), [this](int units) { return thousandths(units); });
    return result;
}

int TextFont::thousandths(int units) const
{
    const int em = m_font.unitsPerEm();
    return (units * 1000 + em / 2) / em;
}

} // namespace shirushi::print
