// Excel: hidden rows and columns that have something in them, comments, kept copies of other data.
#include "label/hidden/ooxmlparts.h"

#include "label/hidden/xmlwalk.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label::hiddenooxml {

namespace {

constexpr std::size_t mostTexts = 2'000'000;
constexpr qsizetype longestText = 60;
constexpr std::size_t mostRanges = 20'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

struct HiddenColumns {
    int first = 0;
    int last = 0;
    QString texts;
    bool isUsed = false;
};

// "AB12": the column's number, from 1; 0 where there is none.
int columnOf(const QString &reference)
{
    int column = 0;
    for (const QChar character : reference) {
        if (character < u'A' || character > u'Z' || column > 100'000)
            break;
        column = column * 26 + character.unicode() - u'A' + 1;
    }
    return column;
}

QString lettersOf(int column)
{
    QString letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.prepend(QChar(static_cast<char16_t>(u'A' + (column - 1) % 26)));
    return letters;
}

void join(QString &into, const QString &text)
{
    if (into.size() < 2 * longestText && !text.isEmpty())
        into += (into.isEmpty() ? QString() : QStringLiteral(", ")) + text;
}

class SheetWalk final : public XmlVisitor
{
public:
    SheetWalk(const QString &place, std::vector<QString> &texts, HiddenFindings &findings)
        : m_place(place), m_texts(texts), m_findings(findings)
    {
    }

    void start() override
    {
        const std::string_view name = local();
        if (name == "si" || name == "comment" || name == "threadedComment") {
            m_text.clear();
            m_reference = attribute("ref");
        } else if (name == "col" && isSwitchedOn("hidden") && m_columns.size() < mostRanges) {
            m_columns.push_back({attribute("min").toInt(), attribute("max").toInt(), {}, false});
        } else if (name == "row") {
            startRow();
        } else if (name == "c" && parent() == "row") {
            m_column = hasAttribute("r") ? columnOf(attribute("r")) : m_column + 1;
            m_isShared = attribute("t") == u"s";
            m_text.clear();
        } else if (name == "r" && parent() == "pivotCacheRecords") {
            ++m_records;
        } else if (name == "cell" && isIn("sheetDataSet")) {
            ++m_records;
        } else if (name == "connection") {
            m_findings.add(HiddenKind::ExternalLink, tr("Data connection"), attribute("name"));
        } else if (name == "dbPr") {
            m_findings.add(HiddenKind::ExternalLink, tr("Data connection"), attribute("connection"));
        } else if (parent() == "revisions") {
            m_findings.add(HiddenKind::TrackedChange, m_place);
        }
    }

    void end() override
    {
        const std::string_view name = local();
        if (name == "si") {
            if (m_texts.size() < mostTexts)
                m_texts.push_back(m_text.left(longestText));
        } else if (name == "comment" || name == "threadedComment") {
            m_findings.add(HiddenKind::Comment, m_place + u' ' + m_reference, m_text);
        } else if (name == "c" && parent() == "row") {
            endCell();
        } else if (name == "sheetData") {
            flushRows();
        } else if (isRoot()) {
            endPart();
        }
    }

    void text(const QString &text) override
    {
        const std::string_view name = local();
        if ((name == "t" || name == "v" || name == "text") && !isIn("rPh") && m_text.size() < 4 * longestText)
            m_text += text.left(4 * longestText);
    }

private:
    void startRow()
    {
        m_row = hasAttribute("r") ? attribute("r").toInt() : m_row + 1;
        m_column = 0;
        const bool wasHidden = m_isRowHidden;
        m_isRowHidden = isSwitchedOn("hidden");
        if (wasHidden && (!m_isRowHidden || m_row != m_lastHidden + 1))
            flushRows();
        if (m_isRowHidden) {
            if (m_firstHidden == 0)
                m_firstHidden = m_row;
            m_lastHidden = m_row;
        }
    }

    void endCell()
    {
        if (m_isShared) {
            bool isNumber = false;
            const std::size_t index = m_text.toUInt(&isNumber);
            m_text = isNumber && index < m_texts.size() ? m_texts[index] : QString();
        }
        if (m_text.isEmpty())
            return;
        if (m_isRowHidden)
            join(m_rowTexts, m_text.left(longestText));
        for (HiddenColumns &range : m_columns) {
            if (m_column >= range.first && m_column <= range.last) {
                range.isUsed = true;
                join(range.texts, m_text.left(longestText));
                break;
            }
        }
    }

    // Rows that are empty are hidden to make a sheet look small.
    void flushRows()
    {
        if (m_firstHidden > 0 && !m_rowTexts.isEmpty())
            m_findings.add(HiddenKind::HiddenRows, m_place + u' ' + tr("rows %1 to %2").arg(m_firstHidden).arg(m_lastHidden), m_rowTexts);
        m_firstHidden = 0;
        m_rowTexts.clear();
    }

    void endPart()
    {
        for (const HiddenColumns &range : m_columns) {
            if (range.isUsed)
                m_findings.add(HiddenKind::HiddenColumns,
                               m_place + u' ' + tr("columns %1 to %2").arg(lettersOf(range.first), lettersOf(range.last)), range.texts);
        }
        if (m_records > 0)
            m_findings.add(HiddenKind::CachedData, m_place, tr("%1 records").arg(m_records));
    }

    QString m_place;
    std::vector<QString> &m_texts;
    HiddenFindings &m_findings;
    QString m_text;
    QString m_reference;
    std::vector<HiddenColumns> m_columns;
    int m_row = 0;
    int m_column = 0;
    bool m_isRowHidden = false;
    bool m_isShared = false;
    int m_firstHidden = 0;
    int m_lastHidden = 0;
    QString m_rowTexts;
    std::size_t m_records = 0;
};

} // namespace

bool SheetFinder::look(const QByteArray &xml, const QString &place, const QDeadlineTimer &deadline)
{
    SheetWalk walk(place, m_texts, m_findings);
    return walkXml(xml, walk, deadline);
}

} // namespace shirushi::label::hiddenooxml
