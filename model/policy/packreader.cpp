#include "policy/packreader.h"

namespace shirushi::policy {

namespace {

QString textOf(const JsonNode &object, QStringView name)
{
    const JsonNode *member = object.member(name);
    return member ? member->text : QString();
}

bool flagOf(const JsonNode &object, QStringView name, bool otherwise = false)
{
    const JsonNode *member = object.member(name);
    return member ? member->boolean : otherwise;
}

int numberOf(const JsonNode &object, QStringView name, int otherwise)
{
    const JsonNode *member = object.member(name);
    return member ? static_cast<int>(member->number) : otherwise;
}

QStringList stringsOf(const JsonNode &list)
{
    QStringList strings;
    for (const JsonNode &entry : list.children)
        strings.append(entry.text);
    return strings;
}

QStringList stringsOf(const JsonNode &object, QStringView name)
{
    const JsonNode *member = object.member(name);
    return member ? stringsOf(*member) : QStringList();
}

template <typename T>
std::vector<T> listOf(const JsonNode &object, QStringView name, T (*read)(const JsonNode &))
{
    std::vector<T> values;
    if (const JsonNode *member = object.member(name)) {
        values.reserve(member->children.size());
        for (const JsonNode &entry : member->children)
            values.push_back(read(entry));
    }
    return values;
}

template <typename T>
T partOf(const JsonNode &object, QStringView name, T (*read)(const JsonNode &))
{
    const JsonNode *member = object.member(name);
    return member ? read(*member) : T();
}

template <typename T, typename Read>
std::map<QString, T> mapOf(const JsonNode &object, QStringView name, Read read)
{
    std::map<QString, T> values;
    if (const JsonNode *member = object.member(name)) {
        for (qsizetype index = 0; index < member->names.size(); ++index)
            values.emplace(member->names[index], read(member->children[static_cast<std::size_t>(index)]));
    }
    return values;
}

std::map<QString, QString> chosenLevels(const JsonNode &object, QStringView name)
{
    return mapOf<QString>(object, name, [](const JsonNode &level) { return level.text; });
}

Text readText(const JsonNode &node)
{
    return {textOf(node, u"ja"), textOf(node, u"en")};
}

Citation readCitation(const JsonNode &node)
{
    return {textOf(node, u"article"), textOf(node, u"quote"), flagOf(node, u"draft")};
}

Restriction readRestriction(const JsonNode &node)
{
    return {partOf(node, u"text", readText), partOf(node, u"citation", readCitation), flagOf(node, u"preset", true)};
}

Tone readTone(const QString &name)
{
    return name == u"high" ? Tone::High : name == u"middle" ? Tone::Middle : Tone::Low;
}

int usualLibreOfficeLevel(Tone tone)
{
    return tone == Tone::High ? 3 : tone == Tone::Middle ? 2 : 0;
}

Level readLevel(const JsonNode &node)
{
    Level level;
    level.id = textOf(node, u"id");
    level.rank = numberOf(node, u"rank", 0);
    level.name = partOf(node, u"name", readText);
    level.mark = textOf(node, u"mark");
    level.shortName = textOf(node, u"shortName");
    level.tone = readTone(textOf(node, u"tone"));
    level.criterion = partOf(node, u"criterion", readCitation);
    level.note = partOf(node, u"note", readText);
    level.restrictions = listOf(node, u"restrictions", readRestriction);
    level.libreOfficeLevel = numberOf(node, u"libreOfficeLevel", usualLibreOfficeLevel(level.tone));
    return level;
}

Axis readAxis(const JsonNode &node)
{
    Axis axis;
    axis.id = textOf(node, u"id");
    axis.title = partOf(node, u"title", readText);
    axis.chipTitle = partOf(node, u"chipTitle", readText);
    axis.inFileName = flagOf(node, u"inFileName");
    axis.fileMark = textOf(node, u"fileMark");
    axis.levels = listOf(node, u"levels", readLevel);
    return axis;
}

Role readRole(const JsonNode &node)
{
    return {textOf(node, u"id"),       partOf(node, u"title", readText), partOf(node, u"post", readText),
            flagOf(node, u"absent"),   partOf(node, u"note", readText),  partOf(node, u"citation", readCitation)};
}

Domain readDomain(const JsonNode &node)
{
    return {textOf(node, u"id"), partOf(node, u"title", readText)};
}

Outcome readOutcome(const JsonNode &node)
{
    Outcome outcome;
    outcome.next = textOf(node, u"next");
    outcome.level = textOf(node, u"level");
    outcome.inherit = flagOf(node, u"inherit");
    outcome.begin = flagOf(node, u"begin");
    outcome.refer = flagOf(node, u"refer");
    outcome.levels = chosenLevels(node, u"levels");
    outcome.askPublishOn = flagOf(node, u"askPublishOn");
    outcome.domain = textOf(node, u"domain");
    return outcome;
}

Answer readAnswer(const JsonNode &node)
{
    return {textOf(node, u"id"),
            partOf(node, u"text", readText),
            partOf(node, u"short", readText),
            partOf(node, u"example", readText),
            textOf(node, u"key"),
            partOf(node, u"outcome", readOutcome),
            partOf(node, u"citation", readCitation)};
}

Question readQuestion(const JsonNode &node)
{
    Question question;
    question.id = textOf(node, u"id");
    question.step = textOf(node, u"step");
    question.text = partOf(node, u"text", readText);
    question.hint = partOf(node, u"hint", readText);
    question.caution = partOf(node, u"caution", readText);
    question.answers = listOf(node, u"answers", readAnswer);
    if (const JsonNode *unknown = node.member(u"unknown"))
        question.unknown = readOutcome(*unknown);
    question.citation = partOf(node, u"citation", readCitation);
    return question;
}

Ruling readRuling(const QString &name)
{
    if (name == u"forbidden")
        return Ruling::Forbidden;
    return name == u"permitted" ? Ruling::Permitted : Ruling::WithObligations;
}

Obligation readObligation(const JsonNode &node)
{
    return {textOf(node, u"id"), partOf(node, u"text", readText), textOf(node, u"approver"),
            flagOf(node, u"ifNeeded"), partOf(node, u"citation", readCitation)};
}

Condition readCondition(const JsonNode &node)
{
    Condition condition;
    condition.actions = stringsOf(node, u"actions");
    condition.classes = mapOf<QStringList>(node, u"classes", [](const JsonNode &list) { return stringsOf(list); });
    condition.roles = stringsOf(node, u"roles");
    condition.destinations = stringsOf(node, u"destinations");
    condition.channels = stringsOf(node, u"channels");
    condition.given = stringsOf(node, u"given");
    condition.unless = stringsOf(node, u"unless");
    return condition;
}

Rule readRule(const JsonNode &node)
{
    Rule rule;
    rule.id = textOf(node, u"id");
    rule.when = partOf(node, u"when", readCondition);
    rule.ruling = readRuling(textOf(node, u"ruling"));
    rule.reminder = flagOf(node, u"reminder");
    rule.obligations = listOf(node, u"obligations", readObligation);
    rule.explanation = partOf(node, u"explanation", readText);
    rule.citation = partOf(node, u"citation", readCitation);
    return rule;
}

Provision readProvision(const JsonNode &node)
{
    return {textOf(node, u"id"),       textOf(node, u"article"), textOf(node, u"quote"),
            textOf(node, u"strength"), textOf(node, u"feature"), textOf(node, u"state"),
            partOf(node, u"note", readText)};
}

Case readCase(const JsonNode &node)
{
    Case situation;
    situation.id = textOf(node, u"id");
    situation.situation = partOf(node, u"situation", readText);
    if (const JsonNode *answers = node.member(u"answers")) {
        for (const JsonNode &answer : answers->children)
            situation.answers.emplace_back(answer.children[0].text, answer.children[1].text);
    }
    situation.levels = chosenLevels(node, u"levels");
    situation.ends = textOf(node, u"ends");
    situation.action = textOf(node, u"action");
    situation.classes = chosenLevels(node, u"classes");
    situation.role = textOf(node, u"role");
    situation.destination = textOf(node, u"destination");
    situation.channel = textOf(node, u"channel");
    situation.given = stringsOf(node, u"given");
    if (const JsonNode *ruling = node.member(u"ruling"))
        situation.ruling = readRuling(ruling->text);
    situation.obligations = stringsOf(node, u"obligations");
    return situation;
}

MarkSettings readMarks(const JsonNode &node)
{
    MarkSettings marks;
    marks.header = flagOf(node, u"header", marks.header);
    marks.fileName = flagOf(node, u"fileName", marks.fileName);
    marks.restrictions = flagOf(node, u"restrictions", marks.restrictions);
    if (const JsonNode *separator = node.member(u"separator"))
        marks.separator = separator->text;
    return marks;
}

QDate readDate(const JsonNode &object, QStringView name)
{
    return QDate::fromString(textOf(object, name), Qt::ISODate);
}

void inherit(Pack &pack, const JsonNode &root, const Pack &base)
{
    if (!root.member(u"axes"))
        pack.axes = base.axes;
    if (!root.member(u"domains"))
        pack.domains = base.domains;
    if (!root.member(u"questions"))
        pack.questions = base.questions;
    if (!root.member(u"rules"))
        pack.rules = base.rules;
    if (!root.member(u"marks"))
        pack.marks = base.marks;
}

void putNote(Pack &pack, const Text &note, bool ownAxes)
{
    for (Axis &axis : pack.axes) {
        for (Level &level : axis.levels) {
            if (!ownAxes || level.note.isEmpty())
                level.note = note;
        }
    }
}

} // namespace

Pack readPack(const JsonNode &root, const Pack *base)
{
    Pack pack;
    pack.id = textOf(root, u"id");
    pack.version = textOf(root, u"version");
    pack.title = partOf(root, u"title", readText);
    pack.shortTitle = partOf(root, u"shortTitle", readText);
    pack.authority = partOf(root, u"authority", readText);
    pack.basedOn = textOf(root, u"basedOn");
    pack.draft = flagOf(root, u"draft");
    pack.notice = partOf(root, u"notice", readText);
    pack.enacted = readDate(root, u"enacted");
    pack.inForce = readDate(root, u"inForce");
    pack.source = partOf(root, u"source", readText);
    pack.designatedBy = textOf(root, u"designatedBy");
    pack.questionsTo = textOf(root, u"questionsTo");
    pack.appliesTo = stringsOf(root, u"appliesTo");
    pack.scope = partOf(root, u"scope", readCitation);
    pack.axes = listOf(root, u"axes", readAxis);
    pack.roles = listOf(root, u"roles", readRole);
    pack.domains = listOf(root, u"domains", readDomain);
    pack.questions = listOf(root, u"questions", readQuestion);
    pack.rules = listOf(root, u"rules", readRule);
    pack.provisions = listOf(root, u"provisions", readProvision);
    pack.cases = listOf(root, u"cases", readCase);
    pack.marks = partOf(root, u"marks", readMarks);
    if (base)
        inherit(pack, root, *base);
    if (root.member(u"levelNote"))
        putNote(pack, partOf(root, u"levelNote", readText), root.member(u"axes") != nullptr);
    return pack;
}

} // namespace shirushi::policy
