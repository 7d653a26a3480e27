// XmlScanner: walks through XML text tag by tag and says at which bytes each one stands, so that a document can
// be changed by replacing those bytes and nothing else. Checks well-formedness (XML 1.0) on the way, save that
// it tells no characters beyond ASCII apart and lets two attributes of one name be; XmlTree can look at that.
// The text must outlive the scanner; one object, one thread.
//
// The text is taken for UTF-8: ask encodingOf() first. Namespaces in XML 1.0 are followed; document types are
// not: a document type declaration, like an entity other than the five that XML itself names, ends the walk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace shirushi::label {

struct ScannedAttribute {
    std::string_view name;      // as written, with its prefix
    std::string_view value;     // as written, references not resolved
    std::size_t begin = 0;      // of the white space before it
    std::size_t valueBegin = 0; // of `value` in the text
};

/// A scanner does not come to Encoding: that is for who asks encodingOf().
enum class XmlFault : std::uint8_t { None, NotWellFormed, DocumentType, TooLarge, Encoding };

class XmlScanner
{
public:
    enum class Token { StartTag, EndTag, Text, Other, End, Malformed };

    static constexpr std::size_t deepestNesting = 4096;

    /// Elements nested deeper than `deepest`, 4,096 attributes in a tag or 512 namespaces in scope are TooLarge.
    explicit XmlScanner(std::string_view text, std::size_t deepest = deepestNesting);

    /// The next token. A self-closing tag is a StartTag and then an EndTag of no bytes behind it. Other is a
    /// comment, a processing instruction, the XML declaration, or a CDATA section. After Malformed nothing else
    /// comes; begin() is then where the trouble is.
    Token next();

    /// Why the walk ended in Malformed.
    XmlFault fault() const { return m_fault; }

    /// Bytes of the token: [begin, end).
    std::size_t begin() const { return m_begin; }
    std::size_t end() const { return m_end; }

    /// How deep the element of a tag stands; the root is 1.
    std::size_t depth() const { return m_depth; }
    std::string_view name() const { return m_name; }
    bool isSelfClosing() const { return m_selfClosing; }
    const std::vector<ScannedAttribute> &attributes() const { return m_attributes; }

    /// The namespace bound to `prefix` (empty: the default one) where the last start tag stands; nothing if the
    /// prefix is not bound.
    std::optional<std::string_view> boundTo(std::string_view prefix) const;
    std::string_view namespaceOf(std::string_view prefix) const { return boundTo(prefix).value_or(std::string_view()); }

private:
    struct Binding {
        std::size_t depth = 0;
        std::string_view prefix;
        std::string_view uri;
    };

    void leave();
    Token scanText();
    Token scanMarkup();
    Token scanComment();
    Token scanStartTag();
    Token scanEndTag();
    Token skipTo(std::string_view closing, std::size_t from);
    XmlFault scanAttribute(std::size_t &at);
    XmlFault keepAttribute(const ScannedAttribute &attribute);
    void skipSpace(std::size_t &at) const;
    std::string_view scanName(std::size_t &at) const;
    Token malformed(XmlFault fault = XmlFault::NotWellFormed);

    std::string_view m_text;
    std::size_t m_deepest;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::size_t m_depth = 0;
    std::string_view m_name;
    bool m_selfClosing = false;
    bool m_pendingEnd = false;
    bool m_leaving = false;
    bool m_rootSeen = false;
    XmlFault m_fault = XmlFault::None;
    std::vector<std::string_view> m_open;
    std::vector<ScannedAttribute> m_attributes;
    std::vector<Binding> m_bindings;
};

std::string_view prefixOf(std::string_view name);
std::string_view localOf(std::string_view name);

/// Broken: neither UTF-8 nor anything else that can be told, or with a zero byte in it.
enum class XmlEncoding { Utf8, Other, Broken };

/// By the first bytes, the XML declaration and the bytes themselves; ASCII counts as UTF-8.
XmlEncoding encodingOf(std::string_view text);

} // namespace shirushi::label
