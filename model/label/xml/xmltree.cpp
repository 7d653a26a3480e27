#include "label/xml/xmltree.h"

#include <algorithm>
#include <set>

namespace shirushi::label {

using Token = XmlScanner::Token;

class XmlTreeBuilder
{
public:
    XmlTreeBuilder(XmlTree &tree, std::string_view text, const XmlTreeRules &rules)
        : m_tree(tree), m_rules(rules), m_scanner(text, rules.deepestNesting)
    {
    }

    XmlFault build()
    {
        for (Token token = m_scanner.next(); token != Token::End; token = m_scanner.next()) {
            if (token == Token::Malformed)
                return m_scanner.fault();
            if (m_scanner.depth() > m_rules.deepestKept)
                continue;
            if (token == Token::StartTag) {
                if (const XmlFault fault = open(); fault != XmlFault::None)
                    return fault;
            } else if (token == Token::EndTag) {
                close();
            }
        }
        return XmlFault::None;
    }

private:
    XmlFault open()
    {
        if (m_tree.m_elements.size() >= m_rules.mostNodes
            || m_tree.m_attributes.size() + m_scanner.attributes().size() > m_rules.mostNodes)
            return XmlFault::TooLarge;
        XmlElement element;
        const std::string_view name = m_scanner.name();
        element.name = {name, m_scanner.namespaceOf(prefixOf(name))};
        element.whole = {m_scanner.begin(), m_scanner.end()};
        element.content = {m_scanner.end(), m_scanner.end()};
        element.depth = static_cast<std::uint32_t>(m_scanner.depth());
        element.selfClosing = m_scanner.isSelfClosing();
        element.firstAttribute = m_tree.m_attributes.size();
        element.attributeCount = m_scanner.attributes().size();
        for (const ScannedAttribute &scanned : m_scanner.attributes())
            m_tree.m_attributes.push_back(attributeOf(scanned));
        if (m_rules.checksNames && !areNamesGood(element))
            return XmlFault::NotWellFormed;
        append(element);
        return XmlFault::None;
    }

    // An attribute without a prefix is in no namespace, whatever the default one is.
    XmlAttribute attributeOf(const ScannedAttribute &scanned) const
    {
        const std::size_t valueEnd = scanned.valueBegin + scanned.value.size();
        const std::string_view prefix = prefixOf(scanned.name);
        const bool isBare = prefix.empty() || prefix == "xmlns";
        return {{scanned.name, isBare ? std::string_view() : m_scanner.namespaceOf(prefix)},
                {scanned.begin, valueEnd + 1},
                {scanned.valueBegin, valueEnd}};
    }

    bool areNamesGood(const XmlElement &element) const
    {
        const auto isBound = [&](std::string_view prefix) { return prefix.empty() || m_scanner.boundTo(prefix); };
        if (!isBound(element.name.prefix()))
            return false;
        std::set<std::string_view> seen;
        for (const ScannedAttribute &attribute : m_scanner.attributes()) {
            const std::string_view prefix = prefixOf(attribute.name);
            if ((prefix != "xmlns" && !isBound(prefix)) || !seen.insert(attribute.name).second)
                return false;
        }
        return true;
    }

    void append(XmlElement element)
    {
        auto &elements = m_tree.m_elements;
        const auto index = static_cast<std::int32_t>(elements.size());
        if (!m_open.empty()) {
            element.parent = m_open.back();
            XmlElement &parent = elements[static_cast<std::size_t>(element.parent)];
            if (parent.firstChild == XmlElement::none)
                parent.firstChild = index;
            else
                elements[static_cast<std::size_t>(parent.lastChild)].next = index;
            parent.lastChild = index;
        }
        elements.push_back(element);
        m_open.push_back(index);
    }

    void close()
    {
        XmlElement &element = m_tree.m_elements[static_cast<std::size_t>(m_open.back())];
        if (!element.selfClosing) {
            element.content.end = m_scanner.begin();
            element.whole.end = m_scanner.end();
        }
        m_open.pop_back();
    }

    XmlTree &m_tree;
    const XmlTreeRules &m_rules;
    XmlScanner m_scanner;
    std::vector<std::int32_t> m_open;
};

std::expected<XmlTree, XmlFault> XmlTree::parse(const QByteArray &document, const XmlTreeRules &rules)
{
    XmlTree tree;
    tree.m_document = document;
    std::string_view text = viewOf(tree.m_document);
    if (text.size() > rules.longest)
        return std::unexpected(XmlFault::TooLarge);
    while (rules.dropsZeros && text.ends_with('\0'))
        text.remove_suffix(1);
    const XmlEncoding encoding = encodingOf(text);
    if (encoding != XmlEncoding::Utf8)
        return std::unexpected(encoding == XmlEncoding::Other ? XmlFault::Encoding : XmlFault::NotWellFormed);
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 && !isXmlSpace(c); };
    if (rules.checksNames && std::ranges::any_of(text, isControl))
        return std::unexpected(XmlFault::NotWellFormed);
    if (const XmlFault fault = XmlTreeBuilder(tree, text, rules).build(); fault != XmlFault::None)
        return std::unexpected(fault);
    return tree;
}

std::optional<QString> XmlTree::text(const XmlElement &element) const
{
    return element.firstChild == XmlElement::none ? std::optional(textInXml(raw(element.content))) : std::nullopt;
}

const XmlAttribute *XmlTree::attribute(const XmlElement &element, std::string_view uri, std::string_view local) const
{
    for (std::size_t i = 0; i < element.attributeCount; ++i) {
        const XmlAttribute &candidate = m_attributes[element.firstAttribute + i];
        if (candidate.name.is(uri, local) && !candidate.isDeclaration())
            return &candidate;
    }
    return nullptr;
}

const XmlAttribute *XmlTree::attribute(const XmlElement &element, std::string_view written) const
{
    for (std::size_t i = 0; i < element.attributeCount; ++i) {
        const XmlAttribute &candidate = m_attributes[element.firstAttribute + i];
        if (candidate.name.written == written)
            return &candidate;
    }
    return nullptr;
}

std::string_view XmlTree::rawValue(const XmlElement &element, std::string_view written) const
{
    const XmlAttribute *found = attribute(element, written);
    return found ? raw(found->value) : std::string_view();
}

std::optional<std::string_view> XmlTree::prefixFor(std::string_view uri) const
{
    for (std::size_t i = 0; i < root().attributeCount; ++i) {
        const XmlAttribute &candidate = m_attributes[root().firstAttribute + i];
        if (candidate.name.prefix() == "xmlns" && raw(candidate.value) == uri)
            return candidate.name.local();
    }
    return std::nullopt;
}

const XmlElement *XmlTree::child(const XmlElement &element, std::string_view uri, std::string_view local) const
{
    for (const XmlElement *it = firstChild(element); it; it = nextSibling(*it)) {
        if (it->name.is(uri, local))
            return it;
    }
    return nullptr;
}

const XmlElement *XmlTree::child(const XmlElement &element, std::string_view written) const
{
    for (const XmlElement *it = firstChild(element); it; it = nextSibling(*it)) {
        if (it->name.written == written)
            return it;
    }
    return nullptr;
}

std::vector<const XmlElement *> XmlTree::children(const XmlElement &element) const
{
    std::vector<const XmlElement *> found;
    for (const XmlElement *it = firstChild(element); it; it = nextSibling(*it))
        found.push_back(it);
    return found;
}

} // namespace shirushi::label
