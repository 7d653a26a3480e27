// XmlTree: where everything stands in a small XML document (XML 1.0, Namespaces 1.0), so that it can be
// changed by cutting and inserting bytes while all the rest stays as somebody wrote it. UTF-8 only; document
// type declarations are refused, so there are no entities but the five built-in ones. Read-only once parsed;
// any thread.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace shirushi::label {

/// A half-open range of bytes in the document.
struct XmlSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct XmlName {
    std::string_view uri; // of the namespace, as it is written in the declaration; empty: none
    std::string_view prefix;
    std::string_view local;

    bool is(std::string_view namespaceUri, std::string_view name) const
    {
        return uri == namespaceUri && local == name;
    }
};

struct XmlAttribute {
    XmlName name; // for xmlns="…": local is xmlns; for xmlns:p="…": prefix is xmlns
    XmlSpan whole; // with the white space before it
    XmlSpan value; // between the quotes
    char quote = '"';
};

struct XmlElement {
    static constexpr std::int32_t none = -1;

    XmlName name;
    XmlSpan whole;    // from < of the start tag to behind > of the end tag
    XmlSpan startTag; // from < to behind >
    XmlSpan content;  // between the tags; empty for <a/>
    bool selfClosing = false;
    std::size_t firstAttribute = 0; // in XmlTree::attributes()
    std::size_t attributeCount = 0;
    std::int32_t parent = none; // these three are indexes into XmlTree::elements()
    std::int32_t firstChild = none;
    std::int32_t lastChild = none;
    std::int32_t next = none;
};

class XmlTree
{
public:
    /// Damaged: not well-formed, or with a document type declaration; Unsupported: another encoding than
    /// UTF-8; TooLarge: more than 32 MiB, 400,000 elements or attributes, or nested deeper than 256.
    [[nodiscard]] static base::Result<XmlTree> parse(const QByteArray &document, const QString &subject);

    const QByteArray &document() const { return m_document; }
    /// In document order; the first is the root.
    const std::vector<XmlElement> &elements() const { return m_elements; }
    const std::vector<XmlAttribute> &attributes() const { return m_attributes; }

    std::string_view raw(XmlSpan span) const
    {
        return std::string_view(m_document.constData(), static_cast<std::size_t>(m_document.size()))
            .substr(span.begin, span.end - span.begin);
    }

    /// The text of an attribute, references resolved.
    QString value(const XmlAttribute &attribute) const;
    /// The text of an element; nothing if it has child elements.
    std::optional<QString> text(const XmlElement &element) const;

    const XmlAttribute *attribute(const XmlElement &element, std::string_view uri, std::string_view local) const;
    /// The first child element of that name.
    const XmlElement *child(const XmlElement &element, std::string_view uri, std::string_view local) const;
    const XmlElement *firstChild(const XmlElement &element) const;
    const XmlElement *nextSibling(const XmlElement &element) const;

private:
    friend class XmlParser;

    QByteArray m_document; // never written to: the views point into it
    std::vector<XmlElement> m_elements;
    std::vector<XmlAttribute> m_attributes;
};

/// `text` as it is written inside an element or a quoted attribute; characters that XML cannot hold become
/// spaces.
QByteArray escapedXml(const QString &text);

} // namespace shirushi::label
