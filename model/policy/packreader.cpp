#include "policy/packreader.h"

#include "policy/jsonmembers.h"
#include "policy/packparts.h"

#include <algorithm>

namespace shirushi::policy {

namespace {

QDate readDate(const JsonNode &object, QStringView name)
{
    return QDate::fromString(textOf(object, name), Qt::ISODate);
}

// Behind its own, so that a place in the list is also the place in the file it is read from.
template <typename T>
void keep(std::vector<T> &own, const std::vector<T> &others, const QStringList &without = {})
{
    const auto end = static_cast<std::ptrdiff_t>(own.size());
    for (const T &other : others) {
        const bool replaced = std::any_of(own.begin(), own.begin() + end,
                                          [&](const T &value) { return value.id == other.id; });
        if (!replaced && !without.contains(other.id))
            own.push_back(other);
    }
}

template <typename T>
void take(T &own, const JsonNode &root, QStringView name, const T &other)
{
    if (!root.member(name))
        own = other;
}

void inherit(Pack &pack, const JsonNode &root, const Pack &base)
{
    take(pack.axes, root, u"axes", base.axes);
    take(pack.domains, root, u"domains", base.domains);
    take(pack.questions, root, u"questions", base.questions);
    take(pack.marks, root, u"marks", base.marks);
    take(pack.separationOfDuties, root, u"separationOfDuties", base.separationOfDuties);
    take(pack.passwords, root, u"passwords", base.passwords);
    take(pack.idle, root, u"idle", base.idle);
    take(pack.retention, root, u"retention", base.retention);
    take(pack.documentKinds, root, u"documentKinds", base.documentKinds);
    take(pack.sending, root, u"sending", base.sending);
    take(pack.vault, root, u"vault", base.vault);
    take(pack.disposal, root, u"disposal", base.disposal);
    keep(pack.facts, base.facts);
    keep(pack.rules, base.rules, stringsOf(root, u"withoutRules"));
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

void readBody(Pack &pack, const JsonNode &root)
{
    pack.axes = listOf(root, u"axes", readAxis);
    pack.roles = listOf(root, u"roles", readRole);
    pack.domains = listOf(root, u"domains", readDomain);
    pack.questions = listOf(root, u"questions", readQuestion);
    pack.facts = listOf(root, u"facts", readFact);
    pack.rules = listOf(root, u"rules", readRule);
    if (const JsonNode *designation = root.member(u"designation"))
        pack.designation = readDesignation(*designation);
    pack.separationOfDuties = partOf(root, u"separationOfDuties", readSeparation);
    pack.passwords = partOf(root, u"passwords", readPasswords);
    pack.idle = partOf(root, u"idle", readIdleTime);
    pack.retention = partOf(root, u"retention", readRetention);
    pack.documentKinds = listOf(root, u"documentKinds", readDocumentKind);
    if (const JsonNode *incident = root.member(u"incident"))
        pack.incidentCalls = listOf(*incident, u"calls", readIncidentCall);
    pack.sending = partOf(root, u"sending", readSendingRules);
    pack.vault = partOf(root, u"vault", readVaultRules);
    pack.disposal = partOf(root, u"disposal", readDisposalRules);
    pack.provisions = listOf(root, u"provisions", readProvision);
    pack.cases = listOf(root, u"cases", readCase);
    pack.marks = partOf(root, u"marks", readMarks);
}

} // namespace

Pack readPack(const JsonNode &root, const Pack *base)
{
    Pack pack;
    pack.id = textOf(root, u"id");
    pack.version = textOf(root, u"version");
    pack.title = wordsOf(root, u"title");
    pack.shortTitle = wordsOf(root, u"shortTitle");
    pack.authority = wordsOf(root, u"authority");
    pack.basedOn = textOf(root, u"basedOn");
    pack.draft = flagOf(root, u"draft");
    pack.notice = wordsOf(root, u"notice");
    pack.enacted = readDate(root, u"enacted");
    pack.inForce = readDate(root, u"inForce");
    pack.source = wordsOf(root, u"source");
    pack.questionsTo = textOf(root, u"questionsTo");
    pack.appliesTo = stringsOf(root, u"appliesTo");
    pack.scope = citationOf(root, u"scope");
    pack.outsideScope = partOf(root, u"outsideScope", readOutsideScope);
    readBody(pack, root);
    if (base)
        inherit(pack, root, *base);
    if (root.member(u"levelNote"))
        putNote(pack, wordsOf(root, u"levelNote"), root.member(u"axes") != nullptr);
    return pack;
}

} // namespace shirushi::policy
