// OoxmlScanner: walks through XML text tag by tag and says at which bytes each one stands, so that a part can
// be edited by replacing those bytes and nothing else (pugixml tells no place for attributes and end tags).
// Checks well-formedness as far as that needs. The text must outlive the scanner; one object, one thread.
//
// Namespaces in XML 1.0 are followed; document types are not: a document type declaration, like an entity
// other than the five that XML itself names, ends the walk as malformed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shirushi::label::ooxml {

struct XmlAttribute {
    std::string_view name;      // as written, with its prefix
    std::string_view value;     // as written, entities not resolved
    std::size_t valueBegin = 0; // of `value` in the text
};

class OoxmlScanner
{
public:
    enum class Token { StartTag, EndTag, Text, Other, End, Malformed };

    explicit OoxmlScanner(std::string_view text);

    /// The next token. A self-closing tag is a StartTag and then an EndTag of no bytes behind it. Other is a
    /// comment, a processing instruction, the XML declaration, or a CDATA section.
    Token next();

    /// Bytes of the token: [begin, end).
    std::size_t begin() const { return m_begin; }
    std::size_t end() const { return m_end; }

    /// How deep the element of a tag stands; the root is 1.
    std::size_t depth() const { return m_depth; }
    std::string_view name() const { return m_name; }
    bool isSelfClosing() const { return m_selfClosing; }
    const std::vector<XmlAttribute> &attributes() const { return m_attributes; }

    /// The namespace bound to `prefix` (empty: the default one) where the last start tag stands; empty: none.
    std::string_view namespaceOf(std::string_view prefix) const;

private:
    struct Binding {
        std::size_t depth = 0;
        std::string_view prefix;
        std::string_view uri;
    };

    Token scanText();
    Token scanMarkup();
    Token scanStartTag();
    Token scanEndTag();
    Token skipTo(std::string_view closing, std::size_t from);
    bool scanAttribute(std::size_t &at);
    Token malformed();

    std::string_view m_text;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::size_t m_depth = 0;
    std::string_view m_name;
    bool m_selfClosing = false;
    bool m_pendingEnd = false;
    bool m_leaving = false;
    bool m_rootSeen = false;
    bool m_broken = false;
    std::vector<std::string_view> m_open;
    std::vector<XmlAttribute> m_attributes;
    std::vector<Binding> m_bindings;
};

std::string_view prefixOf(std::string_view name);
std::string_view localOf(std::string_view name);

/// True if `value` has only the entities that XML itself names, and character references.
bool hasOnlyKnownEntities(std::string_view value);

} // namespace shirushi::label::ooxml
