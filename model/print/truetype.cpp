#include "print/truetype.h"

#include <algorithm>

namespace shirushi::print {

namespace {

void append(QByteArray &bytes, std::uint32_t value, int width)
{
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 0xff);
}

void overwrite(QByteArray &bytes, qsizetype at, std::uint32_t value, int width)
{
    QByteArray written;
    append(written, value, width);
    bytes.replace(at, width, written);
}

int signedShort(std::uint32_t value)
{
    return static_cast<std::int16_t>(value);
}

std::uint32_t checksum(QByteArray table)
{
    table.append((4 - table.size() % 4) % 4, '\0');
    std::uint32_t sum = 0;
    for (qsizetype i = 0; i < table.size(); i += 4) {
        std::uint32_t word = 0;
        for (qsizetype j = i; j < i + 4; ++j)
            word = word << 8 | static_cast<unsigned char>(table[j]);
        sum += word;
    }
    return sum;
}

QByteArray assembled(const std::map<QByteArray, QByteArray> &tables)
{
    const auto count = static_cast<std::uint32_t>(tables.size());
    std::uint32_t power = 1;
    std::uint32_t exponent = 0;
    for (; power * 2 <= count; power *= 2)
        ++exponent;
    QByteArray font;
    append(font, 0x00010000, 4);
    for (const std::uint32_t field : {count, power * 16, exponent, (count - power) * 16})
        append(font, field, 2);
    auto offset = 12 + count * 16;
    for (const auto &[tag, table] : tables) {
        font += tag;
        append(font, checksum(table), 4);
        append(font, offset, 4);
        append(font, static_cast<std::uint32_t>(table.size()), 4);
        offset += static_cast<std::uint32_t>((table.size() + 3) / 4 * 4);
    }
    for (const auto &[tag, table] : tables)
        font += table + QByteArray((4 - table.size() % 4) % 4, '\0');
    return font;
}

} // namespace

std::uint32_t TrueType::number(const QByteArray &table, qsizetype at, int bytes) const
{
    if (at < 0 || at + bytes > table.size())
        return 0;
    std::uint32_t value = 0;
    for (qsizetype i = at; i < at + bytes; ++i)
        value = value << 8 | static_cast<unsigned char>(table[i]);
    return value;
}

std::optional<TrueType> TrueType::parse(QByteArray font)
{
    TrueType type;
    if (type.number(font, 0, 4) != 0x00010000)
        return std::nullopt;
    const auto count = static_cast<qsizetype>(type.number(font, 4, 2));
    for (qsizetype at = 12; at < 12 + count * 16; at += 16) {
        const qsizetype offset = type.number(font, at + 8, 4);
        const qsizetype length = type.number(font, at + 12, 4);
        if (at + 16 > font.size() || offset + length > font.size())
            return std::nullopt;
        type.m_tables[font.mid(at, 4)] = font.mid(offset, length);
    }
    for (const char *needed : {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}) {
        if (!type.m_tables.contains(needed))
            return std::nullopt;
    }
    type.m_unitsPerEm = static_cast<int>(type.number(type.m_tables["head"], 18, 2));
    type.m_longOffsets = type.number(type.m_tables["head"], 50, 2) == 1;
    type.m_wideMetrics = static_cast<int>(type.number(type.m_tables["hhea"], 34, 2));
    const QByteArray &cmap = type.m_tables["cmap"];
    for (std::uint32_t i = 0; i < type.number(cmap, 2, 2); ++i) {
        const qsizetype offset = type.number(cmap, 4 + i * 8 + 4, 4);
        const std::uint32_t format = type.number(cmap, offset, 2);
        // Format 12 knows all of Unicode, format 4 its first plane.
        if (format == 12 || (format == 4 && type.m_characters == 0))
            type.m_characters = offset;
    }
    if (type.m_unitsPerEm == 0 || type.m_wideMetrics == 0 || type.m_characters == 0)
        return std::nullopt;
    return type;
}

std::uint16_t TrueType::glyphOf(char32_t character) const
{
    const QByteArray &cmap = m_tables.at("cmap");
    const qsizetype at = m_characters;
    if (number(cmap, at, 2) == 12) {
        const auto groups = std::min<std::uint32_t>(number(cmap, at + 12, 4), 100'000);
        for (std::uint32_t i = 0; i < groups; ++i) {
            const qsizetype group = at + 16 + static_cast<qsizetype>(i) * 12;
            const std::uint32_t first = number(cmap, group, 4);
            if (character >= first && character <= number(cmap, group + 4, 4))
                return static_cast<std::uint16_t>(number(cmap, group + 8, 4) + (character - first));
        }
        return 0;
    }
    const auto twice = static_cast<qsizetype>(number(cmap, at + 6, 2));
    for (qsizetype i = 0; i < twice && character <= 0xffff; i += 2) {
        const std::uint32_t last = number(cmap, at + 14 + i, 2);
        const std::uint32_t first = number(cmap, at + 16 + twice + i, 2);
        if (character < first || character > last)
            continue;
        const std::uint32_t delta = number(cmap, at + 16 + 2 * twice + i, 2);
        const qsizetype rangeAt = at + 16 + 3 * twice + i;
        const std::uint32_t range = number(cmap, rangeAt, 2);
        if (range == 0)
            return static_cast<std::uint16_t>(character + delta);
        const std::uint32_t glyph = number(cmap, rangeAt + range + 2 * static_cast<qsizetype>(character - first), 2);
        return glyph == 0 ? std::uint16_t(0) : static_cast<std::uint16_t>(glyph + delta);
    }
    return 0;
}

int TrueType::advanceOf(std::uint16_t glyph) const
{
    return static_cast<int>(number(m_tables.at("hmtx"), 4 * std::min<int>(glyph, m_wideMetrics - 1), 2));
}

int TrueType::ascent() const
{
    return signedShort(number(m_tables.at("hhea"), 4, 2));
}

int TrueType::descent() const
{
    return signedShort(number(m_tables.at("hhea"), 6, 2));
}

std::array<int, 4> TrueType::box() const
{
    std::array<int, 4> corners = {};
    for (std::size_t i = 0; i < 4; ++i)
        corners[i] = signedShort(number(m_tables.at("head"), 36 + static_cast<qsizetype>(i) * 2, 2));
    return corners;
}

std::optional<QByteArray> TrueType::outline(std::uint16_t glyph) const
{
    const QByteArray &loca = m_tables.at("loca");
    const int width = m_longOffsets ? 4 : 2;
    const qsizetype at = static_cast<qsizetype>(glyph) * width;
    if (at + 2 * width > loca.size())
        return std::nullopt;
    const qsizetype unit = m_longOffsets ? 1 : 2;
    const qsizetype start = number(loca, at, width) * unit;
    const qsizetype end = number(loca, at + width, width) * unit;
    if (start > end || end > m_tables.at("glyf").size())
        return std::nullopt;
    return m_tables.at("glyf").mid(start, end - start);
}

bool TrueType::renumberParts(QByteArray &outline, std::vector<std::uint16_t> &glyphs) const
{
    if (outline.size() < 10 || signedShort(number(outline, 0, 2)) >= 0)
        return true;
    constexpr std::uint32_t wordArguments = 0x0001, oneScale = 0x0008, more = 0x0020, twoScales = 0x0040,
                            matrix = 0x0080;
    std::uint32_t flags = more;
    for (qsizetype at = 10; flags & more;) {
        if (at + 4 > outline.size() || glyphs.size() > 60'000)
            return false;
        flags = number(outline, at, 2);
        const auto part = static_cast<std::uint16_t>(number(outline, at + 2, 2));
        overwrite(outline, at + 2, static_cast<std::uint32_t>(glyphs.size()), 2);
        glyphs.push_back(part);
        at += 4 + (flags & wordArguments ? 4 : 2);
        at += flags & matrix ? 8 : flags & twoScales ? 4 : flags & oneScale ? 2 : 0;
    }
    return true;
}

std::optional<TrueType::Subset> TrueType::subset(std::vector<std::uint16_t> glyphs) const
{
    QByteArray glyf;
    QByteArray loca;
    QByteArray metrics;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        auto shape = outline(glyphs[i]);
        if (!shape || !renumberParts(*shape, glyphs))
            return std::nullopt;
        append(loca, static_cast<std::uint32_t>(glyf.size()), 4);
        glyf += *shape + QByteArray((4 - shape->size() % 4) % 4, '\0');
        append(metrics, static_cast<std::uint32_t>(advanceOf(glyphs[i])), 2);
        const int leftBearing = shape->size() >= 10 ? signedShort(number(*shape, 2, 2)) : 0;
        append(metrics, static_cast<std::uint32_t>(leftBearing), 2);
    }
    append(loca, static_cast<std::uint32_t>(glyf.size()), 4);
    const auto count = static_cast<std::uint32_t>(glyphs.size());
    std::map<QByteArray, QByteArray> tables{{"glyf", glyf}, {"loca", loca}, {"hmtx", metrics}};
    for (const char *copied : {"head", "hhea", "maxp", "cvt ", "fpgm", "prep"}) {
        if (const auto table = m_tables.find(copied); table != m_tables.end())
            tables[copied] = table->second;
    }
    overwrite(tables["head"], 8, 0, 4);
    overwrite(tables["head"], 50, 1, 2);
    overwrite(tables["hhea"], 34, count, 2);
    overwrite(tables["maxp"], 4, count, 2);
    const QByteArray unsummed = assembled(tables);
    overwrite(tables["head"], 8, 0xb1b0afba - checksum(unsummed), 4);
    return Subset{assembled(tables), glyphs.size()};
}

} // namespace shirushi::print
