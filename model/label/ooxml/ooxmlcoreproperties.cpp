// Category and keywords in the core properties: "ours; theirs", put in and taken out byte by byte.
#include "label/ooxml/ooxmlproperties.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace shirushi::label::ooxml {

using base::ErrorCode;
using base::Result;

namespace {

constexpr const char *coreNamespace =
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
constexpr auto coreRelation =
    u"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
// What some programs write by mistake, and everybody reads.
constexpr auto coreRelationMistaken =
    u"http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties";
constexpr auto coreType = u"application/vnd.openxmlformats-package.core-properties+xml";
constexpr std::array<std::string_view, 2> fields{"category", "keywords"};
constexpr const char *separator = "; ";

Result<std::string> corePart(const OoxmlPackage &package)
{
    return singlePart(package, {QString::fromUtf16(coreRelation), QString::fromUtf16(coreRelationMistaken)});
}

const Element *fieldIn(const Outline &outline, std::string_view field)
{
    const auto found = std::find_if(outline.begin(), outline.end(), [&](const Element &element) {
        return element.depth == 2 && element.local() == field && element.uri == coreNamespace;
    });
    return found == outline.end() ? nullptr : &*found;
}

bool createdByUs(const OoxmlPackage &package, const std::string &part)
{
    const auto &root = package.rootRelationships();
    return std::any_of(root.begin(), root.end(), [&](const Relationship &relationship) {
        return package.actualName(relationship.target) == part &&
               relationship.id.startsWith(QStringView(ourIdPrefix));
    });
}

// An element that was not there is one of ours as a whole.
QByteArray fieldXml(const Element &root, std::string_view field, const QByteArray &ours)
{
    const QByteArray name = root.named(field);
    return '<' + name + " >" + ours + "</" + name + '>';
}

void addField(Edits &edits, const Element *element, const QByteArray &ours)
{
    if (element->contentBegin == element->contentEnd) {
        edits.append(*element, ours);
    } else {
        edits.prepend(*element, ours + separator);
    }
}

// How much of what stands in the element is ours: bytes from its beginning. A program that saved the file
// anew may have written the same text with other entities, or put words of its own between the keywords
// (LibreOffice takes the semicolon away).
std::size_t ourLength(std::string_view content, const QString &classText)
{
    const QByteArray ours = escapedXml(classText);
    if (content == viewOf(ours))
        return content.size();
    if (content.starts_with(viewOf(ours + separator)))
        return static_cast<std::size_t>(ours.size() + qsizetype(std::string_view(separator).size()));
    if (content.starts_with(viewOf(ours))) {
        const std::size_t rest = content.find_first_not_of(" ,;", static_cast<std::size_t>(ours.size()));
        if (rest == std::string_view::npos)
            return content.size();
        if (rest > static_cast<std::size_t>(ours.size()))
            return rest;
    }
    const QString text = textInXml(content);
    return text == classText ? content.size() : 0;
}

void removeField(Edits &edits, const QByteArray &xml, const Element &element, const QString &classText,
                 std::vector<const Element *> &whole)
{
    const std::string_view content =
        viewOf(xml).substr(element.contentBegin, element.contentEnd - element.contentBegin);
    const std::size_t length = ourLength(content, classText);
    if (length == 0)
        return;
    if (length == content.size() && element.isOurs())
        whole.push_back(&element);
    else if (length == content.size() && element.spacedEnd)
        edits.replace(element.contentBegin - 1, element.end, "/>");
    else
        edits.replace(element.contentBegin, element.contentBegin + length, {});
}

Result<void> createCorePart(OoxmlPackage &package, const QByteArray &ours)
{
    const QByteArray xml = QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
                                      "<cp:coreProperties xmlns:cp=\"") +
                           coreNamespace + "\"><cp:category >" + ours + "</cp:category><cp:keywords >" +
                           ours + "</cp:keywords></cp:coreProperties>";
    const std::string part = package.freeName("docProps/", "core");
    if (auto added = package.addPart(part, QString::fromUtf16(coreType), xml); !added)
        return added;
    const auto id =
        package.addRelationship({}, QString::fromUtf16(coreRelation), part, QStringLiteral("Core"));
    return id ? Result<void>() : std::unexpected(id.error());
}

} // namespace

Result<void> addCoreProperties(OoxmlPackage &package, const QString &classText)
{
    const auto part = corePart(package);
    if (!part)
        return std::unexpected(part.error());
    const QByteArray ours = escapedXml(classText);
    if (ours.isEmpty())
        return {};
    if (part->empty())
        return createCorePart(package, ours);
    const auto core = package.outlined(*part, 2);
    if (!core)
        return std::unexpected(core.error());
    const Element &root = core->root();
    if (root.local() != "coreProperties" || root.uri != coreNamespace)
        return std::unexpected(package.damaged());
    Edits edits(core->xml);
    QByteArray missing;
    for (const std::string_view field : fields) {
        if (const Element *element = fieldIn(core->outline, field))
            addField(edits, element, ours);
        else
            missing += fieldXml(root, field, ours);
    }
    if (!missing.isEmpty())
        edits.append(root, missing);
    package.setContent(*part, edits.apply());
    return {};
}

Result<void> removeCoreProperties(OoxmlPackage &package, const QString &classText)
{
    const auto part = corePart(package);
    if (!part)
        return std::unexpected(part.error());
    if (part->empty() || classText.isEmpty())
        return {};
    const auto core = package.outlined(*part, 2);
    if (!core)
        return std::unexpected(core.error());
    Edits edits(core->xml);
    std::vector<const Element *> whole;
    for (const std::string_view field : fields) {
        if (const Element *element = fieldIn(core->outline, field))
            removeField(edits, core->xml, *element, classText, whole);
    }
    if (whole.size() + 1 == core->outline.size() && createdByUs(package, *part))
        return package.removeParts({*part}, {});
    edits.remove(core->root(), whole);
    if (!edits.isEmpty())
        package.setContent(*part, edits.apply());
    return {};
}

} // namespace shirushi::label::ooxml
