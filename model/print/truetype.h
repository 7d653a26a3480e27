// TrueType fonts (ISO/IEC 14496-22, with glyf outlines) as far as a subset of one needs it: which glyph a
// character has, how wide it is, and a new font with nothing but chosen glyphs. The bytes are checked at every
// step, so a broken font gives an empty answer and no crash. Pure reading, any thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace shirushi::print {

class TrueType
{
public:
    /// Nothing: not a TrueType font, or it lacks a table.
    static std::optional<TrueType> parse(QByteArray font);

    /// 0: the font has no glyph for `character`.
    std::uint16_t glyphOf(char32_t character) const;
    /// In units of the em.
    int advanceOf(std::uint16_t glyph) const;
    int unitsPerEm() const { return m_unitsPerEm; }
    int ascent() const;
    int descent() const; // below the base line: negative
    std::array<int, 4> box() const;

    /// A font in which glyph i is `glyphs`[i] of this one; the parts of composed glyphs follow behind them.
    /// `count` says how many glyphs it has.
    struct Subset {
        QByteArray font;
        std::size_t count = 0;
    };
    std::optional<Subset> subset(std::vector<std::uint16_t> glyphs) const;

private:
    std::optional<QByteArray> outline(std::uint16_t glyph) const;
    std::uint32_t number(const QByteArray &table, qsizetype at, int bytes) const;
    bool renumberParts(QByteArray &outline, std::vector<std::uint16_t> &glyphs) const;

    std::map<QByteArray, QByteArray> m_tables;
    qsizetype m_characters = 0; // the subtable of cmap that is used
    int m_unitsPerEm = 0;
    int m_wideMetrics = 0;
    bool m_longOffsets = false;
};

} // namespace shirushi::print
