#include "review/reviewentry.h"

#include "base/clock.h"
#include "policy/classesjson.h"

#include <QJsonArray>

namespace shirushi::review {

namespace {

void insertText(QJsonObject &json, const char *name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(QLatin1String(name), text);
}

QJsonObject filterJson(const Filter &filter)
{
    QJsonObject json;
    insertText(json, "from", filter.from.toString(Qt::ISODate));
    insertText(json, "until", filter.until.toString(Qt::ISODate));
    insertText(json, "user", filter.user);
    insertText(json, "department", filter.department);
    insertText(json, "text", filter.text);
    insertText(json, "contentHash", filter.contentHash);
    insertText(json, "file", filter.file);
    if (!filter.kinds.isEmpty())
        json.insert(QStringLiteral("kinds"), QJsonArray::fromStringList(filter.kinds));
    if (!filter.classes.empty())
        json.insert(QStringLiteral("classes"), policy::classesJson(filter.classes));
    return json;
}

} // namespace

ledger::EntryDraft reviewedDraft(const Filter &filter, const std::vector<ledger::Count> &counts, const Proof &proof,
                                 const std::optional<ledger::SignedCheckpoint> &checkpoint, const QString &note)
{
    std::int64_t entries = 0;
    std::map<QString, qint64> kinds;
    for (const ledger::Count &count : counts) {
        entries += count.entries;
        kinds[count.kind] += count.entries;
    }
    QJsonObject byKind;
    for (const auto &[kind, number] : kinds)
        byKind.insert(kind, number);
    QJsonArray findings;
    for (const ledger::Finding &finding : proof.findings)
        findings.append(ledger::toJson(finding));

    ledger::EntryDraft draft;
    draft.kind = reviewedKind;
    draft.details = {{QStringLiteral("filter"), filterJson(filter)},
                     {QStringLiteral("entries"), static_cast<qint64>(entries)},
                     {QStringLiteral("kinds"), byKind},
                     {QStringLiteral("verifiedAt"), base::toRfc3339(proof.at)},
                     {QStringLiteral("verifiedEntries"), static_cast<qint64>(proof.entries)}};
    if (!findings.isEmpty())
        draft.details.insert(ledger::findingsMember, findings);
    if (checkpoint)
        draft.details.insert(QStringLiteral("checkpoint"), QString::fromUtf8(ledger::toBytes(checkpoint->note)));
    insertText(draft.details, "note", note);
    return draft;
}

} // namespace shirushi::review
