// A mark of ours that another program has written anew, without our comments: known by its words alone, for
// what a clerk has typed behind them (in a paragraph of our style, in our frame) is the document's own.
#include "label/odfmark.h"

namespace shirushi::label {

using base::Result;

namespace {

constexpr int deepest = 7; // document-content / body / presentation / page / frame / text-box / paragraph / span

class ResavedMark
{
public:
    ResavedMark(const XmlOutline &xml, const QString &mark) : m_xml(xml), m_mark(mark.simplified()) {}

    WithoutRegions withoutHeaderLines()
    {
        const auto count = static_cast<int>(m_xml.elements().size());
        for (int i = 0; i < count; ++i) {
            const OutlineElement &element = m_xml.at(i);
            if (element.depth == 3 && isOdfHeader(element.name) && m_xml.at(element.parent).name == "style:master-page")
                cleanHeader(i);
        }
        if (m_found)
            removeStyles();
        return {m_splices.apply(m_xml.text()), m_found};
    }

    WithoutRegions withoutFrames()
    {
        const auto count = static_cast<int>(m_xml.elements().size());
        for (int i = 0; i < count; ++i) {
            const OutlineElement &element = m_xml.at(i);
            if (element.depth == 4 && element.name == "draw:frame" && isOurFrame(i)) {
                m_splices.remove(element.begin, element.end);
                m_found = true;
            }
        }
        return {m_splices.apply(m_xml.text()), m_found};
    }

private:
    // The style of the line, and those that LibreOffice derived from it.
    void removeStyles()
    {
        for (const OutlineElement &element : m_xml.elements()) {
            if (element.depth == 2 && element.name == "style:style"
                && (m_xml.attribute(element, "style:name") == odfMarkStyle
                    || m_xml.attribute(element, "style:parent-style-name") == odfMarkStyle))
                m_splices.remove(element.begin, element.end);
        }
    }

    bool isOurLine(const OutlineElement &element) const
    {
        return (element.name == "text:p" || element.name == "text:h")
               && m_xml.textOf(element).simplified() == m_mark;
    }

    void cleanHeader(int header)
    {
        std::vector<const OutlineElement *> ours;
        bool empty = true;
        for (const int child : m_xml.children(header)) {
            if (isOurLine(m_xml.at(child))) {
                ours.push_back(&m_xml.at(child));
                continue;
            }
            empty = false;
            for (const int line : m_xml.children(child)) {
                if (isOurLine(m_xml.at(line)))
                    ours.push_back(&m_xml.at(line));
            }
        }
        m_found = m_found || !ours.empty();
        if (empty && !ours.empty())
            return m_splices.remove(m_xml.at(header).begin, m_xml.at(header).end);
        for (const OutlineElement *line : ours)
            m_splices.remove(line->begin, line->end);
    }

    // A frame with nothing but one paragraph in it.
    bool isOurFrame(int index) const
    {
        const std::vector<int> boxes = m_xml.children(index);
        if (boxes.size() != 1 || m_xml.at(boxes.front()).name != "draw:text-box")
            return false;
        const std::vector<int> lines = m_xml.children(boxes.front());
        return lines.size() == 1 && isOurLine(m_xml.at(lines.front()));
    }

    const XmlOutline &m_xml;
    QString m_mark;
    Splices m_splices;
    bool m_found = false;
};

} // namespace

const char *odfMarkPart(OdfKind kind)
{
    return kind == OdfKind::Text || kind == OdfKind::Spreadsheet ? odfStylesPart : odfContentPart;
}

Result<WithoutRegions> withoutMark(const QByteArray &part, OdfKind kind, const std::optional<QString> &mark,
                                   const QString &subject)
{
    WithoutRegions stripped = withoutRegions(part);
    if (stripped.found || !mark)
        return stripped;
    const auto xml = XmlOutline::read(part, deepest, subject);
    if (!xml)
        return std::unexpected(xml.error());
    ResavedMark resaved(*xml, *mark);
    return kind == OdfKind::Text || kind == OdfKind::Spreadsheet ? resaved.withoutHeaderLines() : resaved.withoutFrames();
}

} // namespace shirushi::label
