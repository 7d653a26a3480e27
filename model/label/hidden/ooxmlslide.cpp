// PowerPoint: hidden slides and objects, speaker's notes, comments, text beside the slide.
#include "label/hidden/ooxmlparts.h"

#include "label/hidden/xmlwalk.h"

namespace shirushi::label::hiddenooxml {

namespace {

constexpr qsizetype longestKept = 1000;

class SlideWalk final : public XmlVisitor
{
public:
    SlideWalk(const QString &place, qint64 width, qint64 height, HiddenFindings &findings)
        : m_place(place), m_width(width), m_height(height), m_findings(findings)
    {
    }

    qint64 width() const { return m_width; }
    qint64 height() const { return m_height; }

    void start() override
    {
        const std::string_view name = local();
        if (isRoot()) {
            m_isSlide = name == "sld";
            m_isNotes = name == "notes";
            m_isHidden = m_isSlide && hasAttribute("show") && !isSwitchedOn("show");
        } else if (name == "sldSz") {
            m_width = attribute("cx").toLongLong();
            m_height = attribute("cy").toLongLong();
        } else if (name == "sp" || name == "graphicFrame" || name == "pic") {
            m_shape.clear();
            m_isBeside = m_isFurniture = false;
        } else if (name == "cNvPr" && isSwitchedOn("hidden")) {
            m_findings.add(HiddenKind::HiddenText, m_place, attribute("name") + u' ' + attribute("descr"));
        } else if (name == "ph") {
            const QString type = attribute("type");
            m_isFurniture = type == u"sldNum" || type == u"sldImg" || type == u"hdr" || type == u"dt" || type == u"ftr";
        } else if (name == "off" && parent(4) == "spTree") {
            m_x = attribute("x").toLongLong();
            m_y = attribute("y").toLongLong();
        } else if (name == "ext" && parent() == "xfrm" && parent(4) == "spTree" && m_width > 0) {
            m_isBeside = m_x >= m_width || m_y >= m_height || m_x + attribute("cx").toLongLong() <= 0
                         || m_y + attribute("cy").toLongLong() <= 0;
        } else if (name == "cm") {
            m_comment.clear();
        }
    }

    void end() override
    {
        const std::string_view name = local();
        if (name == "sp")
            endShape();
        else if (name == "p")
            keep(m_shape, QStringLiteral(" "));
        else if (name == "cm")
            m_findings.add(HiddenKind::Comment, m_place, m_comment);
        else if (isRoot() && m_isHidden)
            m_findings.add(HiddenKind::HiddenSlide, m_place, m_all);
    }

    void text(const QString &text) override
    {
        if (local() != "t" && local() != "text")
            return;
        keep(m_shape, text);
        keep(m_all, text + u' ');
        if (isIn("cm"))
            keep(m_comment, text);
    }

private:
    static void keep(QString &into, const QString &text)
    {
        if (into.size() < longestKept)
            into += text.left(longestKept);
    }

    void endShape()
    {
        if (m_shape.trimmed().isEmpty())
            return;
        if (m_isNotes && !m_isFurniture)
            m_findings.add(HiddenKind::SpeakerNotes, m_place, m_shape);
        else if (m_isSlide && m_isBeside)
            m_findings.add(HiddenKind::OutsidePage, m_place, m_shape);
    }

    QString m_place;
    qint64 m_width;
    qint64 m_height;
    HiddenFindings &m_findings;
    bool m_isSlide = false;
    bool m_isNotes = false;
    bool m_isHidden = false;
    bool m_isBeside = false;
    bool m_isFurniture = false;
    qint64 m_x = 0;
    qint64 m_y = 0;
    QString m_shape;
    QString m_all;
    QString m_comment;
};

} // namespace

bool SlideFinder::look(const QByteArray &xml, const QString &place, const QDeadlineTimer &deadline)
{
    SlideWalk walk(place, m_width, m_height, m_findings);
    const bool isRead = walkXml(xml, walk, deadline);
    m_width = walk.width();
    m_height = walk.height();
    return isRead;
}

} // namespace shirushi::label::hiddenooxml
