#include "policy/jsonmembers.h"
#include "policy/packparts.h"

namespace shirushi::policy {

namespace {

Ruling readRuling(const QString &name)
{
    if (name == u"forbidden")
        return Ruling::Forbidden;
    return name == u"permitted" ? Ruling::Permitted : Ruling::WithObligations;
}

Obligation readObligation(const JsonNode &node)
{
    return {.id = textOf(node, u"id"),
            .text = wordsOf(node, u"text"),
            .approver = textOf(node, u"approver"),
            .word = wordsOf(node, u"word"),
            .doneBy = textOf(node, u"doneBy"),
            .reportTo = stringsOf(node, u"reportTo"),
            .ifNeeded = flagOf(node, u"ifNeeded"),
            .citation = citationOf(node, u"citation")};
}

} // namespace

Fact readFact(const JsonNode &node)
{
    return {textOf(node, u"id"), wordsOf(node, u"title")};
}

Condition readCondition(const JsonNode &node)
{
    return {.actions = stringsOf(node, u"actions"),
            .classes = mapOf<QStringList>(node, u"classes", [](const JsonNode &list) { return stringsOf(list); }),
            .roles = stringsOf(node, u"roles"),
            .destinations = stringsOf(node, u"destinations"),
            .channels = stringsOf(node, u"channels"),
            .given = stringsOf(node, u"given"),
            .unless = stringsOf(node, u"unless")};
}

IncidentCall readIncidentCall(const JsonNode &node)
{
    return {.role = textOf(node, u"role"),
            .body = wordsOf(node, u"body"),
            .tellers = stringsOf(node, u"tellers"),
            .when = partOf(node, u"when", readCondition),
            .remark = wordsOf(node, u"remark"),
            .citation = citationOf(node, u"citation")};
}

Rule readRule(const JsonNode &node)
{
    return {.id = textOf(node, u"id"),
            .when = partOf(node, u"when", readCondition),
            .ruling = readRuling(textOf(node, u"ruling")),
            .reminder = flagOf(node, u"reminder"),
            .obligations = listOf(node, u"obligations", readObligation),
            .explanation = wordsOf(node, u"explanation"),
            .citation = citationOf(node, u"citation")};
}

Provision readProvision(const JsonNode &node)
{
    return {.id = textOf(node, u"id"),
            .article = textOf(node, u"article"),
            .quote = textOf(node, u"quote"),
            .strength = textOf(node, u"strength"),
            .feature = textOf(node, u"feature"),
            .state = textOf(node, u"state"),
            .note = wordsOf(node, u"note")};
}

Case readCase(const JsonNode &node)
{
    Case situation;
    situation.id = textOf(node, u"id");
    situation.situation = wordsOf(node, u"situation");
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

} // namespace shirushi::policy
