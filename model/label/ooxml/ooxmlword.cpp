#include "label/ooxml/ooxmlword.h"

#include "label/ooxml/ooxmlmarks.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label::ooxml {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::string_view strictStart = "http://purl.oclc.org/";

bool isInteresting(std::string_view local)
{
    // sectPrChange has the section of before a tracked change in it; a text box has no sections.
    constexpr std::array<std::string_view, 6> names{"body",    "sectPr",       "headerReference",
                                                    "titlePg", "sectPrChange", "txbxContent"};
    return std::find(names.begin(), names.end(), local) != names.end();
}

bool isOn(const Element &element)
{
    const auto value = element.attribute("val", element.uri);
    return !value || (*value != "0" && *value != "false" && *value != "off");
}

std::optional<HeaderType> typeNamed(std::string_view name)
{
    for (const HeaderType type : headerTypes) {
        if (name == viewOf(nameOf(type)))
            return type;
    }
    return std::nullopt;
}

WordSection sectionAt(const Outline &outline, std::size_t index)
{
    WordSection section;
    section.element = index;
    for (const std::size_t child : childrenOf(outline, index)) {
        const Element &element = outline[child];
        if (element.local() == "titlePg" && isOn(element))
            section.titlePage = true;
        if (element.local() != "headerReference")
            continue;
        const QByteArray relationships = relationshipsNamespaceFor(element.uri);
        section.headers.push_back({child,
                                   typeNamed(element.attribute("type", element.uri).value_or("default")),
                                   unescapedXml(element.attribute("id", viewOf(relationships)).value_or(""))});
    }
    return section;
}

} // namespace

QByteArray nameOf(HeaderType type)
{
    switch (type) {
    case HeaderType::First:
        return "first";
    case HeaderType::Even:
        return "even";
    default:
        return "default";
    }
}

QByteArray relationshipsNamespaceFor(std::string_view uri)
{
    return uri.starts_with(strictStart)
               ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
               : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
}

Prefix prefixFor(const Element &root, std::string_view uri, const QByteArray &preferred)
{
    if (const auto known = root.prefixFor(uri))
        return {*known, {}};
    return {preferred, " xmlns:" + preferred + "=\"" + bytesOf(uri) + '"'};
}

Result<WordDocument> wordDocumentOf(const QByteArray &xml, const QString &subject)
{
    auto outline = outlineOf(
        xml,
        [](const XmlScanner &scanner, const Outline &kept, std::size_t) {
            return isInteresting(localOf(scanner.name())) &&
                   scanner.namespaceOf(prefixOf(scanner.name())) == kept.front().uri;
        },
        subject);
    if (!outline)
        return std::unexpected(outline.error());
    WordDocument document{*std::move(outline), noElement, {}};
    bool lastIsGiven = false;
    for (std::size_t index = 1; index < document.outline.size(); ++index) {
        const Element &element = document.outline[index];
        if (element.local() == "body" && element.depth == 2)
            document.body = index;
        if (element.local() != "sectPr" || document.body == noElement || element.parent != document.body)
            continue;
        document.sections.push_back(sectionAt(document.outline, index));
        lastIsGiven = element.depth == document.outline[document.body].depth + 1;
    }
    if (document.body == noElement) {
        return base::failure(ErrorCode::Damaged, subject,
                             QCoreApplication::translate(
                                 "shirushi::label", "The file is damaged: its parts do not fit together."));
    }
    if (!lastIsGiven)
        document.sections.push_back({});
    return document;
}

Result<bool> hasEvenHeaders(const OoxmlPackage &package)
{
    const auto parts = partsOfMain(package, {relation::settings});
    if (!parts)
        return std::unexpected(parts.error());
    for (const std::string &part : *parts) {
        const auto xml = package.smallContent(part);
        if (!xml)
            return std::unexpected(xml.error());
        const auto outline = outlineOf(*xml, 2, package.subject());
        if (!outline)
            return std::unexpected(outline.error());
        for (const Element &element : *outline) {
            if (element.depth == 2 && element.local() == "evenAndOddHeaders")
                return isOn(element);
        }
    }
    return false;
}

} // namespace shirushi::label::ooxml
