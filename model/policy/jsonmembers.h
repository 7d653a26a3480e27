// Reads members out of JSON objects that the schema has found no fault in: what is not there is empty.
// Pure; any thread.
#pragma once

#include "policy/jsonnode.h"
#include "policy/pack.h"

namespace shirushi::policy {

QString textOf(const JsonNode &object, QStringView name);
bool flagOf(const JsonNode &object, QStringView name, bool otherwise = false);
int numberOf(const JsonNode &object, QStringView name, int otherwise);
QStringList stringsOf(const JsonNode &list);
QStringList stringsOf(const JsonNode &object, QStringView name);
Text wordsOf(const JsonNode &object, QStringView name);
Citation citationOf(const JsonNode &object, QStringView name);
/// Axis → level.
std::map<QString, QString> chosenLevels(const JsonNode &object, QStringView name);

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

/// What `read` makes of the member, or a T as it is by itself.
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

} // namespace shirushi::policy
