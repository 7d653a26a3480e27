#include "policy/jsonmembers.h"
#include "policy/packparts.h"

namespace shirushi::policy {

namespace {

Outcome readOutcome(const JsonNode &node)
{
    return {.next = textOf(node, u"next"),
            .level = textOf(node, u"level"),
            .inherit = flagOf(node, u"inherit"),
            .begin = flagOf(node, u"begin"),
            .refer = flagOf(node, u"refer"),
            .levels = chosenLevels(node, u"levels"),
            .askPublishOn = flagOf(node, u"askPublishOn"),
            .domain = textOf(node, u"domain")};
}

Answer readAnswer(const JsonNode &node)
{
    return {.id = textOf(node, u"id"),
            .text = wordsOf(node, u"text"),
            .shortText = wordsOf(node, u"short"),
            .example = wordsOf(node, u"example"),
            .key = textOf(node, u"key"),
            .outcome = partOf(node, u"outcome", readOutcome),
            .citation = citationOf(node, u"citation")};
}

} // namespace

Question readQuestion(const JsonNode &node)
{
    const JsonNode *unknown = node.member(u"unknown");
    return {.id = textOf(node, u"id"),
            .step = textOf(node, u"step"),
            .text = wordsOf(node, u"text"),
            .hint = wordsOf(node, u"hint"),
            .caution = wordsOf(node, u"caution"),
            .answers = listOf(node, u"answers", readAnswer),
            .unknown = unknown ? std::optional(readOutcome(*unknown)) : std::nullopt,
            .citation = citationOf(node, u"citation")};
}

} // namespace shirushi::policy
