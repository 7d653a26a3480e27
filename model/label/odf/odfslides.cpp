#include "label/odf/odfmark.h"

#include <map>

namespace shirushi::label {

using base::Result;

namespace {

constexpr std::size_t deepest = 5; // document-content / body / presentation / page / frame
constexpr double usualWidth = 21.0; // cm; no page is narrower where nothing is said
constexpr double widestFrame = 14.0;
constexpr double margin = 0.2;

// In centimetres; 0 where it is none.
double lengthOf(QByteArrayView text)
{
    static constexpr std::pair<QByteArrayView, double> units[] = {
        {"cm", 1.0}, {"mm", 0.1}, {"in", 2.54}, {"pt", 2.54 / 72}, {"pc", 2.54 / 6}, {"px", 2.54 / 96}};
    for (const auto &[unit, factor] : units) {
        if (text.endsWith(unit)) {
            const double length = text.chopped(2).toByteArray().toDouble() * factor;
            return length > 0 && length < 1000 ? length : 0;
        }
    }
    return 0;
}

QByteArray centimetres(double length)
{
    return QByteArray::number(length, 'f', 3) + "cm";
}

// How wide the pages of each master page are.
std::map<QByteArray, double> pageWidths(const QByteArray &styles)
{
    std::map<QByteArray, double> layouts;
    std::map<QByteArray, double> widths;
    const auto xml = odfTree(styles, 4, {});
    if (!xml)
        return widths;
    const auto nameOf = [&](const XmlElement &element, std::string_view attribute) {
        return bytesOf(xml->rawValue(element, attribute));
    };
    for (const XmlElement &element : xml->elements()) {
        const XmlElement *layout = xml->parent(element);
        if (element.name.written == "style:page-layout-properties" && layout)
            layouts[nameOf(*layout, "style:name")] = lengthOf(nameOf(element, "fo:page-width"));
    }
    for (const XmlElement &element : xml->elements()) {
        if (element.name.written == "style:master-page")
            widths[nameOf(element, "style:name")] = layouts[nameOf(element, "style:page-layout-name")];
    }
    return widths;
}

class SlideMark
{
public:
    SlideMark(const XmlTree &xml, const QByteArray &styles, const QString &mark)
        : m_xml(xml), m_widths(pageWidths(styles)), m_mark(mark),
          m_declares(!bindsUsualPrefixes(xml, {"office", "style", "text", "draw", "fo", "svg"}))
    {
    }

    MarkedPart run()
    {
        bool marked = false;
        for (const XmlElement &element : m_xml.elements()) {
            if (element.depth == 4 && element.name.written == "draw:page") {
                markPage(element);
                marked = true;
            }
        }
        if (marked)
            addStyles();
        return {m_splices.apply(m_xml.document()), marked, {}};
    }

private:
    QByteArray frameFor(const XmlElement &page) const
    {
        const auto found = m_widths.find(bytesOf(m_xml.rawValue(page, "draw:master-page-name")));
        const double pageWidth = found == m_widths.end() || found->second <= 0 ? usualWidth : found->second;
        const double width = std::max(1.0, std::min(widestFrame, pageWidth - 2 * margin));
        return filled(odfform::frame,
                      {m_mark, {centimetres(width), centimetres(std::max(0.0, pageWidth - width - margin))}, m_declares});
    }

    // Above all shapes, which is behind them in the text; animations and notes come last (ODF 1.3 part 3, 10.2.4).
    void markPage(const XmlElement &page)
    {
        const QByteArray frame = frameFor(page);
        if (page.selfClosing)
            return m_splices.replace(page.whole.begin, page.whole.end, openedRegion(m_xml, page, frame));
        for (const XmlElement *child : m_xml.children(page)) {
            const std::string_view name = child->name.written;
            if (name.starts_with("anim:") || name == "presentation:animations" || name == "presentation:notes")
                return m_splices.insert(child->whole.begin, region(frame));
        }
        m_splices.insert(page.content.end, region(frame));
    }

    void addStyles()
    {
        const QByteArray styles = filled(odfform::slideStyles, {m_mark, {}, m_declares});
        if (const XmlElement *found = m_xml.child(m_xml.root(), "office:automatic-styles")) {
            if (found->selfClosing)
                return m_splices.replace(found->whole.begin, found->whole.end, openedRegion(m_xml, *found, styles));
            return m_splices.insert(found->content.end, region(styles));
        }
        const XmlElement *body = m_xml.child(m_xml.root(), "office:body"); // it is there: withSlideMark() looks
        m_splices.insert(body->whole.begin, region(filled(odfform::automaticStyles, {m_mark, {}, m_declares})));
    }

    const XmlTree &m_xml;
    std::map<QByteArray, double> m_widths;
    QString m_mark;
    bool m_declares;
    Splices m_splices;
};

} // namespace

Result<MarkedPart> withSlideMark(const QByteArray &content, const QByteArray &styles, const QString &mark,
                                 const QString &subject)
{
    const auto xml = odfTree(content, deepest, subject);
    if (!xml)
        return std::unexpected(xml.error());
    if (!xml->child(xml->root(), "office:body"))
        return MarkedPart{content, false, {}};
    return SlideMark(*xml, styles, mark).run();
}

} // namespace shirushi::label
