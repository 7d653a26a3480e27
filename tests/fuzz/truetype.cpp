// TrueType fonts: characters looked up, a subset made and read again.
#include "fuzz/target.h"

#include "print/truetype.h"

#include <QFile>

namespace shirushi::fuzz {

std::vector<QByteArray> words()
{
    return {"cmap", "glyf", "loca", "hmtx", "maxp", QByteArray("\0\x0c\0\0", 4), QByteArray("\0\4", 2), QByteArray("\xff\xff", 2),
            QByteArray("\0\x20", 2), QByteArray(4, '\0')};
}

namespace {

constexpr QStringView text = u"自治体機密性3B Åé";

QByteArray big(std::uint32_t value, int bytes)
{
    QByteArray out;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out += static_cast<char>(value >> shift & 0xff);
    return out;
}

// Both forms of a table of characters, in which glyph i is the character `first` + i.
QByteArray characters(std::uint32_t first, std::uint32_t count)
{
    const QByteArray format4 = big(4, 2) + big(32, 2) + big(0, 2) + big(4, 2) + QByteArray(6, 0) + big(first + count - 1, 2) + big(0xffff, 2)
                               + big(0, 2) + big(first, 2) + big(0xffff, 2) + big(0x10000 - first, 2) + big(1, 2) + big(0, 4);
    const QByteArray format12 = big(12, 2) + big(0, 2) + big(28, 4) + big(0, 4) + big(1, 4) + big(first, 4) + big(first + count - 1, 4) + big(0, 4);
    return big(0, 2) + big(2, 2) + big(3, 2) + big(1, 2) + big(20, 4) + big(3, 2) + big(10, 2)
           + big(20 + static_cast<std::uint32_t>(format4.size()), 4) + format4 + format12;
}

// `font`, a subset, with a table of characters put in front of its tables.
QByteArray withCharacters(const QByteArray &font, const QByteArray &cmap)
{
    const int count = static_cast<unsigned char>(font[5]);
    QByteArray directory = big(0x00010000, 4) + big(static_cast<std::uint32_t>(count) + 1, 2) + QByteArray(6, 0);
    const std::uint32_t shift = 16;
    directory += "cmap" + big(0, 4) + big(static_cast<std::uint32_t>(font.size()) + shift, 4) + big(static_cast<std::uint32_t>(cmap.size()), 4);
    for (int i = 0; i < count; ++i) {
        const QByteArray row = font.mid(12 + 16 * i, 16);
        std::uint32_t offset = 0;
        for (qsizetype j = 8; j < 12; ++j)
            offset = offset << 8 | static_cast<unsigned char>(row[j]);
        directory += row.left(8) + big(offset + shift, 4) + row.mid(12);
    }
    return directory + font.mid(12 + 16 * count) + cmap;
}

} // namespace

std::vector<QByteArray> seeds()
{
    QFile file(QStringLiteral(SHIRUSHI_FONT_REGULAR));
    demand(file.open(QIODevice::ReadOnly), "the font is installed");
    const auto font = print::TrueType::parse(file.readAll());
    demand(font.has_value(), "the font can be read");
    std::vector<std::uint16_t> glyphs{0};
    for (const QChar character : text)
        glyphs.push_back(font->glyphOf(character.unicode()));
    const auto subset = font->subset(glyphs);
    demand(subset.has_value(), "the font can be cut down");
    const QByteArray small = withCharacters(subset->font, characters(0x20, static_cast<std::uint32_t>(subset->count)));
    demand(print::TrueType::parse(small).has_value(), "the sample is a font");
    return {small};
}

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using shirushi::print::TrueType;
    const auto font = TrueType::parse(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!font)
        return 0;
    static_cast<void>(font->ascent() + font->descent() + font->box()[0]);
    std::vector<std::uint16_t> glyphs{0};
    for (const char32_t character : {U' ', U'3', U'B', U'自', U'\U00020bb7', U'\U0010ffff'}) {
        glyphs.push_back(font->glyphOf(character));
        static_cast<void>(font->advanceOf(glyphs.back()));
    }
    if (const auto subset = font->subset(glyphs))
        shirushi::fuzz::demand(subset->count >= glyphs.size(), "a subset has what was asked for");
    return 0;
}
