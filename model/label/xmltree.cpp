#include "label/xmltree.h"

#include <QCoreApplication>

#include <limits>
#include <map>

namespace shirushi::label {

using base::ErrorCode;

namespace {

constexpr qsizetype longestDocument = 32 << 20;
constexpr std::size_t mostNodes = 400'000;
constexpr std::size_t deepest = 256;
constexpr std::string_view xmlNamespace = "http://www.w3.org/XML/1998/namespace";

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Beyond ASCII every character is let through: names of other scripts are rare, and harmless here.
bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool isNameCharacter(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

bool isXmlCharacter(char32_t c)
{
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
           || (c >= 0x10000 && c <= 0x10FFFF);
}

// The character that the reference between & and ; means (XML 1.0 section 4.1).
std::optional<char32_t> referenced(std::string_view name)
{
    if (name == "lt") return U'<';
    if (name == "gt") return U'>';
    if (name == "amp") return U'&';
    if (name == "quot") return U'"';
    if (name == "apos") return U'\'';
    if (name.size() < 2 || name.size() > 10 || name[0] != '#')
        return std::nullopt;
    const bool hex = name[1] == 'x';
    const std::string_view digits = name.substr(hex ? 2 : 1);
    bool ok = false;
    const auto code = QByteArray(digits.data(), static_cast<qsizetype>(digits.size())).toUInt(&ok, hex ? 16 : 10);
    if (!ok || digits.empty() || digits[0] == '+' || digits[0] == '-' || !isXmlCharacter(code))
        return std::nullopt;
    return static_cast<char32_t>(code);
}

// Every & is a reference that can be resolved.
bool areReferencesGood(std::string_view text)
{
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        const std::size_t end = text.substr(at, 16).find(';');
        if (end == std::string_view::npos || !referenced(text.substr(at + 1, end - 1)))
            return false;
    }
    return true;
}

QString resolved(std::string_view text)
{
    QString result;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t reference = std::min(text.find('&', at), text.size());
        result += QString::fromUtf8(text.data() + at, static_cast<qsizetype>(reference - at));
        if (reference == text.size())
            break;
        const std::size_t end = text.find(';', reference);
        const char32_t character = referenced(text.substr(reference + 1, end - reference - 1)).value_or(U'?');
        result += QString::fromUcs4(&character, 1);
        at = end + 1;
    }
    return result;
}

} // namespace

class XmlParser
{
public:
    XmlParser(XmlTree &tree, const QString &subject)
        : m_tree(tree), m_subject(subject),
          m_text(tree.m_document.constData(), static_cast<std::size_t>(tree.m_document.size()))
    {
    }

    base::Result<void> parse()
    {
        if (const auto encoding = checkEncoding(); !encoding)
            return encoding;
        while (m_at < m_text.size()) {
            if (const auto step = parseOne(); !step)
                return step;
        }
        if (!m_open.empty() || m_tree.m_elements.empty())
            return damaged();
        return {};
    }

private:
    std::unexpected<base::Error> damaged() const
    {
        return base::failure(ErrorCode::Damaged, m_subject, tr("The XMP metadata in this file is damaged."));
    }
    std::unexpected<base::Error> tooLarge() const
    {
        return base::failure(ErrorCode::TooLarge, m_subject, tr("The XMP metadata in this file is too large."));
    }

    base::Result<void> checkEncoding()
    {
        const auto refused = [&] {
            return base::failure(ErrorCode::Unsupported, m_subject,
                                 tr("The XMP metadata in this file is not in UTF-8."));
        };
        // XMP may be in UTF-16 or UTF-32 (ISO 16684-1, 7.1); either shows a zero byte beside the first <.
        if (m_text.starts_with("\xFE\xFF") || m_text.starts_with("\xFF\xFE")
            || m_text.substr(0, 4).find('\0') != std::string_view::npos)
            return refused();
        if (m_text.starts_with("\xEF\xBB\xBF"))
            m_at = 3;
        // A packet is sometimes followed by zero bytes: they are kept, and are no part of the document.
        while (m_text.ends_with('\0'))
            m_text.remove_suffix(1);
        if (!QByteArrayView(m_text.data(), static_cast<qsizetype>(m_text.size())).isValidUtf8())
            return damaged();
        for (const char c : m_text) {
            if (static_cast<unsigned char>(c) < 0x20 && !isSpace(c))
                return damaged();
        }
        if (m_text.substr(m_at).starts_with("<?xml ")) {
            const std::string_view declaration = m_text.substr(m_at, m_text.find("?>", m_at) - m_at);
            const QByteArray lower =
                QByteArray(declaration.data(), static_cast<qsizetype>(declaration.size())).toLower();
            if (lower.contains("encoding") && !lower.contains("utf-8"))
                return refused();
        }
        return {};
    }

    base::Result<void> parseOne()
    {
        const std::string_view rest = m_text.substr(m_at);
        if (rest[0] != '<')
            return parseText();
        if (rest.starts_with("<?"))
            return skipTo("?>", 2);
        if (rest.starts_with("<!--"))
            return skipTo("-->", 4);
        if (rest.starts_with("<![CDATA["))
            return m_open.empty() ? base::Result<void>(damaged()) : skipTo("]]>", 9);
        if (rest.starts_with("</"))
            return parseEndTag();
        return parseStartTag(); // a document type declaration fails there: ! begins no name
    }

    base::Result<void> skipTo(std::string_view end, std::size_t from)
    {
        const std::size_t found = m_text.find(end, m_at + from);
        if (found == std::string_view::npos)
            return damaged();
        m_at = found + end.size();
        return {};
    }

    base::Result<void> parseText()
    {
        const std::size_t end = std::min(m_text.find('<', m_at), m_text.size());
        const std::string_view text = m_text.substr(m_at, end - m_at);
        if (m_open.empty() ? text.find_first_not_of(" \t\r\n") != std::string_view::npos
                           : !areReferencesGood(text))
            return damaged();
        m_at = end;
        return {};
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    // prefix:local or local; nothing if no name stands here.
    std::optional<XmlName> parseName()
    {
        const auto part = [&]() -> std::string_view {
            const std::size_t begin = m_at;
            if (m_at >= m_text.size() || !isNameStart(m_text[m_at]))
                return {};
            while (m_at < m_text.size() && isNameCharacter(m_text[m_at]))
                ++m_at;
            return m_text.substr(begin, m_at - begin);
        };
        XmlName name;
        name.local = part();
        if (name.local.empty())
            return std::nullopt;
        if (m_at < m_text.size() && m_text[m_at] == ':') {
            ++m_at;
            name.prefix = name.local;
            name.local = part();
            if (name.local.empty())
                return std::nullopt;
        }
        return name;
    }

    base::Result<void> parseEndTag()
    {
        m_at += 2;
        const auto name = parseName();
        skipSpace();
        if (!name || m_open.empty() || m_at >= m_text.size() || m_text[m_at] != '>')
            return damaged();
        ++m_at;
        XmlElement &element = m_tree.m_elements[static_cast<std::size_t>(m_open.back())];
        if (name->prefix != element.name.prefix || name->local != element.name.local)
            return damaged();
        element.content.end = m_text.rfind("</", m_at - 1);
        element.whole.end = m_at;
        close(element);
        return {};
    }

    void close(const XmlElement &element)
    {
        for (std::size_t i = 0; i < element.attributeCount; ++i) {
            const XmlAttribute &attribute = m_tree.m_attributes[element.firstAttribute + i];
            if (const auto prefix = declaredPrefix(attribute))
                m_namespaces[*prefix].pop_back();
        }
        m_open.pop_back();
    }

    // The prefix that an attribute declares; empty for the default namespace.
    static std::optional<std::string_view> declaredPrefix(const XmlAttribute &attribute)
    {
        if (attribute.name.prefix == "xmlns")
            return attribute.name.local;
        if (attribute.name.prefix.empty() && attribute.name.local == "xmlns")
            return std::string_view();
        return std::nullopt;
    }

    base::Result<void> parseStartTag()
    {
        const std::size_t begin = m_at++;
        const auto name = parseName();
        if (!name || (m_open.empty() && !m_tree.m_elements.empty()))
            return damaged();
        if (m_tree.m_elements.size() >= mostNodes || m_open.size() >= deepest)
            return tooLarge();
        XmlElement element;
        element.name = *name;
        element.whole.begin = element.startTag.begin = begin;
        element.firstAttribute = m_tree.m_attributes.size();
        if (const auto attributes = parseAttributes(); !attributes)
            return attributes;
        element.attributeCount = m_tree.m_attributes.size() - element.firstAttribute;
        if (m_at < m_text.size() && m_text[m_at] == '/') {
            element.selfClosing = true;
            ++m_at;
        }
        if (m_at >= m_text.size() || m_text[m_at] != '>')
            return damaged();
        ++m_at;
        element.startTag.end = element.whole.end = element.content.begin = element.content.end = m_at;
        if (const auto bound = bindNames(element); !bound)
            return bound;
        append(element);
        return {};
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
        if (element.selfClosing)
            close(elements.back());
    }

    base::Result<void> parseAttributes()
    {
        for (;;) {
            XmlAttribute attribute;
            attribute.whole.begin = m_at;
            skipSpace();
            if (m_at >= m_text.size())
                return damaged();
            if (m_text[m_at] == '>' || m_text[m_at] == '/')
                return {};
            if (m_at == attribute.whole.begin)
                return damaged();
            const auto name = parseName();
            skipSpace();
            if (!name || m_at >= m_text.size() || m_text[m_at] != '=')
                return damaged();
            ++m_at;
            skipSpace();
            if (m_at >= m_text.size() || (m_text[m_at] != '"' && m_text[m_at] != '\''))
                return damaged();
            attribute.quote = m_text[m_at++];
            const std::size_t end = m_text.find(attribute.quote, m_at);
            if (end == std::string_view::npos)
                return damaged();
            attribute.name = *name;
            attribute.value = {m_at, end};
            const std::string_view value = m_text.substr(m_at, end - m_at);
            if (value.find('<') != std::string_view::npos || !areReferencesGood(value))
                return damaged();
            m_at = attribute.whole.end = end + 1;
            if (m_tree.m_attributes.size() >= mostNodes)
                return tooLarge();
            m_tree.m_attributes.push_back(attribute);
        }
    }

    base::Result<void> bindNames(XmlElement &element)
    {
        const auto begin = m_tree.m_attributes.begin() + static_cast<std::ptrdiff_t>(element.firstAttribute);
        for (auto it = begin; it != m_tree.m_attributes.end(); ++it) {
            if (const auto prefix = declaredPrefix(*it))
                m_namespaces[*prefix].push_back(m_tree.raw(it->value));
        }
        if (!bind(element.name, true))
            return damaged();
        std::map<std::pair<std::string_view, std::string_view>, bool> seen;
        for (auto it = begin; it != m_tree.m_attributes.end(); ++it) {
            if (!declaredPrefix(*it) && !bind(it->name, false))
                return damaged();
            const bool isNew = seen.emplace(std::pair(it->name.prefix, it->name.local), true).second;
            if (!isNew)
                return damaged();
        }
        return {};
    }

    // An attribute without a prefix is in no namespace, whatever the default one is.
    bool bind(XmlName &name, bool isElement) const
    {
        if (name.prefix == "xml") {
            name.uri = xmlNamespace;
            return true;
        }
        if (name.prefix.empty() && !isElement)
            return true;
        const auto found = m_namespaces.find(name.prefix);
        if (found == m_namespaces.end() || found->second.empty())
            return name.prefix.empty();
        name.uri = found->second.back();
        return true;
    }

    XmlTree &m_tree;
    const QString &m_subject;
    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<std::int32_t> m_open;
    std::map<std::string_view, std::vector<std::string_view>> m_namespaces;
};

base::Result<XmlTree> XmlTree::parse(const QByteArray &document, const QString &subject)
{
    if (document.size() > longestDocument)
        return base::failure(ErrorCode::TooLarge, subject, tr("The XMP metadata in this file is too large."));
    XmlTree tree;
    tree.m_document = document;
    if (const auto parsed = XmlParser(tree, subject).parse(); !parsed)
        return std::unexpected(parsed.error());
    return tree;
}

QString XmlTree::value(const XmlAttribute &attribute) const
{
    return resolved(raw(attribute.value));
}

std::optional<QString> XmlTree::text(const XmlElement &element) const
{
    if (element.firstChild != XmlElement::none)
        return std::nullopt;
    QString result;
    const std::string_view content = raw(element.content);
    for (std::size_t at = 0; at < content.size();) {
        const std::string_view rest = content.substr(at);
        const auto upTo = [&](std::string_view end) { return std::min(rest.find(end), rest.size()); };
        if (rest.starts_with("<![CDATA[")) {
            const std::size_t end = upTo("]]>");
            result += QString::fromUtf8(rest.data() + 9, static_cast<qsizetype>(end - 9));
            at += end + 3;
        } else if (rest.starts_with("<!--")) {
            at += upTo("-->") + 3;
        } else if (rest.starts_with("<?")) {
            at += upTo("?>") + 2;
        } else {
            const std::size_t end = upTo("<");
            result += resolved(rest.substr(0, end));
            at += end;
        }
    }
    return result;
}

const XmlAttribute *XmlTree::attribute(const XmlElement &element, std::string_view uri, std::string_view local) const
{
    for (std::size_t i = 0; i < element.attributeCount; ++i) {
        const XmlAttribute &candidate = m_attributes[element.firstAttribute + i];
        if (candidate.name.is(uri, local) && candidate.name.prefix != "xmlns")
            return &candidate;
    }
    return nullptr;
}

const XmlElement *XmlTree::firstChild(const XmlElement &element) const
{
    return element.firstChild == XmlElement::none ? nullptr
                                                  : &m_elements[static_cast<std::size_t>(element.firstChild)];
}

const XmlElement *XmlTree::nextSibling(const XmlElement &element) const
{
    return element.next == XmlElement::none ? nullptr : &m_elements[static_cast<std::size_t>(element.next)];
}

const XmlElement *XmlTree::child(const XmlElement &element, std::string_view uri, std::string_view local) const
{
    for (const XmlElement *it = firstChild(element); it; it = nextSibling(*it)) {
        if (it->name.is(uri, local))
            return it;
    }
    return nullptr;
}

QByteArray escapedXml(const QString &text)
{
    QString clean;
    for (const char32_t c : text.toUcs4()) {
        switch (c) {
        case U'&':
            clean += QStringLiteral("&amp;");
            break;
        case U'<':
            clean += QStringLiteral("&lt;");
            break;
        case U'>':
            clean += QStringLiteral("&gt;");
            break;
        case U'"':
            clean += QStringLiteral("&quot;");
            break;
        case U'\'':
            clean += QStringLiteral("&apos;");
            break;
        default: {
            const char32_t shown = isXmlCharacter(c) && c >= 0x20 ? c : U' ';
            clean += QString::fromUcs4(&shown, 1);
        }
        }
    }
    return clean.toUtf8();
}

} // namespace shirushi::label
