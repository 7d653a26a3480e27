// Marks in Excel: in the print header of every sheet. Protection of a sheet guards its cells and objects; how
// it is printed is no part of that, so protected sheets are marked too.
#include "label/ooxml/ooxmlheadertext.h"
#include "label/ooxml/ooxmlmarks.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace shirushi::label::ooxml {

using base::Result;

namespace {

constexpr std::string_view rawToken = "&amp;K01+000&amp;K01+000";

// What comes before headerFooter in a worksheet, chartsheet or dialogsheet (ECMA-376 part 1, 18.3.1.99).
constexpr std::array<std::string_view, 22> elementsBefore{"sheetPr",
                                                          "dimension",
                                                          "sheetViews",
                                                          "sheetFormatPr",
                                                          "cols",
                                                          "sheetData",
                                                          "sheetCalcPr",
                                                          "sheetProtection",
                                                          "protectedRanges",
                                                          "scenarios",
                                                          "autoFilter",
                                                          "sortState",
                                                          "dataConsolidate",
                                                          "customSheetViews",
                                                          "mergeCells",
                                                          "phoneticPr",
                                                          "conditionalFormatting",
                                                          "dataValidations",
                                                          "hyperlinks",
                                                          "printOptions",
                                                          "pageMargins",
                                                          "pageSetup"};

// The children of headerFooter in their order.
constexpr std::array<std::string_view, 6> headerOrder{"oddHeader",  "oddFooter",   "evenHeader",
                                                      "evenFooter", "firstHeader", "firstFooter"};

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

// Text as written and as meant, with the place of each character.
struct Decoded {
    QString text;
    std::vector<std::size_t> places; // one more than text has characters
};

std::optional<Decoded> decodedHeader(std::string_view raw, std::size_t begin)
{
    constexpr std::size_t longestRaw = 16384;
    if (raw.size() > longestRaw || raw.find('<') != std::string_view::npos)
        return std::nullopt;
    Decoded decoded;
    for (std::size_t at = 0; at < raw.size();) {
        std::size_t length = 1;
        if (raw[at] == '&')
            length = std::min(raw.find(';', at), raw.size() - 1) + 1 - at;
        else
            while (at + length < raw.size() && (static_cast<unsigned char>(raw[at + length]) & 0xc0) == 0x80)
                ++length;
        const QString character = unescapedXml(raw.substr(at, length));
        decoded.text += character;
        decoded.places.insert(decoded.places.end(), static_cast<std::size_t>(character.size()), begin + at);
        at += length;
    }
    decoded.places.push_back(begin + raw.size());
    return decoded;
}

std::optional<Decoded> decodedContent(const QByteArray &xml, const Element &element)
{
    return decodedHeader(viewOf(xml).substr(element.contentBegin, element.contentEnd - element.contentBegin),
                         element.contentBegin);
}

Result<Outline> outlineOfSheet(const QByteArray &xml, const QString &subject)
{
    return outlineOf(
        xml,
        [](const XmlScanner &scanner, const Outline &kept, std::size_t parent) {
            return scanner.depth() <= 2 || (scanner.depth() == 3 && kept[parent].local() == "headerFooter");
        },
        subject);
}

std::size_t headerFooterIn(const Outline &outline)
{
    for (const std::size_t child : childrenOf(outline, 0)) {
        if (outline[child].local() == "headerFooter" && outline[child].uri == outline.front().uri)
            return child;
    }
    return noElement;
}

bool isHeader(const Element &element)
{
    return element.local().ends_with("Header");
}

void removeFromHeader(Edits &edits, const QByteArray &xml, const Element &header, const QStringList &former,
                      std::vector<const Element *> &whole, bool &found)
{
    const auto decoded = decodedContent(xml, header);
    const auto removal = decoded ? headerMarkRemoval(decoded->text, former) : std::nullopt;
    if (!removal)
        return;
    found = true;
    const bool emptied = removal->begin == 0 && removal->end == decoded->text.size();
    const auto place = [&](qsizetype at) { return decoded->places[static_cast<std::size_t>(at)]; };
    if (emptied && header.isOurs())
        whole.push_back(&header);
    else if (emptied && header.spacedEnd)
        edits.replace(header.contentBegin - 1, header.end, "/>");
    else
        edits.replace(place(removal->begin), place(removal->end), {});
}

Result<bool> removeFromSheet(OoxmlPackage &package, const std::string &part, const QStringList &former)
{
    const auto xml = package.content(part);
    if (!xml)
        return std::unexpected(xml.error());
    if (former.isEmpty() && viewOf(*xml).find(rawToken) == std::string_view::npos)
        return false;
    const auto outline = outlineOfSheet(*xml, package.subject());
    if (!outline)
        return std::unexpected(outline.error());
    const std::size_t index = headerFooterIn(*outline);
    if (index == noElement)
        return false;
    const Element &headerFooter = outline->at(index);
    Edits edits(*xml);
    std::vector<const Element *> whole;
    const auto children = childrenOf(*outline, index);
    bool found = false;
    for (const std::size_t child : children) {
        if (isHeader(outline->at(child)))
            removeFromHeader(edits, *xml, outline->at(child), former, whole, found);
    }
    if (headerFooter.isOurs() && whole.size() == children.size() && found)
        edits.remove(outline->front(), {&headerFooter});
    else
        edits.remove(headerFooter, whole);
    if (!edits.isEmpty())
        package.setContent(part, edits.apply());
    return found;
}

bool isSet(const Element &headerFooter, std::string_view attribute)
{
    const auto value = headerFooter.attribute(attribute);
    return value == "1" || value == "true";
}

std::vector<std::string_view> headersInEffect(const Element *headerFooter)
{
    std::vector<std::string_view> headers{"oddHeader"};
    if (headerFooter && isSet(*headerFooter, "differentOddEven"))
        headers.push_back("evenHeader");
    if (headerFooter && isSet(*headerFooter, "differentFirst"))
        headers.push_back("firstHeader");
    return headers;
}

QByteArray elementXml(const Element &root, std::string_view local, const QByteArray &content)
{
    const QByteArray name =
        (root.prefix().empty() ? QByteArray() : bytesOf(root.prefix()) + ':') + bytesOf(local);
    return '<' + name + " >" + content + "</" + name + '>';
}

void addHeaderFooter(Edits &edits, const Outline &outline, const QByteArray &content)
{
    const Element &root = outline.front();
    const QByteArray xml = elementXml(root, "headerFooter", elementXml(root, "oddHeader", content));
    std::size_t place = root.contentBegin;
    for (const std::size_t child : childrenOf(outline, 0)) {
        const bool before = std::find(elementsBefore.begin(), elementsBefore.end(), outline[child].local()) !=
                            elementsBefore.end();
        if (before)
            place = outline[child].end;
    }
    if (root.selfClosing)
        edits.append(root, xml);
    else
        edits.insert(place, xml);
}

// In front of the first child that has its place behind `header`.
std::size_t placeFor(std::string_view header, const Outline &outline, std::size_t headerFooter)
{
    const auto rank = [](std::string_view local) {
        return std::find(headerOrder.begin(), headerOrder.end(), local) - headerOrder.begin();
    };
    for (const std::size_t child : childrenOf(outline, headerFooter)) {
        if (rank(outline[child].local()) > rank(header))
            return outline[child].begin;
    }
    return outline[headerFooter].contentEnd;
}

// False: one of the headers has no room.
bool addToHeaders(Edits &edits, const QByteArray &xml, const Outline &outline, std::size_t index,
                  const QString &text)
{
    const Element &headerFooter = outline[index];
    const auto whole = headerMarkInsertion({}, text);
    QByteArray opened;
    bool complete = true;
    for (const std::string_view name : headersInEffect(&headerFooter)) {
        const auto children = childrenOf(outline, index);
        const auto found = std::find_if(children.begin(), children.end(),
                                        [&](std::size_t child) { return outline[child].local() == name; });
        if (found == children.end()) {
            const QByteArray header = elementXml(outline.front(), name, escapedXml(whole->with));
            if (headerFooter.selfClosing)
                opened += header;
            else
                edits.insert(placeFor(name, outline, index), header);
            continue;
        }
        const Element &element = outline[*found];
        const auto decoded = decodedContent(xml, element);
        const auto insertion = decoded ? headerMarkInsertion(decoded->text, text) : std::nullopt;
        if (!insertion)
            complete = false;
        else if (element.selfClosing)
            edits.append(element, escapedXml(insertion->with));
        else
            edits.insert(decoded->places[static_cast<std::size_t>(insertion->begin)],
                         escapedXml(insertion->with));
    }
    if (!opened.isEmpty())
        edits.append(headerFooter, opened);
    return complete;
}

// False: the sheet has no room for the mark, at least on some of its pages.
Result<bool> addToSheet(OoxmlPackage &package, const std::string &part, const QString &text,
                        MarksAdded &added)
{
    const auto xml = package.content(part);
    if (!xml)
        return std::unexpected(xml.error());
    const auto outline = outlineOfSheet(*xml, package.subject());
    const auto whole = headerMarkInsertion({}, text);
    if (!outline || !whole || !outline->front().local().ends_with("sheet"))
        return false;
    Edits edits(*xml);
    const std::size_t index = headerFooterIn(*outline);
    bool complete = true;
    if (index == noElement)
        addHeaderFooter(edits, *outline, escapedXml(whole->with));
    else
        complete = addToHeaders(edits, *xml, *outline, index, text);
    if (!edits.isEmpty()) {
        package.setContent(part, edits.apply());
        ++added.placed;
    }
    return complete;
}

Result<std::vector<std::string>> sheetsOf(const OoxmlPackage &package)
{
    return partsOfMain(package, {relation::worksheet, relation::chartsheet, relation::dialogsheet});
}

} // namespace

Result<bool> removeExcelMarks(OoxmlPackage &package, const QStringList &former)
{
    const auto sheets = sheetsOf(package);
    if (!sheets)
        return std::unexpected(sheets.error());
    bool found = false;
    for (const std::string &part : *sheets) {
        const auto removed = removeFromSheet(package, part, former);
        if (!removed)
            return removed;
        found = found || *removed;
    }
    return found;
}

Result<MarksAdded> addExcelMarks(OoxmlPackage &package, const QString &text)
{
    const auto sheets = sheetsOf(package);
    if (!sheets)
        return std::unexpected(sheets.error());
    MarksAdded added;
    int left = 0;
    for (const std::string &part : *sheets) {
        const auto complete = addToSheet(package, part, text, added);
        if (!complete)
            return std::unexpected(complete.error());
        left += *complete ? 0 : 1;
    }
    if (left > 0)
        added.notices += tr("The print headers of %1 sheets have no room for the visible mark.").arg(left);
    return added;
}

} // namespace shirushi::label::ooxml
