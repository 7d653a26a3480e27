#include "policy/packloader.h"

#include "policy/loadpack.h"
#include "policy/packchecks.h"
#include "policy/packreader.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace shirushi::policy {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::policy", text);
}

base::Result<Schema> packSchema()
{
    QFile file(QStringLiteral(":/schemas/policy.schema.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return base::failure(base::ErrorCode::Internal, file.fileName(),
                             tr("The schema for policy packs is missing from the program."));
    }
    return Schema::compile(file.readAll());
}

// "/rules/3/when" is taken from elsewhere where this pack has no rule 3 of its own.
bool isTaken(const JsonNode &root, const QString &path)
{
    const JsonNode *member = root.member(path.section(u'/', 1, 1));
    if (!root.member(u"basedOn") || !member)
        return root.member(u"basedOn") != nullptr;
    bool isNumber = false;
    const std::size_t index = path.section(u'/', 2, 2).toUInt(&isNumber);
    return isNumber && member->kind == JsonNode::Kind::Array && index >= member->children.size();
}

void checkWithout(const JsonNode &root, const Pack *base, std::vector<Fault> &faults)
{
    const JsonNode *without = root.member(u"withoutRules");
    for (std::size_t index = 0; without && index < without->children.size(); ++index) {
        const JsonNode &id = without->children[index];
        const bool known = base && std::any_of(base->rules.begin(), base->rules.end(),
                                               [&](const Rule &rule) { return rule.id == id.text; });
        if (!known) {
            faults.push_back({id.line, at(QStringLiteral("/withoutRules"), index),
                              tr("There is no rule “%1” to leave out.").arg(id.text)});
        }
    }
}

void checkDates(const JsonNode &root, std::vector<Fault> &faults)
{
    for (const QString &name : {QStringLiteral("enacted"), QStringLiteral("inForce")}) {
        const JsonNode *date = root.member(name);
        if (date && !QDate::fromString(date->text, Qt::ISODate).isValid())
            faults.push_back({date->line, QStringLiteral("/") + name, tr("“%1” is no date.").arg(date->text)});
    }
}

Fault located(const JsonNode &root, const Findings::Finding &finding)
{
    if (!isTaken(root, finding.path))
        return {lineAt(root, finding.path), finding.path, finding.reason};
    const QString path = QStringLiteral("/basedOn");
    return {lineAt(root, path), path,
            tr("What is taken from “%1” does not fit at %2: %3")
                .arg(root.member(u"basedOn")->text, finding.path, finding.reason)};
}

std::vector<Fault> faultsAmongMembers(const Pack &pack, const JsonNode &root, const Pack *base)
{
    Findings findings;
    checkStructure(pack, findings);
    checkOfficeRules(pack, findings);
    checkQuestions(pack, findings);
    checkRules(pack, findings);
    checkCases(pack, findings);
    std::vector<Fault> faults;
    for (const Findings::Finding &finding : findings.all())
        faults.push_back(located(root, finding));
    checkDates(root, faults);
    checkWithout(root, base, faults);
    std::stable_sort(faults.begin(), faults.end(),
                     [](const Fault &one, const Fault &other) { return one.line < other.line; });
    return faults;
}

base::Error firstOf(const std::vector<Fault> &faults, const QString &subject)
{
    const Fault &first = faults.front();
    return {base::ErrorCode::InvalidInput, subject,
            tr("The policy pack has faults (%1). The first: line %2, %3: %4")
                .arg(faults.size())
                .arg(first.line)
                .arg(first.path.isEmpty() ? QStringLiteral("/") : first.path, first.reason),
            {}};
}

} // namespace

PackLoader::PackLoader() : m_schema(packSchema()) {}

PackLoader::Reading PackLoader::read(const JsonNode &root, const Library *base) const
{
    if (!m_schema)
        return {{}, {{1, {}, m_schema.error().message}}};
    if (auto faults = m_schema->check(root, Findings::limit); !faults.empty())
        return {{}, std::move(faults)};

    std::shared_ptr<const Pack> pattern;
    if (const JsonNode *basedOn = root.member(u"basedOn")) {
        pattern = base && basedOn->text != root.member(u"id")->text ? base->find(basedOn->text) : nullptr;
        if (!pattern) {
            return {{}, {{basedOn->line, QStringLiteral("/basedOn"),
                          tr("There is no other pack “%1” to take anything from.").arg(basedOn->text)}}};
        }
    }
    Pack pack = readPack(root, pattern.get());
    std::vector<Fault> faults = faultsAmongMembers(pack, root, pattern.get());
    return {std::move(pack), std::move(faults)};
}

base::Result<Pack> PackLoader::load(const std::expected<JsonNode, Fault> &root, const Library *base,
                                    const QString &subject) const
{
    if (!root)
        return std::unexpected(firstOf({root.error()}, subject));
    Reading reading = read(*root, base);
    if (!reading.faults.empty())
        return std::unexpected(firstOf(reading.faults, subject));
    return std::move(reading.pack);
}

std::vector<Fault> validatePack(const QByteArray &json, const Library *base)
{
    const auto root = parseJson(json);
    return root ? PackLoader().read(*root, base).faults : std::vector<Fault>{root.error()};
}

base::Result<Pack> loadPack(const QByteArray &json, const Library *base, const QString &subject)
{
    return PackLoader().load(parseJson(json), base, subject);
}

} // namespace shirushi::policy
