#include "label/hidden/pdffont.h"

#include "platform/oldencoding.h"

#include <array>

namespace shirushi::label::hiddenpdf {

namespace {

constexpr std::size_t longestMap = 4 << 20;
constexpr std::size_t mostWidths = 100'000;

// Of the characters 32 to 126, in thousandths: what a PDF need not say of the fonts that every program has
// (ISO 32000-1, 9.6.2.2).
constexpr std::array<std::uint16_t, 95> helvetica{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
constexpr std::array<std::uint16_t, 95> times{
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
    500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};

QPDFObjectHandle entry(QPDFObjectHandle dictionary, const char *key)
{
    return dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
}

std::string nameIn(QPDFObjectHandle dictionary, const char *key)
{
    QPDFObjectHandle value = entry(dictionary, key);
    return value.isName() ? value.getName() : std::string();
}

bool contains(const std::string &text, const char *part)
{
    return text.find(part) != std::string::npos;
}

std::uint32_t codeIn(const std::string &bytes, std::size_t at, std::size_t length)
{
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < length; ++i)
        code = code << 8 | static_cast<unsigned char>(bytes[at + i]);
    return code;
}

bool isLead(unsigned char byte)
{
    return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC);
}

} // namespace

Font::Font(QPDFObjectHandle font, const QDeadlineTimer &deadline)
{
    bool isCut = false;
    if (QPDFObjectHandle map = entry(font, "/ToUnicode"); map.isStream())
        m_toUnicode = CharacterMap::parse(dataOf(map, longestMap, deadline, isCut), deadline);
    if (nameIn(font, "/Subtype") == "/Type0")
        readComposite(font, deadline);
    else
        readSimple(font);
}

void Font::readSimple(QPDFObjectHandle font)
{
    if (nameIn(font, "/Subtype") == "/Type3") {
        QPDFObjectHandle matrix = entry(font, "/FontMatrix");
        if (matrix.isArray() && matrix.getArrayNItems() == 6)
            m_unit = std::abs(numberOf(matrix.getArrayItem(0), 0.001));
    }
    QPDFObjectHandle widths = entry(font, "/Widths");
    const auto first = static_cast<std::uint32_t>(std::clamp(numberOf(entry(font, "/FirstChar")), 0.0, 255.0));
    if (widths.isArray()) {
        const int count = std::min(widths.getArrayNItems(), 256);
        for (int i = 0; i < count; ++i)
            m_widths[first + static_cast<std::uint32_t>(i)] = numberOf(widths.getArrayItem(i));
        m_defaultWidth = numberOf(entry(entry(font, "/FontDescriptor"), "/MissingWidth"), 0);
        return;
    }
    const std::string base = nameIn(font, "/BaseFont");
    m_defaultWidth = contains(base, "Courier") ? 600 : 556;
    if (!contains(base, "Courier"))
        m_builtInWidths = contains(base, "Times") ? times.data() : helvetica.data();
}

void Font::readComposite(QPDFObjectHandle font, const QDeadlineTimer &deadline)
{
    m_codes = Codes::TwoBytes;
    QPDFObjectHandle encoding = entry(font, "/Encoding");
    if (encoding.isStream()) {
        bool isCut = false;
        m_encoding = CharacterMap::parse(dataOf(encoding, longestMap, deadline, isCut), deadline);
        m_codes = m_encoding.hasCodeSpace() ? Codes::Mapped : Codes::TwoBytes;
        m_isVertical = numberOf(entry(encoding.getDict(), "/WMode")) == 1;
    } else if (encoding.isName()) {
        const std::string name = encoding.getName();
        m_isVertical = name.ends_with("V");
        if (contains(name, "UCS2") || contains(name, "UTF16"))
            m_codes = Codes::Unicode;
        else if (contains(name, "RKSJ"))
            m_codes = Codes::ShiftJis;
    }
    QPDFObjectHandle descendants = entry(font, "/DescendantFonts");
    if (!descendants.isArray() || descendants.getArrayNItems() < 1)
        return;
    QPDFObjectHandle descendant = descendants.getArrayItem(0);
    m_defaultWidth = numberOf(entry(descendant, "/DW"), 1000);
    readWidths(entry(descendant, "/W"));
}

// "first [width width]" and "first last width" (9.7.4.3).
void Font::readWidths(QPDFObjectHandle widths)
{
    if (!widths.isArray())
        return;
    const int count = std::min(widths.getArrayNItems(), static_cast<int>(mostWidths));
    const auto at = [&](int i) { return i < count ? widths.getArrayItem(i) : QPDFObjectHandle::newNull(); };
    for (int i = 0; i + 1 < count;) {
        const auto first = static_cast<std::uint32_t>(std::clamp(numberOf(at(i)), 0.0, 65535.0));
        QPDFObjectHandle second = at(i + 1);
        if (second.isArray()) {
            const int length = std::min(second.getArrayNItems(), 65536);
            for (int j = 0; j < length && m_widths.size() < mostWidths; ++j)
                m_widths[first + static_cast<std::uint32_t>(j)] = numberOf(second.getArrayItem(j));
            i += 2;
        } else {
            m_widthRanges[first] = {static_cast<std::uint32_t>(std::clamp(numberOf(second), 0.0, 65535.0)), numberOf(at(i + 2))};
            i += 3;
        }
    }
}

double Font::widthOf(std::uint32_t character) const
{
    if (const auto width = m_widths.find(character); width != m_widths.end())
        return width->second;
    if (auto range = m_widthRanges.upper_bound(character); range != m_widthRanges.begin()) {
        --range;
        if (character <= range->second.last)
            return range->second.width;
    }
    if (m_builtInWidths && character >= 32 && character <= 126)
        return m_builtInWidths[character - 32];
    return m_defaultWidth;
}

std::size_t Font::codeLength(const std::string &bytes, std::size_t at) const
{
    const std::size_t left = bytes.size() - at;
    switch (m_codes) {
    case Codes::OneByte: return 1;
    case Codes::Mapped: return std::max<std::size_t>(1, m_encoding.lengthAt(bytes, at));
    case Codes::ShiftJis: return isLead(static_cast<unsigned char>(bytes[at])) ? std::min<std::size_t>(left, 2) : 1;
    case Codes::TwoBytes:
    case Codes::Unicode: break;
    }
    return std::min<std::size_t>(left, 2);
}

ShownLetter Font::letter(std::uint32_t code, std::size_t length, const std::string &bytes) const
{
    ShownLetter letter;
    letter.isBlank = length == 1 && code == 32;
    letter.text = m_toUnicode.textOf(code);
    std::uint32_t character = m_codes == Codes::Mapped ? m_encoding.characterOf(code) : code;
    bool isHalf = false; // of the predefined encodings only the letters of ASCII are that
    if (m_codes == Codes::Unicode) {
        isHalf = code < 0x80;
        if (letter.text.isEmpty())
            letter.text = QChar(static_cast<char16_t>(code));
    } else if (m_codes == Codes::ShiftJis) {
        isHalf = length == 1;
        if (letter.text.isEmpty())
            letter.text = platform::fromCp932(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))).value_or(QString());
    } else if (m_codes == Codes::OneByte && letter.text.isEmpty() && !m_toUnicode.hasTexts() && code >= 32) {
        letter.text = QChar(static_cast<char16_t>(code));
    }
    letter.width = (isHalf ? 500 : m_codes == Codes::Unicode || m_codes == Codes::ShiftJis ? m_defaultWidth : widthOf(character)) * m_unit;
    return letter;
}

std::vector<ShownLetter> Font::letters(const std::string &bytes) const
{
    std::vector<ShownLetter> all;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = std::max<std::size_t>(1, codeLength(bytes, at));
        all.push_back(letter(codeIn(bytes, at, length), length, bytes.substr(at, length)));
        at += length;
    }
    return all;
}

} // namespace shirushi::label::hiddenpdf
