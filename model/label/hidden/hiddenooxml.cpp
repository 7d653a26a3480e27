// Office documents: every part is looked at by what it is, found by a relationship or not, since what no relationship
// leads to is hidden all the more.
#include "label/hidden/ooxmlparts.h"

#include "label/hidden/xmlwalk.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label {

namespace {

using namespace hiddenooxml;

constexpr std::uint64_t longestPicture = 256ULL << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

// Sheets and slides by the names that a person knows them by, and which of them are hidden.
class OutlineWalk final : public XmlVisitor
{
public:
    OutlineWalk(const std::string &part, Parts &parts, HiddenFindings &findings)
        : m_part(part), m_parts(parts), m_findings(findings)
    {
    }

    void start() override
    {
        if (local() == "sheet") {
            const QString name = attribute("name");
            m_parts.setPlace(m_parts.linked(m_part, prefixedAttribute("id")), tr("Sheet “%1”").arg(name));
            if (attribute("state").endsWith(QStringLiteral("idden")))
                m_findings.add(HiddenKind::HiddenSheet, tr("Sheet “%1”").arg(name), {});
        } else if (local() == "sldId") {
            // Two attributes are called id; the one with a prefix is the relationship's.
            m_parts.setPlace(m_parts.linked(m_part, prefixedAttribute("id")), tr("Slide %1").arg(++m_slides));
        }
    }

private:
    const std::string &m_part;
    Parts &m_parts;
    HiddenFindings &m_findings;
    int m_slides = 0;
};

QString wordPlace(const std::string &root)
{
    if (root == "document")
        return tr("Text");
    if (root == "hdr")
        return tr("Header");
    if (root == "ftr")
        return tr("Footer");
    if (root == "footnotes" || root == "endnotes")
        return tr("Notes");
    return root == "comments" ? tr("Comments") : QString();
}

// What others are looked at after: names of styles, texts, sheets, the size of slides, our own label.
int turnOf(const Part &part)
{
    if (part.root == "workbook" || part.root == "presentation")
        return 0;
    if (part.root == "styles" || part.root == "sst")
        return 1;
    if (part.root == "Properties")
        return 2;
    return part.root == "coreProperties" ? 3 : 4;
}

class OoxmlFinder
{
public:
    OoxmlFinder(const ZipReader &zip, HiddenFindings &findings)
        : m_findings(findings), m_parts(zip, findings), m_word(findings), m_sheet(findings), m_slide(findings),
          m_properties(findings)
    {
    }

    void look()
    {
        std::vector<const Part *> parts;
        for (const Part &part : m_parts.all())
            parts.push_back(&part);
        std::stable_sort(parts.begin(), parts.end(), [](const Part *one, const Part *other) { return turnOf(*one) < turnOf(*other); });
        for (const Part *part : parts)
            part->root.empty() ? lookAtBytes(*part) : lookAtMarkup(*part);
        for (const Link &link : m_parts.links())
            lookAtLink(link);
    }

private:
    void lookAtMarkup(const Part &part)
    {
        const auto xml = m_parts.content(part);
        if (!xml)
            return;
        if (!isRead(part, *xml))
            m_findings.addUnseen(QString::fromStdString(part.entry->name), tr("The part cannot be read."));
    }

    bool isRead(const Part &part, const QByteArray &xml)
    {
        const std::string &name = part.entry->name;
        if (part.root == "coreProperties" || part.root == "Properties")
            return m_properties.look(xml, m_findings.deadline());
        if (part.root == "workbook" || part.root == "presentation") {
            OutlineWalk walk(name, m_parts, m_findings);
            if (!walkXml(xml, walk, m_findings.deadline()))
                return false;
        }
        const QString known = part.vocabulary == Vocabulary::Word ? wordPlace(part.root) : QString();
        const QString place = known.isEmpty() ? m_parts.placeOf(name) : known;
        if (part.vocabulary == Vocabulary::Word)
            return m_word.look(xml, place, m_findings.deadline());
        if (part.vocabulary == Vocabulary::Sheet || part.root == "ThreadedComments")
            return m_sheet.look(xml, place, m_findings.deadline());
        if (part.vocabulary == Vocabulary::Slide)
            return m_slide.look(xml, place, m_findings.deadline());
        return true;
    }

    void lookAtBytes(const Part &part)
    {
        const QString name = QString::fromStdString(part.entry->name);
        if (part.entry->size > longestPicture || part.entry->size == 0)
            return;
        const auto bytes = m_parts.content(part);
        if (!bytes)
            return;
        const HiddenBytes picture = HiddenBytes::of(*bytes);
        if (!imageFormatOf(picture).isEmpty())
            findInImage(picture, m_parts.placeOf(part.entry->name), m_findings);
        else if (name.contains(QStringLiteral("printerSettings")))
            lookAtPrinter(*bytes);
        else if (name.endsWith(QStringLiteral("vbaProject.bin")))
            addOnce(HiddenKind::Macro, part.entry->name, {});
        else if (name.contains(QStringLiteral("/embeddings/")))
            addOnce(HiddenKind::Embedded, part.entry->name, {});
    }

    // Windows' own structure (DEVMODE) begins with the printer's name, which on a network names its server.
    void lookAtPrinter(const QByteArray &bytes)
    {
        QString printer;
        for (qsizetype at = 0; at + 1 < std::min<qsizetype>(bytes.size(), 64); at += 2) {
            const auto unit = static_cast<char16_t>(static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1]) << 8);
            if (unit == 0)
                break;
            printer += QChar(unit);
        }
        if (printer.startsWith(QStringLiteral("\\\\")))
            m_findings.add(HiddenKind::Properties, tr("Printer"), printer);
    }

    void addOnce(HiddenKind kind, const std::string &part, const QString &text)
    {
        if (m_told.insert(part).second)
            m_findings.add(kind, m_parts.placeOf(part), text.isEmpty() ? QString::fromStdString(part) : text);
    }

    void lookAtLink(const Link &link)
    {
        const QString &kind = link.kind;
        if (!link.isOutside) {
            if (kind == u"oleObject" || kind == u"package" || kind == u"aFChunk")
                addOnce(HiddenKind::Embedded, link.part, {});
            else if (kind == u"vbaProject" || kind == u"xlMacrosheet" || kind == u"xlIntlMacrosheet")
                addOnce(HiddenKind::Macro, link.part, {});
            return;
        }
        const QString place = link.owner.empty() ? QString() : m_parts.placeOf(link.owner);
        const QString &target = link.target;
        const bool isLocal = target.startsWith(QStringLiteral("file:"), Qt::CaseInsensitive) || target.startsWith(QStringLiteral("\\\\"))
                             || target.indexOf(u':') == 1;
        if (kind == u"attachedTemplate")
            m_findings.add(HiddenKind::Properties, tr("Template"), target);
        else if (kind != u"hyperlink" || isLocal) // a link to the web is there to be seen
            m_findings.add(HiddenKind::ExternalLink, place, target);
    }

    HiddenFindings &m_findings;
    Parts m_parts;
    WordFinder m_word;
    SheetFinder m_sheet;
    SlideFinder m_slide;
    PropertyFinder m_properties;
    std::set<std::string> m_told;
};

} // namespace

void findInOoxml(const ZipReader &zip, HiddenFindings &findings)
{
    OoxmlFinder(zip, findings).look();
}

} // namespace shirushi::label
