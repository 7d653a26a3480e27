// A mark of ours that another program has written anew, without our comments: known by its words alone, for
// what a clerk has typed behind them (in a paragraph of our style, in our frame) is the document's own.
#include "label/odf/odfmark.h"

namespace shirushi::label {

using base::Result;

namespace {

constexpr std::size_t deepest = 8; // document-content / body / presentation / page / frame / text-box / paragraph / span

class ResavedMark
{
public:
    ResavedMark(const XmlTree &xml, const QString &mark) : m_xml(xml), m_mark(mark.simplified()) {}

    WithoutRegions withoutHeaderLines()
    {
        for (const XmlElement &element : m_xml.elements()) {
            if (element.depth == 4 && isOdfHeader(element.name)
                && m_xml.parent(element)->name.written == "style:master-page")
                cleanHeader(element);
        }
        if (m_found)
            removeStyles();
        return {m_splices.apply(m_xml.document()), m_found};
    }

    WithoutRegions withoutFrames()
    {
        for (const XmlElement &element : m_xml.elements()) {
            if (element.depth == 5 && element.name.written == "draw:frame" && isOurFrame(element)) {
                remove(element);
                m_found = true;
            }
        }
        return {m_splices.apply(m_xml.document()), m_found};
    }

private:
    // The style of the line, and those that LibreOffice derived from it.
    void removeStyles()
    {
        for (const XmlElement &element : m_xml.elements()) {
            if (element.depth == 3 && element.name.written == "style:style"
                && (m_xml.rawValue(element, "style:name") == odfMarkStyle
                    || m_xml.rawValue(element, "style:parent-style-name") == odfMarkStyle))
                remove(element);
        }
    }

    bool isOurLine(const XmlElement &element) const
    {
        static constexpr std::string_view spaces[] = {"text:s", "text:tab", "text:line-break"};
        return (element.name.written == "text:p" || element.name.written == "text:h")
               && textInXml(m_xml.raw(element.content), spaces).simplified() == m_mark;
    }

    void remove(const XmlElement &element) { m_splices.remove(element.whole.begin, element.whole.end); }

    void cleanHeader(const XmlElement &header)
    {
        std::vector<const XmlElement *> ours;
        bool empty = true;
        for (const XmlElement *child : m_xml.children(header)) {
            if (isOurLine(*child)) {
                ours.push_back(child);
                continue;
            }
            empty = false;
            for (const XmlElement *line : m_xml.children(*child)) {
                if (isOurLine(*line))
                    ours.push_back(line);
            }
        }
        m_found = m_found || !ours.empty();
        if (empty && !ours.empty())
            return remove(header);
        for (const XmlElement *line : ours)
            remove(*line);
    }

    // A frame with nothing but one paragraph in it.
    bool isOurFrame(const XmlElement &frame) const
    {
        const auto boxes = m_xml.children(frame);
        if (boxes.size() != 1 || boxes.front()->name.written != "draw:text-box")
            return false;
        const auto lines = m_xml.children(*boxes.front());
        return lines.size() == 1 && isOurLine(*lines.front());
    }

    const XmlTree &m_xml;
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
    const auto xml = odfTree(part, deepest, subject);
    if (!xml)
        return std::unexpected(xml.error());
    ResavedMark resaved(*xml, *mark);
    return kind == OdfKind::Text || kind == OdfKind::Spreadsheet ? resaved.withoutHeaderLines() : resaved.withoutFrames();
}

} // namespace shirushi::label
