#include "policy/jsonmembers.h"
#include "policy/packparts.h"

namespace shirushi::policy {

Designation readDesignation(const JsonNode &node)
{
    return {.role = textOf(node, u"role"),
            .word = wordsOf(node, u"word"),
            .meanwhile = wordsOf(node, u"meanwhile"),
            .citation = citationOf(node, u"citation")};
}

SeparationOfDuties readSeparation(const JsonNode &node)
{
    return {.required = flagOf(node, u"required", true),
            .citation = citationOf(node, u"citation"),
            .exception = citationOf(node, u"exception")};
}

PasswordRules readPasswords(const JsonNode &node)
{
    return {.minimumLength = numberOf(node, u"minimumLength", PasswordRules().minimumLength),
            .length = citationOf(node, u"length"),
            .kinds = stringsOf(node, u"kinds"),
            .composition = citationOf(node, u"composition"),
            .changeInitial = flagOf(node, u"changeInitial", true),
            .initial = citationOf(node, u"initial")};
}

IdleTime readIdleTime(const JsonNode &node)
{
    return {numberOf(node, u"minutes", IdleTime().minutes), citationOf(node, u"citation")};
}

Retention readRetention(const JsonNode &node)
{
    Retention retention;
    if (const JsonNode *years = node.member(u"years")) {
        retention.years.clear();
        for (const JsonNode &year : years->children)
            retention.years.push_back(static_cast<int>(year.number));
    }
    retention.permanent = flagOf(node, u"permanent", retention.permanent);
    if (textOf(node, u"start") == u"day-after")
        retention.start = RetentionStart::DayAfter;
    retention.citation = citationOf(node, u"citation");
    return retention;
}

DocumentKind readDocumentKind(const JsonNode &node)
{
    return {textOf(node, u"id"), wordsOf(node, u"title"), chosenLevels(node, u"classes"),
            citationOf(node, u"citation")};
}

SendingRules readSendingRules(const JsonNode &node)
{
    SendingRules rules;
    if (const JsonNode *methods = node.member(u"methods")) {
        rules.methodsBy = textOf(*methods, u"role");
        rules.methods = citationOf(*methods, u"citation");
    }
    rules.overdueDays = numberOf(node, u"overdueDays", rules.overdueDays);
    rules.gateways = listOf<SendingRules::Gateway>(node, u"gateways", +[](const JsonNode &entry) {
        return SendingRules::Gateway{textOf(entry, u"domain"), stringsOf(entry, u"stripped")};
    });
    return rules;
}

VaultRules readVaultRules(const JsonNode &node)
{
    const auto levels = [&](QStringView name) {
        return mapOf<QStringList>(node, name, [](const JsonNode &list) { return stringsOf(list); });
    };
    VaultRules rules;
    if (const JsonNode *escrow = node.member(u"escrow")) {
        rules.escrow = textOf(*escrow, u"role");
        rules.citation = citationOf(*escrow, u"citation");
    }
    rules.required = levels(u"required");
    rules.offered = levels(u"offered");
    rules.permission = levels(u"permission");
    rules.versions = numberOf(node, u"versions", rules.versions);
    return rules;
}

namespace {

Sanitization sanitizationOf(const JsonNode &node, QStringView name)
{
    const QString text = textOf(node, name);
    return text == u"destroy" ? Sanitization::Destroy : text == u"purge" ? Sanitization::Purge : Sanitization::Clear;
}

DisposalRules::Reason readReason(const JsonNode &node)
{
    return {textOf(node, u"id"), wordsOf(node, u"text"), textOf(node, u"fact"), flagOf(node, u"own"), citationOf(node, u"citation")};
}

DisposalRules::Method readMethod(const JsonNode &node)
{
    return {textOf(node, u"id"), wordsOf(node, u"text"), sanitizationOf(node, u"nist"), stringsOf(node, u"kinds"),
            citationOf(node, u"citation")};
}

DisposalRules::Demand readDemand(const JsonNode &node)
{
    return {mapOf<QStringList>(node, u"classes", [](const JsonNode &list) { return stringsOf(list); }), stringsOf(node, u"kinds"),
            sanitizationOf(node, u"least"), textOf(node, u"followUp"), wordsOf(node, u"text"), citationOf(node, u"citation")};
}

} // namespace

DisposalRules readDisposalRules(const JsonNode &node)
{
    return {listOf(node, u"reasons", readReason), listOf(node, u"methods", readMethod), listOf(node, u"demands", readDemand)};
}

OutsideScope readOutsideScope(const JsonNode &node)
{
    return {textOf(node, u"policy"),
            listOf<OutsideScope::Equivalent>(node, u"equivalents", +[](const JsonNode &entry) {
                return OutsideScope::Equivalent{textOf(entry, u"axis"), textOf(entry, u"level"), chosenLevels(entry, u"levels")};
            })};
}

} // namespace shirushi::policy
