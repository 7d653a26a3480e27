#include "label/xmp/xmpdocument.h"

#include <QCoreApplication>

namespace shirushi::label {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

constexpr XmlTreeRules treeRules{
    .longest = 32 << 20, .mostNodes = 400'000, .deepestNesting = 256, .checksNames = true, .dropsZeros = true};

base::Error errorFor(XmlFault fault, const QString &subject)
{
    if (fault == XmlFault::Encoding)
        return {ErrorCode::Unsupported, subject, tr("The XMP metadata in this file is not in UTF-8."), {}};
    if (fault == XmlFault::TooLarge)
        return {ErrorCode::TooLarge, subject, tr("The XMP metadata in this file is too large."), {}};
    return {ErrorCode::Damaged, subject, tr("The XMP metadata in this file is damaged."), {}};
}

} // namespace

base::Result<XmpDocument> XmpDocument::parse(const QByteArray &packet, const QString &subject)
{
    auto tree = XmlTree::parse(packet, treeRules);
    if (!tree)
        return std::unexpected(errorFor(tree.error(), subject));
    XmpDocument document;
    document.m_tree = std::move(*tree);
    std::size_t found = 0;
    const auto &elements = document.m_tree.elements();
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].name.is(xmlns::rdf, "RDF") && found++ == 0)
            document.m_rdf = i;
    }
    if (found == 0)
        return std::unexpected(errorFor(XmlFault::NotWellFormed, subject));
    if (found > 1)
        return base::failure(ErrorCode::Unsupported, subject,
                             tr("The XMP metadata in this file has a form that is not changed here."));
    document.collectFields();
    return document;
}

void XmpDocument::keepField(std::string_view name, const std::optional<QString> &value)
{
    m_hasOurs = true;
    if (!value || !m_fields.emplace(toText(name), *value).second)
        m_malformed = true;
}

void XmpDocument::collectFields()
{
    for (const XmlElement *node = m_tree.firstChild(rdf()); node; node = m_tree.nextSibling(*node)) {
        for (std::size_t i = 0; i < node->attributeCount; ++i) {
            const XmlAttribute &attribute = m_tree.attributes()[node->firstAttribute + i];
            if (attribute.name.uri == xmlns::shirushi)
                keepField(attribute.name.local(), m_tree.value(attribute));
        }
        for (const XmlElement *it = m_tree.firstChild(*node); it; it = m_tree.nextSibling(*it)) {
            if (it->name.uri == xmlns::shirushi)
                keepField(it->name.local(), m_tree.text(*it));
        }
    }
}

QString XmpDocument::field(QStringView name) const
{
    const auto found = m_fields.find(name.toString());
    return found == m_fields.end() ? QString() : found->second;
}

std::vector<std::pair<QString, QString>> XmpDocument::propertiesNamed(std::string_view prefix) const
{
    std::vector<std::pair<QString, QString>> found;
    for (const XmlElement *node = m_tree.firstChild(rdf()); node; node = m_tree.nextSibling(*node)) {
        for (std::size_t i = 0; i < node->attributeCount; ++i) {
            const XmlAttribute &attribute = m_tree.attributes()[node->firstAttribute + i];
            if (attribute.name.local().starts_with(prefix) && !attribute.isDeclaration())
                found.emplace_back(toText(attribute.name.local()), m_tree.value(attribute));
        }
        for (const XmlElement *it = m_tree.firstChild(*node); it; it = m_tree.nextSibling(*it)) {
            if (it->name.local().starts_with(prefix))
                found.emplace_back(toText(it->name.local()), m_tree.text(*it).value_or(QString()));
        }
    }
    return found;
}

const XmlElement *XmpDocument::property(std::string_view uri, std::string_view local) const
{
    for (const XmlElement *node = m_tree.firstChild(rdf()); node; node = m_tree.nextSibling(*node)) {
        if (const XmlElement *found = m_tree.child(*node, uri, local))
            return found;
    }
    return nullptr;
}

const XmlAttribute *XmpDocument::attributeProperty(std::string_view uri, std::string_view local) const
{
    for (const XmlElement *node = m_tree.firstChild(rdf()); node; node = m_tree.nextSibling(*node)) {
        if (const XmlAttribute *found = m_tree.attribute(*node, uri, local))
            return found;
    }
    return nullptr;
}

const XmlElement *XmpDocument::container(const XmlElement &property) const
{
    const XmlElement *child = m_tree.firstChild(property);
    const bool isContainer = child && child->next == XmlElement::none
                             && (child->name.is(xmlns::rdf, "Bag") || child->name.is(xmlns::rdf, "Seq")
                                 || child->name.is(xmlns::rdf, "Alt"));
    return isContainer ? child : nullptr;
}

std::optional<XmlSpan> XmpDocument::padding() const
{
    const qsizetype trailer = bytes().lastIndexOf("<?xpacket end");
    const std::size_t rootEnd = m_tree.elements().front().whole.end;
    if (trailer < 0 || static_cast<std::size_t>(trailer) < rootEnd)
        return std::nullopt;
    XmlSpan span{static_cast<std::size_t>(trailer), static_cast<std::size_t>(trailer)};
    while (span.begin > rootEnd && isXmlSpace(bytes().at(static_cast<qsizetype>(span.begin) - 1)))
        --span.begin;
    return span;
}

} // namespace shirushi::label
