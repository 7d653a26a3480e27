#include "label/xml/xmlscanner.h"

#include "label/xml/xmltext.h"

#include <algorithm>
#include <array>

namespace shirushi::label {

namespace {

constexpr std::size_t mostAttributes = 4096;
constexpr std::size_t mostBindings = 512; // namespaces in scope at once
constexpr std::string_view xmlNamespace = "http://www.w3.org/XML/1998/namespace";

// Beyond ASCII every character is let through: names of other scripts are rare, and harmless here.
constexpr std::array<bool, 256> nameCharacters = [] {
    std::array<bool, 256> table = {};
    for (std::size_t c = 0; c < table.size(); ++c) {
        table[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
                   || c == '.' || c == ':' || c >= 0x80;
    }
    return table;
}();

bool isNameCharacter(char c)
{
    return nameCharacters[static_cast<unsigned char>(c)];
}

bool isNameStart(char c)
{
    return isNameCharacter(c) && !(c >= '0' && c <= '9') && c != '-' && c != '.' && c != ':';
}

// A name of at most two parts (Namespaces in XML 1.0, productions 7 to 11).
bool isName(std::string_view name)
{
    if (name.empty() || !isNameStart(name.front()))
        return false;
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos
           || (colon + 1 < name.size() && isNameStart(name[colon + 1])
               && name.find(':', colon + 1) == std::string_view::npos);
}

bool namesOtherEncoding(std::string_view text)
{
    if (!text.starts_with("<?xml") || text.size() < 6 || !isXmlSpace(text[5]))
        return false;
    const std::string_view declaration = text.substr(0, text.find("?>"));
    const std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos)
        return false;
    const std::size_t open = declaration.find_first_of("\"'", at);
    if (open == std::string_view::npos)
        return true;
    const std::string_view value = declaration.substr(open + 1);
    const QByteArray name = bytesOf(value.substr(0, value.find_first_of("\"'"))).toLower();
    return name != "utf-8" && name != "utf8" && name != "us-ascii";
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

XmlEncoding encodingOf(std::string_view text)
{
    // UTF-16 and UTF-32 show a zero byte beside the first <.
    if (text.starts_with("\xfe\xff") || text.starts_with("\xff\xfe")
        || text.substr(0, 4).find('\0') != std::string_view::npos)
        return XmlEncoding::Other;
    const std::string_view marked = text.substr(text.starts_with("\xef\xbb\xbf") ? 3 : 0);
    if (namesOtherEncoding(marked))
        return XmlEncoding::Other;
    const bool readable = text.find('\0') == std::string_view::npos
                          && QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
    return readable ? XmlEncoding::Utf8 : XmlEncoding::Broken;
}

XmlScanner::XmlScanner(std::string_view text, std::size_t deepest) : m_text(text), m_deepest(deepest)
{
    if (m_text.starts_with("\xef\xbb\xbf"))
        m_end = 3;
}

XmlScanner::Token XmlScanner::malformed(XmlFault fault)
{
    m_fault = fault;
    return Token::Malformed;
}

void XmlScanner::leave()
{
    --m_depth;
    m_open.pop_back();
    while (!m_bindings.empty() && m_bindings.back().depth > m_depth)
        m_bindings.pop_back();
    m_leaving = false;
}

XmlScanner::Token XmlScanner::next()
{
    if (m_fault != XmlFault::None)
        return Token::Malformed;
    if (m_leaving)
        leave();
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

XmlScanner::Token XmlScanner::scanText()
{
    m_end = std::min(m_text.find('<', m_begin), m_text.size());
    const std::string_view text = m_text.substr(m_begin, m_end - m_begin);
    const bool outside = m_open.empty();
    if ((outside && !std::all_of(text.begin(), text.end(), isXmlSpace)) || !hasOnlyKnownReferences(text))
        return malformed();
    return Token::Text;
}

XmlScanner::Token XmlScanner::skipTo(std::string_view closing, std::size_t from)
{
    const std::size_t at = m_text.find(closing, from);
    if (at == std::string_view::npos)
        return malformed();
    m_end = at + closing.size();
    return Token::Other;
}

// Two hyphens must not stand in a comment (XML 1.0 section 2.5).
XmlScanner::Token XmlScanner::scanComment()
{
    const std::size_t hyphens = m_text.find("--", m_begin + 4);
    if (hyphens == std::string_view::npos || m_text.substr(hyphens + 2, 1) != ">")
        return malformed();
    m_end = hyphens + 3;
    return Token::Other;
}

XmlScanner::Token XmlScanner::scanMarkup()
{
    const std::string_view rest = m_text.substr(m_begin);
    if (rest.starts_with("<!--"))
        return scanComment();
    if (rest.starts_with("<![CDATA["))
        return m_open.empty() ? malformed() : skipTo("]]>", m_begin + 9);
    if (rest.starts_with("<?"))
        return skipTo("?>", m_begin + 2);
    if (rest.starts_with("<!"))
        return malformed(XmlFault::DocumentType);
    return rest.starts_with("</") ? scanEndTag() : scanStartTag();
}

void XmlScanner::skipSpace(std::size_t &at) const
{
    while (at < m_text.size() && isXmlSpace(m_text[at]))
        ++at;
}

// Empty: there is no name.
std::string_view XmlScanner::scanName(std::size_t &at) const
{
    const std::size_t begin = at;
    while (at < m_text.size() && isNameCharacter(m_text[at]))
        ++at;
    const std::string_view name = m_text.substr(begin, at - begin);
    return isName(name) ? name : std::string_view();
}

XmlFault XmlScanner::scanAttribute(std::size_t &at)
{
    ScannedAttribute attribute;
    attribute.begin = at;
    skipSpace(at);
    attribute.name = scanName(at);
    skipSpace(at);
    if (attribute.begin == at || attribute.name.empty() || at >= m_text.size() || m_text[at] != '=')
        return XmlFault::NotWellFormed;
    ++at;
    skipSpace(at);
    if (at >= m_text.size() || (m_text[at] != '"' && m_text[at] != '\''))
        return XmlFault::NotWellFormed;
    attribute.valueBegin = at + 1;
    const std::size_t valueEnd = m_text.find(m_text[at], attribute.valueBegin);
    if (valueEnd == std::string_view::npos)
        return XmlFault::NotWellFormed;
    attribute.value = m_text.substr(attribute.valueBegin, valueEnd - attribute.valueBegin);
    if (attribute.value.find('<') != std::string_view::npos || !hasOnlyKnownReferences(attribute.value))
        return XmlFault::NotWellFormed;
    at = valueEnd + 1;
    return keepAttribute(attribute);
}

XmlFault XmlScanner::keepAttribute(const ScannedAttribute &attribute)
{
    if (m_attributes.size() >= mostAttributes)
        return XmlFault::TooLarge;
    m_attributes.push_back(attribute);
    if (attribute.name == "xmlns")
        m_bindings.push_back({m_depth, {}, attribute.value});
    else if (attribute.name.starts_with("xmlns:"))
        m_bindings.push_back({m_depth, localOf(attribute.name), attribute.value});
    return m_bindings.size() > mostBindings ? XmlFault::TooLarge : XmlFault::None;
}

XmlScanner::Token XmlScanner::scanStartTag()
{
    std::size_t at = m_begin + 1;
    m_name = scanName(at);
    const bool secondRoot = m_open.empty() && m_rootSeen;
    if (m_name.empty() || secondRoot)
        return malformed();
    if (m_open.size() >= m_deepest)
        return malformed(XmlFault::TooLarge);
    m_rootSeen = true;
    m_open.push_back(m_name);
    m_depth = m_open.size();
    m_attributes.clear();
    for (;;) {
        std::size_t behindSpace = at;
        skipSpace(behindSpace);
        if (behindSpace >= m_text.size())
            return malformed();
        m_selfClosing = m_text[behindSpace] == '/';
        if (m_selfClosing || m_text[behindSpace] == '>') {
            at = behindSpace + (m_selfClosing ? 1 : 0);
            break;
        }
        if (behindSpace == at)
            return malformed();
        if (const XmlFault fault = scanAttribute(at); fault != XmlFault::None)
            return malformed(fault);
    }
    if (at >= m_text.size() || m_text[at] != '>')
        return malformed();
    m_end = at + 1;
    m_pendingEnd = m_selfClosing;
    return Token::StartTag;
}

XmlScanner::Token XmlScanner::scanEndTag()
{
    std::size_t at = m_begin + 2;
    while (at < m_text.size() && isNameCharacter(m_text[at]))
        ++at;
    m_name = m_text.substr(m_begin + 2, at - m_begin - 2);
    skipSpace(at);
    if (at >= m_text.size() || m_text[at] != '>' || m_open.empty() || m_open.back() != m_name)
        return malformed();
    m_end = at + 1;
    m_selfClosing = false;
    m_leaving = true;
    return Token::EndTag;
}

std::optional<std::string_view> XmlScanner::boundTo(std::string_view prefix) const
{
    if (prefix == "xml")
        return xmlNamespace;
    for (auto it = m_bindings.rbegin(); it != m_bindings.rend(); ++it) {
        if (it->prefix == prefix)
            return it->uri;
    }
    return std::nullopt;
}

} // namespace shirushi::label
