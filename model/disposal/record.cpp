#include "disposal/record.h"

#include "base/clock.h"
#include "ledger/personalnumber.h"
#include "policy/verdict.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

namespace shirushi::disposal {

namespace {

constexpr const char *outcomeNames[] = {"verified", "interrupted", "gone", "stated"};

void put(QJsonObject &object, const char *name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(QLatin1String(name), text);
}

// What was read from the disk may have a personal number in it, which is no reason to leave a deed without its record.
void putMasked(QJsonObject &object, const char *name, const QStringList &texts)
{
    QJsonArray array;
    for (const QString &text : texts)
        array.append(ledger::withoutPersonalNumbers(text));
    if (!array.isEmpty())
        object.insert(QLatin1String(name), array);
}

QStringList listOf(const QJsonObject &object, const char *name)
{
    QStringList list;
    const QJsonArray array = object.value(QLatin1String(name)).toArray();
    for (const QJsonValue &value : array)
        list += value.toString();
    return list;
}

QString textOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

QJsonArray json(const std::vector<Approver> &approvers)
{
    QJsonArray array;
    for (const Approver &approver : approvers) {
        QJsonObject one{{QStringLiteral("role"), approver.role}, {QStringLiteral("by"), approver.by}};
        if (approver.onPaper)
            one.insert(QStringLiteral("onPaper"), true);
        array.append(one);
    }
    return array;
}

std::vector<Approver> approversFrom(const QJsonArray &array)
{
    std::vector<Approver> approvers;
    for (const QJsonValue &value : array) {
        const QJsonObject one = value.toObject();
        approvers.push_back({textOf(one, "role"), textOf(one, "by"), one.value(QStringLiteral("onPaper")).toBool()});
    }
    return approvers;
}

QJsonArray json(const std::vector<Evidence> &evidence)
{
    QJsonArray array;
    for (const Evidence &one : evidence) {
        array.append(QJsonObject{{QStringLiteral("vault"), one.vault}, {QStringLiteral("item"), one.item},
                                 {QStringLiteral("name"), ledger::withoutPersonalNumbers(one.name)}, {QStringLiteral("sha256"), one.sha256}});
    }
    return array;
}

std::vector<Evidence> evidenceFrom(const QJsonArray &array)
{
    std::vector<Evidence> evidence;
    for (const QJsonValue &value : array) {
        const QJsonObject one = value.toObject();
        evidence.push_back({textOf(one, "vault"), textOf(one, "item"), textOf(one, "name"), textOf(one, "sha256")});
    }
    return evidence;
}

QJsonObject detailsOf(const Record &record)
{
    QJsonObject details{{QStringLiteral("asset"), record.kind},
                        {QStringLiteral("method"), record.method},
                        {QStringLiteral("nist"), policy::nameOf(record.sanitization)},
                        {QStringLiteral("outcome"), nameOf(record.outcome)}};
    put(details, "reasonId", record.reason.id);
    if (!record.reason.given.isEmpty())
        details.insert(QStringLiteral("given"), QJsonArray::fromStringList(record.reason.given));
    put(details, "request", record.request);
    if (!record.approvers.empty())
        details.insert(QStringLiteral("approvals"), json(record.approvers));
    put(details, "before", record.sha256);
    if (!record.sha256.isEmpty())
        details.insert(QStringLiteral("size"), static_cast<qint64>(record.size));
    put(details, "fileSystem", record.fileSystem);
    put(details, "mediumKind", record.mediumKind);
    put(details, "medium", ledger::withoutPersonalNumbers(record.medium));
    if (!record.doubts.isEmpty())
        details.insert(QStringLiteral("doubts"), QJsonArray::fromStringList(record.doubts));
    putMasked(details, "leftovers", record.leftovers);
    putMasked(details, "suspects", record.suspects);
    putMasked(details, "entries", record.entries);
    putMasked(details, "mentions", record.mentions);
    putMasked(details, "namesakes", record.namesakes);
    put(details, "vault", record.vault);
    put(details, "item", record.item);
    if (!record.copies.isEmpty())
        details.insert(QStringLiteral("copies"), QJsonArray::fromStringList(record.copies));
    put(details, "followUp", record.followUp);
    put(details, "performer", record.performer);
    put(details, "witness", record.witness);
    put(details, "contractor", record.contractor);
    put(details, "certificate", record.certificate);
    if (record.doneOn.isValid())
        details.insert(QStringLiteral("doneOn"), record.doneOn.toString(Qt::ISODate));
    if (!record.evidence.empty())
        details.insert(QStringLiteral("evidence"), json(record.evidence));
    QJsonArray closes;
    for (const std::int64_t seq : record.closes)
        closes.append(static_cast<qint64>(seq));
    if (!closes.isEmpty())
        details.insert(QStringLiteral("closes"), closes);
    return details;
}

policy::Sanitization sanitizationFrom(const QString &name)
{
    using policy::Sanitization;
    return name == u"destroy" ? Sanitization::Destroy : name == u"purge" ? Sanitization::Purge : Sanitization::Clear;
}

Outcome outcomeFrom(const QString &name)
{
    std::size_t index = 0;
    while (index + 1 < std::size(outcomeNames) && name != QLatin1String(outcomeNames[index]))
        ++index;
    return static_cast<Outcome>(index);
}

} // namespace

QString nameOf(Outcome outcome)
{
    return QString::fromLatin1(outcomeNames[static_cast<int>(outcome)]);
}

ledger::EntryDraft draftOf(const Record &record)
{
    QJsonValue side;
    if (!record.classes.empty()) {
        QJsonObject classes;
        for (const auto &[axis, level] : record.classes)
            classes.insert(axis, level);
        side = QJsonObject{{QStringLiteral("policy"), record.policy}, {QStringLiteral("classes"), classes}};
    }
    return {record.isErasure() ? erasedKind : disposedKind, record.name, record.contentHash, {}, {}, side, record.reason.text,
            detailsOf(record)};
}

std::optional<Record> recordFrom(const ledger::Entry &entry)
{
    const ledger::EntryDraft &draft = entry.draft;
    if (draft.kind != disposedKind && draft.kind != erasedKind)
        return std::nullopt;
    const QJsonObject &details = draft.details;
    Record record;
    record.seq = entry.seq;
    record.at = entry.at;
    record.by = entry.user;
    record.kind = textOf(details, "asset");
    record.name = draft.file;
    record.contentHash = draft.contentHash;
    const QJsonObject side = draft.after.toObject();
    record.policy = textOf(side, "policy");
    const QJsonObject classes = side.value(QStringLiteral("classes")).toObject();
    for (auto axis = classes.begin(); axis != classes.end(); ++axis)
        record.classes[axis.key()] = axis.value().toString();
    record.reason = {textOf(details, "reasonId"), draft.reason, draft.kind == erasedKind ? eraseAction : disposeAction, listOf(details, "given")};
    record.request = textOf(details, "request");
    record.approvers = approversFrom(details.value(QStringLiteral("approvals")).toArray());
    record.method = textOf(details, "method");
    record.sanitization = sanitizationFrom(textOf(details, "nist"));
    record.outcome = outcomeFrom(textOf(details, "outcome"));
    record.size = static_cast<std::uint64_t>(details.value(QStringLiteral("size")).toInteger());
    record.sha256 = textOf(details, "before");
    record.fileSystem = textOf(details, "fileSystem");
    record.mediumKind = textOf(details, "mediumKind");
    record.medium = textOf(details, "medium");
    record.doubts = listOf(details, "doubts");
    record.leftovers = listOf(details, "leftovers");
    record.suspects = listOf(details, "suspects");
    record.entries = listOf(details, "entries");
    record.mentions = listOf(details, "mentions");
    record.namesakes = listOf(details, "namesakes");
    record.vault = textOf(details, "vault");
    record.item = textOf(details, "item");
    record.copies = listOf(details, "copies");
    record.followUp = textOf(details, "followUp");
    record.performer = textOf(details, "performer");
    record.witness = textOf(details, "witness");
    record.contractor = textOf(details, "contractor");
    record.certificate = textOf(details, "certificate");
    record.doneOn = QDate::fromString(textOf(details, "doneOn"), Qt::ISODate);
    record.hasAttachment = details.contains(ledger::attachmentMember);
    record.evidence = evidenceFrom(details.value(QStringLiteral("evidence")).toArray());
    const QJsonArray closes = details.value(QStringLiteral("closes")).toArray();
    for (const QJsonValue &seq : closes)
        record.closes.push_back(seq.toInteger());
    return record;
}

ledger::Query recordsOf(int year)
{
    ledger::Query query;
    query.kinds = {disposedKind, erasedKind};
    if (year > 0) {
        query.since = QDate(year, 4, 1).startOfDay().toUTC();
        query.until = QDate(year + 1, 4, 1).startOfDay().toUTC();
    }
    return query;
}

base::Result<std::vector<Record>> records(ledger::Ledger &ledger, const ledger::Query &query)
{
    std::vector<Record> all;
    const auto visited = ledger.visit(query, [&](const ledger::Entry &entry) {
        if (auto record = recordFrom(entry))
            all.push_back(std::move(*record));
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    return all;
}

std::vector<policy::Obligation> reportsAfter(const Record &record, const QString &role, const policy::Pack &pack)
{
    auto obligations = policy::evaluate(pack, {record.reason.action, record.classes, role, {}, {}, record.reason.given}).obligations;
    std::erase_if(obligations, [](const policy::Obligation &one) { return one.reportTo.isEmpty(); });
    return obligations;
}

std::vector<Record> withOpenFollowUps(const std::vector<Record> &all)
{
    std::set<std::int64_t> closed;
    for (const Record &record : all)
        closed.insert(record.closes.begin(), record.closes.end());
    std::vector<Record> open;
    std::ranges::copy_if(all, std::back_inserter(open), [&](const Record &record) {
        return !record.followUp.isEmpty() && !closed.contains(record.seq);
    });
    return open;
}

} // namespace shirushi::disposal
