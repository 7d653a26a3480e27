#include "label/odfmark.h"

#include <QCoreApplication>

namespace shirushi::label {

using base::Result;

namespace {

constexpr int deepest = 5; // document-styles / master-styles / master-page / header / region / paragraph

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

class HeaderMark
{
public:
    HeaderMark(const XmlOutline &xml, OdfKind kind, const QString &mark)
        : m_xml(xml), m_isText(kind == OdfKind::Text),
          m_values{mark, {}, !bindsUsualPrefixes(xml, {"office", "style", "text", "fo"})},
          m_line(filled(m_isText ? odfform::paragraph : odfform::plainParagraph, m_values)),
          m_header(filled(m_isText ? odfform::header : odfform::plainHeader, m_values))
    {
    }

    MarkedPart run()
    {
        const int masters = m_xml.child(0, "office:master-styles");
        if (masters >= 0) {
            for (const int page : m_xml.children(masters)) {
                if (m_xml.at(page).name == "style:master-page")
                    markPage(page);
            }
        }
        const bool needsPage = !m_marked && m_notices.isEmpty() && !m_xml.root().selfClosing;
        if (m_isText && (m_marked || needsPage))
            addStyle();
        if (m_marked)
            makeRoom();
        else if (needsPage)
            addPageStyle(masters);
        return {m_splices.apply(m_xml.text()), m_marked, m_notices};
    }

private:
    // `content` as the first thing in `element`.
    void prepend(const OutlineElement &element, const QByteArray &content)
    {
        if (element.selfClosing)
            m_splices.replace(element.begin, element.end - element.begin, openedRegion(m_xml, element, content));
        else
            m_splices.insert(element.tagEnd, region(content));
    }

    // `content` as the last thing in `element`.
    void append(const OutlineElement &element, const QByteArray &content)
    {
        if (element.selfClosing)
            m_splices.replace(element.begin, element.end - element.begin, openedRegion(m_xml, element, content));
        else
            m_splices.insert(element.contentEnd, region(content));
    }

    void markPage(int page)
    {
        const int header = m_xml.child(page, "style:header");
        if (header < 0) {
            prepend(m_xml.at(page), m_header);
            m_marked = true;
        }
        for (const int child : m_xml.children(page)) {
            if (!isOdfHeader(m_xml.at(child).name))
                continue;
            if (m_xml.attribute(m_xml.at(child), "style:display") != "false")
                markHeader(child);
            else if (child == header)
                showHeader(page, m_xml.at(child));
        }
    }

    // A header that is switched off stays whole inside the region and comes back with the mark's removal.
    void showHeader(int page, const OutlineElement &header)
    {
        const auto original = QByteArrayView(m_xml.text()).sliced(header.begin, header.end - header.begin);
        if (const auto replacing = replacingRegion(original, m_header)) {
            m_splices.replace(header.begin, original.size(), *replacing);
            m_marked = true;
            return;
        }
        const QString name = xmlDecoded(m_xml.attribute(m_xml.at(page), "style:name").value_or(QByteArrayView()));
        m_notices += tr("The page style “%1” has its header switched off and has no mark.").arg(name);
    }

    void markHeader(int header)
    {
        m_marked = true;
        // A spreadsheet's header is one text, or up to three regions.
        for (const QByteArrayView side : {"style:region-right", "style:region-center", "style:region-left"}) {
            if (const int found = m_xml.child(header, side); found >= 0)
                return prepend(m_xml.at(found), m_line);
        }
        const OutlineElement *before = nullptr; // declarations stand first, ODF 1.3 part 3, 16.10
        for (const int child : m_xml.children(header)) {
            const QByteArrayView name = m_xml.at(child).name;
            if (!name.endsWith("-decls") && !name.endsWith(":tracked-changes"))
                break;
            before = &m_xml.at(child);
        }
        if (before)
            m_splices.insert(before->end, region(m_line));
        else
            prepend(m_xml.at(header), m_line);
    }

    void addStyle()
    {
        const QByteArray style = filled(odfform::textStyle, m_values);
        if (const int styles = m_xml.child(0, "office:styles"); styles >= 0)
            return append(m_xml.at(styles), style);
        for (const QByteArrayView next : {"office:automatic-styles", "office:master-styles"}) {
            if (const int found = m_xml.child(0, next); found >= 0)
                return m_splices.insert(m_xml.at(found).begin, region(filled(odfform::stylesElement, m_values)));
        }
        m_splices.insert(m_xml.root().contentEnd, region(filled(odfform::stylesElement, m_values)));
    }

    // A document without page styles uses the program's own, which has this name; so it may be given here.
    void addPageStyle(int masters)
    {
        const int automatic = m_xml.child(0, "office:automatic-styles");
        const qsizetype end = masters < 0 ? m_xml.root().contentEnd : m_xml.at(masters).begin;
        if (automatic < 0)
            m_splices.insert(end, region(filled(odfform::pageLayoutStyles, m_values)));
        else
            append(m_xml.at(automatic), filled(odfform::pageLayout, m_values));
        if (masters < 0)
            m_splices.insert(end, region(filled(m_isText ? odfform::masterStyles : odfform::plainMasterStyles, m_values)));
        else
            append(m_xml.at(masters), filled(m_isText ? odfform::page : odfform::plainPage, m_values));
        m_marked = true;
    }

    // A page layout that has no header yet says nothing of its height.
    void makeRoom()
    {
        const int automatic = m_xml.child(0, "office:automatic-styles");
        if (automatic < 0)
            return;
        for (const int layout : m_xml.children(automatic)) {
            if (m_xml.at(layout).name != "style:page-layout" || m_xml.at(layout).selfClosing)
                continue;
            const int style = m_xml.child(layout, "style:header-style");
            if (style >= 0) {
                if (m_xml.child(style, "style:header-footer-properties") < 0)
                    prepend(m_xml.at(style), filled(odfform::headerSpace, m_values));
                continue;
            }
            const int properties = m_xml.child(layout, "style:page-layout-properties");
            m_splices.insert(properties < 0 ? m_xml.at(layout).tagEnd : m_xml.at(properties).end,
                             region(filled(odfform::headerStyle, m_values)));
        }
    }

    const XmlOutline &m_xml;
    bool m_isText;
    FormValues m_values;
    QByteArray m_line;
    QByteArray m_header;
    Splices m_splices;
    bool m_marked = false;
    QStringList m_notices;
};

} // namespace

bool isOdfHeader(QByteArrayView name)
{
    const QByteArrayView local = name.sliced(name.indexOf(':') + 1);
    return local == "header" || local == "header-left" || local == "header-first";
}

Result<MarkedPart> withHeaderMark(const QByteArray &styles, OdfKind kind, const QString &mark, const QString &subject)
{
    const auto xml = XmlOutline::read(styles, deepest, subject);
    if (!xml)
        return std::unexpected(xml.error());
    return HeaderMark(*xml, kind, mark).run();
}

} // namespace shirushi::label
