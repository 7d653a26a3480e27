// Marks in PowerPoint: a text box at the top right of every slide, known by its name.
#include "label/ooxml/ooxmlmarks.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label::ooxml {

using base::Result;

namespace {

constexpr std::string_view markName = "Shirushi mark";
constexpr std::string_view drawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main";
constexpr std::string_view strictDrawingNamespace = "http://purl.oclc.org/ooxml/drawingml/main";
constexpr std::uint32_t lastId = 0x7fffffff;

// In English Metric Units, 914,400 to the inch.
struct Size {
    qint64 width = 9144000;
    qint64 height = 6858000;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

Result<Size> slideSize(const OoxmlPackage &package)
{
    const auto xml = package.content(package.mainPart());
    if (!xml)
        return std::unexpected(xml.error());
    const auto outline = outlineOf(*xml, 2, package.subject());
    Size size;
    if (!outline)
        return size;
    for (const Element &element : *outline) {
        if (element.depth != 2 || element.local() != "sldSz")
            continue;
        const auto number = [&](std::string_view name) {
            return bytesOf(element.attribute(name).value_or("")).toLongLong();
        };
        constexpr qint64 least = 914400; // 18.18.91.. ST_SlideSizeCoordinate, inclusive
        constexpr qint64 most = 51206400;
        const Size given{number("cx"), number("cy")};
        if (given.width >= least && given.width <= most && given.height >= least && given.height <= most)
            size = given;
    }
    return size;
}

Result<Outline> outlineOfSlide(const QByteArray &xml, const QString &subject)
{
    return outlineOf(
        xml,
        [](const XmlScanner &scanner, const Outline &, std::size_t) {
            const std::string_view local = localOf(scanner.name());
            return scanner.depth() <= 4 || local == "nvSpPr" || local == "cNvPr";
        },
        subject);
}

std::size_t shapeTreeIn(const Outline &outline)
{
    for (std::size_t index = 0; index < outline.size(); ++index) {
        if (outline[index].depth == 3 && outline[index].local() == "spTree")
            return index;
    }
    return noElement;
}

bool isOurShape(const Outline &outline, std::size_t shape)
{
    if (outline[shape].local() != "sp")
        return false;
    for (const std::size_t child : childrenOf(outline, shape)) {
        for (const std::size_t name : childrenOf(outline, child)) {
            if (outline[child].local() == "nvSpPr" && outline[name].local() == "cNvPr" &&
                outline[name].attribute("name") == markName)
                return true;
        }
    }
    return false;
}

Result<bool> removeFromSlide(OoxmlPackage &package, const std::string &part)
{
    const auto xml = package.content(part);
    if (!xml)
        return std::unexpected(xml.error());
    if (viewOf(*xml).find(markName) == std::string_view::npos)
        return false;
    const auto outline = outlineOfSlide(*xml, package.subject());
    if (!outline)
        return std::unexpected(outline.error());
    const std::size_t tree = shapeTreeIn(*outline);
    if (tree == noElement)
        return false;
    std::vector<const Element *> ours;
    for (const std::size_t child : childrenOf(*outline, tree)) {
        if (isOurShape(*outline, child))
            ours.push_back(&outline->at(child));
    }
    if (ours.empty())
        return false;
    Edits edits(*xml);
    edits.remove(outline->at(tree), ours);
    package.setContent(part, edits.apply());
    return true;
}

std::uint32_t freeId(const Outline &outline)
{
    std::set<std::uint32_t> taken;
    for (const Element &element : outline) {
        if (element.local() == "cNvPr")
            taken.insert(bytesOf(element.attribute("id").value_or("")).toUInt());
    }
    if (taken.empty() || *taken.rbegin() < lastId)
        return taken.empty() ? 2 : *taken.rbegin() + 1;
    std::uint32_t id = 2;
    while (taken.contains(id))
        ++id;
    return id;
}

QByteArray shape(const Element &root, std::uint32_t id, const Size &size, const QString &text)
{
    const QByteArray p = root.prefix().empty() ? QByteArray() : bytesOf(root.prefix()) + ':';
    const std::string_view drawing =
        root.uri.starts_with("http://purl.oclc.org/") ? strictDrawingNamespace : drawingNamespace;
    const auto known = root.prefixFor(drawing);
    const QByteArray a = known.value_or("a") + ':';
    const QByteArray declaration = known ? QByteArray() : " xmlns:a=\"" + bytesOf(drawing) + '"';
    const qint64 margin = size.width / 40;
    const qint64 width = size.width / 2;
    constexpr qint64 height = 254000; // two thirds of a centimetre: one line of 12 points
    const auto number = [](qint64 value) { return QByteArray::number(value); };
    return '<' + p + "sp" + declaration + "><" + p + "nvSpPr><" + p + "cNvPr id=\"" + number(id) +
           "\" name=\"" + bytesOf(markName) + "\"/><" + p + "cNvSpPr txBox=\"1\"/><" + p + "nvPr/></" + p +
           "nvSpPr><" + p + "spPr><" + a + "xfrm><" + a + "off x=\"" + number(size.width - width - margin) +
           "\" y=\"" + number(size.height / 60) + "\"/><" + a + "ext cx=\"" + number(width) + "\" cy=\"" +
           number(height) + "\"/></" + a + "xfrm><" + a + "prstGeom prst=\"rect\"><" + a + "avLst/></" + a +
           "prstGeom><" + a + "noFill/></" + p + "spPr><" + p + "txBody><" + a +
           "bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"><" + a +
           "noAutofit/></" + a + "bodyPr><" + a + "lstStyle/><" + a + "p><" + a + "pPr algn=\"r\"/><" + a +
           "r><" + a + "rPr lang=\"ja-JP\" sz=\"1200\"/><" + a + "t>" + escapedXml(text) + "</" + a + "t></" +
           a + "r></" + a + "p></" + p + "txBody></" + p + "sp>";
}

// False: the slide has no tree of shapes.
Result<bool> addToSlide(OoxmlPackage &package, const std::string &part, const Size &size, const QString &text)
{
    const auto xml = package.content(part);
    if (!xml)
        return std::unexpected(xml.error());
    const auto outline = outlineOfSlide(*xml, package.subject());
    if (!outline)
        return false;
    const std::size_t tree = shapeTreeIn(*outline);
    if (tree == noElement || outline->at(tree).selfClosing)
        return false;
    std::size_t place = outline->at(tree).contentEnd;
    for (const std::size_t child : childrenOf(*outline, tree)) {
        if (outline->at(child).local() == "extLst")
            place = outline->at(child).begin;
    }
    Edits edits(*xml);
    edits.insert(place, shape(outline->front(), freeId(*outline), size, text));
    package.setContent(part, edits.apply());
    return true;
}

} // namespace

Result<bool> removePowerPointMarks(OoxmlPackage &package)
{
    const auto slides = partsOfMain(package, {relation::slide});
    if (!slides)
        return std::unexpected(slides.error());
    bool found = false;
    for (const std::string &part : *slides) {
        const auto removed = removeFromSlide(package, part);
        if (!removed)
            return removed;
        found = found || *removed;
    }
    return found;
}

Result<MarksAdded> addPowerPointMarks(OoxmlPackage &package, const QString &text)
{
    const auto slides = partsOfMain(package, {relation::slide});
    const auto size = slideSize(package);
    if (!slides || !size)
        return std::unexpected(slides ? size.error() : slides.error());
    MarksAdded added;
    int left = 0;
    for (const std::string &part : *slides) {
        const auto done = addToSlide(package, part, *size, text);
        if (!done)
            return std::unexpected(done.error());
        ++(*done ? added.placed : left);
    }
    if (left > 0)
        added.notices += tr("%1 slides cannot take a visible mark.").arg(left);
    return added;
}

} // namespace shirushi::label::ooxml
