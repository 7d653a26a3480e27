#include "policy/jsonmembers.h"

namespace shirushi::policy {

namespace {

Text readText(const JsonNode &node)
{
    return {textOf(node, u"ja"), textOf(node, u"en")};
}

Citation readCitation(const JsonNode &node)
{
    return {textOf(node, u"article"), textOf(node, u"quote"), flagOf(node, u"draft")};
}

} // namespace

QString textOf(const JsonNode &object, QStringView name)
{
    const JsonNode *member = object.member(name);
    return member ? member->text : QString();
}

bool flagOf(const JsonNode &object, QStringView name, bool otherwise)
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

Text wordsOf(const JsonNode &object, QStringView name)
{
    return partOf(object, name, readText);
}

Citation citationOf(const JsonNode &object, QStringView name)
{
    return partOf(object, name, readCitation);
}

std::map<QString, QString> chosenLevels(const JsonNode &object, QStringView name)
{
    return mapOf<QString>(object, name, [](const JsonNode &level) { return level.text; });
}

} // namespace shirushi::policy
