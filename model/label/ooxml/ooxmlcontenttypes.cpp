// [Content_Types].xml (ECMA-376 part 2, 7.2.3): what each part is.
#include "label/ooxml/ooxmlpackage.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>
#include <zlib.h>

namespace shirushi::label::ooxml {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::string_view typesPart = "[Content_Types].xml";

struct KnownKind {
    const char *type;
    DocumentKind kind;
};

constexpr std::array knownKinds{
    KnownKind{"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
              DocumentKind::Word},
    KnownKind{"application/vnd.ms-word.document.macroEnabled.main+xml", DocumentKind::Word},
    KnownKind{"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
              DocumentKind::Word},
    KnownKind{"application/vnd.ms-word.template.macroEnabledTemplate.main+xml", DocumentKind::Word},
    KnownKind{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
              DocumentKind::Excel},
    KnownKind{"application/vnd.ms-excel.sheet.macroEnabled.main+xml", DocumentKind::Excel},
    KnownKind{"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
              DocumentKind::Excel},
    KnownKind{"application/vnd.ms-excel.template.macroEnabled.main+xml", DocumentKind::Excel},
    KnownKind{"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
              DocumentKind::PowerPoint},
    KnownKind{"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml", DocumentKind::PowerPoint},
    KnownKind{"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
              DocumentKind::PowerPoint},
    KnownKind{"application/vnd.ms-powerpoint.template.macroEnabled.main+xml", DocumentKind::PowerPoint},
    KnownKind{"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
              DocumentKind::PowerPoint},
    KnownKind{"application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml", DocumentKind::PowerPoint},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

// The name of an entry for the name of a part, which starts with a slash.
std::string entryName(const QString &partName)
{
    return lowerCase((partName.startsWith(u'/') ? partName.mid(1) : partName).toStdString());
}

QString extensionOf(const std::string &part)
{
    const std::size_t dot = part.rfind('.');
    return dot == std::string::npos ? QString() : QString::fromStdString(part.substr(dot + 1));
}

// The content types once read, for asking about many parts.
class ContentTypes
{
public:
    explicit ContentTypes(const Outline &outline)
    {
        for (const Element &element : outline) {
            if (element.depth == 2 && element.local() == "Override")
                m_overrides.emplace(element.text("PartName").toLower(), element.text("ContentType"));
            else if (element.depth == 2 && element.local() == "Default")
                m_defaults.emplace(element.text("Extension").toLower(), element.text("ContentType"));
        }
    }

    QString of(const std::string &part) const
    {
        const auto found = m_overrides.find(u'/' + QString::fromStdString(part).toLower());
        if (found != m_overrides.end())
            return found->second;
        const auto byExtension = m_defaults.find(extensionOf(part).toLower());
        return byExtension == m_defaults.end() ? QString() : byExtension->second;
    }

private:
    std::map<QString, QString> m_overrides;
    std::map<QString, QString> m_defaults;
};

constexpr std::size_t longestPrologue = 16384;

// The first bytes of an entry, expanded; fewer than asked for where it is shorter or broken.
Result<QByteArray> beginningOf(const ZipReader &reader, const ZipEntry &entry)
{
    const std::uint64_t length = std::min<std::uint64_t>(entry.compressedSize, longestPrologue);
    auto packed = reader.source().bytes(entry.dataOffset, length);
    if (!packed || entry.method == 0)
        return packed;
    QByteArray expanded(static_cast<qsizetype>(longestPrologue), Qt::Uninitialized);
    z_stream stream = {};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return QByteArray();
    stream.next_in = reinterpret_cast<Bytef *>(packed->data());
    stream.avail_in = static_cast<uInt>(packed->size());
    stream.next_out = reinterpret_cast<Bytef *>(expanded.data());
    stream.avail_out = static_cast<uInt>(expanded.size());
    ::inflate(&stream, Z_SYNC_FLUSH);
    expanded.resize(expanded.size() - static_cast<qsizetype>(stream.avail_out));
    inflateEnd(&stream);
    return expanded;
}

// A document type declaration can only stand before the root element.
bool hasDocumentType(const QByteArray &beginning, bool complete)
{
    XmlScanner scanner(viewOf(beginning));
    for (;;) {
        const XmlScanner::Token token = scanner.next();
        if (token == XmlScanner::Token::StartTag || token == XmlScanner::Token::End)
            return false;
        if (token != XmlScanner::Token::Malformed)
            continue;
        if (complete)
            return scanner.fault() == XmlFault::DocumentType;
        // Cut off in the middle of something that may yet be one.
        const std::string_view rest = viewOf(beginning).substr(scanner.begin());
        return rest.starts_with("<!") || rest.starts_with("<?");
    }
}

// UTF-16 is told by its byte order mark; its Latin letters are taken out to be looked at.
QByteArray narrowed(const QByteArray &beginning)
{
    if (!beginning.startsWith("\xff\xfe") && !beginning.startsWith("\xfe\xff"))
        return beginning;
    QByteArray narrow;
    for (const char character : beginning.sliced(2)) {
        if (character > 0)
            narrow += character;
    }
    return narrow;
}

bool isXmlType(const QString &type)
{
    return type.startsWith(u"application/") &&
           (type.endsWith(u"+xml", Qt::CaseInsensitive) || type.endsWith(u"/xml", Qt::CaseInsensitive));
}

} // namespace

bool namesOurKind(const QByteArray &xml)
{
    return std::any_of(knownKinds.begin(), knownKinds.end(), [&](const KnownKind &known) {
        return viewOf(xml).find(known.type) != std::string_view::npos;
    });
}

Result<QString> OoxmlPackage::contentType(const std::string &part) const
{
    const auto types = outlined(std::string(typesPart), 2);
    if (!types)
        return std::unexpected(types.error());
    return ContentTypes(types->outline).of(part);
}

Result<DocumentKind> OoxmlPackage::kind() const
{
    const auto type = contentType(m_mainPart);
    if (!type)
        return std::unexpected(type.error());
    for (const KnownKind &known : knownKinds) {
        if (type->compare(QLatin1StringView(known.type), Qt::CaseInsensitive) == 0)
            return known.kind;
    }
    return base::failure(ErrorCode::Unsupported, m_subject,
                         tr("This kind of Office file cannot carry a label."));
}

Result<void> OoxmlPackage::refuseDocumentTypes() const
{
    const auto types = outlined(std::string(typesPart), 2);
    if (!types)
        return std::unexpected(types.error());
    const ContentTypes known(types->outline);
    for (const ZipEntry &entry : m_reader->entries()) {
        if (!isXmlType(known.of(entry.name)))
            continue;
        const auto beginning = beginningOf(*m_reader, entry);
        if (!beginning)
            return std::unexpected(beginning.error());
        const bool complete = entry.size <= static_cast<std::uint64_t>(beginning->size());
        if (hasDocumentType(narrowed(*beginning), complete)) {
            return base::failure(ErrorCode::Unsupported, m_subject,
                                 tr("A part of the file has a document type declaration."));
        }
    }
    return {};
}

Result<void> OoxmlPackage::addContentType(const std::string &part, const QString &type)
{
    const auto types = outlined(std::string(typesPart), 2);
    if (!types)
        return std::unexpected(types.error());
    if (ContentTypes(types->outline).of(part) == type)
        return {};
    const Element &root = types->root();
    Edits edits(types->xml);
    edits.append(root, '<' + root.named("Override") + " PartName=\"/" + escapedXml(QString::fromStdString(part)) +
                           "\" ContentType=\"" + escapedXml(type) + "\"/>");
    setContent(std::string(typesPart), edits.apply());
    return {};
}

Result<void> OoxmlPackage::removeContentTypes(const std::set<std::string> &parts)
{
    const auto types = outlined(std::string(typesPart), 2);
    if (!types)
        return std::unexpected(types.error());
    std::vector<const Element *> overrides;
    for (const Element &element : types->outline) {
        if (element.depth == 2 && element.local() == "Override" &&
            parts.contains(entryName(element.text("PartName"))))
            overrides.push_back(&element);
    }
    Edits edits(types->xml);
    edits.remove(types->root(), overrides);
    if (!edits.isEmpty())
        setContent(std::string(typesPart), edits.apply());
    return {};
}

} // namespace shirushi::label::ooxml
