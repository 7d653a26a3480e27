// OpenDocument: content, styles and properties are each walked once; pictures, macros and objects by their names.
#include "label/hidden/hiddenfindings.h"
#include "label/hidden/xmlwalk.h"
#include "label/odf/odfmeta.h"
#include "label/odf/odfpackage.h"
#include "label/properties.h"

#include <QCoreApplication>

#include <set>

namespace shirushi::label {

namespace {

constexpr std::uint64_t longestPart = 160ULL << 20;
constexpr std::uint64_t longestPicture = 256ULL << 20;
constexpr qsizetype longestKept = 1000;
constexpr std::size_t mostStyles = 100'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

void keep(QString &into, const QString &text)
{
    if (into.size() < longestKept)
        into += text.left(longestKept);
}

// Names of automatic and other styles that hide what has them.
struct HidingStyles {
    std::set<QString> texts;
    std::set<QString> tables;
    std::set<QString> slides;
    std::set<QString> sections;
    std::set<QString> whites;
};

bool isElsewhere(const QString &target)
{
    return target.startsWith(QStringLiteral("file:"), Qt::CaseInsensitive) || target.startsWith(QStringLiteral("../"))
           || target.startsWith(u'/') || target.startsWith(QStringLiteral("\\\\"));
}

class OdfWalk final : public XmlVisitor
{
public:
    OdfWalk(HidingStyles &styles, HiddenFindings &findings) : m_styles(styles), m_findings(findings) {}

    void start() override
    {
        const std::string_view name = local();
        if (name == "style")
            m_style = attribute("name");
        else if (name.ends_with("-properties"))
            startStyle(name);
        else if (name == "table")
            startTable();
        else if (name == "table-row" || name == "table-column")
            startLine(name);
        else if (name == "page" && parent() == "presentation")
            startSlide();
        else if (name == "p" || name == "h" || name == "span" || name == "section")
            startText(name);
        else
            startOther(name);
        if (const QString target = attribute("href"); isElsewhere(target) && name != "script")
            m_findings.add(HiddenKind::ExternalLink, m_place, target);
    }

    void end() override
    {
        const std::string_view name = local();
        finish(m_change, HiddenKind::TrackedChange, Certainty::Sure);
        finish(m_comment, HiddenKind::Comment, Certainty::Sure);
        finish(m_hidden, HiddenKind::HiddenText, Certainty::Sure);
        finish(m_white, HiddenKind::HiddenText, Certainty::Possible);
        finish(m_slide, HiddenKind::HiddenSlide, Certainty::Sure);
        if (!m_notes.text.trimmed().isEmpty())
            finish(m_notes, HiddenKind::SpeakerNotes, Certainty::Sure);
        if (name == "table-row")
            endRow();
        else if (name == "table" && parent() == "spreadsheet")
            endTable();
    }

    void text(const QString &text) override
    {
        const std::string_view name = local();
        const bool isDate = name == "date" || name == "date-string" || name == "date-time" || name == "page-number";
        if (isDate || name == "creator-initials")
            return;
        const QString told = name == "creator" ? text + QStringLiteral(": ") : text;
        for (Piece *piece : {&m_change, &m_comment, &m_hidden, &m_white, &m_slide, &m_notes}) {
            if (piece->depth > 0)
                keep(piece->text, told);
        }
        if (m_comment.depth == 0 && m_change.depth == 0 && isIn("table-cell"))
            keepCell(text);
    }

private:
    // Text that is collected from an element until it ends.
    struct Piece {
        std::size_t depth = 0; // 0: nothing is collected
        QString text = {};
    };
    struct Columns {
        int first = 0;
        int last = 0;
        QString texts;
    };

    void begin(Piece &piece)
    {
        if (piece.depth == 0)
            piece = {depth(), {}};
    }

    void finish(Piece &piece, HiddenKind kind, Certainty certainty)
    {
        if (piece.depth != depth())
            return;
        const bool isText = kind == HiddenKind::HiddenText;
        if (!isText || !piece.text.trimmed().isEmpty())
            m_findings.add(kind, m_place, piece.text, certainty);
        piece = {};
    }

    void startStyle(std::string_view name)
    {
        if (m_style.isEmpty() || m_styles.texts.size() + m_styles.tables.size() > mostStyles)
            return;
        if (name == "text-properties" && attribute("display") == u"none")
            m_styles.texts.insert(m_style);
        if (name == "text-properties" && attribute("color") == u"#ffffff" && !hasAttribute("background-color"))
            m_styles.whites.insert(m_style);
        if (name == "table-properties" && attribute("display") == u"false")
            m_styles.tables.insert(m_style);
        if (name == "drawing-page-properties" && attribute("visibility") == u"hidden")
            m_styles.slides.insert(m_style);
    }

    void startTable()
    {
        if (parent() != "spreadsheet")
            return;
        m_place = tr("Sheet “%1”").arg(attribute("name"));
        m_row = m_column = m_columnsSeen = 0;
        m_columns.clear();
        if (m_styles.tables.contains(attribute("style-name")))
            m_findings.add(HiddenKind::HiddenSheet, m_place);
    }

    int repeated(std::string_view what) const
    {
        return hasAttribute(what) ? std::clamp(attribute(what).toInt(), 1, 2'000'000) : 1;
    }

    void startLine(std::string_view name)
    {
        const QString visibility = attribute("visibility");
        const bool isHidden = visibility == u"collapse" || visibility == u"filter";
        if (name == "table-row") {
            m_row += repeated("number-rows-repeated");
            m_column = 0;
            m_isRowHidden = isHidden;
            return;
        }
        const int count = repeated("number-columns-repeated");
        if (isHidden && m_columns.size() < 5000)
            m_columns.push_back({m_columnsSeen + 1, m_columnsSeen + count, {}});
        m_columnsSeen += count;
    }

    void startSlide()
    {
        m_place = tr("Slide %1").arg(++m_slides);
        if (m_styles.slides.contains(attribute("style-name")))
            begin(m_slide);
    }

    void startText(std::string_view name)
    {
        const bool isBody = m_slides == 0 && m_change.depth == 0 && m_comment.depth == 0 && !isIn("spreadsheet") && isIn("body");
        if (name == "p" && isBody)
            m_place = tr("Text") + u' ' + tr("paragraph %1").arg(++m_paragraph);
        const QString style = attribute("style-name");
        if (name == "section" ? attribute("display") == u"none" : m_styles.texts.contains(style))
            begin(m_hidden);
        if (name != "section" && m_styles.whites.contains(style))
            begin(m_white);
    }

    void startOther(std::string_view name)
    {
        if (parent() == "tracked-changes")
            begin(m_change);
        else if (name == "annotation")
            begin(m_comment);
        else if (name == "notes" && isIn("presentation"))
            m_notes = {depth(), {}};
        else if (name == "hidden-text" || name == "hidden-paragraph")
            m_findings.add(HiddenKind::HiddenText, m_place, attribute("string-value"));
        else if ((name == "object" || name == "object-ole") && !isElsewhere(attribute("href")))
            m_findings.add(HiddenKind::Embedded, m_place, attribute("href"));
        else if (name == "table-cell" || name == "covered-table-cell")
            m_column += repeated("number-columns-repeated");
        else if (name == "database-source-sql" || name == "database-source-table" || name == "table-source")
            m_findings.add(HiddenKind::ExternalLink, m_place, attribute("href") + attribute("database-name"));
    }

    void keepCell(const QString &text)
    {
        if (m_isRowHidden)
            keep(m_rowText, text + u' ');
        for (Columns &columns : m_columns) {
            if (m_column >= columns.first && m_column <= columns.last) {
                keep(columns.texts, text + u' ');
                break;
            }
        }
    }

    void endRow()
    {
        if (m_isRowHidden && !m_rowText.isEmpty())
            m_findings.add(HiddenKind::HiddenRows, m_place + u' ' + tr("rows %1 to %2").arg(m_row).arg(m_row), m_rowText);
        m_rowText.clear();
        m_isRowHidden = false;
    }

    void endTable()
    {
        for (const Columns &columns : m_columns) {
            if (!columns.texts.isEmpty())
                m_findings.add(HiddenKind::HiddenColumns, m_place + u' ' + tr("columns %1 to %2").arg(columns.first).arg(columns.last),
                               columns.texts);
        }
    }

    HidingStyles &m_styles;
    HiddenFindings &m_findings;
    QString m_place;
    QString m_style;
    QString m_rowText;
    Piece m_change;
    Piece m_comment;
    Piece m_hidden;
    Piece m_white;
    Piece m_slide;
    Piece m_notes;
    std::vector<Columns> m_columns;
    int m_slides = 0;
    int m_paragraph = 0;
    int m_row = 0;
    int m_column = 0;
    int m_columnsSeen = 0;
    bool m_isRowHidden = false;
};

struct Named {
    std::string_view element;
    const char *title;
    Certainty certainty;
};

constexpr Named told[] = {
    {"initial-creator", QT_TRANSLATE_NOOP("shirushi::label", "Author"), Certainty::Sure},
    {"creator", QT_TRANSLATE_NOOP("shirushi::label", "Last changed by"), Certainty::Sure},
    {"printed-by", QT_TRANSLATE_NOOP("shirushi::label", "Printed by"), Certainty::Sure},
    {"title", QT_TRANSLATE_NOOP("shirushi::label", "Title"), Certainty::Possible},
    {"subject", QT_TRANSLATE_NOOP("shirushi::label", "Subject"), Certainty::Possible},
    {"description", QT_TRANSLATE_NOOP("shirushi::label", "Remarks"), Certainty::Sure},
    {"keyword", QT_TRANSLATE_NOOP("shirushi::label", "Keywords"), Certainty::Possible},
};

// meta.xml and settings.xml.
class PropertiesWalk final : public XmlVisitor
{
public:
    PropertiesWalk(const OdfMeta &meta, HiddenFindings &findings) : m_ownership(meta.properties), m_meta(meta), m_findings(findings) {}

    void start() override
    {
        m_text.clear();
        m_name = attribute("name");
        if (local() == "template")
            m_findings.add(HiddenKind::Properties, tr("Template"), attribute("title") + u' ' + attribute("href"));
    }

    void end() override
    {
        const std::string_view name = local();
        const QString text = m_text.trimmed();
        m_text.clear();
        if (text.isEmpty())
            return;
        if (name == "user-defined" && !m_ownership.isOurs(m_name))
            m_findings.add(HiddenKind::Properties, m_name, text);
        if (name == "config-item" && m_name == u"PrinterName" && text != u"Generic Printer")
            m_findings.add(HiddenKind::Properties, tr("Printer"), text, Certainty::Possible);
        for (const Named &one : told) {
            const bool isOurs = name == "keyword" && m_meta.hasLabel && text == m_meta.classText;
            if (one.element == name && parent() == "meta" && !isOurs)
                m_findings.add(HiddenKind::Properties, tr(one.title), text, one.certainty);
        }
    }

    void text(const QString &text) override { keep(m_text, text); }

private:
    Ownership m_ownership;
    const OdfMeta &m_meta;
    HiddenFindings &m_findings;
    QString m_text;
    QString m_name;
};

class OdfFinder
{
public:
    OdfFinder(const ZipReader &zip, HiddenFindings &findings) : m_zip(zip), m_findings(findings) {}

    void look()
    {
        if (const auto manifest = part(odfManifestPart); manifest && manifest->contains("encryption-data")) {
            m_findings.addUnseen({}, tr("The file is locked with a password."));
            return;
        }
        HidingStyles styles;
        for (const char *name : {odfStylesPart, odfContentPart}) {
            OdfWalk walk(styles, m_findings);
            walkPart(name, walk);
        }
        const auto meta = part(odfMetaPart);
        const OdfMeta read = meta ? readOdfMeta(*meta, {}).value_or(OdfMeta()) : OdfMeta();
        for (const char *name : {odfMetaPart, "settings.xml"}) {
            PropertiesWalk walk(read, m_findings);
            walkPart(name, walk);
        }
        for (const ZipEntry &entry : m_zip.entries())
            lookAtEntry(entry);
    }

private:
    std::optional<QByteArray> part(const char *name)
    {
        const ZipEntry *entry = m_zip.find(name);
        return entry ? content(*entry, longestPart) : std::nullopt;
    }

    std::optional<QByteArray> content(const ZipEntry &entry, std::uint64_t limit)
    {
        const QString name = QString::fromStdString(entry.name);
        if (entry.size > limit || m_findings.deadline().hasExpired()) {
            m_findings.addUnseen(name, tr("The part is too large."));
            return std::nullopt;
        }
        auto bytes = m_zip.content(entry);
        if (!bytes) {
            m_findings.addUnseen(name, bytes.error().message);
            return std::nullopt;
        }
        return *std::move(bytes);
    }

    void walkPart(const char *name, XmlVisitor &visitor)
    {
        if (!m_zip.find(name))
            return;
        const auto xml = part(name);
        if (xml && !walkXml(*xml, visitor, m_findings.deadline()))
            m_findings.addUnseen(QString::fromLatin1(name), tr("The part cannot be read."));
    }

    void lookAtEntry(const ZipEntry &entry)
    {
        const std::string_view path = entry.name;
        const QString name = QString::fromStdString(entry.name);
        const bool isLibrary = path.starts_with("Basic/") && path.ends_with(".xml") && !path.ends_with("script-lc.xml")
                               && !path.ends_with("script-lb.xml");
        if (isLibrary || (path.starts_with("Scripts/") && entry.size > 0))
            m_findings.add(HiddenKind::Macro, {}, name);
        else if (path.starts_with("Versions/") && entry.size > 0)
            m_findings.add(HiddenKind::EarlierVersion, {}, name);
        else if (entry.size > 0 && !path.starts_with("Thumbnails/") && !path.ends_with(".xml"))
            lookAtPicture(entry, name);
    }

    void lookAtPicture(const ZipEntry &entry, const QString &name)
    {
        const auto bytes = content(entry, longestPicture);
        if (!bytes)
            return;
        const HiddenBytes picture = HiddenBytes::of(*bytes);
        if (!imageFormatOf(picture).isEmpty())
            findInImage(picture, name, m_findings);
    }

    const ZipReader &m_zip;
    HiddenFindings &m_findings;
};

} // namespace

void findInOdf(const ZipReader &zip, HiddenFindings &findings)
{
    OdfFinder(zip, findings).look();
}

} // namespace shirushi::label
