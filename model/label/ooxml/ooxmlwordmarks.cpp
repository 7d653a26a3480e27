// Marks in Word: a paragraph, first in every header that a section shows; headers that are missing are made.
#include "label/ooxml/ooxmlmarks.h"
#include "label/ooxml/ooxmlword.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label::ooxml {

using base::Result;

namespace {

// Our paragraphs are told by this revision save id (ECMA-376 part 1, 17.18.50) in two attributes, which Word
// keeps and shows nowhere.
constexpr std::string_view revision = "00534852";
constexpr auto headerType = u"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
constexpr const char *wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char *strictWordNamespace = "http://purl.oclc.org/ooxml/wordprocessingml/main";

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

// Without the space that is otherwise set between Japanese and Latin letters: who copies the mark from a page
// gets the class text, letter by letter.
QByteArray paragraph(const Prefix &prefix, bool strict, const QString &text)
{
    const QByteArray w = prefix.name + ':';
    const QByteArray id = bytesOf(revision);
    const QByteArray spacing = '<' + w + "autoSpaceDE " + w + "val=\"0\"/><" + w + "autoSpaceDN " + w + "val=\"0\"/>";
    return '<' + w + 'p' + prefix.declaration + ' ' + w + "rsidR=\"" + id + "\" " + w + "rsidP=\"" + id +
           "\"><" + w + "pPr>" + spacing + '<' + w + "jc " + w + "val=\"" + (strict ? "end" : "right") + "\"/></" + w +
           "pPr><" + w + "r><" + w + "t>" + escapedXml(text) + "</" + w + "t></" + w + "r></" + w + "p>";
}

QByteArray newHeader(bool strict, const QString &text)
{
    return QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:hdr xmlns:w=\"") +
           (strict ? strictWordNamespace : wordNamespace) + "\">" + paragraph({"w", {}}, strict, text) +
           "</w:hdr>";
}

bool isOurParagraph(const QByteArray &xml, const Element &element, const QStringList &former)
{
    if (element.local() != "p")
        return false;
    if (element.attribute("rsidR", element.uri) == revision &&
        element.attribute("rsidP", element.uri) == revision)
        return true;
    const std::string_view content =
        viewOf(xml).substr(element.contentBegin, element.contentEnd - element.contentBegin);
    constexpr std::size_t longestMark = 65536;
    const QString text =
        content.size() > longestMark || former.isEmpty() ? QString() : textInXml(content).trimmed();
    return !text.isEmpty() && former.contains(text);
}

// Nothing: the header has no mark of ours. True: it has nothing else.
Result<std::optional<bool>> removeFromHeader(OoxmlPackage &package, const std::string &part,
                                             const QStringList &former)
{
    const auto xml = package.content(part);
    if (!xml)
        return std::unexpected(xml.error());
    if (former.isEmpty() && viewOf(*xml).find(revision) == std::string_view::npos)
        return std::nullopt;
    const auto outline = outlineOf(*xml, 2, package.subject());
    if (!outline)
        return std::unexpected(outline.error());
    if (outline->size() < 2 || !isOurParagraph(*xml, outline->at(1), former))
        return std::nullopt;
    if (outline->size() == 2)
        return std::optional(true);
    Edits edits(*xml);
    edits.remove(outline->front(), {&outline->at(1)});
    package.setContent(part, edits.apply());
    return std::optional(false);
}

// Takes the references to headers out that were there for our mark alone.
Result<void> removeReferences(OoxmlPackage &package, const std::set<QString> &relationships)
{
    const auto xml = package.content(package.mainPart());
    if (!xml)
        return std::unexpected(xml.error());
    const auto document = wordDocumentOf(*xml, package.subject());
    if (!document)
        return std::unexpected(document.error());
    const Outline &outline = document->outline;
    Edits edits(*xml);
    for (const WordSection &section : document->sections) {
        std::vector<const Element *> leaving;
        std::size_t length = 0;
        for (const HeaderReference &header : section.headers) {
            if (!relationships.contains(header.relationship))
                continue;
            leaving.push_back(&outline[header.element]);
            length += leaving.back()->end - leaving.back()->begin;
        }
        if (leaving.empty())
            continue;
        const Element &properties = outline[section.element];
        if (properties.isOurs() && length == properties.contentEnd - properties.contentBegin)
            edits.remove(outline[document->body], {&properties});
        else
            edits.remove(properties, leaving);
    }
    if (!edits.isEmpty())
        package.setContent(package.mainPart(), edits.apply());
    return {};
}

Result<void> removeHeaders(OoxmlPackage &package, const std::vector<Relationship> &relationships,
                           const std::set<std::string> &parts)
{
    std::set<QString> ids;
    for (const Relationship &relationship : relationships) {
        if (parts.contains(package.actualName(relationship.target)))
            ids.insert(relationship.id);
    }
    if (auto removed = removeReferences(package, ids); !removed)
        return removed;
    return package.removeParts(parts, package.mainPart());
}

// What has to be done so that every page shows the mark.
struct Plan {
    std::set<QString> marked;                                // headers that are there, by relationship
    std::vector<std::pair<std::size_t, HeaderType>> missing; // by section
};

Plan planFor(const WordDocument &document, bool evenHeaders)
{
    Plan plan;
    for (const HeaderType type : headerTypes) {
        if (type == HeaderType::Even && !evenHeaders)
            continue;
        // A section that says nothing shows the header of the section before.
        QString shown;
        bool made = false;
        for (std::size_t index = 0; index < document.sections.size(); ++index) {
            const WordSection &section = document.sections[index];
            for (const HeaderReference &header : section.headers) {
                if (header.type == type) {
                    shown = header.relationship;
                    made = false;
                }
            }
            if (made || (type == HeaderType::First && !section.titlePage))
                continue;
            if (!shown.isEmpty()) {
                plan.marked.insert(shown);
                continue;
            }
            plan.missing.emplace_back(index, type);
            made = true;
        }
    }
    return plan;
}

// False: the header is not one that can take a paragraph.
Result<bool> addToHeader(OoxmlPackage &package, const std::string &part, const QString &text)
{
    if (!package.has(part))
        return false;
    const auto xml = package.content(part);
    if (!xml)
        return std::unexpected(xml.error());
    const auto outline = outlineOf(*xml, 2, package.subject());
    if (!outline)
        return false;
    const Element &root = outline->front();
    if (root.local() != "hdr" || outline->size() < 2)
        return false;
    Edits edits(*xml);
    edits.prepend(root, paragraph(prefixFor(root, root.uri, "w"), root.uri == strictWordNamespace, text));
    package.setContent(part, edits.apply());
    return true;
}

Result<QByteArray> makeHeader(OoxmlPackage &package, const Element &root, HeaderType type,
                              const QString &text)
{
    const std::string &main = package.mainPart();
    const std::string folder = main.substr(0, main.rfind('/') + 1);
    const std::string part = package.freeName(folder, "shirushiHeader");
    const bool strict = root.uri == strictWordNamespace;
    auto added = package.addPart(part, QString::fromUtf16(headerType), newHeader(strict, text));
    if (!added)
        return std::unexpected(added.error());
    const auto id =
        package.addRelationship(main, package.typeOf(relation::header), part, QStringLiteral("Header"));
    if (!id)
        return std::unexpected(id.error());
    const Prefix w = prefixFor(root, root.uri, "w");
    const QByteArray relationships = relationshipsNamespaceFor(root.uri);
    const Prefix r = prefixFor(root, viewOf(relationships), "r");
    return '<' + w.name + ":headerReference" + w.declaration + r.declaration + ' ' + w.name + ":type=\"" +
           nameOf(type) + "\" " + r.name + ":id=\"" + escapedXml(*id) + "\"/>";
}

Result<void> makeMissing(OoxmlPackage &package, const QByteArray &xml, const WordDocument &document,
                         const Plan &plan, const QString &text)
{
    const Element &root = document.outline.front();
    std::map<std::size_t, QByteArray> references;
    for (const auto &[section, type] : plan.missing) {
        const auto reference = makeHeader(package, root, type, text);
        if (!reference)
            return std::unexpected(reference.error());
        references[section] += *reference;
    }
    Edits edits(xml);
    for (const auto &[section, reference] : references) {
        const std::size_t element = document.sections[section].element;
        const Prefix w = prefixFor(root, root.uri, "w");
        if (element != noElement) {
            edits.prepend(document.outline[element], reference);
        } else {
            edits.append(document.outline[document.body], '<' + w.name + ":sectPr" + w.declaration + " >" +
                                                              reference + "</" + w.name + ":sectPr>");
        }
    }
    if (!edits.isEmpty())
        package.setContent(package.mainPart(), edits.apply());
    return {};
}

} // namespace

Result<bool> removeWordMarks(OoxmlPackage &package, const QStringList &former)
{
    const auto relationships = package.relationships(package.mainPart());
    const auto parts = partsOfMain(package, {relation::header});
    if (!relationships || !parts)
        return std::unexpected(relationships ? parts.error() : relationships.error());
    bool found = false;
    std::set<std::string> ours;
    for (const std::string &part : *parts) {
        const auto removed = removeFromHeader(package, part, former);
        if (!removed)
            return std::unexpected(removed.error());
        found = found || removed->has_value();
        if (removed->value_or(false))
            ours.insert(part);
    }
    if (!ours.empty()) {
        if (auto removed = removeHeaders(package, *relationships, ours); !removed)
            return std::unexpected(removed.error());
    }
    return found;
}

Result<MarksAdded> addWordMarks(OoxmlPackage &package, const QString &text)
{
    MarksAdded added;
    const auto xml = package.content(package.mainPart());
    if (!xml)
        return std::unexpected(xml.error());
    const auto document = wordDocumentOf(*xml, package.subject());
    const auto evenHeaders = hasEvenHeaders(package);
    const auto relationships = package.relationships(package.mainPart());
    if (!document || !evenHeaders || !relationships) {
        added.notices += tr("The document is written in a way that leaves no place for a visible mark.");
        return added;
    }
    const Plan plan = planFor(*document, *evenHeaders);
    std::set<std::string> parts;
    int left = 0;
    for (const Relationship &relationship : *relationships) {
        if (!plan.marked.contains(relationship.id))
            continue;
        // What is no header for the package would not be found again when the mark is to go.
        if (!OoxmlPackage::isType(relationship.type, relation::header))
            ++left;
        else
            parts.insert(package.has(relationship.target) ? package.actualName(relationship.target)
                                                          : relationship.target);
    }
    for (const std::string &part : parts) {
        const auto done = addToHeader(package, part, text);
        if (!done)
            return std::unexpected(done.error());
        ++(*done ? added.placed : left);
    }
    if (auto made = makeMissing(package, *xml, *document, plan, text); !made)
        return std::unexpected(made.error());
    added.placed += static_cast<int>(plan.missing.size());
    if (left > 0)
        added.notices += tr("%1 headers cannot take a visible mark.").arg(left);
    return added;
}

Result<std::vector<std::string>> partsOfMain(const OoxmlPackage &package,
                                             const std::vector<QStringView> &kinds)
{
    const auto relationships = package.relationships(package.mainPart());
    if (!relationships)
        return std::unexpected(relationships.error());
    std::vector<std::string> parts;
    std::set<std::string> seen;
    for (const Relationship &relationship : *relationships) {
        const bool wanted = std::any_of(kinds.begin(), kinds.end(), [&](QStringView kind) {
            return OoxmlPackage::isType(relationship.type, kind);
        });
        const std::string name = wanted && package.has(relationship.target)
                                     ? package.actualName(relationship.target)
                                     : std::string();
        if (!name.empty() && seen.insert(name).second)
            parts.push_back(name);
    }
    return parts;
}

} // namespace shirushi::label::ooxml
