#include "label/odf/odfmark.h"

#include <QCoreApplication>

namespace shirushi::label {

using base::Result;

namespace {

constexpr std::size_t deepest = 6; // document-styles / master-styles / master-page / header / region / paragraph

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

class HeaderMark
{
public:
    HeaderMark(const XmlTree &xml, OdfKind kind, const QString &mark)
        : m_xml(xml), m_isText(kind == OdfKind::Text),
          m_values{mark, {}, !bindsUsualPrefixes(xml, {"office", "style", "text", "fo"})},
          m_line(filled(m_isText ? odfform::paragraph : odfform::plainParagraph, m_values)),
          m_header(filled(m_isText ? odfform::header : odfform::plainHeader, m_values))
    {
    }

    MarkedPart run()
    {
        const XmlElement *masters = m_xml.child(m_xml.root(), "office:master-styles");
        for (const XmlElement *page = masters ? m_xml.firstChild(*masters) : nullptr; page;
             page = m_xml.nextSibling(*page)) {
            if (page->name.written == "style:master-page")
                markPage(*page);
        }
        const bool needsPage = !m_marked && m_notices.isEmpty() && !m_xml.root().selfClosing;
        if (m_isText && (m_marked || needsPage))
            addStyle();
        if (m_marked)
            makeRoom();
        else if (needsPage)
            addPageStyle(masters);
        return {m_splices.apply(m_xml.document()), m_marked, m_notices};
    }

private:
    // `content` as the first thing in `element`.
    void prepend(const XmlElement &element, const QByteArray &content)
    {
        if (element.selfClosing)
            m_splices.replace(element.whole.begin, element.whole.end, openedRegion(m_xml, element, content));
        else
            m_splices.insert(element.content.begin, region(content));
    }

    // `content` as the last thing in `element`.
    void append(const XmlElement &element, const QByteArray &content)
    {
        if (element.selfClosing)
            m_splices.replace(element.whole.begin, element.whole.end, openedRegion(m_xml, element, content));
        else
            m_splices.insert(element.content.end, region(content));
    }

    void markPage(const XmlElement &page)
    {
        const XmlElement *header = m_xml.child(page, "style:header");
        if (!header) {
            prepend(page, m_header);
            m_marked = true;
        }
        for (const XmlElement *child : m_xml.children(page)) {
            if (!isOdfHeader(child->name))
                continue;
            if (m_xml.rawValue(*child, "style:display") != "false")
                markHeader(*child);
            else if (child == header)
                showHeader(page, *child);
        }
    }

    // A header that is switched off stays whole inside the region and comes back with the mark's removal.
    void showHeader(const XmlElement &page, const XmlElement &header)
    {
        if (const auto replacing = replacingRegion(bytesOf(m_xml.raw(header.whole)), m_header)) {
            m_splices.replace(header.whole.begin, header.whole.end, *replacing);
            m_marked = true;
            return;
        }
        const QString name = unescapedXml(m_xml.rawValue(page, "style:name"));
        m_notices += tr("The page style “%1” has its header switched off and has no mark.").arg(name);
    }

    void markHeader(const XmlElement &header)
    {
        m_marked = true;
        // A spreadsheet's header is one text, or up to three regions.
        for (const std::string_view side : {"style:region-right", "style:region-center", "style:region-left"}) {
            if (const XmlElement *found = m_xml.child(header, side))
                return prepend(*found, m_line);
        }
        const XmlElement *before = nullptr; // declarations stand first, ODF 1.3 part 3, 16.10
        for (const XmlElement *child : m_xml.children(header)) {
            const std::string_view name = child->name.written;
            if (!name.ends_with("-decls") && !name.ends_with(":tracked-changes"))
                break;
            before = child;
        }
        if (before)
            m_splices.insert(before->whole.end, region(m_line));
        else
            prepend(header, m_line);
    }

    void addStyle()
    {
        const QByteArray style = filled(odfform::textStyle, m_values);
        if (const XmlElement *styles = m_xml.child(m_xml.root(), "office:styles"))
            return append(*styles, style);
        for (const std::string_view next : {"office:automatic-styles", "office:master-styles"}) {
            if (const XmlElement *found = m_xml.child(m_xml.root(), next))
                return m_splices.insert(found->whole.begin, region(filled(odfform::stylesElement, m_values)));
        }
        m_splices.insert(m_xml.root().content.end, region(filled(odfform::stylesElement, m_values)));
    }

    // A document without page styles uses the program's own, which has this name; so it may be given here.
    void addPageStyle(const XmlElement *masters)
    {
        const XmlElement *automatic = m_xml.child(m_xml.root(), "office:automatic-styles");
        const std::size_t end = masters ? masters->whole.begin : m_xml.root().content.end;
        if (!automatic)
            m_splices.insert(end, region(filled(odfform::pageLayoutStyles, m_values)));
        else
            append(*automatic, filled(odfform::pageLayout, m_values));
        if (!masters)
            m_splices.insert(end, region(filled(m_isText ? odfform::masterStyles : odfform::plainMasterStyles, m_values)));
        else
            append(*masters, filled(m_isText ? odfform::page : odfform::plainPage, m_values));
        m_marked = true;
    }

    // A page layout that has no header yet says nothing of its height.
    void makeRoom()
    {
        const XmlElement *automatic = m_xml.child(m_xml.root(), "office:automatic-styles");
        if (!automatic)
            return;
        for (const XmlElement *layout : m_xml.children(*automatic)) {
            if (layout->name.written != "style:page-layout" || layout->selfClosing)
                continue;
            if (const XmlElement *style = m_xml.child(*layout, "style:header-style")) {
                if (!m_xml.child(*style, "style:header-footer-properties"))
                    prepend(*style, filled(odfform::headerSpace, m_values));
                continue;
            }
            const XmlElement *properties = m_xml.child(*layout, "style:page-layout-properties");
            m_splices.insert(properties ? properties->whole.end : layout->content.begin,
                             region(filled(odfform::headerStyle, m_values)));
        }
    }

    const XmlTree &m_xml;
    bool m_isText;
    FormValues m_values;
    QByteArray m_line;
    QByteArray m_header;
    Splices m_splices;
    bool m_marked = false;
    QStringList m_notices;
};

} // namespace

bool isOdfHeader(const XmlName &name)
{
    const std::string_view local = name.local();
    return local == "header" || local == "header-left" || local == "header-first";
}

Result<MarkedPart> withHeaderMark(const QByteArray &styles, OdfKind kind, const QString &mark, const QString &subject)
{
    const auto xml = odfTree(styles, deepest, subject);
    if (!xml)
        return std::unexpected(xml.error());
    return HeaderMark(*xml, kind, mark).run();
}

} // namespace shirushi::label
