#include "label/ooxmloutline.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label::ooxml {

using base::ErrorCode;
using base::Result;
using Token = OoxmlScanner::Token;

namespace {

constexpr std::size_t mostKept = 500'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

// The XML declaration may name another encoding although the bytes happen to be valid UTF-8.
bool namesOtherEncoding(std::string_view text)
{
    if (!text.starts_with("<?xml"))
        return false;
    const std::string_view declaration = text.substr(0, text.find("?>"));
    const std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos)
        return false;
    const std::size_t open = declaration.find_first_of("\"'", at);
    if (open == std::string_view::npos)
        return true;
    const std::string_view value = declaration.substr(open + 1);
    const QByteArray name = bytesOf(value.substr(0, value.find_first_of("\"'"))).toLower();
    return name != "utf-8" && name != "utf8" && name != "us-ascii";
}

bool isUtf8(const QByteArray &text)
{
    std::string_view view = viewOf(text);
    if (view.starts_with("\xef\xbb\xbf"))
        view.remove_prefix(3);
    return view.find('\0') == std::string_view::npos && !namesOtherEncoding(view) &&
           QByteArrayView(text).isValidUtf8();
}

std::string_view uriOf(const OoxmlScanner &scanner, std::string_view attributeName)
{
    const std::string_view prefix = prefixOf(attributeName);
    return prefix.empty() ? std::string_view() : scanner.namespaceOf(prefix);
}

Element elementAt(const OoxmlScanner &scanner, std::string_view text, std::size_t parent)
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
    for (const XmlAttribute &attribute : scanner.attributes()) {
        element.attributes.push_back({attribute.name, localOf(attribute.name), uriOf(scanner, attribute.name),
                                      attribute.value, attribute.valueBegin});
    }
    return element;
}

void close(Element &element, const OoxmlScanner &scanner, std::string_view text)
{
    if (element.selfClosing)
        return;
    element.contentEnd = scanner.begin();
    element.end = scanner.end();
    element.spacedEnd = text[element.end - 2] == ' ';
}

} // namespace

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
    if (!isUtf8(bytes))
        return base::failure(ErrorCode::Unsupported, subject,
                             tr("A part of the file is not written in UTF-8."));
    const auto damaged = [&] {
        return base::failure(ErrorCode::Damaged, subject,
                             tr("The file is damaged: a part is not well-formed XML."));
    };
    const std::string_view text = viewOf(bytes);
    OoxmlScanner scanner(text);
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
        [depth](const OoxmlScanner &scanner, const Outline &, std::size_t) {
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

void Edits::replace(std::size_t begin, std::size_t end, QByteArray with)
{
    m_edits.push_back({begin, end, std::move(with)});
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

QByteArray Edits::apply() const
{
    std::vector<Edit> edits = m_edits;
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit &a, const Edit &b) { return a.begin < b.begin; });
    QByteArray result;
    result.reserve(m_text.size() + 4096);
    std::size_t done = 0;
    for (const Edit &edit : edits) {
        Q_ASSERT(edit.begin >= done);
        result.append(m_text.constData() + done, static_cast<qsizetype>(edit.begin - done));
        result.append(edit.with);
        done = edit.end;
    }
    result.append(m_text.constData() + done, m_text.size() - static_cast<qsizetype>(done));
    return result;
}

std::string_view viewOf(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace shirushi::label::ooxml
