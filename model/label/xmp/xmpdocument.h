// XmpDocument: an XMP packet taken apart as far as a label needs it: the rdf:RDF element, its top-level nodes,
// and the fields of our namespace in them, whether another program has written them as elements or as
// attributes. Read-only once parsed; any thread.
#pragma once

#include "base/result.h"
#include "label/xml/xmltree.h"

#include <map>

namespace shirushi::label {

namespace xmlns {
inline constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view dublinCore = "http://purl.org/dc/elements/1.1/";
inline constexpr std::string_view pdf = "http://ns.adobe.com/pdf/1.3/";
inline constexpr std::string_view pdfaExtension = "http://www.aiim.org/pdfa/ns/extension/";
inline constexpr std::string_view pdfaSchema = "http://www.aiim.org/pdfa/ns/schema#";
inline constexpr std::string_view shirushi = "urn:shirushi:label:1.0#";
} // namespace xmlns

namespace xmpfield {
inline constexpr QStringView classification = u"Classification";
inline constexpr QStringView restrictions = u"Restrictions";
inline constexpr QStringView label = u"Label";
inline constexpr QStringView before = u"Before";
} // namespace xmpfield

class XmpDocument
{
public:
    /// Damaged: not well-formed, with a document type declaration, or without an rdf:RDF. Unsupported: with
    /// more than one, or in another encoding than UTF-8. TooLarge: more than 32 MiB, 400,000 elements or
    /// attributes, or nested deeper than 256.
    [[nodiscard]] static base::Result<XmpDocument> parse(const QByteArray &packet, const QString &subject);

    const XmlTree &tree() const { return m_tree; }
    const QByteArray &bytes() const { return m_tree.document(); }
    const XmlElement &rdf() const { return m_tree.elements()[m_rdf]; }

    /// Something in our namespace is there.
    bool hasOurs() const { return m_hasOurs; }
    /// A field of ours is in a form that no program should have given it.
    bool isMalformed() const { return m_malformed; }
    const std::map<QString, QString> &fields() const { return m_fields; }
    QString field(QStringView name) const;

    /// Simple properties of whatever namespace whose local name begins with `prefix`.
    std::vector<std::pair<QString, QString>> propertiesNamed(std::string_view prefix) const;

    /// The first top-level property of that name in element form, in attribute form.
    const XmlElement *property(std::string_view uri, std::string_view local) const;
    const XmlAttribute *attributeProperty(std::string_view uri, std::string_view local) const;

    /// The rdf:Bag, rdf:Seq or rdf:Alt that is all of `property`; null if it is not of that form.
    const XmlElement *container(const XmlElement &property) const;

    /// The white space before <?xpacket end …?>, behind the root element; nothing without that trailer.
    std::optional<XmlSpan> padding() const;

private:
    void collectFields();
    void keepField(std::string_view name, const std::optional<QString> &value);

    XmlTree m_tree;
    std::size_t m_rdf = 0;
    bool m_hasOurs = false;
    bool m_malformed = false;
    std::map<QString, QString> m_fields;
};

} // namespace shirushi::label
