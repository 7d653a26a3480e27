#include "label/odf/odfregion.h"

#include "base/encoding.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label {

using base::ErrorCode;
using base::Result;

namespace odfform {

#define SHIRUSHI_STYLE                                                                                             \
    "<style:style\3 style:name=\"ShirushiMark\" style:family=\"paragraph\">"                                         \
    "<style:paragraph-properties fo:text-align=\"end\" fo:margin-top=\"0cm\" fo:margin-bottom=\"0cm\" "             \
    "style:text-autospace=\"none\"/>"                                                                             \
    "<style:text-properties fo:font-size=\"10.5pt\" style:font-size-asian=\"10.5pt\"/></style:style>"
#define SHIRUSHI_SPACE "<style:header-footer-properties\3 fo:min-height=\"0.6cm\" fo:margin-bottom=\"0.2cm\"/>"
#define SHIRUSHI_SLIDE_STYLES                                                                                      \
    "<style:style\3 style:name=\"ShirushiFrame\" style:family=\"graphic\"><style:graphic-properties "                \
    "draw:stroke=\"none\" draw:fill=\"none\" draw:auto-grow-height=\"true\" draw:auto-grow-width=\"false\" "         \
    "fo:padding-top=\"0.1cm\" fo:padding-bottom=\"0.1cm\" fo:padding-left=\"0.1cm\" fo:padding-right=\"0.1cm\"/>"    \
    "</style:style><style:style\3 style:name=\"ShirushiMark\" style:family=\"paragraph\">"                           \
    "<style:paragraph-properties fo:text-align=\"end\" style:text-autospace=\"none\"/>"                             \
    "<style:text-properties fo:color=\"#000000\" "                                                                \
    "fo:font-size=\"12pt\" style:font-size-asian=\"12pt\"/></style:style>"
#define SHIRUSHI_LINE "<text:p\3 text:style-name=\"ShirushiMark\">\1</text:p>"
#define SHIRUSHI_PLAIN_LINE "<text:p\3>\1</text:p>"
#define SHIRUSHI_HEADER "<style:header\3>" SHIRUSHI_LINE "</style:header>"
#define SHIRUSHI_PLAIN_HEADER "<style:header\3>" SHIRUSHI_PLAIN_LINE "</style:header>"
#define SHIRUSHI_HEADER_STYLE "<style:header-style\3>" SHIRUSHI_SPACE "</style:header-style>"
#define SHIRUSHI_PAGE(name, header)                                                                                \
    "<style:master-page\3 style:name=\"" name "\" style:page-layout-name=\"ShirushiPage\">" header                   \
    "</style:master-page>"
#define SHIRUSHI_LAYOUT "<style:page-layout\3 style:name=\"ShirushiPage\">" SHIRUSHI_HEADER_STYLE "</style:page-layout>"
#define SHIRUSHI_WITHIN(element, content) "<" element "\3>" content "</" element ">"

const QByteArrayView textStyle(SHIRUSHI_STYLE);
const QByteArrayView stylesElement(SHIRUSHI_WITHIN("office:styles", SHIRUSHI_STYLE));
const QByteArrayView paragraph(SHIRUSHI_LINE);
const QByteArrayView plainParagraph(SHIRUSHI_PLAIN_LINE);
const QByteArrayView header(SHIRUSHI_HEADER);
const QByteArrayView plainHeader(SHIRUSHI_PLAIN_HEADER);
const QByteArrayView headerSpace(SHIRUSHI_SPACE);
const QByteArrayView headerStyle(SHIRUSHI_HEADER_STYLE);
const QByteArrayView page(SHIRUSHI_PAGE("Standard", SHIRUSHI_HEADER));
const QByteArrayView plainPage(SHIRUSHI_PAGE("Default", SHIRUSHI_PLAIN_HEADER));
const QByteArrayView masterStyles(SHIRUSHI_WITHIN("office:master-styles", SHIRUSHI_PAGE("Standard", SHIRUSHI_HEADER)));
const QByteArrayView plainMasterStyles(SHIRUSHI_WITHIN("office:master-styles",
                                                       SHIRUSHI_PAGE("Default", SHIRUSHI_PLAIN_HEADER)));
const QByteArrayView pageLayout(SHIRUSHI_LAYOUT);
const QByteArrayView pageLayoutStyles(SHIRUSHI_WITHIN("office:automatic-styles", SHIRUSHI_LAYOUT));
const QByteArrayView slideStyles(SHIRUSHI_SLIDE_STYLES);
const QByteArrayView automaticStyles(SHIRUSHI_WITHIN("office:automatic-styles", SHIRUSHI_SLIDE_STYLES));
const QByteArrayView frame("<draw:frame\3 draw:name=\"shirushi-mark\" draw:style-name=\"ShirushiFrame\" "
                           "draw:layer=\"layout\" svg:width=\"\2\" svg:height=\"0.7cm\" svg:x=\"\2\" svg:y=\"0.2cm\">"
                           "<draw:text-box>" SHIRUSHI_LINE "</draw:text-box></draw:frame>");

#undef SHIRUSHI_STYLE
#undef SHIRUSHI_SPACE
#undef SHIRUSHI_SLIDE_STYLES
#undef SHIRUSHI_LINE
#undef SHIRUSHI_PLAIN_LINE
#undef SHIRUSHI_HEADER
#undef SHIRUSHI_PLAIN_HEADER
#undef SHIRUSHI_HEADER_STYLE
#undef SHIRUSHI_PAGE
#undef SHIRUSHI_LAYOUT
#undef SHIRUSHI_WITHIN

} // namespace odfform

namespace {

constexpr QByteArrayView namespaceStart("urn:oasis:names:tc:opendocument:xmlns:");
constexpr std::pair<QByteArrayView, QByteArrayView> usualPrefixes[] = {
    {"office", "office:1.0"}, {"style", "style:1.0"}, {"text", "text:1.0"},
    {"draw", "drawing:1.0"},  {"fo", "xsl-fo-compatible:1.0"}, {"svg", "svg-compatible:1.0"}};
constexpr QByteArrayView namespaces(" xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                                    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                                    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                                    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
                                    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
                                    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"");
constexpr QByteArrayView comment("<!--");
constexpr QByteArrayView commentEnd("-->");
constexpr QByteArrayView start("<!--shirushi");
constexpr QByteArrayView close("<!--/shirushi-->");
constexpr QByteArrayView openedMark(" opened");
constexpr QByteArrayView wasMark(" was ");
constexpr qsizetype longestText = 4096;      // of a mark, as it stands in the part
constexpr qsizetype longestOriginal = 65536; // of a header put aside

bool matches(QByteArrayView content, QByteArrayView form)
{
    qsizetype at = 0;
    for (const char c : form) {
        const qsizetype begin = at;
        if (c == formText) {
            while (at < content.size() && content[at] != '<')
                ++at;
            if (at - begin > longestText)
                return false;
        } else if (c == formNumber) {
            while (at < content.size() && at - begin < 16 && content[at] != '"' && content[at] != '<')
                ++at;
        } else if (c == formNamespaces) {
            if (content.sliced(at).startsWith(namespaces))
                at += namespaces.size();
        } else if (at >= content.size() || content[at++] != c) {
            return false;
        }
    }
    return at == content.size();
}

bool isOurForm(QByteArrayView content)
{
    using namespace odfform;
    for (const QByteArrayView form : {textStyle, stylesElement, paragraph, plainParagraph, header, plainHeader,
                                      headerSpace, headerStyle, page, plainPage, masterStyles,
                                      plainMasterStyles, pageLayout, pageLayoutStyles, slideStyles,
                                      automaticStyles, frame}) {
        if (matches(content, form))
            return true;
    }
    return false;
}

// A header that is not displayed, and nothing but that.
bool isHiddenHeader(const QByteArray &text)
{
    const auto xml = odfTree(text, 1, {});
    return xml && xml->root().name.written == "style:header"
           && xml->raw(xml->root().whole).size() == viewOf(text).size()
           && xml->rawValue(xml->root(), "style:display") == "false";
}

// A region as it was found in `text`: [begin, end) is to be replaced by `original`.
struct Found {
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray original;
};

std::optional<Found> openedElement(const QByteArray &text, qsizetype begin, qsizetype end)
{
    const qsizetype tag = begin > 1 && text[begin - 1] == '>' ? text.lastIndexOf('<', begin - 2) : -1;
    if (tag < 0)
        return std::nullopt;
    qsizetype nameEnd = tag + 1;
    while (nameEnd < begin - 1 && text[nameEnd] != ' ' && text[nameEnd] != '\n' && text[nameEnd] != '\t')
        ++nameEnd;
    const QByteArray endTag = "</" + text.sliced(tag + 1, nameEnd - tag - 1) + '>';
    if (!QByteArrayView(text).sliced(end).startsWith(endTag))
        return std::nullopt;
    return Found{begin - 1, end + endTag.size(), "/>"};
}

// The region whose first comment begins at `at`.
std::optional<Found> regionAt(const QByteArray &text, qsizetype at)
{
    // No comment of ours holds the beginning of another: looking only as far as the next one keeps this linear.
    const QByteArrayView all(text);
    const qsizetype next = text.indexOf(comment, at + comment.size());
    const qsizetype markEnd = next < 0 ? -1 : all.first(next).indexOf(commentEnd, at);
    if (markEnd < 0 || !all.sliced(next).startsWith(close))
        return std::nullopt;
    const qsizetype contentBegin = markEnd + commentEnd.size();
    if (!isOurForm(all.sliced(contentBegin, next - contentBegin)))
        return std::nullopt;
    const qsizetype end = next + close.size();
    const QByteArrayView mark = all.sliced(at + start.size(), markEnd - at - start.size());
    if (mark.isEmpty())
        return Found{at, end, {}};
    if (mark == openedMark)
        return openedElement(text, at, end);
    if (!mark.startsWith(wasMark) || mark.size() > 2 * longestOriginal)
        return std::nullopt;
    const auto original = base::fromHex(mark.sliced(wasMark.size()).toByteArray());
    if (!original || !isHiddenHeader(*original))
        return std::nullopt;
    return Found{at, end, *original};
}

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

} // namespace

Result<XmlTree> odfTree(const QByteArray &part, std::size_t deepest, const QString &subject)
{
    auto tree = XmlTree::parse(part, {.mostNodes = 2'000'000, .deepestKept = deepest});
    if (tree)
        return *std::move(tree);
    if (tree.error() == XmlFault::TooLarge) {
        return base::failure(ErrorCode::TooLarge, subject,
                             tr("The file holds more than may be unpacked safely."));
    }
    if (tree.error() == XmlFault::NotWellFormed)
        return base::failure(ErrorCode::Damaged, subject, tr("The file is damaged: a part of it cannot be read."));
    return base::failure(ErrorCode::Unsupported, subject,
                         tr("The file is written in a form that Shirushi does not change."));
}

QByteArray filled(QByteArrayView form, const FormValues &values)
{
    QByteArray result;
    auto number = values.numbers.begin();
    for (const char c : form) {
        if (c == formText)
            result += escapedXml(values.text);
        else if (c == formNumber)
            result += number == values.numbers.end() ? QByteArray("0cm") : *number++;
        else if (c == formNamespaces)
            result += values.declareNamespaces ? namespaces.toByteArray() : QByteArray();
        else
            result += c;
    }
    return result;
}

bool bindsUsualPrefixes(const XmlTree &xml, std::initializer_list<QByteArrayView> prefixes)
{
    return std::ranges::all_of(prefixes, [&](QByteArrayView prefix) {
        const auto usual = std::ranges::find(usualPrefixes, prefix, &std::pair<QByteArrayView, QByteArrayView>::first);
        const QByteArray declaration = "xmlns:" + prefix.toByteArray();
        const QByteArray uri = namespaceStart.toByteArray() + usual->second.toByteArray();
        return xml.rawValue(xml.root(), viewOf(declaration)) == viewOf(uri);
    });
}

QByteArray region(const QByteArray &content)
{
    return start.toByteArray() + commentEnd.toByteArray() + content + close.toByteArray();
}

QByteArray openedRegion(const XmlTree &xml, const XmlElement &element, const QByteArray &content)
{
    return bytesOf(xml.raw({element.whole.begin, element.whole.end - 2})) + '>' + start.toByteArray()
           + openedMark.toByteArray() + commentEnd.toByteArray() + content + close.toByteArray() + "</"
           + bytesOf(element.name.written) + '>';
}

std::optional<QByteArray> replacingRegion(const QByteArray &original, const QByteArray &content)
{
    if (original.size() > longestOriginal || !isHiddenHeader(original))
        return std::nullopt;
    return start.toByteArray() + wasMark.toByteArray() + base::toHex(original)
           + commentEnd.toByteArray() + content + close.toByteArray();
}

WithoutRegions withoutRegions(const QByteArray &text)
{
    Splices splices;
    qsizetype at = text.indexOf(start);
    while (at >= 0) {
        const auto found = regionAt(text, at);
        if (found)
            splices.replace(static_cast<std::size_t>(found->begin), static_cast<std::size_t>(found->end), found->original);
        at = text.indexOf(start, found ? found->end : at + start.size());
    }
    if (splices.isEmpty())
        return {text, false};
    return {splices.apply(text), true};
}

} // namespace shirushi::label
