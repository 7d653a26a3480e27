#include "label/odfmark.h"

#include <map>

namespace shirushi::label {

using base::Result;

namespace {

constexpr int deepest = 4; // document-content / body / presentation / page / frame
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
    const auto xml = XmlOutline::read(styles, 3, {});
    if (!xml)
        return widths;
    const auto nameOf = [&](const OutlineElement &element, QByteArrayView attribute) {
        return xml->attribute(element, attribute).value_or(QByteArrayView()).toByteArray();
    };
    for (const OutlineElement &element : xml->elements()) {
        if (element.name == "style:page-layout-properties" && element.parent >= 0)
            layouts[nameOf(xml->at(element.parent), "style:name")] = lengthOf(nameOf(element, "fo:page-width"));
    }
    for (const OutlineElement &element : xml->elements()) {
        if (element.name == "style:master-page")
            widths[nameOf(element, "style:name")] = layouts[nameOf(element, "style:page-layout-name")];
    }
    return widths;
}

class SlideMark
{
public:
    SlideMark(const XmlOutline &xml, const QByteArray &styles, const QString &mark)
        : m_xml(xml), m_widths(pageWidths(styles)), m_mark(mark),
          m_declares(!bindsUsualPrefixes(xml, {"office", "style", "text", "draw", "fo", "svg"}))
    {
    }

    MarkedPart run()
    {
        bool marked = false;
        for (int i = 0; i < static_cast<int>(m_xml.elements().size()); ++i) {
            if (m_xml.at(i).depth == 3 && m_xml.at(i).name == "draw:page") {
                markPage(i);
                marked = true;
            }
        }
        if (marked)
            addStyles();
        return {m_splices.apply(m_xml.text()), marked, {}};
    }

private:
    QByteArray frameFor(const OutlineElement &page) const
    {
        const auto master = m_xml.attribute(page, "draw:master-page-name").value_or(QByteArrayView());
        const auto found = m_widths.find(master.toByteArray());
        const double pageWidth = found == m_widths.end() || found->second <= 0 ? usualWidth : found->second;
        const double width = std::max(1.0, std::min(widestFrame, pageWidth - 2 * margin));
        return filled(odfform::frame,
                      {m_mark, {centimetres(width), centimetres(std::max(0.0, pageWidth - width - margin))}, m_declares});
    }

    // Above all shapes, which is behind them in the text; animations and notes come last (ODF 1.3 part 3, 10.2.4).
    void markPage(int index)
    {
        const OutlineElement &page = m_xml.at(index);
        const QByteArray frame = frameFor(page);
        if (page.selfClosing)
            return m_splices.replace(page.begin, page.end - page.begin, openedRegion(m_xml, page, frame));
        for (const int child : m_xml.children(index)) {
            const OutlineElement &element = m_xml.at(child);
            if (element.name.startsWith("anim:") || element.name == "presentation:animations"
                || element.name == "presentation:notes")
                return m_splices.insert(element.begin, region(frame));
        }
        m_splices.insert(page.contentEnd, region(frame));
    }

    void addStyles()
    {
        const QByteArray styles = filled(odfform::slideStyles, {m_mark, {}, m_declares});
        if (const int automatic = m_xml.child(0, "office:automatic-styles"); automatic >= 0) {
            const OutlineElement &element = m_xml.at(automatic);
            if (element.selfClosing)
                return m_splices.replace(element.begin, element.end - element.begin, openedRegion(m_xml, element, styles));
            return m_splices.insert(element.contentEnd, region(styles));
        }
        const int body = m_xml.child(0, "office:body");
        m_splices.insert(m_xml.at(body).begin, region(filled(odfform::automaticStyles, {m_mark, {}, m_declares})));
    }

    const XmlOutline &m_xml;
    std::map<QByteArray, double> m_widths;
    QString m_mark;
    bool m_declares;
    Splices m_splices;
};

} // namespace

Result<MarkedPart> withSlideMark(const QByteArray &content, const QByteArray &styles, const QString &mark,
                                 const QString &subject)
{
    const auto xml = XmlOutline::read(content, deepest, subject);
    if (!xml)
        return std::unexpected(xml.error());
    if (xml->child(0, "office:body") < 0)
        return MarkedPart{content, false, {}};
    return SlideMark(*xml, styles, mark).run();
}

} // namespace shirushi::label
