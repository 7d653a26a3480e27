#include "label/ooxmlscanner.h"

#include <algorithm>
#include <array>

namespace shirushi::label::ooxml {

namespace {

constexpr std::size_t deepest = 4096;
constexpr std::size_t mostAttributes = 4096;
constexpr std::size_t mostBindings = 512; // namespaces in scope at once

bool isSpace(char character)
{
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

bool isNameEnd(char character)
{
    return isSpace(character) || character == '>' || character == '/' || character == '=' ||
           character == '<' || character == '"' || character == '\'' || character == '&';
}

bool isCharacterReference(std::string_view entity)
{
    if (entity.size() < 2 || entity.front() != '#')
        return false;
    entity.remove_prefix(1);
    const bool hexadecimal = entity.front() == 'x';
    if (hexadecimal)
        entity.remove_prefix(1);
    const auto isDigit = [&](char c) {
        return (c >= '0' && c <= '9') || (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    };
    return !entity.empty() && std::all_of(entity.begin(), entity.end(), isDigit);
}

bool isKnownEntity(std::string_view entity)
{
    constexpr std::array<std::string_view, 5> known{"amp", "lt", "gt", "quot", "apos"};
    return std::find(known.begin(), known.end(), entity) != known.end() || isCharacterReference(entity);
}

} // namespace

std::string_view prefixOf(std::string_view name)
{
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

std::string_view localOf(std::string_view name)
{
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool hasOnlyKnownEntities(std::string_view value)
{
    constexpr std::size_t longestEntity = 12;
    for (std::size_t at = value.find('&'); at != std::string_view::npos; at = value.find('&', at + 1)) {
        const std::size_t end = value.substr(at, longestEntity).find(';');
        if (end == std::string_view::npos || !isKnownEntity(value.substr(at + 1, end - 1)))
            return false;
    }
    return true;
}

OoxmlScanner::OoxmlScanner(std::string_view text) : m_text(text)
{
    if (m_text.starts_with("\xef\xbb\xbf"))
        m_end = 3;
}

OoxmlScanner::Token OoxmlScanner::malformed()
{
    m_broken = true;
    return Token::Malformed;
}

OoxmlScanner::Token OoxmlScanner::next()
{
    if (m_broken)
        return Token::Malformed;
    if (m_leaving) {
        --m_depth;
        m_open.pop_back();
        while (!m_bindings.empty() && m_bindings.back().depth > m_depth)
            m_bindings.pop_back();
        m_leaving = false;
    }
    m_begin = m_end;
    if (m_pendingEnd) {
        m_pendingEnd = false;
        m_leaving = true;
        return Token::EndTag;
    }
    if (m_begin >= m_text.size())
        return m_open.empty() && m_rootSeen ? Token::End : malformed();
    return m_text[m_begin] == '<' ? scanMarkup() : scanText();
}

OoxmlScanner::Token OoxmlScanner::scanText()
{
    m_end = std::min(m_text.find('<', m_begin), m_text.size());
    const std::string_view text = m_text.substr(m_begin, m_end - m_begin);
    const bool outside = m_open.empty();
    if ((outside && !std::all_of(text.begin(), text.end(), isSpace)) || !hasOnlyKnownEntities(text))
        return malformed();
    return Token::Text;
}

OoxmlScanner::Token OoxmlScanner::skipTo(std::string_view closing, std::size_t from)
{
    const std::size_t at = m_text.find(closing, from);
    if (at == std::string_view::npos)
        return malformed();
    m_end = at + closing.size();
    return Token::Other;
}

OoxmlScanner::Token OoxmlScanner::scanMarkup()
{
    const std::string_view rest = m_text.substr(m_begin);
    if (rest.starts_with("<!--"))
        return skipTo("-->", m_begin + 4);
    if (rest.starts_with("<![CDATA["))
        return m_open.empty() ? malformed() : skipTo("]]>", m_begin + 9);
    if (rest.starts_with("<?"))
        return skipTo("?>", m_begin + 2);
    if (rest.starts_with("<!"))
        return malformed();
    return rest.starts_with("</") ? scanEndTag() : scanStartTag();
}

bool OoxmlScanner::scanAttribute(std::size_t &at)
{
    const std::size_t nameBegin = at;
    while (at < m_text.size() && !isNameEnd(m_text[at]))
        ++at;
    const std::string_view name = m_text.substr(nameBegin, at - nameBegin);
    while (at < m_text.size() && isSpace(m_text[at]))
        ++at;
    if (name.empty() || at >= m_text.size() || m_text[at] != '=' || m_attributes.size() >= mostAttributes)
        return false;
    do
        ++at;
    while (at < m_text.size() && isSpace(m_text[at]));
    if (at >= m_text.size() || (m_text[at] != '"' && m_text[at] != '\''))
        return false;
    const std::size_t valueBegin = at + 1;
    const std::size_t valueEnd = m_text.find(m_text[at], valueBegin);
    if (valueEnd == std::string_view::npos)
        return false;
    const std::string_view value = m_text.substr(valueBegin, valueEnd - valueBegin);
    if (value.find('<') != std::string_view::npos || !hasOnlyKnownEntities(value))
        return false;
    at = valueEnd + 1;
    m_attributes.push_back({name, value, valueBegin});
    if (name == "xmlns")
        m_bindings.push_back({m_depth, {}, value});
    else if (prefixOf(name) == "xmlns")
        m_bindings.push_back({m_depth, localOf(name), value});
    return m_bindings.size() <= mostBindings;
}

OoxmlScanner::Token OoxmlScanner::scanStartTag()
{
    std::size_t at = m_begin + 1;
    while (at < m_text.size() && !isNameEnd(m_text[at]))
        ++at;
    m_name = m_text.substr(m_begin + 1, at - m_begin - 1);
    const bool secondRoot = m_open.empty() && m_rootSeen;
    if (m_name.empty() || secondRoot || m_open.size() >= deepest)
        return malformed();
    m_rootSeen = true;
    m_open.push_back(m_name);
    m_depth = m_open.size();
    m_attributes.clear();
    for (;;) {
        const std::size_t spaceBegin = at;
        while (at < m_text.size() && isSpace(m_text[at]))
            ++at;
        if (at >= m_text.size())
            return malformed();
        m_selfClosing = m_text[at] == '/';
        if (m_selfClosing)
            ++at;
        if (at < m_text.size() && m_text[at] == '>')
            break;
        if (m_selfClosing || at == spaceBegin || !scanAttribute(at))
            return malformed();
    }
    m_end = at + 1;
    m_pendingEnd = m_selfClosing;
    return Token::StartTag;
}

OoxmlScanner::Token OoxmlScanner::scanEndTag()
{
    std::size_t at = m_begin + 2;
    while (at < m_text.size() && !isNameEnd(m_text[at]))
        ++at;
    m_name = m_text.substr(m_begin + 2, at - m_begin - 2);
    while (at < m_text.size() && isSpace(m_text[at]))
        ++at;
    if (at >= m_text.size() || m_text[at] != '>' || m_open.empty() || m_open.back() != m_name)
        return malformed();
    m_end = at + 1;
    m_selfClosing = false;
    m_leaving = true;
    return Token::EndTag;
}

std::string_view OoxmlScanner::namespaceOf(std::string_view prefix) const
{
    for (auto it = m_bindings.rbegin(); it != m_bindings.rend(); ++it) {
        if (it->prefix == prefix)
            return it->uri;
    }
    return {};
}

} // namespace shirushi::label::ooxml
