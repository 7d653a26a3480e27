// XmlTree: where everything stands in an XML document, read by XmlScanner, so that it can be changed by cutting
// and inserting bytes while all the rest stays as somebody wrote it. Read-only once parsed; any thread.
#pragma once

#include "label/xml/xmlscanner.h"
#include "label/xml/xmltext.h"

#include <expected>
#include <limits>

namespace shirushi::label {

/// A half-open range of bytes in the document.
struct XmlSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct XmlName {
    std::string_view written; // with its prefix
    std::string_view uri;     // of the namespace, as it is written in the declaration; empty: none

    std::string_view prefix() const { return prefixOf(written); }
    std::string_view local() const { return localOf(written); }
    bool is(std::string_view namespaceUri, std::string_view name) const
    {
        return uri == namespaceUri && local() == name;
    }
};

struct XmlAttribute {
    XmlName name;  // of xmlns="…" and xmlns:p="…" in no namespace
    XmlSpan whole; // with the white space before it
    XmlSpan value; // between the quotes

    bool isDeclaration() const { return name.written == "xmlns" || name.written.starts_with("xmlns:"); }
};

struct XmlElement {
    static constexpr std::int32_t none = -1;

    XmlName name;
    XmlSpan whole;   // from < of the start tag to behind > of the end tag
    XmlSpan content; // between the tags; empty, behind the tag, for <a/>
    std::uint32_t depth = 0; // of the root: 1
    bool selfClosing = false;
    std::size_t firstAttribute = 0; // in XmlTree::attributes()
    std::size_t attributeCount = 0;
    std::int32_t parent = none; // these four are indexes into XmlTree::elements()
    std::int32_t firstChild = none;
    std::int32_t lastChild = none;
    std::int32_t next = none;

    XmlSpan startTag() const { return {whole.begin, content.begin}; } // from < to behind >
};

/// What a tree keeps and how much it bears.
struct XmlTreeRules {
    std::size_t longest = std::numeric_limits<std::size_t>::max(); // of the document, in bytes
    std::size_t mostNodes = 400'000; // elements, and attributes, that are kept
    std::size_t deepestNesting = XmlScanner::deepestNesting;
    std::size_t deepestKept = std::numeric_limits<std::size_t>::max(); // elements below are only checked
    bool checksNames = false; // no prefix unbound, no attribute twice, no control characters anywhere
    bool dropsZeros = false;  // zero bytes behind the text are no part of it
};

class XmlTree
{
public:
    [[nodiscard]] static std::expected<XmlTree, XmlFault> parse(const QByteArray &document, const XmlTreeRules &rules);

    const QByteArray &document() const { return m_document; }
    /// In document order; the first is the root.
    const std::vector<XmlElement> &elements() const { return m_elements; }
    const XmlElement &root() const { return m_elements.front(); }
    const std::vector<XmlAttribute> &attributes() const { return m_attributes; }

    std::string_view raw(XmlSpan span) const { return viewOf(m_document).substr(span.begin, span.end - span.begin); }

    /// The text of an attribute, references resolved.
    QString value(const XmlAttribute &attribute) const { return unescapedXml(raw(attribute.value)); }
    /// The text of an element; nothing if it has child elements.
    std::optional<QString> text(const XmlElement &element) const;

    const XmlAttribute *attribute(const XmlElement &element, std::string_view uri, std::string_view local) const;
    const XmlAttribute *attribute(const XmlElement &element, std::string_view written) const;
    /// As it stands between its quotes; empty as well where there is no such attribute.
    std::string_view rawValue(const XmlElement &element, std::string_view written) const;

    /// The prefix that the root binds to `uri`; nothing if it binds none.
    std::optional<std::string_view> prefixFor(std::string_view uri) const;

    /// The first child element of that name.
    const XmlElement *child(const XmlElement &element, std::string_view uri, std::string_view local) const;
    const XmlElement *child(const XmlElement &element, std::string_view written) const;
    const XmlElement *firstChild(const XmlElement &element) const { return at(element.firstChild); }
    const XmlElement *nextSibling(const XmlElement &element) const { return at(element.next); }
    const XmlElement *parent(const XmlElement &element) const { return at(element.parent); }
    std::vector<const XmlElement *> children(const XmlElement &element) const;

private:
    friend class XmlTreeBuilder;
    const XmlElement *at(std::int32_t index) const
    {
        return index == XmlElement::none ? nullptr : &m_elements[static_cast<std::size_t>(index)];
    }

    QByteArray m_document; // never written to: the views point into it
    std::vector<XmlElement> m_elements;
    std::vector<XmlAttribute> m_attributes;
};

} // namespace shirushi::label
