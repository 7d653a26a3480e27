// A mark of ours that another program has written anew: without our comments, but with the names it keeps
// (LibreOffice: a paragraph style's, a frame's), or only with the words.
#include "label/odfmark.h"

#include <set>

namespace shirushi::label {

using base::Result;

namespace {

constexpr int deepest = 7; // document-content / body / presentation / page / frame / text-box / paragraph / span

class ResavedMark
{
public:
    ResavedMark(const XmlOutline &xml, const std::optional<QString> &mark) : m_xml(xml)
    {
        if (mark)
            m_mark = mark->simplified();
    }

    WithoutRegions withoutHeaderLines()
    {
        findStyles();
        const auto count = static_cast<int>(m_xml.elements().size());
        for (int i = 0; i < count; ++i) {
            const XmlElement &element = m_xml.at(i);
            if (element.depth == 3 && isOdfHeader(element.name) && m_xml.at(element.parent).name == "style:master-page")
                cleanHeader(i);
        }
        if (m_found || !m_mark)
            removeStyles();
        return {m_splices.apply(m_xml.text()), m_found};
    }

    WithoutRegions withoutFrames()
    {
        const auto count = static_cast<int>(m_xml.elements().size());
        for (int i = 0; i < count; ++i) {
            const XmlElement &element = m_xml.at(i);
            if (element.depth == 4 && element.name == "draw:frame" && isOurFrame(i)) {
                m_splices.remove(element.begin, element.end);
                m_found = true;
            }
        }
        return {m_splices.apply(m_xml.text()), m_found};
    }

private:
    void findStyles()
    {
        for (int i = 0; i < static_cast<int>(m_xml.elements().size()); ++i) {
            const XmlElement &element = m_xml.at(i);
            if (element.depth != 2 || element.name != "style:style")
                continue;
            const auto name = m_xml.attribute(element, "style:name").value_or(QByteArrayView());
            if (name == odfMarkStyle || m_xml.attribute(element, "style:parent-style-name") == odfMarkStyle) {
                m_styles.insert(name.toByteArray());
                m_styleElements.push_back(i);
            }
        }
    }

    void removeStyles()
    {
        for (const int style : m_styleElements)
            m_splices.remove(m_xml.at(style).begin, m_xml.at(style).end);
    }

    bool isOurLine(const XmlElement &element) const
    {
        if (element.name != "text:p" && element.name != "text:h")
            return false;
        if (m_mark)
            return m_xml.textOf(element).simplified() == *m_mark;
        const auto style = m_xml.attribute(element, "text:style-name").value_or(QByteArrayView());
        return m_styles.contains(style.toByteArray());
    }

    void cleanHeader(int header)
    {
        std::vector<const XmlElement *> ours;
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
        for (const XmlElement *line : ours)
            m_splices.remove(line->begin, line->end);
    }

    // A frame with nothing but one paragraph in it.
    bool isOurFrame(int index) const
    {
        const XmlElement &frame = m_xml.at(index);
        const std::vector<int> boxes = m_xml.children(index);
        if (boxes.size() != 1 || m_xml.at(boxes.front()).name != "draw:text-box")
            return false;
        const std::vector<int> lines = m_xml.children(boxes.front());
        if (lines.size() != 1 || m_xml.at(lines.front()).name != "text:p")
            return false;
        if (m_mark)
            return m_xml.textOf(m_xml.at(lines.front())).simplified() == *m_mark;
        return m_xml.attribute(frame, "draw:name") == odfMarkFrame;
    }

    const XmlOutline &m_xml;
    std::optional<QString> m_mark;
    std::set<QByteArray> m_styles;
    std::vector<int> m_styleElements;
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
    const bool inHeaders = kind == OdfKind::Text || kind == OdfKind::Spreadsheet;
    const bool maybeSaved = mark || part.contains(inHeaders ? odfMarkStyle : odfMarkFrame);
    if (stripped.found || !maybeSaved)
        return stripped;
    const auto xml = XmlOutline::read(part, deepest, subject);
    if (!xml)
        return std::unexpected(xml.error());
    ResavedMark resaved(*xml, mark);
    return inHeaders ? resaved.withoutHeaderLines() : resaved.withoutFrames();
}

} // namespace shirushi::label
