#include "label/ooxml/ooxmloutline.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label::ooxml {

using base::ErrorCode;
using base::Result;
using Token = XmlScanner::Token;

namespace {

constexpr std::size_t mostKept = 500'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

std::string_view uriOf(const XmlScanner &scanner, std::string_view attributeName)
{
    const std::string_view prefix = prefixOf(attributeName);
    return prefix.empty() ? std::string_view() : scanner.namespaceOf(prefix);
}

Element elementAt(const XmlScanner &scanner, std::string_view text, std::size_t parent)
{
    Element element;
    element.name = scanner.name();
    element.uri = scanner.namespaceOf(prefixOf(element.name));
    element.depth = scanner.depth();
    element.parent = parent;
    element.begin = scanner.begin();
    element.contentBegin = element.contentEnd = element.end = scanner.end();
    element.selfClosing = scanner.isSelfClosing();
    element.spacedStart = !element.selfClosing && text[element.contentBegin - 2] == ' ';
    for (const ScannedAttribute &attribute : scanner.attributes()) {
        element.attributes.push_back({attribute.name, localOf(attribute.name), uriOf(scanner, attribute.name),
                                      attribute.value, attribute.valueBegin});
    }
    return element;
}

void close(Element &element, const XmlScanner &scanner, std::string_view text)
{
    if (element.selfClosing)
        return;
    element.contentEnd = scanner.begin();
    element.end = scanner.end();
    element.spacedEnd = text[element.end - 2] == ' ';
}

} // namespace

QString Element::text(std::string_view attribute) const
{
    return unescapedXml(this->attribute(attribute).value_or(std::string_view()));
}

QByteArray Element::named(std::string_view local) const
{
    return prefix().empty() ? bytesOf(local) : bytesOf(prefix()) + ':' + bytesOf(local);
}

std::optional<std::string_view> Element::attribute(std::string_view local,
                                                   std::string_view attributeUri) const
{
    const OutlineAttribute *found = find(local, attributeUri);
    return found ? std::optional(found->value) : std::nullopt;
}

const OutlineAttribute *Element::find(std::string_view local, std::string_view attributeUri) const
{
    const auto found =
        std::find_if(attributes.begin(), attributes.end(), [&](const OutlineAttribute &attribute) {
            return attribute.local == local && attribute.uri == attributeUri;
        });
    return found == attributes.end() ? nullptr : &*found;
}

std::optional<QByteArray> Element::prefixFor(std::string_view namespaceUri) const
{
    for (const OutlineAttribute &attribute : attributes) {
        if (attribute.value == namespaceUri && prefixOf(attribute.name) == "xmlns")
            return bytesOf(attribute.local);
    }
    return std::nullopt;
}

Result<Outline> outlineOf(const QByteArray &bytes, const Keep &keep, const QString &subject)
{
    if (encodingOf(viewOf(bytes)) != XmlEncoding::Utf8)
        return base::failure(ErrorCode::Unsupported, subject,
                             tr("A part of the file is not written in UTF-8."));
    const auto damaged = [&] {
        return base::failure(ErrorCode::Damaged, subject,
                             tr("The file is damaged: a part is not well-formed XML."));
    };
    const std::string_view text = viewOf(bytes);
    XmlScanner scanner(text);
    Outline outline;
    std::vector<std::size_t> open; // kept and not closed yet
    for (Token token = scanner.next(); token != Token::End; token = scanner.next()) {
        if (token == Token::Malformed)
            return damaged();
        if (token == Token::StartTag) {
            const std::size_t parent = open.empty() ? noElement : open.back();
            if (!outline.empty() && !keep(scanner, outline, parent))
                continue;
            if (outline.size() >= mostKept)
                return base::failure(ErrorCode::TooLarge, subject,
                                     tr("The file holds more than may be unpacked safely."));
            open.push_back(outline.size());
            outline.push_back(elementAt(scanner, text, parent));
        } else if (token == Token::EndTag && !open.empty() && outline[open.back()].depth == scanner.depth()) {
            close(outline[open.back()], scanner, text);
            open.pop_back();
        }
    }
    return outline;
}

Result<Outline> outlineOf(const QByteArray &text, std::size_t depth, const QString &subject)
{
    return outlineOf(
        text,
        [depth](const XmlScanner &scanner, const Outline &, std::size_t) {
            return scanner.depth() <= depth;
        },
        subject);
}

std::vector<std::size_t> childrenOf(const Outline &outline, std::size_t parent)
{
    std::vector<std::size_t> children;
    for (std::size_t index = parent + 1; index < outline.size() && outline[index].begin < outline[parent].end;
         ++index) {
        if (outline[index].parent == parent)
            children.push_back(index);
    }
    return children;
}

void Edits::open(const Element &element, const QByteArray &xml)
{
    replace(element.contentBegin - 2, element.contentBegin, ">" + xml + "</" + bytesOf(element.name) + " >");
}

void Edits::append(const Element &element, const QByteArray &xml)
{
    if (element.selfClosing)
        open(element, xml);
    else
        insert(element.contentEnd, xml);
}

void Edits::prepend(const Element &element, const QByteArray &xml)
{
    if (element.selfClosing)
        open(element, xml);
    else
        insert(element.contentBegin, xml);
}

void Edits::remove(const Element &parent, const std::vector<const Element *> &children)
{
    std::size_t removed = 0;
    for (const Element *child : children)
        removed += child->end - child->begin;
    if (!children.empty() && parent.spacedEnd && removed == parent.contentEnd - parent.contentBegin) {
        replace(parent.contentBegin - 1, parent.end, "/>");
        return;
    }
    for (const Element *child : children)
        replace(child->begin, child->end, {});
}

} // namespace shirushi::label::ooxml
