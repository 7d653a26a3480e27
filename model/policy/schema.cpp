#include "policy/schema.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace shirushi::policy {

namespace {

using Kind = JsonNode::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::policy", text);
}

bool isOfType(const JsonNode &value, const QString &type)
{
    return (type == u"string" && value.kind == Kind::String) || (type == u"boolean" && value.kind == Kind::Boolean)
           || (type == u"integer" && value.isWhole()) || (type == u"array" && value.kind == Kind::Array)
           || (type == u"object" && value.kind == Kind::Object);
}

QString kindName(const QString &type)
{
    if (type == u"string")
        return tr("a text");
    if (type == u"boolean")
        return tr("true or false");
    if (type == u"integer")
        return tr("a whole number");
    return type == u"array" ? tr("a list [ ]") : tr("an object { }");
}

// Enough to tell scalars apart, which is all that our lists of unique entries and enums hold.
QString scalarText(const JsonNode &value)
{
    return value.kind == Kind::Number ? QString::number(value.number) : value.text;
}

bool isListOf(const JsonNode &value, Kind kind)
{
    return value.kind == Kind::Array
           && std::all_of(value.children.begin(), value.children.end(),
                          [&](const JsonNode &entry) { return entry.kind == kind; });
}

bool isSize(const JsonNode &value)
{
    return value.isWhole() && value.number >= 0;
}

// In PCRE "$" also matches before a final line break; JSON Schema means the very end.
QRegularExpression compilePattern(QString pattern)
{
    if (pattern.endsWith(u'$') && !pattern.endsWith(QStringLiteral("\\$")))
        pattern.replace(pattern.size() - 1, 1, QStringLiteral("\\z"));
    return QRegularExpression(pattern);
}

} // namespace

class Schema::Checker
{
public:
    Checker(const Schema &schema, std::size_t limit) : m_schema(schema), m_limit(limit) {}

    void check(const JsonNode &schema, const JsonNode &value, const QString &path)
    {
        if (m_faults.size() >= m_limit)
            return;
        if (const JsonNode *reference = schema.member(u"$ref"))
            check(*m_schema.definition(reference->text), value, path);
        const JsonNode *type = schema.member(u"type");
        if (type && !isOfType(value, type->text)) {
            report(value, path, tr("Needed here: %1.").arg(kindName(type->text)));
            return;
        }
        checkEnum(schema, value, path);
        if (value.kind == Kind::Number)
            checkNumber(schema, value, path);
        else if (value.kind == Kind::String)
            checkText(schema, value, path);
        else if (value.kind == Kind::Array)
            checkList(schema, value, path);
        else if (value.kind == Kind::Object)
            checkObject(schema, value, path);
    }

    std::vector<Fault> takeFaults() { return std::move(m_faults); }

private:
    void report(const JsonNode &value, const QString &path, const QString &reason)
    {
        if (m_faults.size() < m_limit)
            m_faults.push_back({value.line, path, reason});
    }

    void checkEnum(const JsonNode &schema, const JsonNode &value, const QString &path)
    {
        const JsonNode *choices = schema.member(u"enum");
        if (!choices)
            return;
        QStringList names;
        for (const JsonNode &choice : choices->children) {
            if (choice.kind == value.kind && scalarText(choice) == scalarText(value))
                return;
            names.append(scalarText(choice));
        }
        report(value, path,
               tr("“%1” is not known here. Known are: %2.").arg(scalarText(value), names.join(QStringLiteral(", "))));
    }

    void checkNumber(const JsonNode &schema, const JsonNode &value, const QString &path)
    {
        if (const JsonNode *least = schema.member(u"minimum"); least && value.number < least->number)
            report(value, path, tr("%1 is too little; the least is %2.").arg(value.number).arg(least->number));
        if (const JsonNode *most = schema.member(u"maximum"); most && value.number > most->number)
            report(value, path, tr("%1 is too much; the most is %2.").arg(value.number).arg(most->number));
    }

    void checkText(const JsonNode &schema, const JsonNode &value, const QString &path)
    {
        if (const JsonNode *least = schema.member(u"minLength"); least && static_cast<double>(value.text.size()) < least->number)
            report(value, path, tr("The text is empty or too short."));
        const JsonNode *pattern = schema.member(u"pattern");
        if (pattern && !m_schema.m_patterns.value(pattern->text).match(value.text).hasMatch())
            report(value, path, tr("“%1” is not of the form %2.").arg(value.text, pattern->text));
    }

    void checkList(const JsonNode &schema, const JsonNode &value, const QString &path)
    {
        const auto count = static_cast<double>(value.children.size());
        if (const JsonNode *least = schema.member(u"minItems"); least && count < least->number)
            report(value, path, tr("There are %1 entries; at least %2 are needed.").arg(count).arg(least->number));
        if (const JsonNode *most = schema.member(u"maxItems"); most && count > most->number) {
            report(value, path, tr("There are %1 entries; at most %2 are allowed.").arg(count).arg(most->number));
            return;
        }
        const JsonNode *unique = schema.member(u"uniqueItems");
        QSet<QString> known;
        for (std::size_t index = 0; index < value.children.size(); ++index) {
            const JsonNode &entry = value.children[index];
            const QString place = path + QStringLiteral("/") + QString::number(index);
            if (unique && unique->boolean) {
                if (known.contains(scalarText(entry)))
                    report(entry, place, tr("“%1” is given twice.").arg(scalarText(entry)));
                known.insert(scalarText(entry));
            }
            if (const JsonNode *items = schema.member(u"items"))
                check(*items, entry, place);
        }
    }

    void checkObject(const JsonNode &schema, const JsonNode &value, const QString &path)
    {
        if (const JsonNode *required = schema.member(u"required")) {
            for (const JsonNode &name : required->children) {
                if (!value.member(name.text))
                    report(value, path, tr("“%1” is missing.").arg(name.text));
            }
        }
        const JsonNode *properties = schema.member(u"properties");
        const JsonNode *others = schema.member(u"additionalProperties");
        for (qsizetype index = 0; index < value.names.size(); ++index) {
            const QString &name = value.names[index];
            const JsonNode &member = value.children[static_cast<std::size_t>(index)];
            const QString place = path + QStringLiteral("/") + pointerStep(name);
            if (const JsonNode *known = properties ? properties->member(name) : nullptr)
                check(*known, member, place);
            else if (others && others->kind == Kind::Object)
                check(*others, member, place);
            else if (others && !others->boolean)
                report(member, place, tr("“%1” is not known here.").arg(name));
        }
    }

    const Schema &m_schema;
    std::size_t m_limit;
    std::vector<Fault> m_faults;
};

base::Result<Schema> Schema::compile(const QByteArray &json)
{
    const QString subject = QStringLiteral("schema");
    auto root = parseJson(json);
    if (!root)
        return base::failure(base::ErrorCode::InvalidInput, subject, root.error().reason);
    Schema schema(std::move(*root));
    if (const QString problem = schema.prepare(schema.m_root, 0); !problem.isEmpty()) {
        return base::failure(base::ErrorCode::InvalidInput, subject,
                             tr("The schema is not understood at “%1”.").arg(problem));
    }
    return schema;
}

const JsonNode *Schema::definition(const QString &reference) const
{
    const QString prefix = QStringLiteral("#/$defs/");
    const JsonNode *definitions = m_root.member(u"$defs");
    return definitions && reference.startsWith(prefix)
               ? definitions->member(QStringView(reference).mid(prefix.size()))
               : nullptr;
}

// Empty when every keyword in `schema` and below is understood, else the keyword that is not.
QString Schema::prepare(const JsonNode &schema, int depth)
{
    if (schema.kind != Kind::Object || depth > jsonDepthLimit)
        return QStringLiteral("{ }");
    for (qsizetype index = 0; index < schema.names.size(); ++index) {
        const QString problem =
            prepareKeyword(schema.names[index], schema.children[static_cast<std::size_t>(index)], depth);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

QString Schema::prepareKeyword(const QString &keyword, const JsonNode &argument, int depth)
{
    static const QStringList types = {QStringLiteral("string"), QStringLiteral("boolean"), QStringLiteral("integer"),
                                      QStringLiteral("array"), QStringLiteral("object")};
    static const QStringList words = {QStringLiteral("$schema"), QStringLiteral("$id"), QStringLiteral("title"),
                                      QStringLiteral("description")};
    bool good = false;
    if (keyword == u"properties" || keyword == u"$defs") {
        good = argument.kind == Kind::Object;
        for (const JsonNode &part : argument.children) {
            if (const QString problem = prepare(part, depth + 1); !problem.isEmpty())
                return problem;
        }
    } else if (keyword == u"items" || (keyword == u"additionalProperties" && argument.kind != Kind::Boolean)) {
        return prepare(argument, depth + 1);
    } else if (keyword == u"pattern") {
        const QRegularExpression pattern = compilePattern(argument.text);
        m_patterns.insert(argument.text, pattern);
        good = argument.kind == Kind::String && pattern.isValid();
    } else if (keyword == u"$ref") {
        // A definition that is itself only a reference could lead round in a circle.
        const JsonNode *target = definition(argument.text);
        good = target && !target->member(u"$ref");
    } else if (keyword == u"enum") {
        good = isListOf(argument, Kind::String) || isListOf(argument, Kind::Number);
    } else {
        good = (words.contains(keyword) && argument.kind == Kind::String)
               || (keyword == u"type" && types.contains(argument.text))
               || (keyword == u"required" && isListOf(argument, Kind::String))
               || ((keyword == u"additionalProperties" || keyword == u"uniqueItems")
                   && argument.kind == Kind::Boolean)
               || ((keyword == u"minimum" || keyword == u"maximum") && argument.kind == Kind::Number)
               || ((keyword == u"minItems" || keyword == u"maxItems" || keyword == u"minLength")
                   && isSize(argument));
    }
    return good ? QString() : keyword;
}

std::vector<Fault> Schema::check(const JsonNode &value, std::size_t limit) const
{
    Checker checker(*this, limit);
    checker.check(m_root, value, {});
    return checker.takeFaults();
}

} // namespace shirushi::policy
