#include "policy/jsonmembers.h"
#include "policy/packparts.h"

namespace shirushi::policy {

namespace {

Restriction readRestriction(const JsonNode &node)
{
    return {wordsOf(node, u"text"), citationOf(node, u"citation"), flagOf(node, u"preset", true)};
}

Tone readTone(const QString &name)
{
    return name == u"high" ? Tone::High : name == u"middle" ? Tone::Middle : Tone::Low;
}

int usualLibreOfficeLevel(Tone tone)
{
    return tone == Tone::High ? 3 : tone == Tone::Middle ? 2 : 0;
}

Reach readReach(const QString &name)
{
    if (name == u"department")
        return Reach::Department;
    return name == u"section" ? Reach::Section : Reach::Body;
}

Level readLevel(const JsonNode &node)
{
    const Tone tone = readTone(textOf(node, u"tone"));
    return {.id = textOf(node, u"id"),
            .rank = numberOf(node, u"rank", 0),
            .name = wordsOf(node, u"name"),
            .mark = textOf(node, u"mark"),
            .shortName = textOf(node, u"shortName"),
            .tone = tone,
            .criterion = citationOf(node, u"criterion"),
            .note = wordsOf(node, u"note"),
            .restrictions = listOf(node, u"restrictions", readRestriction),
            .libreOfficeLevel = numberOf(node, u"libreOfficeLevel", usualLibreOfficeLevel(tone))};
}

} // namespace

Axis readAxis(const JsonNode &node)
{
    return {.id = textOf(node, u"id"),
            .title = wordsOf(node, u"title"),
            .chipTitle = wordsOf(node, u"chipTitle"),
            .inFileName = flagOf(node, u"inFileName"),
            .fileMark = textOf(node, u"fileMark"),
            .levels = listOf(node, u"levels", readLevel)};
}

Role readRole(const JsonNode &node)
{
    return {.id = textOf(node, u"id"),
            .title = wordsOf(node, u"title"),
            .post = wordsOf(node, u"post"),
            .absent = flagOf(node, u"absent"),
            .note = wordsOf(node, u"note"),
            .citation = citationOf(node, u"citation"),
            .heldBy = stringsOf(node, u"heldBy"),
            .reach = readReach(textOf(node, u"reach"))};
}

Domain readDomain(const JsonNode &node)
{
    return {textOf(node, u"id"), wordsOf(node, u"title"), stringsOf(node, u"channels")};
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

} // namespace shirushi::policy
