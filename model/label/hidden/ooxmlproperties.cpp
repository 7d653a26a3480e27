// The three parts with a document's properties: core, extended, custom.
#include "label/hidden/ooxmlparts.h"

#include "label/hidden/xmlwalk.h"
#include "label/properties.h"

#include <QCoreApplication>

namespace shirushi::label::hiddenooxml {

namespace {

constexpr qsizetype longestKept = 400;
constexpr std::size_t mostProperties = 20'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

struct Named {
    std::string_view element;
    const char *title;
};

constexpr Named told[] = {
    {"creator", QT_TRANSLATE_NOOP("shirushi::label", "Author")},
    {"lastModifiedBy", QT_TRANSLATE_NOOP("shirushi::label", "Last changed by")},
    {"title", QT_TRANSLATE_NOOP("shirushi::label", "Title")},
    {"subject", QT_TRANSLATE_NOOP("shirushi::label", "Subject")},
    {"description", QT_TRANSLATE_NOOP("shirushi::label", "Remarks")},
    {"keywords", QT_TRANSLATE_NOOP("shirushi::label", "Keywords")},
    {"category", QT_TRANSLATE_NOOP("shirushi::label", "Category")},
    {"Company", QT_TRANSLATE_NOOP("shirushi::label", "Company")},
    {"Manager", QT_TRANSLATE_NOOP("shirushi::label", "Manager")},
    {"Template", QT_TRANSLATE_NOOP("shirushi::label", "Template")},
    {"HyperlinkBase", QT_TRANSLATE_NOOP("shirushi::label", "Base of links")},
};

bool isUsualTemplate(const QString &name)
{
    return name.startsWith(QStringLiteral("Normal"), Qt::CaseInsensitive) || name == QStringLiteral("Office Theme")
           || name == QStringLiteral("Office テーマ");
}

class PropertyWalk final : public XmlVisitor
{
public:
    void start() override
    {
        m_text.clear();
        if (local() == "property")
            m_name = attribute("name");
    }

    void end() override
    {
        const std::string_view name = local();
        if (name == "property" && m_custom.size() < mostProperties)
            m_custom.emplace_back(m_name, m_value);
        else if (parent() == "property")
            m_value = m_text;
        for (const Named &one : told) {
            if (one.element == name && !isIn("property") && !m_text.trimmed().isEmpty() && m_plain.size() < mostProperties)
                m_plain.emplace_back(&one, m_text.trimmed());
        }
        m_text.clear();
    }

    void text(const QString &text) override
    {
        if (m_text.size() < longestKept)
            m_text += text.left(longestKept);
    }

    const Properties &custom() const { return m_custom; }
    const std::vector<std::pair<const Named *, QString>> &plain() const { return m_plain; }

private:
    QString m_name;
    QString m_text;
    QString m_value;
    Properties m_custom;
    std::vector<std::pair<const Named *, QString>> m_plain;
};

} // namespace

bool PropertyFinder::look(const QByteArray &xml, const QDeadlineTimer &deadline)
{
    PropertyWalk walk;
    const bool isRead = walkXml(xml, walk, deadline);
    if (hasProperty(walk.custom(), labelProperty))
        m_classText = valueOf(walk.custom(), classProperty);
    const Ownership ownership(walk.custom());
    for (const auto &[name, value] : walk.custom()) {
        if (!ownership.isOurs(name))
            m_findings.add(HiddenKind::Properties, name, value);
    }
    for (const auto &[named, value] : walk.plain()) {
        const bool isList = named->element == "keywords" || named->element == "category";
        const QString theirs = isList ? withoutOurs(value, m_classText) : value;
        if (!theirs.isEmpty() && !(named->element == "Template" && isUsualTemplate(theirs)))
            m_findings.add(HiddenKind::Properties, tr(named->title), theirs);
    }
    return isRead;
}

} // namespace shirushi::label::hiddenooxml
