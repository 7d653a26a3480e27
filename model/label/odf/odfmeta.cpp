#include "label/odf/odfmeta.h"

#include "label/odf/odfregion.h"

#include <QCoreApplication>

#include <set>

namespace shirushi::label {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t deepest = 3; // office:document-meta / office:meta / meta:user-defined
constexpr QByteArrayView opened("<!--shirushi opened-->"); // the element was <x/> before
constexpr std::string_view officeUri("urn:oasis:names:tc:opendocument:xmlns:office:1.0");
constexpr std::string_view metaUri("urn:oasis:names:tc:opendocument:xmlns:meta:1.0");
constexpr std::string_view manifestUri("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
constexpr QByteArrayView manifestLine("<manifest:file-entry manifest:full-path=\"meta.xml\" "
                                      "manifest:media-type=\"text/xml\" ></manifest:file-entry>");

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

struct Item {
    const XmlElement *element = nullptr;
    const XmlAttribute *rawName = nullptr; // none: a keyword
    QString name;
    QString value;
};

struct Document {
    XmlTree xml;
    const XmlElement *meta = nullptr; // the office:meta element
    QByteArray prefix; // of the meta namespace
    std::vector<Item> items;
};

// The prefix the root binds to `uri`; `usual` if it binds none.
QByteArray prefixIn(const XmlTree &xml, std::string_view uri, const QByteArray &usual)
{
    const QByteArray declaration = "xmlns:" + usual;
    if (xml.rawValue(xml.root(), viewOf(declaration)) == uri)
        return usual;
    const auto prefix = xml.prefixFor(uri);
    return prefix ? bytesOf(*prefix) : usual;
}

Result<Document> documentOf(const QByteArray &text, const QString &subject)
{
    auto tree = odfTree(text, deepest, subject);
    if (!tree)
        return std::unexpected(tree.error());
    Document document{*std::move(tree), nullptr, {}, {}};
    const XmlTree &xml = document.xml;
    const QByteArray metaName = prefixIn(xml, officeUri, "office") + ":meta";
    document.meta = xml.child(xml.root(), viewOf(metaName));
    if (!document.meta) {
        return base::failure(ErrorCode::Unsupported, subject,
                             tr("The file is written in a form that Shirushi does not change."));
    }
    document.prefix = prefixIn(xml, metaUri, "meta");
    const QByteArray property = document.prefix + ":user-defined";
    const QByteArray nameAttribute = document.prefix + ":name";
    const QByteArray keyword = document.prefix + ":keyword";
    for (const XmlElement *child : xml.children(*document.meta)) {
        const QString value = textInXml(xml.raw(child->content));
        if (child->name.written == viewOf(property)) {
            if (const XmlAttribute *name = xml.attribute(*child, viewOf(nameAttribute)))
                document.items.push_back({child, name, xml.value(*name), value});
        } else if (child->name.written == viewOf(keyword)) {
            document.items.push_back({child, nullptr, {}, value});
        }
    }
    return document;
}

OdfMeta summary(const Document &document)
{
    OdfMeta meta;
    for (const Item &item : document.items) {
        if (!item.rawName)
            continue;
        meta.properties.emplace_back(item.name, item.value);
        if (item.name == QStringView(markProperty))
            meta.markText = item.value;
    }
    meta.hasLabel = hasProperty(meta.properties, labelProperty);
    if (meta.hasLabel)
        meta.classText = valueOf(meta.properties, classProperty);
    return meta;
}

void removeProperties(const Document &document, const OdfMeta &meta, Splices &splices)
{
    const Ownership ownership(meta.properties);
    std::set<QString> others;
    for (const auto &[name, value] : meta.properties) {
        if (!ownership.isOurs(name) && !isPutAside(name))
            others.insert(name);
    }
    const auto prefixLength = QStringView(beforePrefix).size();
    const QByteArray rawPrefix = QStringView(beforePrefix).toUtf8();
    for (const Item &item : document.items) {
        if (!item.rawName)
            continue;
        if (ownership.isOurs(item.name) || (isPutAside(item.name) && others.contains(item.name.mid(prefixLength)))) {
            splices.remove(item.element->whole.begin, item.element->whole.end);
        } else if (isPutAside(item.name) && document.xml.raw(item.rawName->value).starts_with(viewOf(rawPrefix))) {
            const std::size_t at = item.rawName->value.begin;
            splices.remove(at, at + viewOf(rawPrefix).size());
        }
    }
}

// Ours stands before any of the same text that was there.
void removeKeyword(const Document &document, const OdfMeta &meta, Splices &splices)
{
    if (!meta.hasLabel || meta.classText.isEmpty())
        return;
    for (const Item &item : document.items) {
        if (!item.rawName && item.value == meta.classText)
            return splices.remove(item.element->whole.begin, item.element->whole.end);
    }
}

QByteArray element(const QByteArray &name, const QByteArray &attributes, const QString &value)
{
    return '<' + name + attributes + '>' + escapedXml(value) + "</" + name + '>';
}

QByteArray closedAgain(const QByteArray &text, const QByteArray &metaName)
{
    const qsizetype at = text.indexOf(QByteArray('>' + opened.toByteArray() + "</" + metaName + '>'));
    if (at < 0)
        return text;
    return text.first(at) + "/>" + text.sliced(at + 1 + opened.size() + 3 + metaName.size());
}

} // namespace

Result<OdfMeta> readOdfMeta(const QByteArray &text, const QString &subject)
{
    const auto document = documentOf(text, subject);
    if (!document)
        return std::unexpected(document.error());
    return summary(*document);
}

Result<QByteArray> withoutOurMeta(const QByteArray &text, const QString &subject)
{
    const auto document = documentOf(text, subject);
    if (!document)
        return std::unexpected(document.error());
    const OdfMeta meta = summary(*document);
    Splices splices;
    removeProperties(*document, meta, splices);
    removeKeyword(*document, meta, splices);
    return closedAgain(splices.apply(text), bytesOf(document->meta->name.written));
}

Result<QByteArray> withOurMeta(const QByteArray &text, const Properties &properties, const QString &keyword,
                               const QString &subject)
{
    const auto document = documentOf(text, subject);
    if (!document)
        return std::unexpected(document.error());
    std::set<QString> names;
    bool interoperable = false;
    for (const auto &[name, value] : properties) {
        names.insert(name);
        interoperable = interoperable || isInteroperable(name);
    }
    Splices splices;
    for (const Item &item : document->items) {
        if (item.rawName && (names.contains(item.name) || (interoperable && isInteroperable(item.name))))
            splices.insert(item.rawName->value.begin, QStringView(beforePrefix).toUtf8());
    }
    const QByteArray &prefix = document->prefix;
    const QByteArray binding = "xmlns:" + prefix;
    const bool declared = document->xml.rawValue(document->xml.root(), viewOf(binding)) == metaUri;
    const QByteArray declaration = declared ? QByteArray() : ' ' + binding + "=\"" + bytesOf(metaUri) + '"';
    QByteArray block = element(prefix + ":keyword", declaration, keyword);
    for (const auto &[name, value] : properties) {
        block += element(prefix + ":user-defined", declaration + ' ' + prefix + ":name=\"" + escapedXml(name) + '"',
                         value);
    }
    const XmlElement &meta = *document->meta;
    if (meta.selfClosing) {
        splices.replace(meta.whole.end - 2, meta.whole.end,
                        '>' + opened.toByteArray() + block + "</" + bytesOf(meta.name.written) + '>');
    } else {
        // First, because readers that show one value of a kind show the first (exiftool).
        splices.insert(meta.content.begin, block);
    }
    return splices.apply(text);
}

QByteArray emptyOdfMeta()
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta xmlns:office=\"" + bytesOf(officeUri)
           + "\" xmlns:meta=\"" + bytesOf(metaUri)
           + "\" office:version=\"1.2\"><office:meta></office:meta></office:document-meta>";
}

Result<QByteArray> withMetaInManifest(const QByteArray &manifest, const QString &subject)
{
    const auto xml = odfTree(manifest, 1, subject);
    if (!xml)
        return std::unexpected(xml.error());
    const XmlElement &root = xml->root();
    if (root.selfClosing || xml->rawValue(root, "xmlns:manifest") != manifestUri) {
        return base::failure(ErrorCode::Unsupported, subject,
                             tr("The file is written in a form that Shirushi does not change."));
    }
    return QByteArray(manifest).insert(static_cast<qsizetype>(root.content.end), manifestLine);
}

QByteArray withoutMetaInManifest(const QByteArray &manifest)
{
    const qsizetype at = manifest.indexOf(manifestLine);
    return at < 0 ? manifest : QByteArray(manifest).remove(at, manifestLine.size());
}

} // namespace shirushi::label
