#include "label/hidden/xmlwalk.h"

#include <algorithm>

namespace shirushi::label {

bool XmlVisitor::isIn(std::string_view local) const
{
    return std::any_of(m_open.begin(), m_open.end(), [&](const WalkedElement &open) { return open.local == local; });
}

std::string_view XmlVisitor::parent(std::size_t levels) const
{
    return m_open.size() > levels ? m_open[m_open.size() - 1 - levels].local : std::string_view();
}

const ScannedAttribute *XmlVisitor::find(std::string_view local) const
{
    for (const ScannedAttribute &attribute : *m_attributes) {
        if (localOf(attribute.name) == local)
            return &attribute;
    }
    return nullptr;
}

QString XmlVisitor::attribute(std::string_view local) const
{
    const ScannedAttribute *found = find(local);
    return found ? unescapedXml(found->value) : QString();
}

QString XmlVisitor::prefixedAttribute(std::string_view local) const
{
    for (const ScannedAttribute &attribute : *m_attributes) {
        if (localOf(attribute.name) == local && !prefixOf(attribute.name).empty())
            return unescapedXml(attribute.value);
    }
    return {};
}

bool XmlVisitor::isSwitchedOn(std::string_view local) const
{
    const ScannedAttribute *found = find(local);
    return found && (found->value == "1" || found->value == "true" || found->value == "on");
}

bool walkXml(const QByteArray &xml, XmlVisitor &visitor, const QDeadlineTimer &deadline)
{
    const std::string_view text = viewOf(xml);
    if (encodingOf(text) != XmlEncoding::Utf8)
        return false;
    constexpr std::string_view characterData = "<![CDATA[";
    XmlScanner scanner(text);
    for (std::size_t steps = 1;; ++steps) {
        if (steps % 4096 == 0 && deadline.hasExpired())
            return false;
        const auto token = scanner.next();
        const std::string_view raw = text.substr(scanner.begin(), scanner.end() - scanner.begin());
        switch (token) {
        case XmlScanner::Token::StartTag:
            visitor.m_open.push_back({localOf(scanner.name()), scanner.namespaceOf(prefixOf(scanner.name()))});
            visitor.m_attributes = &scanner.attributes();
            visitor.start();
            break;
        case XmlScanner::Token::EndTag:
            visitor.end();
            visitor.m_open.pop_back();
            break;
        case XmlScanner::Token::Text:
            if (!visitor.m_open.empty())
                visitor.text(unescapedXml(raw));
            break;
        case XmlScanner::Token::Other:
            if (raw.starts_with(characterData) && !visitor.m_open.empty())
                visitor.text(QString::fromUtf8(raw.substr(characterData.size(), raw.size() - characterData.size() - 3).data(),
                                               static_cast<qsizetype>(raw.size() - characterData.size() - 3)));
            break;
        case XmlScanner::Token::End: return true;
        case XmlScanner::Token::Malformed: return false;
        }
    }
}

WalkedElement rootOf(const QByteArray &xml)
{
    XmlScanner scanner(viewOf(xml));
    for (;;) {
        switch (scanner.next()) {
        case XmlScanner::Token::StartTag: return {localOf(scanner.name()), scanner.namespaceOf(prefixOf(scanner.name()))};
        case XmlScanner::Token::End:
        case XmlScanner::Token::Malformed: return {};
        default: break;
        }
    }
}

} // namespace shirushi::label
