// Word: comments, tracked changes, and text that is set as hidden (ECMA-376 part 1, 17.13 and 17.3.2.41).
#include "label/hidden/ooxmlparts.h"

#include "label/hidden/xmlwalk.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace shirushi::label::hiddenooxml {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

constexpr qsizetype longestKept = 1000; // of a text that is collected, characters
constexpr std::array<std::string_view, 4> changesOfText{"ins", "del", "moveFrom", "moveTo"};

class WordWalk final : public XmlVisitor
{
public:
    WordWalk(const QString &place, std::set<QString> &hiddenStyles, HiddenFindings &findings)
        : m_place(place), m_hiddenStyles(hiddenStyles), m_findings(findings)
    {
    }

    void start() override
    {
        const std::string_view name = local();
        if (name == "p") {
            m_paragraph += parent() != "comment";
            m_isStyleHidden = false;
        } else if (name == "r") {
            m_isRunHidden = m_isStyleHidden;
            m_isRunWhite = false;
            m_run.clear();
        } else if (name == "comment") {
            m_author = attribute("author");
            m_comment.clear();
        } else if (name == "style") {
            m_style = attribute("styleId");
        } else if (name == "docVar") {
            m_findings.add(HiddenKind::Properties, tr("Document variable"), attribute("name") + u'=' + attribute("val").left(longestKept));
        } else if ((name == "docPr" || name == "cNvPr") && isSwitchedOn("hidden")) {
            m_findings.add(HiddenKind::HiddenText, where(), attribute("name") + u' ' + attribute("descr"));
        } else {
            startFormat(name);
            startChange(name);
        }
    }

    void end() override
    {
        const std::string_view name = local();
        if (name == "r")
            endRun();
        else if (name == "p")
            flushHidden();
        else if (name == "comment")
            m_findings.add(HiddenKind::Comment, m_place, m_author.isEmpty() ? m_comment : m_author + QStringLiteral(": ") + m_comment);
        if (m_changeDepth > 0 && name == m_change && --m_changeDepth == 0)
            m_findings.add(HiddenKind::TrackedChange, where(), m_author + QStringLiteral(": ") + m_changed);
    }

    void text(const QString &text) override
    {
        const std::string_view name = local();
        if (name == "instrText")
            lookAtField(text);
        if (name != "t" && name != "delText")
            return;
        keep(m_run, text);
        if (m_changeDepth > 0)
            keep(m_changed, text);
        if (isIn("comment"))
            keep(m_comment, text);
    }

private:
    static void keep(QString &into, const QString &text)
    {
        if (into.size() < longestKept)
            into += text.left(longestKept);
    }

    QString where() const { return m_place + (m_paragraph > 0 ? u' ' + tr("paragraph %1").arg(m_paragraph) : QString()); }

    bool isOff() const { return hasAttribute("val") && !isSwitchedOn("val"); }

    void startFormat(std::string_view name)
    {
        if (name == "vanish" && !isOff() && parent() == "rPr") {
            if (parent(2) == "r")
                m_isRunHidden = true;
            else if (parent(2) == "style" && !m_style.isEmpty())
                m_hiddenStyles.insert(m_style);
        } else if (name == "vanish" && isOff() && parent() == "rPr" && parent(2) == "r") {
            m_isRunHidden = false;
        } else if (name == "rStyle" && parent(2) == "r") {
            m_isRunHidden = m_isRunHidden || m_hiddenStyles.contains(attribute("val"));
        } else if (name == "pStyle" && parent(2) == "p") {
            m_isStyleHidden = m_hiddenStyles.contains(attribute("val"));
        } else if (name == "color" && parent() == "rPr" && parent(2) == "r") {
            m_isRunWhite = attribute("val").compare(QStringLiteral("FFFFFF"), Qt::CaseInsensitive) == 0;
        } else if ((name == "shd" || name == "highlight") && parent() == "rPr") {
            m_isRunWhite = false;
        }
    }

    void startChange(std::string_view name)
    {
        const bool changesText = std::find(changesOfText.begin(), changesOfText.end(), name) != changesOfText.end();
        if (m_changeDepth > 0) {
            m_changeDepth += name == m_change;
        } else if (changesText && hasAttribute("author") && parent() != "rPr" && parent() != "trPr") {
            m_change = name;
            m_changeDepth = 1;
            m_author = attribute("author");
            m_changed.clear();
        } else if (hasAttribute("author") && name != "comment") {
            // Of formats, of paragraph marks, of rows: there is no text to show.
            m_findings.add(HiddenKind::TrackedChange, where(), attribute("author"));
        }
    }

    void endRun()
    {
        const bool isBlank = m_run.trimmed().isEmpty();
        if (m_isRunHidden) {
            keep(m_hidden, m_run);
        } else {
            if (!isBlank)
                flushHidden();
            if (m_isRunWhite && !isBlank)
                m_findings.add(HiddenKind::HiddenText, where(), m_run, Certainty::Possible);
        }
        m_isRunHidden = false;
    }

    void flushHidden()
    {
        if (!m_hidden.trimmed().isEmpty())
            m_findings.add(HiddenKind::HiddenText, where(), m_hidden);
        m_hidden.clear();
    }

    void lookAtField(const QString &text)
    {
        const QString field = text.trimmed();
        for (const char *kind : {"INCLUDETEXT", "INCLUDEPICTURE", "LINK ", "DDE"}) {
            if (field.startsWith(QLatin1String(kind), Qt::CaseInsensitive))
                m_findings.add(HiddenKind::ExternalLink, where(), field);
        }
    }

    QString m_place;
    std::set<QString> &m_hiddenStyles;
    HiddenFindings &m_findings;
    int m_paragraph = 0;
    bool m_isStyleHidden = false;
    bool m_isRunHidden = false;
    bool m_isRunWhite = false;
    QString m_run;
    QString m_hidden;
    QString m_comment;
    QString m_author;
    QString m_style;
    std::string_view m_change;
    std::size_t m_changeDepth = 0;
    QString m_changed;
};

} // namespace

bool WordFinder::look(const QByteArray &xml, const QString &place, const QDeadlineTimer &deadline)
{
    WordWalk walk(place, m_hiddenStyles, m_findings);
    return walkXml(xml, walk, deadline);
}

} // namespace shirushi::label::hiddenooxml
