#include "label/xmp/xmpedit.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label {

namespace {

constexpr QStringView keywordSeparator = u"; ";

// With the white space before it, which is how it was put in.
void cutElement(Splices &splices, const XmlTree &tree, const XmlElement &element)
{
    std::size_t begin = element.whole.begin;
    while (begin > 0 && isXmlSpace(tree.document().at(static_cast<qsizetype>(begin) - 1)))
        --begin;
    splices.remove(begin, element.whole.end);
}

void replace(Splices &splices, XmlSpan span, const QByteArray &text)
{
    splices.replace(span.begin, span.end, text);
}

QByteArray qualified(std::string_view prefix, const char *local)
{
    return prefix.empty() ? QByteArray(local) : bytesOf(prefix) + ':' + local;
}

QByteArray element(const QByteArray &name, const QByteArray &content)
{
    return '<' + name + '>' + content + "</" + name + '>';
}

// Puts `text` first into `container`; a self-closing one is opened.
void insertFirst(Splices &splices, const XmlTree &tree, const XmlElement &container, const QByteArray &text)
{
    if (!container.selfClosing) {
        std::string_view content = tree.raw(container.content);
        const std::size_t spaces = std::min(content.find_first_not_of(" \t\r\n"), content.size());
        splices.insert(container.content.begin, bytesOf(content.substr(0, spaces)) + text);
        return;
    }
    const XmlSpan slash{container.whole.end - 2, container.whole.end};
    replace(splices, slash, '>' + text + "</" + bytesOf(container.name.written) + '>');
}

// The description of our namespace that PDF/A asks for (ISO 19005-1 section 6.7.8): one item of the list.
QByteArray pdfaSchemaItem(const QByteArray &li, const std::vector<std::pair<QString, QString>> &fields)
{
    QByteArray properties;
    for (const auto &[name, value] : fields) {
        properties += "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>" + escapedXml(name)
                      + "</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>"
                        "<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>"
                      + escapedXml(name) + " of the information asset</pdfaProperty:description></rdf:li>";
    }
    return '<' + li
           + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
             " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
             " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\""
             " rdf:parseType=\"Resource\"><pdfaSchema:schema>Shirushi label</pdfaSchema:schema>"
             "<pdfaSchema:namespaceURI>"
           + bytesOf(xmlns::shirushi)
           + "</pdfaSchema:namespaceURI><pdfaSchema:prefix>shirushi</pdfaSchema:prefix>"
             "<pdfaSchema:property><rdf:Seq>"
           + properties
           + "</rdf:Seq></pdfaSchema:property><pdfaSchema:valueType><rdf:Seq/></pdfaSchema:valueType></" + li + '>';
}

struct Beside { // what has no place in the packet yet and goes into our own rdf:Description
    bool subject = true;
    QString theirSubject;
    bool keywords = false;
    bool pdfaExtension = false;
};

QByteArray description(const XmpInsertion &insertion, const Beside &beside, const QByteArray &about)
{
    QByteArray text = "\n  <rdf:Description xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" rdf:about=\""
                      + about + "\" xmlns:shirushi=\"" + bytesOf(xmlns::shirushi) + '"';
    QByteArray content;
    for (const auto &[name, value] : insertion.fields)
        content += "\n   " + element("shirushi:" + escapedXml(name), escapedXml(value));
    if (beside.subject) {
        text += " xmlns:dc=\"" + bytesOf(xmlns::dublinCore) + '"';
        QByteArray items = element("rdf:li", escapedXml(insertion.classText));
        if (!beside.theirSubject.isEmpty())
            items += element("rdf:li", escapedXml(beside.theirSubject));
        content += "\n   " + element("dc:subject", element("rdf:Bag", items));
    }
    if (beside.keywords) {
        text += " xmlns:pdf=\"" + bytesOf(xmlns::pdf) + '"';
        content += "\n   " + element("pdf:Keywords", escapedXml(insertion.classText));
    }
    if (beside.pdfaExtension) {
        text += " xmlns:pdfaExtension=\"" + bytesOf(xmlns::pdfaExtension) + '"';
        content += "\n   "
                   + element("pdfaExtension:schemas",
                             element("rdf:Bag", pdfaSchemaItem("rdf:li", insertion.fields)));
    }
    return text + '>' + content + "\n  </rdf:Description>";
}

// A list that is there gets our class first; a plain text becomes a list; a form that is neither is left.
void placeSubject(Splices &splices, const XmpDocument &document, const QString &classText, Beside &beside)
{
    const XmlTree &tree = document.tree();
    if (const XmlElement *subject = document.property(xmlns::dublinCore, "subject")) {
        beside.subject = false;
        const QByteArray item = escapedXml(classText);
        if (const XmlElement *container = document.container(*subject)) {
            insertFirst(splices, tree, *container, element(qualified(container->name.prefix(), "li"), item));
        } else if (const auto text = tree.text(*subject); text && subject->attributeCount == 0) {
            QByteArray list = "<rdf:Bag xmlns:rdf=\"" + bytesOf(xmlns::rdf) + "\">" + element("rdf:li", item);
            if (!text->isEmpty())
                list += element("rdf:li", escapedXml(*text));
            const QByteArray name = qualified(subject->name.prefix(), "subject");
            replace(splices, subject->whole, element(name, list + "</rdf:Bag>"));
        }
    } else if (const XmlAttribute *attribute = document.attributeProperty(xmlns::dublinCore, "subject")) {
        beside.theirSubject = tree.value(*attribute);
        splices.remove(attribute->whole.begin, attribute->whole.end);
    }
}

void placeKeywords(Splices &splices, const XmpDocument &document, const QString &classText, Beside &beside)
{
    const QByteArray ours = escapedXml(classText);
    const QByteArray oursBefore = escapedXml(QString(classText + keywordSeparator));
    if (const XmlElement *keywords = document.property(xmlns::pdf, "Keywords")) {
        const auto text = document.tree().text(*keywords);
        if (text && keywords->selfClosing)
            insertFirst(splices, document.tree(), *keywords, ours);
        else if (text)
            splices.insert(keywords->content.begin, text->isEmpty() ? ours : oursBefore);
    } else if (const XmlAttribute *attribute = document.attributeProperty(xmlns::pdf, "Keywords")) {
        splices.insert(attribute->value.begin,
                       attribute->value.begin == attribute->value.end ? ours : oursBefore);
    } else {
        beside.keywords = true;
    }
}

// False where the schemas are in a form that nothing can be added to.
bool placePdfaExtension(Splices &splices, const XmpDocument &document, const XmpInsertion &insertion, Beside &beside)
{
    const XmlElement *schemas = document.property(xmlns::pdfaExtension, "schemas");
    if (!schemas) {
        beside.pdfaExtension = true;
        return !document.attributeProperty(xmlns::pdfaExtension, "schemas");
    }
    const XmlElement *container = document.container(*schemas);
    if (!container)
        return false;
    insertFirst(splices, document.tree(), *container,
                pdfaSchemaItem(qualified(container->name.prefix(), "li"), insertion.fields));
    return true;
}

// The resource that the others describe (ISO 16684-1, 7.4: the same for all of a packet).
QByteArray aboutOf(const XmpDocument &document)
{
    const XmlTree &tree = document.tree();
    const XmlElement *node = tree.firstChild(document.rdf());
    const XmlAttribute *about = node ? tree.attribute(*node, xmlns::rdf, "about") : nullptr;
    return about ? escapedXml(tree.value(*about)) : QByteArray();
}

// What of one top-level node is ours, and whether anything else is left.
class NodeCleaner
{
public:
    NodeCleaner(const XmpDocument &document, Splices &splices)
        : m_document(document), m_tree(document.tree()), m_splices(splices),
          m_classText(document.field(xmpfield::classification))
    {
    }

    // True if the node is left with nothing and was cut.
    bool clean(const XmlElement &node)
    {
        Edits edits;
        bool hasOthers = !node.name.is(xmlns::rdf, "Description");
        for (std::size_t i = 0; i < node.attributeCount; ++i)
            hasOthers = cleanAttribute(m_tree.attributes()[node.firstAttribute + i], edits) || hasOthers;
        std::vector<const XmlElement *> gone;
        std::vector<const XmlElement *> kept;
        for (const XmlElement *it = m_tree.firstChild(node); it; it = m_tree.nextSibling(*it))
            (isWhollyOurs(*it) ? gone : kept).push_back(it);
        if (!hasOthers && kept.empty() && (!gone.empty() || !edits.empty())) {
            cutElement(m_splices, m_tree, node);
            return true;
        }
        for (const XmlElement *it : gone)
            cutElement(m_splices, m_tree, *it);
        for (const XmlElement *it : kept)
            cleanInside(*it);
        for (const auto &[span, text] : edits)
            replace(m_splices, span, text);
        return false;
    }

private:
    using Edits = std::vector<std::pair<XmlSpan, QByteArray>>;

    void cleanInside(const XmlElement &property)
    {
        if (const XmlElement *item = ourItem(property))
            cutElement(m_splices, m_tree, *item);
        if (property.name.is(xmlns::pdf, "Keywords")) {
            if (const auto text = m_tree.text(property); text && isOursBefore(*text))
                replace(m_splices, cutOfKeywords(property.content), restOfKeywords(property.content, *text));
        }
    }

    bool isOursBefore(const QString &keywords) const
    {
        return !m_classText.isEmpty() && keywords.startsWith(QString(m_classText + keywordSeparator));
    }

    // Written by us, our part is cut as it stands; written anew by another program, the rest is written.
    XmlSpan cutOfKeywords(XmlSpan content) const
    {
        const QByteArray ours = escapedXml(QString(m_classText + keywordSeparator));
        if (m_tree.raw(content).starts_with(viewOf(ours)))
            return {content.begin, content.begin + static_cast<std::size_t>(ours.size())};
        return content;
    }
    QByteArray restOfKeywords(XmlSpan content, const QString &text) const
    {
        const bool isAsWritten = cutOfKeywords(content).end != content.end;
        return isAsWritten ? QByteArray()
                           : escapedXml(text.mid(m_classText.size() + keywordSeparator.size()));
    }

    // True if it is a property of others.
    bool cleanAttribute(const XmlAttribute &attribute, Edits &edits) const
    {
        const bool declaresOurs =
            attribute.name.prefix() == "xmlns" && m_tree.raw(attribute.value) == xmlns::shirushi;
        if (declaresOurs || attribute.name.uri == xmlns::shirushi) {
            edits.emplace_back(attribute.whole, QByteArray());
            return false;
        }
        if (attribute.name.is(xmlns::pdf, "Keywords")) {
            const QString text = m_tree.value(attribute);
            if (isOursBefore(text))
                edits.emplace_back(cutOfKeywords(attribute.value), restOfKeywords(attribute.value, text));
            else if (text == m_classText && !text.isEmpty()) {
                edits.emplace_back(attribute.whole, QByteArray());
                return false;
            }
        }
        return !attribute.isDeclaration() && !attribute.name.is(xmlns::rdf, "about") && attribute.name.prefix() != "xml";
    }

    // The item of a list that we put there.
    const XmlElement *ourItem(const XmlElement &property) const
    {
        const bool isSubject = property.name.is(xmlns::dublinCore, "subject");
        if (!isSubject && !property.name.is(xmlns::pdfaExtension, "schemas"))
            return nullptr;
        const XmlElement *container = m_document.container(property);
        if (!container || (isSubject && m_classText.isEmpty()))
            return nullptr;
        for (const XmlElement *it = m_tree.firstChild(*container); it; it = m_tree.nextSibling(*it)) {
            if (isSubject ? m_tree.text(*it) == m_classText : describesOurs(*it))
                return it;
        }
        return nullptr;
    }

    bool describesOurs(const XmlElement &item) const
    {
        const XmlElement *schema = &item;
        if (const XmlElement *nested = m_tree.child(item, xmlns::rdf, "Description"))
            schema = nested;
        if (const XmlElement *uri = m_tree.child(*schema, xmlns::pdfaSchema, "namespaceURI"))
            return m_tree.text(*uri) == QString::fromLatin1(bytesOf(xmlns::shirushi));
        const XmlAttribute *uri = m_tree.attribute(*schema, xmlns::pdfaSchema, "namespaceURI");
        return uri && m_tree.raw(uri->value) == xmlns::shirushi;
    }

    bool isWhollyOurs(const XmlElement &property) const
    {
        if (property.name.uri == xmlns::shirushi)
            return true;
        if (const XmlElement *item = ourItem(property))
            return item->next == XmlElement::none
                   && m_tree.firstChild(*m_document.container(property)) == item;
        return property.name.is(xmlns::pdf, "Keywords") && !m_classText.isEmpty()
               && m_tree.text(property) == m_classText;
    }

    const XmpDocument &m_document;
    const XmlTree &m_tree;
    Splices &m_splices;
    QString m_classText;
};

} // namespace

QByteArray newPacket(const XmpInsertion &insertion)
{
    const Beside beside{true, {}, insertion.keywords, insertion.pdfaExtension};
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           + description(insertion, beside, {})
           + "\n </rdf:RDF>\n"
             "</x:xmpmeta>\n"
             "<?xpacket end=\"w\"?>";
}

base::Result<QByteArray> putIn(const XmpDocument &document, const XmpInsertion &insertion, const QString &subject)
{
    const XmlTree &tree = document.tree();
    Splices splices;
    Beside beside;
    placeSubject(splices, document, insertion.classText, beside);
    if (insertion.keywords)
        placeKeywords(splices, document, insertion.classText, beside);
    if (insertion.pdfaExtension && !placePdfaExtension(splices, document, insertion, beside))
        return base::failure(base::ErrorCode::Unsupported, subject,
                             QCoreApplication::translate(
                                 "shirushi::label",
                                 "The XMP metadata in this file has a form that is not changed here."));
    const QByteArray text = description(insertion, beside, aboutOf(document));
    const XmlElement &rdf = document.rdf();
    if (rdf.lastChild == XmlElement::none)
        insertFirst(splices, tree, rdf, text);
    else
        splices.insert(tree.elements()[static_cast<std::size_t>(rdf.lastChild)].whole.end, text);
    return splices.apply(document.bytes());
}

QByteArray takeOut(const XmpDocument &document)
{
    const XmlTree &tree = document.tree();
    Splices splices;
    NodeCleaner cleaner(document, splices);
    const XmlElement &rdf = document.rdf();
    const XmlElement &root = tree.elements().front();
    bool isEmpty = &root == &rdf || root.firstChild == root.lastChild;
    for (const XmlElement *node = tree.firstChild(rdf); node; node = tree.nextSibling(*node)) {
        if (!cleaner.clean(*node))
            isEmpty = false;
    }
    return isEmpty ? QByteArray() : splices.apply(document.bytes());
}

QByteArray leastPadding(const XmpDocument &document)
{
    const auto padding = document.padding();
    if (!padding)
        return document.bytes();
    Splices splices;
    replace(splices, *padding, "\n");
    return splices.apply(document.bytes());
}

} // namespace shirushi::label
