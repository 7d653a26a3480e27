#include "label/hidden/pdffont.h"

namespace shirushi::label::hiddenpdf {

namespace {

constexpr std::size_t mostEntries = 200'000;
constexpr std::size_t longestSection = 100'000; // tokens
constexpr std::uint32_t widestRange = 0x10000;

std::uint32_t codeOf(const std::string &bytes)
{
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(bytes.size(), 4); ++i)
        code = code << 8 | static_cast<unsigned char>(bytes[i]);
    return code;
}

std::u16string utf16Of(const std::string &bytes)
{
    std::u16string text;
    for (std::size_t i = 0; i + 1 < std::min<std::size_t>(bytes.size(), 64); i += 2)
        text += static_cast<char16_t>(static_cast<unsigned char>(bytes[i]) << 8 | static_cast<unsigned char>(bytes[i + 1]));
    return text;
}

std::uint32_t integerOf(const QPDFTokenizer::Token &token)
{
    return token.isInteger() ? static_cast<std::uint32_t>(std::strtoul(token.getValue().c_str(), nullptr, 10)) : 0;
}

} // namespace

CharacterMap CharacterMap::parse(const std::string &content, const QDeadlineTimer &deadline)
{
    CharacterMap map;
    Tokens tokens(content);
    std::vector<QPDFTokenizer::Token> section;
    bool isInside = false;
    for (std::size_t steps = 1;; ++steps) {
        auto token = tokens.next();
        if (token.getType() == Tokens::Type::tt_eof)
            return map;
        if (steps % 1024 == 0 && deadline.hasExpired())
            throw OutOfTime();
        if (!token.isWord()) {
            if (isInside && section.size() < longestSection)
                section.push_back(std::move(token));
        } else if (token.getValue().starts_with("begin")) {
            isInside = true;
            section.clear();
        } else if (token.getValue().starts_with("end")) {
            isInside = false;
            map.take(token.getValue().substr(3), section);
            section.clear();
        }
    }
}

void CharacterMap::take(const std::string &section, const std::vector<QPDFTokenizer::Token> &tokens)
{
    const auto isString = [&](std::size_t at) { return at < tokens.size() && tokens[at].getType() == Tokens::Type::tt_string; };
    const auto code = [&](std::size_t at) { return codeOf(tokens[at].getValue()); };
    const auto hasRoom = m_texts.size() + m_ranges.size() + m_characters.size() < mostEntries;
    if (!hasRoom)
        return;
    if (section == "codespacerange") {
        for (std::size_t i = 0; isString(i) && isString(i + 1) && m_spaces.size() < 64; i += 2)
            m_spaces.push_back({std::clamp<std::size_t>(tokens[i].getValue().size(), 1, 4), code(i), code(i + 1)});
    } else if (section == "bfchar") {
        for (std::size_t i = 0; isString(i) && isString(i + 1); i += 2)
            m_texts.insert_or_assign(code(i), QString::fromStdU16String(utf16Of(tokens[i + 1].getValue())));
    } else if (section == "bfrange") {
        for (std::size_t i = 0; isString(i) && isString(i + 1) && i + 2 < tokens.size();) {
            if (isString(i + 2)) {
                m_ranges.insert_or_assign(code(i), Range{code(i), code(i + 1), utf16Of(tokens[i + 2].getValue())});
                i += 3;
                continue;
            }
            const std::uint32_t first = code(i);
            std::uint32_t offset = 0;
            for (i += 3; isString(i); ++i, ++offset)
                m_texts.insert_or_assign(first + offset, QString::fromStdU16String(utf16Of(tokens[i].getValue())));
            ++i; // the closing bracket
        }
    } else if (section == "cidrange") {
        for (std::size_t i = 0; isString(i) && isString(i + 1) && i + 2 < tokens.size(); i += 3)
            m_characters.insert_or_assign(code(i), CharacterRange{code(i), code(i + 1), integerOf(tokens[i + 2])});
    } else if (section == "cidchar") {
        for (std::size_t i = 0; isString(i) && i + 1 < tokens.size(); i += 2)
            m_characters.insert_or_assign(code(i), CharacterRange{code(i), code(i), integerOf(tokens[i + 1])});
    }
}

std::size_t CharacterMap::lengthAt(const std::string &bytes, std::size_t at) const
{
    const std::size_t left = bytes.size() - at;
    for (std::size_t length = 1; length <= std::min<std::size_t>(left, 4); ++length) {
        const std::uint32_t code = codeOf(bytes.substr(at, length));
        for (const Space &space : m_spaces) {
            if (space.length == length && code >= space.low && code <= space.high)
                return length;
        }
    }
    return std::min<std::size_t>(left, m_spaces.empty() ? 1 : m_spaces.front().length);
}

QString CharacterMap::textOf(std::uint32_t code) const
{
    if (const auto text = m_texts.find(code); text != m_texts.end())
        return text->second;
    auto range = m_ranges.upper_bound(code);
    if (range == m_ranges.begin())
        return {};
    --range;
    const Range &found = range->second;
    if (code > found.high || code - found.low > widestRange || found.first.empty())
        return {};
    std::u16string text = found.first;
    text.back() = static_cast<char16_t>(text.back() + (code - found.low));
    return QString::fromStdU16String(text);
}

std::uint32_t CharacterMap::characterOf(std::uint32_t code) const
{
    auto range = m_characters.upper_bound(code);
    if (range == m_characters.begin())
        return code;
    --range;
    return code <= range->second.high ? range->second.first + (code - range->second.low) : code;
}

} // namespace shirushi::label::hiddenpdf
